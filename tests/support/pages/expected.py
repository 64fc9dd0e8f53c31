"""The dossier that a journey types: what is to be answered, and how two files of it are compared.

Two files are the same journey when every answer given before the sending is the same. Not compared:

- what the site writes itself: identifiers (those of places are replaced, wherever they are named, by those that follow
  their order), the reference, the revision, fingerprints, the moment of a copy;
- what follows the sending, what the form does not know, and what the other answers leave unasked;
- the order in lists whose order says nothing (``UNORDERED``);
- beside which of the findings of a rule its motive was written;
- the writing of the name of a discipline that a compensation is for: « FRANCAIS » or « Français ».
"""

import copy

from pid_rules.dossier.asked import is_asked
from pid_rules.dossier.paths import concrete, get, is_blank, pattern_of, put
from pid_rules.form import FORM
from pid_rules.form.parcours import DISPENSE_DISCIPLINE
from pid_rules.planning.disciplines import discipline
from pid_rules.questions.schema import APRES

UNORDERED = ("situation.difficultes", "parcours.dispenses", "signatures", "pieces", "stages[].horaires",
             "emploi_du_temps.semaines[].creneaux")
MATCHED_BY = {"parcours.dispenses": ("discipline",), "signatures": ("role", "lieu"), "pieces": ("type",),
              "stages[].horaires": ("jour", "semaine"), "emploi_du_temps.lundis_a": ("",)}
"""What says which item of the file an item of the page is, where it is not its rank; "" for the item itself."""


def asked_before():
    """The questions that somebody answers before the sending."""
    return [field for page in FORM.pages if page.phase != APRES for field in page.fields() if not field.computed]


def with_own_identifiers(dossier):
    """The dossier with the identifiers that the site gives to items added in their order, wherever they are named."""
    made = copy.deepcopy(dossier)
    for block in [one for page in FORM.pages for one in page.blocks() if one.designated]:
        names = {get(made, path): block.ids + str(rank + 1)
                 for rank, path in enumerate(concrete(made, block.identifier.path))}
        for field in FORM.field.values():
            if field is block.identifier or getattr(field.kind, "target", None) is block:
                for path in concrete(made, field.path):
                    put(made, path, names.get(get(made, path), get(made, path)))
    return made


def plain(field, value):
    """A value as it is compared: a line of the timetable by what it means."""
    return discipline(value) or value if field is DISPENSE_DISCIPLINE and value else value


def answers(dossier):
    """{path: answer} of all that is compared."""
    made = with_own_identifiers(dossier)
    for pattern in UNORDERED:
        for path in concrete(made, pattern):
            put(made, path, sorted(get(made, path) or [], key=without_identifier))
    found = {path: plain(field, get(made, path)) for field in asked_before() for path in concrete(made, field.path)
             if is_asked(made, field, path)}
    for key, text in made["justifications"].items():
        found.setdefault("justifications." + key.partition("@")[0], set()).add(text)
    return {path: value for path, value in found.items() if not is_blank(value)}


def differs(field, shown, wanted):
    """Whether an answer of a page is not the one expected."""
    if is_blank(shown) and is_blank(wanted):
        return False
    if isinstance(wanted, list):
        return sorted(shown or []) != sorted(wanted)
    kept = field.kind.accept(wanted) if isinstance(wanted, str) else wanted
    return plain(field, shown) != plain(field, kept)


def without_identifier(item):
    """What an item of a list without order is sorted by."""
    if not isinstance(item, dict):
        return [str(item)]
    return [str(plain(DISPENSE_DISCIPLINE, item[key]) if key == "discipline" else item[key])
            for key in sorted(item) if key not in ("id", "empreinte")]


def differences(typed, wanted):
    """« path: typed, instead of wanted » of each answer that is not the same."""
    typed, wanted = answers(typed), answers(wanted)
    return [f"{path}: {typed.get(path)!r}, instead of {wanted.get(path)!r}"
            for path in sorted({*typed, *wanted}) if typed.get(path) != wanted.get(path)]


def paired(shown, expected):
    """The rank in ``expected`` of each of the keys ``shown``: the same key, else the first that none has, else None."""
    left = list(range(len(expected)))
    ranks = [None] * len(shown)
    for position, key in enumerate(shown):
        same = [rank for rank in left if expected[rank] == key]
        if same:
            ranks[position] = same[0]
            left.remove(same[0])
    for position, rank in enumerate(ranks):
        if rank is None and left:
            ranks[position] = left.pop(0)
    return ranks


def key_of(values, path, names):
    """The key of the item at ``path``, by ``values(path)``."""
    return tuple(str(plain(FORM.field.get(pattern_of(one)), values(one)) or "")
                 for one in (path + "." + name if name else path for name in names))
