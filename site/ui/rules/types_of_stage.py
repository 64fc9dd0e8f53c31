"""What the rules say of each type of stage, for a level, an age and a number of days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.items import identify
from pid_rules.dossier.paths import put
from pid_rules.dossier.structure import blank_item
from pid_rules.form import FORM, eleve, stages
from pid_rules.words import dates
from ui.rules import trial

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.judgement.report import Finding
    from pid_rules.shapes import Dossier, Profile

WEEK = dates.DAYS_OF_WEEK[:5]


def verdicts(level: str, age: int, days: int, first: int, place: str, profile: Profile) -> Any:
    """[(type, label, findings)]: what the rules say of a stage of each type, alone in its dossier.

    What is said of every type alike is not about the type, and is left out.
    """
    found = []
    for value, label in stages.STAGE_TYPE.kind.options:
        dossier = _stage_of(value, level, age, days, first, place)
        found.append((value, label, trial.judge(dossier, first, profile)[0]))
    common = [_said(finding) for finding in found[0][2]
              if all([_said(finding) in [_said(one) for one in findings] for _, _, findings in found])]
    return [(value, label, [one for one in findings if _said(one) not in common]) for value, label, findings in found]


def _said(finding: Finding) -> str:
    return finding.rule + finding.message


def _stage_of(presence_type: str, level: str, age: int, days: int, first: int, place: str) -> Dossier:
    """A dossier that holds one stage, every day from Monday to Friday, of which no hour is said."""
    answers: dict[str, Any] = {field.path: "" for field in trial.ASKED}
    answers.update({eleve.NIVEAU.path: level, eleve.DATE_NAISSANCE.path: dates.to_iso(trial.born_for(age, first)),
                    stages.STAGE_TYPE.path: presence_type, stages.STAGE_DEBUT.path: dates.to_iso(first)})
    dossier = trial.complete(answers)
    put(dossier, stages.STAGE_FIN.at(trial.STAGE), dates.to_iso(_last(first, days)))
    hours = stages.HORAIRES.at(trial.STAGE)
    for rank in range(len(WEEK)):
        put(dossier, hours + "." + str(rank), blank_item(FORM, stages.HORAIRES.path))
        put(dossier, stages.HORAIRE_JOUR.at(hours + "." + str(rank)), WEEK[rank])
    put(dossier, stages.LIEU_TYPE.at(stages.LIEUX.path + ".0"), place)
    identify(FORM, dossier)
    return dossier


def _last(first: int, days: int) -> int:
    """The last of so many days from Monday to Friday."""
    day = first - 1
    while days > 0:
        day += 1
        if dates.weekday(day) < dates.SATURDAY:
            days -= 1
    return day
