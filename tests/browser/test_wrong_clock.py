"""A clock that cannot be right is told before a dossier is made, and forbids nothing."""

import pytest

from tests.support.pages.axe import check
from tests.support.pages.steps import open_new, ready, until

pytestmark = pytest.mark.without_worker

VERSION = "document.documentElement?.dataset.version"
WAKE = "window.dispatchEvent(new Event('focus'))"


def told(page):
    return page.locator("#horloge").inner_text() if page.locator("#horloge").is_visible() else ""


def shifted(day, years):
    return f"{int(day[:4]) + years}{day[4:]}"


@pytest.mark.parametrize("path", ["", *[pytest.param(path, marks=pytest.mark.campaign)
                                        for path in ("eligibilite/", "ouvrir/", "regles/", "cles/")]])
def test_it_is_told_wherever_today_counts_and_no_longer_once_it_is_set_right(page, server, path):
    page.clock.set_fixed_time("2002-01-01T12:00:00")
    page.goto(server.address + path)
    until(lambda: "retarde\u00a0: elle dit le 1er janvier 2002" in told(page))
    page.clock.set_fixed_time(page.evaluate(VERSION) + "T12:00:00")
    page.evaluate(WAKE)
    assert told(page) == ""


@pytest.mark.campaign
def test_the_limits_are_the_day_of_the_version_and_three_years_after(page, server):
    page.goto(server.address)
    day = page.evaluate(VERSION)
    for years, words in ((0, ""), (3, ""), (-1, "retarde"), (4, "avance, ou le site n’est plus à jour")):
        page.clock.set_fixed_time(shifted(day, years) + "T12:00:00")
        page.goto(server.address)
        until(lambda: ready(page))
        assert words in told(page) and bool(told(page)) == bool(words)


def test_nothing_is_forbidden_and_the_dossier_goes_on_telling_it(page, server):
    page.clock.set_fixed_time("2002-01-01T12:00:00")
    page.goto(server.address)
    until(lambda: ready(page))
    check(page, "wrong clock")
    open_new(page)
    assert "retarde" in told(page)
