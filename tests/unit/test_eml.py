"""The draft of an e-mail, read back by Python's own ``email``: what was put in is what comes out, and nothing else."""

import base64
import email
import email.policy
import json
import re

import pytest
from hypothesis import example, given, settings, strategies as st

from pid_rules.handover import eml
from tests.packages import packages

TO = "ce.iio49@ac-nantes.fr"
HEADERS = ["X-Unsent", "To", "Subject", "MIME-Version", "Content-Type"]
PDF, JSON = b"%PDF-1.7\n" + bytes(range(256)) * 3, '{"eleve": "Đặng"}\n'.encode()
CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")
INJECTIONS = ("a\r\nBcc: x@y.fr", "a\nBcc: x@y.fr", "a\rBcc: x@y.fr", "a\x00b", "a\u2028Bcc: x@y.fr", "a\x85b", "\r\n\r\n<html>",
              "=?utf-8?B?Qg==?=", '"; filename="b.exe', "a\r\n--=_dossier-pid--", ".", "..", "\ud800", "😀" * 40, "é" * 300,
              "a" * 500, "%00%0d%0aBcc: x", "Ω=?\x0c?=")


def wrapped(content):
    return base64.encodebytes(content).decode().replace("\n", "\r\n")


def naughty():
    """The big list of naughty strings, and what is meant to inject."""
    listed = json.loads((packages() / "big-list-of-naughty-strings" / "blns.json").read_text(encoding="utf-8"))
    return [*listed, *INJECTIONS]


def made(recipient=TO, subject="Objet", body="Texte", names=("PID_a.pdf", "PID_a.json")):
    return eml.draft(recipient, subject, body, [
        (names[0], "application/pdf", wrapped(PDF)), (names[1], "application/json", wrapped(JSON))])


def opened(text):
    """(message, body, names, contents) once its form has been checked: ASCII, CRLF only, lines of 78 signs at most, no defect,
    no other header, two files."""
    assert text.isascii() and text.replace("\r\n", "").isprintable()
    assert max(map(len, text.split("\r\n"))) <= 78
    message = email.message_from_bytes(text.encode("ascii"), policy=email.policy.default)
    assert message.defects == [] and all(part.defects == [] for part in message.walk())
    assert all(value.defects == () for part in message.walk() for value in part.values())
    assert message.keys() == HEADERS or message.keys() == [name for name in HEADERS if name != "To"]
    body, pdf, file = message.iter_parts()
    assert body.get_content_type() == "text/plain" and not message.preamble and not message.epilogue
    # Not get_filename, which takes quotes for its own.
    names = [part["Content-Disposition"].params["filename"] for part in (pdf, file)]
    assert names == [part["Content-Type"].params["name"] for part in (pdf, file)]
    return message, body.get_content().replace("\r\n", "\n"), names, [pdf.get_content(), file.get_content()]


def read(text):
    """(message, body, names) of a draft of this file, its files found again as they were."""
    message, body, names, contents = opened(text)
    assert contents == [PDF, JSON]
    return message, body, names


def squeezed(text):
    return " ".join(text.split())


def replaced(text):
    return re.sub("[\ud800-\udfff]", "\ufffd", text)


def test_an_ordinary_draft():
    subject = "Parcours individualisé dérogatoire – 0490060Z-2026-K7QF, révision 1 – Collège Jean-Zay (0490060Z)"
    message, body, names = read(made(subject=subject, body="Madame, Monsieur,\n\n  – œuvre 😀\n"))
    assert (message["X-Unsent"], message["To"], message["Subject"]) == ("1", TO, subject)
    assert body == "Madame, Monsieur,\n\n  – œuvre 😀\n\n"
    assert names == ["PID_a.pdf", "PID_a.json"]
    assert [part.get_content_type() for part in message.iter_attachments()] == ["application/pdf", "application/json"]


def check_any(text):
    message, body, names = read(made(subject=text, body=text, names=(text, "b" + text)))
    assert squeezed(message["Subject"]) == squeezed(replaced(CONTROLS.sub(" ", text)))
    kept = replaced(text).replace("\r\n", "\n").replace("\r", "\n")
    kept = "\n".join(CONTROLS.sub(" ", line).rstrip() for line in kept.split("\n"))
    assert [line.rstrip() for line in body.split("\n")] == [line.rstrip() for line in (kept + "\n").split("\n")]
    expected = [squeezed(replaced(CONTROLS.sub(" ", one))) for one in (text, "b" + text)]
    assert [squeezed(name) for name in names] == [expected[0] or eml.UNNAMED, expected[1]]


def test_no_naughty_string_gets_out_of_its_place():
    for text in naughty():
        check_any(text)


@settings(max_examples=150)
@given(st.text())
@example("\u00a0é\u00a0")
def test_no_text_gets_out_of_its_place(text):
    check_any(text)


@pytest.mark.parametrize("given_name, name", [
    ("a@b.fr", "a@b.fr"), ("jean.dupont+pid@ac-nantes.fr", "jean.dupont+pid@ac-nantes.fr"), ("a@b.fr\r\nBcc: c@d.fr", ""),
    ("a@b.fr, c@d.fr", ""), ("Nom <a@b.fr>", ""), ("@b.fr", ""), ("a@b", ""), ("a@b.fr@c.fr", ""), ("é@b.fr", ""), ("", "")])
def test_only_an_address_is_a_recipient(given_name, name):
    assert eml.address(given_name) == name
    message, _, _ = read(made(recipient=given_name))
    assert (message["To"] or "") == name


def test_control_a_draft_written_by_hand_lets_a_header_in():
    naive = made().replace("Subject: Objet", "Subject: a\r\nBcc: x@y.fr")
    with pytest.raises(AssertionError):
        read(naive)


def test_control_lines_of_base64_that_are_not_wrapped_are_seen():
    with pytest.raises(AssertionError):
        read(eml.draft(TO, "a", "b", [("a.pdf", "application/pdf", base64.b64encode(PDF).decode()),
                                      ("a.json", "application/json", wrapped(JSON))]))


@given(st.binary(max_size=200))
def test_base64_is_that_of_the_standard_library(content):
    assert eml.base64(list(content)) == base64.b64encode(content).decode()


@given(st.text())
def test_utf8_is_that_of_the_standard_library(text):
    assert bytes(eml.utf8(text)) == replaced(text).encode()
