"""The day and the hour of this computer, which the core never reads by itself."""

from browser import window

from pid_rules import dates, horaires


def today():
    """Day number of today, local time."""
    now = window.Date.new()
    return dates.day_number(now.getFullYear(), now.getMonth() + 1, now.getDate())


def hour_in_words():
    """« 14 h 32 »."""
    now = window.Date.new()
    return horaires.in_words(now.getHours() * 60 + now.getMinutes()) if now.getMinutes() else \
        str(now.getHours()) + "\u00a0h\u00a000"


def now_in_words():
    """Today and the present hour, as ``moment_in_words`` writes them."""
    return dates.in_words(today()) + " à " + hour_in_words()


def moment_in_words(iso):
    """« 24 novembre 2026 à 14 h 32 » from « 2026-11-24T14:32:05 »."""
    day = dates.parse_iso(iso[:10])
    minutes = horaires.parse_time(iso[11:16])
    if day is None or minutes is None:
        return iso
    return dates.in_words(day) + " à " + horaires.in_words(minutes)


def school_year():
    """The school year of today, which is taken to begin in August so that a September dossier can be prepared."""
    year, month, _ = dates.parts(today())
    first = year if month >= 8 else year - 1
    return str(first) + "-" + str(first + 1)
