"""What only a Firefox with a profile of its own shows: it is closed and started again without network; it runs out of
room."""

import random

import pytest

from tests.support.browsers import firefox
from tests.support.pages.steps import begin, ready, until
from tests.support.pages.storage import NAME
from tests.support.pages.watched import PATHS, WATCH_POLICY
from tests.support.programs import lacking

ROOM_KB = 75_000
"""Room for the whole profile, a fifth of which goes to one site."""
FILL = """async () => {
  const bytes = (length) => Array.from(crypto.getRandomValues(new Uint8Array(length / 2)));
  const noise = (length) => bytes(length).map((byte) => byte.toString(16).padStart(2, '0')).join('');
  for (const length of [60_000, 20_000]) {
    for (let refused = 0, turn = 0; refused < 4; turn++) { // a refusal makes Firefox tidy up, which leaves some room
      await pidStore.putSetting(`place ${length} ${turn}`, noise(length))
        .then(() => { refused = 0; }, () => { refused++; });
    }
  }
}"""


@pytest.fixture(autouse=True)
def present():
    if not firefox.found():
        lacking("Firefox")


@pytest.fixture
def person(playwright, tmp_path):
    """Starts the Firefox of a person, on the same profile each time: (settings) -> its page."""
    running = []

    def start(**settings):
        for one in running:
            one.close()
        running[:] = [firefox.launch_profile(playwright, tmp_path, tmp_path / "profile", settings)]
        page = running[0].new_page()
        page.add_init_script(WATCH_POLICY)
        return page

    yield start
    for one in running:
        one.close()


def is_installed(page):
    return "Prêt hors connexion" in page.locator("#etat-hors-connexion").inner_text()


@pytest.mark.campaign
def test_installed_then_started_again_with_the_server_dead_it_finds_its_draft(person, server):
    page = person()
    page.goto(server.address)
    until(lambda: ready(page) and is_installed(page), 60)
    begin(page, "Avant de fermer")
    server.kill()
    page = person()
    for path in PATHS:
        page.goto(server.address + path)
        until(lambda: page.evaluate("document.querySelector('main').innerText.length") > 20, 30)
        assert page.evaluate("refused") == [], path
    page.goto(server.address)
    until(lambda: page.locator("#dossiers .ouvrir").count() == 1, 30)
    page.click("#dossiers .ouvrir")
    until(lambda: "Avant de fermer" in page.locator("#titre-dossier").inner_text(), 30)


@pytest.mark.campaign
def test_a_real_lack_of_room_is_said_and_leaves_the_draft_as_it_was(person, server):
    page = person(**{"dom.quotaManager.temporaryStorage.fixedLimit": ROOM_KB})
    page.goto(server.address)
    until(lambda: ready(page) and is_installed(page), 60)
    begin(page, "Avant")
    page.evaluate(FILL)
    line, alert = page.locator("#etat-enregistrement"), page.locator("#alerte-enregistrement")
    for turn in range(2):  # Firefox does not refuse the save that follows a lack of room as it refuses the others
        typed = random.Random(turn).randbytes(20_000).hex()  # nothing that the browser could compress
        page.fill("#eleve-nom", typed)
        until(lambda: "Enregistrement en cours" not in line.inner_text(), 30)
        assert alert.is_visible() and "plus de place" in alert.inner_text()
        assert line.inner_text() == ""
        assert page.evaluate(NAME) == "Avant", "the version before is intact"
        assert page.locator("#eleve-nom").input_value() == typed, "what was typed is still on the screen"
