"""Files as people really receive them: archives of other programs, e-mails, keys, calendars, old browsers; each has its
true sentence."""

import base64
import json
import subprocess
import zipfile

import pytest

from pid_rules.handover import eml
from tests.campaigns import encryption
from tests.campaigns.hostile_table import pdf
from tests.campaigns.received import case, encoded, journeys
from tests.support.examples import DATA
from tests.support.programs import tool
from tests.support.received_files import DOSSIER, NONE, OTHER, PDF, one, opens, plain, received

RECEIVED = DATA / "received"
CODE, WRONG = "ABCD-EFGH-JKMN-PQRS", "ABCD-EFGH-JKMN-PQRT"
REFUSED, GOOD_CODE = "le code ou la clé n’est pas le bon", "Le code est bon, mais aucun dossier"
PLAIN = "Cette archive n’est pas protégée, et aucun dossier"
PICTURE = b"\xff\xd8\xff\xe0" + bytes(100)


def of_7_zip(folder, files, *options):
    """An archive of 7-Zip, its folders included."""
    for name, content in files.items():
        (folder / "x" / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / "x" / name).write_bytes(content)
    subprocess.run([tool("7z"), "a", "-tzip", *options, f"-p{CODE}", "../a.zip", "."], cwd=folder / "x", check=True,
                   capture_output=True)
    content = (folder / "a.zip").read_bytes()
    (folder / "a.zip").unlink()
    return content


def of_zip_js(content=DOSSIER, **options):
    return base64.b64decode(encryption.ask("zipjsWrites", zipjs=encryption.zip_js(), content=content.decode(),
                                           options={"password": CODE, **options}))


@pytest.mark.parametrize("name", ["7z_sub.zip", "7z_aes128.zip", "pyzipper.zip"])
def test_an_archive_of_another_program_opens_with_its_code_and_only_with_it(name):
    content = (RECEIVED / name).read_bytes()
    right, wrong = journeys([case((name, content), code=code) for code in (CODE, WRONG)])
    assert right["ok"] and right["asked"] == ["code"]
    assert not wrong["ok"] and REFUSED in wrong["message"]


@pytest.mark.parametrize("strength", [1, 2, 3])
@pytest.mark.parametrize("descriptor", [False, True])
def test_every_strength_opens_with_data_descriptors_or_without(strength, descriptor):
    content = of_zip_js(encryptionStrength=strength, dataDescriptor=descriptor)
    right, wrong = journeys([case(("a.zip", content), code=code) for code in (CODE, WRONG)])
    assert opens(right) and REFUSED in wrong["message"]


@pytest.mark.parametrize("files, said", [
    ({"a/b/dossier.json": DOSSIER, "a/photo.jpg": PICTURE}, ""), ({"dossier.json": DOSSIER, "dossier.pdf": PDF}, ""),
    ({"envoi.eml": b"X-Unsent: 1\r\nSubject: x\r\n\r\n" + bytes(10), "a.json": DOSSIER}, ""),
    ({"photo.jpg": PICTURE}, GOOD_CODE), ({"notes.txt": b"bonjour"}, GOOD_CODE), ({"a.json": b"{}"}, GOOD_CODE),
    ({"a.json": b'{"format": "pid-dossier", "version": 1, "__proto__": {}}'}, "nom réservé"),
    ({"a.json": b'{"format": "pid-dossier", "version": 99}'}, "plus récente"),
    ({"a.pdf": b"%PDF-1.7 " + bytes(99)}, GOOD_CODE)])
def test_with_the_right_code_the_dossier_opens_or_the_truth_is_told(tmp_path, files, said):
    answer = one(("a.zip", of_7_zip(tmp_path, files, "-mem=AES256")), code=CODE)
    if not said:
        assert opens(answer)
    else:
        assert not answer["ok"] and said in answer["message"] and REFUSED not in answer["message"]


@pytest.mark.parametrize("options", [["-mm=BZip2"], ["-mm=LZMA"], ["-mm=Deflate64"]])
def test_a_compression_that_is_not_read_is_not_called_a_wrong_code(tmp_path, options):
    right, wrong = [one(("a.zip", of_7_zip(tmp_path, {"dossier.json": DOSSIER}, "-mem=AES256", *options)), code=code)
                    for code in (CODE, WRONG)]
    assert GOOD_CODE in right["message"] and REFUSED in wrong["message"]


def test_several_dossiers_of_an_archive_are_named(tmp_path):
    answer = one(("a.zip", of_7_zip(tmp_path, {"1.json": DOSSIER, "2.json": OTHER, "2.pdf": pdf([OTHER])},
                                    "-mem=AES256")), code=CODE)
    assert [(choice["nom"], json.loads(choice["text"])) for choice in answer["choix"]] == \
        [("1.json", json.loads(DOSSIER)), ("2.json", json.loads(OTHER))]
    assert "choisissez" in answer["message"]


@pytest.mark.parametrize("files, said", [
    ({"bom.json": DOSSIER}, ""), ({"a/dossier.pdf": PDF, "b.txt": b"x"}, ""), ({"a.txt": b"x"}, PLAIN),
    ({"a.jpg": PICTURE}, PLAIN),
    ({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<x/>"}, "un document de bureautique"),
    ({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}, "un document de bureautique")])
def test_a_plain_archive_asks_for_no_code(files, said):
    answer = one(("recu.zip", plain(files, zipfile.ZIP_STORED if "mimetype" in files else zipfile.ZIP_DEFLATED)))
    assert "code" not in answer["asked"]
    assert opens(answer) if not said else said in answer["message"] and "protégé.\u00a0" not in answer["message"]


def test_a_changed_byte_of_a_plain_archive_is_told():
    content = bytearray(plain({"a.json": DOSSIER}, zipfile.ZIP_STORED))
    content[content.index(b"pid-dossier") + 400] ^= 1
    assert "Cette archive est abîmée" in one(("a.zip", bytes(content)))["message"]


def test_an_archive_that_cannot_be_read_asks_for_the_code_of_ours():
    answer = one(("a.zip", b"PK\3\4" + bytes(50)), code=CODE)
    assert answer["asked"] == ["code"] and REFUSED in answer["message"]


def test_a_bomb_unfolds_no_further_than_the_limit(tmp_path):
    pdf_bomb = b"%PDF-1.7\n" + bytes(80_000_000)
    for files in ({"a.json": b"pid-dossier" + bytes(80_000_000)}, {f"{number}.pdf": pdf_bomb for number in range(6)}):
        answer = one(("a.zip", plain(files)))
        assert PLAIN in answer["message"] and answer["inflated"] <= 130_000_000


def draft(*files):
    attached = [(name, mime, base64.b64encode(content).decode()) for name, mime, content in files]
    return eml.draft("a@b.fr", "Dossier", "Bonjour", attached).encode()


MAILS = {
    "our draft": draft(("PID.pdf", "application/pdf", PDF), ("PID.json", "application/json", DOSSIER)),
    "received": received(("é à dossier.json", DOSSIER), ("photo.jpg", PICTURE)),
    "PDF alone": received(("dossier.pdf", PDF)),
    "quoted": received(("dossier.json", DOSSIER), encoding="quoted-printable"),
    "forwarded": received(("dossier.json", DOSSIER), inside=True),
    "in a mailbox": b"From - Sun Nov 29\r\n" + received(("dossier.json", DOSSIER)),
    "with line feeds": received(("dossier.json", DOSSIER)).replace(b"\r\n", b"\n"),
    "with an archive": received(("a.zip", plain({"d.json": DOSSIER}))),
}


@pytest.mark.parametrize("name", MAILS)
def test_the_dossier_of_an_e_mail_opens(name):
    assert opens(one(("courriel.eml", MAILS[name])))


def test_the_names_of_attached_files_are_read():
    answer = one(("x.eml", received(("é à dossier.json", DOSSIER), ("l’autre “dossier”.json", OTHER))))
    assert [choice["nom"] for choice in answer["choix"]] == ["é à dossier.json", "l’autre “dossier”.json"]


def test_a_protected_file_of_an_e_mail_asks_for_its_code(tmp_path):
    sealed = of_7_zip(tmp_path, {"dossier.json": DOSSIER}, "-mem=AES256")
    right, wrong = journeys([case(("x.eml", received(("PID.zip", sealed), ("logo.png", PICTURE))), code=code)
                             for code in (CODE, WRONG)])
    assert opens(right) and right["asked"] == ["code"] and REFUSED in wrong["message"]
    pair = encryption.ask("pair")
    both = [(name, base64.b64decode(encryption.ask("encrypt", bytes=encoded(content), key=pair["key"])))
            for name, content in (("PID.pdf.age", PDF), ("PID.json.age", DOSSIER))]
    answer = one(("x.eml", draft(*[(name, "application/octet-stream", content) for name, content in both])),
                 key=pair["secret"].encode())
    assert opens(answer) and answer["asked"] == ["cle"]


@pytest.mark.parametrize("content",
                         [received(), received(("photo.jpg", PICTURE)), b"From: a@b.fr\r\nSubject: x\r\n\r\nBonjour",
                          b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"x\"\r\n\r\n--x\r\n" * 300])
def test_an_e_mail_without_dossier_says_so(content):
    answer = one(("x.eml", content))
    assert not answer["ok"] and ("Ce courriel n’a pas de dossier" in answer["message"]
                                 or "une image" in answer["message"])


@pytest.mark.parametrize("name, content, said", [
    ("a.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "un courriel d’Outlook"),
    ("winmail.dat", b"\x78\x9f\x3e\x22\0", "un courriel d’Outlook"),
    ("a.ics", b"BEGIN:VCALENDAR\r\nVERSION:2.0", "un agenda"),
    ("cle", b"# created: 2026\nAGE-SECRET-KEY-1QQQ\n", "une clé privée"),
    ("a.jpg", PICTURE, "une image"), ("a.heic", b"\0\0\0\x18ftypheic", "une image"),
    ("a.tif", b"II*\0" + bytes(9), "une image"),
    ("a.webp", b"RIFF\1\2\3\4WEBP", "une image"),
    ("a.7z", b"7z\xbc\xaf\x27\x1c", "une archive que ce site n’ouvre pas"),
    ("a.rar", b"Rar!\x1a\7", "une archive que ce site n’ouvre pas"),
    ("dossier-pid.html", b"<!DOCTYPE html>\n<html>", "une page web"),
    ("a.xml", b"<?xml version='1.0'?>", "une page web ou un fichier XML"), ("a.json", b"", "est vide"),
    ("reçu.txt", "Dossier de parcours individualisé dérogatoire – récépissé".encode(), "un récépissé")])
def test_what_is_no_dossier_is_told_for_what_it_is(name, content, said):
    answer = one((name, content))
    assert not answer["ok"] and said in answer["message"] and "abîmé" not in answer["message"]
    assert answer["message"].endswith("Rien n’a été modifié.")


def test_a_key_is_told_for_what_it_is_before_or_after_its_code():
    pair = encryption.ask("pair")
    public = encryption.ask("reception", key=pair["key"])["text"]
    assert "une clé de réception" in one(("cle-de-reception.txt", public.encode()))["message"]
    private = encryption.ask("protect", pair=pair, code=CODE)["text"]
    answer = one(("cle-privee.age", private.encode()), code=CODE)
    assert answer["asked"] == ["phrase"] and "une clé privée" in answer["message"]


@pytest.mark.parametrize("name, content, without, said", [
    ("a.pdf", PDF, ["DecompressionStream"], "Ce navigateur est trop ancien pour lire un PDF"),
    ("a.pdf", PDF, ["deflate"], "trop ancien pour lire un PDF"),
    ("a.zip", plain({"a.json": DOSSIER}), ["deflate-raw"], "Ce navigateur est trop ancien pour ouvrir cette archive"),
    ("a.zip", (RECEIVED / "7z_sub.zip").read_bytes(), ["DecompressionStream"],
     "Ce navigateur est trop ancien pour ouvrir cette archive"),
    ("a.zip", (RECEIVED / "7z_sub.zip").read_bytes(), ["subtle"], "à cette adresse"),
    ("a.eml", draft(("a.pdf", "application/pdf", PDF)), ["DecompressionStream"], "trop ancien pour lire un PDF")])
def test_a_function_that_the_browser_lacks_is_told_as_such(name, content, without, said):
    answer = one((name, content), code=CODE, without=without)
    assert not answer["ok"] and said in answer["message"]
    assert "abîmé" not in answer["message"] and "n’est pas le bon" not in answer["message"]


def test_what_needs_none_of_it_opens_without_it():
    stored = plain({"a.json": DOSSIER}, zipfile.ZIP_STORED)
    lacks = ["DecompressionStream", "subtle"]
    mail = draft(("a.pdf", "application/pdf", PDF), ("a.json", "application/json", DOSSIER))
    for files in ([("a.json", DOSSIER)], [("a.zip", stored)], [("a.eml", mail)]):
        assert opens(one(*files, without=lacks))


@pytest.mark.parametrize("files, nom", [
    ([("a.json", DOSSIER), ("a.pdf", PDF)], "a.json"), ([("a.pdf", PDF), ("a.json", DOSSIER)], "a.json"),
    ([("photo.jpg", PICTURE), ("a.pdf", PDF)], "a.pdf"),
    ([("a.json", DOSSIER), ("copie.json", DOSSIER)], "a.json"),
    ([("a.json", DOSSIER), ("coupé.json", DOSSIER[:500])], "a.json")])
def test_files_given_together_that_hold_one_dossier_open_it(files, nom):
    answer = one(*files, none=NONE)
    assert opens(answer) and answer["nom"] == nom


def test_of_files_given_together_several_dossiers_are_to_be_chosen_and_none_is_told():
    several, none, newer = journeys([
        case(("a.json", DOSSIER), ("b.json", OTHER), none=NONE), case(("a.jpg", PICTURE), ("b.txt", b"x"), none=NONE),
        case(("a.json", DOSSIER), ("b.json", b'{"format": "pid-dossier", "version": 99}'), none=NONE)])
    assert [choice["nom"] for choice in several["choix"]] == ["a.json", "b.json"]
    assert none["message"].startswith(NONE)
    assert [choice["nom"] for choice in newer["choix"]] == ["a.json"] and "plus récente" in newer["message"]
