"""After a sudden end, the database begins another log: see js/storage/fresh_log.js. The log itself:
tests.campaigns.torn_log."""

import pytest

from tests.support.pages.steps import begin, go, ready, saved, until

pytestmark = pytest.mark.campaign

COUNT = """
window.journal = 0;
const put = IDBObjectStore.prototype.put;
IDBObjectStore.prototype.put = function (value, key) {
  if (key === 'journal') window.journal += value.length;
  return put.apply(this, arguments);
};
"""
ENDED = "localStorage.getItem('pid-fini')"
KEYS = """() => new Promise((resolve) => {
  indexedDB.open('dossier-pid').onsuccess = ({ target: { result: database } }) => {
    database.transaction('reglages').objectStore('reglages').getAllKeys().onsuccess = ({ target }) => {
      database.close();
      resolve(target.result);
    };
  };
})"""
MORE_THAN_THE_MEMORY = 4 * 1024 * 1024
chromium_family = pytest.mark.chromium_only(reason="only the database of Chromium's family has this fault, and is "
                                                   "given another log")


@pytest.fixture
def counted(page, server):
    page.add_init_script(COUNT)
    page.goto(server.address)
    until(lambda: ready(page))
    return page


def journal(page):
    """How many bytes the page has written to begin another log, once it has had the time to."""
    until(lambda: ready(page))
    page.wait_for_timeout(500)
    return page.evaluate("window.journal")


@chromium_family
def test_a_visit_that_ends_well_is_followed_by_nothing(counted):
    assert journal(counted) == 0, "nothing was there before the first visit"
    begin(counted, "Martin")
    assert counted.evaluate(ENDED) is None
    counted.reload()
    assert journal(counted) == 0
    counted.goto("about:blank")
    counted.go_back()
    assert journal(counted) == 0


@chromium_family
def test_a_sudden_end_is_followed_by_another_log_and_leaves_no_trace_in_the_settings(counted, server):
    begin(counted, "Martin")
    # A page that is still open has not ended well either: it stands for the one that was killed.
    second = counted.context.new_page()
    second.add_init_script(COUNT)
    second.goto(server.address)
    until(lambda: ready(second))
    until(lambda: second.evaluate("window.journal") > MORE_THAN_THE_MEMORY)
    until(lambda: "journal" not in second.evaluate(KEYS))
    second.goto(server.address + "aide/")
    second.goto(server.address)
    assert journal(second) == 0, "once is enough"


@chromium_family
def test_whoever_still_writes_takes_the_mark_of_another_tab_off(counted, server):
    begin(counted, "Martin")
    second = counted.context.new_page()
    second.goto(server.address)
    until(lambda: ready(second))
    second.wait_for_timeout(500)
    second.goto(server.address + "aide/")
    until(lambda: counted.evaluate(ENDED) == "1")
    go(counted, "eleve")
    counted.fill("#eleve-nom", "Durand")
    saved(counted)
    assert counted.evaluate(ENDED) is None


def test_a_computer_that_was_erased_keeps_no_mark(counted, server):
    begin(counted, "Martin")
    counted.goto(server.address)
    until(lambda: ready(counted))
    counted.click("[data-action=effacer]")
    counted.click("[data-action=confirmer-effacement]")
    until(lambda: counted.locator("#bilan-effacement").is_visible(), 40)
    counted.goto(server.address + "aide/")
    assert counted.evaluate("Object.keys(localStorage).filter((name) => name.startsWith('pid-'))") == []
