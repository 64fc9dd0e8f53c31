"""Tabs that save the same draft at once lose no update, and a store without revisions does."""

import pytest

from tests.campaigns.item_places import PLACES
from tests.campaigns.item_races import campaign
from tests.campaigns.races import TABS, race

pytestmark = pytest.mark.campaign


@pytest.mark.parametrize("tabs", TABS)
def test_no_update_is_lost_between_tabs(chromium, server, tabs):
    lost, conflicts = race(chromium, server.address, tabs, 600)
    assert lost == 0
    assert conflicts > 0, "the tabs never met"


def test_control_a_store_without_revisions_loses_updates(chromium, server):
    lost, _ = race(chromium, server.address, 3, 300, "naive")
    assert lost > 0


def test_nothing_said_saved_at_the_address_of_an_item_is_lost_between_tabs(chromium, server):
    tabs = campaign(chromium, server.address, len(PLACES))
    assert tabs.wrong == [] and tabs.seen.total() == len(PLACES)


def test_control_deaf_tabs_without_revisions_lose_what_they_said_saved(chromium, server):
    tabs = campaign(chromium, server.address, 3, "naive")
    assert any("is not stored" in one for one in tabs.wrong), tabs.wrong
