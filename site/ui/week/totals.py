"""Hours of a week model as they stand while somebody types: hours of the grid at the collège, minutes elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.form.emploi_du_temps import CRENEAU_JOUR
from pid_rules.planning.letters import LETTERS, mean
from pid_rules.words import horaires
from pid_rules.words.dates import RANKS
from pid_rules.words.visible import NBSP

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.planning.hours import Stay
    from pid_rules.planning.weeks import Week

OTHER = ""
"""Where slots stand whose day is blank or unknown."""
OUTSIDE = " ailleurs"
NOTHING = (0, 0)


def day_of(slot: Any) -> str:
    """The day of a slot of the file, OTHER where it is none."""
    day = slot[CRENEAU_JOUR.name] if isinstance(slot, dict) and CRENEAU_JOUR.name in slot else OTHER
    return day if day in RANKS else OTHER


def lettered(minutes: Any) -> str:
    """« 13 h », or « semaine A : 13 h, semaine B : 0 h, en moyenne 6 h 30 », of what weeks A and B hold."""
    if minutes[0] == minutes[1]:
        return horaires.in_words(minutes[0])
    return ", ".join([week_of(LETTERS[index]) + " : " + horaires.in_words(minutes[index]) for index in (0, 1)]
                     + ["en moyenne " + horaires.in_words(mean(minutes[0], minutes[1]))])


def week_of(letter: str) -> str:
    """« semaine A »."""
    return "semaine" + NBSP + letter


def day_words(week: Week, day: Any) -> str:
    """« 6 h », « 4 h, 2 h ailleurs », « semaine A : 5 h, semaine B : 4 h » of a day of a week model."""
    both = [half.on(RANKS[day]) for half in week.halves]
    if both[0] == both[1]:
        return _said(both[0])
    return (" ; ").join([week_of(LETTERS[index]) + " : " + _said(both[index]) for index in (0, 1)])


def _said(total: Any) -> Any:
    words = [horaires.in_words(total[0])] if total[0] or not total[1] else []
    return ", ".join(words + ([horaires.in_words(total[1]) + OUTSIDE] if total[1] else []))


def is_empty(week: Week, day: Any) -> Any:
    """Whether nothing is counted on a day."""
    return day == OTHER or all([half.on(RANKS[day]) == NOTHING for half in week.halves])


def week_words(week: Week) -> str:
    """« 18 h au collège, 7 h 30 ailleurs (pauses comprises) » of a whole week model."""
    words = lettered([half.college for half in week.halves]) + " au collège"
    if week.elsewhere:
        words += (" ; " if week.alternates else ", ") + lettered([half.elsewhere for half in week.halves]) \
            + OUTSIDE + " (pauses comprises)"
    return words


def spoken(week: Week, day: Any, label: str) -> str:
    """What is said aloud of the day just typed and of its week."""
    return label + " : " + day_words(week, day) + ". Semaine type : " + week_words(week) + "."


def presence_words(stay: Stay) -> str:
    """The presence of a stage in a week, breaks left out."""
    return lettered([stay.weekly(0), stay.weekly(1)])
