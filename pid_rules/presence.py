"""Days and hours of presence of a stage, counted from its dates and the hours of its week."""

from pid_rules import dates
from pid_rules.form import stages

WEEK = 7


def weekdays(horaires):
    """Weekdays of presence (0 for Monday), or None where the hours say nothing or leave a day out."""
    named = [horaire[stages.HORAIRE_JOUR] for horaire in horaires]
    if not named or None in named:
        return None
    return [number for number in range(WEEK) if dates.DAYS_OF_WEEK[number] in named]


def occurrences(weekday, debut, fin):
    """How many times a weekday comes from ``debut`` to ``fin``, both included."""
    first = debut + (weekday - dates.weekday(debut)) % WEEK
    return 0 if first > fin else (fin - first) // WEEK + 1


def days(worked, debut, fin):
    """Number of days of presence, for the weekdays worked."""
    return sum([occurrences(weekday, debut, fin) for weekday in worked])


def weeks(worked, debut, fin, most):
    """Mondays of the first weeks of the stage that hold a day of presence, at most ``most`` of them."""
    mondays = []
    monday = dates.monday_of(debut)
    while monday <= fin and len(mondays) < most:
        if any([debut <= monday + weekday <= fin for weekday in worked]):
            mondays.append(monday)
        monday += WEEK
    return mondays


def minutes(horaires, debut, fin):
    """Minutes of presence from ``debut`` to ``fin``, breaks left out; None where an hour is missing."""
    if weekdays(horaires) is None:
        return None
    total = 0
    for horaire in horaires:
        arrival, departure = horaire[stages.HORAIRE_DEBUT], horaire[stages.HORAIRE_FIN]
        if arrival is None or departure is None:
            return None
        pause = 0
        if horaire[stages.PAUSE_DEBUT] is not None and horaire[stages.PAUSE_FIN] is not None:
            pause = horaire[stages.PAUSE_FIN] - horaire[stages.PAUSE_DEBUT]
        weekday = dates.DAYS_OF_WEEK.index(horaire[stages.HORAIRE_JOUR])
        total += (departure - arrival - pause) * occurrences(weekday, debut, fin)
    return total
