"""Lists of one answer, typed as lines are: a first one is there, Enter goes to the next, Backspace takes one away."""

from tests.support.pages.steps import copy_of, go, judged, open_new, saved, until

LIST = '#engagements .bloc[data-path="engagements.eleve"]'


def lines(site):
    return site.locator(f"{LIST} textarea").evaluate_all("(all) => all.map((one) => one.value)")


def name(site):
    return site.evaluate("document.activeElement.name ?? ''")


def held(site):
    """The engagements in the file; the page is left, then shown again at the last line of the first list."""
    saved(site)
    kept = copy_of(site)["engagements"]
    go(site, "engagements")
    site.focus(f"{LIST} textarea >> nth=-1")
    return kept


def test_lines_are_typed_one_after_the_other_and_no_blank_one_is_kept(site):
    open_new(site)
    judged(site)
    go(site, "engagements")
    assert lines(site) == [""] and not site.locator(f"{LIST} [data-action=supprimer]").is_visible()
    go(site, "taches")
    until(lambda: site.locator("#taches [data-page-slug=engagements] .statut").inner_text() == "Pas commencé")
    go(site, "engagements")
    site.focus(f"{LIST} textarea")
    site.keyboard.type("Venir")
    site.keyboard.press("Enter")
    site.keyboard.type("Prévenir,")
    site.keyboard.press("Shift+Enter")
    site.keyboard.type("même tard")
    site.keyboard.press("Enter")
    until(lambda: name(site) == "engagements.eleve.2")
    assert lines(site) == ["Venir", "Prévenir,\nmême tard", ""]
    assert held(site)["eleve"] == ["Venir", "Prévenir,\nmême tard"], "the blank line is not in the file"
    site.keyboard.press("Enter")
    until(lambda: name(site) == "engagements.famille.0")
    assert len(lines(site)) == 2
    site.keyboard.press("Enter")
    until(lambda: name(site) == "engagements.etablissement.0")
    site.focus(f"{LIST} textarea >> nth=0")
    site.keyboard.press("Enter")
    until(lambda: name(site) == "engagements.eleve.1")
    site.keyboard.press("Control+a")
    site.keyboard.press("Delete")
    site.keyboard.press("Backspace")
    until(lambda: name(site) == "engagements.eleve.0")
    assert lines(site) == ["Venir"] and held(site)["eleve"] == ["Venir"]
    site.keyboard.press("Control+a")
    site.keyboard.press("Delete")
    assert lines(site) == [""] and held(site)["eleve"] == [], "nothing is left: the list has no item"
    assert site.locator(f"{LIST} .item.pret").count() == 1
