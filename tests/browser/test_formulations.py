"""« S’inspirer d’une formulation »: a sentence goes in the answer, its first blank selected; nothing typed is lost."""

import pytest

from tests.support.pages.axe import check
from tests.support.pages.looks import LOOKS, look
from tests.support.pages.steps import go, open_demonstration, open_new, until

pytestmark = pytest.mark.without_worker

ASKED = "[data-action=s-inspirer]"
OBJECTIVE, INDICATOR = "#parcours-objectifs-0-intitule", "#parcours-objectifs-0-indicateur"
STRATEGY = "#parcours-objectifs-0-strategies-0-intitule"
COMMITMENT = "#engagements-eleve-0"


def field(page, control):
    return page.locator(f".champ:has(> {control})")


def unfold(page, control, theme=""):
    """Unfold the sentences of a question, of a theme of them where they have one; gives their buttons."""
    field(page, control).locator(ASKED).click()
    until(lambda: field(page, control).locator(".proposees").is_visible())
    folded = field(page, control).locator(f"details:has(> summary:text-is('{theme}'))")
    if theme:
        folded.locator("summary").click()
    return (folded if theme else field(page, control)).locator("li > button")


def selected(page):
    return page.evaluate("(({ id, value, selectionStart, selectionEnd }) => [id, value.slice(selectionStart, "
                         "selectionEnd)])(document.activeElement)")


def value(page, control):
    return page.locator(control).input_value()


def undo(page):
    page.keyboard.press("Control+z")


def test_an_objective_brings_its_indicator_and_a_strategy_in_one_step(site):
    open_new(site)
    go(site, "objectifs")
    site.locator("#objectifs > .bloc > [data-action=ajouter]").click()
    choice = unfold(site, OBJECTIVE, "Assiduité").first
    sentence = choice.inner_text()
    choice.click()
    until(lambda: value(site, OBJECTIVE) == sentence)
    assert "absence sans excuse" in value(site, INDICATOR) and "[qui]" in value(site, STRATEGY)
    assert selected(site) == [OBJECTIVE[1:], "[nombre]"]
    assert field(site, OBJECTIVE).locator(".proposees").count() == 0
    assert site.locator("#annonce").inner_text() == site.locator("#annuler p").inner_text() \
        + " À compléter d’abord\u00a0: [nombre]."
    assert site.locator("#annuler p").inner_text() \
        == "Formulation reprise\u00a0: objectif, indicateur, stratégie."
    site.keyboard.type("4")
    assert value(site, OBJECTIVE) == sentence.replace("[nombre]", "4", 1)
    undo(site)
    until(lambda: value(site, OBJECTIVE) == sentence)
    undo(site)
    until(lambda: value(site, OBJECTIVE) == value(site, INDICATOR) == value(site, STRATEGY) == "")
    site.click("#retablir")
    until(lambda: value(site, OBJECTIVE) == sentence and "[qui]" in value(site, STRATEGY))


def test_what_is_typed_stays_and_what_is_below_it_is_taken_back(site):
    open_demonstration(site)
    go(site, "objectifs/O1")
    indicator, strategy = value(site, INDICATOR), value(site, STRATEGY)
    site.fill(OBJECTIVE, "Le mien 😀")
    choice = unfold(site, OBJECTIVE, "Projet").first
    sentence = choice.inner_text()
    choice.click()
    until(lambda: value(site, OBJECTIVE) == "Le mien 😀\n" + sentence)
    assert (value(site, INDICATOR), value(site, STRATEGY)) == (indicator, strategy)
    assert selected(site) == [OBJECTIVE[1:], "[nombre]"]
    assert "ajoutée sous votre texte" in site.locator("#annuler p").inner_text()
    undo(site)
    until(lambda: value(site, OBJECTIVE) == "Le mien 😀")


def test_a_strategy_left_blank_is_filled_and_an_indicator_alone_brings_nothing(site):
    open_new(site)
    go(site, "objectifs")
    site.locator("#objectifs > .bloc > [data-action=ajouter]").click()
    site.locator("[data-path='parcours.objectifs.0.strategies'] > [data-action=ajouter]").click()
    unfold(site, INDICATOR, "Stage").first.click()
    until(lambda: value(site, INDICATOR) != "")
    assert value(site, OBJECTIVE) == value(site, STRATEGY) == ""
    indicator = value(site, INDICATOR)
    unfold(site, OBJECTIVE, "Comportement").first.click()
    until(lambda: value(site, STRATEGY) != "")
    assert value(site, INDICATOR) == indicator
    assert site.locator("[data-path='parcours.objectifs.0.strategies'] .item").count() == 1


def test_by_keyboard_on_a_telephone_and_the_blank_left_is_told(site):
    look(site, *LOOKS[1])
    open_demonstration(site)
    go(site, "engagements")
    site.fill(COMMITMENT, "")
    site.focus(COMMITMENT)
    site.keyboard.press("Tab")
    site.keyboard.press("Enter")
    panel = field(site, COMMITMENT).locator(".proposees")
    until(panel.is_visible)
    assert field(site, COMMITMENT).locator(ASKED).get_attribute("aria-expanded") == "true"
    check(site, "sentences unfolded")
    site.keyboard.press("Tab")
    site.keyboard.press("Tab")
    site.keyboard.press("Enter")
    until(lambda: selected(site) == [COMMITMENT[1:], "[qui]"])
    said = site.locator(COMMITMENT + "-constat")
    until(lambda: "«\u00a0[qui]\u00a0»" in said.inner_text())
    site.keyboard.type("la vie scolaire")
    until(lambda: "«\u00a0[heure]\u00a0»" in said.inner_text())
    site.fill(COMMITMENT, value(site, COMMITMENT).replace("[heure]", "8 h"))
    until(said.is_hidden)
    go(site, "dispenses")
    unfold(site, "#parcours-dispenses-0-compensation")
    go(site, "objectifs/O1")
    unfold(site, STRATEGY, "Stage")
    check(site, "themes unfolded")
    asked = field(site, STRATEGY).locator(ASKED)
    asked.click()
    assert field(site, STRATEGY).locator(".proposees").count() == 0
    assert asked.get_attribute("aria-expanded") == "false"


def test_every_question_that_is_helped_offers_sentences(site):
    open_demonstration(site)
    for slug, controls in (("dispenses", ["#parcours-dispenses-0-compensation"]),
                           ("engagements", ["#engagements-famille-0", "#engagements-etablissement-0",
                                            "#engagements-accueil-0", "#engagements-rupture"])):
        go(site, slug)
        for control in controls:
            assert unfold(site, control).count() > 3
