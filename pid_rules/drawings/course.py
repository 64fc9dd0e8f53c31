"""What a timeline shows of a dossier: its period, its weeks, its stages, and what happens on a day."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.drawings.places import SHORT_STAY, Places, items, one_line
from pid_rules.drawings.semaine import ordinary_of
from pid_rules.form import eleve, parcours, stages
from pid_rules.form import emploi_du_temps as edt
from pid_rules.planning import alternation_of
from pid_rules.planning.draft import stays_of, weeks_of
from pid_rules.planning.letters import LETTERS
from pid_rules.seuils.accueil import AGE_STAGE
from pid_rules.seuils.calendrier import closures
from pid_rules.seuils.reperes import AGE_PROTEGE, AGE_SEMAINE_REDUITE, MAJORITE
from pid_rules.words import dates
from pid_rules.words.visible import NBSP

if TYPE_CHECKING:
    from pid_rules.judgement.item import Item
    from pid_rules.planning.hours import Stay
    from pid_rules.planning.weeks import Week

WEEK = 7
MOST_WEEKS = 53
"""A longer period comes from a mistyped year: only its beginning is drawn."""
NEAR = 35
"""Days after the end of the parcours within which a bilan is drawn."""


class Run:
    """A stage on the calendar: ``name`` of its host, its ``days`` of the week, short or in ``full``, ``kind`` of its
    shape."""

    def __init__(self, stay: Stay, rank: int, names: dict[str, str]) -> None:
        self.first = cast("int", stay.first)
        self.last = cast("int", stay.last)
        self.name = names[stay.place] if stay.place in names else "stage" + NBSP + str(rank + 1)
        self.kind = "other" if stay.kind == SHORT_STAY else "stage"
        letters = {presence.letter for presence in stay.presences}
        weekdays = [day for day in {presence.day for presence in stay.presences} if day is not None]
        only = " (semaine" + NBSP + letters.pop() + ")" if len(letters) == 1 and "" not in letters else ""
        self.days = dates.short_days(weekdays) + only
        self.full = dates.full_days(weekdays) + only

    def words(self) -> str:
        """« Menuiserie de l’Exemple, mar. et jeu. »."""
        return _with(self.name, self.days)

    def told(self) -> str:
        """« Menuiserie de l’Exemple, mardi et jeudi », where there is room, or for who hears it."""
        return _with(self.name, self.full)


def _with(*words: str) -> str:
    return ", ".join([one for one in words if one])


class Moment:
    """Something on a day: ``short`` for a mark, ``words`` for a line."""

    def __init__(self, day: int, short: str, words: str, kind: str = "mark") -> None:
        self.day = day
        self.short = short
        self.words = words
        self.kind = kind


class OneWeek:
    """A week drawn, days ``first`` to ``last`` of it: ``kind`` of its shape, "" after the parcours, ``letter`` "" where
    nobody said."""

    def __init__(self, monday: int, first: int, last: int, kind: str, letter: str) -> None:
        self.monday = monday
        self.first = first
        self.last = last
        self.kind = kind
        self.letter = letter


class Course:
    """The parcours on the calendar of a zone, "" for an unknown one.

    ``first`` and ``last`` are the days drawn, None where the dossier does not give them, ``end`` the last of the
    parcours; ``off`` the (first, last) of the holidays within them, ``known`` whether the calendar of these days is
    known.
    """

    def __init__(self, root: Item, today: int, zone: str) -> None:
        stays = stays_of(root)
        names = Places(root).names
        placed = [rank for rank in range(len(stays)) if stays[rank].is_placed()]
        self.runs = [Run(stays[rank], rank, names) for rank in placed]
        self.runs.sort(key=lambda run: (run.first, run.last))
        self.moments = _moments(root)
        self.models = weeks_of(root)
        self.zone = zone
        self.weeks: list[OneWeek] = []
        self.off: list[tuple[int, int]] = []
        self.known = False
        self.first, self.last = _period(root, self.runs)
        self.end = 0
        if self.first is None or self.last is None:
            return
        latest = dates.monday_of(self.first) + MOST_WEEKS * WEEK - 1
        beside = [one.day for one in self.moments if one.day <= self.last + NEAR] + [run.last for run in self.runs]
        self.end = self.last
        self.last = min(latest, max([self.last] + beside))
        self.moments += _birthdays(root, self.first, self.last)
        if self.first <= today <= self.last:
            self.moments.append(Moment(today, "aujourd’hui", "Aujourd’hui", "today"))
        self.moments.sort(key=lambda one: one.day)
        shut = closures(zone, self.first, self.last)
        self.known = shut is not None
        self.off = _joined([(max(first, self.first), min(last, self.last)) for first, last, _ in shut or []])
        self._weeks(root)

    def _weeks(self, root: Item) -> None:
        alternation = alternation_of(items(root, edt.LUNDIS_A))
        ordinary = ordinary_of(self.models)
        first, last = cast("int", self.first), cast("int", self.last)
        for monday in range(dates.monday_of(first), last + 1, WEEK):
            index = alternation.index(monday)
            kind = _kind(self.models, ordinary, monday) if monday <= self.end else ""
            self.weeks.append(OneWeek(monday, max(first, monday), min(last, monday + WEEK - 1), kind,
                                      "" if index is None else LETTERS[index]))

    def is_off(self, week: OneWeek) -> bool:
        """Whether every day of class of a week is a holiday."""
        return all([any([first <= day <= last for first, last in self.off])
                    for day in range(week.first, min(week.last, week.monday + 4) + 1)])


def _joined(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Days off that follow each other as one: a public holiday falls within holidays."""
    found: list[tuple[int, int]] = []
    for first, last in sorted(spans):
        if found and first <= found[-1][1] + 1:
            found[-1] = found[-1][0], max(last, found[-1][1])
        else:
            found.append((first, last))
    return found


def _period(root: Item, runs: list[Run]) -> tuple[int | None, int | None]:
    """The days of the parcours; without them, those of its stages."""
    first, last = root[parcours.DEBUT], root[parcours.FIN]
    if runs:
        first = min([run.first for run in runs] + [first if first is not None else runs[0].first])
        last = last if last is not None else max([run.last for run in runs])
    if first is None or last is None or last < first:
        return None, None
    return first, last


def _kind(models: list[Week], ordinary: Week | None, monday: int) -> str:
    """The shape of a week: that of the ordinary model, another one, or none."""
    held = [model for model in models if model.is_placed()
            and cast("int", model.first) <= monday + 4 and monday <= cast("int", model.last)]
    if not held:
        return "blank"
    return "college" if held[-1] is ordinary else "changed"


def _moments(root: Item) -> list[Moment]:
    found: list[Moment] = []
    for rank, stage in enumerate(items(root, stages.STAGES)):
        for visit in items(stage, stages.VISITES):
            _add(found, visit[stages.VISITE_DATE], "visite", "Visite du stage" + NBSP + str(rank + 1))
    for rank, objective in enumerate(items(root, parcours.OBJECTIFS)):
        number, words = NBSP + str(rank + 1), one_line(objective[parcours.OBJECTIF])
        _add(found, objective[parcours.ECHEANCE], "obj." + number,
             "Échéance de l’objectif" + number + (NBSP + ": " + words if words else ""))
    for rank, bilan in enumerate(items(root, parcours.BILANS_PREVUS)):
        _add(found, bilan[parcours.BILAN_PREVU], "bilan", "Bilan d’étape" + NBSP + str(rank + 1))
    _add(found, root[parcours.BILAN_FINAL_PREVU], "bilan final", "Bilan final")
    return found


def _add(found: list[Moment], day: int | None, short: str, words: str) -> None:
    if day is not None:
        found.append(Moment(day, short, words))


def _birthdays(root: Item, first: int, last: int) -> list[Moment]:
    """The birthdays, from ``first`` to ``last``, on which a limit changes."""
    born = root[eleve.DATE_NAISSANCE]
    ages = {age for threshold in (AGE_STAGE, AGE_SEMAINE_REDUITE, AGE_PROTEGE, MAJORITE) for age in threshold.values()}
    found: list[Moment] = []
    for age in sorted(ages):
        if born is not None and first <= dates.birthday(born, age) <= last:
            words = str(age) + NBSP + "ans"
            _add(found, dates.birthday(born, age), words, words + NBSP + ": des limites d’âge changent")
    return found
