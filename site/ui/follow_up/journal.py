"""The log in « Suivi »: a note is kept in the dossier from its first letter on, then listed."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from browser import window

from pid_rules.dossier.items import add_item
from pid_rules.dossier.paths import get, is_blank, put
from pid_rules.form import FORM
from pid_rules.form.suites import JOURNAL, JOURNAL_DATE, JOURNAL_LIEU, JOURNAL_PAGE, JOURNAL_TEXTE, JOURNAL_TYPE
from pid_rules.words import dates
from ui.draft.dossier_file import random_signs
from ui.follow_up.notes import draw_notes
from ui.kit import dom
from ui.kit.clock import today
from ui.questions import binding

if TYPE_CHECKING:
    from typing import Any

    from browser import Element

    from pid_rules.questions.calendar_day import Date
    from pid_rules.questions.kinds import Wrong
    from ui.draft.draft import Draft
    from ui.follow_up.visits import Visits
    from ui.questions.watch import Watch

SIGNS = 8
"""Characters at random in the identifier of a note: another computer may be writing in the same log."""
FULL = "Le journal est plein : " + str(JOURNAL.maximum) + " notes au plus."


def boxes(key: str) -> Any:
    """The boxes of one answer of the note."""
    return dom.by_id("note").select("[name='note." + key + "']")


class Journal:
    """The entry of a note and the list of the notes. ``note`` is the one being written, None before its first
    letter."""

    def __init__(self, draft: Draft, watch: Watch, rewriting: Any, visits: Visits) -> None:
        self.draft = draft
        self.dossier = draft.dossier
        self.watch = watch
        self.rewriting = rewriting
        self.visits = visits
        self.note: Any = None
        self.unjudged = False
        self.proposed = ""
        self.propose()
        window.bind("hashchange", lambda event: self.judge())
        dom.on_action({"suivi-note": self.finish, "suivi-note-du-jour": self.begin, "suivi-visite": self.begin_visit})

    def propose(self) -> None:
        """An empty note of today."""
        self.note = None
        self.right()
        self.proposed = dates.to_iso(today())
        self.show({JOURNAL_DATE.name: self.proposed})

    def begin(self, *_: Any) -> None:
        """« Note du jour »: the cursor in the text of a note of today, the one being written if it is of today."""
        if self.note is not None and self.values()[JOURNAL_DATE.name] != dates.to_iso(today()):
            self.propose()
            self.draw()
        self.refresh_day()
        dom.focus(dom.by_id("note-texte"))

    def begin_visit(self, button: Element) -> None:
        """The note of a planned visit, on the day that it is written."""
        visit = dom.attribute(button, "data-visite")
        self.propose()
        self.draw()
        self.show({JOURNAL_DATE.name: self.proposed, **self.visits.note_for(visit)})
        self.visits.asked = visit
        dom.focus(dom.by_id("note-texte"))

    def refresh_day(self) -> None:
        """The day proposed is that on which the note is shown, unless somebody has chosen another."""
        if self.note is None and self.values()[JOURNAL_DATE.name] == self.proposed:
            self.proposed = dates.to_iso(today())
            self.show_day(self.proposed)

    def show_day(self, date: str) -> None:
        for control, part in zip(boxes("date"), cast("Date", JOURNAL_DATE.kind).parts(date)):
            control.value = part

    def show(self, note: Any) -> None:
        """Fill the controls with the answers of a note."""
        date, sort, place, text = [binding.as_typed(field.kind, get(note, field.name))
                                   for field in (JOURNAL_DATE, JOURNAL_TYPE, JOURNAL_LIEU, JOURNAL_TEXTE)]
        self.show_day(date)
        for control in boxes("type"):
            control.checked = control.value == sort
        binding.keep_option(dom.by_id("note-lieu"), place, JOURNAL_LIEU.kind.lost)
        dom.by_id("note-lieu").value = place
        dom.by_id("note-texte").value = text
        binding.comment("note.texte", JOURNAL_TEXTE, text)

    def notes(self) -> Any:
        """The log of the dossier."""
        listed = get(self.dossier, JOURNAL.path)
        return listed if isinstance(listed, list) else []

    def position(self) -> int | None:
        """Index of the note being written, or None: the other pages may have moved it or removed it."""
        for index, one in enumerate(self.notes()):
            if one is self.note:
                return index
        return None

    def draw(self) -> None:
        """The places that a note may name, the note being written as it is now, and the notes, the last first."""
        control = dom.by_id("note-lieu")
        chosen = control.value
        binding.fill_options(control, binding.reference_options(JOURNAL_LIEU.kind, self.dossier))
        if self.note is None:
            binding.keep_option(control, chosen, JOURNAL_LIEU.kind.lost)
            control.value = chosen
            self.refresh_day()
        elif self.position() is None:
            # It was removed on its page, or the dossier was written anew and lists it below.
            self.propose()
        else:
            self.show(self.note)
        draw_notes(self.dossier, self.note)

    def typed(self, control: Element) -> bool:
        """Store what is typed if it is in the note being written; gives whether it is."""
        here = dom.closest(control, "#note") is not None
        if here:
            self.store()
        return here

    def left(self, control: Element) -> bool:
        """Show the day as it was understood; gives whether what is left is in the note."""
        if dom.attribute(control, "data-part") and binding.is_written_otherwise(JOURNAL_DATE.kind, boxes("date")):
            self.show_day(self.values()[JOURNAL_DATE.name])
        return dom.closest(control, "#note") is not None

    def store(self) -> None:
        """Store the note as it stands; it enters the log with its first letter and leaves with its last."""
        text = dom.by_id("note-texte").value
        binding.comment("note.texte", JOURNAL_TEXTE, text)
        index = self.position()
        if is_blank(text):
            self.note = None
            if index is not None:
                put(self.dossier, JOURNAL.path, self.notes()[:index] + self.notes()[index + 1:])
                self.changed()
        elif index is None:
            if len(self.notes()) >= JOURNAL.maximum:
                self.wrong("texte", FULL)
                return
            self.note = get(self.dossier, add_item(FORM, self.dossier, JOURNAL.path, JOURNAL.path))
            self.note.update(self.values(), id=JOURNAL.ids + random_signs(SIGNS))
            self.changed()
        else:
            values = self.values()
            if {key: get(self.note, key) for key in values} != values:
                self.note.update(values)
                self.changed()

    def changed(self) -> None:
        """Save soon. The rules wait until the note is finished: to read the dossier again takes longer than a
        keystroke."""
        self.unjudged = True
        self.rewriting.draw_again(JOURNAL_PAGE.slug)
        self.draft.changed()

    def judge(self) -> None:
        if self.unjudged:
            self.unjudged = False
            self.watch.reload()

    def values(self) -> dict[str, Any]:
        """The answers of the note as its controls hold them."""
        chosen = [control.value for control in boxes("type") if control.checked]
        return {JOURNAL_DATE.name: binding.date_in(JOURNAL_DATE.kind, boxes("date")),
                JOURNAL_TYPE.name: chosen[0] if chosen else "", JOURNAL_LIEU.name: dom.by_id("note-lieu").value,
                JOURNAL_TEXTE.name: JOURNAL_TEXTE.kind.accept(binding.typed(dom.by_id("note-texte")))}

    def wrong(self, key: str, sentence: str) -> None:
        """Say what is wrong beside a control, and go there."""
        place = dom.by_id("note-" + key + "-erreur")
        dom.say(place, dom.ERREUR + sentence)
        control = dom.by_id("note-date-jour" if key == "date" else "note-" + key)
        control.setAttribute("aria-invalid", "true")
        control.setAttribute("aria-describedby", place.id)
        dom.focus(control)

    def right(self) -> None:
        """Nothing is wrong beside the controls any more."""
        for key, control in (("date", "note-date-jour"), ("texte", "note-texte")):
            dom.hide(dom.by_id("note-" + key + "-erreur"))
            dom.by_id(control).removeAttribute("aria-invalid")
            dom.by_id(control).removeAttribute("aria-describedby")

    def finish(self, button: Element) -> None:
        """The note is complete: show it in the list and propose another, or say what is missing."""
        self.right()
        values = self.values()
        if is_blank(values[JOURNAL_DATE.name]):
            self.wrong("date", "Indiquez la date de la note.")
        elif JOURNAL_DATE.kind.read(values[JOURNAL_DATE.name])[1] is not None:
            self.wrong("date", cast("Wrong", JOURNAL_DATE.kind.read(values[JOURNAL_DATE.name])[1]).message)
        elif is_blank(values[JOURNAL_TEXTE.name]):
            self.wrong("texte", "Indiquez le texte de la note.")
        elif self.position() is None:
            self.wrong("texte", FULL)
        else:
            said = self.visits.close(self.note)
            self.propose()
            self.judge()
            self.draw()
            dom.focus(dom.by_id("note-texte"))
            dom.announce("La note est dans le journal. " + said)
