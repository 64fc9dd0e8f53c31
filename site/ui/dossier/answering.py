"""What is typed, pasted and left in the questions of the dossier: stored, judged, saved soon."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import document, window

from pid_rules.dossier.items import begin_item, end_item
from pid_rules.dossier.paths import get, is_blank, put
from pid_rules.dossier.structure import unbegin
from pid_rules.form import FORM, eleve
from pid_rules.questions.formats import Phone
from ui.kit import dom
from ui.questions import binding
from ui.questions.blocks import show_ticks

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from browser import Element, Event

    from pid_rules.questions.schema import Field
    from ui.draft.draft import Draft
    from ui.questions.watch import Watch

ADDRESS = (eleve.ADRESSE.name, eleve.CODE_POSTAL.name, eleve.VILLE.name)
"""The names of the questions in which an address is spread."""


def _may_hold_more(path: str) -> Any:
    """Whether several answers may be pasted in the box of this one."""
    field = binding.field_of(path)
    return field.name in ADDRESS or isinstance(field.kind, Phone)


class Answering:
    """Hears every page; what is no answer to a question is for the part of the page, among ``parts``."""

    def __init__(self, draft: Draft, watch: Watch, blocks: Any, parts: Any) -> None:
        self.draft = draft
        self.watch = watch
        self.blocks = blocks
        self.parts = parts
        self.followed: dict[str, Any] = {}
        document.bind("input", self.typed)
        document.bind("change", self.left)
        document.bind("focusin", self.entered)
        document.bind("focusout", self.gone)
        document.bind("paste", self.pasted)

    def follow(self, field: Field, heard: Callable[..., Any]) -> None:
        """Call ``heard(path)`` when this question has been answered: something else in the file follows from it."""
        self.followed[field.path] = heard

    def typed(self, event: Event) -> None:
        """Something is being typed: store it, judge it, save it soon."""
        if self.draft.receives:
            return
        if dom.closest(event.target, ".coches") is not None:
            self.blocks.tick(event.target)
            return
        part = self.parts.of(event.target)
        if (part is None or not part.typed(event.target)) and binding.is_asked(event.target):
            self.typed_in(dom.closest(event.target, ".champ"), event.target)

    def typed_in(self, champ: Element, control: Element) -> None:
        """The answer that a control of a question holds is being typed."""
        path = dom.attribute(champ, "data-path")
        field = binding.field_of(path)
        value = binding.typed_in(champ, field)
        now = get(self.draft.dossier, path)
        if value == now or is_blank(value) and is_blank(now):
            return
        self.give(champ, control, value)

    def give(self, champ: Element, control: Element, value: Any) -> None:
        """An answer comes by a control of its question."""
        path = dom.attribute(champ, "data-path")
        field = binding.field_of(path)
        self._store(field, path, value, champ)
        if field.guarded or field.kind.control == "textarea":
            binding.comment(path, field, control.value)
        part = self.parts.of(champ)
        if part is None or not part.answered(field, champ, control):
            self.watch.changed(path)
        self.draft.changed()

    def _store(self, field: Field, path: str, value: Any, champ: Element) -> None:
        """Put an answer in the file, with what follows from it, and take away the block in which nothing is left."""
        begun = begin_item(FORM, self.draft.dossier, path)
        put(self.draft.dossier, path, value)
        listed = dom.closest(champ, ".bloc[data-offert]")
        if listed is not None and (begun or is_blank(value) and end_item(self.draft.dossier, path)):
            self._list_changed(listed, dom.closest(champ, ".item"), begun)
        ticked = dom.closest(champ, ".bloc[data-coche]")
        if ticked is not None:
            show_ticks(ticked, self.draft.dossier)
        if field.path in self.followed:
            self.followed[field.path](path)
        if field.decides:
            binding.refresh_depending(document, self.draft.dossier)
        if is_blank(value) and unbegin(FORM, self.draft.dossier, path):
            self.watch.reload()

    def _list_changed(self, listed: Element, item: Element, begun: bool) -> None:
        """An item that was offered is in the file, or is offered again: the next judgement reads the list."""
        if begun:
            item.classList.remove("pret")
        else:
            item.classList.add("pret")
        self.watch.stale = True
        self.watch.mark_again(listed)

    def pasted(self, event: Event) -> None:
        """A text is being pasted: once it is in its box, see whether it belongs in several."""
        champ, control = dom.closest(event.target, ".champ[data-path]"), event.target
        text = event.clipboardData.getData("text")
        if champ is None or not binding.is_asked(control) or not _may_hold_more(dom.attribute(champ, "data-path")):
            return

        def here() -> None:
            from ui.dossier.spread import pasted
            pasted(self, champ, control, text)

        window.setTimeout(lambda: dom.once_all_is_here(here), 0)

    def entered(self, event: Event) -> None:
        """What is done in one question while the focus stays in it is one step of the history."""
        champ = dom.closest(event.target, "[data-path], [data-etape]")
        path = "" if champ is None else dom.attribute(champ, "data-path")
        self.draft.enter("" if champ is None else path or champ.id)
        self.watch.enter(path)

    def gone(self, event: Event) -> None:
        """The focus goes to nothing."""
        if event.relatedTarget is None:
            self.watch.enter("")

    def left(self, event: Event) -> None:
        """A control is left: show what it holds as it was understood."""
        self.typed(event)
        part, champ = self.parts.of(event.target), dom.closest(event.target, ".champ[data-path]")
        if champ is not None and binding.is_asked(event.target) and window.pidSuite:
            from ui.dossier.spread import left
            left(self, champ, event.target)  # before its error is told: the year may have been completed
        shown = part is not None and part.left(event.target)
        self.draft.save()
        if champ is not None and not shown:
            binding.show_understood(champ, event.target, self.draft.dossier)
