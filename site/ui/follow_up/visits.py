"""Visits in « Suivi »: the note that tells one closes the planned one, and each deadline of a visit begins its note."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.paths import day_at, fill, get, is_blank, put
from pid_rules.form import FORM, stages, suites
from pid_rules.suivi.visites import VISITE, closed_by, done_on, note_of
from ui.kit import dom

if TYPE_CHECKING:
    from typing import Any

    from browser import Element

    from ui.draft.draft import Draft
    from ui.questions.watch import Watch

DAY = FORM.field[suites.JOURNAL_DATE.path].kind


class Visits:
    """``asked`` is the path of the visit for which a note was begun; ``closed()`` is called once a visit is done."""

    def __init__(self, draft: Draft, watch: Watch, rewriting: Any, closed: Any) -> None:
        self.draft = draft
        self.watch = watch
        self.rewriting = rewriting
        self.closed = closed
        self.asked = ""

    def button(self, path: str, title: str) -> Element:
        """What the deadline of a planned visit offers: its day is in the log already, or its note is to be written."""
        visit = path.rpartition(".")[0]
        note = note_of(self.draft.dossier, visit)
        words, action = ("Noter cette visite", "suivi-visite") if note is None else (
            "Noter qu’elle est faite le " + DAY.show(get(note, suites.JOURNAL_DATE.name)) + ", d’après le journal",
            "suivi-visite-faite")
        button = dom.make("button", words, type="button", class_="bouton secondaire", data_action=action,
                          data_visite=visit)
        return dom.also_heard(button, title)

    def note_for(self, visit: str) -> dict[str, Any]:
        """The answers with which the note of a planned visit begins."""
        place = get(self.draft.dossier, fill(stages.STAGE_LIEU.path, visit))
        return {suites.JOURNAL_TYPE.name: VISITE, suites.JOURNAL_LIEU.name: place}

    def close(self, note: Any) -> str:
        """Note that the visit which a finished note tells is done; gives the words of that, "" where there is none."""
        visit, asked = closed_by(self.draft.dossier, note), self.asked
        self.asked = ""
        if asked and self._is_told(asked, note):
            visit = asked
        return self._write(visit, note) if visit else ""

    def close_by_log(self, button: Element) -> None:
        """The same for a note that is already in the log."""
        visit = dom.attribute(button, "data-visite")
        note = note_of(self.draft.dossier, visit)
        if note is not None:
            dom.announce(self._write(visit, note))
            dom.focus(dom.by_id("suivi-echeances-titre"))

    def _is_told(self, visit: str, note: Any) -> Any:
        begun = self.note_for(visit)
        return is_blank(get(self.draft.dossier, done_on(visit))) and day_at(note, suites.JOURNAL_DATE.name) \
            and not [key for key in begun if begun[key] != get(note, key)]

    def _write(self, visit: str, note: Any) -> str:
        self.draft.note()  # the note itself is a step before
        day = get(note, suites.JOURNAL_DATE.name)
        put(self.draft.dossier, done_on(visit), day)
        words = "La visite prévue est notée faite le " + DAY.show(day) + "."
        self.rewriting.draw_again(stages.STAGES_PAGE.slug)
        self.watch.reload()
        self.draft.changed()
        self.draft.step(words)
        self.closed()
        return words
