"""« Fiche de synthèse »: one page for whoever decides. Each part has its share of lines; what is cut says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.documents import at_stake, blocks, facts
from pid_rules.documents.drawn import calendar
from pid_rules.documents.fitting import CUT, cut, fitted, lines, shared, taken
from pid_rules.form.suites import AVIS_IEN_IO, AVIS_IEN_IO_DATE, DECISION, DECISION_DATE
from pid_rules.words.visible import NBSP

if TYPE_CHECKING:
    from pid_rules.documents.answers import Answers
    from pid_rules.documents.blocks import Printed
    from pid_rules.documents.document import Edition
    from pid_rules.documents.facts import Tick
    from pid_rules.questions.schema import Field

TITLE = "Fiche de synthèse"
ROOM = 740
"""Height of the page between its margins, in points like the measures below, those of ``site/js/pdf/sheet.js``."""
LEAD, HEADING, TITLED, ASKED, LAST = 11, 24, 22, 23, 92
"""Heights of a line of text, of a heading, of the name at the top, of what is asked, of the foot."""
GAP = 6
ACROSS, BESIDE, WHOLE, TITLE_ACROSS = 2700, 2600, 5600, 2750
"""Hundredths of the letters' size across a column, beside the mark of a list, across the page, and across it in the
size of the name."""
TICK, MOST_TICKED = 1150, 9
"""The same beside a tick, in half a column, and the most lines of such a list."""
MORE = "« … » et « autres » : la suite est dans le dossier complet."


class Part:
    """One part of a column: its title, its texts, the fewest and the most lines that it has, what the texts left out
    are called, whether the others are a list."""

    def __init__(self, title: str, texts: list[str], least: int, most: int,
                 others: tuple[str, str] = ("autre", "autres"), listed: bool = True) -> None:
        self.title = title
        self.texts = texts
        self.least = least
        self.others = others
        self.across = BESIDE if listed else ACROSS
        self.listed = listed
        self.wanted = min(most, taken(texts, self.across))

    def drawn(self, most: int) -> list[Printed]:
        """The part on so many lines."""
        kept = fitted(self.texts, self.across, most, self._left_out)
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
    left, right = _left(answers, edition, room), _right(answers, edition, room)
    return [blocks.sheet(TITLE, head, left, right, _foot(answers, _is_cut(head + left + right)))]


def _head(answers: Answers, edition: Edition) -> tuple[list[Printed], int]:
    """Who, from where, what is asked; with its height."""
    birth, origin = facts.birthdays(answers, edition), cut(facts.origin(answers, edition), WHOLE, 2)
    said = [birth] if birth else []
    made = [blocks.heading(1, cut(facts.identity(answers, edition), TITLE_ACROSS, 2))]
    height = TITLED * len(lines(made[0]["text"], TITLE_ACROSS)) + ASKED
    for text in said + [origin]:
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


def _left(answers: Answers, edition: Edition, room: int) -> list[Printed]:
    ticked, height = _ticks(answers)
    weeks = Part("La semaine", at_stake.weeks_in_words(answers), 3, 9, ("autre semaine", "autres semaines"))
    lost = Part("Ce que l’élève perd, par semaine", at_stake.lost(answers, edition), 3, 14,
                ("autre discipline", "autres disciplines"))
    call = Part("Qui appeler", facts.to_call(answers), 2, 6, listed=False)
    above = [weeks, lost]
    return _column(above, room - height - HEADING - LEAD * call.wanted) + ticked + call.drawn(call.wanted)


def _right(answers: Answers, edition: Edition, room: int) -> list[Printed]:
    return _column([
        Part("Pourquoi maintenant", facts.why_now(answers), 4, 9, listed=False),
        Part("Déjà essayé", facts.tried(answers), 3, 9, ("autre mesure", "autres mesures")),
        Part("Objectifs", facts.goals(answers), 3, 9, ("autre objectif", "autres objectifs")),
        Part("À trancher", facts.to_settle(answers, edition), 7, 40, ("autre point", "autres points"))], room)


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
