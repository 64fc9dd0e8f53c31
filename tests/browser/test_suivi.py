"""« Suivi » in the browser: what is to be done, the calendar, the log, bilans, avenant, revision, renewal."""

import json
from pathlib import Path

import pytest
from icalendar import Calendar

from pid_rules.dossier.seal import is_seal
from pid_rules.form import FORM
from tests.support.examples import DATA, EXAMPLES
from tests.support.pages.axe import check
from tests.support.pages.steps import (
    copy_of,
    download,
    file_of,
    go,
    open_demonstration,
    open_file,
    open_new,
    saved,
    set_date,
    until,
    versions,
)

pytestmark = pytest.mark.without_worker


MOST = FORM.block["journal"].maximum


def follow(page):
    """Go to « Suivi » and wait until it is drawn: its Python is loaded after that of the first page."""
    go(page, "suivi")
    until(lambda: page.locator("#suivi-bilan-echeances").inner_text() != "")


def section(page):
    return page.locator("#suivi").inner_text()


def sign_again(page):
    """Date the first signature anew: it then bears the fingerprint of the content that is saved."""
    go(page, "signatures")
    until(lambda: page.locator("#signatures-0-date-jour").is_visible())
    set_date(page, "signatures-0-date", "19", "11", "2026")
    saved(page)
    until(lambda: versions(page).get("signees"))


def test_the_section_is_reached_by_keyboard_and_lists_what_is_to_be_done(site):
    open_demonstration(site)
    site.locator("#taches a[href='#suivi']").focus()
    site.keyboard.press("Enter")
    until(lambda: site.evaluate("document.activeElement.textContent") == "Suivi du parcours")
    until(lambda: "choses à faire" in section(site))
    assert "9 choses à faire." in section(site)
    assert "19\u00a0janvier\u00a02027 – Visite de stage, stage\u00a01" in section(site)
    assert "Menuiserie de l'Exemple" in section(site)
    site.locator("#suivi-echeances a[data-reponse='parcours.objectifs.0.echeance']").click()
    until(lambda: site.evaluate("document.activeElement.id") == "parcours-objectifs-0-echeance-jour")


def test_what_is_late_comes_first(site):
    site.clock.set_fixed_time("2027-01-21T10:00:00")
    open_demonstration(site)
    follow(site)
    titles = site.locator("#suivi-echeances h3").all_inner_texts()
    assert titles == ["En retard (1)", "À venir (8)", "Fait (2)"]
    assert "Visite prévue sur le lieu du stage\u00a01." in site.locator("#suivi-echeances li").first.inner_text()


def test_the_calendar_file_is_valid_and_names_nobody(site):
    open_demonstration(site)
    follow(site)
    got = download(site, "suivi-agenda")
    assert got.suggested_filename == "PID_0490000J_2026-2027_K7QF_v1_DEMONSTRATION.ics"
    content = Path(got.path()).read_bytes()
    events = Calendar.from_ical(content).events
    assert len(events) == 9 and all(event.errors == [] for event in events)
    text = content.decode().replace("\r\n ", "")
    assert not [word for word in ("Łukasz", "Doğan", "Lefèvre", "Menuiserie", "Maëlys") if word in text]


def test_a_dossier_without_dates_gives_a_sentence_and_no_file(site):
    open_new(site)
    follow(site)
    assert "Rien n’est à faire" in section(site)
    site.click("[data-action=suivi-agenda]")
    assert "rien à mettre dans l’agenda" in site.locator("#suivi-agenda-etat").inner_text()


def test_a_note_of_today_is_typed_by_keyboard_and_listed(site):
    site.clock.set_fixed_time("2026-12-11T15:00:00")
    open_demonstration(site)
    follow(site)
    assert [site.locator(f"#note-date-{part}").input_value() for part in ("jour", "mois", "annee")] == ["11", "12",
                                                                                                        "2026"]
    site.focus("#note-type-entretien")
    site.keyboard.press("Space")
    site.select_option("#note-lieu", "college")
    site.focus("#note-texte")
    site.keyboard.type("Premier entretien.")
    saved(site)
    site.keyboard.press("Tab")
    site.keyboard.press("Enter")
    until(lambda: site.locator("#suivi-notes li").count() == 1)
    assert site.evaluate("document.activeElement.id") == "note-texte"
    assert site.locator("#note-texte").input_value() == ""
    assert "11\u00a0décembre\u00a02026 – Entretien – Collège" in site.locator("#suivi-notes").inner_text()
    site.keyboard.type("Seconde note")
    saved(site)
    first, second = copy_of(site)["journal"]
    assert {**first, "id": ""} == {"id": "", "date": "2026-12-11", "type": "entretien", "lieu": "college",
                                   "texte": "Premier entretien."}
    assert {**second, "id": ""} == {"id": "", "date": "2026-12-11", "type": "", "lieu": "", "texte": "Seconde note"}
    # Another computer may be writing in the same log: its notes never bear these identifiers.
    assert first["id"] != second["id"] and {len(first["id"]), len(second["id"])} == {9}


def test_a_note_left_unfinished_is_kept_and_one_erased_is_not(site):
    open_demonstration(site)
    follow(site)
    site.fill("#note-texte", "À finir")
    saved(site)
    site.reload()
    until(lambda: site.locator("#suivi-notes li").count() == 1)
    assert "À finir" in site.locator("#suivi-notes").inner_text()
    site.locator("#suivi-notes a").click()
    until(lambda: site.evaluate("document.activeElement.id") == "journal-0-texte")
    follow(site)
    site.fill("#note-texte", "Une autre")
    site.fill("#note-texte", "")
    assert [note["texte"] for note in copy_of(site)["journal"]] == ["À finir"]


@pytest.mark.campaign
def test_a_note_changed_on_its_page_is_shown_as_it_is_and_never_put_back(site):
    open_demonstration(site)
    follow(site)
    site.fill("#note-texte", "Début")
    go(site, "journal")
    site.fill("#journal-0-texte", "Début et suite")
    site.check("#journal-0-type-entretien")
    follow(site)
    assert site.locator("#note-texte").input_value() == "Début et suite"
    assert site.locator("#note-type-entretien").is_checked()
    site.focus("#note-texte")
    site.keyboard.press("Control+End")
    site.keyboard.type(".")
    written, = copy_of(site)["journal"]
    assert (written["texte"], written["type"]) == ("Début et suite.", "entretien")
    go(site, "journal")
    site.locator("#journal [data-action=supprimer]").click()
    follow(site)
    assert site.locator("#note-texte").input_value() == ""
    assert not site.locator("#note-type-entretien").is_checked()


def test_a_note_for_which_the_log_has_no_room_stays_in_its_box(site, server):
    note = {"date": "2026-12-11", "type": "", "lieu": "", "texte": "Une note."}
    full = json.dumps({**EXAMPLES["complet"], "journal": [note] * MOST})
    made = site.evaluate("(json) => pidStore.create({json, titre: '', etat: '', demonstration: true})", full)
    site.goto(f"{server.address}dossier/?d={made['id']}")
    follow(site)
    site.fill("#note-texte", "De trop")
    site.click("[data-action=suivi-note]")
    assert f"{MOST} notes au plus" in site.locator("#note-texte-erreur").inner_text()
    assert site.locator("#note-texte-erreur").is_visible()
    assert site.locator("#note-texte").input_value() == "De trop"


def test_a_note_that_lacks_something_says_what(site):
    open_demonstration(site)
    follow(site)
    site.click("[data-action=suivi-note]")
    assert "Indiquez le texte" in site.locator("#note-texte-erreur").inner_text()
    assert site.evaluate("document.activeElement.id") == "note-texte"
    assert site.locator("#note-texte").get_attribute("aria-describedby") == "note-texte-erreur"
    set_date(site, "note-date", "31", "4", "2027")
    site.fill("#note-texte", "Texte gardé")
    site.click("[data-action=suivi-note]")
    assert "il n’y a pas de 31" in site.locator("#note-date-erreur").inner_text()
    assert site.locator("#note-texte").input_value() == "Texte gardé"
    assert site.locator("#note-texte-erreur").is_hidden()


def test_a_bilan_is_begun_from_the_dossier_and_its_log(site, server, tmp_path):
    followed = dict(EXAMPLES["clos"], bilans=[], bilan_final=None, prepam=None)
    (tmp_path / "suivi.json").write_text(json.dumps(followed), encoding="utf-8")
    site.clock.set_fixed_time("2027-02-01T10:00:00")
    open_file(site, server, tmp_path / "suivi.json")
    follow(site)
    site.click("[data-action=suivi-bilan]")
    said = site.locator("#suivi-propositions").inner_text()
    assert site.evaluate("document.activeElement.id") == "suivi-propositions"
    assert "à vérifier" in said and "une demi-journée pour chaque note d’absence" in said
    site.locator("#suivi-propositions a").click()
    until(lambda: site.evaluate("document.activeElement.id") == "bilans-0-date-jour")
    assert site.locator("#bilans-0-objectifs-1-objectif").input_value() == "O2"
    site.fill("#bilans-0-assiduite-demi_journees", "3")
    follow(site)
    site.click("[data-action=suivi-bilan-final]")
    assert "Le bilan final est commencé." in site.locator("#suivi-propositions").inner_text()
    site.click("[data-action=suivi-bilan-final]")
    assert "rien n’est changé" in site.locator("#suivi-propositions").inner_text()
    saved(site)
    written = copy_of(site)
    bilan, = written["bilans"]
    assert (bilan["numero"], bilan["date"], bilan["periode"]) == (1, "2027-02-01",
                                                                  {"du": "2026-12-07", "au": "2027-02-01"})
    assert bilan["assiduite"]["demi_journees"] == 3
    assert list(bilan) == list(EXAMPLES["clos"]["bilans"][0])
    assert list(written["bilan_final"]) == list(EXAMPLES["clos"]["bilan_final"])


def test_what_changed_since_a_signature_is_shown_with_its_link(site):
    open_demonstration(site)
    sign_again(site)
    follow(site)
    assert "Le contrat n’a pas changé depuis les signatures." in section(site)
    go(site, "parcours")
    site.fill("#parcours-fin-mois", "5")
    saved(site)
    follow(site)
    until(lambda: "Une réponse a changé." in section(site))
    changes = site.locator("#suivi-differences").inner_text()
    assert "Depuis la signature\u00a0: Élève, 19\u00a0novembre\u00a02026" in changes
    assert "Avant\u00a0: 9\u00a0avril\u00a02027" in changes and "Maintenant\u00a0: 9\u00a0mai\u00a02027" in changes
    site.locator("#suivi-differences a").click()
    until(lambda: site.evaluate("document.activeElement.id") == "parcours-fin-jour")


def test_a_file_that_changed_elsewhere_says_only_the_fact(site, server, tmp_path):
    changed = json.loads((DATA / "complet.json").read_text(encoding="utf-8"))
    changed["signatures"][0]["empreinte"] = "a" * 64
    (tmp_path / "change.json").write_text(json.dumps(changed), encoding="utf-8")
    open_file(site, server, tmp_path / "change.json")
    follow(site)
    until(lambda: "n’est pas sur cet ordinateur" in section(site))
    assert "Avant" not in site.locator("#suivi-differences").inner_text()


def test_an_avenant_is_confirmed_undone_and_made(site):
    open_demonstration(site)
    sign_again(site)
    before = copy_of(site)
    follow(site)
    site.click("[data-action=suivi-avenant]")
    assert "devient la révision 2" in site.locator("#suivi-avenant").inner_text()
    site.locator("#suivi-avenant [data-action=suivi-fermer]").click()
    assert site.evaluate("document.activeElement.dataset.action") == "suivi-avenant"
    assert copy_of(site) == before
    follow(site)
    site.click("[data-action=suivi-avenant]")
    site.click("[data-action=suivi-avenant-confirmer]")
    until(lambda: site.locator("#suivi-annuler").is_visible())
    assert site.evaluate("document.activeElement.dataset.action") == "suivi-annuler-avenant"
    assert "Révision 1" in site.locator("#suivi-anterieures").inner_text()
    site.keyboard.press("Enter")
    until(lambda: site.locator("#suivi-annuler").is_hidden())
    assert copy_of(site) == before
    follow(site)
    assert site.locator("#suivi-anterieures").inner_text() == ""
    site.click("[data-action=suivi-avenant]")
    site.click("[data-action=suivi-avenant-confirmer]")
    until(lambda: site.locator("#suivi-annuler").is_visible())
    assert "Personne n’a encore signé" in section(site)
    assert file_of(site, "suivi-telecharger-version") == before
    made = copy_of(site)
    assert (made["dossier"]["nature"], made["dossier"]["revision"], made["signatures"]) == ("avenant", 2, [])
    assert {key for key in before if made[key] != before[key]} == {"dossier", "signatures"}
    go(site, "dossier")
    assert site.locator("#dossier-nature-avenant").is_checked()
    site.reload()
    until(lambda: site.locator("#dossier-nature-avenant").is_checked())
    follow(site)
    assert "Révision 1" in site.locator("#suivi-anterieures").inner_text()


@pytest.mark.campaign
def test_an_avenant_that_was_changed_is_not_undone(site):
    open_demonstration(site)
    follow(site)
    site.fill("#note-texte", "Avant l’avenant")
    site.click("[data-action=suivi-avenant]")
    site.click("[data-action=suivi-avenant-confirmer]")
    until(lambda: site.locator("#suivi-annuler").is_visible())
    assert site.locator("#note-texte").input_value() == "Avant l’avenant"  # the note goes on being written
    site.focus("#note-texte")
    site.keyboard.press("Control+End")
    site.keyboard.type(", et après")
    go(site, "eleve")
    site.fill("#eleve-classe", "3e C")
    follow(site)
    site.click("[data-action=suivi-annuler-avenant]")
    made = copy_of(site)
    assert (made["eleve"]["classe"], made["dossier"]["revision"]) == ("3e C", 2)
    assert [note["texte"] for note in made["journal"]] == ["Avant l’avenant, et après"]


def test_a_dossier_sent_becomes_the_next_revision_once(site, server, tmp_path):
    sent = dict(EXAMPLES["complet"], transmission=EXAMPLES["clos"]["transmission"])
    (tmp_path / "envoye.json").write_text(json.dumps(sent), encoding="utf-8")
    open_file(site, server, tmp_path / "envoye.json")
    until(lambda: "envoi" in versions(site))
    go(site, "eleve")
    site.fill("#eleve-classe", "3e C")
    until(lambda: site.locator("#revision-nouvelle").is_visible())
    assert "il devient la révision\u00a02" in site.locator("#revision-nouvelle").inner_text()
    site.fill("#eleve-classe", "3e D")
    until(lambda: copy_of(site)["eleve"]["classe"] == "3e D")
    written = copy_of(site)
    assert (written["dossier"]["revision"], written["transmission"]["empreinte"]) == (2, "")


def test_a_sending_noted_here_bears_the_fingerprint_of_what_was_sent(site):
    open_demonstration(site)
    go(site, "transmission")
    set_date(site, "transmission-date", "20", "11", "2026")
    until(lambda: is_seal((copy_of(site)["transmission"] or {"empreinte": ""})["empreinte"]))
    assert versions(site)["envoi"]["revision"] == 1
    sent = copy_of(site)["transmission"]
    go(site, "journal")
    site.locator("#journal > .bloc > [data-action=ajouter]").click()
    site.fill("#journal-0-texte", "Ce qui suit l’envoi ne le change pas.")
    saved(site)
    go(site, "parcours")
    site.fill("#parcours-fin-mois", "5")
    until(lambda: site.locator("#revision-nouvelle").is_visible())
    until(lambda: copy_of(site)["dossier"]["revision"] == 2)
    assert copy_of(site)["transmission"] == sent


def test_what_is_kept_follows_the_draft_to_the_bin_and_back_and_never_the_list(site):
    open_demonstration(site)
    sign_again(site)
    before = versions(site)
    site.evaluate("""async () => {
        const id = new URLSearchParams(location.search).get('d');
        await pidStore.remove(id);
        await pidStore.restore(id);
    }""")
    assert versions(site) == before
    assert site.evaluate("async () => 'versions' in (await pidStore.list())[0]") is False


def test_a_renewal_is_another_dossier(site):
    open_demonstration(site)
    first = site.url
    follow(site)
    site.click("[data-action=suivi-renouvellement]")
    assert "nouvelle référence" in site.locator("#suivi-renouvellement").inner_text()
    site.click("[data-action=suivi-renouvellement-confirmer]")
    site.wait_for_url(lambda url: url.partition("#")[0] != first.partition("#")[0])
    until(lambda: "révision 1" in site.locator("#reference").text_content())
    made = copy_of(site)
    assert made["dossier"]["nature"] == "renouvellement"
    assert made["dossier"]["reference"] != EXAMPLES["complet"]["dossier"]["reference"]
    assert made["eleve"] == EXAMPLES["complet"]["eleve"] and made["signatures"] == []


@pytest.mark.parametrize("width", [1280, 320])
def test_the_section_is_accessible(site, width):
    open_demonstration(site)
    site.set_viewport_size({"width": width, "height": 900})
    follow(site)
    site.click("[data-action=suivi-bilan]")
    site.click("[data-action=suivi-avenant]")
    check(site)
