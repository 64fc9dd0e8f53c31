"""« Quel type de stage ? », beside the type of a stage: what the rules say of each, and the one that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.dossier.paths import concrete, day_at, get, is_blank
from pid_rules.form import eleve, stages
from pid_rules.questions.kinds import INFORMATION, Integer
from pid_rules.words import dates
from ui.kit import dom
from ui.kit.clock import today
from ui.rules.spoken import sentence
from ui.rules.types_of_stage import verdicts

if TYPE_CHECKING:
    from typing import Any

    from browser import Element

    from pid_rules.shapes import Dossier, Profile

AGE = Integer(3, 25)
DAYS = Integer(1, 200)


def propose(dossier: Dossier, panel: Element) -> None:
    """Write in the boxes what the dossier says already of the pupil and of this stage."""
    level, age, _ = _boxes(panel)
    born: Any = get(dossier, eleve.DATE_NAISSANCE.path)
    number = dates.parse_iso(born) if isinstance(born, str) else None
    if level.value == "":
        level.value = get(dossier, eleve.NIVEAU.path) or ""
    if age.value == "" and number is not None:
        age.value = str(dates.age(number, _first(dossier, panel)))


def answer(dossier: Dossier, profile: Profile, panel: Element) -> None:
    """Say under the boxes what the rules say of each type, those to which they do not object first."""
    level, age, days = _boxes(panel)
    numbers = [kind.read(kind.accept(box.value))[0] for kind, box in ((AGE, age), (DAYS, days))]
    rows = [dom.make("p", dom.ERREUR + "Indiquez la classe, puis l’âge et le nombre de jours en chiffres.",
                     class_="erreur")]
    if level.value and None not in numbers:
        found = verdicts(level.value, numbers[0], numbers[1], _first(dossier, panel), _place(dossier, panel), profile)
        found.sort(key=lambda one: len([finding for finding in one[2] if finding.severity != INFORMATION]))
        rows = [dom.make("ul", "", *[_row(*one) for one in found], class_="regles")]
    dom.fill(panel.select_one(".verdicts"), *rows)


def _row(value: str, label: str, findings: Any) -> Any:
    said = [dom.make("p", "", *sentence(finding)) for finding in findings] or \
        [dom.make("p", "Aucune règle n’a d’objection.")]
    button = dom.make("button", "Choisir", type="button", class_="bouton discret", data_action="choisir-type",
                      data_type=value)
    return dom.make("li", "", dom.make("strong", label), dom.also_heard(button, label), *said, class_="regle")


def _boxes(panel: Element) -> Any:
    return panel.select_one("select"), panel.select_one(".age"), panel.select_one(".jours")


def _stage(panel: Element) -> str:
    return stages.STAGES.path + "." + dom.attribute(dom.closest(panel, ".item"), "data-index")


def _first(dossier: Dossier, panel: Element) -> int:
    """The first day of the stage, today while it is not known."""
    return day_at(dossier, stages.STAGE_DEBUT.at(_stage(panel))) or today()


def _place(dossier: Dossier, panel: Element) -> str:
    """The kind of place of the stage, a firm while it is not known."""
    named = get(dossier, stages.STAGE_LIEU.at(_stage(panel)))
    for path in concrete(dossier, stages.LIEUX.path + "[]"):
        kind = get(dossier, stages.LIEU_TYPE.at(path))
        if get(dossier, stages.LIEU_ID.at(path)) == named and not is_blank(kind):
            return cast("str", kind)
    return "entreprise"
