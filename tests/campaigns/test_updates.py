"""A sample of the bad updates and of the kills during an installation; a naive worker does not survive them."""

import pytest

from tests.campaigns.install_kills import Installation
from tests.campaigns.mailbox import Mailbox
from tests.campaigns.site_versions import LAB, Maker
from tests.campaigns.updates import summary

pytestmark = pytest.mark.campaign


def test_whatever_arrives_wrong_every_byte_served_is_of_one_version(lab_of):
    lab = lab_of("site")
    lab.alter("boot.js", "404")
    lab.alter("storage.js", "500")
    lab.alter("dossier/index.html", "truncated")
    lab.alter("app.js", "one byte")
    lab.alter("*", "captive portal")
    for count in (0, 1, 50, len(lab.paths) - 1):
        lab.cut(count)
    assert lab.page is not None, "each failed update has left the very first version in place"
    lab.renew()
    lab.stale("aide/index.html", 3, lab.old)
    lab.renew()
    lab.lose("suite.js")
    assert lab.wrong == [], summary(lab)
    assert sum(lab.found.values()) == 12


def test_an_update_that_arrives_whole_is_installed_and_served(lab_of):
    lab = lab_of("site")
    lab.cut(len(lab.paths))
    assert lab.wrong == [] and lab.page is None, "the new version was served: the profile is not used again"


def test_control_a_naive_worker_serves_what_arrived_wrong(lab_of):
    lab = lab_of("naive")
    lab.alter("app.js", "one byte")
    lab.alter("*", "captive portal")
    lab.stale("aide/index.html", 3, lab.old)
    assert len(lab.wrong) == 3, summary(lab)


def test_a_browser_killed_while_it_installs_starts_again_without_network(built, tmp_path):
    box = Mailbox(LAB)
    tally = Installation("chromium", Maker(built, "site", tmp_path), box, tmp_path / "profiles").run(2, 1)
    box.close()
    assert (tally.kills, tally.restarts, tally.wrong) == (2, 1, [])
