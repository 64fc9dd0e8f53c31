"""What a file made from a hostile dossier may be.

No PDF acts. No e-mail has a header, and no calendar an event, more than those of an ordinary dossier. No name of a file
has anything typed in it.
"""

import io
import json
import re

import pikepdf
from icalendar import Calendar

from tests.support.mail import HEADERS, opened

ACTIVE = {"/JavaScript", "/JS", "/OpenAction", "/AA", "/Launch", "/SubmitForm", "/ImportData", "/URI", "/GoToR",
          "/GoToE", "/RichMedia", "/Rendition", "/XFA", "/AcroForm"}
"""Keys of what acts in a PDF, and kinds of actions: no document of the site has any."""
INSIDE = "dossier.json"
NAME = re.compile(r"PID[A-Za-z0-9_-]{0,70}\.(json|pdf|eml|ics)")


def keys_of(value, seen):
    """Every key of the dictionaries of a PDF object, and the kinds of its actions, at any depth; other objects
    apart."""
    if isinstance(value, (pikepdf.Dictionary, pikepdf.Stream)):
        for key, below in value.items():
            seen.add(key)
            if key == "/S" and isinstance(below, pikepdf.Name):
                seen.add(str(below))
            elif not (isinstance(below, pikepdf.Object) and below.is_indirect):
                keys_of(below, seen)
    elif isinstance(value, pikepdf.Array):
        for below in value:
            if not (isinstance(below, pikepdf.Object) and below.is_indirect):
                keys_of(below, seen)


def active(pdf):
    """Keys and kinds of what acts in an open PDF."""
    seen = set()
    for one in pdf.objects:
        keys_of(one, seen)
    return seen & ACTIVE


def shape_of(pdf):
    """What no answer may change: keys of the catalogue and of the two descriptions, embedded files."""
    with pdf.open_metadata() as metadata:
        return set(pdf.Root.keys()), set(pdf.docinfo.keys()), set(metadata.keys()), list(pdf.attachments)


def read_pdf(content):
    """(shape, dossier inside, number of pages) of a PDF; AssertionError where it is not well formed or acts."""
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert pdf.check_pdf_syntax() == [], "malformed PDF"
        found = active(pdf)
        assert found == set(), f"PDF that acts: {sorted(found)}"
        assert list(pdf.attachments) == [INSIDE], f"embedded files: {list(pdf.attachments)}"
        return shape_of(pdf), json.loads(pdf.attachments[INSIDE].get_file().read_bytes()), len(pdf.pages)


def read_eml(content):
    """(message, body, {name: bytes}) of an e-mail draft; AssertionError where anything but its texts is not
    ordinary."""
    message, body, names, contents = opened(content.decode("ascii"))
    assert message.keys() == HEADERS, f"headers: {message.keys()}"
    kinds = [part.get_content_type() for part in message.walk()]
    assert kinds == ["multipart/mixed", "text/plain", "application/pdf", "application/json"], f"parts: {kinds}"
    assert all(NAME.fullmatch(name) for name in names), f"names: {names}"
    return message, body, dict(zip(names, contents))


def read_ics(content):
    """(number of events, names of properties) of a calendar; AssertionError where it is not sound."""
    read = Calendar.from_ical(content)
    assert [part.errors for part in read.walk()] == [[]] * len(read.walk()), "malformed calendar"
    assert content.count(b"BEGIN:VEVENT") == content.count(b"\r\nUID:") == len(read.events), "an event more"
    assert {part.name for part in read.walk()} == {"VCALENDAR", "VEVENT", "VALARM"}, "a part more"
    return len(read.events), {key for part in read.walk() for key in part}
