"""Fixtures of the tests in a browser."""

import shutil

import pytest

from tests.support.pages.steps import ready, until
from tests.support.pages.watched import WATCH_POLICY

LEFT_BEFORE = "A ServiceWorker intercepted the request and encountered an unexpected error"
"""What Firefox says of a script that was still coming when its page was left."""


@pytest.fixture
def site(server, page):
    """The home page, ready; every error of the page and every refusal of the policy fails the test."""
    errors = []
    page.on("pageerror", lambda error: LEFT_BEFORE in str(error) or errors.append(str(error)))
    page.add_init_script(WATCH_POLICY)
    page.goto(server.address)
    until(lambda: ready(page))
    yield page
    assert errors == []
    refused = []
    # the test may have left it while it was being loaded
    until(lambda: refused.extend(page.evaluate("window.refused")) is None)
    assert refused == []


@pytest.fixture
def single(built, tmp_path, page):
    """(page at the single file, in a folder with spaces and accents; addresses asked for); no error, no refusal."""
    folder = tmp_path / "Clé USB de l’été" / "Élèves & co 100 %"
    folder.mkdir(parents=True)
    shutil.copy(built / "dossier-pid.html", folder)
    errors, asked = [], []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: message.type == "error" and errors.append(message.text))
    page.on("request", lambda request: asked.append(request.url))
    page.add_init_script(WATCH_POLICY)
    page.goto((folder / "dossier-pid.html").as_uri())
    until(lambda: ready(page))
    yield page, asked
    assert errors == []
    assert page.evaluate("window.refused") == []
