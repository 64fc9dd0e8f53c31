"""Whether the pupil of a stage uses a machine or does works: one answer for all, with the list to read, or each in
turn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.paths import get, is_blank, put
from pid_rules.form.stages import EFFECTUE_TRAVAUX, STAGES, TRAVAUX_INTERDITS, UTILISE_MACHINES
from ui.kit import dom
from ui.questions import binding

if TYPE_CHECKING:
    from typing import Any

    from browser import Element

    from ui.questions.watch import Watch

NONE = ((UTILISE_MACHINES, False), (EFFECTUE_TRAVAUX, False), (TRAVAUX_INTERDITS, []))
"""The questions that « Non » answers at once, and what each is then."""
UNSAID, NON, OUI = "", "non", "oui"


class StageWorks:
    """The one answer of each stage of the page, and whether the questions behind it are seen."""

    def __init__(self, draft: Any, watch: Watch) -> None:
        self.draft = draft
        self.watch = watch

    def draw(self, section: Element, answer: str) -> None:
        """Show what is answered; the questions themselves where ``answer`` is one of them."""
        for choice in section.select(".geste"):
            place = self._place(choice)
            named = answer in [field.at(place) for field, _ in NONE]
            self._show(choice, OUI if named else self._state(place))

    def typed(self, control: Element) -> bool:
        """Whether the control is the one answer of a stage, which is then given to each question."""
        choice = dom.closest(control, ".geste")
        if choice is None:
            return False
        place, given = self._place(choice), control.value if control.checked else UNSAID
        if given == NON:
            self._answer(place, {field.path: none for field, none in NONE})
        elif given == UNSAID or self._state(place) == NON:
            self._answer(place, {field.path: field.kind.blank for field, _ in NONE})
        self._show(choice, given)
        return True

    def _place(self, choice: Element) -> str:
        return STAGES.path + "." + dom.attribute(dom.closest(choice, ".item"), "data-index")

    def _state(self, place: str) -> str:
        held: list[Any] = [get(self.draft.dossier, field.at(place)) for field, _ in NONE]
        if all([is_blank(value) for value in held]):
            return UNSAID
        return NON if held[0] is False and held[1] is False and is_blank(held[2]) else OUI

    def _answer(self, place: str, values: dict[str, Any]) -> None:
        for field, _ in NONE:
            path = field.at(place)
            put(self.draft.dossier, path, values[field.path])
            binding.fill_question(dom.closest(dom.by_id(dom.element_id(path)), ".champ"), self.draft.dossier)
            self.watch.changed(path)
        self.draft.changed()

    def _show(self, choice: Element, state: str) -> None:
        dom.closest(choice, ".volet").setAttribute("data-travaux", state)
        for control in choice.select("[type=radio]"):
            control.checked = control.value == state
