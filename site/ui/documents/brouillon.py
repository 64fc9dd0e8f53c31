"""Why documents are drafts, said in the three places where they are awaited: documents, signatures, list of pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.documents.brouillon import contract_reasons, draft_reasons
from pid_rules.form import FORM
from pid_rules.judgement.report import ENTRY_RULES
from pid_rules.questions.schema import CONTRAT, ENVOI
from pid_rules.rules import CATALOGUE
from pid_rules.words.visible import NBSP
from ui.kit import dom
from ui.questions.watch import link_to, said
from ui.rules.spoken import answer_of, link_to_answer, sentence

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.judgement.report import Finding, Report
    from pid_rules.shapes import Dossier
    from ui.questions.watch import Watch

MENTION = "la mention « BROUILLON »"
WITHOUT_CODE = [id for id, _, _ in ENTRY_RULES]


def report_for(watch: Watch, document: Any) -> Any:
    """The judgement by which a document is a draft or not: that of the sending is at hand, and serves the contract as
    well."""
    return watch.report() if document.step in (CONTRAT, ENVOI) else watch.report_at(document.step)


def reasons_of(document: Any, place: Any, report: Report, dossier: Dossier) -> Any:
    """The findings that make a document of the form a draft."""
    return draft_reasons(FORM, CATALOGUE, document, place, report, dossier)


def counted(reasons: list[Finding]) -> str:
    """« 2 raisons »."""
    return str(len(reasons)) + (NBSP + "raisons" if len(reasons) > 1 else NBSP + "raison")


def folded(reasons: list[Finding], words: str, dossier: Dossier) -> Any:
    """The reasons, each with its link to the answer, under a summary of some words.

    They are listed once it is unfolded: there may be many.
    """
    listed = dom.make("ul")
    part = dom.make("details", "", dom.make("summary", words + " : " + counted(reasons)), listed)
    part.bind("toggle", lambda event: dom.fill(listed, *[_item(finding, dossier) for finding in reasons]))
    return part


def _item(finding: Finding, dossier: Dossier) -> Any:
    path = answer_of(finding)
    if finding.rule in WITHOUT_CODE:
        return dom.make("li", "", link_to(path, said(finding, dossier))) if path else \
            dom.make("li", said(finding, dossier))
    link = [dom.make("span", " "), link_to_answer(path, dossier)] if path else []
    return dom.make("li", "", *sentence(finding), *link)


def say_of_contract(watch: Watch) -> None:
    """On « Signatures »: whether the contract can be printed without the mention, and what hinders it."""
    reasons = contract_reasons(FORM, CATALOGUE, watch.report())
    words = "Imprimé maintenant, le contrat porterait " + MENTION
    dom.fill(dom.by_id("brouillon-contrat"), folded(reasons, words, watch.dossier) if reasons else
             dom.make("p", "Le contrat peut être imprimé sans " + MENTION + "."))


def say_in_tasks(report: Report) -> None:
    """On the list of pages: one sentence on the contract, which leads to the reasons."""
    reasons = contract_reasons(FORM, CATALOGUE, report)
    words = "Le contrat peut être imprimé sans " + MENTION + ". "
    if reasons:
        words = "Imprimé maintenant, le contrat porterait " + MENTION + " : " + counted(reasons) + ". "
    dom.fill(dom.by_id("brouillon"), dom.make("span", words), dom.make(
        "a", "Voir pourquoi" if reasons else "Documents à imprimer", href="#signatures" if reasons else "#documents"))
