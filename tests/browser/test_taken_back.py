"""Whatever was answered returns to « no answer », and the dossier, the rules and the page are as before; see
tests/build/test_taken_back.py."""

import json

import pytest

from pid_rules.dossier.becoming import become
from pid_rules.dossier.items import identify
from pid_rules.dossier.paths import concrete, put
from pid_rules.dossier.structure import blank_dossier, blank_item, ordered
from pid_rules.form import FORM
from pid_rules.judgement.addresses import addresses
from tests.support.pages.steps import go, ready, saved, set_date, until

pytestmark = pytest.mark.without_worker

GIVE_AND_TAKE = """(slug) => {
  const told = (control) => ['input', 'change']
    .forEach((type) => control.dispatchEvent(new Event(type, { bubbles: true })));
  const write = (control, text) => { control.value = text; told(control); };
  const counts = {};
  const champs = [...document.querySelectorAll(`#${slug} .champ[data-path]`)]
    .filter((one) => one.getClientRects().length);
  for (const champ of champs) {
    const controls = [...champ.querySelectorAll('input, select, textarea')];
    const before = controls.map((one) => one.checked ?? one.value);
    const kind = controls[0].type;
    counts[kind] = (counts[kind] ?? 0) + 1;
    const was = controls.map((one) => one.value);
    if (kind === 'radio') {
      controls.at(-1).click();
      champ.querySelector('.effacer').click();
    } else if (kind === 'checkbox') {
      controls.forEach((one) => one.click());
      controls.forEach((one) => one.click());
    } else if (kind === 'select-one' && controls[0].options.length === 1) {
      continue; // nothing that it could designate
    } else if (kind === 'select-one') {
      write(controls[0], controls[0].options[1].value);
      // the row of a slot goes to its day
      write(document.querySelector(`.champ[data-path="${champ.dataset.path}"] select`), '');
    } else {
      controls.forEach((one, rank) => write(one, ['7', '12', '2026'][rank]));
      controls.forEach((one) => write(one, ''));
    }
    if (kind === 'radio' && getComputedStyle(champ.querySelector('.effacer')).display !== 'none') {
      throw new Error(champ.dataset.path);
    }
  }
  return counts;
}"""
UNFOLD = """() => {
  for (const one of document.querySelectorAll('#suivi-stages details')) one.open = true;
  for (const one of document.querySelectorAll('[id$=travaux-oui]')) if (one.getClientRects().length) one.click();
}"""
"""Questions that are folded, or behind one answer for all."""
SAID = """() => [...document.querySelectorAll('#taches .statut, #avancement')].map((one) => one.textContent).join()"""
JUDGED = """() => ['#verdict', '#constats', '#manquants']
  .map((one) => document.querySelector(one).textContent).join()"""


def with_items():
    """A dossier in which every list has one item, nothing answered; those that offer a first one keep no blank one."""
    dossier = blank_dossier(FORM)
    for pattern, block in FORM.block.items():
        for path in concrete(dossier, pattern) if not block.computed and not block.offered else ():
            put(dossier, path, [blank_item(FORM, pattern)])
    identify(FORM, dossier)
    return ordered(FORM, dossier)


def opened(site, server, dossier):
    made = site.evaluate("(json) => pidStore.create({json, titre: '', etat: ''})", json.dumps(dossier))
    site.goto(f"{server.address}dossier/?d={made['id']}")
    until(lambda: site.evaluate("'juge' in document.documentElement.dataset"))


def state(site):
    """(the dossier on the disk, what the list of pages and the check say)."""
    go(site, "taches")
    said = site.evaluate(SAID)
    go(site, "verifier")
    until(lambda: site.locator("#verdict").inner_text() != "")
    kept = site.evaluate("pidStore.get(new URLSearchParams(location.search).get('d')).then((record) => record.json)")
    return json.loads(kept), said, site.evaluate(JUDGED)


def screens(dossier):
    """Every address of a dossier where something is asked."""
    return [one for page in FORM.pages if page.editable for one in addresses(FORM, dossier, page.slug)] + ["suivi"]


@pytest.mark.parametrize("made", [
    pytest.param(lambda: blank_dossier(FORM), marks=pytest.mark.campaign), with_items],
    ids=["blank", "one item in every list"])
def test_every_answer_of_every_page_is_taken_back(site, server, made):
    opened(site, server, ordered(FORM, made()))
    before, seen = state(site), {}
    for address in screens(before[0]):
        go(site, address)
        site.evaluate(UNFOLD)
        for kind, count in site.evaluate(GIVE_AND_TAKE, address.partition("/")[0]).items():
            seen[kind] = seen.get(kind, 0) + count
    saved(site)
    after = state(site)
    assert become(after[0], before[0]) == [] and after[1:] == before[1:]
    assert {"radio", "select-one", "text", "textarea"} <= set(seen) <= {"radio", "select-one", "text", "textarea",
                                                                        "checkbox"}
    assert sum(seen.values()) > (190 if made is with_items else 40)


def test_one_of_each_kind_is_taken_back_by_mouse_by_keyboard_and_by_touch(site, server):
    dossier = with_items()
    opened(site, server, dossier)
    before = state(site)[0]
    go(site, "eleve")
    for way in ("mouse", "keyboard", "touch"):
        erase = site.locator("fieldset[data-path='eleve.regime'] .effacer")
        assert erase.is_hidden()
        site.locator("#eleve-regime-interne").click()
        assert erase.is_visible() and erase.bounding_box()["height"] >= 24
        if way == "mouse":
            erase.click()
        elif way == "touch":
            erase.dispatch_event("click")  # what a tap becomes
        else:
            for _ in range(2):
                site.keyboard.press("Tab")
                if site.evaluate("document.activeElement.className").endswith("effacer"):
                    break
            site.keyboard.press("Enter")
        assert site.locator("[name='eleve.regime']:checked").count() == 0 and erase.is_hidden()
        assert site.evaluate("document.activeElement.name") == "eleve.regime"
        assert site.locator("#annonce").inner_text() == "Réponse effacée."
    go(site, "stages/S1/ou-et-quand")
    list_of_places = site.locator("#stages-0-lieu")
    list_of_places.select_option("L1")
    list_of_places.focus()
    site.keyboard.press("Home")
    assert list_of_places.input_value() == ""
    site.keyboard.press("Tab")
    saved(site)
    assert state(site)[0] == before


def test_an_answer_taken_back_is_saved_once(site, server):
    opened(site, server, blank_dossier(FORM))
    go(site, "transmission")
    site.locator("#transmission-destinataire").press_sequentially("a")
    site.keyboard.press("Backspace")
    saved(site)
    revision = "pidStore.get(new URLSearchParams(location.search).get('d')).then(({ rev }) => rev)"
    before = site.evaluate(revision)
    site.keyboard.press("Tab")
    site.evaluate("document.querySelector('#transmission-destinataire').dispatchEvent(new Event('change', { bubbles: "
                  "true }))")
    saved(site)
    assert site.evaluate(revision) == before


def test_a_day_of_sending_typed_by_hand_then_taken_back(site, server):
    opened(site, server, blank_dossier(FORM))
    before = state(site)
    go(site, "transmission")
    set_date(site, "transmission-date", "20", "11", "2026")
    kept = """pidStore.get(new URLSearchParams(location.search).get('d'))
      .then((record) => JSON.parse(record.json).transmission?.empreinte)"""
    until(lambda: site.evaluate(kept))
    for part in ("jour", "mois", "annee"):
        site.fill(f"#transmission-date-{part}", "")
    until(lambda: not site.evaluate(kept))
    saved(site)
    assert state(site) == before


def test_eligibility_and_the_note_take_their_choices_back(site, server):
    site.goto(server.address + "eligibilite/")
    until(lambda: ready(site))
    site.check("#stage-aucun")
    site.locator("#stage .effacer").click()
    site.click("[data-action=verifier-eligibilite]")
    assert "Un stage est-il envisagé" in site.locator("#resultat").inner_text()
    opened(site, server, blank_dossier(FORM))
    go(site, "suivi")
    until(lambda: site.locator("#note-lieu option").count() > 0)
    site.fill("#note-texte", "Une note")
    site.locator("#note-type input").first.check()
    site.locator("#note-type .effacer").click()
    saved(site)
    assert state(site)[0]["journal"][0]["type"] == ""
