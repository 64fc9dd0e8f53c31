"""Ready rows: one date for everybody who signs, agreements, wishes in their order."""

import copy
import json

import pytest

from tests.support.examples import EXAMPLES
from tests.support.pages.axe import check
from tests.support.pages.looks import look, looks
from tests.support.pages.steps import copy_of, go, preview, saved, set_date, until

pytestmark = pytest.mark.without_worker


def opened(page, server, tmp_path, dossier, slug):
    """Open a dossier as a new draft at one of its pages, judged."""
    path = tmp_path / "dossier.json"
    path.write_text(json.dumps(dossier), encoding="utf-8")
    preview(page, server, path)
    page.click("[data-action=nouveau]")
    page.wait_for_url("**/dossier/**")
    until(lambda: page.evaluate("'juge' in document.documentElement.dataset"))
    go(page, slug)


def rows(page, slug):
    return page.locator(f"#{slug} .attendus > li")


def without_marks(lines):
    return [{key: one[key] for key in one if key not in ("id", "empreinte")} for one in lines]


@looks
def test_everybody_signs_the_same_day_in_one_gesture(site, server, tmp_path, scheme, width):
    look(site, scheme, width)
    dossier = copy.deepcopy(EXAMPLES["complet"])
    other = {**dossier["signatures"][4], "nom": "Ancien Référent"}
    dossier["signatures"] = [other, dossier["signatures"][1]]
    opened(site, server, tmp_path, dossier, "signatures")
    until(lambda: rows(site, "signatures").count() == 7)
    assert rows(site, "signatures").nth(1).locator("input").first.input_value() == "18"
    assert site.locator("#signatures .items > .item").count() == 1 and site.locator("#signatures-0-nom").is_visible()
    check(site, "rows")
    site.click("[data-action=dater-signatures]")
    assert "Indiquez une date" in site.locator("#signatures .lignes .constat:visible").inner_text()
    set_date(site, "dater-signatures", "20", "11", "2026")
    site.click("[data-action=dater-signatures]")
    assert "6 signatures : date du 20 novembre 2026 notée." in \
        site.locator("#annuler").inner_text().replace("\u00a0", " ")
    saved(site)
    made = copy_of(site)["signatures"]
    expected = copy.deepcopy(EXAMPLES["complet"]["signatures"])
    assert sorted(without_marks(made[2:]), key=str) == sorted(
        [{**one, "date": "2026-11-20"} for one in without_marks(expected) if one["role"] != "responsable_1"], key=str)
    assert made[:2] == dossier["signatures"]
    assert {len(one["empreinte"]) for one in made[2:]} == {64}
    site.click("#annuler button")
    saved(site)
    assert copy_of(site)["signatures"] == dossier["signatures"]


def test_a_row_makes_its_line_when_it_is_dated_and_takes_it_back_without_losing_the_focus(site, server, tmp_path):
    dossier = copy.deepcopy(EXAMPLES["complet"])
    dossier["signatures"] = []
    opened(site, server, tmp_path, dossier, "signatures")
    until(lambda: rows(site, "signatures").count() == 7)
    for number in (3, 0):
        rows(site, "signatures").nth(number).locator("input").first.focus()
        for part in ("19", "11", "2026"):
            site.keyboard.type(part)
            site.keyboard.press("Tab")
    saved(site)
    head, pupil = copy_of(site)["signatures"]
    assert [(one["role"], one["nom"], one["date"], len(one["empreinte"])) for one in (head, pupil)] == [
        ("chef_etablissement", "Aïcha Exemple-Chef", "2026-11-19", 64),
        ("eleve", "Łukasz Doğan-Lefèvre", "2026-11-19", 64)]
    go(site, "signatures")
    boxes = rows(site, "signatures").nth(3).locator("input")
    for index in (2, 1, 0):
        boxes.nth(index).focus()
        for _ in range(4):
            site.keyboard.press("Backspace")
    assert boxes.first.evaluate("(box) => box === document.activeElement")
    rows(site, "signatures").first.locator("input").first.fill("18")
    saved(site)
    assert copy_of(site)["signatures"] == [{**pupil, "date": "2026-11-18"}]


def test_the_signature_of_somebody_named_otherwise_since_is_below_the_rows(site, server, tmp_path):
    opened(site, server, tmp_path, EXAMPLES["complet"], "signatures")
    until(lambda: rows(site, "signatures").count() == 7)
    others = site.locator("#signatures .items > .item")
    assert others.count() == 0 and site.locator("#signatures .autres").is_hidden()
    go(site, "eleve")
    site.fill("#eleve-prenom", "Lukas")
    go(site, "signatures")
    until(lambda: others.count() == 1)
    assert rows(site, "signatures").first.locator("input").first.input_value() == ""
    assert "Lukas" in rows(site, "signatures").first.inner_text()
    assert others.locator("[data-path$='.nom'] input").input_value() == "Łukasz Doğan-Lefèvre"


def test_a_link_to_the_date_of_a_signature_leads_to_its_row(site, server, tmp_path):
    dossier = copy.deepcopy(EXAMPLES["complet"])
    dossier["signatures"][3]["date"] = "2027-01-01"
    opened(site, server, tmp_path, dossier, "verifier")
    site.locator("#verifier a[data-reponse='signatures.3.date']").first.click()
    until(lambda: rows(site, "signatures").count() == 7)
    until(lambda: site.evaluate("document.activeElement.id") == "signatures-3-date-jour")
    assert site.locator("#signatures .attendus #signatures-3-date-jour").count() == 1
    assert site.locator("#signatures .items > .item").count() == 0


def test_a_person_without_a_name_is_named_in_the_row(site, server, tmp_path):
    dossier = copy.deepcopy(EXAMPLES["complet"])
    dossier["referent"] = {}
    dossier["signatures"] = []
    opened(site, server, tmp_path, dossier, "signatures")
    until(lambda: rows(site, "signatures").count() == 7)
    assert site.locator("#signatures .attendus [data-path$='.nom']").count() == 1
    rows(site, "signatures").nth(4).locator("[data-path$='.nom'] input").fill("Maud Exemple")
    saved(site)
    made = copy_of(site)["signatures"]
    assert [(one["role"], one["nom"], one["date"]) for one in made] == [("referent", "Maud Exemple", "")]


@looks
def test_agreements_are_two_rows_and_wishes_are_in_their_order(site, server, tmp_path, scheme, width):
    look(site, scheme, width)
    dossier = copy.deepcopy(EXAMPLES["clos"])
    dossier["prepam"]["accord_responsables"] = [{"id": "K1", "role": "referent", "date": "2027-05-03"}]
    for wish, rank in zip(dossier["prepam"]["voeux"], (2, 1), strict=True):
        wish["rang"] = rank
    opened(site, server, tmp_path, dossier, "prepam")
    until(lambda: rows(site, "prepam").count() == 2)
    kept = site.locator("#prepam-accord_responsables-0-role")
    assert kept.input_value() == "referent"
    assert kept.locator("option").all_inner_texts() == [
        "Choisissez", "Responsable légal 1", "Responsable légal 2", "Référent"]
    assert "2, 1" in site.locator("#prepam-voeux-constat").inner_text()
    check(site, "agreements")
    set_date(site, "dater-accords", "4", "5", "2027")
    site.click("[data-action=dater-accords]")
    site.locator("[data-path='prepam.voeux'] [data-action=descendre]").first.click()
    assert site.locator("#prepam-voeux-constat").is_hidden()
    saved(site)
    prepam = copy_of(site)["prepam"]
    assert [(one["role"], one["date"]) for one in prepam["accord_responsables"]] == [
        ("referent", "2027-05-03"), ("responsable_1", "2027-05-04"), ("responsable_2", "2027-05-04")]
    assert [(one["id"], one["rang"]) for one in prepam["voeux"]] == [
        (dossier["prepam"]["voeux"][1]["id"], 1), (dossier["prepam"]["voeux"][0]["id"], 2)]
