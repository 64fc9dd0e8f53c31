"""A short run of the damaged exports, and its control: a reader that keeps the whole file is seen."""

from tests.campaigns import reprise_readers


def test_damaged_exports_give_sentences_or_what_is_on_the_lists():
    figures = reprise_readers.damaged(3000, 7)
    assert reprise_readers.is_sound(figures), figures["first"]
    assert 300 < figures["opened"] < 2900


def test_a_reader_that_keeps_all_is_seen():
    assert not reprise_readers.is_sound(reprise_readers.damaged(100, 7, naive=True))
