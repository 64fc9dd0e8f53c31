"""Times of day as minutes since midnight, read in every usual French writing."""

from pid_rules.dates import is_number, pad

HOUR = 60
DAY = 24 * HOUR
NAMED = {"midi": "12:00", "minuit": "00:00"}
_BETWEEN = ("-", "–", "—", "→", "/", "à", " a ")


def parse_time(text):
    """Minutes since midnight of « HH:MM », or None where the text is not exactly that."""
    if len(text) != 5 or text[2] != ":" or not is_number(text[:2]) or not is_number(text[3:]):
        return None
    hours, minutes = int(text[:2]), int(text[3:])
    return hours * 60 + minutes if hours < 24 and minutes < 60 else None


def to_time(minutes):
    """« HH:MM » of a number of minutes."""
    return pad(minutes // 60, 2) + ":" + pad(minutes % 60, 2)


def read_time(typed):
    """« HH:MM » from what a person types (8h30, 8 h, 8:30, 8.30, 0830, 8, midi), or None where it is no time."""
    text = typed.replace("\u00a0", "").replace("\u202f", "").replace(" ", "").lower()
    if text in NAMED:
        return NAMED[text]
    for ending in ("heures", "heure", "min", "mn"):
        text = text.replace(ending, "h" if ending[0] == "h" else "")
    text = text.replace("h", ":").replace(".", ":").replace(",", ":")
    if is_number(text):
        hours, minutes = (text, "0") if len(text) <= 2 else (text[:-2], text[-2:])
    else:
        hours, colon, minutes = text.partition(":")
        minutes = minutes or "0"
    if not is_number(hours) or not is_number(minutes) or len(hours) > 2 or len(minutes) > 2:
        return None
    return to_time(int(hours) * 60 + int(minutes)) if int(hours) < 24 and int(minutes) < 60 else None


def read_range(typed):
    """(« HH:MM », « HH:MM ») from « 8h30-10h30 » or « de 8h à midi », None where it is not a time and a later one."""
    text = typed.strip().lower()
    if text[:3] == "de ":
        text = text[3:]
    for sign in _BETWEEN:
        first, found, second = text.partition(sign)
        if found:
            start, end = read_time(first), read_time(second)
            if start is not None and end is not None and start < end:
                return start, end
    return None


def in_words(minutes):
    """A time or a duration as French writes it: « 8 h 30 », « 7 h »."""
    hours, rest = minutes // 60, minutes % 60
    return str(hours) + "\u00a0h" + ("\u00a0" + pad(rest, 2) if rest else "")
