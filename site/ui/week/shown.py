"""The hours of a week model as words: in its line of the list, under each of its days, aloud after a day was typed;
beside the grid, that another goes with the level."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.dossier.paths import get
from pid_rules.form.emploi_du_temps import CRENEAU_JOUR, SEMAINE_AU, SEMAINE_DU, SEMAINE_NOM, SEMAINES
from pid_rules.planning.assumed import is_of_another_level
from ui.kit import dom
from ui.week.totals import day_words, is_empty, spoken, week_words

if TYPE_CHECKING:
    from typing import Any

    from browser import Element

    from pid_rules.planning.weeks import Week
    from pid_rules.questions.kinds import Choice
    from pid_rules.shapes import Dossier


def head(row: Element, dossier: Dossier, path: str, week: Week) -> None:
    """The line of one week: its name, its period, its hours."""
    name: Any = get(dossier, SEMAINE_NOM.at(path)) or "Semaine sans nom"
    row.select_one("h3 button").textContent = name
    for place in row.select_one(".item-actions").select(".nom"):
        place.textContent = name
    first, last = [end.kind.show(get(dossier, end.at(path)) or "") for end in (SEMAINE_DU, SEMAINE_AU)]
    words = [label + day for label, day in (("du ", first), ("au ", last)) if day]
    words.append("– " + week_words(week))
    row.select_one(".aide").textContent = " ".join(words)


def rank_in(path: str, count: int) -> int | None:
    """The rank of the week, of that number of them, in which an answer stands, None where it stands in none."""
    within = path[:len(SEMAINES.path) + 1] == SEMAINES.path + "."
    return int(path.split(".")[2]) if within and int(path.split(".")[2]) < count else None


def totals(body: Element, week: Week) -> None:
    """The hours of each day of the open week, and of the whole week."""
    for section in body.select(".jour"):
        day = dom.attribute(section, "data-jour")
        section.select_one(".jour-total").textContent = "" if is_empty(week, day) else day_words(week, day)
    body.select_one(".totaux").textContent = "Cette semaine : " + week_words(week)


def say(week: Week, day: str) -> None:
    """Say the hours of a day that was just typed, unless it is none of the week."""
    labels = cast("Choice", CRENEAU_JOUR.kind).labels
    if day in labels:
        dom.announce(spoken(week, day, labels[day]))


def grid(dossier: Dossier) -> None:
    """Say beside the grid that the level of the pupil asks for another."""
    dom.by_id("grille-autre").hidden = not is_of_another_level(dossier)
