"""Any page of the form as blocks: its questions as pairs, its lists as tables or as one section for each item."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.documents import blocks, presence
from pid_rules.documents.answers import WRITING_SPACE, is_identifier
from pid_rules.documents.gathered import GATHERED_OF
from pid_rules.form import stages
from pid_rules.questions.calendar_day import Date
from pid_rules.questions.designations import Identifier
from pid_rules.questions.formats import Phone
from pid_rules.questions.kinds import Choice, Integer, LongText
from pid_rules.questions.schema import Field, Section
from pid_rules.questions.time_of_day import Time

if TYPE_CHECKING:
    from collections.abc import Sequence

    from pid_rules.documents.answers import Answers
    from pid_rules.documents.blocks import Printed, Rows
    from pid_rules.questions.schema import Asking, Block, Page

COLUMNS = 5
"""Above this number of columns, a list is shown item by item, unless they are narrow."""

NARROW = 210
"""Widths that any number of columns may share."""

BLANK_ROWS = 3
"""Rows of a table to fill by hand of which nothing is known."""


def page(answers: Answers, shown: Page, level: int = 2) -> list[Printed]:
    """Blocks of a page, its title first; [] where it has nothing to show."""
    found = contents(answers, shown, "", level + 1)
    if found and found[0]["t"] == "table":
        found[0]["caption"] = ""  # The title of the page, just above, already says what the table holds.
    return [blocks.heading(level, shown.title)] + found if found else []


def contents(answers: Answers, asking: Asking | Part, place: str, level: int) -> list[Printed]:
    """Blocks of the questions and lists of a page or item; ``level`` is that of the headings inside."""
    made: list[Printed]
    rows: Rows
    made, rows, caption = [], [], ""
    for content in asking.contents:
        if isinstance(content, Section):
            if answers.blank_form:  # once filled, lines say by themselves what they are about
                made += blocks.pairs(rows, caption)
                rows, caption = [], content.title
        elif isinstance(content, Field):
            rows += _said(answers, content, place, asking)
        elif content.computed:
            continue
        elif is_line(content):
            rows += line(answers, content, place)
        elif len(shown(content)) == 1 and answers.places(content, place):
            rows += bulleted(answers, content, place)
        elif _is_told(answers, content, place):
            rows += [[content.label, "\n".join(TOLD[content.path][0](answers, place))]]
        else:
            made += blocks.pairs(rows, caption)
            rows, caption = [], ""
            made += repeated(answers, content, place, level)
    return made + blocks.pairs(rows, caption)


def _said(answers: Answers, field: Field, place: str, asking: Asking | Part) -> list[list[str]]:
    """The row of a question; that of the line that says it with others, at the first of them."""
    if field.path not in GATHERED_OF:
        return answers.row(field, place)
    label, fields = GATHERED_OF[field.path]
    first = [content for content in asking.contents if content in fields][0]
    return answers.together(label, place, *fields) if field is first else []


TOLD = {stages.HORAIRES.path: (presence.hours, (stages.HORAIRE_JOUR, stages.HORAIRE_DEBUT, stages.HORAIRE_FIN), ()),
        stages.VISITES.path: (presence.visits, (stages.VISITE_DATE, stages.VISITEUR), (stages.VISITE_FAITE,))}
"""Lists that one row tells: what each of their items must have for it, and what it must have besides on a form to
fill by hand, which leaves room to write the rest."""


def _is_told(answers: Answers, block: Block, place: str) -> bool:
    """Whether every item of a list can be told."""
    if block.path not in TOLD:
        return False
    _, needed, by_hand = TOLD[block.path]
    items = answers.places(block, place)
    return bool(items) and all([answers.held(field.at(item)) for item in items
                                for field in needed + (by_hand if answers.blank_form else ())])


def is_line(block: Block) -> bool:
    """Whether each item of a list fits on one line: a single answer that is not long, or by which it is named."""
    asked = shown(block)
    if len(asked) == 1:
        return block.designated or not isinstance(asked[0].kind, LongText)
    return False


def shown(block: Block) -> list[Field]:
    """The questions of a list that a person may see."""
    return [field for field in block.fields() if not field.hidden and not is_identifier(field)]


def line(answers: Answers, block: Block, place: str = "") -> list[list[str]]:
    """[[label, items]] of such a list, or []: sentences one under the other, days and people one after the other."""
    items = [" – ".join([answers.text(field.at(item)) for field in shown(block)])
             for item in answers.places(block, place)]
    if items:
        after = all([isinstance(field.kind, (Choice, Date)) for field in shown(block)])
        return [[block.label, (", " if after else "\n").join(items)]]
    return _room(answers, block)


def bulleted(answers: Answers, block: Block, place: str) -> list[list[str]]:
    """[[label, sentences one under the other]] of a list of long texts."""
    texts = [text for text in [answers.text(item) for item in answers.places(block, place)] if text]
    return [[block.label, "\n".join(["• " + text for text in texts])]] if texts else []


def _room(answers: Answers, block: Block) -> list[list[str]]:
    """[[label, room to write]] of a list without items, or [] where nobody expects any."""
    if not answers.asks(block):
        return []
    if answers.blank_form:
        return [[block.label, WRITING_SPACE]]
    needed = block.missing and (block.needed_with is None or answers.held(block.needed_with.path))
    return [[block.label, ""]] if needed else []


class Part:
    """The questions of a page or block without some of them."""

    def __init__(self, asking: Asking | Part, left_out: tuple[Field | Block, ...]) -> None:
        self.contents = [content for content in asking.contents if content not in left_out]


def repeated(answers: Answers, block: Block, place: str, level: int) -> list[Printed]:
    """A list as a table, or as one section for each item."""
    places = answers.places(block, place)
    columns = [] if block.blocks() else [field for field in shown(block) if _is_column(answers, field, places)]
    fits = len(columns) <= COLUMNS or sum([width(field) for field in columns]) <= NARROW
    is_table = len(shown(block)) > 1 and len(columns) > 1 and fits
    if not places:
        if not (answers.blank_form and answers.asks(block) and is_table):
            return blocks.pairs(_room(answers, block))
        return [blocks.table(block.label, [field.label for field in columns], [[""] * len(columns)] * BLANK_ROWS,
                             [width(field) for field in columns])] + _to_choose(answers, columns)
    if is_table:
        return [as_table(answers, block, places, columns)] + _to_choose(answers, columns, places)
    made: list[Printed] = []
    for number, item in enumerate(places):
        made.append(blocks.heading(min(level, 3), block.item[:1].upper() + block.item[1:] + " " + str(number + 1)))
        made += contents(answers, block, item, level + 1)
    return made


def _to_choose(answers: Answers, columns: list[Field], places: Sequence[str] = ("",)) -> list[Printed]:
    """A note that names the options of the columns left to fill by hand; [] where there are none."""
    if not answers.blank_form:
        return []
    choices: dict[str, str] = {}
    for field in columns:
        printed = answers.room(field)
        if printed.strip() and [place for place in places if not place or not answers.held(field.at(place))]:
            choices[printed] = (choices[printed] + ", " if printed in choices else "") + field.label
    return [blocks.paragraph(" ".join([choices[printed] + " : " + printed + "." for printed in choices]),
                             "note")] if choices else []


def _is_column(answers: Answers, field: Field, places: list[str]) -> bool:
    if answers.expected(field):
        return True
    for place in places:
        if answers.held(field.at(place)):
            return True
    return False


def as_table(answers: Answers, block: Block, places: list[str], columns: list[Field],
             caption: str | None = None) -> Printed:
    """A table with one row for each item."""
    return blocks.table(block.label if caption is None else caption, [field.label for field in columns],
                        [[answers.cell(field, place) for field in columns] for place in places],
                        [width(field) for field in columns])


def width(field: Field) -> int:
    """Relative width of the column of a question, a whole number: documents travel as JSON without floats."""
    if isinstance(field.kind, LongText):
        return 80
    if isinstance(field.kind, (Time, Integer)):
        return 30
    if isinstance(field.kind, (Date, Phone)):
        return 34
    return 44 if isinstance(field.kind, (Choice, Identifier)) else 40
