"""Hours of a week model as they stand while somebody types: presence, breaks included, per day and per place."""

from pid_rules import horaires
from pid_rules.form.options import COLLEGE, JOURS
from pid_rules.kinds import NBSP

ORDER = {value: rank for rank, (value, _) in enumerate(JOURS)}
OTHER = ""
"""Where slots stand whose day is blank or unknown."""


def day_of(slot):
    """The day of a slot of the file, OTHER where it is none."""
    day = slot["jour"] if isinstance(slot, dict) and "jour" in slot else OTHER
    return day if day in ORDER else OTHER


def minutes_of(slot, key):
    """The time under a key of a slot of the file in minutes, None where it is not yet one."""
    value = slot[key] if isinstance(slot, dict) and key in slot else ""
    return horaires.parse_time(value) if isinstance(value, str) else None


def length_of(slot):
    """Minutes of a slot of the file; 0 while its times are not both known, the second after the first."""
    start, end = minutes_of(slot, "debut"), minutes_of(slot, "fin")
    return end - start if start is not None and end is not None and end > start else 0


def totals(slots):
    """{day: (minutes at the collège, minutes elsewhere)} of the slots of one week of the file."""
    found = {}
    for slot in slots:
        day = day_of(slot)
        inside, outside = found[day] if day in found else (0, 0)
        length = length_of(slot)
        if isinstance(slot, dict) and "lieu" in slot and slot["lieu"] == COLLEGE[0]:
            found[day] = (inside + length, outside)
        else:
            found[day] = (inside, outside + length)
    return found


def day_words(total):
    """« 6 h 30 », « 6 h 30 dont 2 h ailleurs » of one (collège, elsewhere) pair."""
    inside, outside = total
    words = horaires.in_words(inside + outside)
    if outside and inside:
        words += " dont " + horaires.in_words(outside) + " ailleurs"
    return words + (" ailleurs" if outside and not inside else "")


def week_words(found):
    """« 18 h au collège, 7 h 30 ailleurs (pauses comprises), 25 h 30 en tout » of a whole week."""
    inside = sum([total[0] for total in found.values()])
    outside = sum([total[1] for total in found.values()])
    words = horaires.in_words(inside) + " au collège"
    if outside:
        words += ", " + horaires.in_words(outside) + " ailleurs (pauses comprises), " \
            + horaires.in_words(inside + outside) + " en tout"
    return words


def spoken(day, label, found):
    """What is said aloud of the day just typed and of its week."""
    total = found[day] if day in found else (0, 0)
    return label + NBSP + ": " + day_words(total) + ". Semaine" + NBSP + ": " + week_words(found) + "."
