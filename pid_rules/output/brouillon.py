"""Why a document is a draft: what hinders it at its own step, among what concerns it."""

from pid_rules.kinds import BLOQUANT
from pid_rules.output.summary import page_of, stands_in_the_way
from pid_rules.schema import APRES, CONTRAT


def draft_reasons(form, catalogue, document, place, report, dossier):
    """The findings for which a document bears « BROUILLON », [] where it bears it not.

    ``report`` is the judgement at the document's step; that of the sending serves those of the step « contrat » as well.
    """
    hinders = _hinders_contract if document.step == CONTRAT else stands_in_the_way
    found = [finding for finding in report.findings if hinders(finding, dossier) and _concerns(form, document, place, finding)]
    return [finding for finding in found if _is_asked(catalogue, finding, document.step)]


def _hinders_contract(finding, dossier):
    """What is signed needs to be right; what is only to be explained is explained to the DSDEN, at the sending."""
    return finding.severity == BLOQUANT


def _is_asked(catalogue, finding, step):
    """Whether the rule of a finding is judged at that step; the entry rules, which stand in no catalogue, are at every step."""
    return catalogue is None or finding.rule not in catalogue.by_id or step in catalogue.by_id[finding.rule].steps


def _concerns(form, document, place, finding):
    return finding.paths == [] or any([_is_about(form, document, place, path) for path in finding.paths])


def _is_about(form, document, place, path):
    """Whether an answer counts for a document: the bilan that it shows, its own stage and no other, what precedes the sending."""
    shown = document.assessed(place)
    if shown:
        return (path + ".")[:len(shown) + 1] == shown + "."
    if document.step != CONTRAT:
        return True
    page = page_of(form, path)
    if page is not None and page.phase == APRES:
        return False
    listed = document.each + "."
    return not place or path[:len(listed)] != listed or (path + ".")[:len(place) + 1] == place + "."
