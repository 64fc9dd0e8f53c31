"""A base dossier judged after some changes."""

import copy

from pid_rules.dossier.paths import put
from pid_rules.files import PROFILE, read_profile
from pid_rules.form import FORM
from pid_rules.judgement.evaluate import evaluate
from pid_rules.rules import CATALOGUE
from pid_rules.words import dates
from tests.support.cases_replay import bases

BASES = bases()
PROFILE_49 = read_profile(PROFILE)
FIVE_DAYS = [{"jour": day, "debut": "08:30", "fin": "17:00", "pause_debut": "12:00", "pause_fin": "13:00"}
             for day in ("lundi", "mardi", "mercredi", "jeudi", "vendredi")]


def judge(base, step, day, **changes):
    """Report of a base dossier at a step, after changes given as path=value with « __ » for dots."""
    dossier = copy.deepcopy(BASES[base])
    for path, value in changes.items():
        put(dossier, path.replace("__", "."), value)
    return evaluate(FORM, CATALOGUE, dossier, step, dates.parse_iso(day), PROFILE_49)


def paths_of(report, rule):
    return [finding.paths for finding in report.findings if finding.rule == rule]
