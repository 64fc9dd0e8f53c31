"""What the steps that follow the sending still ask: those that concern a dossier, and what to show of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.paths import day_at, get, is_blank
from pid_rules.form import parcours, suites
from pid_rules.form.bilans import BILANS
from pid_rules.judgement.summary import is_begun
from pid_rules.questions.kinds import INFORMATION
from pid_rules.questions.schema import BILAN, CLOTURE, DEMARRAGE, PREPAM

if TYPE_CHECKING:
    from pid_rules.judgement.report import Finding, Report
    from pid_rules.questions.schema import Field, Form
    from pid_rules.shapes import Dossier

TITLES = {DEMARRAGE: "Avant de commencer", BILAN: "Pendant le parcours", CLOTURE: "Clôture", PREPAM: "Prépam"}
PAGES = {DEMARRAGE: (suites.TRANSMISSION, suites.DECISION_PAGE), BILAN: (suites.JOURNAL_PAGE, suites.BILANS_PAGE),
         CLOTURE: (suites.BILAN_FINAL_PAGE,), PREPAM: (suites.PREPAM_PAGE,)}
"""The pages of which an answer is enough for a step to concern the dossier."""


def steps_ahead(form: Form, dossier: Dossier, today: int) -> list[str]:
    """The later steps that concern a dossier on a day: something of them is answered, or their time has come once it is
    sent."""
    sent = not is_blank(get(dossier, suites.TRANSMISSION_DATE.path))
    due = {BILAN: sent and _is_past(dossier, parcours.DEBUT, today),
           CLOTURE: sent and _is_past(dossier, parcours.FIN, today)}
    return [step for step in PAGES if step in due and due[step]
            or any([is_begun(form, page, dossier) for page in PAGES[step]])]


def _is_past(dossier: Dossier, field: Field, today: int) -> bool:
    day = day_at(dossier, field.path)
    return day is not None and day < today


def findings_of(step: str, report: Report, sending: Report) -> list[tuple[str, list[Finding]]]:
    """[(title, findings)] of what a step asks, each bilan d'étape apart; what the sending asks already is said with
    it."""
    said = [_same(finding) for finding in sending.findings]
    own = [finding for finding in report.findings if finding.severity != INFORMATION and _same(finding) not in said]
    apart: dict[str, list[Finding]] = {}
    for finding in own:
        title = _title(step, finding)
        apart.setdefault(title, []).append(finding)
    return [(title, apart[title])
            for title in sorted(apart, key=lambda title: (len(title), title))] if apart else [(TITLES[step], [])]


def _same(finding: Finding) -> tuple[str, str, str]:
    return finding.key(), finding.severity, finding.message


def _title(step: str, finding: Finding) -> str:
    parts = finding.paths[0].split(".") if finding.paths else [""]
    if step == BILAN and parts[0] == BILANS.path and len(parts) > 1:
        return "Bilan d’étape " + str(int(parts[1]) + 1)
    return TITLES[step]
