"""The task list of a dossier: its title, the state of each page, and what the list of dossiers says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import window

from pid_rules.dossier.paths import get
from pid_rules.form import FORM, etablissement, suites
from pid_rules.judgement.summary import (
    LABELS,
    PAS_COMMENCE,
    UNSAID_SENDING,
    asked_pages,
    is_begun,
    page_state,
    progress,
    ready,
    sending_is_unsaid,
    step_of,
)
from pid_rules.questions.schema import AVANT
from ui.dossier.special import TASKS, entrance
from ui.draft.draft import title_of
from ui.kit import dom
from ui.kit.part import Part

if TYPE_CHECKING:
    from typing import Any

    from browser import Element

    from pid_rules.judgement.report import Report
    from pid_rules.questions.schema import Page
    from ui.draft.draft import Draft
    from ui.questions.watch import Watch


class Tasks(Part):
    """The pages of a draft and how far each is, as ``watch`` judges them."""

    def __init__(self, draft: Draft, watch: Watch) -> None:
        self.draft = draft
        self.watch = watch

    def words(self) -> Any:
        """What the list of dossiers says of this one."""
        if not self.watch.can_judge():
            return self.draft.state
        report = self.watch.report()
        n, m = progress(FORM, self.draft.dossier, report)
        return "Prêt à envoyer" if ready(report, self.draft.dossier) else \
            "En cours : " + str(n) + " pages sur " + str(m)

    def draw(self, answer: Any) -> None:
        """The pages, each with its state once the dossier is judged."""
        self.draw_title()
        self.draw_pages()
        self.draw_states()

    def new_day(self) -> None:
        self.draw_states()

    def draw_title(self) -> None:
        """What the dossier is called."""
        dom.by_id("titre-dossier").textContent = "– " + title_of(self.draft.dossier)
        reference: Any = get(self.draft.dossier, etablissement.REFERENCE.path) or ""
        dom.by_id("reference").textContent = "Référence " + reference + ", révision " \
            + str(get(self.draft.dossier, etablissement.REVISION.path) or 1)

    def draw_pages(self) -> None:
        """The pages that are asked now; once the dossier is sent, what follows stands on top."""
        asked = [page.slug for page in asked_pages(FORM, self.draft.dossier)]
        for row in dom.by_id(TASKS).select("li[data-page-slug]"):
            row.hidden = dom.attribute(row, "data-page-slug") not in asked
        dom.by_id("suite-attend").hidden = suites.DECISION_PAGE.slug in asked
        groups, last = dom.by_id("groupes"), dom.by_id("groupe-suite")
        if entrance(self.draft.dossier) == TASKS:
            groups.appendChild(last)
        else:
            groups.insertBefore(last, groups.firstElementChild)

    def draw_states(self) -> None:
        """The state of each page, and how far the dossier is; asked again once it is judged."""
        if not self.watch.has_judged():
            return
        from ui.documents.brouillon import say_in_tasks
        report, later = self.watch.report(), []
        for row in dom.by_id(TASKS).select("li[data-page-slug]:not([hidden])"):
            page = FORM.page(dom.attribute(row, "data-page-slug"))
            if page.phase == AVANT:
                self._show(row, page, report)
            elif is_begun(FORM, page, self.draft.dossier):
                later.append((row, page))
            else:
                _show(row, PAS_COMMENCE, "")
        n, m = progress(FORM, self.draft.dossier, report)
        dom.by_id("avancement").textContent = "Prêt à envoyer : " + str(n) + " sur " + str(m)
        say_in_tasks(report)
        dom.say(dom.by_id("envoi-sans-date"), UNSAID_SENDING if sending_is_unsaid(FORM, self.draft.dossier) else "")
        self._judge(later)

    def _judge(self, later: Any) -> None:
        """Give the states of pages that follow the sending, one step after the other so that the page goes on
        answering."""
        if not later:
            return
        step = step_of(later[0][1])
        report = self.watch.report_at(step)
        for row, page in later:
            if step_of(page) == step:
                self._show(row, page, report)
        window.setTimeout(lambda: self._judge([one for one in later if step_of(one[1]) != step]), 0)

    def _show(self, row: Element, page: Page, report: Report) -> None:
        from pid_rules.judgement.lacking import lacking
        _show(row, page_state(FORM, page, self.draft.dossier, report),
              lacking(FORM, page, self.draft.dossier, report))


def _show(row: Element, state: Any, lacking: str) -> None:
    status = row.select_one(".statut")
    status.textContent = LABELS[state]
    status.setAttribute("data-etat", state)
    dom.say(row.select_one(".manque"), lacking)
