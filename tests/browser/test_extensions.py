"""Extensions of browsers put nodes beside every control of a page, late and again: answers, rows and errors do not
notice."""

import json
import re

import pytest

from tests.support.pages.steps import file_of, go, open_new, ready, saved, until
from tests.support.pages.week_steps import see_rows

pytestmark = pytest.mark.without_worker

NEIGHBOURS = """
const CONTROLS = 'input, textarea, select, button';
const neighbour = () => {
  const node = document.createElement('div');
  node.className = 'extension';
  node.append(document.createElement('p'), document.createElement('span'), document.createElement('label'));
  for (const type of ['text', 'checkbox', 'radio']) {
    const control = document.createElement('input');
    Object.assign(control, { type, value: 'intrus', checked: true, name: 'extension' });
    node.append(control);
  }
  node.append(document.createElement('select'), document.createElement('button'));
  return node;
};
const beside = (control) => {
  if (control.closest('.extension') || control.dataset.beside) return;
  control.dataset.beside = 'yes';
  control.before(neighbour());
  control.after(neighbour());
};
new MutationObserver((records) => {
  for (const { addedNodes } of records) {
    for (const node of addedNodes) {
      if (node.nodeType !== 1) continue;
      if (node.matches(CONTROLS)) beside(node);
      node.querySelectorAll(CONTROLS).forEach(beside);
    }
  }
}).observe(document, { childList: true, subtree: true });
"""
"""A neighbour before and after each control, drawn later or not: what password managers and correctors do, with fields
of their own."""
ANSWER = """(place) => {
  const tell = (control) => ['input', 'change']
    .forEach((name) => control.dispatchEvent(new Event(name, { bubbles: true })));
  const ours = (node) => node.checkVisibility() && !node.closest('.extension');
  let typed = 0;
  for (const id of [...document.querySelectorAll(place + ' [name]')].filter(ours).map((control) => control.id)) {
    const control = document.getElementById(id);
    if (!control || !ours(control)) continue;
    typed++;
    if (['checkbox', 'radio', 'button'].includes(control.type)) control.click();
    else if (control.tagName === 'SELECT') { control.selectedIndex = control.options.length - 1; tell(control); }
    else {
      control.value = { jour: '5', mois: '1', annee: '2027' }[control.dataset.part] ?? control.value + '1';
      tell(control);
    }
  }
  document.querySelectorAll(place + ' :is(.champ, .creneau:first-of-type, .copie) > .extension').forEach((node) => {
    tell(node);
    tell(node.querySelector('input'));
  });
  return typed;
}"""
"""Answer everything that is seen in a place, then let the neighbours be typed in; gives how many answers."""
SLUGS = "[...document.querySelectorAll('.taches li')].map((row) => row.dataset.pageSlug)"
EVERYTHING = 150
"""Fewer than the questions of a dossier with an item in each list."""


def answered(page, server):
    """The answers after every page was filled, an item added to each list and slots typed; with what is said to be
    missing."""
    open_new(page)
    count = 0
    for slug in page.evaluate(SLUGS):
        go(page, slug)
        for index in range(page.locator(f"#{slug} [data-action=ajouter]:visible").count()):
            page.locator(f"#{slug} [data-action=ajouter]:visible").nth(index).click()
        if slug == "emploi-du-temps":
            page.click("[data-action=semaine-ajouter]")
            type_slots(page)
        count += page.evaluate(ANSWER, f"#{slug}")
        page.locator(f"#{slug} [data-action=continuer]").click()
        until(lambda: page.evaluate("location.hash") != f"#{slug}"
              or page.locator(f"#{slug} .resume-erreurs").is_visible())
    assert count > EVERYTHING
    saved(page)
    go(page, "verifier")
    until(lambda: page.locator("#verdict").inner_text() != "")
    missing = page.locator("#manquants").inner_text()
    return contents(page), missing


def contents(page):
    """The answers of the file, without its reference nor what is computed of it."""
    answers = {key: value for key, value in file_of(page).items() if key != "dossier"}
    return json.loads(re.sub(r'"empreinte": "[^"]+"', '"empreinte": "…"', json.dumps(answers)))


def slotted(page, server):
    """A new timetable typed by keyboard."""
    open_new(page)
    go(page, "emploi-du-temps")
    page.click("[data-action=semaine-ajouter]")
    type_slots(page)
    saved(page)
    go(page, "verifier")
    return contents(page)


def type_slots(page):
    """A slot typed in the row proposed, one copied to another day, one moved, one removed."""
    see_rows(page)
    page.locator("[data-jour=lundi] .nouveau [name=debut]").fill("17h-17h30")
    page.keyboard.press("Enter")
    page.keyboard.type("17h30-18h")
    page.keyboard.press("Enter")
    page.locator("[data-jour=lundi] [data-action=creneau-monter]:visible").nth(1).click()
    page.locator("[data-jour=lundi] [data-action=creneau-supprimer]:visible").nth(1).click()
    page.locator("[data-jour=lundi] [data-action=jour-copier]").click()
    page.locator("#copie-mardi").check()
    page.locator(".copie [name=copier]").click()
    until(lambda: page.locator("[data-jour=mardi] .creneau:not(.nouveau)").count() == 1)


def looked_up(page, server):
    """What « Éligibilité » and « Règles » conclude, « Mon établissement » keeps."""
    found = []
    for path, place, action, result in (("eligibilite/", "#questions", "verifier-eligibilite", "#conclusion"),
                                        ("regles/", "#essai", "essayer", "#verdict")):
        page.goto(server.address + path)
        until(lambda: ready(page))
        page.evaluate(ANSWER, place)
        page.click(f"[data-action={action}]")
        until(lambda: page.locator(result).inner_text() != "" or page.locator(".resume-erreurs").first.is_visible())
        found.append(page.locator("main").evaluate("(main) => [...main.querySelectorAll('.erreur, .regle')].map((one) "
                                                   "=> one.innerText)"))
    page.evaluate("pidStore.putSetting('etablissement', '')")
    page.goto(server.address + "etablissement/")
    until(lambda: ready(page))
    page.evaluate(ANSWER, "#questions")
    page.click("[data-action=enregistrer-etablissement]")
    until(lambda: "Enregistré" in page.locator("#etat-enregistrement").inner_text())
    found.append(page.evaluate("pidStore.getSetting('etablissement')"))
    return found


@pytest.mark.parametrize("journey", [
    looked_up, *[pytest.param(one, marks=pytest.mark.campaign) for one in (slotted, answered)]])
def test_answers_are_the_same_with_nodes_beside_every_control(site, server, journey):
    made = []
    for crowded in (False, True):
        if crowded:
            site.add_init_script(NEIGHBOURS)
        site.goto(server.address)
        until(lambda: ready(site))
        made.append(journey(site, server))
        assert site.locator("#erreur-inattendue").is_hidden(), site.locator("#erreur-inattendue").inner_text()
        assert (site.locator(".extension").count() > 0) == crowded
    assert made[0] == made[1]
