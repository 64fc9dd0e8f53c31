"""Weeks A and B in the page of the timetable: the letter of each slot, and the Mondays of weeks A."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.paths import get, put
from pid_rules.form import parcours
from pid_rules.form.emploi_du_temps import LUNDI_A, LUNDIS_A
from pid_rules.planning import alternation_of
from pid_rules.planning.draft import read, stays_of, weeks_of
from pid_rules.planning.letters import first_mondays, fortnights
from pid_rules.words import dates
from ui.kit import dom

if TYPE_CHECKING:
    from typing import Any

    from browser import Element

    from ui.week.timetable import Timetable


class Letters:
    """Letters stay discreet until one is used or asked for; ``timetable`` is the ``Timetable``."""

    def __init__(self, timetable: Timetable) -> None:
        self.timetable = timetable
        self.draft = timetable.draft
        self.section = timetable.section
        self.asked = self.shown = False
        dom.on_action({"alternance": self.ask, "lundis-remplir": self.fill, "lundis-depuis": self.begin})

    def draw(self) -> None:
        """Show the letters where the dossier has some, else the button that shows them."""
        self._show(self.asked or self._used())

    def offer(self) -> None:
        """Offer the first two Mondays of the parcours, one of which begins a week A, where none was given."""
        place, begin = self.section.select_one(".lundis-debut"), read(self.draft.dossier)[parcours.DEBUT]
        days = first_mondays(begin, self._zone()) if self.shown and begin is not None else []
        place.hidden = len(days) < 2 or bool(get(self.draft.dossier, LUNDIS_A.path))
        if not place.hidden:
            for button, day in zip(place.select("button"), days):
                button.setAttribute("data-jour", dates.to_iso(day))
                button.textContent = LUNDI_A.kind.show(dates.to_iso(day))

    def _zone(self) -> Any:
        return self.timetable.watch.profile["departement"]["zone"]

    def begin(self, button: Element) -> None:
        """Weeks A begin on the Monday of a button."""
        self._fill(button, dates.parse_iso(dom.attribute(button, "data-jour")))

    def _used(self) -> Any:
        if get(self.draft.dossier, LUNDIS_A.path):
            return True
        root = read(self.draft.dossier)
        return any([one.alternates for one in weeks_of(root) + stays_of(root)])

    def _show(self, shown: Any) -> None:
        self.shown = shown
        if shown:
            self.section.classList.add("alterne")
        self.section.select_one(".lundis").hidden = not shown
        self.section.select_one("[data-action=alternance]").parentElement.hidden = shown
        self.offer()

    def use(self) -> None:
        """A slot of one week in two is typed: the letters are shown."""
        if not self.asked:
            self.asked = True
            self._show(True)

    def reveal(self, path: str) -> None:
        """Unfold the list of Mondays where an answer stands in it."""
        if path[:len(LUNDIS_A.path)] == LUNDIS_A.path:
            self.section.select_one(".lundis").hidden = False
            self.section.select_one(".lundis").open = True

    def ask(self, button: Element) -> None:
        """The timetable alternates."""
        self.asked = True
        self._show(True)
        self.section.select_one(".lundis summary").focus()
        dom.announce("Chaque créneau a maintenant sa semaine : toutes, A ou B.")

    def fill(self, button: Element) -> None:
        """One Monday in two, from the first one given to the end."""
        first = alternation_of(read(self.draft.dossier)[LUNDIS_A]).first
        if first is None:
            self.timetable.blocks.say_after(button, "Indiquez d’abord le premier lundi d’une semaine A.")
        else:
            self._fill(button, first)

    def _fill(self, button: Element, first: Any) -> None:
        last = _last(read(self.draft.dossier))
        if last is None:
            self.timetable.blocks.say_after(
                button, "Indiquez d’abord le dernier jour du parcours, ou d’une semaine type.")
            return
        days = [dates.to_iso(day) for day in fortnights(first, last, self._zone())][:LUNDIS_A.maximum]
        if days == get(self.draft.dossier, LUNDIS_A.path):
            self.timetable.blocks.say_after(button, "Les lundis sont déjà remplis ainsi.")
            return
        self._put(days)
        self.timetable.blocks.offer_undo(
            "Une semaine sur deux est une semaine A, du " + LUNDI_A.kind.show(days[0]) + " au "
            + LUNDI_A.kind.show(days[-1]) + ", vacances ôtées : corrigez là où elles décalent l’alternance.")

    def _put(self, days: Any) -> None:
        put(self.draft.dossier, LUNDIS_A.path, days)
        self.timetable.blocks.redraw(self.section.select_one(".lundis .bloc"))
        self.section.select_one(".lundis").open = True
        self.offer()
        self.timetable.show.restart()


def _last(root: Element) -> Any:
    """The last day of the parcours, else of the week models, None where neither is known."""
    if root[parcours.FIN] is not None:
        return root[parcours.FIN]
    found = [week.last for week in weeks_of(root) if week.last is not None]
    return max(found) if found else None
