"""The DSDEN's key: made, verified, printed and made again in the page, then imported by a collège.

Dossiers are sent and opened with it.
"""

from pathlib import Path

import pytest

from tests.support.pages.axe import check
from tests.support.pages.looks import look, looks
from tests.support.pages.sending import KEY_MADE, SLOW, files, make, prepare, taken
from tests.support.pages.steps import go, open_demonstration, ready, until
from tests.support.server import StaticServer

pytestmark = pytest.mark.without_worker

OPENING = '<script type="application/json" id="profil">{'


def made_key(page, server):
    """The page of keys with a new key in it."""
    page.goto(server.address + "cles/")
    until(lambda: page.evaluate("'pidScripts' in window"))
    page.click("#faire")
    until(lambda: page.locator("#faite").is_visible(), KEY_MADE)


def verify(page, content, code):
    page.set_input_files("#fichier-cle", {"name": "cle-privee.age", "mimeType": "", "buffer": content})
    page.fill("#code-cle", code)
    page.click("#verifier button")


def opened_establishment(page, server):
    page.goto(server.address + "etablissement/")
    until(lambda: ready(page))


def send_protected(page, server, choice):
    page.goto(server.address)
    until(lambda: ready(page))
    open_demonstration(page)
    go(page, "verifier")
    until(lambda: page.locator("#verdict").inner_text() != "")
    if choice == "cle":
        until(lambda: page.locator("#envoi-protection-cle").is_visible())
        assert page.locator("#envoi-protection-cle").is_checked(), "the key is proposed where one is known"
    page.check(f"#envoi-protection-{choice}")
    prepare(page)
    return files(page)


def open_file(page, server, name, content):
    page.goto(server.address + "ouvrir/")
    until(lambda: ready(page))
    page.set_input_files("#fichier", {"name": name, "mimeType": "", "buffer": content})
    until(lambda: page.locator("#protection").is_visible())


def test_a_key_serves_from_its_making_to_the_opening_of_a_dossier(site, server):
    made_key(site, server)
    code, signs = site.inner_text("#code"), site.inner_text("#empreinte")
    name, private = taken(site, "#privee")
    assert name == "cle-privee.age" and private.startswith(b"-----BEGIN AGE ENCRYPTED FILE-----")
    _, public = taken(site, "#publique")
    assert signs.encode() in public and b"AGE-SECRET" not in public
    secret = site.text_content("#fiche-privee")
    assert secret.startswith("AGE-SECRET-KEY-1 ")

    opened_establishment(site, server)
    site.set_input_files("#reception-fichier", {"name": "cle.txt", "mimeType": "text/plain", "buffer": b"rien"})
    until(lambda: site.locator("#reception-erreur").is_visible())
    site.set_input_files("#reception-fichier", {"name": "cle.txt", "mimeType": "text/plain", "buffer": public})
    until(lambda: site.locator("#reception-nouvelle").is_visible())
    assert site.inner_text("#reception-empreinte") == signs
    site.click("[data-action=reception-garder]")
    until(lambda: signs in site.inner_text("#reception-connue"))

    made = send_protected(site, server, "cle")
    assert list(made) == ["age"] and site.locator("#envoi-code").is_hidden()
    names = site.locator("#envoi-fichiers li").all_inner_texts()
    assert [".pdf.age" in names[0], ".json.age" in names[1]] == [True, True]
    name, content = made["age"]
    assert b"pid-dossier" not in content and content.startswith(b"age-encryption.org/v1")

    key = site.evaluate("pidStore.getSetting('cle-reception')")
    site.evaluate("pidStore.putSetting('cle-reception', '')")  # forgotten in another tab
    site.click("[data-action=envoi-preparer]")
    until(lambda: "n’est plus sur cet ordinateur" in site.inner_text("#envoi-etat"), SLOW)
    assert site.locator("#envoi-protection-code").is_checked() and site.locator("#envoi-choix-cle").is_hidden()
    site.evaluate("(key) => pidStore.putSetting('cle-reception', key)", key)

    open_file(site, server, name, content)
    site.set_input_files("#protection-fichier-cle", {"name": "cle-privee.age", "mimeType": "", "buffer": private})
    site.fill("#protection-code", code)
    site.keyboard.press("Enter")
    until(lambda: site.locator("#apercu").is_visible(), KEY_MADE)
    assert "0490000J-2026-K7QF" in site.inner_text("#contenu-fichier")

    opened_establishment(site, server)
    until(lambda: site.locator("#reception-oublier").is_visible())
    site.click("#reception-oublier")
    until(lambda: site.locator("#reception-connue").is_hidden())


class OfTheDepartement:
    """A site built with the DSDEN's key in the profile of its département: what ``key`` holds."""

    key = ""

    def do_GET(self):
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if path.suffix != ".html":
            super().do_GET()
            return
        whole = path.read_text(encoding="utf-8")
        more = '"chiffrement": {"cle_publique": "' + self.key + '"}' + ("" if OPENING + "}" in whole else ", ")
        body = whole.replace(OPENING, OPENING + more).encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@pytest.mark.campaign
def test_the_key_of_the_profile_serves_without_being_typed(built, page):
    host = StaticServer(built, OfTheDepartement)
    page.goto(host.address)
    until(lambda: ready(page))
    pair = make(page, "pair")
    OfTheDepartement.key = pair["key"]
    opened_establishment(page, host)
    until(lambda: "donnée avec le site" in page.inner_text("#reception-connue"), SLOW)
    assert page.locator("#reception-oublier").is_hidden()
    made = send_protected(page, host, "cle")
    assert list(made) == ["age"] and page.locator("#envoi-code").is_hidden()
    name, content = made["age"]
    assert content.startswith(b"age-encryption.org/v1") and b"pid-dossier" not in content
    open_file(page, host, name, content)
    page.set_input_files("#protection-fichier-cle", {"name": "cle", "mimeType": "", "buffer": pair["secret"].encode()})
    page.click("#protection button[type=submit]")
    until(lambda: page.locator("#apercu").is_visible(), SLOW)
    assert "0490000J-2026-K7QF" in page.inner_text("#contenu-fichier")
    host.kill()


def test_control_without_a_key_in_the_profile_none_is_proposed(site, server):
    send_protected(site, server, "code")
    assert site.locator("#envoi-choix-cle").is_hidden()


def test_a_zip_is_sent_with_a_code_that_opens_it(site, server):
    made = send_protected(site, server, "code")
    assert list(made) == ["zip"]
    name, content = made["zip"]
    assert content.startswith(b"PK") and b"pid-dossier" not in content and "Lefèvre".encode() not in content
    code = site.inner_text("#envoi-code-signes")
    check(site, "code")
    open_file(site, server, name, content)
    site.fill("#protection-code", code)
    site.keyboard.press("Enter")
    until(lambda: site.locator("#apercu").is_visible(), SLOW)
    assert site.locator("#apercu-pdf").is_visible()


def test_a_key_is_verified_and_made_again_from_the_sheet(site, server):
    made_key(site, server)
    code, signs = site.inner_text("#code"), site.inner_text("#empreinte")
    _, private = taken(site, "#privee")
    secret = site.text_content("#fiche-privee")
    site.reload()
    until(lambda: site.evaluate("'pidScripts' in window"))
    verify(site, private, "ABCD-EFGH-JKMN-PQRS")
    until(lambda: site.locator("#erreur").is_visible(), KEY_MADE)
    assert "Cette clé ne s’ouvre pas" in site.inner_text("#erreur") and site.locator("#faite").is_hidden()
    verify(site, private, code.lower())
    until(lambda: site.locator("#faite").is_visible(), KEY_MADE)
    assert site.inner_text("#empreinte") == signs and site.locator("#erreur").is_hidden()
    site.fill("#secret", secret[:-1] + ("Q" if secret[-1] != "Q" else "P"))
    site.click("#refaire button")
    until(lambda: "mal recopiée" in site.inner_text("#erreur"), KEY_MADE)
    site.fill("#secret", secret.lower())
    site.click("#refaire button")
    until(lambda: site.inner_text("#code") not in ("", code, "celui que vous venez de taper"), KEY_MADE)
    assert site.inner_text("#empreinte") == signs
    stored = site.evaluate("async () => [JSON.stringify({...localStorage, ...sessionStorage}), JSON.stringify(await "
                           "indexedDB.databases())].join()")
    assert "AGE-SECRET" not in stored


def test_the_sheet_is_alone_on_paper(site, server, tmp_path):
    made_key(site, server)
    site.evaluate("window.print = () => { window.printed = document.querySelector('#fiche').className; }")
    site.click("#imprimer")
    assert site.evaluate("window.printed") == "a-imprimer" and site.locator("#fiche").is_hidden()
    site.evaluate("document.querySelector('#fiche').classList.add('a-imprimer')")
    site.emulate_media(media="print")
    seen = site.evaluate("[...document.querySelectorAll('main > *, .entete, .pied')].filter((one) => "
                         "one.checkVisibility()).map((one) => one.id)")
    assert seen == ["fiche"]
    site.emulate_media(media="screen")
    assert site.locator("#fiche").is_hidden()


@looks
def test_axe(site, server, scheme, width):
    look(site, scheme, width)
    made_key(site, server)
    check(site, "made")
    site.click("#verifier button")
    until(lambda: site.locator("#erreur").is_visible(), KEY_MADE)
    check(site, "refused")
    public = taken(site, "#publique")[1]
    opened_establishment(site, server)
    site.set_input_files("#reception-fichier", {"name": "cle.txt", "mimeType": "text/plain", "buffer": public})
    until(lambda: site.locator("#reception-nouvelle").is_visible())
    check(site, "reception")
