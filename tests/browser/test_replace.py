"""Replacing a draft by a file received: what it held can be taken back."""

import json

import pytest

from tests.support.examples import DATA
from tests.support.pages.axe import check
from tests.support.pages.steps import as_file, choose_file, open_new, ready, saved, stored, until

pytestmark = pytest.mark.without_worker


def keep(page, dossier):
    """A draft of this browser, made without its page."""
    page.evaluate("(json) => pidStore.create({json, titre: '', etat: '', demonstration: false})", json.dumps(dossier))


def test_a_replacement_can_be_undone(site, server, tmp_path):
    site.goto(server.address + "ouvrir/")
    until(lambda: ready(site))
    choose_file(site, DATA / "complet.json")
    site.click("[data-action=nouveau]")
    site.wait_for_url("**/dossier/**")
    changed = json.loads((DATA / "complet.json").read_text(encoding="utf-8"))
    before = changed["eleve"]["nom"]
    changed["eleve"]["nom"] = "Autre"
    (tmp_path / "autre.json").write_text(json.dumps(changed), encoding="utf-8")
    site.goto(server.address + "ouvrir/")
    until(lambda: ready(site))
    choose_file(site, tmp_path / "autre.json")
    assert site.locator("#differences :is(p, h4, li)").all_inner_texts() == [
        "Une différence\u00a0:", "Élève", f"Nom\u00a0: «\u00a0{before}\u00a0» deviendrait «\u00a0Autre\u00a0»"]
    site.click("[data-action=remplacer]")
    until(lambda: site.locator("#remplacement").is_visible())
    assert stored(site) == [(2, "Autre")]
    site.keyboard.press("Tab")
    site.keyboard.press("Enter")
    until(lambda: site.locator("#remplacement").is_hidden())
    assert stored(site) == [(3, before)]


def test_what_a_file_would_change_is_said_item_by_item_in_words(site, server):
    """Which item, its words rather than its identifier, what the parties do not sign; and that more differs than is
    shown."""
    other = json.loads((DATA / "complet.json").read_text(encoding="utf-8"))
    objective = other["parcours"]["objectifs"][0]
    objective["intitule"] = "mot " * 30 + "fin"
    keep(site, other)
    site.goto(server.address + "ouvrir/")
    until(lambda: ready(site))
    choose_file(site, as_file(other))
    assert "Ils sont identiques." in site.locator("#differences").inner_text()
    other["stages"][0]["lieu"] = "L2"
    other["eleve"]["niveau"] = ""
    objective["intitule"] = "mot " * 30 + "plus loin"
    other["journal"] = [{"date": "", "type": "", "lieu": "", "texte": "Une note."}] * 40
    site.set_input_files("#fichier", as_file(other))
    until(lambda: site.locator("#differences li").count() == 30)
    assert "43 différences, dont voici les 30 premières\u00a0:" in site.locator("#differences").inner_text()
    lines = site.locator("#differences li").all_inner_texts()
    assert lines[0] == "Niveau\u00a0: «\u00a03e\u00a0» serait retiré"
    assert lines[1] == ("Objectif 1, Objectif\u00a0: «\u00a0…mot mot mot mot mot fin\u00a0» deviendrait "
                        "«\u00a0…mot mot mot mot mot plus loin\u00a0»")
    assert lines[2] == ("Stage 1, Lieu\u00a0: «\u00a0Menuiserie de l'Exemple\u00a0» deviendrait "
                        "«\u00a0Lycée professionnel de démonstration\u00a0»")
    assert lines[3] == "Note 1 (ajoutée)\u00a0: «\u00a0Une note.\u00a0»"
    assert site.locator("#differences h4").all_inner_texts() == ["Élève", "Objectifs et stratégies", "Stages",
                                                                 "Journal de suivi"]


SLOW_FIRST_READING = """
let store;
Object.defineProperty(window, 'pidStore', { get: () => store, set: (made) => {
  let first = true;
  store = { ...made, get: (id) => {
    const wait = first ? new Promise((go) => { window.letGo = go; }) : null;
    first = false;
    return Promise.resolve(wait).then(() => made.get(id));
  } };
} });
"""


def test_a_file_chosen_after_another_never_replaces_the_draft_of_the_first(site, server):
    first = json.loads((DATA / "complet.json").read_text(encoding="utf-8"))
    second = json.loads(json.dumps(first))
    second["dossier"]["reference"] = first["dossier"]["reference"][:-4] + "AAAA"
    second["eleve"]["nom"] = "Seconde"
    keep(site, first)
    page = site.context.new_page()
    page.add_init_script(SLOW_FIRST_READING)
    page.goto(server.address + "ouvrir/")
    until(lambda: ready(page))
    page.set_input_files("#fichier", as_file(first))
    until(lambda: page.evaluate("'letGo' in window"))
    choose_file(page, as_file(second))
    page.evaluate("letGo()")
    page.evaluate("new Promise((go) => setTimeout(go, 300))")  # what must not happen has no character of its end
    assert page.locator("[data-action=remplacer]").is_hidden()
    assert page.locator("#differences").inner_text() == ""
    assert "Seconde" in page.locator("#contenu-fichier").inner_text()
    assert stored(page) == [(1, first["eleve"]["nom"])]


def test_a_draft_changed_meanwhile_is_not_replaced(site, server):
    open_new(site)
    reference = site.locator("#reference").inner_text()
    assert reference
    other = site.context.new_page()
    other.goto(server.address + "ouvrir/")
    until(lambda: ready(other))
    text = site.evaluate("pidStore.list().then(([one]) => pidStore.get(one.id)).then((record) => record.json)")
    other.set_input_files("#fichier", {"name": "d.json", "mimeType": "application/json", "buffer": text.encode()})
    until(lambda: other.locator("#apercu").is_visible())
    site.evaluate("location.hash = '#eleve'")
    site.fill("#eleve-nom", "Écrit entre-temps")
    saved(site)
    other.click("[data-action=remplacer]")
    until(lambda: other.locator("#alerte-enregistrement").is_visible())
    assert "rien n’a été remplacé" in other.locator("#alerte-enregistrement").inner_text()
    assert stored(other)[0][1] == "Écrit entre-temps"


def several_pages(**changes):
    # The complete example, as another computer changed three pages of it.
    other = json.loads((DATA / "complet.json").read_text(encoding="utf-8"))
    other["eleve"]["nom"] = "Autre"
    other["stages"][0]["debut"] = "2027-01-06"
    other["journal"] = [{"id": "J1", "date": "2027-01-19", "type": "", "lieu": "", "texte": "Une note."}]
    return {**other, **changes}


def ask_pages(page, server, other):
    page.goto(server.address + "ouvrir/")
    until(lambda: ready(page))
    choose_file(page, as_file(other))
    page.click("#apercu > .actions [data-action=page-par-page]")
    until(lambda: page.locator("#par-page").is_visible())


@pytest.mark.parametrize("width", [1280, 360])
def test_a_file_is_taken_page_by_page_and_that_is_undone(site, server, width):
    site.set_viewport_size({"width": width, "height": 740})
    here = json.loads((DATA / "complet.json").read_text(encoding="utf-8"))
    keep(site, here)
    ask_pages(site, server, several_pages())
    assert site.locator("#par-page-liste label").all_inner_texts() == ["Élève", "Stages", "Journal de suivi"]
    check(site, "nothing ticked")
    site.click("[data-action=prendre-pages]")
    assert "Cochez au moins une page" in site.locator("#par-page-erreur").inner_text()
    site.check("#prendre-eleve")
    site.check("#prendre-journal")
    said = site.locator("#par-page-resultat")
    until(lambda: "«\u00a0Élève\u00a0», «\u00a0Journal de suivi\u00a0»" in said.inner_text())
    assert site.locator("#par-page-erreur").is_hidden()
    site.click("#par-page-liste summary >> nth=0")
    check(site, "two pages ticked")
    site.click("[data-action=prendre-pages]")
    until(lambda: site.locator("#remplacement").is_visible())
    made = held(site)
    assert (made["eleve"]["nom"], made["stages"][0]["debut"]) == ("Autre", here["stages"][0]["debut"])
    assert [note["texte"] for note in made["journal"]] == ["Une note."]
    site.click("[data-action=annuler-remplacement]")
    until(lambda: site.locator("#remplacement").is_hidden())
    assert held(site)["eleve"]["nom"] == here["eleve"]["nom"] and held(site)["journal"] == []
    states = site.evaluate("pidStore.list().then(([one]) => pidStore.history(one.id))")
    assert [state["motif"] for state in states][-1] == "pages"


def held(page):
    record, = page.evaluate("pidStore.list().then((all) => Promise.all(all.map((one) => pidStore.get(one.id))))")
    return json.loads(record["json"])


def test_what_was_signed_elsewhere_is_said_not_to_be_the_united_contract(site, server):
    keep(site, json.loads((DATA / "complet.json").read_text(encoding="utf-8")))
    other = several_pages()
    for signature in other["signatures"]:
        signature["empreinte"] = "ab" * 32
    ask_pages(site, server, other)
    site.check("#prendre-signatures")
    until(lambda: "celles d’un autre contrat" in site.locator("#par-page-resultat").inner_text())
    site.uncheck("#prendre-signatures")
    site.check("#prendre-eleve")
    until(lambda: "Élève" in site.locator("#par-page-resultat").inner_text())
    assert "autre contrat" not in site.locator("#par-page-resultat").inner_text()
    site.click("[data-action=laisser-pages]")
    assert site.locator("#apercu").is_visible() and stored(site) == [(1, "Doğan-Lefèvre")]


def test_what_was_sent_from_elsewhere_never_leaves_again_under_its_revision(site, server):
    keep(site, json.loads((DATA / "complet.json").read_text(encoding="utf-8")))
    sent = {"date": "2026-11-20", "destinataire": "", "empreinte": "7K3F-9QXW-2MPD-HJ4T", "revision": 1}
    ask_pages(site, server, several_pages(transmission=sent))
    site.check("#prendre-stages")
    until(lambda: "révision\u00a02" in site.locator("#par-page-resultat").inner_text())
    site.uncheck("#prendre-stages")
    site.check("#prendre-transmission")
    until(lambda: "n’est plus celle de ce contenu" in site.locator("#par-page-resultat").inner_text())
    site.click("[data-action=prendre-pages]")
    until(lambda: site.locator("#remplacement").is_visible())
    site.click("[data-action=ouvrir-remplace]")
    until(lambda: "il devient la révision\u00a02" in site.locator("#revision-nouvelle").inner_text())
