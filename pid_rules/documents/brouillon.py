"""Why a document is a draft: what hinders it at its own step, among what concerns it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.judgement.summary import page_of, stands_in_the_way
from pid_rules.questions.kinds import BLOQUANT
from pid_rules.questions.schema import APRES, CONTRAT

if TYPE_CHECKING:
    from pid_rules.documents.document import Document
    from pid_rules.judgement.catalogue import Catalogue
    from pid_rules.judgement.report import Finding, Report
    from pid_rules.questions.schema import Form
    from pid_rules.shapes import Dossier


def draft_reasons(form: Form, catalogue: Catalogue | None, document: Document, place: str, report: Report,
                  dossier: Dossier) -> list[Finding]:
    """The findings for which a document bears « BROUILLON », [] where it bears it not; ``report`` is that of its
    step."""
    if document.step == CONTRAT:
        return contract_reasons(form, catalogue, report, place)
    shown = document.assessed(place)
    return [finding for finding in report.findings if stands_in_the_way(finding, dossier) and _is_about(finding, shown)]


def contract_reasons(form: Form, catalogue: Catalogue | None, report: Report, place: str = "") -> list[Finding]:
    """The same for what is printed before the signatures: the contract, or what concerns the stage at ``place``.

    What is signed needs to be right; what is only to be explained is explained to the DSDEN, at the sending. ``report``
    may be that of the sending: nothing of the contract changes its severity from one step to the other.
    """
    found = [finding for finding in report.findings if finding.severity == BLOQUANT and _is_asked(catalogue, finding)]
    return [finding for finding in found
            if [path for path in finding.paths if _precedes(form, path) and not _is_of_another(path, place)]
            or finding.paths == []]


def _is_about(finding: Finding, shown: str) -> bool:
    """Whether a finding concerns a document that shows one bilan only, at that path, or the whole dossier ("")."""
    return shown == "" or any([(path + ".")[:len(shown) + 1] == shown + "." for path in finding.paths])


def _is_asked(catalogue: Catalogue | None, finding: Finding) -> bool:
    """Whether the contract waits for the rule of a finding; the entry rules stand in no catalogue."""
    return catalogue is None or finding.rule not in catalogue.by_id or CONTRAT in catalogue.by_id[finding.rule].steps


def _precedes(form: Form, path: str) -> bool:
    """Whether an answer is not one of those that follow the sending."""
    page = page_of(form, path)
    return page is None or page.phase != APRES


def _is_of_another(path: str, place: str) -> bool:
    """Whether an answer belongs to another item of the list where ``place`` stands."""
    listed = place.split(".")[0] + "."
    return place != "" and path[:len(listed)] == listed and (path + ".")[:len(place) + 1] != place + "."
