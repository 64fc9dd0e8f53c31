"""The weeks of the timetable as tables: one row for each day, its presence in the morning and in the afternoon."""

from pid_rules import horaires
from pid_rules.form import emploi_du_temps, parcours
from pid_rules.kinds import NBSP
from pid_rules.output import blocks, dispenses, pages
from pid_rules.output.answers import NONE
from pid_rules.paths import fill, get

NOON = 12 * 60 + 30
AFTERNOON = 13 * 60 + 30
COLLEGE = "college"
HEAD = (emploi_du_temps.CRENEAU_JOUR.label, "Matin", "Après-midi")
WIDTHS = (8, 22, 22)
ROOM = "\n\n"
"""What is left to write the lessons of half a day by hand."""


def timetable_sheet(answers, place, edition):
    """Blocks of the document that shows the timetable alone: before, during, and how lessons are made up for."""
    made = [blocks.heading(1, emploi_du_temps.PAGE.title)]
    made += blocks.pairs(answers.rows("", "eleve.nom", "eleve.prenom", "eleve.classe", "parcours.debut",
                                      "parcours.fin"))
    made += _titled("Avant : les enseignements obligatoires", dispenses.before(answers))
    made += _titled("Pendant : les semaines types", _weeks(answers))
    made += _titled("Ce qui change : les heures dispensées", dispenses.changes(answers))
    return made + pages.page(answers, parcours.DISPENSES_PAGE)


def _titled(title, found):
    return [blocks.heading(2, title)] + found if found else []


def timetable(answers):
    """Blocks of the page; [] where nothing is given."""
    rows = answers.row(emploi_du_temps.REFERENCE) + answers.row(emploi_du_temps.DUREE_SEANCE) \
        + pages.line(answers, emploi_du_temps.LUNDIS_A)
    weeks = _weeks(answers)
    if not rows and not weeks:
        return []
    return [blocks.heading(2, emploi_du_temps.PAGE.title)] + blocks.pairs(rows) + weeks + dispenses.changes(answers)


def _weeks(answers):
    path = emploi_du_temps.SEMAINES.path
    return [_week(answers, path + "." + str(index)) for index in range(answers.count(path))]


def _week(answers, place):
    slots = _slots(answers, place)
    rows = []
    if answers.blank_form and not slots:
        days = [label for day, label in emploi_du_temps.CRENEAU_JOUR.kind.options if day != "dimanche"]
        return blocks.table(_caption(answers, place, slots), HEAD, [[label, ROOM, ROOM] for label in days], WIDTHS)
    for day, label in emploi_du_temps.CRENEAU_JOUR.kind.options:
        of_day = [slot for slot in slots if slot["jour"] == day]
        if of_day or day in ("lundi", "mardi", "mercredi", "jeudi", "vendredi"):
            morning = [slot for slot in of_day if slot["matin"]]
            afternoon = [slot for slot in of_day if not slot["matin"]]
            rows.append([label, _half(answers, morning, []), _half(answers, afternoon, morning)])
    others = [slot for slot in slots if slot["jour"] not in emploi_du_temps.CRENEAU_JOUR.kind.labels]
    if others:
        days = ", ".join([slot["jour"] for slot in others if isinstance(slot["jour"], str) and slot["jour"]])
        rows.append([days or NONE, _half(answers, others, []), NONE])
    return blocks.table(_caption(answers, place, slots), HEAD, rows, WIDTHS)


def _slots(answers, place):
    """The slots of a week with their parsed times (None where they cannot be read) and their words, by time.

    A dossier may have a thousand slots: each is read once, from its own item.
    """
    found = []
    for index, item in enumerate(get(answers.dossier, fill(emploi_du_temps.CRENEAUX.path, place)) or []):
        held = {name: item[name] if name in item else "" for name in ("jour", "debut", "fin", "lieu", "activite")}
        begin, end = _minutes(held["debut"]), _minutes(held["fin"])
        shown = [held["debut"] if begin is None else horaires.in_words(begin),
                 held["fin"] if end is None else horaires.in_words(end)]
        words = [" – ".join([time for time in shown if time]), held["activite"]]
        line = (NBSP + ": ").join([word for word in words if word])
        if held["lieu"] and held["lieu"] != COLLEGE:
            line += " (" + answers.called(held["lieu"]) + ")"
        found.append({"jour": held["jour"], "debut": begin, "fin": end, "matin": begin is None or begin < NOON,
                      "rang": index, "lieu": held["lieu"], "texte": line})
    found.sort(key=lambda slot: (-1 if slot["debut"] is None else slot["debut"], slot["rang"]))
    return found


def _minutes(value):
    return horaires.parse_time(value) if isinstance(value, str) else None


def _half(answers, slots, before):
    """The slots of half a day; those of ``before`` that last past noon go on in it."""
    lines = ["Suite, jusqu’à " + horaires.in_words(slot["fin"]) for slot in before
             if slot["fin"] is not None and slot["fin"] > AFTERNOON]
    lines += [slot["texte"] for slot in slots]
    if not lines:
        return "" if answers.blank_form else NONE
    return "\n".join(lines)


def _caption(answers, place, slots):
    """Name, period and hours of a week model."""
    words = [answers.text(fill(emploi_du_temps.SEMAINE_NOM.path, place))]
    for label, field in (("du ", emploi_du_temps.SEMAINE_DU), ("au ", emploi_du_temps.SEMAINE_AU)):
        shown = answers.text(fill(field.path, place))
        if shown:
            words.append(label + shown)
    caption = " ".join([word for word in words if word]) or emploi_du_temps.SEMAINES.label
    timed = [slot for slot in slots if slot["debut"] is not None and slot["fin"] is not None]
    if timed:
        inside = sum([slot["fin"] - slot["debut"] for slot in timed if slot["lieu"] == COLLEGE])
        outside = sum([slot["fin"] - slot["debut"] for slot in timed if slot["lieu"] != COLLEGE])
        caption += NBSP + ": " + horaires.in_words(inside) + " au collège"
        if outside:
            caption += ", " + horaires.in_words(outside) + " hors du collège, pauses comprises"
    return caption
