"""One week model as a grid to read again, and the lessons from which it dispenses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.documents.dispenses import TO_TELL
from pid_rules.dossier.paths import get, is_blank
from pid_rules.form import parcours
from pid_rules.form.emploi_du_temps import REFERENCE
from pid_rules.form.options import COLLEGE, JOURS
from pid_rules.planning.dispense import dispenses
from pid_rules.planning.letters import LETTERS, holds
from pid_rules.words import horaires
from ui.kit import dom

if TYPE_CHECKING:
    from typing import Any

    from browser import Element

    from pid_rules.planning.timeline import Timeline
    from pid_rules.planning.weeks import Week
    from pid_rules.shapes import Dossier

REM_PER_HOUR = 0.9
"""Height of an hour: hours are said beside the rows."""


def show_dispenses(body: Element, dossier: Dossier, plan: Timeline, week: Week) -> None:
    """Draw again the lessons from which the open week dispenses, where they are unfolded."""
    view = body.select_one(".vue")
    if view.open:
        dom.fill(view.select_one(".vue-corps"), *_dispenses(plan, week, dossier))


def small(week: Week, called: Any) -> Any:
    """The grid of a week model, to read again."""
    return _grid(week, called, "Grille : " + (week.name or "semaine sans nom"))


def _words(slot: Any, called: Any) -> Any:
    """« Français », « Stage, Menuiserie de l’Exemple »."""
    place = "" if slot.place == COLLEGE else called[slot.place] if slot.place in called else slot.place
    return ", ".join([word for word in (slot.activity or "", place) if word]) or "Sans nom"


def _times(slot: Any) -> Any:
    return horaires.in_words(slot.start) + " – " + horaires.in_words(slot.end)


def _shown(week: Week) -> Any:
    """(label, slots) of Monday to Friday, and of the other days that hold something."""
    days = [[slot for slot in week.slots if slot.complete and slot.day == rank] for rank in range(7)]
    return [(label, sorted(days[rank], key=lambda slot: slot.start)) for rank, (_, label) in enumerate(JOURS)
            if rank < 5 or days[rank]]


def _groups(slots: Any) -> Any:
    """The slots of a day in groups, each in one cell of the grid: those that overlap stand together."""
    groups = []
    for slot in slots:
        if groups and slot.start < groups[-1][1]:
            groups[-1] = (groups[-1][0], max(groups[-1][1], slot.end), groups[-1][2] + [slot])
        else:
            groups.append((slot.start, slot.end, [slot]))
    return groups


def _grid(week: Week, called: Any, name: str) -> Any:
    days = [(label, _groups(slots)) for label, slots in _shown(week)]
    bounds = sorted(set([bound for _, groups in days for group in groups for bound in group[:2]]))
    if not bounds:
        return dom.make("p", "Aucun créneau n’a encore ses deux heures.", class_="aide")
    head = dom.make("tr", "", dom.make("th", "Heures", scope="col"),
                    *[dom.make("th", label, scope="col") for label, _ in days])
    rows = []
    for rank in range(len(bounds) - 1):
        words = horaires.in_words(bounds[rank]) + " – " + horaires.in_words(bounds[rank + 1])
        row = dom.make("tr", "", dom.make("th", words, scope="row"))
        row.style.height = str((bounds[rank + 1] - bounds[rank]) / 60 * REM_PER_HOUR) + "rem"
        for _, groups in days:
            _cell(row, bounds, rank, groups, called)
        rows.append(row)
    table = dom.make("table", "", dom.make("caption", name, class_="invisible"),
                     dom.make("thead", "", head), dom.make("tbody", "", *rows),
                     class_="grille petite")
    return dom.make("div", "", table, class_="defile", tabindex="0", role="region", aria_label=name)


def _cell(row: Element, bounds: Any, rank: int, groups: Any, called: Any) -> None:
    """The cell of one day in one row: none where a group that began above goes on; weeks A and B stand side by side."""
    for start, end, slots in groups:
        if start == bounds[rank]:
            outside = any([slot.place != COLLEGE for slot in slots])
            cell = dom.make("td", "", rowspan=str(bounds.index(end) - rank),
                            class_="ailleurs" if outside else "college")
            if any([slot.letter for slot in slots]):
                alike = all([slot.start == start and slot.end == end for slot in slots])
                cell.appendChild(dom.make("div", "", *[_half(slots, index, called, alike) for index in (0, 1)],
                                          class_="alternance"))
            else:
                _say(cell, slots, called, len(slots) == 1)
            row.appendChild(cell)
            return
        if start < bounds[rank] < end:
            return
    row.appendChild(dom.make("td"))


def _say(place: Any, slots: Any, called: Any, timed: Any) -> None:
    """Say the slots of a cell, and their times unless it is ``timed``."""
    for slot in slots:
        if not timed:
            place.appendChild(dom.make("span", _times(slot), class_="heures"))
        place.appendChild(dom.make("span", _words(slot, called)))


def _half(slots: Any, index: int, called: Any, timed: Any) -> Any:
    """What a cell holds in the weeks of one letter."""
    held = [slot for slot in slots if holds(slot.letter, index)]
    letter = dom.make("b", "" if held else " : rien")
    letter.prepend(dom.make("span", "Semaine ", class_="invisible"), LETTERS[index])
    half = dom.make("div", "", letter)
    _say(half, held, called, timed)
    return half


def _dispenses(plan: Timeline, week: Week, dossier: Dossier) -> Any:
    reference: Any = get(dossier, REFERENCE.path)
    found = None if is_blank(reference) else dispenses(plan, week, reference)
    if found is None:
        return [dom.make("p", "La dispense se calcule dès que la grille horaire de référence est choisie parmi celles "
                              "dont les heures sont connues.", class_="aide")]
    listed = [one for one in found if one.dispensed]
    if not listed:
        return [dom.make("p", "Cette semaine compte " + ("en moyenne " if week.alternates else "")
                         + horaires.in_words(week.college) + " : aucune heure dispensée.")]
    head = dom.make("tr", "", *[dom.make("th", words, scope="col") for words in (
        "Discipline", "Grille", "Au collège", "Dispense")])
    rows = [dom.make("tr", "", dom.make("th", one.name, scope="row"), dom.make("td", horaires.in_words(one.grid)),
                     dom.make("td", horaires.in_words(one.college)), dom.make("td", _dispensed(week, one.dispensed)))
            for one in listed]
    table = dom.make("table", "", dom.make("caption", "Par semaine, en tout : " + _dispensed(
        week, sum([one.dispensed for one in listed]))), dom.make("thead", "", head), dom.make("tbody", "", *rows))
    made = [dom.make("div", "", table, class_="defile", tabindex="0", role="region", aria_label="Heures dispensées"),
            dom.make("p", "", dom.make("a", "Voir comment c’est compensé", href="#" + parcours.DISPENSES_PAGE.slug))]
    if week.unread:
        made.insert(0, dom.make("p", "Des intitulés ne disent pas en quoi compter leurs heures : choisissez-le "
                                     "sous leurs créneaux.", class_="constat"))
    return made


def _dispensed(week: Week, minutes: int) -> Any:
    """The hours dispensed, never of a week of which some names may hold them."""
    return TO_TELL if week.unread else horaires.in_words(minutes)
