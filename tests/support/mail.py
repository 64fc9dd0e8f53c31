"""Drafts of e-mails, made and read back."""

import base64
import email.policy

from pid_rules.handover import eml

TO = "ce.iio49@ac-nantes.fr"
HEADERS = ["X-Unsent", "To", "Subject", "MIME-Version", "Content-Type"]
PDF, JSON = b"%PDF-1.7\n" + bytes(range(256)) * 3, '{"eleve": "Đặng"}\n'.encode()


def wrapped(content):
    return base64.encodebytes(content).decode().replace("\n", "\r\n")


def made(recipient=TO, subject="Objet", body="Texte", names=("PID_a.pdf", "PID_a.json")):
    return eml.draft(recipient, subject, body, [
        (names[0], "application/pdf", wrapped(PDF)), (names[1], "application/json", wrapped(JSON))])


def opened(text):
    """(message, body, names, contents) once its form has been checked: ASCII, CRLF only, lines of 78 characters at
    most, no defect, no other header, two files."""
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
