"""``python -m tests.campaigns.looks [--look NAME …] [--spoil]``: axe-core on every page and state, in every look.

The looks: light, dark, zoomed to 200 % and 400 % (the window of 1280 px that is left has 640 and 320), forced colours,
no motion. In each: every page of the site, every page of a blank and of a complete dossier, every screen of an item or
of a step, every week in its grid and in its list, the errors, a preview, a protected file, a shared computer.
``--spoil`` is the negative control: a picture without words is put in every page, and each look of each state must be
caught. Exit code 1 when axe finds something, when a page scrolls sideways, or when a look is not the one asked for.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

from playwright.sync_api import Page, sync_playwright  # noqa: E402

import build  # noqa: E402 (the paths come first)
from pid_rules.form import FORM  # noqa: E402
from pid_rules.judgement.addresses import addresses  # noqa: E402
from tests.campaigns import item_places  # noqa: E402
from tests.support.browsers.chromium import launch  # noqa: E402
from tests.support.pages import shared_steps  # noqa: E402
from tests.support.pages.axe import check  # noqa: E402
from tests.support.pages.steps import go, open_demonstration, open_new, ready, until  # noqa: E402
from tests.support.pages.watched import PATHS  # noqa: E402
from tests.support.server import StaticServer  # noqa: E402

DATA = ROOT / "tests" / "data"
WAIT = 60
LOOKS = {
    "light": ({}, 1280, "!matchMedia('(prefers-color-scheme: dark)').matches"),
    "dark": ({"color_scheme": "dark"}, 1280, "matchMedia('(prefers-color-scheme: dark)').matches"),
    "200 %": ({}, 640, "innerWidth === 640 && devicePixelRatio === 2"),
    "400 %": ({}, 320, "innerWidth === 320 && devicePixelRatio === 4"),
    "400 %, dark": ({"color_scheme": "dark"}, 320, "innerWidth === 320 && devicePixelRatio === 4"),
    "forced colours": ({"forced_colors": "active"}, 1280, "matchMedia('(forced-colors: active)').matches"),
    "forced colours, dark": ({"forced_colors": "active", "color_scheme": "dark"}, 1280,
                             "matchMedia('(forced-colors: active) and (prefers-color-scheme: dark)').matches"),
    "no motion": ({"reduced_motion": "reduce"}, 1280, "matchMedia('(prefers-reduced-motion: reduce)').matches"),
}
"""By name: what is emulated, width left in CSS pixels of a window of 1280, how the page knows that it has this look."""
UNFOLD = "(slug) => document.querySelectorAll('#' + slug + ' details').forEach((one) => { one.open = true; })"
KEEP = "(json) => pidStore.create({ json, titre: '', etat: '', demonstration: false }).then(({ id }) => id)"
SPOIL = "document.querySelector('main').append(document.createElement('img'))"


def slugs(page: Page) -> list[str]:
    return page.evaluate("[...document.querySelectorAll('section.page')].map((section) => section.id)")


def home(page: Page, root: str) -> None:
    page.goto(root)
    until(lambda: ready(page), WAIT)


def site_pages(page: Page, root: str, paths=PATHS) -> Iterator[str]:
    """Every page of the site, as it opens."""
    for path in paths:
        page.goto(root + path)
        page.wait_for_load_state("load")
        yield path or "home"


def complete(page: Page, root: str) -> Iterator[str]:
    """Every page of the complete dossier, its panels open, its findings shown; then the list that holds it."""
    home(page, root)
    open_demonstration(page)
    for slug in slugs(page):
        go(page, slug)
        if slug == "verifier":
            until(lambda: page.locator("#verdict").inner_text() != "", WAIT)
        page.evaluate(UNFOLD, slug)
        yield "complete, " + slug
    home(page, root)
    until(lambda: page.locator("#dossiers li").count() > 0, WAIT)
    yield "list of dossiers"


def addresses_in(held: dict) -> list[str]:
    """The addresses of the items and steps of a dossier: what stands beneath its pages."""
    return [address for one in FORM.pages if one.editable for address in addresses(FORM, held, one.slug)[1:]]


def items(page: Page, root: str) -> Iterator[str]:
    """The screen of every item and of every step, panels open; then each week, in its grid and in its list."""
    home(page, root)
    held = item_places.dossier()
    made = page.evaluate(KEEP, json.dumps(held))
    page.goto(f"{root}dossier/index.html?d={made}")
    until(lambda: page.evaluate("'juge' in document.documentElement.dataset"), WAIT)
    for address in addresses_in(held):
        go(page, address)
        page.evaluate(UNFOLD, address.partition("/")[0])
        yield address
    go(page, "emploi-du-temps")
    for rank in range(len(held["emploi_du_temps"]["semaines"])):
        week = page.locator("#emploi-du-temps .semaine").nth(rank)
        if week.locator("[data-action=vue-grille]:visible").count() == 0:
            week.locator("[data-action=semaine-ouvrir]").click()
        for view in ("liste", "grille"):
            week.locator(f"[data-action=vue-{view}]").click()
            page.evaluate(UNFOLD, "emploi-du-temps")
            yield f"week {rank + 1}, {view}"
        page.locator("#emploi-du-temps .case:visible").first.focus()
        yield f"week {rank + 1}, a cell typed in"


def blank(page: Page, root: str) -> Iterator[str]:
    """Every page of a blank dossier, then with the errors that « Continuer » shows, an item added, an item removed."""
    home(page, root)
    open_new(page)
    for slug in slugs(page):
        go(page, slug)
        yield "blank, " + slug
    for slug in [slug for slug in slugs(page) if page.locator(f"#{slug} [data-action=continuer]").count()]:
        go(page, slug)
        page.locator(f"#{slug} [data-action=continuer]").click()
        summary = page.locator(f"#{slug} .resume-erreurs")
        until(lambda: summary.is_visible() or page.evaluate("location.hash") != "#" + slug, WAIT)
        if summary.is_visible():
            yield "errors, " + slug
    go(page, "objectifs")
    page.locator("#objectifs [data-action=ajouter]").first.click()
    yield "an item added"
    go(page, "objectifs")
    page.locator("#objectifs [data-action=supprimer]").first.click()
    until(lambda: page.locator("#annuler").is_visible(), WAIT)
    yield "an item removed"
    go(page, "lieux")
    page.locator("#lieux [data-action=supprimer]").first.click()
    yield "what uses a place, told"


def files(page: Page, root: str) -> Iterator[str]:
    """A file refused, one previewed, one under protection; eligibility asked without an answer."""
    page.goto(root + "ouvrir/index.html")
    until(lambda: ready(page), WAIT)
    page.set_input_files("#fichier", {"name": "x.json", "mimeType": "application/json", "buffer": b"{}"})
    until(lambda: page.locator("#fichier-erreur").is_visible(), WAIT)
    yield "file refused"
    page.set_input_files("#fichier", DATA / "complet.json")
    until(lambda: page.locator("#apercu").is_visible(), WAIT)
    yield "preview"
    page.set_input_files("#fichier", {"name": "x.zip", "mimeType": "", "buffer": b"PK\x03\x04"})
    until(lambda: page.locator("#protection").is_visible(), WAIT)
    yield "protected file"
    page.goto(root + "eligibilite/index.html")
    until(lambda: ready(page), WAIT)
    page.click("[data-action=verifier-eligibilite]")
    yield "eligibility without answer"


def shared(page: Page, root: str) -> Iterator[str]:
    """Each state of a shared computer."""
    home(page, root)
    yield from shared_steps.states(page)


STATES = (site_pages, complete, items, blank, files, shared)


def walk(browser, root: str, name: str, states=STATES, spoiled=False) -> tuple[int, list[str]]:
    """(number of pages and states looked at, what was wrong) of the look ``name``."""
    emulated, width, known = LOOKS[name]
    seen, wrong = 0, []
    for reach in states:
        context = browser.new_context(locale="fr-FR", viewport={"width": width, "height": 720 * width // 1280},
                                      device_scale_factor=1280 // width, **emulated)
        page = context.new_page()
        for state in reach(page, root):
            seen += 1
            if not page.evaluate(known):
                wrong.append(f"{name}, {state}: not this look")
            if spoiled:
                page.evaluate(SPOIL)
            try:
                check(page, state)
            except AssertionError as error:
                wrong.append(f"{name}, {error}")
            if spoiled:
                page.evaluate("document.querySelector('main').lastChild.remove()")
        context.close()
    return seen, wrong


def main(arguments=None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--look", nargs="+", choices=LOOKS, default=list(LOOKS))
    parser.add_argument("--spoil", action="store_true")
    options = parser.parse_args(arguments)
    total, missed = 0, 0
    with tempfile.TemporaryDirectory() as temporary, sync_playwright() as playwright:
        out = Path(temporary) / "dist"
        build.build(out)
        server, browser = StaticServer(out), launch(playwright)
        for name in options.look:
            seen, wrong = walk(browser, server.address, name, spoiled=options.spoil)
            print(*wrong if not options.spoil else (), sep="\n", end="\n" if wrong and not options.spoil else "")
            print(f"{name}: {len(wrong)} of {seen} pages and states at fault", flush=True)
            total, missed = total + seen, missed + (seen - len(wrong) if options.spoil else len(wrong))
        browser.close()
        server.kill()
    print(f"{'spoiled and not caught' if options.spoil else 'at fault'}: {missed} of {total} pages and states, "
          f"{len(options.look)} looks.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
