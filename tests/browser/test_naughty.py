"""Naughty strings in every text of a dossier, on screen: the campaign of the naughty strings in small.

Nothing that a text makes, nothing that it runs, nothing that scrolls sideways.
"""

import copy
import re

import pytest

from pid_rules.dossier.paths import concrete, put
from pid_rules.form import FORM
from tests.campaigns.naughty_journey import DESK, ORDINARY, PHONE, Journey, Record
from tests.support.examples import EXAMPLES
from tests.support.naughty import strings
from tests.support.pages.steps import until

pytestmark = [pytest.mark.without_worker, pytest.mark.campaign]

ACTIVE = re.compile("[<>]|script|alert|on[a-z]+=|[^\x00-\u2fff]", re.IGNORECASE)
"""What could act, and what is wide: the sample of the list."""
SPOILED = {
    "elements made": "document.querySelector('main').append(document.createElement('marquee'))",
    "attributes that act": "document.querySelector('h1').setAttribute('onnaughty', '')",
    "links": "document.links[0].setAttribute('href', 'javascript:0')",
    "scrolls sideways": "document.querySelector('main').style.width = '400px'",
    "unexpected error": "document.getElementById('erreur-inattendue').hidden = false",
}
"""What a text that gets out of its place does: by hand, the control."""


def mixed():
    """(dossier, how many strings it holds): one after the other in the texts, the longest without a blank in the dates
    and the name."""
    sample = sorted((text for text in strings() if ACTIVE.search(text)),
                    key=lambda text: ("<" not in text, strings().index(text)))
    longest = max((max(text.split(), key=len) for text in sample if "<" in text), key=len)
    dossier, held = copy.deepcopy(EXAMPLES["clos"]), 0
    for field in FORM.field.values():
        for path in concrete(dossier, field.path) if field.kind.blank == "" else ():
            if field.kind.control == "date" or path == "eleve.nom":
                put(dossier, path, longest)
            elif field.kind.control in ("text", "textarea") and path != "dossier.reference":
                put(dossier, path, sample[held % len(sample)])
                held += 1
    return dossier, held


@pytest.fixture
def journey(chromium, server):
    """« Ouvrir un fichier », and what that page shows to an ordinary person."""
    made = Journey(chromium, server.address, Record())
    made.name = ORDINARY
    made.go_to_open()
    made.here("open")
    yield made
    made.context.close()


def test_no_string_acts_or_spreads_on_any_page_of_the_dossier(journey):
    journey.open(EXAMPLES["clos"])
    journey.screens(EXAMPLES["clos"], PHONE, [])
    journey.clear([EXAMPLES["clos"]])
    dossier, held = mixed()
    assert held > 100
    journey.name = "mixed"
    journey.go_to_open()
    journey.open(dossier)
    for width in (PHONE, DESK):
        journey.screens(dossier, width, [])
    journey.clear([dossier])
    assert journey.record.faults == []
    assert journey.record.counts["screens"] > 70 and journey.record.counts["fields"] > 400


def test_control_what_gets_out_of_its_place_is_seen(journey):
    assert journey.record.faults == []
    journey.name = "spoiled"
    for said, spoil in SPOILED.items():
        journey.page.evaluate(spoil)
        before = len(journey.record.faults)
        journey.here("spoiled")
        assert any(said in fault for fault in journey.record.faults[before:])


def test_control_a_page_that_writes_markup_runs_it(page):
    dialogs = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.set_content("<p></p>")
    page.evaluate("(text) => { document.querySelector('p').innerHTML = text; }", "<img src=x onerror=alert(1)>")
    until(lambda: page.evaluate("1") and dialogs)


def test_a_title_without_end_does_not_put_the_rest_of_the_page_out_of_reach(site):
    site.set_viewport_size({"width": PHONE, "height": 900})
    site.evaluate("Promise.all([1, 2].map(() => pidStore.create({ json: '{}', titre: 'a'.repeat(1000) })))")
    site.reload()
    for left in (1, 0):
        until(lambda: site.locator("#dossiers li").count() == left + 1)
        site.locator("#dossiers [data-action=supprimer]").first.click()  # what lies above it would take the click
    until(lambda: site.locator("#dossiers li").count() == 0 and site.locator("#annuler button").is_visible())
