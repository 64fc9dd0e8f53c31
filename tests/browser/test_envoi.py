"""« Envoyer à la DSDEN »: files and fingerprint, draft of an e-mail, share, clipboard, mailto, receipt, undo, opening
again."""

import email
import email.policy
import hashlib
import json
import subprocess
import unicodedata
import urllib.parse
from pathlib import Path

import pikepdf
import pytest

from pid_rules.dossier.seal import in_signs, sealed_text
from pid_rules.dossier.structure import ordered
from pid_rules.files import read_profile
from pid_rules.form import FORM
from pid_rules.handover import transmission
from tests.support.examples import DATA, EXAMPLES
from tests.support.markers import DOSSIER, MARKER
from tests.support.pages.axe import check
from tests.support.pages.looks import look, looks
from tests.support.pages.sending import SLOW, files, opened, prepare
from tests.support.pages.steps import (
    copy_of,
    download,
    file_of,
    go,
    open_demonstration,
    open_file,
    saved,
    set_date,
    uncopied,
    until,
    versions,
)
from tests.support.programs import tool

pytestmark = pytest.mark.without_worker

PROFILE = read_profile("49")
DAY = "2026-11-20T10:00"
PUPIL = ("Doğan", "Lefèvre", "Łukasz", "DOGAN", "LEFEVRE")


def seal_of(dossier):
    text = unicodedata.normalize("NFC", sealed_text(ordered(FORM, dossier)))
    return in_signs(hashlib.sha256(text.encode()).hexdigest())


def draft_of(page):
    """(name, message) of the .eml, its form checked."""
    got = download(page, "envoi-eml")
    raw = Path(got.path()).read_bytes()
    assert raw.isascii() and b"\n" not in raw.replace(b"\r\n", b"") and max(map(len, raw.split(b"\r\n"))) <= 78
    message = email.message_from_bytes(raw, policy=email.policy.default)
    assert [part.defects for part in message.walk()] == [[]] * 4
    return got.suggested_filename, message


def words(content):
    return subprocess.run([tool("pdftotext"), "-", "-"], input=content, capture_output=True,
                          check=True).stdout.decode().replace("\u00a0", " ")


def test_the_draft_carries_the_two_files_and_the_fingerprint_is_the_same_everywhere(site):
    site.clock.set_fixed_time(DAY)
    open_demonstration(site)
    shown = prepare(site)
    assert shown == seal_of(EXAMPLES["complet"]) and site.locator("#envoi-brouillon").is_hidden()
    given = files(site)
    dossier = json.loads(given["json"][1])
    assert dossier.pop("transmission") == {"date": "", "destinataire": "ce.iio49@ac-nantes.fr", "empreinte": shown,
                                           "revision": 1}
    assert dossier == {key: value for key, value in EXAMPLES["complet"].items() if key != "transmission"}
    pages = words(given["pdf"][1]).split("\f")[:-1]
    assert all(f"Empreinte : {shown}" in page for page in pages) and "Empreinte du dossier" in "".join(pages)
    with pikepdf.open(Path(download(site, "envoi-fichier").path())) as pdf:
        assert pdf.attachments["dossier.json"].get_file().read_bytes() == given["json"][1]
    name, message = draft_of(site)
    assert name == f"PID_0490000J_2026-2027_K7QF_v1_{shown[:4]}_DEMONSTRATION.eml"
    assert (message["X-Unsent"], message["To"]) == ("1", "ce.iio49@ac-nantes.fr")
    assert message["Subject"] == transmission.mail_subject(EXAMPLES["complet"], PROFILE, shown)
    assert {part.get_filename(): part.get_content() for part in message.iter_attachments()} == dict(given.values())
    body = message.get_body().get_content().replace("\r\n", "\n")
    assert body == transmission.mail_body(EXAMPLES["complet"], PROFILE, shown) + "\n" and shown in body
    outside = "\n".join([name, *given["pdf"][:1], *given["json"][:1], body,
                         *(str(value) for part in message.walk() for value in part.values())])
    assert [one for one in PUPIL if one in outside] == []
    assert not site.locator("#envoi-change").is_visible()
    copy = Path(download(site, "telecharger-json").path()).read_bytes()
    assert uncopied(copy) == EXAMPLES["complet"]
    assert shown not in words(Path(download(site, "telecharger-pdf").path()).read_bytes())


def test_no_answer_of_a_dossier_of_markers_is_outside_of_the_files(site, server, tmp_path):
    marked = json.loads(json.dumps(DOSSIER))
    marked["dossier"].update(reference="0490060Z-2026-AB23", revision=1)
    (tmp_path / "marqueurs.json").write_text(json.dumps(_typed(marked)), encoding="utf-8")
    open_file(site, server, tmp_path / "marqueurs.json")
    prepare(site)
    given = files(site)
    name, message = draft_of(site)
    outside = "\n".join([name, *(one for one, _ in given.values()), message.get_body().get_content(),
                         *(str(value) for part in message.walk() for value in part.values())])
    assert MARKER.search(given["json"][1].decode()) and "BROUILLON" in name
    told = json.dumps([marked["etablissement"]["nom"], marked["redacteur"]])
    assert set(MARKER.findall(outside)) <= set(MARKER.findall(told))


def _typed(dossier):
    """The dossier of markers without those that stand where the format wants a number, a yes or no, or an object."""
    schema_kept = json.loads(json.dumps(dossier))
    for field in FORM.field.values():
        if field.kind.blank is None:
            _blank(schema_kept, field.path.split("."))
    return schema_kept


def _blank(value, steps):
    if not isinstance(value, dict) or not steps:
        return
    key = steps[0]
    if key.endswith("[]"):
        for item in value.get(key[:-2]) or []:
            _blank(item, steps[1:])
    elif len(steps) == 1:
        value[key] = None
    else:
        _blank(value.get(key), steps[1:])


def test_naughty_names_give_the_same_draft_as_python(site):
    site.clock.set_fixed_time(DAY)
    open_demonstration(site)
    go(site, "etablissement")
    name = "=?utf-8?B?QQ==?= Bcc: x@y.fr <script> 😀 é\u0301 " + "Ω" * 40
    site.fill("#etablissement-nom", name)
    go(site, "redacteur")
    site.fill("#redacteur-nom", "%0d%0aBcc: 👩\u200d🏫")
    shown = prepare(site)
    dossier = json.loads(files(site)["json"][1])
    _, message = draft_of(site)
    assert shown == seal_of(dossier) == dossier["transmission"]["empreinte"]
    assert message.keys() == ["X-Unsent", "To", "Subject", "MIME-Version", "Content-Type"]
    assert message["Subject"].replace("\u00a0", " ") == transmission.mail_subject(dossier, PROFILE,
                                                                                  shown).replace("\u00a0", " ")
    assert message.get_body().get_content().replace("\r\n", "\n") == transmission.mail_body(dossier, PROFILE,
                                                                                            shown) + "\n"


SHARING = """(outcome) => {
  window.given = [];
  navigator.canShare = ({ files }) => files.every((file) => file instanceof File);
  navigator.share = (data) => {
    window.given.push(data);
    const kept = outcome === 'AbortError' || (outcome === 'NotAllowedError' && data.files.length > 1);
    const refused = kept ? outcome : '';
    return refused ? Promise.reject(new DOMException('', refused)) : Promise.resolve();
  };
}"""
GIVEN = """window.given.map(({ files, title, text }) => [
  files.map(({ name, type, size }) => [name, type, size]), title, text])"""


def test_the_share_sheet_receives_the_files_then_what_it_refuses_or_gives_up_is_said(site):
    open_demonstration(site)
    site.evaluate(SHARING, "")
    prepare(site)
    given = files(site)

    def share(outcome, action, words):
        site.evaluate(SHARING, outcome)
        site.click(f"[data-action={action}]")
        until(lambda: words in site.locator("#envoi-etat").inner_text())
        return site.evaluate(GIVEN)

    sheet = [[["pdf", "application/pdf"], ["json", "application/json"]], site.locator("#envoi-objet").input_value(),
             site.locator("#envoi-texte").input_value()]
    sheet[0] = [[given[extension][0], mime, len(given[extension][1])] for extension, mime in sheet[0]]
    assert share("", "envoi-partager", "Fichiers remis") == [sheet]
    alone = site.locator("[data-action=envoi-partager-pdf]")
    share("AbortError", "envoi-partager", "rien n’est parti")
    assert alone.is_hidden()
    share("NotAllowedError", "envoi-partager", "a refusé")
    assert alone.is_visible()
    assert share("NotAllowedError", "envoi-partager-pdf", "Fichiers remis") == [[sheet[0][:1], *sheet[1:]]]


def pasted(page):
    """What the keyboard pastes: no permission is needed."""
    page.evaluate("document.querySelector('#envoi').append(Object.assign(document.createElement('textarea'), { id: "
                  "'colle' }))")
    page.focus("#colle")
    page.keyboard.press("Control+v")
    return page.evaluate("() => { const box = document.querySelector('#colle'); box.remove(); return box.value; }")


def test_without_share_sheet_the_texts_are_copied_or_selected_and_the_message_opens_without_files(site):
    open_demonstration(site)
    site.evaluate("() => { navigator.canShare = () => false; }")
    prepare(site)
    subject, body = (site.locator(f"#envoi-{what}").input_value() for what in ("objet", "texte"))
    assert site.locator("#envoi-partage").is_hidden() and site.locator("#envoi-mailto-aide").is_hidden()
    address = urllib.parse.urlsplit(site.locator("#envoi-mailto").get_attribute("href"))
    assert (address.scheme, address.path) == ("mailto", "ce.iio49@ac-nantes.fr")
    assert urllib.parse.parse_qs(address.query, strict_parsing=True) == {
        "subject": [subject], "body": [body.replace("\n", "\r\n")]}
    for what, text in (("objet", subject), ("texte", body)):
        site.click(f"[data-action=envoi-copier-{what}]")
        until(lambda: site.locator("#envoi-etat").inner_text() == f"{what.capitalize()} copié.")
        assert pasted(site) == text != ""
    for clipboard in ("undefined", "{ writeText: () => Promise.reject(new DOMException('', 'NotAllowedError')) }"):
        site.evaluate("() => Object.defineProperty(navigator, 'clipboard', "
                      f"{{ value: {clipboard}, configurable: true }})")
        site.locator("#envoi-titre").focus()
        site.click("[data-action=envoi-copier-texte]")
        until(lambda: "Ctrl + C" in site.locator("#envoi-etat").inner_text())
        assert site.evaluate("document.activeElement.id") == "envoi-texte"
        assert site.evaluate("(({ value, selectionStart, selectionEnd }) => value.slice(selectionStart, selectionEnd))"
                             "(document.activeElement)") == body


def test_what_is_said_to_be_sent_is_noted_with_a_receipt_that_lasts(site):
    site.clock.set_fixed_time(DAY)
    open_demonstration(site)
    shown = prepare(site)
    given = files(site)
    site.click("[data-action=envoi-fait]")
    until(lambda: site.evaluate("document.activeElement.id") == "recus-titre")
    saved(site)
    receipt = site.locator("#recus").inner_text().replace("\u00a0", " ")
    for part in (shown, "20 novembre 2026 à 10 h 00", "ce.iio49@ac-nantes.fr", "0490000J-2026-K7QF",
                 "ne peut savoir ni si", *(name for name, _ in given.values())):
        assert part in receipt
    assert "signé" not in receipt
    got = download(site, "envoi-recu")
    assert got.suggested_filename == f"PID_0490000J_2026-2027_K7QF_v1_{shown[:4]}_recepisse_DEMONSTRATION.txt"
    assert shown in Path(got.path()).read_text(encoding="utf-8")
    site.reload()
    until(lambda: site.locator("#recus").is_visible())
    assert shown in site.locator("#recus").inner_text() and site.locator("#envoi").is_hidden()
    written = file_of(site)
    assert written["transmission"] == {"date": "2026-11-20", "destinataire": "ce.iio49@ac-nantes.fr",
                                       "empreinte": shown,
                                           "revision": 1}
    assert {**written, "transmission": None} == EXAMPLES["complet"] and written["dossier"]["revision"] == 1
    kept = versions(site)
    assert [one["fichiers"] for one in kept["recus"]] == [[[name, len(content)] for name, content in given.values()]]
    assert kept["envoi"]["date"] == "2026-11-20"


@pytest.mark.campaign
def test_an_untidy_dossier_is_sent_a_second_time_as_its_second_revision(site, server):
    untidy = EXAMPLES["desordre"]
    site.clock.set_fixed_time("2026-12-18T10:00")
    open_file(site, server, DATA / "desordre.json")
    shown = prepare(site)
    assert shown == seal_of(untidy) and site.locator("#envoi-brouillon").is_hidden()
    given = files(site)
    assert given["pdf"][0] == f"PID_0490000J_2026-2027_D7RX_v2_{shown[:4]}_DEMONSTRATION.pdf"
    sealed = json.loads(given["json"][1])
    assert sealed.pop("transmission") == {"date": "", "destinataire": "ce.iio49@ac-nantes.fr", "empreinte": shown,
                                          "revision": 2}
    assert sealed == {key: untidy[key] for key in untidy if key != "transmission"}
    assert "15 h en semaine A, aucune en semaine B" in " ".join(words(documents_of(site, "convention", 1)).split())


def documents_of(page, slug, number):
    """The bytes of a document of the page « Documents »."""
    go(page, "documents")
    button = page.locator(f"[data-action=document-pdf][data-document={slug}]").nth(number)
    until(lambda: button.count() == 1)
    with page.expect_download() as started:
        button.click()
    return Path(started.value.path()).read_bytes()


@pytest.mark.campaign
def test_a_sending_is_taken_back_unless_the_dossier_has_gone_on(site):
    open_demonstration(site)
    prepare(site)
    site.click("[data-action=envoi-fait]")
    until(lambda: site.locator("[data-action=envoi-annuler]").is_visible())
    saved(site)
    site.click("[data-action=envoi-annuler]")
    until(lambda: "n’est plus noté" in site.locator("#envoi-etat").inner_text())
    assert site.locator("#recus").is_hidden()
    assert file_of(site) == EXAMPLES["complet"]
    until(lambda: versions(site).get("recus", []) == [] and "envoi" not in versions(site))
    prepare(site)
    site.click("[data-action=envoi-fait]")
    until(lambda: "recus" in versions(site))
    go(site, "eleve")
    site.fill("#eleve-classe", "3e C")
    until(lambda: copy_of(site)["dossier"]["revision"] == 2)
    go(site, "verifier")
    site.click("[data-action=envoi-annuler]")
    until(lambda: "a changé depuis" in site.locator("#envoi-etat").inner_text())
    made = file_of(site)
    assert made["eleve"]["classe"] == "3e C" and made["transmission"]["date"] and len(versions(site)["recus"]) == 1


def test_a_dossier_sent_then_changed_becomes_the_next_revision_and_is_sent_again(site):
    open_demonstration(site)
    first = prepare(site)
    site.click("[data-action=envoi-fait]")
    until(lambda: "recus" in versions(site))
    go(site, "eleve")
    site.fill("#eleve-classe", "3e C")
    until(lambda: site.locator("#revision-nouvelle").is_visible())
    second = prepare(site)
    assert first != second and "_v2_" in files(site)["pdf"][0]
    site.click("[data-action=envoi-fait]")
    until(lambda: len(versions(site)["recus"]) == 2)
    made = copy_of(site)
    assert made["transmission"]["empreinte"] == second and made["dossier"]["revision"] == 2
    assert [one["revision"] for one in versions(site)["recus"]] == [1, 2]
    go(site, "eleve")
    site.fill("#eleve-classe", "3e D")
    until(lambda: copy_of(site)["dossier"]["revision"] == 3)


@pytest.mark.campaign
def test_files_that_are_no_longer_those_of_the_dossier_are_said_and_may_have_left(site):
    site.clock.set_fixed_time(DAY)
    open_demonstration(site)
    sent = prepare(site)
    go(site, "eleve")
    site.fill("#eleve-classe", "3e C")
    saved(site)
    go(site, "verifier")
    until(lambda: site.locator("#envoi-change").is_visible())
    site.click("[data-action=envoi-fait]")
    until(lambda: site.locator("#revision-nouvelle").is_visible())
    until(lambda: copy_of(site)["dossier"]["revision"] == 2)
    made = copy_of(site)
    assert made["transmission"] == {"date": "2026-11-20", "destinataire": "ce.iio49@ac-nantes.fr", "empreinte": sent,
                                    "revision": 1}
    assert versions(site)["recus"][0]["revision"] == 1


@pytest.mark.campaign
def test_what_was_typed_of_the_sending_since_its_files_were_made_is_kept(site):
    site.clock.set_fixed_time(DAY)
    open_demonstration(site)
    shown = prepare(site)
    go(site, "transmission")
    set_date(site, "transmission-date", "19", "11", "2026")
    site.fill("#transmission-destinataire", "ien-io@exemple.fr")
    saved(site)
    go(site, "verifier")
    site.click("[data-action=envoi-fait]")
    until(lambda: "recus" in versions(site))
    assert copy_of(site)["transmission"] == {"date": "2026-11-19", "destinataire": "ien-io@exemple.fr",
                                             "empreinte": shown, "revision": 1}
    assert [(one["date"], one["heure"]) for one in versions(site)["recus"]] == [("2026-11-19", "")]
    assert "Envoi noté au 19" in site.locator("#envoi-annulation").inner_text()


@pytest.mark.campaign
def test_a_day_that_is_corrected_keeps_the_fingerprint_of_the_receipt(site):
    site.clock.set_fixed_time(DAY)
    open_demonstration(site)
    shown = prepare(site)
    site.click("[data-action=envoi-fait]")
    until(lambda: "recus" in versions(site))
    go(site, "journal")
    site.locator("#journal > .bloc > [data-action=ajouter]").click()
    site.fill("#journal-0-texte", "Appel de la DSDEN.")
    go(site, "transmission")
    assert site.locator("#transmission-date-jour").input_value() == "20"
    site.fill("#transmission-date-jour", "19")
    until(lambda: versions(site)["envoi"]["date"] == "2026-11-19")
    saved(site)
    assert copy_of(site)["transmission"]["empreinte"] == shown


def test_a_file_says_whether_it_is_still_what_was_prepared(site, server, tmp_path):
    open_demonstration(site)
    go(site, "eleve")
    site.fill("#eleve-classe", "3e e\u0301")  # not in composed form: the importer composes it
    saved(site)
    shown = prepare(site)
    given = files(site)
    for name, content in given.values():
        (tmp_path / name).write_bytes(content)
        seen = opened(site, server, tmp_path / name)
        assert f"{shown}, celle du contenu" in seen
    changed = json.loads(given["json"][1])
    changed["eleve"]["classe"] = "3e Z"
    (tmp_path / "change.json").write_text(json.dumps(changed), encoding="utf-8")
    seen = opened(site, server, tmp_path / "change.json")
    assert f"{shown}, qui n’est plus celle du contenu ({seal_of(changed)})" in seen
    assert "modifié depuis qu’il a été préparé" in seen
    assert site.locator("[data-action=nouveau]").is_visible()
    changed["transmission"]["date"] = "2026-11-20"
    (tmp_path / "suivi.json").write_text(json.dumps(changed), encoding="utf-8")
    assert "complété ou modifié depuis son envoi du 20 novembre 2026" in opened(site, server, tmp_path / "suivi.json")
    changed["transmission"]["empreinte"] = "a" * 64
    (tmp_path / "ancien.json").write_text(json.dumps(changed), encoding="utf-8")
    assert "Empreinte" not in opened(site, server, tmp_path / "ancien.json")


@looks
def test_axe_in_every_state_of_the_sending(site, scheme, width):
    look(site, scheme, width)
    open_demonstration(site)
    site.evaluate(SHARING, "NotAllowedError")
    go(site, "eleve")
    site.fill("#eleve-nom", "")
    prepare(site)
    site.locator("#envoi details summary").click()
    site.click("[data-action=envoi-partager]")
    until(lambda: site.locator("[data-action=envoi-partager-pdf]").is_visible())
    assert site.locator("#envoi-brouillon").is_visible()
    check(site, "prepared")
    go(site, "eleve")
    site.fill("#eleve-nom", "Autre")
    saved(site)
    go(site, "verifier")
    until(lambda: site.locator("#envoi-change").is_visible())
    check(site, "stale")
    site.click("[data-action=envoi-fait]")
    until(lambda: site.locator("#recus").is_visible())
    check(site, "receipt")


def test_the_whole_sending_by_keyboard(site):
    open_demonstration(site)
    go(site, "verifier")
    until(lambda: site.locator("#verdict").inner_text() != "")

    def tab_to(action):
        for _ in range(40):
            site.keyboard.press("Tab")
            if site.evaluate("document.activeElement.dataset.action ?? document.activeElement.id") == action:
                return
        raise AssertionError(f"{action} is not reached")

    tab_to("envoi-preparer")
    site.keyboard.press("Enter")
    until(lambda: site.evaluate("document.activeElement.id") == "envoi-pret", SLOW)
    for action in ("envoi-fichier", "envoi-fichier", "envoi-eml"):
        tab_to(action)
        with site.expect_download():
            site.keyboard.press("Enter")
    for action in ("envoi-copier-objet", "envoi-copier-texte"):
        tab_to(action)
        site.keyboard.press("Enter")
        until(lambda: "copié" in site.locator("#envoi-etat").inner_text())
    tab_to("envoi-mailto")
    tab_to("envoi-fait")
    site.keyboard.press("Enter")
    until(lambda: site.evaluate("document.activeElement.id") == "recus-titre")
    tab_to("envoi-annuler")
    site.keyboard.press("Enter")
    until(lambda: site.evaluate("document.activeElement.id") == "envoi-titre")
    assert "n’est plus noté" in site.locator("#envoi-etat").inner_text()
