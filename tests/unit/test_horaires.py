"""Times as people type them, alone or as a beginning and an end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pid_rules.questions.time_of_day import Time
from pid_rules.words import horaires


@pytest.mark.parametrize("typed, stored", [
    ("8h30", "08:30"), ("8 h 30", "08:30"), ("8\u00a0h", "08:00"), ("8h", "08:00"), ("8:30", "08:30"),
    ("8.30", "08:30"),
    ("0830", "08:30"), ("830", "08:30"), ("8", "08:00"), ("8H05", "08:05"), ("8 heures 15", "08:15"), ("midi", "12:00"),
    (" Midi ", "12:00"), ("minuit", "00:00"), ("23h59", "23:59"), ("8h30min", "08:30"),
    ("8,5", "08:30"), ("8.5", "08:30"), ("16,5", "16:30"), ("16.5", "16:30"), ("7,75", "07:45"), ("8,0", "08:00"),
    ("17,00", "17:00"),
    ("8,30", "08:30"), ("8.05", "08:05"), ("08:30:00", "08:30"), ("8,25", None), ("8.25", None), ("8,50", None),
    ("8,3", None), ("8,1", None),
    ("8,75", "08:45"), ("8,95", None), ("8.555", None), ("8:30:15", None), ("８ｈ３０", "08:30"), ("24h", None),
    ("8h60", None), ("demain", None), ("", None), ("-8h", None), ("8h30-10h30", None),
    ("8h30.", "08:30"), ("8h.", "08:00"), ("8.30 h", "08:30"), ("8,5 h", "08:30"), ("8h30,", "08:30"),
    ("8.30h.", "08:30"), ("99,99", None)])
def test_a_time_is_read_in_every_usual_writing(typed, stored):
    assert horaires.read_time(typed) == stored


@pytest.mark.parametrize("typed, stored", [
    ("8h30-10h30", ("08:30", "10:30")), ("8 h 30 – 10 h", ("08:30", "10:00")), ("8:30/10:30", ("08:30", "10:30")),
    ("de 8h à midi", ("08:00", "12:00")), ("8h30 a 10h30", ("08:30", "10:30")), ("0830-1030", ("08:30", "10:30")),
    ("8h30‑10h30", ("08:30", "10:30")), ("8h30−10h30", ("08:30", "10:30")), ("8h30 10h30", ("08:30", "10:30")),
    ("8 h 30 10 h 30", ("08:30", "10:30")), ("08:30\t10:30", ("08:30", "10:30")), ("8,5-10,5", ("08:30", "10:30")),
    ("8 10", None), ("8 h 30", None), ("8h 30", None), ("8,25-10h", None), ("8-10", ("08:00", "10:00")),
    ("8h30 → 9h", ("08:30", "09:00")),
    ("8h30", None), ("8h30-", None), ("8h30-1", None), ("10h-9h", None), ("9h-9h", None), ("a-b", None)])
def test_a_beginning_and_an_end_are_read_together(typed, stored):
    assert horaires.read_range(typed) == stored


def test_a_decimal_that_can_be_read_in_two_ways_is_said():
    kind = Time()
    assert "de deux façons" in kind.read(kind.accept("8,25"))[1].message and "8,25" in kind.read("8,25")[1].message
    assert "façons" in kind.read("23.25")[1].message and "façons" in kind.read("0,3")[1].message
    for odd in ("demain", "vers 8h.", "99,99", "25.00", "8.555", "8h30.15", "."):
        assert "façons" not in kind.read(kind.accept(odd))[1].message, odd
    assert kind.read(kind.accept("8,5")) == (510, None)


def test_no_decimal_is_read_as_minutes_where_it_is_not():
    """Read back as a part of an hour or as minutes, the two agree; else it is no time."""
    for decimals in [str(number) for number in range(10)] + [f"{number:02}" for number in range(100)]:
        read = horaires.read_time("8," + decimals)
        minutes = None if read is None else int(read[3:])
        asked = int(decimals) * 60 / 10 ** len(decimals)
        assert minutes is None or minutes == asked or (len(decimals) == 2 and minutes == int(decimals)
                                                       and int(decimals) not in (25, 50, 75))


@given(st.integers(0, 1438), st.integers(1, 1439))
def test_a_range_in_words_is_read_back(start, length):
    end = min(start + length, 1439)
    words = horaires.in_words(start) + " – " + horaires.in_words(end)
    assert horaires.read_range(words) == (horaires.to_time(start), horaires.to_time(end))
