"""Fixtures of the tests in a browser."""

import pytest

from tests.browser.steps import ready, until

WATCH_POLICY = """
window.refused = [];
document.addEventListener('securitypolicyviolation', (event) => window.refused.push(event.violatedDirective));
"""
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
    until(lambda: refused.extend(page.evaluate("window.refused")) is None)  # the test may have left it while it was being loaded
    assert refused == []
