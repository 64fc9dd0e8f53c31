"""The calendar file, read back by the ``icalendar`` package: valid for any dossier, and without any name."""

import copy
import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from pid_rules.dossier.paths import concrete, put
from pid_rules.form import FORM
from pid_rules.handover.names import file_name
from pid_rules.suivi.calendrier_ics import DAY, EPOCH, calendar, escape, fold, stamp
from pid_rules.suivi.echeances import FAIT, deadlines
from pid_rules.words import dates
from tests.support.examples import EXAMPLES, SMALL_PROFILE

TODAY = dates.parse_iso("2026-11-24")
REFERENCES = {"complet": "0490000J-2026-K7QF", "desordre": "0490000J-2026-D7RX"}
READY = pytest.mark.parametrize("name", REFERENCES)
NAUGHTY = ["BEGIN:VEVENT\r\nEND:VEVENT", "a;b,c\\n\\", "\x00\x07\x1b\x7f", "𝔘𝔫𝔦 👩‍👩‍👧 ﷽" * 20, "‮txt", "é" * 400, '"',
           ":", "\t", "\n\n", "' OR 1=1; --", "<script>", "Zalgo̷͈̎", "ﬀ İı"]


NOON = 12 * 60 * 60


def moment(day, seconds=NOON):
    return (day - EPOCH) * DAY + seconds


def text_of(dossier, today=TODAY, seconds=NOON):
    return calendar(dossier, deadlines(dossier, today, SMALL_PROFILE), moment(today, seconds))


def events_of(text):
    return Calendar.from_ical(text.encode()).walk("VEVENT")


def unfolded(text):
    return text.replace("\r\n ", "")


@READY
def test_an_example_is_read_back_as_it_was_written(name):
    listed = [one for one in deadlines(EXAMPLES[name], TODAY, SMALL_PROFILE) if one.state != FAIT]
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
        assert event.decoded("DTSTAMP") == datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)
        alarm, = event.walk("VALARM")
        assert (alarm["ACTION"], alarm.decoded("TRIGGER")) == ("DISPLAY", datetime.timedelta(hours=-15))


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


@READY
def test_the_reminder_of_a_whole_day_rings_at_nine_the_day_before(name):
    for event in events_of(text_of(EXAMPLES[name])):
        alarm, = event.walk("VALARM")
        rings = datetime.datetime.combine(event.decoded("DTSTART"), datetime.time()) + alarm.decoded("TRIGGER")
        assert (event.decoded("DTSTART") - rings.date(), rings.time()) == (datetime.timedelta(days=1), datetime.time(9))


def replaced(events):
    """What a calendar holds after these events, one file after the other (RFC 5546, 2.1.5).

    Of one UID, the higher sequence stays, then the later stamp. Between equals nothing tells, and the first stays.
    """
    held = {}
    for event in events:
        before = held.get(event["UID"])
        rank = (int(event.get("SEQUENCE", 0)), event.decoded("DTSTAMP"))
        if before is None or rank > (int(before.get("SEQUENCE", 0)), before.decoded("DTSTAMP")):
            held[event["UID"]] = event
    return held


@pytest.mark.parametrize("later", [1, 60, DAY, 400 * DAY])
def test_a_calendar_replaces_each_event_by_that_of_a_later_export(later):
    dossier = copy.deepcopy(EXAMPLES["complet"])
    first = events_of(text_of(dossier))
    dossier["parcours"]["objectifs"][0]["echeance"] = "2027-04-01"
    after = events_of(calendar(dossier, deadlines(dossier, TODAY, SMALL_PROFILE), moment(TODAY, NOON + later)))
    held = replaced([*first, *after])
    assert len(held) == len(first) and [held[event["UID"]] is event for event in after] == [True] * len(after)
    days = [event.decoded("DTSTART") for uid, event in held.items() if ".objectif." in uid]
    assert datetime.date(2027, 4, 1) in days


def test_control_an_event_stamped_by_its_day_alone_is_not_replaced():
    first, after = events_of(text_of(EXAMPLES["complet"])), events_of(text_of(EXAMPLES["complet"], seconds=NOON + 60))
    for event in [*first, *after]:
        del event["SEQUENCE"]
        event["DTSTAMP"].dt = datetime.datetime(2026, 11, 24, tzinfo=datetime.UTC)
    assert [event is held for event, held in zip(first, replaced([*first, *after]).values())] == [True] * len(first)


@pytest.mark.parametrize("day", ["1980-01-01", "2026-11-24", "2093-12-31"])
def test_a_sequence_is_an_integer_of_calendars_whatever_the_clock(day):
    listed = deadlines(EXAMPLES["complet"], TODAY, SMALL_PROFILE)
    numbers = {int(event["SEQUENCE"])
               for event in events_of(calendar(EXAMPLES["complet"], listed, moment(dates.parse_iso(day))))}
    assert len(numbers) == 1 and all(0 <= number <= 2 ** 31 - 1 for number in numbers)


@given(st.datetimes(datetime.datetime(1970, 1, 1), datetime.datetime(2999, 12, 31)))
def test_a_stamp_is_the_moment_in_utc(when):
    seconds = int((when.replace(microsecond=0) - datetime.datetime(1970, 1, 1)).total_seconds())
    assert stamp(seconds) == when.strftime("%Y%m%dT%H%M%SZ")


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
