"""Bilans as a table: rows ready for each objective, the log beside, what the former bilan said."""

import copy

import pytest

from tests.support.examples import EXAMPLES
from tests.support.pages.axe import check
from tests.support.pages.heights import TALLEST, WIDTHS, settled
from tests.support.pages.steps import copy_of, go, open_demonstration, open_dossier, saved, until

pytestmark = pytest.mark.without_worker
TABLE = ".evaluation:visible"
ROW = TABLE + " [data-rang='{}']"


def many():
    """A dossier of twelve objectives, with two strategies each."""
    dossier = copy.deepcopy(EXAMPLES["clos"])
    objectives = dossier["parcours"]["objectifs"]
    for number in range(3, 13):
        made = {**copy.deepcopy(objectives[number % 2]), "id": f"O{number}"}
        for rank, strategy in enumerate(made["strategies"]):
            strategy["id"] = f"O{number}S{rank + 1}"
        objectives.append(made)
    return dossier


def shown(page, address):
    go(page, address)
    until(lambda: page.locator(TABLE).count() == 1)


def mark(page, number, name, rating):
    """Give a rating in a row, by the words that it is heard by."""
    page.locator(ROW.format(number)).get_by_role("group", name=name).get_by_role("radio", name=rating).check()


def test_a_new_bilan_has_its_row_for_every_objective(site, server, tmp_path):
    dossier = copy.deepcopy(EXAMPLES["clos"])
    dossier["bilans"][0]["objectifs"].append(dict(dossier["bilans"][0]["objectifs"][1], id="B1O3", objectif="O9"))
    open_dossier(site, server, tmp_path, dossier)
    shown(site, "bilans/B1/objectifs")
    stranger = site.locator("[data-path='bilans.0.objectifs'] .item")
    assert stranger.count() == 1 and "n’existe plus" in stranger.locator("select").first.inner_text()
    assert site.locator("[data-path='bilans.0.strategies']").is_hidden()
    assert "Premier entretien" in site.locator(TABLE + " section").inner_text()
    assert copy_of(site)["bilans"] == dossier["bilans"]
    go(site, "bilans")
    site.locator("#bilans > .bloc > [data-action=ajouter]").click()
    shown(site, "bilans/B2/objectifs")
    assert site.locator(TABLE + " tbody").count() == 2
    assert "Au bilan du 1er février 2027 : en cours, efficacité 3, pertinence 3" in \
        site.locator(ROW.format(3)).first.inner_text().replace("\u00a0", " ")
    mark(site, 3, "Efficacité : Construire un projet", "2 – plutôt non")
    mark(site, 5, "Pertinence : Mini-stage", "4 – tout à fait")
    site.locator(ROW.format(3)).get_by_label("Degré : Construire").select_option("atteint")
    site.locator(ROW.format(3)).get_by_label("Commentaire").fill("Deux visites.")
    saved(site)
    made = copy_of(site)["bilans"][1]
    assert [(one["objectif"], one["degre"], one["efficacite"], one["pertinence"], one["commentaire"])
            for one in made["objectifs"]] == [("O2", "atteint", 2, None, "Deux visites.")]
    assert [(one["strategie"], one["pertinence"]) for one in made["strategies"]] == [("O2S2", 4)]
    shown(site, "bilans/B2/objectifs")
    assert site.locator("#bilans-1-objectifs-0-efficacite-2").is_checked()
    check(site, "bilan")


@pytest.mark.campaign
def test_the_log_is_beside_the_table_and_beneath_it_on_a_phone(site, server, tmp_path):
    open_dossier(site, server, tmp_path, many())
    for width, height in WIDTHS.items():
        site.set_viewport_size({"width": width, "height": height})
        shown(site, "bilan-final/objectifs")
        assert settled(site) <= TALLEST[width]
        table, log = (site.locator(TABLE + " " + one).bounding_box() for one in ("table", "section"))
        assert log["x"] >= table["x"] + table["width"] if width > 1000 else log["y"] >= table["y"] + table["height"]
        assert site.evaluate("document.documentElement.scrollWidth <= innerWidth")
        check(site, f"bilan {width}")


def test_a_final_bilan_of_which_all_was_taken_back_is_not_begun(site):
    open_demonstration(site)
    for ranks, begun in (((1,), True), ((0,), False), ((1, 0), False)):
        shown(site, "bilan-final/objectifs")
        for rank in ranks:
            site.locator(TABLE + " select").nth(1).select_option(index=rank)
        go(site, "bilan-final/seance")
        saved(site)
        assert (copy_of(site)["bilan_final"] is not None) == begun
