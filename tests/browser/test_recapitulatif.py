"""« Vos réponses » in « Vérifier et envoyer »: read in two minutes, each line a link away from its answers."""

import copy
import json

import pytest

from tests.support.examples import DATA, EXAMPLES
from tests.support.pages.axe import check
from tests.support.pages.heights import ABOVE, DAY, WIDTHS, show
from tests.support.pages.steps import go, open_file, until

pytestmark = pytest.mark.without_worker

UNFOLDED = {1280: 6000, 360: 14000}
"""What the page should not exceed, every answer unfolded: two minutes of reading."""
SMALL = """() => [...document.querySelectorAll('#recapitulatif :is(li > a, summary)')].filter((one) => {
  const { width, height } = one.getBoundingClientRect();
  return width < 24 || height < 24;
}).map((one) => one.outerHTML.slice(0, 120))"""
"""Targets that a finger misses (WCAG 2.5.8): « Modifier » ends a sentence."""


def checked(page, server, path):
    page.clock.set_fixed_time(DAY)
    open_file(page, server, path)
    page.evaluate(ABOVE)
    show(page, "verifier")
    page.click("#deplier")


def test_a_complete_dossier_unfolded_is_not_too_tall_and_its_weeks_are_drawn(site, server):
    checked(site, server, DATA / "complet.json")
    weeks = site.locator("#reponses-emploi-du-temps .semaines-lues svg")
    assert weeks.count() == 3 and weeks.first.get_attribute("aria-label").startswith("Semaine ordinaire")
    slots = sum(len(week["creneaux"]) for week in EXAMPLES["complet"]["emploi_du_temps"]["semaines"])
    assert weeks.locator("rect:is(.college, .stage, .other)").count() == slots
    for width, height in WIDTHS.items():
        site.set_viewport_size({"width": width, "height": height})
        assert site.evaluate("document.documentElement.scrollHeight") <= UNFOLDED[width], width
        tops = weeks.evaluate_all("(all) => all.map((one) => Math.round(one.getBoundingClientRect().top))")
        assert len(set(tops)) == (2 if width == 1280 else 3)  # the ordinary week and one with a stage side by side
        check(site, f"unfolded, {width} px wide")
        assert site.evaluate(SMALL) == []


def test_an_answer_that_is_refused_has_its_own_link_among_those_read_with_it(site, server, tmp_path):
    wrong = copy.deepcopy(EXAMPLES["complet"])
    wrong["eleve"]["code_postal"] = "49"
    wrong["etablissement"]["nom"] = ""
    (tmp_path / "faux.json").write_text(json.dumps(wrong), encoding="utf-8")
    checked(site, server, tmp_path / "faux.json")
    link = site.locator("#reponses-eleve .faux [data-reponse='eleve.code_postal']")
    assert link.inner_text() == "Corriger\u00a0: Code postal"
    link.click()
    until(lambda: site.evaluate("document.activeElement.id") == "eleve-code_postal")
    site.fill("#eleve-code_postal", "49000")
    site.locator("#eleve [data-action=continuer]").click()
    until(lambda: site.locator("#verifier").is_visible())
    assert site.locator("#recapitulatif .faux").count() == 0
    go(site, "verifier")
    missing = site.locator("#reponses-etablissement [data-reponse='etablissement.nom']")
    assert missing.inner_text() == "Nom du collège"
