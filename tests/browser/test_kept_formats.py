"""The page opens the frozen files of every version of the format, answer for answer, and says the same of each."""

import json
from pathlib import Path

import pytest

from pid_rules.dossier.structure import VERSION
from pid_rules.files import PROFILE, read_dossier, read_profile
from pid_rules.form import FORM
from pid_rules.judgement.addresses import addresses
from pid_rules.judgement.evaluate import evaluate
from pid_rules.questions.schema import ENVOI
from pid_rules.rules import CATALOGUE
from pid_rules.words.dates import parse_iso
from tests.support.examples import DATA
from tests.support.kept_formats import BESIDE, FILES, name
from tests.support.pages.steps import download, go, open_file, ready, saved, until

pytestmark = pytest.mark.without_worker

KEEP = "(json) => pidStore.create({json, titre: '', etat: '', demonstration: false}).then((made) => made.id)"
READ = "(text) => pidImport.readAll([new File([text], 'dossier.json')], '')"


@pytest.fixture
def opening(server, page):
    page.goto(server.address + "ouvrir/")
    until(lambda: ready(page))
    return page


@pytest.mark.parametrize("path", FILES, ids=name)
def test_the_page_opens_a_frozen_file_whole(opening, path):
    text = path.read_text(encoding="utf-8")
    found = opening.evaluate(READ, text)
    assert found["ok"] and found["unknown"] == BESIDE.get(name(path), [])
    assert json.loads(found["text"]) == json.loads(text)


OTHER_PAGES = ("taches", "documents", "suivi", "verifier")


def exported(page):
    """The text of the downloaded file, without the moment of its copy."""
    text = Path(download(page, "telecharger-json").path()).read_text(encoding="utf-8")
    made = json.loads(text)
    assert made["copie"]["le"]
    return text.replace(made["copie"]["le"], "")


def see_everything(page, dossier):
    """Go to every screen of a dossier, those of its items and steps included, « Vérifier et envoyer » last."""
    slugs = [one.slug for one in FORM.pages if one.editable]
    for address in [one for slug in slugs for one in addresses(FORM, dossier, slug)] + list(OTHER_PAGES):
        go(page, address)


@pytest.mark.parametrize("path", [DATA / "desordre.json", *[pytest.param(one, marks=pytest.mark.campaign) for one in (
    DATA / "complet.json", DATA / "clos.json", *[one for one in FILES if one.parent.name != "1"])]], ids=name)
def test_a_file_seen_on_every_screen_comes_out_byte_for_byte(site, server, path):
    open_file(site, server, path)
    see_everything(site, read_dossier(path))
    assert exported(site) == path.read_text(encoding="utf-8")


def test_control_one_sign_typed_and_taken_back_saves_the_file_and_one_left_changes_it(site, server):
    path = DATA / "complet.json"
    before = path.read_text(encoding="utf-8")
    open_file(site, server, path)
    go(site, "stages/S1/activites")
    activities = site.locator("#stages-0-activites")
    activities.press_sequentially("Z")
    activities.press("Backspace")
    saved(site)
    go(site, "verifier")
    assert exported(site) == before
    go(site, "stages/S1/activites")
    activities.press_sequentially("Z")
    saved(site)
    go(site, "verifier")
    assert exported(site) != before


def said_of(page):
    """What the last page says of the open dossier, its texts one after the other."""
    go(page, "verifier")
    until(lambda: page.locator("#verdict").inner_text() != "")
    return [" ".join(page.locator(place).inner_text().split()) for place in ("#verdict", "#constats", "#manquants")]


@pytest.mark.parametrize(("stored", "example"), [
    (False, "clos"), (True, "complet"), *[pytest.param(*one, marks=pytest.mark.campaign) for one in
                                          ((False, "complet"), (True, "clos"))]])
def test_a_frozen_file_of_any_version_has_the_same_findings(site, server, example, stored):
    site.clock.set_fixed_time("2026-11-20T10:00")
    found = {}
    for path in [path for path in FILES if path.stem == example]:
        if stored:
            made = site.evaluate(KEEP, path.read_text(encoding="utf-8"))
            site.goto(f"{server.address}dossier/index.html?d={made}")
            until(lambda: site.locator("#reference").inner_text() != "")
        else:
            open_file(site, server, path)
        found[path.parent.name] = said_of(site)
        report = evaluate(FORM, CATALOGUE, read_dossier(path), ENVOI, parse_iso("2026-11-20"), read_profile(PROFILE))
        for finding in report.findings:
            assert " ".join(finding.message.split()) in " ".join(found[path.parent.name])
    assert len(found) == VERSION and all(one == found["1"] for one in found.values())
