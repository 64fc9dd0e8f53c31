"""The calendar file, read back by the ``icalendar`` package: valid for any dossier, and without any name."""

import copy
import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from pid_rules import dates
from pid_rules.form import FORM
from pid_rules.output.calendrier_ics import calendar, escape, fold
from pid_rules.output.echeances import FAIT, deadlines
from pid_rules.output.names import file_name
from pid_rules.paths import concrete, put
from tests.unit.test_echeances import PROFILE
from tests.unit.test_structure import EXAMPLES

TODAY = dates.parse_iso("2026-11-24")
REFERENCES = {"complet": "0490000J-2026-K7QF", "desordre": "0490000J-2026-D7RX"}
READY = pytest.mark.parametrize("name", REFERENCES)
NAUGHTY = ["BEGIN:VEVENT\r\nEND:VEVENT", "a;b,c\\n\\", "\x00\x07\x1b\x7f", "𝔘𝔫𝔦 👩‍👩‍👧 ﷽" * 20, "‮txt", "é" * 400, '"', ":", "\t",
           "\n\n", "' OR 1=1; --", "<script>", "Zalgo̷͈̎", "ﬀ İı"]


def text_of(dossier, today=TODAY):
    return calendar(dossier, deadlines(dossier, today, PROFILE), today)


def events_of(text):
    return Calendar.from_ical(text.encode()).walk("VEVENT")


def unfolded(text):
    return text.replace("\r\n ", "")


@READY
def test_an_example_is_read_back_as_it_was_written(name):
    listed = [one for one in deadlines(EXAMPLES[name], TODAY, PROFILE) if one.state != FAIT]
    read = Calendar.from_ical(text_of(EXAMPLES[name]).encode())
    assert (read["VERSION"], read["PRODID"], "METHOD" in read) == ("2.0", "-//Dossier PID//Suivi//FR", False)
    assert [event.errors for event in read.walk()] == [[]] * len(read.walk())
    assert [event.decoded("DTSTART") for event in read.events] == \
        [datetime.date.fromordinal(one.day) for one in listed]
    for event, one in zip(read.events, listed):
        assert event["DTSTART"].params["VALUE"] == "DATE"
        assert event.decoded("DTEND") - event.decoded("DTSTART") == datetime.timedelta(days=1)
        assert event["SUMMARY"] == "PID " + REFERENCES[name] + "\u00a0: " + one.title()
        assert event["DESCRIPTION"].startswith(one.sentence)
        assert event.decoded("DTSTAMP") == datetime.datetime(2026, 11, 24, tzinfo=datetime.UTC)
        alarm, = event.walk("VALARM")
        assert (alarm["ACTION"], alarm.decoded("TRIGGER")) == ("DISPLAY", datetime.timedelta(days=-1))


@READY
def test_it_begins_at_once_and_each_line_ends_with_carriage_return_and_line_feed(name):
    text = text_of(EXAMPLES[name])
    assert text.startswith("BEGIN:VCALENDAR\r\n") and text.endswith("END:VCALENDAR\r\n")
    assert text.count("\n") == text.count("\r") == text.count("\r\n")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


@READY
def test_an_event_keeps_its_identifier_from_one_export_to_the_next(name):
    before = [event["UID"] for event in events_of(text_of(EXAMPLES[name]))]
    assert len(set(before)) == len(before) and all(REFERENCES[name] in uid for uid in before)
    later = copy.deepcopy(EXAMPLES[name])
    later["stages"].reverse()
    later["parcours"]["objectifs"].reverse()
    later["parcours"]["objectifs"][0]["echeance"] = "2027-04-01"
    assert sorted(event["UID"] for event in events_of(text_of(later, TODAY + 1))) == sorted(before)


def test_two_stages_of_one_identifier_are_still_two_events():
    doubled = copy.deepcopy(EXAMPLES["complet"])
    doubled["stages"][1]["id"] = "S1"
    identifiers = [event["UID"] for event in events_of(text_of(doubled))]
    assert len(set(identifiers)) == len(identifiers)


def test_what_is_done_is_left_out_and_nothing_to_do_gives_no_file():
    closed = copy.deepcopy(EXAMPLES["clos"])
    assert [event["SUMMARY"] for event in events_of(text_of(closed, dates.parse_iso("2027-05-10")))] == \
        ["PID 0490000J-2026-K7QF\u00a0: Copie de travail à effacer"]
    closed["parcours"]["fin"] = ""
    assert text_of(closed) == ""


def test_without_a_reference_there_is_no_file():
    nameless = copy.deepcopy(EXAMPLES["complet"])
    for reference in ("", "Łukasz", "Łukasz-2026-K7QF"):
        nameless["dossier"]["reference"] = reference
        assert text_of(nameless) == ""


def test_the_name_of_the_file_is_its_reference():
    assert file_name(EXAMPLES["clos"], "ics") == "PID_0490000J_2026-2027_K7QF_v1.ics"


def test_a_name_typed_anywhere_stays_out():
    marked = copy.deepcopy(EXAMPLES["complet"])
    for field in FORM.field.values():
        if field.kind.blank == "" and field.kind.control in ("text", "textarea") and field.path != "dossier.reference":
            for path in concrete(marked, field.path):
                put(marked, path, "MARQUE")
    assert "MARQUE" not in unfolded(text_of(marked)) and len(events_of(text_of(marked))) == 9


@pytest.mark.parametrize("naughty", NAUGHTY)
def test_a_naughty_answer_leaves_a_valid_file(naughty):
    dossier = copy.deepcopy(EXAMPLES["complet"])
    for field in FORM.field.values():
        if field.kind.blank == "" and field.path != "dossier.reference" and field.kind.control != "date":
            for path in concrete(dossier, field.path):
                put(dossier, path, naughty)
    text = text_of(dossier)
    assert all(event.errors == [] for event in Calendar.from_ical(text.encode()).walk())
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75


@pytest.mark.parametrize("naughty", NAUGHTY)
def test_a_naughty_text_is_read_back_but_for_its_control_signs(naughty):
    read, = events_of("\r\n".join(["BEGIN:VCALENDAR", "BEGIN:VEVENT", fold("SUMMARY:" + escape(naughty)), "END:VEVENT",
                                   "END:VCALENDAR", ""]))
    kept = "".join(sign for sign in naughty.replace("\r\n", "\n") if sign in "\n\t" or sign >= " " and sign != "\x7f")
    assert read["SUMMARY"] == kept


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=400))
def test_a_folded_line_unfolds_to_itself_and_no_piece_is_too_long(line):
    line = line.replace("\r", "").replace("\n", "")
    folded = fold(line)
    assert unfolded(folded) == line
    assert all(len(piece.encode()) <= 75 for piece in folded.split("\r\n"))


@settings(deadline=None)
@given(st.dates(datetime.date(1, 1, 2), datetime.date(9999, 10, 1)), st.integers(-400, 400))
def test_any_day_gives_an_event_of_that_day(planned, waited):
    dossier = copy.deepcopy(EXAMPLES["complet"])
    dossier["transmission"] = {"date": planned.isoformat()}
    today = min(max(planned.toordinal() + waited, 1), 3652059)
    days = [event.decoded("DTSTART") for event in events_of(text_of(dossier, today)) if ".decision." in event["UID"]]
    assert days == [planned + datetime.timedelta(days=61)]
