"""« Fiche de synthèse »: one page for whoever decides. Each part has its share of lines; what is cut says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.documents import at_stake, blocks, facts
from pid_rules.documents.drawn import calendar
from pid_rules.documents.fitting import CUT, cut, fitted, lines, shared, taken
from pid_rules.drawings import semaine
from pid_rules.form.suites import AVIS_IEN_IO, AVIS_IEN_IO_DATE, DECISION, DECISION_DATE
from pid_rules.words.visible import NBSP

if TYPE_CHECKING:
    from pid_rules.documents.answers import Answers
    from pid_rules.documents.at_stake import Weeks
    from pid_rules.documents.blocks import Printed
    from pid_rules.documents.document import Edition
    from pid_rules.documents.facts import Tick
    from pid_rules.questions.schema import Field

TITLE = "Fiche de synthèse"
ROOM = 740
"""Height of the page between its margins, in points like the measures below, those of ``site/js/pdf/sheet.js``."""
LEAD, HEADING, TITLED, ASKED, LAST = 11, 20, 22, 23, 92
"""Heights of a line of text, of a heading, of the name at the top, of what is asked, of the foot."""
GAP = 6
ACROSS, BESIDE, WHOLE, TITLE_ACROSS = 2900, 2790, 5950, 2850
"""Hundredths of the letters' size across a column, beside the mark of a list, across the page, and across it in the
size of the name: a little more than there is, since the widths of letters are a little more than they are."""
TICK, MOST_TICKED = 1230, 9
"""The same beside a tick, in half a column, and the most lines of such a list."""
MORE = "« … » et « autres » : la suite est dans le dossier complet."


class Part:
    """One part of a column: its title, its texts, the fewest and the most lines that it has, what the texts left out
    are called, whether the others are a list, and the fewest lines of a text that is cut."""

    def __init__(self, title: str, texts: list[str], least: int, most: int,
                 others: tuple[str, str] = ("autre", "autres"), listed: bool = True, each: int = 1) -> None:
        self.title = title
        self.texts = texts
        self.least = least
        self.others = others
        self.each = each
        self.across = BESIDE if listed else ACROSS
        self.listed = listed
        self.wanted = min(most, taken(texts, self.across))

    def drawn(self, most: int) -> list[Printed]:
        """The part on so many lines."""
        kept = fitted(self.texts, self.across, most, self._left_out, self.each)
        shown = blocks.bullets(kept) if self.listed else [blocks.paragraph(text) for text in kept]
        return [blocks.heading(2, self.title)] + shown

    def _left_out(self, number: int) -> str:
        return "et " + facts.counted(number, *self.others)


def synthesis(answers: Answers, place: str, edition: Edition) -> list[Printed]:
    """The page, [] of a dossier to fill by hand: there is nothing to sum up."""
    if answers.blank_form:
        return []
    head, height = _head(answers, edition)
    room = ROOM - height - LAST
    weeks = at_stake.Weeks(answers)
    left, right = _left(answers, edition, weeks, room), _right(answers, edition, weeks, room)
    return [blocks.sheet(TITLE, head, left, right, _foot(answers, _is_cut(head + left + right)))]


def _head(answers: Answers, edition: Edition) -> tuple[list[Printed], int]:
    """Who, from where, whom to call, what is asked, the calendar; with its height."""
    said = [cut(facts.origin(answers, edition), WHOLE, 2)] + [cut(one, WHOLE, 1) for one in facts.to_call(answers)]
    made = [blocks.heading(1, cut(facts.identity(answers, edition), TITLE_ACROSS, 2))]
    height = TITLED * len(lines(made[0]["text"], TITLE_ACROSS)) + ASKED
    for text in said:
        made.append(blocks.paragraph(text))
        height += LEAD * len(lines(text, WHOLE))
    made.append(blocks.paragraph(facts.asked(answers), "ask"))
    drawn = calendar(answers, edition)
    made += [blocks.heading(2, facts.extent(answers, edition)), *drawn]
    return made, height + HEADING + (drawn[0]["height"] + GAP if drawn[0]["t"] == "figure" else LEAD)


def _column(parts: list[Part], room: int) -> list[Printed]:
    """Parts one under the other, in a height."""
    left = (room - HEADING * len(parts)) // LEAD
    given = shared([part.wanted for part in parts], [part.least for part in parts], left)
    made: list[Printed] = []
    for part, most in zip(parts, given):
        made += part.drawn(most)
    return made


def _left(answers: Answers, edition: Edition, weeks: Weeks, room: int) -> list[Printed]:
    """The ordinary week, what is lost, who agrees."""
    week, above = _week(weeks.drawn(weeks.ordinary), weeks.left())
    ticked, below = _ticks(answers)
    return week + _lost(answers, edition, room - above - below) + ticked


def _right(answers: Answers, edition: Edition, weeks: Weeks, room: int) -> list[Printed]:
    """The week with a stage, why, what was tried and is aimed at, what is to be settled."""
    week, height = _week(weeks.drawn(weeks.with_stage), weeks.right())
    to_settle = Part(facts.judged_on("À trancher", edition), facts.to_settle(answers, edition), 7, 40,
                     ("autre point", "autres points"), each=2)
    return week + _column([
        Part("Pourquoi maintenant", facts.why_now(answers), 4, 9, listed=False),
        Part("Déjà essayé", facts.tried(answers), 3, 9, ("autre mesure", "autres mesures")),
        Part("Objectifs", facts.goals(answers), 3, 9, ("autre objectif", "autres objectifs")),
        to_settle], room - height)


def _week(drawn: list[Printed], said: str) -> tuple[list[Printed], int]:
    """A week drawn, with what is said of it; with its height."""
    if not said:
        return [], 0
    words = cut(said, ACROSS, 2)
    above = drawn or [blocks.heading(2, "La semaine")]
    height = above[0]["height"] + GAP if drawn else HEADING
    return above + [blocks.paragraph(words)], height + LEAD * len(lines(words, ACROSS))


def _lost(answers: Answers, edition: Edition, room: int) -> list[Printed]:
    """The hours of each discipline before and during, as many as there is room for."""
    hours = at_stake.Hours(answers, edition)
    made = [blocks.heading(2, "Ce que l’élève perd, par semaine")]
    room -= HEADING + LEAD * taken(hours.notes, ACROSS)
    if hours.bars.known:
        drawing, left = hours.bars.within(semaine.HALF, room - GAP)
        if left:
            drawing, left = hours.bars.within(semaine.HALF, room - GAP - LEAD)
        made.append(blocks.figure(drawing))
        if left:
            made.append(blocks.paragraph("et " + facts.counted(left, "autre discipline", "autres disciplines")))
    return made + [blocks.paragraph(note) for note in hours.notes]


def _ticks(answers: Answers) -> tuple[list[Printed], int]:
    """Opinions and agreements side by side, with their height."""
    lists = [("Avis", _ticked(facts.opinions(answers))), ("Contrat, dates notées", _ticked(facts.agreements(answers)))]
    tall = max([taken([words for _, words in items], TICK) for _, items in lists]) + 1
    return [blocks.heading(2, "Avis et accords"), blocks.ticks(lists)], HEADING + tall * LEAD + GAP


def _ticked(items: list[Tick]) -> list[Tick]:
    """The items on a few lines; what says that some are left out has no sign."""
    words = fitted([one for _, one in items], TICK, MOST_TICKED, _others)
    signs = [sign for sign, _ in items]
    return list(zip(signs if len(words) == len(items) else signs[:len(words) - 1] + [""], words))


def _others(number: int) -> str:
    return "et " + facts.counted(number, "autre", "autres")


def _foot(answers: Answers, is_cut: bool) -> list[Printed]:
    """Where the IEN-IO and the IA-DASEN answer; what they have answered is ticked."""
    frames = blocks.frames((
        ("Avis de l’IEN-IO", (_choices(answers, AVIS_IEN_IO), _dated(answers, AVIS_IEN_IO_DATE))),
        ("Décision de l’IA-DASEN", (_choices(answers, DECISION), _dated(answers, DECISION_DATE)))))
    return [frames] + ([blocks.paragraph(MORE, "note")] if is_cut else [])


def _choices(answers: Answers, field: Field) -> str:
    """« ☐ favorable ☑ avec réserves »."""
    given = answers.text(field.path)
    return (NBSP + " ").join([("☑" if label == given else "☐") + NBSP + label.replace(" ", NBSP)
                              for _, label in field.kind.options])


def _dated(answers: Answers, field: Field) -> str:
    given = answers.text(field.path)
    return "Le " + given + ". Signature :" if given else "Date, motifs, signature :"


def _is_cut(made: list[Printed]) -> bool:
    """Whether some text of the page was cut, or left out."""
    said: list[str] = []
    for block in made:
        said += [block["text"]] if block["t"] in ("h", "p") else block["items"] if block["t"] == "ul" else []
        said += [words for one in block["lists"] for _, words in one["items"]] if block["t"] == "ticks" else []
    return any([CUT in text or text.startswith("et ") for text in said])
