"""The single file, opened from a folder as a double-click does: one request, no refusal, the whole job."""

import json
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tests.support.browsers.firefox import both_engines_at_length
from tests.support.pages.sending import KEY_MADE, SLOW, choose_protected, files, prepare, taken
from tests.support.pages.shared_steps import is_locked, lock, share, unlock
from tests.support.pages.steps import download, file_of, go, open_demonstration, open_new, ready, saved, until
from tests.support.pages.storage import TYPED, WIPE, tells


def beside(page, asked):
    """What was asked for besides the file itself, as the driver and the page tell it."""
    told = [*asked, *page.evaluate("performance.getEntriesByType('resource').map((one) => one.name)")]
    return {one for one in told if not one.startswith("blob:") and urlsplit(one).path != urlsplit(page.url).path}


def at(page, name):
    """Follow the link of the navigation to a page of the file."""
    page.click(f'nav [href="?page={name}"]')
    until(lambda: page.evaluate("document.documentElement?.dataset.page") == name)


@both_engines_at_length
def test_a_dossier_is_filled_saved_and_found_again(single, engine):
    page, asked = single
    assert len(asked) == (engine == "chromium")  # that of Firefox tells nothing of local files
    open_new(page)
    go(page, "eleve")
    page.fill("#eleve-nom", "Écrit depuis la clé")
    saved(page)
    page.reload()
    until(lambda: page.locator("#eleve-nom").input_value() == "Écrit depuis la clé")
    at(page, "accueil")
    until(lambda: "Écrit depuis la clé" in page.locator("#dossiers").inner_text())
    page.click("#dossiers .ouvrir")
    until(lambda: "Écrit depuis la clé" in page.locator("#titre-dossier").inner_text())
    assert beside(page, asked) == set()


def test_the_documents_are_composed_without_a_request(single):
    page, asked = single
    open_demonstration(page)
    go(page, "verifier")
    pdf = Path(download(page, "telecharger-pdf").path()).read_bytes()
    assert pdf.startswith(b"%PDF-") and len(pdf) > 100_000
    assert file_of(page)["dossier"]["reference"]
    assert beside(page, asked) == set()


def test_a_file_is_opened(single):
    page, _ = single
    at(page, "ouvrir")
    text = (Path(__file__).parents[1] / "data" / "complet.json").read_text(encoding="utf-8")
    page.set_input_files("#fichier", {"name": "d.json", "mimeType": "application/json", "buffer": text.encode()})
    until(lambda: page.locator("#apercu").is_visible())
    page.click("[data-action=nouveau]")
    until(lambda: page.evaluate("document.documentElement?.dataset.page") == "dossier")
    until(lambda: json.loads(text)["eleve"]["nom"] in page.locator("#titre-dossier").inner_text())


def test_pages_and_passages_are_reached_by_their_address(single):
    page, _ = single
    for name in ("eligibilite", "etablissement", "aide", "regles"):
        at(page, name)
        assert page.locator("main h1").count() == 1
    page.locator("#ST-17 h4 a").click()
    until(lambda: "regle-st-17" in page.url)
    assert page.locator("main h1").inner_text().startswith("ST-17")
    page.goto(page.url.split("?")[0] + "?page=regles#ST-17")
    until(lambda: page.evaluate("scrollY") > 0)
    page.goto(page.url.split("?")[0] + "?page=absente")
    assert "n’existe pas" in page.locator("main h1").inner_text()


def test_a_finding_leads_to_its_rule_inside_of_the_file(single):
    page, _ = single
    open_new(page)
    go(page, "verifier")
    finding = page.locator("#constats .regle").first
    until(lambda: finding.is_visible())
    id = finding.locator("small").first.inner_text()
    finding.locator("a").first.click()
    until(lambda: f"page=regle-{id.lower()}" in page.url)
    assert page.locator("main h1").inner_text().startswith(id)


def leave(page):
    """Ask to close the page; the questions that the browser asked. Each is answered « stay »."""
    asked = []
    page.once("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.close(run_before_unload=True)
    until(lambda: page.is_closed() or page.evaluate("1") and asked)
    return asked


@both_engines_at_length
def test_closing_is_held_until_what_changed_has_its_copy(single):
    page, _ = single
    region = page.locator("#avant-de-fermer")
    assert region.is_hidden()
    open_new(page)
    go(page, "eleve")
    page.fill("#eleve-nom", "À emporter")
    saved(page)
    until(lambda: "À emporter" in region.inner_text())
    page.reload()  # inside of the file: nothing is asked
    until(lambda: "À emporter" in region.inner_text())
    page.click("#eleve-nom")  # browsers ask nothing for a page that nobody has touched
    assert leave(page) == ["beforeunload"]
    until(lambda: page.evaluate("document.activeElement.id") == "avant-de-fermer")
    with page.expect_download() as started:
        region.locator("button").click()
    assert json.loads(Path(started.value.path()).read_text(encoding="utf-8"))["eleve"]["nom"] == "À emporter"
    assert "emporter" not in started.value.suggested_filename.lower()
    until(lambda: region.is_hidden())


def test_a_copy_taken_elsewhere_in_the_file_counts(single):
    page, _ = single
    open_new(page)
    go(page, "eleve")
    page.fill("#eleve-nom", "Vu")
    saved(page)
    until(lambda: page.locator("#avant-de-fermer").is_visible())
    at(page, "accueil")
    until(lambda: page.locator("#avant-de-fermer").is_visible())
    download(page, "telecharger")
    until(lambda: page.locator("#avant-de-fermer").is_hidden())


def test_the_home_says_where_drafts_live_and_gives_back_those_deleted(single):
    page, _ = single
    assert "ni dans ce fichier, ni sur la clé" in page.locator("main").inner_text()
    page.evaluate("pidStore.create({ json: '{}', titre: 'Essai' }).then(({ id }) => pidStore.remove(id))")
    page.reload()
    until(lambda: ready(page) and page.locator("#supprimes").is_visible())
    page.click("#supprimes summary")
    page.click("[data-action=reprendre]")
    until(lambda: page.locator("#dossiers li").count() == 1)
    at(page, "aide")
    words = page.locator("main").inner_text()
    assert "Avec Firefox, ils tiennent à l’emplacement du fichier" in words and "Avec Chrome ou Edge" in words


@both_engines_at_length
def test_a_dossier_is_sent_in_a_zip_and_opened_again_with_its_code(single):
    page, asked = single
    open_demonstration(page)
    go(page, "verifier")
    until(lambda: page.locator("#verdict").inner_text() != "", SLOW)
    page.check("#envoi-protection-code")
    prepare(page)
    name, content = files(page)["zip"]
    code = page.inner_text("#envoi-code-signes")
    assert content.startswith(b"PK") and b"pid-dossier" not in content
    at(page, "ouvrir")
    choose_protected(page, name, content)
    page.fill("#protection-code", "ABCD-EFGH-JKMN-PQRS")
    page.keyboard.press("Enter")
    until(lambda: "n’est pas le bon" in page.locator("#protection-erreur").inner_text(), SLOW)
    page.fill("#protection-code", code)
    page.keyboard.press("Enter")
    until(lambda: page.locator("#apercu").is_visible(), SLOW)
    assert "0490000J-2026-K7QF" in page.inner_text("#contenu-fichier") and page.locator("#apercu-pdf").is_visible()
    assert beside(page, asked) == set()


@pytest.mark.campaign
@both_engines_at_length
def test_a_key_made_in_the_file_serves_to_its_end(single):
    page, asked = single
    page.goto(page.url.split("?")[0] + "?page=cles")
    until(lambda: page.evaluate("'pidScripts' in window"))
    page.click("#faire")
    until(lambda: page.locator("#faite").is_visible(), KEY_MADE)
    code, signs = page.inner_text("#code"), page.inner_text("#empreinte")
    (_, private), (_, public) = taken(page, "#privee"), taken(page, "#publique")
    at(page, "etablissement")
    page.set_input_files("#reception-fichier", {"name": "cle.txt", "mimeType": "text/plain", "buffer": public})
    until(lambda: page.locator("#reception-nouvelle").is_visible(), SLOW)
    page.click("[data-action=reception-garder]")
    until(lambda: signs in page.inner_text("#reception-connue"), SLOW)
    at(page, "accueil")
    open_demonstration(page)
    go(page, "verifier")
    until(lambda: page.locator("#envoi-protection-cle").is_checked(), SLOW)
    prepare(page)
    name, content = files(page)["age"]
    assert content.startswith(b"age-encryption.org/v1") and b"pid-dossier" not in content
    at(page, "ouvrir")
    choose_protected(page, name, content)
    page.set_input_files("#protection-fichier-cle", {"name": "cle-privee.age", "mimeType": "", "buffer": private})
    page.fill("#protection-code", code)
    page.keyboard.press("Enter")
    until(lambda: page.locator("#apercu").is_visible(), KEY_MADE)
    assert "0490000J-2026-K7QF" in page.inner_text("#contenu-fichier")
    assert beside(page, asked) == set()


def test_the_tabs_of_the_file_are_locked_together_and_none_gives_its_key(single):
    page, _ = single
    phrase = share(page)
    other = page.context.new_page()
    other.goto(page.url)
    unlock(other, phrase)
    assert not is_locked(page)
    lock(other)
    until(lambda: is_locked(page), 20)
    unlock(page, phrase)
    other.wait_for_timeout(500)
    assert is_locked(other)


def test_on_a_shared_computer_copies_are_encrypted_and_neither_the_lock_nor_the_wipe_shows_a_name(single):
    page, asked = single
    questions = []
    page.on("dialog", lambda dialog: (questions.append(dialog.type), dialog.accept()))
    region = page.locator("#avant-de-fermer")
    phrase = share(page)
    page.click("[data-action=nouveau-dossier]")
    unlock(page, phrase)  # opened by a double-click, each page asks for the passphrase
    until(lambda: page.locator("#reference").inner_text() != "")
    go(page, "eleve")
    page.fill("#eleve-nom", "Zélindaëlle")
    saved(page)
    until(lambda: "Zélindaëlle" in region.inner_text())
    with page.expect_download() as started:
        region.locator("button").click()
    copy = Path(started.value.path()).read_text(encoding="utf-8")
    assert started.value.suggested_filename.endswith("_reprise.json")
    assert "lindaëlle" not in copy and "pid-dossier" not in copy
    until(lambda: region.is_hidden())
    page.fill("#eleve-prenom", "Zoé")
    saved(page)
    until(lambda: "Zélindaëlle" in region.inner_text())
    lock(page)
    assert "Zélindaëlle" not in page.evaluate("document.documentElement.innerText") and region.is_hidden()
    at(page, "accueil")
    unlock(page, phrase)
    until(lambda: "Zélindaëlle" in region.inner_text())
    page.click("[data-action=effacer]")
    page.click("[data-action=confirmer-effacement]")
    until(lambda: page.locator("#bilan-effacement").is_visible(), 40)
    assert "Zélindaëlle" not in page.evaluate("document.body.innerText") and region.is_hidden() and not is_locked(page)
    assert page.locator("#bilan-effacement").inner_text().count("vide, vérifié") == 2
    assert questions == [] and beside(page, asked) == set()


@both_engines_at_length
def test_a_database_erased_under_the_single_file_leaves_the_dossier_on_screen(single):
    page, _ = single
    open_new(page)
    go(page, "situation")
    page.fill("#situation-constats", TYPED)
    saved(page)
    other = page.context.new_page()
    other.goto(page.url.partition("?")[0])
    other.evaluate(WIPE)
    until(lambda: tells(page), 20)
    assert page.input_value("#situation-constats") == TYPED


def test_copies_of_two_dossiers_of_one_title_are_told_apart(single):
    page, _ = single
    for second in ("05", "09"):
        page.clock.set_fixed_time("2026-12-01T14:32:" + second)
        page.evaluate("pidStore.create({ json: '{}', titre: 'Même nom' })")
    page.reload()
    until(lambda: page.locator("#avant-de-fermer button").count() == 2)
    words = page.locator("#avant-de-fermer button").all_inner_texts()
    assert sorted(words) == [f"Télécharger la copie\u00a0: Même nom, 1er décembre 2026 à 14:32:0{second}"
                             for second in (5, 9)]
