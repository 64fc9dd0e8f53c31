"""The cases of ``tests/cases/*.toml``, ready to be judged here and in the browser.

A case says what changes in a base dossier and what the rules must then say::

    [[case]]
    name = "Un élève de 5e : la demande est à justifier"
    change = { "eleve.niveau" = "5e" }
    expect = ["EL-02 avertissement"]

What a case may say of the dossier:

- ``base`` is complet (by default), clos, desordre or vierge;
- ``keep`` shortens lists to their first items before ``change`` writes answers;
- ``step`` and ``date`` are envoi and 2026-11-20 unless said;
- ``zone`` is that of the profile of the département unless said;
- ``fingerprint`` is that of the present contract unless said;
- ``known = 2027`` judges it as when 2027-2028 was the last school year published.

What it may await:

- ``expect`` names findings with their severity. The paths that one points at may follow, several joined by commas:
  ``"PE-01 bloquant parcours.fin"``;
- ``says``: texts that a message must hold;
- ``absent``: rules that are judged and say nothing;
- ``pending``: rules that cannot be judged;
- ``unasked``: rules that the step leaves out.
"""

import copy
import functools
import json
import pathlib
import tomllib

from pid_rules.dossier.paths import get, put
from pid_rules.dossier.structure import blank_dossier
from pid_rules.files import PROFILE, read_profile
from pid_rules.form import FORM
from pid_rules.judgement.evaluate import evaluate
from pid_rules.rules import CATALOGUE
from pid_rules.words import dates
from tests.support.known_years import known_until

TESTS = pathlib.Path(__file__).parents[1]
KEYS = {"name", "base", "step", "date", "zone", "keep", "change", "fingerprint", "expect", "says", "absent",
        "pending", "unasked", "known"}


def bases():
    """The dossiers that a case may start from, by name."""
    examples = {name: json.loads((TESTS / "data" / f"{name}.json").read_text(encoding="utf-8"))
                for name in ("complet", "clos", "desordre")}
    return {**examples, "vierge": blank_dossier(FORM)}


def load_cases():
    """Every case, in file order: name, dossier, step, today (a day number), profile, fingerprint and what is
    awaited."""
    profile = read_profile(PROFILE)
    known = bases()
    cases = []
    for path in sorted((TESTS / "cases").glob("*.toml")):
        for written in tomllib.loads(path.read_text(encoding="utf-8"))["case"]:
            cases.append(_case(written, known, profile, path.stem))
    return cases


def report_of(case, catalogue=CATALOGUE):
    """The report of a case, as the command line would print it."""
    with known_until(case["known"]):
        return evaluate(FORM, catalogue, case["dossier"], case["step"], case["today"], case["profile"],
                        case["fingerprint"]).as_dict()


@functools.cache
def reports():
    """[(case, its report)], judged once, when a first test asks for them."""
    return [(case, report_of(case)) for case in load_cases()]


def shortfalls(case, report):
    """What a report does not say as its case awaits, in words; [] when all is as awaited."""
    findings = report["findings"]
    said = {finding["rule"] for finding in findings}
    known = {f"{finding['rule']} {finding['severity']}" for finding in findings}
    known |= {f"{finding['rule']} {finding['severity']} {','.join(finding['paths'])}" for finding in findings}
    found = [f"not found: {awaited}" for awaited in case["expect"] if awaited not in known]
    found += [f"not said: {text}" for text in case["says"]
              if not any(text in finding["message"].replace("\u00a0", " ") for finding in findings)]
    found += [f"not absent: {rule}" for rule in case["absent"] + case["unasked"]
              if rule in said or rule in report["pending"]]
    return found + [f"not pending: {rule}" for rule in case["pending"] if rule not in report["pending"]]


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
            "today": dates.parse_iso(written.get("date", "2026-11-20")),
            "profile": _in_zone(profile, written.get("zone")),
            "fingerprint": written.get("fingerprint", ""), "expect": written.get("expect", []),
            "says": written.get("says", []), "absent": written.get("absent", []), "pending": written.get("pending", []),
            "unasked": written.get("unasked", []), "known": written.get("known")}


def _in_zone(profile, zone):
    """The profile, in another zone of school holidays where one is given."""
    return profile if zone is None else {**profile, "departement": {**profile["departement"], "zone": zone}}
