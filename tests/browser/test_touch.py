"""The whole of the untidy dossier on a phone, by the finger alone: from the home page to « C’est envoyé »."""

import pytest

from tests.campaigns.counts import DAY
from tests.support.examples import EXAMPLES
from tests.support.pages.finger import Finger
from tests.support.pages.journey import Journey

pytestmark = pytest.mark.without_worker

LONGEST = 1800
"""Seconds, on a machine that does other work."""


@pytest.mark.campaign
@pytest.mark.timeout(LONGEST)
def test_a_whole_dossier_by_touch_at_360_pixels(browser, server):
    context = browser.new_context(locale="fr-FR", service_workers="block", has_touch=True, is_mobile=True,
                                  viewport={"width": 360, "height": 740})
    journey = Journey(context.new_page(), server.address, EXAMPLES["desordre"], DAY, hand=Finger)
    typed = journey.run()
    assert journey.wrong(typed) == []
    assert sorted(journey.hand.faults) == []
    context.close()
