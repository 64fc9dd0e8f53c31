"""Where a dossier stands, for the task list: the state of each page, whether it may be sent, how far it is."""

from pid_rules.dates import is_number
from pid_rules.report import REQ, justification_of
from pid_rules.kinds import AVERTISSEMENT, BLOQUANT
from pid_rules.paths import concrete, get, is_blank, pattern_of
from pid_rules.schema import AVANT

PAS_COMMENCE = "pas_commence"
INCOMPLET = "incomplet"
A_VERIFIER = "a_verifier"
TERMINE = "termine"
LABELS = {PAS_COMMENCE: "Pas commencé", INCOMPLET: "Incomplet", A_VERIFIER: "À vérifier", TERMINE: "Terminé"}


def stands_in_the_way(finding, dossier):
    """Whether a finding keeps the dossier from being sent: it blocks, or is a warning that nobody has justified."""
    if finding.severity == AVERTISSEMENT:
        return justification_of(finding, dossier) == ""
    return finding.severity == BLOQUANT


def ready(report, dossier):
    """Whether nothing in the report keeps the dossier from the step that was judged."""
    return not any([stands_in_the_way(finding, dossier) for finding in report.findings])


def page_of(form, path):
    """The page on which the answer, item or block at a concrete path stands, or None."""
    pattern = pattern_of(path)
    while pattern:
        if pattern in form.page_of:
            return form.page_of[pattern]
        pattern = pattern[:-2] if pattern[-2:] == "[]" else pattern.rpartition(".")[0]
    return None


def place_in_words(form, path):
    """« objectif 2, stratégie 1 »: the items around an answer, "" where it stands in no list of the form."""
    words, parts = [], path.split(".")
    for index in range(len(parts)):
        if is_number(parts[index]):
            pattern = pattern_of(".".join(parts[:index]))
            if pattern not in form.block:
                return ""
            block = form.block[pattern]
            # The item of a list of texts says less than the list: « L’élève s’engage à… ».
            of_texts = block.path + "[]" in form.field
            words.append((block.label + "\u00a0: " if of_texts else "") + block.item + " " + str(int(parts[index]) + 1))
    return ", ".join(words)


def named(form, path):
    """« Échéance, objectif 2 »: the words of a question or list, then the items around it."""
    pattern = pattern_of(path)
    words = [asked[pattern].label for asked in (form.field, form.block) if pattern in asked]
    place = place_in_words(form, path)
    return ", ".join(words + [place] if place else words)


def is_begun(page, dossier):
    """Whether a person has answered at least one question of the page; what the site computes does not count."""
    for field in page.fields():
        if not field.computed:
            for path in concrete(dossier, field.path):
                if not is_blank(get(dossier, path)):
                    return True
    return False


def obstacles(form, page, dossier, report):
    """The findings that point at the page and stand in the way."""
    return [finding for finding in report.findings
            if any([page_of(form, path) is page for path in finding.paths]) and stands_in_the_way(finding, dossier)]


def page_state(form, page, dossier, report):
    """One of the states above; ``LABELS`` has its words."""
    if not is_begun(page, dossier):
        return PAS_COMMENCE
    against = obstacles(form, page, dossier, report)
    if not against:
        return TERMINE
    return INCOMPLET if any([finding.rule == REQ for finding in against]) else A_VERIFIER


def progress(form, dossier, report):
    """(n, m): of the m pages that the site asks before the sending, the n at which nothing stands in the way.

    A page without any required answer counts from the start: leaving it blank does not delay the sending.
    """
    asked = [page for page in form.pages if page.editable and page.phase == AVANT]
    return len([page for page in asked if not obstacles(form, page, dossier, report)]), len(asked)
