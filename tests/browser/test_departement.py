"""The site of a département that does not exist: nothing of another one is in it, its letter is cited, its desk is
written to."""

import email
import email.policy

import pytest

import build
from pid_rules.files import read_profile
from tests.support.examples import FICTION
from tests.support.pages.sending import prepare, taken
from tests.support.pages.steps import open_demonstration, ready, until
from tests.support.server import StaticServer

pytestmark = pytest.mark.without_worker

PROFILE = read_profile(FICTION)
OF_MAINE_ET_LOIRE = ("Maine-et-Loire", "ce.iio49", "0241743484", "14 septembre 2018", "adresse de 2018", "Angers",
                     "ac-nantes")


@pytest.fixture(scope="module")
def elsewhere(built, tmp_path_factory):
    """The site of the fictional département, with the scripts of the other one: they are the same."""
    out = tmp_path_factory.mktemp("elsewhere") / "dist"
    build.write(out, PROFILE,
                {path.name: path.read_text(encoding="utf-8") for path in built.glob("*.js") if path.name != "sw.js"})
    return out


@pytest.fixture
def visited(elsewhere, page):
    """Its home page, ready, on a day of November 2026."""
    running = StaticServer(elsewhere)
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.clock.set_fixed_time("2026-11-20T10:00")
    page.goto(running.address)
    until(lambda: ready(page))
    page.site = running.address
    yield page
    running.kill()
    assert errors == []


def test_nothing_of_another_departement_is_in_its_site(elsewhere):
    texts = {path: path.read_text(encoding="utf-8").replace("\u00a0", " ") for path in elsewhere.rglob("*")
             if path.suffix in (".html", ".js", ".json", ".webmanifest")}
    assert len(texts) > 100
    assert [(path.name, words) for path, text in texts.items() for words in OF_MAINE_ET_LOIRE if words in text] == []
    assert any("Lettre de l’IA-DASEN de Haute-Fiction" in text for text in texts.values())


def test_its_dossier_is_written_to_its_desk_and_judged_by_its_letter(visited):
    open_demonstration(visited)
    shown = prepare(visited)
    assert "DSDEN de Haute-Fiction – bureau des parcours, parcours98@exemple.fr." in visited.inner_text("#contenu")
    message = email.message_from_bytes(taken(visited, "[data-action=envoi-eml]")[1], policy=email.policy.default)
    assert message["To"] == "parcours98@exemple.fr" and message["Subject"].startswith("PID – ")
    body = message.get_body().get_content()
    assert body.startswith("DSDEN de Haute-Fiction") and shown in body


def test_what_its_letter_does_not_found_is_a_choice_of_the_tool(visited):
    visited.goto(visited.site + "eligibilite/")
    until(lambda: ready(visited))
    visited.select_option("#eleve-niveau", "5e")
    visited.click("[data-action=verifier-eligibilite]")
    until(lambda: visited.locator("#resultat .regle", has_text="EL-02").count() == 1)
    said = visited.locator("#resultat .regle", has_text="EL-02").inner_text().replace("\u00a0", " ")
    assert "le parcours est proposé en priorité aux classes de 4e et de 3e (choix de l’outil)." in said
    assert "« Le parcours est proposé en priorité aux élèves de 4e et de 3e. »" in said
    assert said.strip().endswith("Choix de l’outil")
    visited.goto(visited.site + "regles/pr-02/")
    assert "Aucune lettre du département n’est connue de cet outil sur ce point" in visited.inner_text("main")
    visited.goto(visited.site + "regles/st-05/")
    assert "Lettre de l’IA-DASEN de Haute-Fiction du 2 septembre 2024" in visited.inner_text("main").replace("\u00a0",
                                                                                                             " ")
