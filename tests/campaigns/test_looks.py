"""axe-core in every look, in small: nothing on a page of questions; the same page spoiled on purpose is caught."""

import pytest

from tests.campaigns.item_places import dossier
from tests.campaigns.looks import LOOKS, addresses_in, site_pages, walk

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


def test_the_screens_of_items_and_steps_are_among_those_looked_at():
    found = addresses_in(dossier())
    assert {"stages/S1/securite", "lieux/L2", "objectifs/O1", "bilans/B1/seance", "bilan-final/acquis"} <= set(found)
    assert "stages" not in found
