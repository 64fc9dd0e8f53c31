"""How many lines texts take on paper, and texts cut at a word so that they take no more: what is cut always says so.

Widths are hundredths of the size of the letters, never under those of the faces of the PDF.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.drawings.measure import width_of
from pid_rules.words.typography import french
from pid_rules.words.visible import NBSP

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

CUT = " …"
LONGEST = 1200
"""Characters of a text that are measured at most: more than a page of a few lines for each may hold."""
SPACE = width_of(" ", 100)


def width(text: str) -> int:
    """Width of a text set on one line."""
    return width_of(text, 100)


def opening(text: str) -> str:
    """A text of one paragraph, cut at a word where it is far too long to be measured."""
    text = french(text).replace("\n", " ")
    if len(text) <= LONGEST:
        return text
    return (text[:LONGEST].rpartition(" ")[0] or text[:LONGEST]) + CUT


def lines(text: str, across: int) -> list[str]:
    """The lines of a text of one paragraph; a word wider than one is cut."""
    made: list[str] = []
    line, used = "", 0
    for word in _words(text, across):
        wide = width(word)
        if line and used + SPACE + wide <= across:
            line, used = line + " " + word, used + SPACE + wide
        else:
            made.append(line)
            line, used = word, wide
    return [one for one in made + [line] if one]


def _words(text: str, across: int) -> list[str]:
    """The words of a text, those that no line could hold in pieces."""
    found: list[str] = []
    for word in text.split(" "):
        if width(word) <= across:
            found.append(word)
            continue
        piece, used = "", 0
        for sign in [one for one in word]:
            if used + width(sign) > across:
                found.append(piece)
                piece, used = "", 0
            piece, used = piece + sign, used + width(sign)
        found.append(piece)
    return [word for word in found if word]


def cut(text: str, across: int, most: int) -> str:
    """A text on one paragraph of ``most`` lines at most, ended by « … » where words are left out; what was between
    quotation marks stays so."""
    text = opening(text)
    made = lines(text, across)
    if len(made) <= most:
        return text
    end = CUT + (NBSP + "»" if text.endswith("»") else "")
    last = made[most - 1].split(" ")
    while len(last) > 1 and width(" ".join(last) + end) > across:
        last = last[:-1]
    whole = " ".join(last)
    if width(whole + end) > across:
        whole = "".join([sign for sign in whole][:-len(end) - 1])
    return " ".join(made[:most - 1] + [whole]) + end


def shared(wanted: Sequence[int], least: Sequence[int], room: int) -> list[int]:
    """Of ``room`` lines how many each part has: its least, then what it wants, one line after the other."""
    given = [min(want, some) for want, some in zip(wanted, least)]
    left = room - sum(given)
    while left > 0 and any([had < want for had, want in zip(given, wanted)]):
        for position in range(len(given)):
            if left > 0 and given[position] < wanted[position]:
                given[position] += 1
                left -= 1
    return given


def fitted(texts: Sequence[str], across: int, most: int, others: Callable[[int], str], least: int = 1) -> list[str]:
    """The texts on ``most`` lines at most, each of them cut, none under ``least`` lines; where they are too many,
    ``others`` says how many are left out."""
    whole = [opening(text) for text in texts]
    wanted = [len(lines(text, across)) for text in whole]
    count = len(whole)
    while count and sum([min(want, least) for want in wanted[:count]]) + (count < len(whole)) > most:
        count -= 1
    said = [others(len(whole) - count)] if count < len(whole) else []
    given = shared(wanted[:count], [least] * count, most - len(said))
    return [cut(text, across, some) for text, some in zip(whole[:count], given)] + said


def taken(texts: Sequence[str], across: int) -> int:
    """How many lines some paragraphs take."""
    return sum([len(lines(opening(text), across)) for text in texts])
