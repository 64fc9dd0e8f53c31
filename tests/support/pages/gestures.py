"""The gestures that an interface offers to answer several questions at once: tried before typing, where they exist.

A gesture is a selector of what is pressed, and when it helps: ``helps(typist)`` sees the dossier to type
(``wanted(path)``) and what the page shows (``shown``, answers by path). One that a version does not have costs nothing.
"""

from dataclasses import dataclass
from typing import Any

from pid_rules.dossier.paths import concrete

MONDAYS = "emploi_du_temps.lundis_a"
FEW = 3
WORKS = ("utilise_machines", "effectue_travaux", "travaux_interdits")


@dataclass
class Gesture:
    """What is pressed, and when; ``needed`` where questions stay hidden without it."""

    name: str
    selector: str
    helps: Any
    needed: bool = False
    everywhere: bool = False
    """Whether it is made for each item, and counted as an answer."""


def alternates(typist):
    """Whether a slot holds one week in two."""
    letters = concrete(typist.dossier, "emploi_du_temps.semaines[].creneaux[].semaine")
    return any(typist.wanted(path) for path in letters)


def has_mondays(typist):
    return bool(typist.wanted(MONDAYS))


def first_monday_given(typist):
    """Whether the first of several Mondays is there alone."""
    given = [path for path in typist.shown if path.startswith(MONDAYS + ".")]
    return len(typist.wanted(MONDAYS)) > FEW and given == [MONDAYS + ".0"] and typist.is_right(given[0])


def chosen_elsewhere(typist):
    """Of a gesture that another part of the driver makes."""
    return False


def works(typist):
    """Whether the stage that is shown has machines or works in the dossier to type."""
    name = typist.hand.page.locator(".geste input >> visible=true").first.get_attribute("name")
    place = typist.expected_place(name.rpartition(".")[0])
    return any(typist.wanted(f"{place}.{one}") for one in WORKS)


COPY_WEEK = Gesture("Copier cette semaine type", "[data-action=semaine-copier]", chosen_elsewhere)
GESTURES = (
    Gesture("L’emploi du temps alterne", "[data-action=alternance]", alternates, needed=True),
    Gesture("Calendrier des semaines A et B", "details.lundis:not([open]) > summary", has_mondays, needed=True),
    Gesture("Remplir une semaine sur deux", "[data-action=lundis-remplir]", first_monday_given),
    COPY_WEEK,
    Gesture("Ni machine, ni travaux", ".geste input[value=non]:not(:checked)", lambda typist: not works(typist),
            needed=True, everywhere=True),
    Gesture("Machine ou travaux", ".geste input[value=oui]:not(:checked)", works, needed=True, everywhere=True),
)
NEEDED = tuple(one for one in GESTURES if one.needed)
