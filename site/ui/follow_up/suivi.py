"""« Suivi »: what is to be done and the calendar file, the log, bilans begun from the dossier, the avenant."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from browser import window

from pid_rules.documents.answers import Answers
from pid_rules.dossier.paths import get, pattern_of
from pid_rules.form import FORM, bilans, parcours, stages
from pid_rules.handover.names import file_name, reference
from pid_rules.judgement.report import REQ
from pid_rules.judgement.summary import page_of
from pid_rules.suivi.bilan_draft import JUDGED, begin_bilan, begin_final
from pid_rules.suivi.calendrier_ics import calendar
from pid_rules.suivi.echeances import FAIT, STATES, VISITE, deadlines
from pid_rules.suivi.etapes import findings_of, steps_ahead
from pid_rules.words import dates
from ui.follow_up.afterwards import Afterwards
from ui.follow_up.avenant import Changes
from ui.follow_up.carnet import Carnet
from ui.follow_up.journal import Journal
from ui.follow_up.visits import Visits
from ui.kit import dom
from ui.kit.clock import seconds, today
from ui.kit.part import Part
from ui.questions.binding import field_of
from ui.questions.watch import link_to, said
from ui.rules.justifying import Justifying

if TYPE_CHECKING:
    from typing import Any

    from browser import Element

    from pid_rules.judgement.report import Finding
    from pid_rules.questions.schema import Page
    from pid_rules.suivi.echeances import Deadline
    from ui.draft.draft import Draft
    from ui.questions.watch import Watch

NOTE = "note"
"""Parameter of the address that asks for « Note du jour »."""


class FollowUp(Part):
    """The section once somebody goes there."""

    def __init__(self, draft: Draft, watch: Watch, versions: Any, rewriting: Any) -> None:
        self.draft = draft
        self.watch = watch
        self.rewriting = rewriting
        self.justifying = Justifying(draft)
        self.visits = Visits(draft, watch, rewriting, self.visited)
        self.journal = Journal(draft, watch, rewriting, self.visits)
        self.carnet = Carnet(draft, versions)
        self.afterwards = Afterwards(draft, watch)
        self.changes = Changes(draft, versions, rewriting, lambda: self.draw(""))
        self.asked = 0
        self.note_asked = dom.search_parameter(NOTE) != ""
        dom.on_action({"suivi-agenda": self.download_calendar, "suivi-bilan": self.begin_bilan,
                       "suivi-bilan-final": self.begin_final, "suivi-visite-faite": self.visits.close_by_log})

    def draw(self, answer: Any) -> None:
        """Show the section as the answers are now."""
        self.draw_deadlines()
        self.journal.draw()
        self.afterwards.draw(answer)
        self.changes.draw()
        self.draw_steps()
        if self.note_asked:
            self.note_asked = False
            self.journal.begin()

    def typed(self, control: Element) -> bool:
        """The note, or why a warning of the steps to come is assumed."""
        return self.journal.typed(control) or self.justifying.typed(control)

    def left(self, control: Element) -> bool:
        """The note shows its day as it was understood, a visit its fault."""
        return self.journal.left(control) or self.afterwards.left(control)

    def sealed(self) -> None:
        """Whether the contract is what was signed."""
        self.changes.draw()

    def visited(self) -> None:
        """A planned visit is done."""
        self.draw_deadlines()
        self.afterwards.draw("")
        self.draw_steps()

    def new_day(self) -> None:
        """Another day begins while the section is shown."""
        self.draw_deadlines()
        self.journal.refresh_day()
        self.draw_steps()

    def draw_steps(self) -> None:
        """What the steps that follow the sending ask, one step after the other so that the page goes on answering."""
        steps = steps_ahead(FORM, self.draft.dossier, today())
        dom.fill(dom.by_id("suivi-etapes"),
                 *([] if steps else [dom.make("p", "Rien à vérifier avant que l’envoi soit noté.")]))
        self.asked += 1
        asked = self.asked
        window.setTimeout(lambda: self._add_steps(steps, asked), 0)

    def _add_steps(self, steps: Any, asked: Any) -> None:
        if not steps or asked != self.asked:  # drawn anew meanwhile
            return
        report = self.watch.report_at(steps[0])
        for title, findings in findings_of(steps[0], report, self.watch.report()):
            dom.by_id("suivi-etapes").appendChild(self._step(title, findings))
        window.setTimeout(lambda: self._add_steps(steps[1:], asked), 0)

    def _step(self, title: str, findings: list[Finding]) -> Any:
        """A step folded, with the count of what it asks."""
        if not findings:
            return dom.make("p", title + " : rien à compléter.")
        dossier = self.draft.dossier
        spoken = self.justifying.listed([finding for finding in findings if finding.rule != REQ])
        rows = [dom.make("li", "", link_to(finding.paths[0], said(finding, dossier)), class_="regle")
                if finding.rule == REQ else spoken.pop(0) for finding in findings]
        return dom.make("details", "", dom.make("summary", "", dom.make("h3", title + " (" + str(len(rows)) + ")")),
                        dom.make("ul", "", *rows, class_="regles"))

    def listed(self) -> Any:
        return deadlines(self.draft.dossier, today(), self.watch.profile)

    def draw_deadlines(self) -> None:
        """The list « à faire », the late ones first, those that are done folded."""
        listed = self.listed()
        names = Answers(FORM, self.draft.dossier)
        parts = []
        for state, label in STATES:
            rows = [self._row(one, names) for one in listed if one.state == state]
            if not rows:
                continue
            title = label + " (" + str(len(rows)) + ")"
            if state == FAIT:
                parts.append(dom.make("details", "", dom.make("summary", "", dom.make("h3", title)),
                                      dom.make("ul", "", *rows, class_="regles")))
            else:
                parts.append(dom.make("h3", title))
                parts.append(dom.make("ul", "", *rows, class_="regles"))
        dom.fill(dom.by_id("suivi-echeances"), *parts)
        left = len([one for one in listed if one.state != FAIT])
        dom.by_id("suivi-bilan-echeances").textContent = "Rien n’est à faire d’après les dates du dossier." \
            if left == 0 else "Une chose à faire." if left == 1 else str(left) + " choses à faire."

    def _row(self, deadline: Deadline, names: Any) -> Any:
        row = dom.make("li", "", dom.make("p", "", dom.make("strong", dates.in_words(deadline.day)),
                                          dom.make("span", " – " + deadline.title())), class_="regle")
        sentence = deadline.sentence
        designated = self._designated(deadline.path, names)
        row.appendChild(dom.make("p", sentence + (" " + designated + "." if designated else "")))
        beside = []
        if cast("Page", page_of(FORM, deadline.path)).editable:
            beside.append(dom.also_heard(link_to(deadline.path, "Aller à la réponse"),
                                         field_of(deadline.path).label + ", " + deadline.title()))
        if deadline.kind == VISITE and deadline.state != FAIT:
            beside.append(self.visits.button(deadline.path, deadline.title()))
        if deadline.citation is not None:
            beside.append(dom.make("span", deadline.citation.label(), class_="aide"))
        row.appendChild(dom.make("p", "", *beside, class_="actions"))
        return row

    def _designated(self, path: str, names: Any) -> Any:
        """What a stage or an objective is called; on this screen only, it never goes into the calendar."""
        for one in (stages.STAGE_ID, parcours.OBJECTIF_ID):
            listed = one.within + "."
            if path[:len(listed)] == listed:
                identifier = get(self.draft.dossier, one.at(listed + path[len(listed):].split(".")[0]))
                return names.called(identifier).rstrip(".") if isinstance(identifier, str) else ""
        return ""

    def download_calendar(self, button: Element) -> None:
        """Give the deadlines that are not done as a calendar file."""
        status = dom.by_id("suivi-agenda-etat")
        text = calendar(self.draft.dossier, self.listed(), seconds())
        if text:
            name = file_name(self.draft.dossier, "ics", demonstration=self.draft.demonstration)
            status.textContent = ""
            window.pidFiles.download(button, name, "text/calendar", text)
        elif reference(self.draft.dossier) == "":
            status.textContent = "Ce dossier n’a pas de référence : sans elle, ses rendez-vous se confondraient " \
                                 "avec ceux d’un autre dossier."
        else:
            status.textContent = "Aucune date n’est à venir : il n’y a rien à mettre dans l’agenda."

    def begin_bilan(self, button: Element) -> None:
        place, proposals = begin_bilan(FORM, self.draft.dossier, today())
        self._propose(bilans.BILANS_PAGE.slug, place, bilans.ETAPE.date.at(place), proposals,
                      "Un bilan d’étape est ajouté au dossier.")

    def begin_final(self, button: Element) -> None:
        place, proposals = begin_final(FORM, self.draft.dossier, today())
        said = "Le bilan final est commencé." if proposals else \
            "Le bilan final avait déjà tout ce que le dossier permet de proposer : rien n’est changé."
        self._propose(bilans.BILAN_FINAL_PAGE.slug, place, bilans.FINAL.date.path, proposals, said)

    def _propose(self, slug: str, place: Any, first: str, proposals: Any, said: str) -> None:
        """Say what was written, why, and where it can be changed: from the ``first`` answer on."""
        self.rewriting.rewritten(slug)
        names = Answers(FORM, self.draft.dossier)
        rows = [dom.make("li", self._label(one.path, place) + " : " + names.text(one.path)
                         + (" (" + one.reason + ")" if one.reason else "")) for one in proposals]
        parts = [dom.make("h3", "Proposé d’après le dossier, à vérifier"), dom.make("p", said)]
        if rows:
            parts.append(dom.make("ul", "", *rows))
        if FORM.page(slug).editable:
            parts.append(dom.make("p", "", link_to(first, "Vérifier et compléter ce bilan")))
        dom.fill(dom.by_id("suivi-propositions"), *parts)
        dom.by_id("suivi-propositions").hidden = False
        dom.focus(dom.by_id("suivi-propositions"))
        self.draw_deadlines()

    def _label(self, path: str, place: Any) -> Any:
        """« Objectif 2 » for the item that a line of the bilan judges, else the label of the answer."""
        pieces = path[len(place) + 1:].split(".")
        if len(pieces) < 3 or not dates.is_number(pieces[1]):
            return field_of(path).label
        item = FORM.block[pattern_of(path.rpartition("." + pieces[1] + ".")[0])].item
        called = item[:1].upper() + item[1:] + " " + str(int(pieces[1]) + 1)
        return called if pieces[2] in JUDGED else called + ", " + field_of(path).label
