"""The columns of a pasted list: each known by its heading, else by what it holds, or dropped before anything is shown.

What may not enter a dossier is dropped with all that stands under it; its name alone is kept, to say so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.judgement.one_line import halves, level_of_class
from pid_rules.questions.calendar_day import Date
from pid_rules.questions.formats import Email, Phone, Postcode
from pid_rules.questions.pasted import address
from pid_rules.reprise import headings
from pid_rules.reprise.codes import bare, regime_of_label
from pid_rules.reprise.headings import is_barred, meaning
from pid_rules.reprise.table import column
from pid_rules.words.dates import is_number

if TYPE_CHECKING:
    from collections.abc import Callable

LOOKED_AT = 5
"""Rows among which the headings are: a title may stand above them."""
FEWEST = 2
"""Columns known from which a row is that of the headings."""
NATIONAL = 11
"""Signs of a national number, nine digits or ten and letters."""
SOCIAL = (13, 15)
HELD_BARRED = (("Sexe", ("m", "f", "g", "masculin", "feminin")),
               ("PAP, PPS, PAI", ("pap", "pps", "pai", "ppre", "ulis")), ("Bourse", ("boursier", "boursiere")))
"""What nobody put a heading upon, told by its words."""
NATIONAL_NUMBER = "Numéro national"
WHOLE_ADDRESS = "adresse_entiere"


class Column:
    """One column that is kept: its ``rank`` in the rows, its ``heading`` or "", what it means, "" for nothing.

    ``likely`` are meanings that what it holds may have, among which nobody but the person chooses.
    """

    def __init__(self, rank: int, heading: str, means: str, likely: tuple[str, ...] = ()) -> None:
        self.rank = rank
        self.heading = heading
        self.means = means
        self.likely = likely


def read(rows: list[list[str]]) -> tuple[list[Column], list[list[str]], list[str]]:
    """(columns kept, rows without headings nor the other columns, names of those dropped) of a pasted table."""
    width = max([len(row) for row in rows] + [0])
    titles = _titles(rows, width)
    heads = rows[titles] if titles >= 0 else []
    body = rows[titles + 1:] if titles >= 0 else rows
    kept: list[Column] = []
    ranks: list[int] = []
    dropped: list[str] = []
    for rank in range(width):
        heading = heads[rank] if rank < len(heads) else ""
        held = column(body, rank)
        barred = heading if is_barred(heading) else _barred_by(held) if meaning(heading) == "" else ""
        if barred:
            dropped.append(heading or barred)
        elif heading or held:
            ranks.append(rank)
            kept.append(Column(len(ranks) - 1, heading, meaning(heading)))
    cut = [[row[rank] if rank < len(row) else "" for rank in ranks] for row in body]
    if not heads:
        _guess(kept, cut)
    return kept, [row for row in cut if "".join(row) != ""], dropped


def _titles(rows: list[list[str]], width: int) -> int:
    """The rank of the row of headings, -1 where there is none."""
    for rank in range(min(LOOKED_AT, len(rows))):
        filled = [cell for cell in rows[rank] if cell]
        named = [cell for cell in filled if meaning(cell)]
        known = len(named) + len([cell for cell in filled if cell not in named and is_barred(cell)])
        if named and (known >= FEWEST or known == width):
            return rank
    return -1


def _barred_by(held: list[str]) -> str:
    """What a column that nobody named holds and may not enter, "" for nothing."""
    for name, words in HELD_BARRED:
        found = [cell for cell in held if bare(cell) in words]
        if found and (name != HELD_BARRED[0][0] or len(found) == len(held)):
            return name
    return NATIONAL_NUMBER if [cell for cell in held if _is_national_number(cell)] else ""


def _is_national_number(cell: str) -> bool:
    """« 000000000ZZ », « 0000000000Z », or the number of social security."""
    text = cell.replace(" ", "")
    digits = len([sign for sign in text if sign in "0123456789"])
    if is_number(text):
        return len(text) in SOCIAL
    return len(text) == NATIONAL and digits >= NATIONAL - 2 and is_number(text[:NATIONAL - 2]) and text.isalnum()


def _guess(columns: list[Column], rows: list[list[str]]) -> None:
    """Say what columns without headings hold, where it tells what it is; of a telephone nobody says whose."""
    used: list[str] = []
    for one in columns:
        held = column(rows, one.rank)
        for means, is_one in _FORMS:
            if held and means not in used and all([is_one(cell) for cell in held]):
                one.means = means
                break
        if one.means in (headings.TELEPHONE, headings.COURRIEL):
            one.likely = tuple([who + one.means for who in ("", headings.FIRST, headings.SECOND)])
            one.means = ""
        elif one.means:
            used.append(one.means)


def _is_a(kind: Date | Email | Phone | Postcode) -> Callable[[str], bool]:
    return lambda cell: kind.read(kind.accept(cell))[1] is None


def _is_postcode(cell: str) -> bool:
    return is_number(Postcode().accept(cell)) and len(Postcode().accept(cell)) == 5


def _is_class(cell: str) -> bool:
    return level_of_class(cell) != ""


def _is_whole_address(cell: str) -> bool:
    found = address(cell)
    return found is not None and found[0] != ""


def _is_phone(cell: str) -> bool:
    return Phone().judge(Phone().accept(cell))[1] is None


def _is_regime(cell: str) -> bool:
    value, among = regime_of_label(cell)
    return cell[:1] not in "0123456789" and (value != "" or among != [])


def _has_letters(cell: str) -> bool:
    return cell != "" and not [sign for sign in cell if not (sign.isalpha() or sign in " -'’.")]


def _is_name(cell: str) -> bool:
    return _has_letters(cell) and cell == cell.upper()


def _is_whole_name(cell: str) -> bool:
    return _has_letters(cell) and len(halves(cell)) > 1


_FORMS = ((headings.NAISSANCE, _is_a(Date())), (headings.COURRIEL, _is_a(Email())),
          (headings.CODE_POSTAL, _is_postcode), (headings.TELEPHONE, _is_phone),
          (headings.CLASSE, _is_class),
          (WHOLE_ADDRESS, _is_whole_address), (headings.REGIME, _is_regime),
          (headings.NOM_PRENOM, _is_whole_name), (headings.NOM, _is_name),
          (headings.PRENOM, _has_letters))
"""What the cells of a column are, told by their form: the surest first."""
