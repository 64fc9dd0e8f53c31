"""What a file received may hold, whoever made it: the limits of this command, and of the importer of the page.

Only the command line reads files in Python: the page never loads this module. Its importer (``site/js/import``) takes
``LIMITS``, which the build writes for it, so that no limit is typed twice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.dossier.structure import CARNET, CARNET_VERSION, tree
from pid_rules.words.declared import declared

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.dossier.structure import Node
    from pid_rules.questions.schema import Field, Form
    from pid_rules.shapes import Dossier, Json

LARGEST = 2_000_000
"""Bytes of a dossier."""
DEEPEST = 12
"""Levels of lists and blocks, one inside the other; the format has seven."""
MOST_VALUES = 20_000
"""Commas of the file: the largest dossier that a person makes has a few thousand."""
LARGEST_NUMBER = 2 ** 53 - 1
"""Beyond, a browser no longer tells an integer from its neighbours."""
RESERVED = ("__proto__", "hasOwnProperty", "ob_type", "tp_name", "$kw")
"""Keys that break Brython's dict: of 3,675 names tried, exactly these."""
LONGEST_PATH = 80
"""Characters that are shown of a path, which comes from the file."""
OTHERS = ((b"%PDF-", "un PDF"), (b"PK\x03\x04", "une archive"), (b"age-encryption.org/", "un fichier chiffré"),
          (b"-----BEGIN AGE ", "un fichier chiffré"))
"""First characters of files that the page opens, and this command does not."""
_UNSEEN = ((0x00, 0x08), (0x0B, 0x0C), (0x0E, 0x1F), (0x7F, 0x9F), (0x61C, 0x61C), (0x200B, 0x200F), (0x202A, 0x202E),
           (0x2066, 0x2069), (0xFEFF, 0xFEFF))
REFUSED = tuple([chr(code) for first, last in _UNSEEN for code in range(first, last + 1)])
"""Controls but tab and line ends, bidirectional controls, characters without width: no dossier holds any of them."""
UNCLEAN = frozenset([*REFUSED, *[chr(code) for code in range(0xD800, 0xE000)]])
"""Those, and halves of a pair: Python reads a whole pair as one character."""
CARNET_KEYS = ("reference", "empreinte", "le", "journal", "visites")
CARNET_ITEMS = {"journal": ("id", "date", "type", "lieu", "texte"),
                "visites": ("id", "stage", "date", "faite_le", "observation")}
"""What stands in a carnet beside its format and version: each key is there, and no other; in its lists, texts."""
MOST_CARNET = 400
"""Notes, or visits, of a carnet."""
LIMITS = {"largest": LARGEST, "deepest": DEEPEST, "mostValues": MOST_VALUES, "reserved": RESERVED,
          "longestPath": LONGEST_PATH, "carnet": CARNET, "carnetVersion": CARNET_VERSION, "carnetKeys": CARNET_KEYS,
          "carnetItems": CARNET_ITEMS, "mostCarnet": MOST_CARNET,
          "refused": "".join(["\\u{:04x}-\\u{:04x}".format(*pair) for pair in _UNSEEN])}
"""The same limits as the page reads them, with the format of the other file that it opens; ``refused`` is the inside of
a class of characters of a regular expression."""


def other_kind(data: bytes) -> str:
    """What a file is that only the page opens, « un PDF », or ""."""
    found = [kind for characters, kind in OTHERS if data.lstrip()[:len(characters)] == characters]
    return found[0] if found else ""


def suspect(dossier: Json) -> str:
    """The sentence that refuses what no dossier holds, "" where there is nothing to refuse.

    ``dossier`` is any value of a JSON text whose numbers are integers.
    """
    commas = 0
    waiting: list[tuple[Json, str, int]] = [(dossier, "", 1)]
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
                waiting.append((cast("Any", value)[key], below, depth + 1))
        elif value is not None and not -LARGEST_NUMBER <= value <= LARGEST_NUMBER:
            return _named("Le fichier contient un nombre trop grand dans", path)
    return ""


def is_clean(text: str) -> bool:
    """Whether a person can see every character of the text, and a file can hold it: no half of a pair is left alone."""
    return UNCLEAN.isdisjoint(text)


def shown(path: str) -> str:
    """A path as a screen may show it: it comes from the file."""
    return "".join([character if is_clean(character) and character >= " " else "\ufffd"
                    for character in path[:LONGEST_PATH]])


def misshapen(form: Form, dossier: Dossier) -> str:
    """Path of the first list, block or answer whose JSON type is not the format's; "" where all are right.

    A wrong answer of the right type (a date that does not exist) is not misshapen: the rules speak of it, and of a yes
    or no or a number that is any other single value, which the page refuses at once.
    """
    excuses: Json = dossier["justifications"] if "justifications" in dossier else None
    if excuses is not None and not (isinstance(excuses, dict)
                                    and all([isinstance(one, (str, type(None))) for one in excuses.values()])):
        return "justifications"
    return _misshapen(tree(form), dossier, "")


def _misshapen(node: Node, value: Json, path: str) -> str:
    if value is None:
        return ""
    if node.field is not None:
        return "" if _is_answer(node.field, value) else path
    if node.block is not None:
        if not isinstance(value, list) or len(value) > node.block.maximum:
            return path
        for index, item in enumerate(value):
            wrong = path + "." + str(index) if item is None else \
                _misshapen(node.below["[]"], item, path + "." + str(index))
            if wrong:
                return wrong
        return ""
    if not node.below:
        return ""
    if not isinstance(value, dict):
        return path or "(racine)"
    for child in node.children:
        key = child.key
        if key not in value or value[key] is None:
            continue
        wrong = _misshapen(child, value[key], path + "." + key if path else key)
        if wrong:
            return wrong
    return ""


def _is_answer(field: Field, value: Json) -> bool:
    blank = field.kind.blank
    if blank == "":
        return isinstance(value, str)
    if isinstance(blank, list):
        return isinstance(value, list) and all([isinstance(item, str) for item in value])
    return isinstance(value, (bool, int, str))


def _named(words: str, path: str) -> str:
    return words + declared(" « {0} ».").format(shown(path))


def carnet_fault(carnet: Dossier) -> str:
    """Path of the first thing for which a carnet is none, "" where it is one of this version."""
    if carnet.get("version") is not CARNET_VERSION:
        return "version"
    for key in [*carnet, *CARNET_KEYS]:
        known = key in ("format", "version") or (key in CARNET_KEYS and key in carnet)
        if not known or not isinstance(carnet[key], list if key in CARNET_ITEMS else int if key == "version" else str):
            return shown(key)
    if not carnet["reference"].strip():
        return "reference"
    return _wrong_item(carnet["journal"], "journal") or _wrong_item(carnet["visites"], "visites")


def _wrong_item(items: list[Any], key: str) -> str:
    """Path of the first item of a list of a carnet that is none, or of the list where it is too long."""
    met: list[Any] = []
    for index, item in enumerate(items):
        if not isinstance(item, dict) or sorted(cast("Dossier", item)) != sorted(CARNET_ITEMS[key]) \
                or not all([isinstance(one, str) for one in cast("Dossier", item).values()]) \
                or not cast("str", item["id"]).strip() or item["id"] in met:
            return key + "." + str(index)
        met.append(item["id"])
    return key if len(items) > MOST_CARNET else ""
