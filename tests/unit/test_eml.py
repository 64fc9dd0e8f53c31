"""The draft of an e-mail, read back by Python's own ``email``: what was put in is what comes out, and nothing else."""

import base64
import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pid_rules.handover import eml
from tests.support.mail import JSON, PDF, TO, made, read, wrapped
from tests.support.naughty import naughty

CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


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
    ("a@b.fr", "a@b.fr"), ("jean.dupont+pid@ac-nantes.fr", "jean.dupont+pid@ac-nantes.fr"),
    ("a@b.fr\r\nBcc: c@d.fr", ""),
    ("a@b.fr, c@d.fr", ""), ("Nom <a@b.fr>", ""), ("@b.fr", ""), ("a@b", ""), ("a@b.fr@c.fr", ""), ("é@b.fr", ""),
    ("", "")])
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
