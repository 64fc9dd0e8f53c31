"""The page opens the frozen files of every version of the format, answer for answer."""

import json

import pytest

from tests.browser.steps import ready, until
from tests.unit.test_kept_formats import FILES, name

READ = "(text) => pidImport.read(new File([text], 'dossier.json'))"


@pytest.fixture
def opening(server, page):
    page.goto(server.address + "ouvrir/")
    until(lambda: ready(page))
    return page


@pytest.mark.parametrize("path", FILES, ids=name)
def test_the_page_opens_a_frozen_file_whole(opening, path):
    text = path.read_text(encoding="utf-8")
    found = opening.evaluate(READ, text)
    assert found["ok"] and found["unknown"] == []
    assert json.loads(found["text"]) == json.loads(text)
