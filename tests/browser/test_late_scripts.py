"""The scripts that come after the page: one that is lost is said, one that a person did not wait for is not."""

import json
import threading

import pytest

from tests.support.browsers.chromium import close
from tests.support.pages.steps import go, ready, saved, set_date, until
from tests.support.server import StaticServer

pytestmark = pytest.mark.campaign


@pytest.fixture
def held(built):
    """The site on a server that, once ``manners.holding`` scripts, lets them wait until ``manners.gate``, then has lost
    them if ``lost``."""
    class Manners:
        holding, lost, gate = (), True, threading.Event()

        def do_GET(self):
            if self.path.endswith(self.holding):
                self.server.requests.append("held")
                self.gate.wait(60)
                if self.lost:
                    self.send_error(404)
                    return
            super().do_GET()

    running = StaticServer(built, Manners)
    running.manners = Manners
    yield running
    Manners.gate.set()
    running.kill()


@pytest.fixture
def dossier(held, browser):
    """A new dossier whose suite.js is on its way, in a browser without service worker to have it; ``complaints`` lists
    its errors."""
    context = browser.new_context(locale="fr-FR", service_workers="block")
    page = context.new_page()
    page.complaints = []
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.goto(held.address)
    until(lambda: ready(page))
    held.manners.holding = ("/suite.js",)
    page.click("[data-action=nouveau-dossier]")  # Firefox says that a page is loaded once this script is
    until(lambda: "held" in held.requests)
    yield page
    close(context)


def kept(page):
    """The only draft, as it is on the disk."""
    return json.loads(page.evaluate("pidStore.list().then(([one]) => pidStore.get(one.id)).then((record) => "
                                    "record.json)"))


def test_a_page_left_before_its_last_script_has_come_complains_of_nothing(dossier, held):
    dossier.goto(held.address + "aide/index.html")
    assert dossier.complaints == []


def test_a_script_that_is_lost_is_said_after_a_second_try(dossier, held):
    held.manners.gate.set()
    until(lambda: "n’a pas pu être chargée" in dossier.locator("#erreur-inattendue").inner_text())
    assert held.requests.count("held") == 2


def test_what_is_typed_before_the_rules_have_come_is_saved_and_a_date_of_signature_is_sealed_afterwards(dossier, held):
    go(dossier, "signatures")
    dossier.locator("#signatures [data-action=ajouter]:visible").click()
    set_date(dossier, "signatures-0-date", "19", "11", "2026")
    go(dossier, "eleve")
    dossier.fill("#eleve-nom", "Vite tapé")
    saved(dossier)
    assert dossier.complaints == [] and not dossier.locator("#erreur-inattendue").is_visible()
    held.manners.lost = False
    held.manners.gate.set()
    until(lambda: dossier.evaluate("'juge' in document.documentElement.dataset"))
    until(lambda: [len(one["empreinte"]) for one in kept(dossier)["signatures"]] == [64])
    assert (kept(dossier)["eleve"]["nom"], kept(dossier)["signatures"][0]["date"]) == ("Vite tapé", "2026-11-19")
    assert dossier.complaints == []


@pytest.mark.parametrize(("slug", "action"), [
    ("taches", "telecharger-copie"), ("verifier", "telecharger-json"), ("verifier", "telecharger-pdf")])
def test_a_file_asked_for_before_the_rules_have_come_is_given_as_soon_as_they_are_here(dossier, held, slug, action):
    go(dossier, slug)
    held.manners.lost = False
    with dossier.expect_download() as started:
        dossier.click(f"section#{slug} [data-action={action}]")
        held.manners.gate.set()
    assert started.value.suggested_filename
    assert dossier.complaints == []


def test_a_timetable_begun_before_the_rules_have_come_is_kept_with_its_first_week(dossier, held):
    go(dossier, "emploi-du-temps")
    dossier.check("#emploi_du_temps-reference-4e")
    for _ in range(3):  # a person who sees nothing come presses again
        dossier.click("[data-action=semaine-ajouter]")
    held.manners.lost = False
    held.manners.gate.set()
    until(lambda: dossier.locator("#emploi-du-temps ol.items > li").count() == 1)
    saved(dossier)
    assert kept(dossier)["emploi_du_temps"]["reference"] == "4e"
    assert len(kept(dossier)["emploi_du_temps"]["semaines"]) == 1
    assert dossier.is_checked("#emploi_du_temps-reference-4e") and dossier.complaints == []


def test_the_calendar_asked_for_before_the_rules_have_come_is_answered_once_they_are_here(dossier, held):
    go(dossier, "suivi")
    dossier.click("[data-action=suivi-agenda]")
    held.manners.lost = False
    held.manners.gate.set()
    until(lambda: "Aucune date n’est à venir" in dossier.locator("#suivi-agenda-etat").inner_text())
    assert dossier.complaints == []


@pytest.mark.parametrize(("slug", "action", "script"), [
    ("suivi", "suivi-note", "/suivi.js"), ("verifier", "telecharger-pdf", "/documents.js")])
def test_a_part_whose_script_is_lost_says_so_and_may_be_asked_for_again(held, dossier, slug, action, script):
    go(dossier, "eleve")  # the list of pages draws the timeline, which asks for documents.js
    held.manners.lost = False
    held.manners.gate.set()
    until(lambda: dossier.evaluate("'juge' in document.documentElement.dataset"))
    held.manners.holding, held.manners.lost = (script,), True
    go(dossier, slug)
    dossier.click(f"section#{slug} [data-action={action}]")
    said = "#alerte-enregistrement" if slug == "suivi" else "#verifier"
    until(lambda: "n’a pas pu être" in dossier.locator(said).inner_text())
    held.manners.holding = ()
    go(dossier, "taches")
    go(dossier, slug)
    if slug == "suivi":
        until(lambda: dossier.locator("#suivi-etapes").inner_text())
    else:
        with dossier.expect_download():
            dossier.click(f"section#{slug} [data-action={action}]")
    assert dossier.complaints == []


def test_a_button_of_a_part_used_before_its_script_has_come_acts_once_it_is_here(held, dossier):
    held.manners.lost = False
    held.manners.gate.set()
    until(lambda: dossier.evaluate("'juge' in document.documentElement.dataset"))
    held.manners.gate.clear()
    held.manners.holding = ("/suivi.js",)
    go(dossier, "suivi")
    for _ in range(3):
        dossier.click("[data-action=suivi-agenda]")
    held.manners.gate.set()
    until(lambda: "Aucune date n’est à venir" in dossier.locator("#suivi-agenda-etat").inner_text())
    assert dossier.complaints == []
