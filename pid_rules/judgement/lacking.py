"""Why a page is not done, in the words of the list of pages: « Il manque : date de naissance, classe »."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.paths import get, is_blank, pattern_of
from pid_rules.judgement.report import REQ
from pid_rules.judgement.summary import is_begun, obstacles, place_in_words, stands_in_the_way
from pid_rules.words.visible import NBSP

if TYPE_CHECKING:
    from pid_rules.judgement.report import Finding, Report
    from pid_rules.questions.schema import Form, Page
    from pid_rules.shapes import Dossier

NAMED = 3
"""Answers that are missing named at most: the others are counted."""
LONGEST = 180
"""Characters of what is to be checked: the page says all of it."""


def lacking(form: Form, page: Page, dossier: Dossier, report: Report) -> str:
    """What a page that is begun lacks, or has to check, at the step that was judged; "" where it is done."""
    if not is_begun(form, page, dossier):
        return ""
    if page.settled_by and is_blank(get(dossier, page.settled_by)):
        return _missing(form, dossier, [page.settled_by])
    return _said(form, dossier, obstacles(form, page, dossier, report), False)


def lacking_there(form: Form, dossier: Dossier, findings: list[Finding]) -> str:
    """The same of an item of a list, or of a step of it, in a few words: its ``findings`` need not say where."""
    return _said(form, dossier, [finding for finding in findings if stands_in_the_way(finding, dossier)], True)


def _said(form: Form, dossier: Dossier, against: list[Finding], there: bool) -> str:
    missing = [finding.paths[0] for finding in against if finding.rule == REQ]
    checks = [finding for finding in against if finding.rule != REQ]
    if not missing and checks and not there:
        return _to_check(checks)
    words = [_missing(form, dossier, missing, there)] if missing else []
    if checks:
        words.append(str(len(checks)) + (" points à vérifier." if len(checks) > 1 else " point à vérifier."))
    return " ".join(words)


def _missing(form: Form, dossier: Dossier, paths: list[str], there: bool = False) -> str:
    """The questions without answer, each with the item around it, or how many times where there are several."""
    by_question: dict[str, list[str]]
    by_question = {}
    for path in paths:
        by_question.setdefault(pattern_of(path), []).append(path)
    words: list[str]
    words, told = [], 0
    for pattern in list(by_question)[:NAMED]:
        words.append(_question(form, dossier, pattern, by_question[pattern], there))
        told += len(by_question[pattern])
    rest = len(paths) - told
    others = "" if rest == 0 else " et 1 autre réponse" if rest == 1 else " et " + str(rest) + " autres réponses"
    return "Il manque" + NBSP + ": " + ", ".join(words) + others + "."


def _question(form: Form, dossier: Dossier, pattern: str, paths: list[str], there: bool) -> str:
    label = _in_sentence(form.field[pattern].label if pattern in form.field else form.block[pattern].label)
    if len(paths) > 1:
        return label + " (" + str(len(paths)) + NBSP + "fois)"
    place = "" if there else place_in_words(form, paths[0], dossier)
    return label + " (" + place + ")" if place else label


def _in_sentence(label: str) -> str:
    """A label within a sentence: « date de naissance », but « UAI du collège »."""
    first = label.split(" ")[0]
    return label[:1].lower() + label[1:] if first[1:] == first[1:].lower() else label


def _to_check(checks: list[Finding]) -> str:
    """« À vérifier : », the first thing, and how many others."""
    message = checks[0].message
    if len(message) > LONGEST:
        message = message[:LONGEST].rpartition(" ")[0] + "…"
    others = len(checks) - 1
    return "À vérifier" + NBSP + ": " + message + \
        ("" if others == 0 else " Et 1 autre point." if others == 1 else " Et " + str(others) + " autres points.")
