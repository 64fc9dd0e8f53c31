"""The home page does not move under a hand that aims at one of its buttons."""

import pytest

from tests.support.pages.steps import at_home, begin, until

pytestmark = pytest.mark.without_worker
SEEN = """window.seen = { new: [], open: [] };
const look = () => {
  const found = { new: '[data-action=nouveau-dossier]', open: '#dossiers .ouvrir' };
  for (const [name, selector] of Object.entries(found)) {
    const element = document.querySelector(selector);
    if (element?.checkVisibility({ visibilityProperty: true })) {
      const top = Math.round(element.getBoundingClientRect().top);
      if (!window.seen[name].includes(top)) window.seen[name].push(top);
    }
  }
  requestAnimationFrame(look);
};
requestAnimationFrame(look);"""
"""Notes every place at which the buttons are seen."""


@pytest.mark.parametrize("answered", [False, True])
def test_nothing_moves_when_the_question_and_the_list_arrive(site, server, answered):
    if answered:
        site.click("[data-action=partage-non]")
        until(lambda: site.locator("#partage-question").is_hidden())
    begin(site, "Premier")
    site.add_init_script(SEEN)
    at_home(site, server, 1)
    site.wait_for_timeout(300)
    seen = site.evaluate("window.seen")
    assert site.locator("#partage-question").is_visible() is not answered
    assert len(seen["new"]) == 1 and len(seen["open"]) == 1, seen
