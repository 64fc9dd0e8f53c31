"""What a rule of some step asks for is never called « (facultatif) »: its label says when it is needed."""

import copy
import functools

import pytest

from pid_rules.dossier.paths import concrete, get, is_blank, put
from pid_rules.form import FORM
from pid_rules.judgement.evaluate import evaluate
from pid_rules.questions.kinds import INFORMATION
from pid_rules.questions.schema import STEPS
from pid_rules.rules import CATALOGUE
from pid_rules.words import dates
from tests.support.cases_replay import bases
from tests.support.judging import PROFILE_49

OPTIONAL = [field for field in FORM.field.values() if field.optional and not field.computed]
READ = {pattern for rule in CATALOGUE.rules for pattern in rule.patterns()}
DAYS = {"complet": ("2026-11-20",), "clos": ("2026-12-05", "2027-05-10")}

UNDER_CONDITIONS = {"decision.sens": "valide_sous_conditions", "decision.conditions": "Un bilan en janvier."}
BY_LETTER = {"telephone": "", "courriel": "a@b.fr"}
BY_TELEPHONE = {"telephone": "0241000000", "courriel": ""}
"""What the examples do not show: a validation under conditions, people who can be reached in one way only."""

ASK_ELSE = ["stages[].horaires[].pause_debut", "stages[].horaires[].pause_fin"]
"""Without its break a line of hours is another presence, which the timetable must cover: no rule asks for a break."""


@functools.cache
def dossiers():
    """(dossier, day) to blank answers in: the examples, and what they do not show."""
    found = [(dossier, day) for name, dossier in bases().items() if name in DAYS for day in DAYS[name]]
    for reached in (BY_LETTER, BY_TELEPHONE):
        other = copy.deepcopy(bases()["clos"])
        for path, value in UNDER_CONDITIONS.items():
            put(other, path, value)
        other["responsables"] = [{**other["responsables"][0], **reached}]
        for lieu in other["lieux"]:
            lieu["tuteur"].update(reached)
        found.append((other, "2026-12-05"))
    return found


@functools.cache
def said(index, step):
    return spoken(dossiers()[index][0], step, dossiers()[index][1])


def spoken(dossier, step, day):
    """(rule, path, message) of what is blocking or to be explained."""
    report = evaluate(FORM, CATALOGUE, dossier, step, dates.parse_iso(day), PROFILE_49)
    return {(finding.rule, path, finding.message) for finding in report.findings if finding.severity != INFORMATION
            for path in finding.paths}


def missed(field):
    """Whether a rule speaks, at some step, once an answer to the question is taken off."""
    for index, (dossier, day) in enumerate(dossiers()):
        for path in concrete(dossier, field.path):
            if is_blank(get(dossier, path)):
                continue
            without = copy.deepcopy(dossier)
            put(without, path, field.kind.blank)
            if any(spoken(without, step, day) - said(index, step) for step in STEPS):
                return True
    return False


def is_read(field):
    """Whether a rule reads the question, or a list that holds it."""
    return any(field.path == pattern or field.path.startswith(pattern + "[]") for pattern in READ)


@pytest.mark.parametrize("field", [field for field in OPTIONAL if is_read(field)], ids=lambda field: field.path)
def test_a_question_that_a_rule_asks_for_says_when_it_is_needed(field):
    assert bool(field.needed) >= (missed(field) and field.path not in ASK_ELSE)


def test_no_question_says_without_reason_that_it_is_needed():
    settled = [page.settled_by for page in FORM.pages]
    assert [field.path for field in FORM.field.values() if field.needed and not field.optional] == []
    assert [field.path for field in OPTIONAL if field.needed and field.path not in settled and not missed(field)] == []
    assert [path for path in settled if path and not FORM.field[path].needed] == []
