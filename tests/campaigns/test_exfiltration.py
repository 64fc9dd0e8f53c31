"""The ways out of a page, in small: closed but for those that are known; all but a few lead out without the policy."""

import pytest

from tests.campaigns.exfiltration import CONTACT, OPEN, SENT, Attack, Naked, Site, beyond
from tests.support.server import StaticServer

pytestmark = pytest.mark.campaign

SENTINELS = ("link clicked", "WebRTC, STUN")


@pytest.fixture
def attacked(built, chromium):
    running = []

    def make(kind):
        running.append(StaticServer(built, kind))
        return Attack(chromium, running[-1].address, running[-1].address)
    yield make
    for one in running:
        one.kill()


def test_the_policy_closes_every_way_out_but_those_that_are_known(attacked):
    attack = attacked(Site)
    names = attack.names()
    assert len(names["together"]) + len(names["alone"]) > 70 and set(OPEN) <= set(names["alone"])
    assert attack.leaks(names["together"], 3) == {}
    for name in SENTINELS:  # what the data page says of links and of WebRTC is still true
        assert attack.leaks([name], 20) == {name: OPEN[name]}


def test_control_the_same_page_without_its_policy_lets_the_marker_out(attacked):
    attack = attacked(Naked)
    names = attack.names()["together"]
    found = attack.leaks(names, 6)
    assert len(found) > 40 and beyond(found) == found and set(found.values()) == {SENT}


def test_what_only_reaches_somebody_must_not_send():
    assert beyond({"form GET": SENT, "location =": SENT, "form POST": CONTACT, "fetch": CONTACT}) == {"form GET": SENT,
                                                                                                      "fetch": CONTACT}
