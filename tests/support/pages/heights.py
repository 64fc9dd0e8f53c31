"""How tall the pages of a dossier are."""

from tests.support.pages.steps import arrived, open_file

DAY = "2026-11-20T10:00"
"""What follows a dossier, and so the height of some pages, depends on the day."""
WIDTHS = {1280: 720, 360: 640}
"""A computer and a phone: width, height of the window."""
TALLEST = {1280: 4000, 360: 9000}
"""What no page should exceed."""
UNFOLDED = "verifier, tout déplié"
PAGES = """() => {
  const own = [...document.querySelectorAll('section.page')].map((one) => one.id);
  const beneath = [...document.querySelectorAll('main a[href^="#"]')].map((one) => one.getAttribute('href').slice(1))
    .filter((slug) => own.some((one) => slug.startsWith(one) && /[^a-z-]/.test(slug[one.length] ?? 'a')));
  return [...new Set([...own, ...beneath])];
}"""
"""The addresses of the pages of the dossier, those of items beneath them included."""
ABOVE = "document.getElementById('horloge')?.style.setProperty('position', 'fixed')"
"""The warning of a clock before the day of the version, as the one that is set here, is no part of a page."""
REST = 150
"""Milliseconds without change after which a page is at rest."""
HEIGHT = "document.documentElement.scrollHeight"


def show(page, slug):
    page.evaluate("(slug) => { location.hash = '#' + slug }", slug)
    arrived(page, slug)


def pages(page):
    """Every address of the dossier that is open: each page may tell of others."""
    found, seen = ["taches"], set()
    while left := [slug for slug in found if slug not in seen]:
        seen.add(left[0])
        show(page, left[0])
        found += [slug for slug in page.evaluate(PAGES) if slug not in found]
    return found


def heights(page, server, path):
    """{address: {width: height}} of the pages of a dossier file, « Vérifier » also with every answer unfolded."""
    page.clock.set_fixed_time(DAY)
    open_file(page, server, path)
    page.evaluate(ABOVE)
    found = {}
    for slug in pages(page):
        show(page, slug)
        found[slug] = _at_each_width(page)
        if page.locator("#deplier:visible").count():
            page.click("#deplier")
            found[UNFOLDED] = _at_each_width(page)
    return found


def _at_each_width(page):
    found = {}
    for width, height in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": height})
        found[width] = page.evaluate(HEIGHT) if found else settled(page)
    return found


def settled(page):
    """The height once nothing is left to draw: some parts come when the page is at rest."""
    before = None
    while before != (before := page.evaluate(HEIGHT)):
        page.wait_for_timeout(REST)
    return before


def too_tall(found):
    """« stages: 14357 px at 1280 » of each page that is taller than it should be."""
    return [f"{slug}: {height} px at {width}" for slug, both in found.items() if slug != UNFOLDED
            for width, height in both.items() if height > TALLEST[width]]
