"""Where a dossier stands, for the task list: the state of each page, whether it may be sent, how far it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.paths import concrete, day_at, get, is_blank, pattern_of
from pid_rules.form import etablissement
from pid_rules.form.parcours import DEBUT
from pid_rules.form.suites import DECISION, DECISION_DATE, TRANSMISSION_DATE
from pid_rules.judgement.naming import item_in_words
from pid_rules.judgement.report import REQ, justification_of
from pid_rules.questions.kinds import AVERTISSEMENT, BLOQUANT
from pid_rules.questions.schema import APRES, AVANT, ENVOI, STEPS
from pid_rules.words.dates import is_number
from pid_rules.words.declared import declared
from pid_rules.words.visible import NBSP

if TYPE_CHECKING:
    from pid_rules.judgement.report import Finding, Report
    from pid_rules.questions.schema import Form, Page
    from pid_rules.shapes import Dossier

PAS_COMMENCE = "pas_commence"
INCOMPLET = "incomplet"
A_VERIFIER = "a_verifier"
TERMINE = "termine"
FACULTATIF = "facultatif"
LABELS = {PAS_COMMENCE: "Pas commencé", INCOMPLET: "Incomplet", A_VERIFIER: "À vérifier", TERMINE: "Terminé",
          FACULTATIF: "Facultatif"}
PROPOSED = (etablissement.ANNEE_SCOLAIRE.path, etablissement.NATURE.path, etablissement.DATE_REDACTION.path)
"""What the site answers by itself in a new dossier."""
UNSAID_SENDING = declared("La date d’envoi n’est pas indiquée, alors que ce dossier porte ce qui suit un envoi. S’il a "
                          "été envoyé, notez-la sur la page « Transmission » : les délais se comptent depuis ce jour.")


def stands_in_the_way(finding: Finding, dossier: Dossier) -> bool:
    """Whether a finding keeps the dossier from being sent: it blocks, or is a warning that nobody has justified."""
    if finding.severity == AVERTISSEMENT:
        return justification_of(finding, dossier) == ""
    return finding.severity == BLOQUANT


def ready(report: Report, dossier: Dossier) -> bool:
    """Whether nothing in the report keeps the dossier from the step that was judged."""
    return not any([stands_in_the_way(finding, dossier) for finding in report.findings])


def page_of(form: Form, path: str) -> Page | None:
    """The page on which the answer, item or block at a concrete path stands, or None."""
    pattern = pattern_of(path)
    while pattern:
        if pattern in form.page_of:
            return form.page_of[pattern]
        pattern = pattern[:-2] if pattern[-2:] == "[]" else pattern.rpartition(".")[0]
    return None


def place_in_words(form: Form, path: str, dossier: Dossier | None = None) -> str:
    """« objectif 2, stratégie 1 »: the items around an answer, "" where it stands in no list of the form.

    With the ``dossier``, as people name them: « Semaines au garage, mardi après-midi ».
    """
    words: list[str]
    words, parts = [], path.split(".")
    for index in range(len(parts)):
        if is_number(parts[index]):
            held = ".".join(parts[:index])
            pattern = pattern_of(held)
            if pattern not in form.block:
                return ""
            block, rank = form.block[pattern], int(parts[index])
            # The item of a list of texts says less than the list: « L’élève s’engage à… ».
            of_texts = block.path + "[]" in form.field
            list_of = block.label + NBSP + ": " if of_texts else ""
            words.append(list_of + (block.item + " " + str(rank + 1) if dossier is None
                                    else item_in_words(block, dossier, held, rank)))
    return ", ".join(words)


def named(form: Form, path: str, dossier: Dossier | None = None) -> str:
    """« Échéance, objectif 2 »: the words of a question or list, then the items around it."""
    pattern = pattern_of(path)
    words = [asked[pattern].label for asked in (form.field, form.block) if pattern in asked]
    place = place_in_words(form, path, dossier)
    return ", ".join(words + [place] if place else words)


def is_begun(form: Form, page: Page, dossier: Dossier) -> bool:
    """Whether a person has answered at least one question of the page.

    What the site computes does not count, nor what it proposes until a person has answered anything at all.
    """
    if _holds_answer(page, dossier):
        return True
    return any([page_of(form, path) is page and not is_blank(get(dossier, path)) for path in PROPOSED]) \
        and any([_holds_answer(other, dossier) for other in form.pages])


def _holds_answer(page: Page, dossier: Dossier) -> bool:
    for field in page.fields():
        if not field.computed and field.path not in PROPOSED:
            for path in concrete(dossier, field.path):
                if not is_blank(get(dossier, path)):
                    return True
    return False


def step_of(page: Page) -> str:
    """The step at which a page is judged: the sending, then the first at which one of its answers is required."""
    required = [] if page.phase == AVANT else [
        step for step in STEPS for asked in page.fields() + page.blocks()
                                               if asked.missing and step in asked.required_at]
    return required[0] if required else ENVOI


def sending_is_unsaid(form: Form, dossier: Dossier) -> bool:
    """Whether a dossier holds what follows a sending, and not the day of it; an avenant keeps the log and the
    bilans."""
    if not is_blank(get(dossier, TRANSMISSION_DATE.path)):
        return False
    slugs = ("transmission", "decision") if get(dossier, etablissement.NATURE.path) == "avenant" else \
        [page.slug for page in form.pages if page.phase == APRES]
    return any([is_begun(form, form.page(slug), dossier) for slug in slugs])


def is_followed(dossier: Dossier, today: int) -> bool:
    """Whether a dossier was sent or decided, or its parcours has begun: notes of its log may come on any day."""
    begins = day_at(dossier, DEBUT.path)
    known = [get(dossier, field.path) for field in (TRANSMISSION_DATE, DECISION, DECISION_DATE)]
    return any([not is_blank(one) for one in known]) or (begins is not None and begins <= today)


def obstacles(form: Form, page: Page, dossier: Dossier, report: Report) -> list[Finding]:
    """The findings that point at the page and stand in the way."""
    return [finding for finding in report.findings
            if any([page_of(form, path) is page for path in finding.paths]) and stands_in_the_way(finding, dossier)]


def page_state(form: Form, page: Page, dossier: Dossier, report: Report) -> str:
    """One of the states above, ``report`` being the judgement at the step of the page; ``LABELS`` has its words.

    A page left blank is optional only once nothing is awaited any more: until then an answer may make it necessary.
    """
    if not is_begun(form, page, dossier):
        return FACULTATIF if page.phase == AVANT and ready(report, dossier) else PAS_COMMENCE
    if page.settled_by and is_blank(get(dossier, page.settled_by)):
        return INCOMPLET
    against = obstacles(form, page, dossier, report)
    if not against:
        return TERMINE
    return INCOMPLET if any([finding.rule == REQ for finding in against]) else A_VERIFIER


def progress(form: Form, dossier: Dossier, report: Report) -> tuple[int, int]:
    """(n, m): of the m pages that the site asks before the sending, the n that are shown as done, or as optional."""
    asked = [page for page in asked_pages(form, dossier) if page.phase == AVANT]
    return len([page for page in asked if page_state(form, page, dossier, report) in (TERMINE, FACULTATIF)]), len(asked)


def asked_pages(form: Form, dossier: Dossier) -> list[Page]:
    """The pages that the list shows now: what is begun always is."""
    followed = not is_blank(get(dossier, TRANSMISSION_DATE.path)) or sending_is_unsaid(form, dossier)
    return [page for page in form.pages if page.editable
            and (_is_needed(page, dossier, followed) or is_begun(form, page, dossier))]


def _is_needed(page: Page, dossier: Dossier, followed: bool) -> bool:
    """Whether a page has its use: after the sending, the others than where it is noted; with an item of what it
    needs."""
    if page.needs is not None and is_blank(get(dossier, page.needs.path)):
        return False
    return page.phase == AVANT or page.settled_by != "" or followed
