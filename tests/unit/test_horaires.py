"""Times as people type them, alone or as a beginning and an end."""

import pytest
from hypothesis import given, strategies as st

from pid_rules import horaires


@pytest.mark.parametrize("typed, stored", [
    ("8h30", "08:30"), ("8 h 30", "08:30"), ("8\u00a0h", "08:00"), ("8h", "08:00"), ("8:30", "08:30"),
    ("8.30", "08:30"),
    ("0830", "08:30"), ("830", "08:30"), ("8", "08:00"), ("8H05", "08:05"), ("8 heures 15", "08:15"), ("midi", "12:00"),
    (" Midi ", "12:00"), ("minuit", "00:00"), ("23h59", "23:59"), ("8h30min", "08:30"),
    ("24h", None), ("8h60", None), ("demain", None), ("", None), ("-8h", None), ("8h30-10h30", None)])
def test_a_time_is_read_in_every_usual_writing(typed, stored):
    assert horaires.read_time(typed) == stored


@pytest.mark.parametrize("typed, stored", [
    ("8h30-10h30", ("08:30", "10:30")), ("8 h 30 – 10 h", ("08:30", "10:00")), ("8:30/10:30", ("08:30", "10:30")),
    ("de 8h à midi", ("08:00", "12:00")), ("8h30 a 10h30", ("08:30", "10:30")), ("0830-1030", ("08:30", "10:30")),
    ("8-10", ("08:00", "10:00")), ("8h30 → 9h", ("08:30", "09:00")),
    ("8h30", None), ("8h30-", None), ("8h30-1", None), ("10h-9h", None), ("9h-9h", None), ("a-b", None)])
def test_a_beginning_and_an_end_are_read_together(typed, stored):
    assert horaires.read_range(typed) == stored


@given(st.integers(0, 1438), st.integers(1, 1439))
def test_a_range_in_words_is_read_back(start, length):
    end = min(start + length, 1439)
    words = horaires.in_words(start) + " – " + horaires.in_words(end)
    assert horaires.read_range(words) == (horaires.to_time(start), horaires.to_time(end))
