"""Files within files and files given together: what was refused is not forgotten, the work is bounded, one bad file
loses no other."""

import pytest

from tests.campaigns.hostile_table import pdf
from tests.campaigns.received import case, journeys
from tests.support.received_files import DOSSIER, NONE, OTHER, PDF, one, opens, plain, received

NEWER = b'{"format": "pid-dossier", "version": 99}'
HIDDEN = b'{"format": "pid-dossier", "version": 1, "eleve": {"__proto__": {}}}'
UNREAD = None
RECOVERY = (b'{"pid-reprise": 1, "version": 1, "marque": "0123456789abcdef", "derivation": {"nom": "PBKDF2-SHA-256", '
            b'"tours": 600000, "sel": "' + b"A" * 22 + b'=="}, "clef": "' + b"A" * 79 + b'=", "contenu": "AAAA"}')


def mail(*files):
    return received(*[(f"{rank}.json", content) for rank, content in enumerate(files)])


@pytest.mark.parametrize("name, content, said", [
    ("x.eml", mail(DOSSIER, NEWER), "plus récente"), ("x.eml", mail(HIDDEN, DOSSIER), "nom réservé"),
    ("x.pdf", pdf([DOSSIER, NEWER]), "plus récente"), ("x.pdf", pdf([HIDDEN, DOSSIER]), "nom réservé"),
    ("x.eml", received(("a.pdf", pdf([DOSSIER, NEWER]))), "plus récente"),
    ("x.pdf", pdf([pdf([DOSSIER, HIDDEN])]), "nom réservé"), ("x.eml", mail(DOSSIER, OTHER, NEWER), "plus récente")])
def test_what_is_refused_within_a_file_is_told_beside_the_dossier_that_is_read(name, content, said):
    alone, beside = journeys([case((name, content)),
                              case((name, content), ("photo.jpg", b"\xff\xd8\xff\xe0"), none=NONE)])
    for answer in (alone, beside):
        assert not answer["ok"] and answer["choix"] and answer["message"].count(said) == 1


def test_control_what_is_no_dossier_hides_none():
    for content in (mail(DOSSIER, b"{}"), mail(DOSSIER, DOSSIER), pdf([DOSSIER, b"bonjour"])):
        assert opens(one(("x", content)))


def fan(content, depth, many):
    """A PDF that holds `many` PDFs, each of which holds as many, down to `depth`."""
    for _ in range(depth):
        content = pdf([b"%PDF-1.7 " + b"%d\n" % rank + content for rank in range(many)], compress_streams=True)
    return content


@pytest.mark.campaign
def test_files_within_files_are_read_up_to_a_number():
    mails = received(*[(f"{rank}.pdf", fan(PDF, 1, 20)) for rank in range(100)])
    for name, content in (("x.pdf", fan(pdf([DOSSIER]), 2, 100)), ("x.eml", mails)):
        answer = one((name, content))
        assert answer["ms"] < 3000 and opens(answer)


@pytest.mark.parametrize("name", ["a.age", "a.zip", "PID.json.age", "a.json", "a.eml", "a.pdf"])
def test_an_empty_file_is_told_as_empty_and_asks_for_no_code(name):
    answer = one((name, b""), code="ABCD-EFGH-JKMN-PQRS")
    assert answer["asked"] == [] and "est vide" in answer["message"]


@pytest.mark.parametrize("files", [["reprise.json", "photos.zip"], ["photos.zip", "reprise.json"],
                                   ["reprise.json", "a.age", "b.zip"]])
def test_no_protected_file_hides_the_recovery_file(files):
    contents = {"reprise.json": RECOVERY, "photos.zip": plain({"a.jpg": b"x"}), "b.zip": plain({"a.jpg": b"x"}),
                "a.age": b"age-encryption.org/v1\n"}
    answer = one(*[(name, contents[name]) for name in files])
    assert answer["asked"] == [] and answer["reprise"]["marque"] == "0123456789abcdef"


@pytest.mark.parametrize("files, opened", [
    ([("ailleurs.docx", UNREAD), ("dossier.json", DOSSIER)], True),
    ([("dossier.json", DOSSIER), ("ailleurs.docx", UNREAD)], True),
    ([("ailleurs.json", UNREAD)], False), ([("ailleurs.json", UNREAD), ("a.txt", b"bonjour")], False)])
def test_a_file_of_a_folder_that_cannot_be_read_loses_no_other_and_is_told(files, opened):
    answer = journeys([{**case(*[(name, content or b"") for name, content in files], none=NONE), "folder": True,
                        "unread": [name for name, content in files if content is UNREAD]}])[0]
    assert answer["ok"] is opened
    assert opened or "ne peut pas lire ce fichier" in answer["message"]


def test_a_folder_that_cannot_be_listed_loses_no_other():
    answer = journeys([{**case(("dossier.json", DOSSIER), none=NONE), "folder": True, "unread": ["sous-dossier/"]}])[0]
    assert opens(answer)


@pytest.mark.parametrize("first", [b"Received:from x by y\r\n", b"From:a@b.fr\r\nMessage-ID:<1@b.fr>\r\n",
                                   b"X_Road:y\r\n", b"Subject:x\r\n"])
def test_an_e_mail_whose_headings_have_no_blank_is_one(first):
    answer = one(("x.eml", first + received(("dossier.json", DOSSIER)).replace(b": ", b":", 3)))
    assert opens(answer)


def test_control_a_text_or_a_dossier_is_no_e_mail():
    told = one(("x.eml", DOSSIER)), one(("x.txt", b"Note: bonjour"))
    assert opens(told[0]) and "courriel" not in told[1]["message"]


@pytest.mark.campaign
def test_a_large_attachment_is_read_in_time():
    heading = b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n" \
        b"Content-Disposition: attachment; filename=scan.bin\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    dossier = b"\r\n--x\r\nContent-Disposition: attachment; filename=d.json\r\n\r\n" + DOSSIER + b"\r\n--x--\r\n"
    answer = one(("x.eml", heading + b"QUJD" * 7_500_000 + dossier))
    assert opens(answer) and answer["ms"] < 1500
