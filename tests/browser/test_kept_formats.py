"""The page opens the frozen files of every version of the format, answer for answer, and says the same of each."""

import json

import pytest

from pid_rules.dossier.structure import VERSION
from pid_rules.files import PROFILE, read_dossier, read_profile
from pid_rules.form import FORM
from pid_rules.judgement.evaluate import evaluate
from pid_rules.questions.schema import ENVOI
from pid_rules.rules import CATALOGUE
from pid_rules.words.dates import parse_iso
from tests.support.kept_formats import BESIDE, FILES, name
from tests.support.pages.steps import go, open_file, ready, until

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
