"""Every text cited has its archive, a reading status and a date, and quotations are checked word for word."""

import datetime

import pytest

from pid_rules.sources.every import ALL
from pid_rules.sources.source import A_CONFIRMER, STATUSES, collect
from pid_rules.sources.travail import L3163_1
from tests.support.archives import FOLDER, header, is_verbatim, words

EVERY_SOURCE = pytest.mark.parametrize("source", ALL, ids=lambda source: source.id)


@EVERY_SOURCE
def test_source_has_words_in_its_archive(source):
    assert words(source)


@EVERY_SOURCE
def test_archive_says_where_when_and_how_it_was_read(source):
    names = [line[2:].split(" : ")[0] for line in header(source)]
    assert names == ["titre", "origine", "état", "lu le", "lecture"]


@EVERY_SOURCE
def test_status_is_known_and_is_the_one_of_the_archive(source):
    assert source.status in STATUSES
    assert f"# lecture : {source.status}" in header(source)


@EVERY_SOURCE
def test_date_is_iso(source):
    assert datetime.date.fromisoformat(source.checked).isoformat() == source.checked


@EVERY_SOURCE
def test_what_was_not_fully_read_says_why(source):
    assert source.status != A_CONFIRMER or source.note


def test_no_archive_without_a_source():
    orphans = {path.name for path in FOLDER.iterdir()} - {source.archive for source in ALL}
    assert orphans == set(), \
        f"no source of pid_rules/sources names these archives, or « every » does not gather it: {orphans}"


def test_label_is_short_and_printable():
    assert L3163_1.quoting("").label() == "Code du travail, art.\u00a0L3163-1"


def test_quotation_ignores_layout_but_not_words():
    assert is_verbatim(L3163_1.quoting("tout travail entre 20\u00a0heures\net 6 heures"))
    assert not is_verbatim(L3163_1.quoting("tout travail entre 21 heures et 6 heures"))
    assert not is_verbatim(L3163_1.quoting(""))


def test_duplicate_id_is_an_error():
    with pytest.raises(ValueError, match="travail-l3163-1"):
        collect((L3163_1,), (L3163_1,))
