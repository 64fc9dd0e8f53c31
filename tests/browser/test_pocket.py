"""The référent's pocket: on a telephone, the note of the day, the visit that it closes, the carnet for the collège."""

import copy
import json
from pathlib import Path

import pytest

from pid_rules.dossier.structure import ordered
from pid_rules.form import FORM
from pid_rules.suivi.carnet import carnet_of
from tests.support.carnets import SPOILED, spoiled
from tests.support.examples import EXAMPLES
from tests.support.pages.axe import check
from tests.support.pages.steps import copy_of, download, go, ready, saved, until

pytestmark = [pytest.mark.without_worker, pytest.mark.telephone]

SENT = copy.deepcopy(EXAMPLES["complet"])
SENT["transmission"] = {"date": "2026-11-20", "destinataire": "", "empreinte": "", "revision": None}
VISIT = "2027-01-19"
EACH = "pidStore.list().then((all) => Promise.all(all.map(({ id }) => pidStore.get(id).then(({ json }) => json))))"
CREATE = "(json) => pidStore.create({json, titre: 'Un élève', etat: 'En cours', demonstration: false})"


def keep(page, dossier):
    """A draft of this browser, in its list."""
    page.evaluate(CREATE, json.dumps(dossier))
    page.reload()
    until(lambda: ready(page))


def day(page):
    return [page.locator(f"#note-date-{part}").input_value() for part in ("jour", "mois", "annee")]


def tap_note_of_the_day(page):
    """From the list, one tap; waits until the cursor is in the text of the note."""
    page.locator("#dossiers .note-du-jour").tap()
    page.wait_for_url("**/dossier/**")
    in_text(page)


def in_text(page):
    until(lambda: page.evaluate("document.activeElement?.id") == "note-texte")


def test_one_tap_from_the_list_leads_into_the_text_of_a_note_of_the_day(site):
    site.clock.set_fixed_time(f"{VISIT}T17:40:00")
    keep(site, SENT)
    until(lambda: site.locator("#dossiers .note-du-jour").is_visible())
    check(site, "the list")
    tap_note_of_the_day(site)
    assert day(site) == ["19", "1", "2027"]
    site.keyboard.type("Trois heures sans pause.")
    saved(site)
    written, = copy_of(site)["journal"]
    assert (written["date"], written["texte"]) == (VISIT, "Trois heures sans pause.")


def test_the_link_is_there_for_what_is_followed_alone_and_comes_with_the_day(site):
    site.clock.set_fixed_time("2027-01-04T10:00:00")
    begun = copy.deepcopy(EXAMPLES["complet"])
    begun["parcours"]["debut"] = "2027-01-05"
    keep(site, begun)
    until(lambda: site.locator("#dossiers li").count() == 1)
    site.evaluate("new Promise((go) => setTimeout(go, 300))")  # what must not appear has no sign of its end
    assert site.locator("#dossiers .note-du-jour").is_hidden()
    site.clock.set_fixed_time("2027-01-05T08:00:00")
    site.evaluate("window.dispatchEvent(new Event('focus'))")
    until(lambda: site.locator("#dossiers .note-du-jour").is_visible())


def test_the_day_is_fresh_when_the_page_comes_back_after_midnight(site):
    site.clock.set_fixed_time(f"{VISIT}T17:40:00")
    keep(site, SENT)
    tap_note_of_the_day(site)
    site.clock.set_fixed_time("2027-01-23T08:00:00")
    site.evaluate("window.dispatchEvent(new Event('focus'))")
    until(lambda: day(site) == ["23", "1", "2027"])
    site.keyboard.type("Un appel.")
    saved(site)
    site.clock.set_fixed_time("2027-01-24T08:00:00")
    site.evaluate("window.dispatchEvent(new Event('focus'))")
    site.locator("[data-action=suivi-note-du-jour]").tap()
    in_text(site)
    assert day(site) == ["24", "1", "2027"] and site.locator("#note-texte").input_value() == ""
    assert "23\u00a0janvier\u00a02027" in site.locator("#suivi-notes").inner_text()


def test_the_note_of_a_visit_closes_the_planned_one_and_that_is_taken_back(site):
    site.clock.set_fixed_time(f"{VISIT}T17:40:00")
    keep(site, SENT)
    tap_note_of_the_day(site)
    site.locator("#note-type-visite").tap()
    site.select_option("#note-lieu", "L1")
    site.fill("#note-texte", "Le poste lui plaît.")
    site.locator("[data-action=suivi-note]").tap()
    until(lambda: "Fait" in site.locator("#suivi-echeances details").inner_text())
    site.locator("#suivi-echeances summary").tap()
    assert "Visite de stage, stage\u00a01" in site.locator("#suivi-echeances details").inner_text()
    assert "La visite prévue est notée faite le 19\u00a0janvier\u00a02027." in site.locator("#annuler").inner_text()
    check(site, "once the visit is closed")
    made = copy_of(site)
    assert made["stages"][0]["visites"][0]["faite_le"] == VISIT
    site.locator("#annuler [data-action=annuler]").tap()
    saved(site)
    made = copy_of(site)
    assert made["stages"][0]["visites"][0]["faite_le"] == ""
    assert [note["texte"] for note in made["journal"]] == ["Le poste lui plaît."]


def test_a_planned_visit_begins_its_note_and_one_left_unfinished_is_closed_in_one_tap(site):
    site.clock.set_fixed_time(f"{VISIT}T17:40:00")
    keep(site, SENT)
    tap_note_of_the_day(site)
    site.locator("[data-action=suivi-visite]").first.tap()
    in_text(site)
    assert site.locator("#note-type-visite").is_checked() and site.locator("#note-lieu").input_value() == "L1"
    site.keyboard.type("Tout va bien.")
    saved(site)
    assert copy_of(site)["stages"][0]["visites"][0]["faite_le"] == ""
    go(site, "suivi")
    site.locator("[data-action=suivi-visite-faite]").tap()
    until(lambda: site.locator("[data-action=suivi-visite-faite]").count() == 0)
    assert copy_of(site)["stages"][0]["visites"][0]["faite_le"] == VISIT


def test_a_visit_already_in_the_log_is_closed_in_one_tap_and_one_of_the_stage_is_in_the_log(site):
    site.clock.set_fixed_time("2027-01-25T17:40:00")
    followed = copy.deepcopy(SENT)
    followed["journal"] = [{"id": "J1", "date": VISIT, "type": "visite", "lieu": "L1", "texte": "Déjà notée."}]
    visit = followed["stages"][0]["visites"][0]
    followed["stages"][0]["visites"].append({**visit, "id": "S1V9", "date": "2027-01-26", "faite_le": "2027-01-24",
                                             "observation": "Vue par le CPE."})
    keep(site, followed)
    tap_note_of_the_day(site)
    assert "Vue par le CPE." in site.locator("#suivi-notes").inner_text()
    assert site.locator("#suivi-notes li").count() == 2
    site.locator("[data-action=suivi-visite-faite]").tap()
    until(lambda: site.locator("[data-action=suivi-visite-faite]").count() == 0)
    assert copy_of(site)["stages"][0]["visites"][0]["faite_le"] == VISIT


# the carnet


def note(identifier, text, day=VISIT, kind="entretien"):
    return {"id": identifier, "date": day, "type": kind, "lieu": "L1", "texte": text}


def carnet(*notes, done="", **others):
    """A carnet as a telephone gives it."""
    followed = copy.deepcopy(SENT)
    followed["journal"] = list(notes)
    followed["stages"][0]["visites"][0]["faite_le"] = done
    return {**carnet_of(FORM, followed, "", f"{VISIT}T17:40"), **others}


def give(page, server, made):
    """Give a file to the page that opens files."""
    if not page.url.endswith("ouvrir/"):
        page.goto(server.address + "ouvrir/")
        until(lambda: ready(page))
    text = made if isinstance(made, str) else json.dumps(made)
    page.set_input_files("#fichier", {"name": "carnet.json", "mimeType": "application/json", "buffer": text.encode()})


def kept(page):
    record, = page.evaluate("pidStore.list().then((all) => Promise.all(all.map((one) => pidStore.get(one.id))))")
    return json.loads(record["json"])


def shown(page):
    until(lambda: page.locator("#carnet").is_visible())
    return page.locator("#carnet-lignes").inner_text()


def take(page):
    page.locator("[data-action=prendre-carnet]").tap()
    until(lambda: page.locator("#remplacement").is_visible())


def test_a_carnet_made_on_a_telephone_is_taken_into_the_dossier_of_the_college(site, server, tmp_path):
    site.clock.set_fixed_time(f"{VISIT}T17:40:00")
    keep(site, SENT)
    tap_note_of_the_day(site)
    site.locator("#note-type-visite").tap()
    site.select_option("#note-lieu", "L1")
    site.fill("#note-texte", f"{SENT['eleve']['prenom']} a tenu trois heures.")
    site.locator("[data-action=suivi-note]").tap()
    saved(site)
    got = download(site, "suivi-carnet")
    assert got.suggested_filename == "PID_0490000J_2026-2027_K7QF_v1_carnet_2027-01-19-17h40.json"
    assert "Le nom de l’élève est écrit" in site.locator(".remise").inner_text()
    text = Path(got.path()).read_text(encoding="utf-8")
    assert SENT["eleve"]["nom"] not in text and json.loads(text)["format"] == "pid-carnet"
    give(site, server, text)
    assert "Déjà dans le dossier (2)" in shown(site)
    # The dossier of the collège, which has another note and lacks these.
    here = copy.deepcopy(SENT)
    here["journal"] = [note("J1", "Un appel.", "2027-01-22")]
    site.evaluate("([id, json]) => pidStore.save({ id, json, expected_rev: 99 }).catch((error) => pidStore.save("
                  "{ id, json, expected_rev: error.courant.rev }))",
                  [site.evaluate("pidStore.list().then(([one]) => one.id)"), json.dumps(here)])
    give(site, server, text)
    until(lambda: "À ajouter (2)" in shown(site))
    check(site, "a carnet beside the dossier")
    take(site)
    made = kept(site)
    assert [one["texte"] for one in made["journal"]] == [f"{SENT['eleve']['prenom']} a tenu trois heures.", "Un appel."]
    assert made["stages"][0]["visites"][0]["faite_le"] == VISIT
    differ = {key for key in made if made[key] != ordered(FORM, here)[key]}
    assert differ == {"journal", "stages"}
    give(site, server, text)
    until(lambda: "Déjà dans le dossier (2)" in shown(site))
    site.locator("[data-action=prendre-carnet]").tap()
    until(lambda: "Rien n’est à prendre" in site.locator("#carnet-erreur").inner_text())


def test_two_texts_under_one_identifier_are_both_shown_and_a_carnet_taken_can_be_given_back(site, server):
    here = copy.deepcopy(SENT)
    here["journal"] = [note("J1", "Texte d’ici.")]
    keep(site, here)
    give(site, server, carnet(note("J1", "Texte du carnet."), note("J2", "Sans suite.")))
    text = shown(site)
    assert "Garder ce que dit le dossier" in text and "Texte d’ici." in text and "Texte du carnet." in text
    site.get_by_text("Prendre le carnet").tap()
    site.get_by_text("Sans suite.").tap()
    take(site)
    assert [one["texte"] for one in kept(site)["journal"]] == ["Texte du carnet."]
    site.wait_for_timeout(600)  # else it may be the second tap of a double one, which does nothing
    site.locator("[data-action=annuler-remplacement]").tap()
    until(lambda: site.locator("#remplacement").is_hidden())
    assert kept(site)["journal"] == here["journal"]
    states = site.evaluate("pidStore.list().then(([one]) => pidStore.history(one.id))")
    assert [one["motif"] for one in states][-1] == "carnet"


def test_drafts_of_one_reference_are_told_apart_and_the_carnet_goes_to_the_one_chosen(site, server):
    keep(site, SENT)
    keep(site, {**SENT, "dossier": {**SENT["dossier"], "revision": 2}})
    give(site, server, carnet(note("J1", "Vu au garage.")))
    until(lambda: site.locator("#carnet").is_visible())
    called = site.locator("[data-action=dossier-du-carnet]").all_inner_texts()
    assert [one[:7] for one in called] == ["1 sur 2", "2 sur 2"] and sorted(
        "révision\u00a0" + str(number) in one for number in (1, 2) for one in called) == [False, False, True, True]
    second = next(one for one in called if "révision\u00a02" in one)
    site.locator("[data-action=dossier-du-carnet]", has_text=second[:7]).tap()
    until(lambda: second in site.locator("#carnet-resume").inner_text())
    take(site)
    held = [json.loads(text) for text in site.evaluate(EACH)]
    assert sorted((one["dossier"]["revision"], len(one["journal"])) for one in held) == [(1, 0), (2, 1)]


@pytest.mark.parametrize(("made", "said"), [
    (lambda: carnet(reference="0490000J-2026-ABCD"), "0490000J-2026-ABCD, qui n’est pas sur cet ordinateur"),
    (lambda: carnet(version=2), "une version plus récente du site"),
    (lambda: carnet(eleve={"nom": "Doğan"}), "«\u00a0eleve\u00a0» n’a pas la forme attendue"),
    (lambda: carnet(note("J1", 3)), "«\u00a0journal.0\u00a0» n’a pas la forme attendue"),
    (lambda: carnet(le=None), "«\u00a0le\u00a0» n’a pas la forme attendue"),
    (lambda: carnet(journal=[note(f"J{rank}", "x") for rank in range(401)]), "«\u00a0journal\u00a0» n’a pas"),
    (lambda: carnet(journal=[[[[[[[[[[[[["x"]]]]]]]]]]]]]), "trop de niveaux"),
    (lambda: carnet(note("J1", "caché\u202e")), "signes invisibles"),
    (lambda: json.dumps(carnet()).replace('"le"', '"__proto__"'), "un nom réservé"),
    (lambda: json.dumps(carnet()).replace('"le"', '"format"'), "y est deux fois"),
    (lambda: json.dumps(carnet())[:-30], "ne peut pas être lu")])
def test_a_carnet_that_is_none_or_of_another_dossier_is_refused_in_words(site, server, made, said):
    keep(site, SENT)
    give(site, server, made())
    until(lambda: said in site.locator("#fichier-erreur").inner_text())
    assert "Rien n’a été modifié." in site.locator("#fichier-erreur").inner_text()
    assert site.locator("#carnet").is_hidden() and site.locator("#apercu").is_hidden()
    assert kept(site) == SENT


READ = "(text) => pidImport.readAll([new File([text], 'carnet.json')], '')"


def test_both_readers_refuse_the_same_carnets(site, server):
    site.goto(server.address + "ouvrir/")
    until(lambda: ready(site))
    for path, value, said in SPOILED:
        answer = site.evaluate(READ, json.dumps(spoiled(path, value)))
        assert not answer["ok"], path
        assert said == "version" or f"«\u00a0{said}\u00a0»" in answer["message"], (path, answer)
    assert site.evaluate(READ, json.dumps(carnet(note("J1", "Un appel."))))["carnet"]


def test_a_carnet_that_holds_code_shows_it_as_text(site, server):
    keep(site, SENT)
    give(site, server, carnet(note("J1", "<img src=x onerror=alert(1)>"), note("<b>", "Gras"), le="<i>hier</i>"))
    assert "<img src=x onerror=alert(1)>" in shown(site)
    take(site)
    assert sorted(one["id"] for one in kept(site)["journal"]) == ["<b>", "J1"]
