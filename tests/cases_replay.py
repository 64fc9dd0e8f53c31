"""The cases of ``tests/cases/*.toml``, ready to be judged here and in the browser.

A case says what changes in a base dossier and what the rules must then say::

    [[case]]
    name = "Un élève de 5e : la demande est à justifier"
    change = { "eleve.niveau" = "5e" }
    expect = ["EL-02 avertissement"]

``base`` is complet (by default), clos or vierge; ``step`` and ``date`` are envoi and 2026-11-20 unless said; ``keep``
shortens lists to their first items before ``change`` writes answers; ``fingerprint`` is that of the present contract.
``expect`` names findings with their severity, ``absent`` rules that are judged and say nothing, ``pending`` rules that
cannot be judged.
"""

import copy
import json
import pathlib
import tomllib

from pid_rules import dates
from pid_rules.__main__ import PROFILE, read_profile
from pid_rules.evaluate import evaluate
from pid_rules.form import FORM
from pid_rules.paths import get, put
from pid_rules.rules import CATALOGUE
from pid_rules.structure import blank_dossier

TESTS = pathlib.Path(__file__).parent
KEYS = {"name", "base", "step", "date", "keep", "change", "fingerprint", "expect", "absent", "pending"}


def bases():
    """The dossiers that a case may start from, by name."""
    examples = {name: json.loads((TESTS / "data" / f"{name}.json").read_text(encoding="utf-8"))
                for name in ("complet", "clos")}
    return {**examples, "vierge": blank_dossier(FORM)}


def load_cases():
    """Every case, in file order: name, dossier, step, today (a day number), profile, fingerprint and what is awaited."""
    profile = read_profile(PROFILE)
    known = bases()
    cases = []
    for path in sorted((TESTS / "cases").glob("*.toml")):
        for written in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            cases.append(_case(written, known, profile, path.stem))
    return cases


def report_of(case):
    """The report of a case, as the command line would print it."""
    return evaluate(FORM, CATALOGUE, case["dossier"], case["step"], case["today"], case["profile"],
                    case["fingerprint"]).as_dict()


def replay_json():
    """JSON text of every case with its report by this interpreter, for another one to find the same."""
    return json.dumps([{**case, "report": report_of(case)} for case in load_cases()], ensure_ascii=False)


def _case(written, known, profile, theme):
    unknown = set(written) - KEYS
    if unknown:
        raise ValueError(f"{theme}, « {written.get('name')} »: unknown keys {sorted(unknown)}")
    dossier = copy.deepcopy(known[written.get("base", "complet")])
    for path, count in written.get("keep", {}).items():
        put(dossier, path, get(dossier, path)[:count])
    for path, value in written.get("change", {}).items():
        put(dossier, path, value)
    return {"name": f"{theme} – {written['name']}", "dossier": dossier, "step": written.get("step", "envoi"),
            "today": dates.parse_iso(written.get("date", "2026-11-20")), "profile": profile,
            "fingerprint": written.get("fingerprint", ""), "expect": written.get("expect", []),
            "absent": written.get("absent", []), "pending": written.get("pending", [])}
