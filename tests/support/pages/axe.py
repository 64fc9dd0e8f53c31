"""axe-core in a page, in the state in which the test has put it."""

from tests.support.packages import packages


def check(page, state=""):
    """Fail on any violation, or when the page scrolls sideways."""
    if not page.evaluate("'axe' in window"):
        page.evaluate((packages() / "axe-core" / "axe.min.js").read_text(encoding="utf-8"))
    violations = page.evaluate("axe.run(document, { resultTypes: ['violations'] }).then((result) => result.violations)")
    found = [(one["id"], one["nodes"][0]["html"][:200]) for one in violations]
    assert found == [], f"{state}: {found}"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), f"the page scrolls sideways {state}"
