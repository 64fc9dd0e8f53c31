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

ASKED = (UTILISE_MACHINES, EFFECTUE_TRAVAUX, TRAVAUX_INTERDITS)
"""The questions that one answer may answer at once."""
UNSAID, OUI = "", "oui"
GIVEN: dict[str, Any] = {UNSAID: (None, None, []), "non": (False, False, []), "legers": (False, True, [])}
"""What each of them is then."""


class StageWorks:
    """The one answer of each stage of the page, and whether the questions behind it are seen."""

    def __init__(self, draft: Any, watch: Watch) -> None:
        self.draft = draft
        self.watch = watch

    def draw(self, section: Element, answer: str) -> None:
        """Show what is answered; the questions themselves where ``answer`` is one of them."""
        for choice in section.select(".geste"):
            place = self._place(choice)
            named = answer in [field.at(place) for field in ASKED]
            self._show(choice, OUI if named else self._state(place))

    def typed(self, control: Element) -> bool:
        """Whether the control is the one answer of a stage, which is then given to each question."""
        choice = dom.closest(control, ".geste")
        if choice is None:
            return False
        place, given = self._place(choice), control.value if control.checked else UNSAID
        if given in GIVEN:
            self._answer(place, GIVEN[given])
        elif self._state(place) != OUI:
            self._answer(place, GIVEN[UNSAID])
        self._show(choice, given)
        return True

    def _place(self, choice: Element) -> str:
        return STAGES.path + "." + dom.attribute(dom.closest(choice, ".item"), "data-index")

    def _state(self, place: str) -> str:
        held = [get(self.draft.dossier, field.at(place)) for field in ASKED]
        plain = [None if is_blank(value) else value for value in held]
        return ([name for name in GIVEN if plain == [*GIVEN[name][:2], None]] + [OUI])[0]

    def _answer(self, place: str, values: Any) -> None:
        for field, value in zip(ASKED, values):
            path = field.at(place)
            put(self.draft.dossier, path, [] if value == [] else value)
            binding.fill_question(dom.closest(dom.by_id(dom.element_id(path)), ".champ"), self.draft.dossier)
            self.watch.changed(path)
        self.draft.changed()

    def _show(self, choice: Element, state: str) -> None:
        dom.closest(choice, ".volet").setAttribute("data-travaux", state)
        for control in choice.select("[type=radio]"):
            control.checked = control.value == state
