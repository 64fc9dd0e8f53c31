"""axe-core in every look, in small: nothing on a page of questions; the same page spoiled on purpose is caught."""

import pytest

from tests.campaigns.looks import LOOKS, site_pages, walk

pytestmark = pytest.mark.campaign


def questions(page, root):
    return site_pages(page, root, ("eligibilite/index.html",))


@pytest.mark.parametrize("name", LOOKS)
def test_a_page_of_questions_in_every_look(chromium, server, name):
    assert walk(chromium, server.address, name, [questions]) == (1, [])


@pytest.mark.parametrize("name", LOOKS)
def test_control_a_picture_without_words_is_caught_in_every_look(chromium, server, name):
    seen, wrong = walk(chromium, server.address, name, [questions], spoiled=True)
    assert seen == len(wrong) == 1 and "image-alt" in wrong[0]
