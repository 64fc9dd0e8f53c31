"""What a file received may hold, whoever made it: the same limits as the importer of the page (``site/js/import``).

Only the command line reads files in Python: the page never loads this module.
"""

from pid_rules.visible import NO_INK

DEEPEST = 12
"""Levels of lists and blocks, one inside the other; the format has seven."""
MOST_VALUES = 20_000
"""Commas of the file: the largest dossier that a person makes has a few thousand."""
LARGEST_NUMBER = 2 ** 53 - 1
"""Beyond, a browser no longer tells an integer from its neighbours."""
RESERVED = ("__proto__", "hasOwnProperty", "ob_type", "tp_name", "$kw")
"""Keys that break Brython's dict: of 3,675 names tried, exactly these."""
LONGEST_PATH = 80
UNCLEAN = frozenset([*NO_INK, *[chr(code) for code in range(0xD800, 0xE000)]])
"""Signs that nobody sees, and halves of a pair: Python reads a whole pair as one sign."""


def suspect(dossier):
    """The sentence that refuses what no dossier holds, "" where there is nothing to refuse.

    ``dossier`` is any value of a JSON text whose numbers are integers.
    """
    commas = 0
    waiting = [(dossier, "", 1)]
    while waiting:
        value, path, depth = waiting.pop()
        if isinstance(value, str):
            if not is_clean(value):
                return _named("Le fichier contient des signes invisibles ou illisibles dans", path)
        elif isinstance(value, (list, dict)):
            if depth > DEEPEST:
                return "Le fichier n’a pas la structure d’un dossier (trop de niveaux)."
            commas += max(0, len(value) - 1)
            if commas > MOST_VALUES:
                return "Le fichier n’a pas la structure d’un dossier (trop de réponses)."
            for key in value if isinstance(value, dict) else range(len(value)):
                below = path + "." + str(key) if path else str(key)
                if key in RESERVED:
                    return _named("Le fichier contient un nom réservé,", below)
                if isinstance(key, str) and not is_clean(key):
                    return _named("Le fichier contient des signes invisibles ou illisibles dans", below)
                waiting.append((value[key], below, depth + 1))
        elif value is not None and not -LARGEST_NUMBER <= value <= LARGEST_NUMBER:
            return _named("Le fichier contient un nombre trop grand dans", path)
    return ""


def is_clean(text):
    """Whether a person can see every sign of the text, and a file can hold it: no half of a pair is left alone."""
    return UNCLEAN.isdisjoint(text)


def shown(path):
    """A path as a screen may show it: it comes from the file."""
    return "".join([sign if is_clean(sign) and sign >= " " else "\ufffd" for sign in path[:LONGEST_PATH]])


def _named(words, path):
    return words + " «\u00a0" + shown(path) + "\u00a0»."
