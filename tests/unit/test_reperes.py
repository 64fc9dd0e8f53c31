"""Dated figures: the version in force on a day."""

import pytest

from pid_rules.seuils import SEUILS
from pid_rules.seuils.seuil import Seuil, Version
from pid_rules.sources.travail import L3163_1
from pid_rules.words.dates import parse_iso

CITATION = L3163_1.quoting("")
HISTORY = Seuil("Essai", "heures", Version(7, "2016-01-01", CITATION), Version(8, "2019-01-01", CITATION))


@pytest.mark.parametrize("day, value", [("2010-01-01", 7), ("2016-01-01", 7), ("2018-12-31", 7), ("2019-01-01", 8),
                                        ("2026-11-20", 8)])
def test_value_is_the_one_in_force(day, value):
    assert HISTORY.on(parse_iso(day)) == value


@pytest.mark.parametrize("seuil", SEUILS, ids=lambda seuil: seuil.label)
def test_history_is_in_order_and_says_when_it_was_read(seuil):
    days = [parse_iso(version.since) for version in seuil.history]
    assert days and None not in days and days == sorted(days)
    assert all(parse_iso(version.citation.source.checked) for version in seuil.history)
