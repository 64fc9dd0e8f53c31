"""What a whole dossier costs to type, counted by a driver."""

import pytest

from pid_rules.dossier.paths import get
from tests.campaigns.counts import DAY
from tests.support.examples import EXAMPLES
from tests.support.pages.hand import WHAT
from tests.support.pages.journey import Journey

pytestmark = pytest.mark.without_worker

UNTIDY = EXAMPLES["desordre"]


@pytest.mark.campaign
def test_the_untidy_dossier_is_typed_from_nothing_and_everything_is_counted(site, server):
    journey = Journey(site, server.address, UNTIDY, DAY)
    assert journey.wrong(journey.run()) == []
    total = journey.tally.total()
    assert min(total.values()) > 0 and {"eleve", "verifier"} <= set(journey.tally.pages), total
    texts = [text for _, text in journey.tally.typed]
    assert get(UNTIDY, "situation.constats") in texts and set(total) == set(WHAT)
