"""Names of slots that designate nothing, or two things. In what their hours are counted is asked once for every slot
of a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.paths import concrete, get, is_blank, put
from pid_rules.form.emploi_du_temps import CRENEAU_ACTIVITE, CRENEAU_DISCIPLINE, CRENEAUX, REFERENCE
from pid_rules.form.options import COLLEGE, COMPTER_EN, HORS_GRILLE
from pid_rules.planning.disciplines import UNRANKED, meaning
from pid_rules.seuils.grilles import grid_of
from ui.kit import dom
from ui.questions import binding

if TYPE_CHECKING:
    from typing import Any

    from browser import Element

    from pid_rules.planning.weeks import Week
    from ui.week.timetable import Timetable

LANGUAGES = ("LV1", "LV2")


def options_of(is_language: bool) -> Any:
    """(value, words) of what hours may be counted in, the languages first where the name is that of one."""
    if not is_language:
        return list(COMPTER_EN)
    return [one for one in COMPTER_EN if one[0] in LANGUAGES] + [one for one in COMPTER_EN if one[0] not in LANGUAGES]


class SlotNames:
    """What is asked under the rows of the open week; ``timetable`` is the ``Timetable``."""

    def __init__(self, timetable: Timetable) -> None:
        self.timetable = timetable
        self.draft = timetable.draft

    def show(self, week: Week) -> None:
        """Show the question under the slots of the open week model that need it, or have its answer."""
        reference: Any = get(self.draft.dossier, REFERENCE.path)
        asked = is_blank(reference) or grid_of(reference, None) is not None
        for row in self.timetable.slots.body.select(".creneau[data-rang]"):
            slot = week.slots[int(dom.attribute(row, "data-rang"))]
            chosen = get(self.draft.dossier, CRENEAU_DISCIPLINE.at(slot.path))
            champ = row.select_one("[data-colonne=discipline]")
            champ.hidden = slot.place != COLLEGE or is_blank(chosen) and not (asked and slot.unread)
            if not champ.hidden:
                _draw(champ, slot, "" if is_blank(chosen) else str(chosen))

    def choose(self, row: Element, control: Element) -> None:
        """Count every slot of the name of a row, in every week model, as the list of the row says."""
        slot, _ = self.timetable.slots.slot_of(row)
        value, name = control.value, _said(slot, CRENEAU_ACTIVITE.name)
        if value == _said(slot, CRENEAU_DISCIPLINE.name):  # « change » comes after « input »
            return
        held = self._held(name)
        for path, _ in held:
            put(self.draft.dossier, path, value)
        self.timetable.hours_changed()
        # Arrow keys go through a list: one step.
        self.timetable.blocks.offer_undo(_words(len(held), name, value), "discipline " + name)

    def _held(self, name: str) -> Any:
        """[(path, what hours are counted in)] of every slot of a name."""
        found = []
        for week in concrete(self.draft.dossier, CRENEAUX.path):
            slots: Any = get(self.draft.dossier, week) or []
            for rank in range(len(slots)):
                if _said(slots[rank], CRENEAU_ACTIVITE.name) == name:
                    place = CRENEAU_DISCIPLINE.at(week + "." + str(rank))
                    found.append((place, _said(slots[rank], CRENEAU_DISCIPLINE.name)))
        return found

    def adopt(self, row: Element) -> bool:
        """A slot that has just received its name is counted as the others of that name; returns whether it was."""
        slot, _ = self.timetable.slots.slot_of(row)
        name = _said(slot, CRENEAU_ACTIVITE.name)
        if is_blank(name) or _said(slot, CRENEAU_DISCIPLINE.name):
            return False
        chosen = [value for _, value in self._held(name) if value]
        if chosen:
            slot[CRENEAU_DISCIPLINE.name] = chosen[0]
        return bool(chosen)


def _said(slot: Any, key: str) -> Any:
    """The answer under a key of a slot of the file."""
    return slot[key] if key in slot and slot[key] else ""


def _draw(champ: Element, slot: Any, chosen: Any) -> None:
    control = champ.select_one("[name=discipline]")
    champ.select_one("[for]").textContent = "Compté en" if chosen else "Compter en"
    pairs = options_of(slot.activity is not None and meaning(slot.activity) == UNRANKED)
    if control.options[1].value != pairs[0][0]:
        binding.fill_options(control, pairs)
    control.options[0].textContent = "Revenir à l’intitulé" if chosen else "Choisissez"
    binding.keep_option(control, chosen)
    control.value = chosen


def _words(count: int, name: str, value: Any) -> Any:
    """« 6 créneaux « HG 3B » comptés en Histoire-géographie-EMC. »."""
    plural = "s" if count > 1 else ""
    words = str(count) + " créneau" + ("x" if plural else "") + " « " + name + " » "
    if not value:
        return words + "de nouveau lu" + plural + " d’après l’intitulé."
    where = "hors de la grille" if value == HORS_GRILLE else "en " + CRENEAU_DISCIPLINE.kind.show(value)
    return words + "compté" + plural + " " + where + "."
