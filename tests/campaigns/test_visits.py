"""Pages without network and tabs open during an update, in small; a naive worker fails both."""

import random

import pytest

from tests.campaigns.visits import update_with_tabs, visit

pytestmark = pytest.mark.campaign


def test_pages_and_unknown_addresses_open_without_network(lab_of):
    wrong, times = visit(lab_of("site"), 30)
    assert wrong == [] and len(times) == 30


def test_tabs_open_during_an_update_mix_nothing_and_lose_nothing(lab_of):
    assert update_with_tabs(lab_of("site"), 3, random.Random(2)) == []


def test_control_a_naive_worker_leaves_unknown_addresses_to_the_browser(lab_of):
    wrong, _ = visit(lab_of("naive"), 20)
    assert wrong
