"""Every naughty string in every text of a dossier: the rules, every document, the e-mail, the calendar, names of files."""

import copy
import email
import email.policy
import functools
import json

import pytest
from icalendar import Calendar

from pid_rules.documents.catalogue import DOCUMENTS
from pid_rules.documents.document import Edition, compose
from pid_rules.dossier.json_text import to_json
from pid_rules.dossier.paths import concrete, put
from pid_rules.form import FORM
from pid_rules.handover import eml, names
from pid_rules.judgement.evaluate import evaluate
from pid_rules.received import misshapen
from pid_rules.rules import CATALOGUE
from pid_rules.suivi.calendrier_ics import DAY, EPOCH, calendar
from pid_rules.suivi.echeances import deadlines
from pid_rules.words import dates
from pid_rules.words.visible import paragraphs
from tests.unit.test_echeances import PROFILE
from tests.unit.test_eml import naughty
from tests.unit.test_names import SAFE
from tests.unit.test_structure import EXAMPLES

TODAY = dates.parse_iso("2026-11-20")
NOW = (TODAY - EPOCH) * DAY


@functools.cache
def strings():
    """What the site lets in: no half of a pair of signs, no sign without ink."""
    listed = [paragraphs(text) for text in naughty()]
    return [text for text in dict.fromkeys(listed) if text.encode("utf-8", "replace").decode() == text]


def filled(text, base="clos"):
    """The example with the text in every answer that is a text, identifiers and dates included; of an iterator, one text each."""
    made = copy.deepcopy(EXAMPLES[base])
    for field in FORM.field.values():
        if field.kind.blank == "":
            for path in concrete(made, field.path):
                put(made, path, text if isinstance(text, str) else next(text))
    return made


def dated(text):
    """The same, but for the identity of the dossier and its dates, without which there is no calendar."""
    made = filled(text, "complet")
    made["dossier"].update(EXAMPLES["complet"]["dossier"])
    for field in FORM.field.values():
        if field.kind.control == "date":
            for path in concrete(made, field.path):
                put(made, path, "2026-12-01")
    return made


def texts_of(value):
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for below in value.values():
            yield from texts_of(below)
    elif isinstance(value, (list, tuple)):
        for below in value:
            yield from texts_of(below)


def edition(dossier, document):
    report = evaluate(FORM, CATALOGUE, dossier, document.step, TODAY, PROFILE)
    return Edition(FORM, CATALOGUE, PROFILE, TODAY, report, "")


def described(dossier, document):
    places = document.places(dossier, True)
    return compose(document, dossier, edition(dossier, document), places[0], True)


def check_document(text, document):
    """The document of a dossier that holds the text everywhere can be given to the page, as it can be written."""
    made = described(filled(text), document)
    assert json.loads(json.dumps(made)) is not None
    assert all(one.encode() is not None for one in texts_of(made))


def test_the_list_is_whole():
    assert len(strings()) >= 460


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.slug)
def test_no_string_stops_a_document(document):
    """A tenth of the strings each: all are tried over the documents, and each in each by the campaign, with ``--documents``."""
    start = DOCUMENTS.index(document)
    for text in strings()[start::len(DOCUMENTS)]:
        check_document(text, document)


def test_the_dossier_is_written_and_read_back_as_it_is():
    for text in strings():
        dossier = filled(text)
        assert misshapen(FORM, dossier) == "" and json.loads(to_json(dossier)) == dossier


def test_no_name_of_file_holds_anything_of_it():
    for text in strings():
        dossier = filled(text)
        for slug in ("", *[document.slug for document in DOCUMENTS]):
            assert SAFE.fullmatch(names.file_name(dossier, "pdf", brouillon=True, document=slug))


def test_no_header_is_added_to_the_e_mail():
    for text in strings():
        dossier = filled(text)
        name = names.file_name(dossier, "pdf")
        made = eml.draft(text, text, text, [(name, "application/pdf", ""), (text, "application/json", "")])
        message = email.message_from_bytes(made.encode("ascii"), policy=email.policy.default)
        assert set(message.keys()) <= {"X-Unsent", "To", "Subject", "MIME-Version", "Content-Type"}
        assert len(list(message.iter_parts())) == 3


def test_the_calendar_stays_valid_and_has_none_of_it():
    for text in strings():
        dossier = dated(text)
        written = calendar(dossier, deadlines(dossier, TODAY, PROFILE), NOW)
        assert "BEGIN:VEVENT" in written
        assert all(event.errors == [] for event in Calendar.from_ical(written.encode()).walk())
        assert written.count("BEGIN:VEVENT") == written.count("\r\nUID:")


def test_control_a_name_written_by_hand_takes_what_is_typed():
    typed = [f"PID_{text}.pdf" for text in strings()]
    assert sum(not SAFE.fullmatch(name) for name in typed) > 400


def test_control_a_calendar_written_by_hand_takes_an_event():
    text = "x\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:2"
    by_hand = f"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:{text}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    assert len(Calendar.from_ical(by_hand).walk("VEVENT")) == 2
