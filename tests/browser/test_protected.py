"""Protected files: opened again by the site with a code or a private key, by keyboard, offline, refused in one
sentence."""

import base64

import pytest

from tests.support.browsers.firefox import both_engines_at_length
from tests.support.examples import DATA
from tests.support.pages.axe import check
from tests.support.pages.sending import choose_protected, make
from tests.support.pages.steps import ready, until

DOSSIER = DATA / "complet.json"
PDF = b"%PDF-1.7\n% a PDF that holds no dossier"


def encoded(content):
    return base64.b64encode(content).decode()


def zipped(page, code, *files):
    made = make(page, "zip", code=code, files=[{"name": name, "content": encoded(content)} for name, content in files])
    return base64.b64decode(made)


@pytest.fixture
def opening(site, server):
    site.goto(server.address + "ouvrir/")
    until(lambda: ready(site))
    return site


@both_engines_at_length
def test_a_zip_opens_with_its_code_by_keyboard_and_offline(opening, server):
    code = make(opening, "code")
    content = zipped(opening, code, ("dossier.json", DOSSIER.read_bytes()), ("dossier.pdf", PDF))
    server.kill()
    choose_protected(opening, "PID.zip", content)
    assert opening.evaluate("document.activeElement.id") == "protection-titre"
    assert opening.locator("#protection-cle").is_hidden()
    opening.keyboard.press("Tab")
    opening.keyboard.type(make(opening, "code"))
    opening.keyboard.press("Enter")
    until(lambda: opening.locator("#protection-erreur").is_visible())
    refused = opening.locator("#protection-erreur").inner_text()
    assert "le code ou la clé n’est pas le bon" in refused and refused.endswith("Rien n’a été modifié.")
    assert opening.evaluate("document.activeElement.id") == "protection-code"
    opening.fill("#protection-code", code.lower().replace("-", " "))
    opening.keyboard.press("Enter")
    until(lambda: opening.locator("#apercu").is_visible())
    assert "0490000J-2026-K7QF" in opening.locator("#contenu-fichier").inner_text()
    with opening.expect_download() as started:
        opening.click("[data-action=enregistrer-pdf]")
    assert started.value.path().read_bytes() == PDF and started.value.suggested_filename.endswith(".pdf")
    assert opening.input_value("#protection-code") == ""


@both_engines_at_length
def test_a_file_for_a_key_opens_with_it_once_and_for_all_in_the_page(opening):
    pair, code = make(opening, "pair"), make(opening, "code")
    sealed = base64.b64decode(make(opening, "key", key=pair["key"], bytes=encoded(DOSSIER.read_bytes())))
    key = make(opening, "protect", pair=pair, code=code)
    choose_protected(opening, "PID.json.age", sealed)
    opening.click("#protection button[type=submit]")
    until(lambda: "Choisissez le fichier de votre clé privée" in opening.locator("#protection-erreur").inner_text())
    opening.set_input_files("#protection-fichier-cle", {"name": "cle.age", "mimeType": "", "buffer": key.encode()})
    opening.fill("#protection-code", make(opening, "code"))
    opening.click("#protection button[type=submit]")
    until(lambda: "Cette clé privée ne s’ouvre pas" in opening.locator("#protection-erreur").inner_text(), 60)
    opening.fill("#protection-code", code)
    opening.click("#protection button[type=submit]")
    until(lambda: opening.locator("#apercu").is_visible(), 60)
    assert opening.locator("#apercu-pdf").is_hidden()
    opening.click("#apercu [data-action=annuler]")
    opening.set_input_files("#fichier", {"name": "autre.age", "mimeType": "", "buffer": sealed})
    until(lambda: opening.locator("#apercu").is_visible())
    kept = opening.evaluate("""async () => [JSON.stringify({...localStorage, ...sessionStorage}),
      await pidStore.getSetting('cle-privee'), document.documentElement.outerHTML].join('')""")
    assert pair["secret"] not in kept and code not in kept


def test_the_page_lives_while_a_code_is_worked_on(opening):
    frames, said = opening.evaluate("""async () => {
      await pidScripts.load('crypto.js');
      let frames = 0, working = true;
      const count = () => { frames++; if (working) requestAnimationFrame(count); };
      requestAnimationFrame(count);
      const said = new Set();
      const pair = await pidCrypto.newKeyPair();
      const says = (part) => said.add(Math.floor(part * 10));
      await pidCrypto.protectedKey(pair, '2026-11-25', pidCrypto.newCode(), says);
      working = false;
      return [frames, said.size];
    }""")
    assert frames >= 2 and said >= 10, "a scrypt in one go would let no frame be drawn before its end"


@pytest.mark.parametrize("name, content",
                         [("x.zip", b"PK\x03\x04 damaged"), ("x.zip", b"not even that"), ("x.age", b"not even that"),
                          ("x", b"age-encryption.org/v1\n-> scrypt x 15\n")])
def test_damage_is_refused_in_the_same_words(opening, name, content):
    choose_protected(opening, name, content)
    opening.fill("#protection-code", "ABCD-EFGH-JKMN-PQRS")
    opening.set_input_files("#protection-fichier-cle",
                            {"name": "cle", "mimeType": "", "buffer": make(opening, "pair")["secret"].encode()})
    opening.click("#protection button[type=submit]")
    until(lambda: opening.locator("#protection-erreur").is_visible())
    said = opening.locator("#protection-erreur").inner_text()
    assert "le code ou la clé n’est pas le bon, ou le fichier a été abîmé" in said


def test_what_comes_out_is_trusted_no_more_than_any_file(opening):
    code = make(opening, "code")
    hostile = b'{"format": "pid-dossier", "version": 1, "__proto__": {"x": 1}}'
    choose_protected(opening, "PID.zip", zipped(opening, code, ("../../dossier.json", hostile)))
    opening.fill("#protection-code", code)
    opening.keyboard.press("Enter")
    until(lambda: opening.locator("#fichier-erreur").is_visible())
    assert "nom réservé" in opening.locator("#fichier-erreur").inner_text()
    assert opening.locator("#protection").is_hidden() and opening.evaluate("({}).x") is None


def test_of_several_dossiers_in_a_protected_file_the_one_chosen_keeps_the_pdf(opening):
    code = make(opening, "code")
    other = DOSSIER.with_name("clos.json")
    choose_protected(opening, "PID.zip", zipped(opening, code, *[(one.name, one.read_bytes())
                                                                 for one in (DOSSIER, other)], ("dossier.pdf", PDF)))
    opening.fill("#protection-code", code)
    opening.keyboard.press("Enter")
    until(lambda: opening.locator("#choix").is_visible())
    opening.locator("#choix button").first.click()
    until(lambda: opening.locator("#apercu").is_visible())
    assert opening.locator("#apercu-pdf").is_visible()


def test_giving_up_changes_nothing(opening):
    choose_protected(opening, "x.zip", b"PK\x03\x04")
    opening.fill("#protection-code", "ABCD")
    opening.click("[data-action=protection-annuler]")
    assert opening.locator("#protection").is_hidden()
    assert opening.evaluate("document.activeElement.id") == "fichier"


@pytest.mark.parametrize("scheme, width", [("light", 1280), ("dark", 320)])
def test_axe(opening, scheme, width):
    opening.emulate_media(color_scheme=scheme)
    opening.set_viewport_size({"width": width, "height": 800})
    for name in ("x.zip", "x.age"):
        choose_protected(opening, name, b"damaged")
        opening.click("#protection button[type=submit]")
        until(lambda: opening.locator("#protection-erreur").is_visible())
        check(opening, name)
