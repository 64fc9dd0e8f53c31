"""A week as a grid: hours downwards, days across, every lesson and every stage as long as it lasts."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.drawings.canvas import Canvas
from pid_rules.drawings.measure import cut, hyphened, width_of, wrapped, wrapped_and_cut
from pid_rules.drawings.places import one_line
from pid_rules.form.options import COLLEGE
from pid_rules.planning.grid import DAYS, Cell, Grid
from pid_rules.planning.letters import LETTERS
from pid_rules.words import dates, horaires
from pid_rules.words.visible import NBSP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pid_rules.drawings.canvas import Drawing
    from pid_rules.drawings.places import Places
    from pid_rules.planning.hours import Stay
    from pid_rules.planning.weeks import Slot, Week

WIDTH, HALF, GAP = 483, 236, 11
SIZE, LARGE = 8, 11
"""Points of the words: on paper, and in large type."""
HOUR = horaires.HOUR
OPENS, CLOSES = 8 * HOUR, 17 * HOUR
"""Hours of a week of which nothing is known."""
TALL, TALLEST, LOWEST = 150, 18, 9
"""Points of a grid, of its hours at most and at least, for words of ``SIZE``."""
LOW, LEAST = 54, 6
"""The same where room is scarce."""
SCHOOL_DAYS = 5
LONGEST_CODE = 4
SHORTENED = {"Français": ("Français", "Fr"), "Mathématiques": ("Maths", "Ma"), "EPS": ("EPS",), "SVT": ("SVT",),
             "Histoire-géographie-EMC": ("HG-EMC", "HG"), "Arts plastiques": ("Arts pl.", "Arts", "Art"),
             "Éducation musicale": ("Musique", "Mus"), "Technologie": ("Techno", "Tec"),
             "Physique-chimie": ("Phys.-ch.", "PC"), "LV1": ("LV1",), "LV2": ("LV2",)}
"""The disciplines of the grid in fewer letters."""


def ordinary_of(models: list[Week]) -> Week | None:
    """The week from which the others differ: the first of which every slot is at the collège, else the first."""
    whole = [model for model in models if all([slot.place == COLLEGE for slot in model.slots if slot.complete])]
    return (whole + models + [None])[0]


def with_stage_of(models: list[Week]) -> Week | None:
    """The week that holds most hours elsewhere, None where none does."""
    away = [model for model in models if model.elsewhere]
    return max(away, key=lambda model: model.elsewhere) if away else None


def one_week(places: Places, week: Week, width: int = WIDTH, size: int = SIZE,
             ordinary: Week | None = None, tall: int = TALL, beside: Sequence[Week] = ()) -> Drawing:
    """One week model, its name above; the lessons of the ``ordinary`` one that are not given are dashed. Its hours are
    also those of the weeks drawn ``beside``."""
    return _drawn(places, [week], ordinary, width, size, tall, beside)


def side_by_side(places: Places, week: Week, other: Week, ordinary: Week | None = None) -> Drawing:
    """Two week models with the same hours: in each, the lessons of the ``ordinary`` one that are not given are
    dashed."""
    return _drawn(places, [week, other], ordinary, HALF, SIZE)


def of_stage(stay: Stay, width: int = WIDTH) -> Drawing:
    """The days of one stage for its host: each presence with its hours, breaks left out."""
    canvas = Canvas(width)
    present = [presence for presence in stay.presences if presence.complete]
    cells = [Cell(cast("int", presence.day), presence.letter, start, end, [0]) for presence in present
             for start, end in presence.work]
    frame = _Frame(canvas, 0, 0, width, cells, SIZE, LOW)
    frame.draw()
    for cell in cells:
        if cell.letter:
            frame.split(cell.day)
        frame.block(cell, "stage", [_hours(cell.start, cell.end)])
    said = [dates.DAYS_OF_WEEK[cell.day] + ", " + _hours(cell.start, cell.end)
            + (" (semaine " + cell.letter + ")" if cell.letter else "") for cell in cells]
    return canvas.drawing(frame.bottom + 4, "Présence dans l’organisme d’accueil : " + " ; ".join(said) + ".")


def by_hand(tall: int = TALL, size: int = SIZE) -> Drawing:
    """An empty grid to draw in."""
    canvas = Canvas(WIDTH)
    frame = _Frame(canvas, 0, 0, WIDTH, [], size, tall)
    frame.draw()
    return canvas.drawing(frame.bottom + size // 2, "Grille vide, du lundi au vendredi, à remplir à la main.")


def told(places: Places, week: Week) -> str:
    """A week in words: « Lundi : 8 h 30 – 10 h 30, Français ; … »."""
    days: list[str] = []
    for day in range(DAYS):
        slots = sorted([slot for slot in week.slots if slot.complete and slot.day == day],
                       key=lambda slot: (slot.start, slot.letter))
        said = [_hours(cast("int", slot.start), cast("int", slot.end)) + ", "
                + (lesson(slot)[0] if slot.place == COLLEGE else places.name(slot.place))
                + (" (semaine " + slot.letter + ")" if slot.letter else "") for slot in slots]
        if said:
            days.append(dates.DAYS_OF_WEEK[day] + " : " + " ; ".join(said))
    return title_of(week) + " : " + (". ".join(days) or "aucun horaire") + "."


def title_of(week: Week) -> str:
    """Its name, « Semaine type » without one."""
    return one_line(week.name) or "Semaine type"


def _hours(start: int, end: int) -> str:
    """« 8 h 30 – 10 h 30 »."""
    return horaires.in_words(start) + " – " + horaires.in_words(end)


def _drawn(places: Places, weeks: list[Week], ordinary: Week | None, width: int, size: int,
           tall: int = TALL, beside: Sequence[Week] = ()) -> Drawing:
    canvas = Canvas(width if len(weeks) == 1 else 2 * width + GAP)
    timed = [*weeks, *beside] + ([ordinary] if ordinary is not None else [])
    cells = [cell for week in timed for day in Grid(week.slots, [], []).days for cell in day if cell.ranks]
    bottom = 0
    for rank, week in enumerate(weeks):
        left = rank * (width + GAP)
        canvas.text(left, size, size + 1, cut(title_of(week), width, size + 1), "strong")
        frame = _Frame(canvas, left, size + 5, width, cells, size, tall)
        frame.draw()
        _fill(frame, places, week, ordinary)
        bottom = frame.bottom + 4
    if [shape for shape in canvas.shapes if shape[-1] == "lost"]:
        bottom += SIZE + 2
        canvas.rect(0, bottom - 6, 9, 6, "lost")
        canvas.text(12, bottom, SIZE, "cours de la semaine ordinaire qui n’a pas lieu", "muted")
    return canvas.drawing(bottom + 2, " ".join([told(places, week) for week in weeks]))


class _Frame:
    """Hours and days of one grid: where its lines stand, and where a cell falls."""

    def __init__(self, canvas: Canvas, left: int, top: int, width: int, cells: list[Cell], size: int,
                 tall: int = TALL) -> None:
        self.canvas = canvas
        self.size = size
        self.left = left + 5 * size // 2
        self.top = top + 5 * size // 2
        self.right = left + width
        self.days = max([SCHOOL_DAYS] + [cell.day + 1 for cell in cells])
        self.opens = min([cell.start for cell in cells] or [OPENS]) // HOUR * HOUR
        self.closes = (max([cell.end for cell in cells] or [CLOSES]) + HOUR - 1) // HOUR * HOUR
        hours = (self.closes - self.opens) // HOUR
        self.hour = max(LOWEST if tall == TALL else LEAST, min(TALLEST, tall // hours)) * size // SIZE
        self.bottom = self.top + self.hour * hours

    def x(self, day: int) -> int:
        """Where a day begins."""
        return self.left + (self.right - self.left) * day // self.days

    def y(self, minute: int) -> int:
        """Where a minute stands."""
        return self.top + (minute - self.opens) * self.hour // HOUR

    def draw(self) -> None:
        """The hours and the days."""
        for hour in range(self.opens, self.closes + 1, HOUR):
            self.canvas.line(self.left, self.y(hour), self.right, self.y(hour), "muted")
            if self.hour > self.size or hour // HOUR % 2 == 0:
                self.canvas.text(self.left - 2, self.y(hour) + self.size // 3, self.size, horaires.in_words(hour),
                                 "muted", "end")
        for day in range(self.days):
            self.canvas.line(self.x(day), self.top, self.x(day), self.bottom, "muted")
            self.canvas.text((self.x(day) + self.x(day + 1)) // 2, self.top - 3 * self.size // 2, self.size,
                             dates.DAYS_OF_WEEK[day][:3] + ".", "strong", "middle")
        self.canvas.line(self.right, self.top, self.right, self.bottom, "muted")

    def split(self, day: int) -> None:
        """The letters above the two halves of a day."""
        for index in (0, 1):
            self.canvas.text(self.x(day) + (self.x(day + 1) - self.x(day)) * (1 + 2 * index) // 4, self.top - 3,
                             self.size, LETTERS[index], "muted", "middle")

    def block(self, cell: Cell, kind: str, choices: list[str]) -> None:
        """A cell at its place, with the first of the words that holds in it, and its hours where they do."""
        left, right = self.x(cell.day) + 1, self.x(cell.day + 1) - 1
        if cell.letter:
            middle = (left + right) // 2
            left, right = (left, middle) if cell.letter == LETTERS[0] else (middle + 1, right)
        top, bottom = self.y(cell.start), max(self.y(cell.end), self.y(cell.start) + 2)
        self.canvas.rect(left, top, right - left, bottom - top, kind)
        lead = self.size + 1
        lines = self._lines(choices, right - left - 1, (bottom - top - 1) // lead)
        hours = _hours(cell.start, cell.end)
        fits = (len(lines) + 1) * lead < bottom - top and width_of(hours, self.size) <= right - left - 1
        if fits and hours not in choices:
            lines.append(hours)
        text = "on" if kind == "stage" else "muted" if kind == "lost" else "ink"
        baseline = (top + bottom - lead * len(lines)) // 2 + self.size - 1
        for rank, words in enumerate(lines):
            self.canvas.text((left + right) // 2, baseline + rank * lead, self.size, words, text, "middle")

    def _lines(self, choices: list[str], room: int, most: int) -> list[str]:
        """The first of the words that hold in a cell, on several lines if need be, else what can be read of the
        last."""
        if most < 1:
            return []
        for words in choices + [hyphened(choices[-1], room, self.size)]:
            lines = wrapped(words, room, self.size, most)
            if lines:
                return lines
        return wrapped_and_cut(choices[-1], room, self.size, most)


def _fill(frame: _Frame, places: Places, week: Week, ordinary: Week | None) -> None:
    grid = Grid(week.slots, [], [])
    for day in range(DAYS):
        if grid.split[day]:
            frame.split(day)
        for cell in grid.days[day]:
            if cell.ranks:
                outside = [week.slots[rank] for rank in cell.ranks if week.slots[rank].place != COLLEGE]
                frame.block(cell, places.kind(outside[0].place if outside else COLLEGE), _names(places, week, cell))
    if ordinary is None or ordinary is week:
        return
    for day, cells in enumerate(Grid(ordinary.slots, [], []).days):
        for cell in cells:
            if cell.ranks and not [one for one in grid.days[day] if one.ranks and one.meets(cell)]:
                frame.block(cell, "lost", _names(places, ordinary, cell))


def _names(places: Places, week: Week, cell: Cell) -> list[str]:
    """What a cell may say, the longest first; several slots at once are all named."""
    named: list[list[str]] = []
    for slot in [week.slots[rank] for rank in cell.ranks]:
        words = [places.name(slot.place)] if slot.place != COLLEGE else lesson(slot)
        if words not in named:
            named.append(words)
    if len(named) == 1:
        return named[0]
    return [" / ".join([words[0] for words in named]), " / ".join([words[-1] for words in named]),
            "+" + NBSP + str(len(named))]


def lesson(slot: Slot) -> list[str]:
    """What a lesson is called, the longest first; capitals are those of a program, which the grid says better."""
    typed = one_line(slot.activity)
    shorter = list(SHORTENED[slot.name]) if slot.name in SHORTENED else []
    if shorter and (not typed or len(typed) > LONGEST_CODE and typed == typed.upper()):
        return shorter
    return [typed or "cours"] + shorter
