"""A timetable pasted as a grid: days above, hours at the left, one or several names in a cell.

Rows of cells are given, a merged cell being written in each row that it covers, with the line ends that it holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.planning.lessons import BREAK
from pid_rules.reprise.cours import LEFT, day_of, is_list, letter_of, of_list
from pid_rules.reprise.lesson import Found, Lesson
from pid_rules.reprise.proposal import REFUSED, TOLD, Notice
from pid_rules.words.declared import declared
from pid_rules.words.horaires import DAY, HOUR, parse_time, read_range, read_time
from pid_rules.words.visible import BLANKS

if TYPE_CHECKING:
    Hours = tuple[int, int]

FEWEST_DAYS = 3
NO_DAY = "Aucun jour reconnu dans la première ligne. Copiez aussi la ligne des jours."
NO_LESSON = "Aucun cours dans cette grille. Copiez aussi la colonne des heures."
ENDS = "Seul le début des heures est écrit. Vérifiez à quelle heure finit chaque cours."
LABELS = declared("Les heures de certaines lignes ne sont pas écrites ({0}) : indiquez-les une fois.")
LETTERED = ("s", "q")
"""With a number, they are a week in two at the beginning of a line; « S1 » at its end may be a room."""


def read(rows: list[list[str]], bells: dict[str, str] | None = None) -> Found:
    """The week of a pasted table, list or grid; ``bells`` are the hours of the rows that bear a name, « M1 »."""
    if is_list(rows):
        return of_list(rows)
    top, days = _days(rows)
    if not days:
        return Found([], [], [Notice(REFUSED, NO_DAY)])
    notices: list[Notice] = []
    first = min([rank for rank, _, _ in days])
    heads = [" ".join([cell for cell in row[:first] if cell]) for row in rows[top + 1:]]
    hours, labels = _hours(heads, rows[top + 1:], first, bells or {}, notices)
    lessons: list[Lesson] = []
    for row, span in zip(rows[top + 1:], hours):
        if span is not None:
            lessons += _lessons(row, days, span)
    if labels:
        notices.append(Notice(TOLD, LABELS.format(", ".join(labels))))
    elif not lessons:
        notices.append(Notice(REFUSED, NO_LESSON))
    return Found(lessons, [], notices, None, labels)


def _days(rows: list[list[str]]) -> tuple[int, list[tuple[int, int, str]]]:
    """(row of the days, [(column, day, letter of its weeks)]), (0, []) where no row names three days."""
    for top in range(len(rows)):
        found: list[tuple[int, int, str]] = []
        for rank in range(len(rows[top])):
            letter, name = marked(rows[top][rank])
            day = day_of(name)
            if day is not None:
                found.append((rank, day, letter))
        if len(found) >= FEWEST_DAYS:
            return top, found
    return 0, []


def _hours(heads: list[str], rows: list[list[str]], first: int, bells: dict[str, str],
           notices: list[Notice]) -> tuple[list[Hours | None], list[str]]:
    """(the hours of each row, None for one that is left, the names of those whose hours are to be asked)."""
    starts: list[int | None] = []
    found: list[Hours | None] = []
    labels: list[str] = []
    for head, row in zip(heads, rows):
        text = bells.get(head, head)
        both, start = read_range(text), read_time(text)
        found.append(None if both is None else (parse_time(both[0]) or 0, parse_time(both[1]) or 0))
        starts.append(parse_time(start) if both is None and start is not None else None)
        if both is None and start is None and head and "".join(row[first:]) != "":
            if _is_name(head):
                labels.append(head)
            else:
                notices.append(Notice(TOLD, LEFT.format(head)))
    if [start for start in starts if start is not None]:
        notices.append(Notice(TOLD, ENDS))
    return [span or _ended(starts, rank) for rank, span in enumerate(found)], labels


def _is_name(head: str) -> bool:
    """« M1 », « P3 »: the name of a row, not hours that contradict themselves."""
    return len(head.split()) == 1 and head[:1].isalpha()


def _ended(starts: list[int | None], rank: int) -> Hours | None:
    """The hours of a row of which only the start is written: as long as the time between two rows mostly is."""
    start = starts[rank]
    if start is None:
        return None
    known = [one for one in starts if one is not None]
    gaps = [after - before for before, after in zip(known, known[1:]) if 0 < after - before <= HOUR + BREAK]
    counts = {gap: gaps.count(gap) for gap in gaps}
    usual = max(counts, key=lambda gap: (counts[gap], -gap)) if counts else HOUR
    return (start, start + usual) if start + usual < DAY else None


def _lessons(row: list[str], days: list[tuple[int, int, str]], span: Hours) -> list[Lesson]:
    made: list[Lesson] = []
    for rank, day, of_column in days:
        for letter, name in names_of(row[rank]) if rank < len(row) else []:
            made.append(Lesson(day, span[0], span[1], name, letter or of_column))
    return made


def names_of(cell: str) -> list[tuple[str, str]]:
    """[(letter, name)] of a cell: its first line, or each line that says in which weeks."""
    lines = [line.strip(BLANKS) for line in cell.replace(" / ", "\n").split("\n")]
    lines = [line for line in lines if line != ""]
    found: list[tuple[str, str]] = []
    for rank in range(len(lines)):
        letter, name = marked(lines[rank])
        if letter and name == "" and rank + 1 < len(lines):
            name = lines[rank + 1]
        if letter and name:
            found.append((letter, name))
    if found:
        return found
    whole = [line.strip(BLANKS) for line in cell.split("\n") if line.strip(BLANKS)]
    return [("", whole[0])] if whole else []


def marked(line: str) -> tuple[str, str]:
    """(letter, what is left) of « S1 : SVT », « SVT (A) », « Techno sem. B »; ("", line) of another one."""
    head, colon, rest = line.partition(":")
    if colon and letter_of(head):
        return letter_of(head) or "", rest.strip(BLANKS)
    if line[-1:] == ")" and "(" in line:
        before, _, inside = line[:-1].rpartition("(")
        if letter_of(inside) and inside[:1].lower() != "s" or letter_of(inside) and " " in inside:
            return letter_of(inside) or "", before.strip(BLANKS + "-")
    words = line.split()
    for count in (2, 1):
        begins, ends = " ".join(words[:count]), " ".join(words[-count:])
        if len(words) >= count and letter_of(begins) and (count == 2 or begins[:1].lower() in LETTERED):
            return letter_of(begins) or "", " ".join(words[count:]).strip(BLANKS + "-")
        if len(words) > count and letter_of(ends) and (count == 2 or ends[:1].lower() == "q"):
            return letter_of(ends) or "", " ".join(words[:-count]).strip(BLANKS + "-")
    return "", line
