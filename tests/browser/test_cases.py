"""The cases of the rules, replayed by Brython in Chromium: the same reports as CPython."""

import inspect
import json
from pathlib import Path

import pytest

from pipeline import javascript, node
from pipeline.brython import aot, lighter, runtime
from tests.support.cases_replay import replay_json
from tests.support.known_years import cut
from tests.support.server import StaticServer

ROOT = Path(__file__).resolve().parents[2]
HTML = """<!doctype html><html lang="fr"><meta charset="utf-8"><title>cas</title>
<meta http-equiv="Content-Security-Policy"
  content="default-src 'none'; script-src 'self'; require-trusted-types-for 'script'">
<script src="brython.js"></script><script src="app.js"></script>"""
REPLAY = """
from javascript import JSON
from pid_rules.form import FORM
from pid_rules.judgement.evaluate import evaluate
from pid_rules.rules import CATALOGUE
from pid_rules.seuils import calendrier
from pid_rules.seuils.vacances import ANNEES, FERIES

def reports(text):
    known, made = 0, []
    for case in JSON.parse(text):
        if case["known"] != known:
            known = case["known"]
            cut(ANNEES, FERIES, (calendrier._known, calendrier._public), known)
        made.append(evaluate(FORM, CATALOGUE, case["dossier"], case["step"], case["today"], case["profile"],
                             case["fingerprint"]).as_dict())
    return JSON.stringify(made)

""" + inspect.getsource(cut)
"""Cases come with what was known last of the calendar, 0 for all of it: what is forgotten is not found again."""


@pytest.fixture
def replay_page(tmp_path, page):
    """A page that has the core and ``REPLAY``, without any request once it is loaded."""
    node.install()
    sources = [one for one in lighter.modules(ROOT) if one["name"].startswith("pid_rules")]
    sources.append({"name": "replay", "file": "replay.py", "package": False, "source": REPLAY})
    (tmp_path / "index.html").write_text(HTML, encoding="utf-8")
    (tmp_path / "brython.js").write_text(javascript.minify(runtime.text()), encoding="utf-8")
    (tmp_path / "app.js").write_text(javascript.minify(aot.application(sources)), encoding="utf-8")
    server = StaticServer(tmp_path)
    page.goto(server.address)
    server.kill()
    yield page


def test_chromium_gives_the_reports_of_cpython(replay_page):
    cases = sorted(json.loads(replay_json()), key=lambda case: (case["known"] is not None, -(case["known"] or 0)))
    awaited = {case["name"]: case.pop("report") for case in cases}
    text = replay_page.evaluate("(text) => __BRYTHON__.pid_call('replay', 'reports', text)",
                                json.dumps([{**case, "known": case["known"] or 0} for case in cases]))
    assert dict(zip(awaited, json.loads(text), strict=True)) == awaited
