"""axe-core finds nothing to reproach on any page, light or dark, wide or narrow."""

import pytest

from pipeline import node
from tests.browser.test_offline import PATHS

AXE = node.NODE_MODULES / "axe-core" / "axe.min.js"


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("scheme, width", [("light", 1280), ("dark", 320)])
def test_axe(server, page, path, scheme, width):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(server.address + path)
    page.evaluate(AXE.read_text(encoding="utf-8"))
    violations = page.evaluate("axe.run(document).then((result) => result.violations)")
    assert [(one["id"], one["nodes"][0]["html"][:200]) for one in violations] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), "the page scrolls sideways"
