"""The gestures that an interface offers to answer several questions at once: tried before typing, where they exist.

A gesture is a selector of what is pressed, and when it helps: ``helps(typist)`` sees the dossier to type
(``wanted(path)``) and what the page shows (``shown``, answers by path). One that a version does not have costs nothing.
"""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from pid_rules.dossier.paths import concrete
from pid_rules.form.proposals import TAKEN
from pid_rules.words.alike import plain

MONDAYS = "emploi_du_temps.lundis_a"
SIGNED = "signatures"
FEW = 3
WORKS = ("utilise_machines", "effectue_travaux", "travaux_interdits")


@dataclass
class Gesture:
    """What is pressed, and when; ``needed`` where questions stay hidden without it.

    ``day(typist)`` is the date that is written first, in the boxes whose name is ``boxes``.
    """

    name: str
    selector: str
    helps: Any
    needed: bool = False
    boxes: str = ""
    day: Any = None
    everywhere: bool = False
    """Whether it is made for each item, and counted as an answer."""
    done: Any = None
    """``done(typist)``: whether what it does is there, where it does not come at once."""


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


def first_monday_offered(typist):
    """Whether the first Monday of those to give is the first that is offered."""
    offered = typist.hand.page.locator("[data-action=lundis-depuis] >> visible=true").first
    return len(typist.wanted(MONDAYS)) > FEW and offered.get_attribute("data-jour") == typist.wanted(MONDAYS)[0]


def week_to_begin(typist):
    """Whether the dossier has a week, of the level and the dates that the first one takes."""
    return bool(typist.wanted("emploi_du_temps.semaines"))


def day_of_most(typist):
    """The day on which most people sign."""
    return Counter(one["date"] for one in typist.wanted(SIGNED) or [{"date": ""}]).most_common(1)[0][0]


def signed_together(typist):
    """Whether several people sign on one day, and none has signed yet."""
    days = [one["date"] for one in typist.wanted(SIGNED) or []]
    given = [path for path, value in typist.shown.items() if path.startswith(SIGNED + ".") and value]
    return days.count(day_of_most(typist)) > 1 and not given


def chosen_elsewhere(typist):
    """Of a gesture that another part of the driver makes."""
    return False


def works(typist):
    """What the stage that is shown has in the dossier to type: « non », « legers », or « oui » for all else."""
    name = typist.hand.page.locator(".geste input >> visible=true").first.get_attribute("name")
    place = typist.expected_place(name.rpartition(".")[0])
    found = [one for one in WORKS if typist.wanted(f"{place}.{one}")]
    light = found == ["effectue_travaux"] and typist.hand.page.locator(".geste input[value=legers]").count()
    return "legers" if light else "oui" if found else "non"


def takes(taking):
    """Whether a gesture spares two answers at least: blank ones, of which the others are typed already."""
    def helps(typist):
        path = typist.hand.page.locator(f"[data-geste={taking.name}] >> visible=true").first.get_attribute("data-de")
        place = ".".join(path.split(".")[:2]) if taking.block else ""
        expected = typist.expected_place(place) if place else ""
        source = taking.block.path + ".0" if taking.earlier else expected
        return sum(_spares(typist, target.at(place), target.at(expected), origin.at(place), origin.at(source))
                   for target, origin in taking.pairs) > 1
    return helps


def _spares(typist, path, expected, origin, source):
    """Whether the answer at ``path`` is blank, and is the one that stands at its origin."""
    typed = origin == path or origin not in typist.shown or typist.is_right(origin)
    wanted = [plain(typist.wanted(one) or "") for one in (expected, source)]
    return typed and typist.shown.get(path) == "" and wanted[0] == wanted[1] != ""


OFFERED = Gesture("Reprendre une réponse du dossier", "[data-action=proposer]", chosen_elsewhere)
CHOSEN = Gesture("Choisir dans une liste en écrivant", "[list]", chosen_elsewhere)


def blank_here(*paths):
    """Whether none of these answers is given on the page that is shown, and the dossier to type has them."""
    return lambda typist: all(typist.wanted(path) and typist.shown.get(path) == "" for path in paths)


def insurer_is_blank(typist):
    """Whether the insurer of the stage that is shown is still to be written."""
    return any(value == "" for path, value in typist.shown.items() if path.endswith("assurance.etablissement"))


def usual_place_missing(typist):
    """Whether the list of places misses one."""
    shown = [one["shown"] for one in typist.hand.look("things") if one.get("list") == "lieux"]
    return bool(shown) and shown[0] < len(typist.wanted("lieux"))


def shows(selector, words=""):
    """Whether something of the page is seen, with words in it."""
    return lambda typist: words in "".join(typist.hand.page.locator(selector + " >> visible=true").all_inner_texts()) \
        and typist.hand.page.locator(selector + " >> visible=true").count() > 0


TAKE = "[data-action=reprendre-habituel]"
GIVEN = shows("#annuler", "Repris de")
USUAL = (
    Gesture("Reprendre : dossier suivi par", "#redacteur " + TAKE, blank_here("redacteur.nom"), done=GIVEN),
    Gesture("Reprendre : référent", "#referent " + TAKE, blank_here("referent.nom"), done=GIVEN),
    Gesture("Reprendre : noms des avis", "#avis " + TAKE, lambda typist: True, done=GIVEN),
    Gesture("Reprendre : assurance", "#stages " + TAKE, insurer_is_blank, everywhere=True, done=GIVEN),
    Gesture("Ajouter un lieu habituel", "#lieux .carte li button", usual_place_missing, everywhere=True,
            done=lambda typist: "lieux/L" in typist.hand.page.url),
    Gesture("Lieux habituels", "[data-action=lieu-habituel][aria-expanded=false]", usual_place_missing,
            everywhere=True, done=shows("#lieux .carte")),
)
"""Those of a second dossier, which has something to take back."""

COPY_WEEK = Gesture("Copier cette semaine type", "[data-action=semaine-copier]", chosen_elsewhere)
PAUSE = Gesture("Retirer la pause d’un créneau", "[data-action=creneau-pause]", chosen_elsewhere)
DRAW_WEEKS = Gesture("Dessiner les semaines de stage", "[data-action=semaines-dessiner]", chosen_elsewhere)
GESTURES = (
    Gesture("Commencer la semaine ordinaire", "[data-action=semaine-commencer]", week_to_begin),
    Gesture("Semaines A depuis un lundi", "[data-action=lundis-depuis]", first_monday_offered, everywhere=True),
    Gesture("L’emploi du temps alterne", "[data-action=alternance]", alternates, needed=True),
    Gesture("Calendrier des semaines A et B", "details.lundis:not([open]) > summary", has_mondays, needed=True),
    Gesture("Remplir une semaine sur deux", "[data-action=lundis-remplir]", first_monday_given),
    OFFERED,
    CHOSEN,
    *[Gesture(one.words, f"[data-geste={one.name}]", takes(one), everywhere=True) for one in TAKEN],
    COPY_WEEK,
    DRAW_WEEKS,
    PAUSE,
    Gesture("Ni machine, ni travaux", ".geste input[value=non]:not(:checked)", lambda typist: works(typist) == "non",
            needed=True, everywhere=True),
    Gesture("Des travaux légers", ".geste input[value=legers]:not(:checked)",
            lambda typist: works(typist) == "legers", needed=True, everywhere=True),
    Gesture("Machine ou travaux", ".geste input[value=oui]:not(:checked)", lambda typist: works(typist) == "oui",
            needed=True, everywhere=True),
    Gesture("Tous le même jour", "[data-action=dater-signatures]", signed_together, boxes="dater-signatures",
            day=day_of_most),
)
NEEDED = tuple(one for one in GESTURES if one.needed)
