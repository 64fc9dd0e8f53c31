"""A slow oracle of the rules on hours: every date with ``datetime``, every minute in a set."""

import datetime

from pid_rules.seuils.vacances import ANNEES, FERIES

WEEKDAYS = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"]
ONE = datetime.timedelta(days=1)


def closed_days(zone):
    """(every date on which the collège is closed, the public holidays among them)."""
    holidays = {datetime.date.fromisoformat(day) for days in FERIES.values() for day in days}
    closed = set(holidays)
    for _, breaks in ANNEES[zone].values():
        for first, last in breaks:
            day = datetime.date.fromisoformat(first)
            while day <= datetime.date.fromisoformat(last or first):
                closed.add(day)
                day += ONE
    return closed, holidays


CLOSED, HOLIDAYS = closed_days("B")


def minutes(time):
    return int(time[:2]) * 60 + int(time[3:])


def spans(item, date):
    """Whether the period of a stage or of a week model holds that date."""
    first, last = ("debut", "fin") if "debut" in item else ("du", "au")
    return item[first] <= date.isoformat() <= item[last]


def model_on(dossier, date):
    """Index of the week model in force, or None."""
    if not dossier["parcours"]["debut"] <= date.isoformat() <= dossier["parcours"]["fin"]:
        return None
    holding = [index for index, week in enumerate(dossier["emploi_du_temps"]["semaines"]) if spans(week, date)]
    return holding[-1] if holding else None


def letter_on(dossier, date, first):
    """The letter of the week of a date: the one that was said, else every other week from ``first``."""
    monday = date - ONE * date.weekday()
    given = [datetime.date.fromisoformat(day) for day in dossier["emploi_du_temps"].get("lundis_a", [])]
    mondays = [day - ONE * day.weekday() for day in given]
    if mondays and min(mondays) <= monday <= max(mondays) + 7 * ONE:
        return "A" if monday in mondays else "B"
    return "AB"[(monday.toordinal() // 7 + first) % 2]


class NaiveDay:
    """Everything that happens on one date, in a week of that letter."""

    def __init__(self, dossier, date, letter="A"):
        self.date = date
        self.presences = []
        self.kinds = [stage["type"] for stage in dossier["stages"]]
        for number, stage in enumerate(dossier["stages"]):
            if spans(stage, date):
                for line, hours in enumerate(stage["horaires"]):
                    if hours["jour"] == WEEKDAYS[date.weekday()] and hours.get("semaine") in (None, "", letter):
                        self.presences.append((minutes(hours["debut"]), minutes(hours["fin"]), hours, number, line))
        self.presences.sort(key=lambda presence: presence[0])
        self.lessons = []
        model = None if date in CLOSED else model_on(dossier, date)
        self.model = model
        if model is not None:
            for line, slot in enumerate(dossier["emploi_du_temps"]["semaines"][model]["creneaux"]):
                if slot["jour"] == WEEKDAYS[date.weekday()] and slot["lieu"] == "college" \
                        and slot.get("semaine") in (None, "", letter):
                    self.lessons.append((minutes(slot["debut"]), minutes(slot["fin"]), line))
        self.lessons.sort(key=lambda lesson: lesson[0])
        self.outside = sum(len(self.work(presence)) for presence in self.presences)
        self.inside = sum(end - start for start, end, _ in self.lessons)

    def work(self, presence):
        start, end, hours = presence[:3]
        pause = set()
        if hours["pause_debut"]:
            pause = set(range(minutes(hours["pause_debut"]), minutes(hours["pause_fin"])))
        return set(range(start, end)) - pause

    def path(self, presence, name):
        return f"stages.{presence[3]}.horaires.{presence[4]}.{name}"

    def free(self):
        return not self.presences and not self.lessons

    def edges(self):
        """((first minute, its path), (last minute, its path)); presences come before lessons."""
        all_day = [(start, end, f"stages.{number}.horaires.{line}") for start, end, _, number, line in self.presences]
        all_day += [(start, end, f"emploi_du_temps.semaines.{self.model}.creneaux.{line}")
                    for start, end, line in self.lessons]
        first = min(all_day, key=lambda one: one[0])
        last = max(all_day, key=lambda one: one[1])
        return (first[0], first[2] + ".debut"), (last[1], last[2] + ".fin")


def age_on(born, date):
    return date.year - born.year - ((date.month, date.day) < (born.month, born.day))


def findings(dossier):
    """{(rule, paths): severity} of the rules on hours, for a dossier where nothing is missing, in zone B.

    Where nobody said which weeks are A, they are judged as if the first was, then as if it was not.
    """
    found = {}
    for first in (0, 1):
        for key, severity in _findings(dossier, first).items():
            if found.get(key) != "bloquant":
                found[key] = severity
    return found


def _findings(dossier, first):
    born = datetime.date.fromisoformat(dossier["eleve"]["date_naissance"])
    bounds = [item[name] for item in dossier["stages"] for name in ("debut", "fin")]
    day = datetime.date.fromisoformat(min(bounds))
    day -= datetime.timedelta(days=day.weekday() + 7)
    last = datetime.date.fromisoformat(max(bounds)) + datetime.timedelta(days=14)
    days = []
    while day <= last:
        days.append(NaiveDay(dossier, day, letter_on(dossier, day, first)))
        day += ONE
    found = {}

    def say(rule, paths, severity):
        key = (rule, tuple(paths))
        if found.get(key) != "bloquant":
            found[key] = severity

    for today, tomorrow in zip(days, days[1:]):
        _judge_rest(today, tomorrow, age_on(born, today.date), say)
        if today.presences and age_on(born, today.date) < 18:
            _judge_day(today, age_on(born, today.date), say)
    for monday in range(0, len(days) - 7, 7):
        _judge_week(days[monday:monday + 7], born, say)
    return found


def _judge_rest(today, tomorrow, age, say):
    if age >= 18 or today.free() or tomorrow.free() or not (today.presences or tomorrow.presences):
        return
    end, start = today.edges()[1], tomorrow.edges()[0]
    rest = 24 * 60 - end[0] + start[0]
    if rest < 14 * 60:
        say("ST-19", [end[1], start[1]], "bloquant" if age < 16 or rest < 12 * 60 else "avertissement")


def _judge_day(day, age, say):
    latest = day.presences[-1]
    observing = any(day.kinds[presence[3]] in ("visite_information", "sequence_observation")
                    for presence in day.presences)
    if day.outside > 7 * 60:
        severe = day.outside > 8 * 60 or age < 16 or observing
        say("ST-13", [day.path(latest, "fin")], "bloquant" if severe else "avertissement")
    if day.lessons and day.outside + day.inside > 8 * 60:
        say("ST-16", [day.path(latest, "fin"),
                      f"emploi_du_temps.semaines.{day.model}.creneaux.{day.lessons[-1][2]}.fin"], "avertissement")
    for presence in day.presences:
        for evening, severity in ((20 if age < 16 else 22, "bloquant"), (20, "avertissement")):
            night = set(range(6 * 60)) | set(range(evening * 60, 24 * 60))
            paths = [day.path(presence, name) for name, minute in (("debut", presence[0]), ("fin", presence[1] - 1))
                     if minute in night]
            if paths:
                say("ST-17", paths, severity)
                break
    worked = sorted(set().union(*[day.work(presence) for presence in day.presences]))
    longest = run = 0
    pause = 0
    for before, minute in zip([-9] + worked, worked):
        run = run + 1 if minute == before + 1 else 1
        longest = max(longest, run)
        if before >= 0:
            pause = max(pause, minute - before - 1)
    if longest > 270 or (day.outside > 270 and pause < 30):
        say("ST-18", [str(day.date.weekday())], "bloquant")
    if day.date in HOLIDAYS:
        for presence in day.presences:
            say("ST-21", [day.path(presence, "jour")], "bloquant")


def _judge_work(week, born, say):
    work = [(day, presence) for day in week for presence in day.presences
            if age_on(born, day.date) < 18 and day.kinds[presence[3]] in ("stage_initiation", "stage_application")]
    if work and age_on(born, work[0][0].date) < 15 and sum(len(day.work(presence)) for day, presence in work) > 30 * 60:
        days = list(dict.fromkeys(day for day, _ in work))
        say("ST-14", list(dict.fromkeys(f"stages.{presence[3]}.horaires" for day in days
                                        for presence in day.presences)), "bloquant")


def _judge_week(week, born, say):
    young = [day for day in week if day.presences and age_on(born, day.date) < 18]
    if not young:
        return
    stays = list(dict.fromkeys(f"stages.{presence[3]}.horaires" for day in young for presence in day.presences))
    total = sum(day.outside for day in young)
    if total > 35 * 60:
        say("ST-14", stays, "bloquant")
    else:
        _judge_work(week, born, say)
    models = list(dict.fromkeys(f"emploi_du_temps.semaines.{day.model}.creneaux" for day in week if day.lessons))
    if models and sum(day.outside + day.inside for day in week) > 35 * 60:
        say("ST-15", stays + models, "avertissement")
    at_fault = [day for day in young if day.date.weekday() >= 5]
    if not any(one.free() and other.free() for one, other in zip(week, week[1:])):
        paths = [day.path(presence, "jour") for day in at_fault or young for presence in day.presences]
        say("ST-20", paths, "bloquant")
    elif at_fault and at_fault[-1].date.weekday() == 6:
        say("ST-20", [at_fault[-1].path(presence, "jour") for presence in at_fault[-1].presences], "bloquant")
