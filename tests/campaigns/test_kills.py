"""A browser killed during saves loses none that was confirmed, and a store that promises too early is caught."""

import json

import pytest

from tests.campaigns import torn_log
from tests.campaigns.item_kills import Items
from tests.campaigns.item_places import FIGURES, PLACES, place, ticked
from tests.campaigns.item_races import Tabs
from tests.campaigns.kills import campaign, lab
from tests.campaigns.mailbox import Mailbox
from tests.support.pages.steps import saved

pytestmark = pytest.mark.campaign

BOXES = "stages/S1/securite"
RECORDED = """let made;
window.recorded = [];
Object.defineProperty(window, 'pidStore', { get: () => made, set: (store) => {
  made = { ...store, save: (draft) => { recorded.push(draft.json); return store.save(draft); } };
} });"""
WRITE = "([place, number]) => item.write(place, number)"
FIGURE_BY_FIGURE = f"""([place, number]) =>
  [...document.querySelectorAll('.ouvert .champ[data-path$="' + place.field + '"] [type=checkbox]')]
    .slice(0, {FIGURES}).forEach((box, figure) => {{
      if (box.checked !== (Math.floor(number / 2 ** figure) % 2 === 1)) box.click();
    }});"""


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


def saved_on_the_way(chromium, server, write):
    """By number written in boxes, the numbers that were saved until the screen said that it was."""
    tabs = Tabs(chromium, server.address, "site")
    tabs.context.add_init_script(RECORDED)
    page = tabs.pages[0]
    tabs.open(page, BOXES)
    found = {}
    for number in range(1, 9):
        page.evaluate(write, [place(BOXES), number])
        saved(page)
        found[number] = [ticked(json.loads(one), BOXES) for one in page.evaluate("recorded.splice(0)")]
    tabs.close()
    return found


def less_than_announced(found):
    """The numbers during whose writing less was saved than what had been announced before: a kill would find that."""
    return [number for number, there in found.items() if min(there) < number - 1]


def test_between_two_clicks_no_less_is_saved_than_what_was_announced(chromium, server):
    found = saved_on_the_way(chromium, server, WRITE)
    assert less_than_announced(found) == []
    assert [there[-1] for there in found.values()] == list(found)


def test_control_boxes_changed_figure_by_figure_save_less_for_a_moment(chromium, server):
    assert less_than_announced(saved_on_the_way(chromium, server, FIGURE_BY_FIGURE)) == [2, 4, 6, 8]
