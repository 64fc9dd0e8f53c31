"""The main paths in every engine that the site supports, its oldest versions included; one sentence in those that are
too old."""

import email
import email.policy
import io
import shutil
from pathlib import Path

import pikepdf
import pytest

from tests.support.browsers.chromium import close
from tests.support.browsers.old_chromium import TOO_OLD
from tests.support.examples import EXAMPLES, LINES
from tests.support.pages.steps import begin, download, go, open_demonstration, ready, saved, uncopied, until

ENGINES = ("chromium_109", pytest.param("chromium_119", marks=pytest.mark.campaign), "firefox", "webkit",
           pytest.param("chromium", marks=pytest.mark.campaign))
"""That of today, in which all other tests run, and one between two that pass are left to the campaigns."""
SLOW = 60

every_engine = pytest.mark.parametrize("engine", ENGINES, indirect=True)


def at_home(page, address):
    page.goto(address)
    until(lambda: ready(page), SLOW)
    assert not page.locator("#navigateur-ancien").count()


def no_error(page):
    assert not page.locator("#erreur-inattendue").is_visible(), page.locator("#erreur-inattendue").inner_text()
    assert not page.locator("#alerte-enregistrement").is_visible()


def judged(page):
    go(page, "verifier")
    until(lambda: page.locator("#verdict").inner_text() != "", SLOW)
    no_error(page)


def given(page, action):
    """(name, bytes) of a file that the page gives."""
    got = download(page, action)
    return got.suggested_filename, Path(got.path()).read_bytes()


def opened(page, address, path):
    """Open a file of the site in a new dossier; the answers of « Élève »."""
    at_home(page, address + "ouvrir/")
    page.set_input_files("#fichier", path)
    until(lambda: page.locator("#apercu").is_visible(), SLOW)
    page.click("[data-action=nouveau]")
    until(lambda: page.evaluate("document.documentElement?.dataset.page") == "dossier"
          and page.locator("#reference").inner_text() != "", SLOW)
    go(page, "eleve")
    return page.locator("#eleve-nom").input_value()


@every_engine
def test_a_dossier_is_begun_typed_saved_and_found_again_without_network(server, page):
    at_home(page, server.address)
    until(lambda: "Prêt hors connexion" in page.locator("#etat-hors-connexion").inner_text(), SLOW)
    begin(page, "Đặng-Œuvré")
    server.kill()
    page.reload()
    until(lambda: ready(page) and page.locator("#eleve-nom").input_value() == "Đặng-Œuvré", SLOW)
    page.fill("#eleve-prenom", "Łucja")
    assert page.evaluate("(({ spellcheck, translate }) => [spellcheck, "
                         "translate])(document.getElementById('situation-constats'))") == \
        [False, False]
    saved(page)
    judged(page)
    assert "BROUILLON" in page.locator("#verdict").inner_text()
    assert "Łucja" in page.evaluate("document.getElementById('recapitulatif').textContent")


@every_engine
def test_the_documents_and_the_mail_of_a_dossier_open_again(server, page, tmp_path):
    at_home(page, server.address)
    open_demonstration(page)
    judged(page)
    name, text = given(page, "telecharger-json")
    assert name.startswith("PID_0490000J_2026-2027_K7QF_v1_") and uncopied(text) == EXAMPLES["complet"]
    name, content = given(page, "telecharger-pdf")
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert uncopied(pdf.attachments["dossier.json"].get_file().read_bytes()) == EXAMPLES["complet"]
    (tmp_path / "recu.pdf").write_bytes(content)
    page.click("#envoi-protection-code")
    page.click("[data-action=envoi-preparer]")
    until(lambda: page.locator("#envoi-etat").inner_text().startswith("Fichiers prêts"), SLOW)
    name, raw = given(page, "envoi-eml")
    message = email.message_from_bytes(raw, policy=email.policy.default)
    assert name.endswith(".eml") and [part.get_filename().rpartition(".")[2]
                                      for part in message.iter_attachments()] == ["zip"]
    no_error(page)
    assert opened(page, server.address, tmp_path / "recu.pdf") == EXAMPLES["complet"]["eleve"]["nom"]


@every_engine
def test_the_single_file_keeps_what_is_typed(built, page, tmp_path):
    shutil.copy(built / "dossier-pid.html", tmp_path)
    address = (tmp_path / "dossier-pid.html").as_uri()
    at_home(page, address)
    begin(page, "Écrit depuis la clé")
    page.reload()
    until(lambda: ready(page) and page.locator("#eleve-nom").input_value() == "Écrit depuis la clé", SLOW)
    judged(page)


@pytest.mark.parametrize("engine", ["webkit"], indirect=True)
def test_long_texts_are_whole_on_paper(server, page):
    at_home(page, server.address)
    begin(page, "Papier")
    go(page, "situation")
    page.evaluate("""(text) => {
      const box = document.getElementById('situation-constats');
      box.value = text;
      box.dispatchEvent(new Event('input', { bubbles: true }));
    }""", "\n".join(LINES))
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")  # its driver prints nothing
    assert page.evaluate("document.querySelector('.papier').textContent").split("\n") == LINES
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    assert page.locator(".papier").count() == 0


@pytest.fixture
def too_old(old_chromium, built, server, tmp_path):
    """(page of a Chromium that cannot run the site, addresses of the site and of the single file)."""
    shutil.copy(built / "dossier-pid.html", tmp_path)
    context = old_chromium(TOO_OLD).new_context(locale="fr-FR")
    yield context.new_page(), server.address, (tmp_path / "dossier-pid.html").as_uri()
    close(context)


def only_sentence(page):
    """The one sentence of alarm that a page shows."""
    shown = page.evaluate("[...document.querySelectorAll('[role=alert]')].filter((one) => one.getClientRects().length)"
                          ".map((one) => one.innerText)")
    assert len(shown) == 1, shown
    return shown[0].replace("\u00a0", " ")


SENTENCE = ("Ce navigateur est trop ancien pour ce site : installez la dernière version de Firefox, de Chrome ou "
            "d’Edge (pour Chrome et Edge, 109 au moins), ou imprimez le formulaire vierge.")


def test_a_browser_that_is_too_old_says_so_in_one_sentence(too_old):
    page, site, single = too_old
    for address in (site, site + "dossier/", site + "ouvrir/", site + "aide/", single):
        page.goto(address)
        until(lambda: page.locator("#navigateur-ancien").count() == 1)
        assert only_sentence(page) == SENTENCE, address
    page.evaluate("document.querySelector('#navigateur-ancien a').click()")
    until(lambda: page.evaluate("document.querySelectorAll('.vierge').length > 5"))
    page.goto(site)
    page.evaluate("document.querySelector('#navigateur-ancien a').click()")
    until(lambda: page.evaluate("document.querySelectorAll('.vierge').length > 5"))


@pytest.mark.parametrize("missing", ["window.MathMLElement", "window.DecompressionStream", "Object.hasOwn",
                                     "Array.prototype.findLast"])
def test_a_missing_function_is_told_and_blocks_nothing_that_works(page, server, missing):
    page.add_init_script(f"delete {missing}")
    page.goto(server.address)
    until(lambda: page.locator("#navigateur-ancien").count() == 1)
    assert only_sentence(page) == SENTENCE
    if missing != "Object.hasOwn":  # the interpreter needs it
        begin(page, "Quand même")
        no_error(page)


def test_control_the_present_browser_is_told_nothing(page, server):
    at_home(page, server.address)
    assert page.evaluate("[...document.querySelectorAll('[role=alert]')].filter((one) => "
                         "one.getClientRects().length)") == []
