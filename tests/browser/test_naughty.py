"""Naughty strings in every text of a dossier, on screen: no script runs, no element is made of them, nothing scrolls sideways."""

import copy
import json
import re

from pid_rules.form import FORM
from pid_rules.paths import concrete, put
from tests.browser.steps import go, ready, until
from tests.unit.test_naughty import strings
from tests.unit.test_structure import EXAMPLES

ACTIVE = re.compile("[<>]|script|alert|on[a-z]+=|[^\x00-\u2fff]", re.IGNORECASE)
"""What could act, and what is wide: the sample of the list."""
MADE = "[...document.querySelectorAll('script, iframe, object, embed, img, form, base, meta, link, style')].length"
PAGES = """[...document.querySelectorAll('main section[id]')].filter((one) => !one.parentElement.closest('section'))
  .map((one) => one.id)"""
WIDTHS = (1280, 360)


def filled():
    """(dossier, how many strings it holds): one after the other in the texts of the example."""
    sample = sorted((text for text in strings() if ACTIVE.search(text)), key=lambda text: ("<" not in text, strings().index(text)))
    dossier, held = copy.deepcopy(EXAMPLES["clos"]), 0
    for field in FORM.field.values():
        if field.kind.blank == "" and field.kind.control in ("text", "textarea") and field.path != "dossier.reference":
            for path in concrete(dossier, field.path):
                put(dossier, path, sample[held % len(sample)])
                held += 1
    return dossier, held


def test_no_string_acts_or_spreads_on_any_page_of_the_dossier(site, server):
    dossier, held = filled()
    assert held > 100
    dialogs = []
    site.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    site.goto(server.address + "ouvrir/")
    until(lambda: ready(site))
    site.set_input_files("#fichier", {"name": "recu.json", "mimeType": "", "buffer": json.dumps(dossier, ensure_ascii=False).encode()})
    until(lambda: site.locator("#apercu").is_visible(), 30)
    site.click("[data-action=nouveau]")
    site.wait_for_url(re.compile(r"/dossier/"))
    until(lambda: site.locator("#reference").inner_text() != "", 30)
    made = site.evaluate(MADE)
    slugs = site.evaluate(PAGES)
    assert len(slugs) >= 8
    for width in WIDTHS:
        site.set_viewport_size({"width": width, "height": 900})
        for slug in slugs:
            go(site, slug)
            assert site.evaluate("document.documentElement.scrollWidth <= innerWidth"), (slug, width)
    assert site.evaluate(MADE) == made and dialogs == []
    assert site.locator("#erreur-inattendue").is_hidden()


def test_control_a_page_that_writes_markup_runs_it(page):
    dialogs = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.set_content("<p></p>")
    page.evaluate("(text) => { document.querySelector('p').innerHTML = text; }", "<img src=x onerror=alert(1)>")
    until(lambda: page.evaluate("1") and dialogs)
