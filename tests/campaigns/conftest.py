"""What several campaigns start from."""

import pytest

from tests.campaigns.site_versions import Maker
from tests.campaigns.updates import Lab


@pytest.fixture
def lab_of(chromium, built, tmp_path):
    """Makes a lab of the worker of this name; all are closed in the end."""
    made = []

    def make(kind):
        made.append(Lab(chromium, Maker(built, kind, tmp_path)))
        return made[-1]
    yield make
    for lab in made:
        lab.close()
