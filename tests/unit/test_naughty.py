"""Every naughty string in every text of a dossier: the rules, every document, the e-mail, the calendar, names of
files."""

import email
import email.policy
import json

import pytest
from icalendar import Calendar

from pid_rules.documents.catalogue import DOCUMENTS
from pid_rules.dossier.json_text import to_json
from pid_rules.form import FORM
from pid_rules.handover import eml, names
from pid_rules.received import misshapen
from pid_rules.suivi.calendrier_ics import DAY, EPOCH, calendar
from pid_rules.suivi.echeances import deadlines
from tests.support.examples import SMALL_PROFILE
from tests.support.naughty import SAFE, TODAY, check_document, dated, filled, strings

NOW = (TODAY - EPOCH) * DAY


def test_the_list_is_whole():
    assert len(strings()) >= 460


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda document: document.slug)
def test_no_string_stops_a_document(document):
    """A tenth of the strings each: all are tried over the documents, and each in each by the campaign, with
    ``--documents``."""
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
        written = calendar(dossier, deadlines(dossier, TODAY, SMALL_PROFILE), NOW)
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
