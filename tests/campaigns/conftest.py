"""What several campaigns start from."""

import pytest

from tests.campaigns.engines import Brython, compile_core
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


@pytest.fixture(scope="module")
def brython(request, tmp_path_factory):
    """The compiled core, which takes cases as the ``REPLAY`` of the module of the test says."""
    folder = tmp_path_factory.mktemp("compiled")
    compile_core(folder, replay=request.module.REPLAY)
    process = Brython(folder)
    yield process
    process.close()
