"""A browser killed during saves loses none that was confirmed, and a store that promises too early is caught."""

import pytest

from tests.campaigns import torn_log
from tests.campaigns.item_kills import Items
from tests.campaigns.item_places import PLACES
from tests.campaigns.kills import campaign, lab
from tests.campaigns.mailbox import Mailbox

pytestmark = pytest.mark.campaign


@pytest.fixture
def box(built, tmp_path):
    running = Mailbox(lab(built, tmp_path / "served"))
    yield running
    running.close()


def test_no_confirmed_save_is_lost(box, tmp_path):
    tally = campaign(box, tmp_path / "profiles", "chromium", "site", 3)
    assert (tally.losses, tally.kills, tally.torn, tally.failed) == ([], 3, 0, 0)
    assert tally.confirmed >= 3


def test_control_local_storage_loses_what_it_confirmed(box, tmp_path):
    tally = campaign(box, tmp_path / "profiles", "chromium", "local", 2)
    assert tally.kills == 2 and tally.lost + tally.torn > 0


def test_a_log_cut_in_the_middle_of_a_record_costs_no_later_save(box, tmp_path):
    tally = torn_log.campaign(box, tmp_path, 1)
    assert (tally.trials, tally.lost, tally.failed) == (1, 0, [])


def test_control_a_storage_that_goes_on_in_that_log_is_erased_whole(box, tmp_path):
    tally = torn_log.campaign(box, tmp_path, 1, naive=True)
    assert (tally.trials, tally.erased) == (1, 1)


def test_what_is_said_saved_at_the_address_of_an_item_is_there_after_a_kill(built, tmp_path):
    items = Items(built, tmp_path, "chromium")
    for address in PLACES:
        items.run(address, 1)
    items.close()
    assert (items.tally.losses, items.tally.kills, items.tally.failed) == ([], len(PLACES), 0)


def test_control_a_storage_that_promises_before_it_writes_loses_what_the_item_said(built, tmp_path):
    items = Items(built, tmp_path, "chromium", "early")
    items.run("lieux/L1", 2)
    items.close()
    assert items.tally.kills == items.tally.lost == 2
