"""A bilan as a table: a row for each objective and strategy of the parcours, what the former bilan said of it, and what
the log tells since then."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.documents.answers import Answers
from pid_rules.dossier.paths import day_at, get, is_blank
from pid_rules.form import FORM, parcours, suites
from pid_rules.form.bilans import BILAN_FINAL, BILANS, ETAPE, assessment_of
from pid_rules.words import dates

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.form.bilans import Assessment
    from pid_rules.questions.schema import Block, Field
    from pid_rules.shapes import Dossier


class Judged:
    """What a bilan asks of an objective or of a strategy: the list of its lines, the question that names it, those that
    judge it and the one for remarks, None without any."""

    def __init__(self, lines: Block, named: Field, marks: tuple[Field, ...], remark: Field | None) -> None:
        self.lines = lines
        self.named = named
        self.marks = marks
        self.remark = remark


def objectives(asked: Assessment) -> Judged:
    """What is asked of each objective."""
    return Judged(asked.objectifs, asked.objectif,
                  (asked.degre, asked.objectif_efficacite, asked.objectif_pertinence), asked.objectif_commentaire)


def strategies(asked: Assessment) -> Judged:
    """What is asked of each strategy."""
    return Judged(asked.strategies, asked.strategie,
                  (asked.strategie_suite, asked.strategie_efficacite, asked.strategie_pertinence), None)


class Row:
    """One of them: its ``words``, its ``line`` in the bilan, "" where it has none yet, and what was said of it
    ``before``, in words."""

    def __init__(self, asked: Judged, identifier: str, words: str, line: str, before: str) -> None:
        self.asked = asked
        self.identifier = identifier
        self.words = words
        self.line = line
        self.before = before


class BilanTable:
    """The table of the bilan at a place."""

    def __init__(self, dossier: Dossier, place: str) -> None:
        self.dossier = dossier
        self.place = place
        self.answers = Answers(FORM, dossier)
        self.former = _former(dossier, place)
        asked = assessment_of(place)
        self.rows: list[Row] = []
        for objective in _places(dossier, parcours.OBJECTIFS):
            self._judge(objectives(asked), objectives(ETAPE), objective, parcours.OBJECTIF_ID, parcours.OBJECTIF)
            for strategy in _places(dossier, parcours.STRATEGIES, objective):
                self._judge(strategies(asked), strategies(ETAPE), strategy, parcours.STRATEGIE_ID, parcours.STRATEGIE)

    def _judge(self, asked: Judged, before: Judged, item: str, identifier: Field, words: Field) -> None:
        """Add the row of an item, which a line of the bilan designates by its identifier."""
        named = get(self.dossier, identifier.at(item))
        if isinstance(named, str) and not is_blank(named):
            former = self._line(before, self.former, named) if self.former else ""
            self.rows.append(Row(asked, named, self.answers.text(words.at(item)), self._line(asked, self.place, named),
                                 self._said(before, former) if former else ""))

    def _line(self, asked: Judged, bilan: str, identifier: str) -> str:
        """The place of the line of a bilan that designates an item, "" where it has none."""
        for line in _places(self.dossier, asked.lines, bilan):
            if get(self.dossier, asked.named.at(line)) == identifier:
                return line
        return ""

    def _said(self, asked: Judged, line: str) -> str:
        """« en cours, efficacité 3, pertinence 4 », "" where the line of the former bilan says nothing."""
        told = [self.answers.text(asked.marks[0].at(line)).lower()]
        for mark in asked.marks[1:]:
            rating = get(self.dossier, mark.at(line))
            told.append("" if is_blank(rating) else mark.label.lower() + " " + str(rating))
        return ", ".join([text for text in told if text])

    def since(self) -> str:
        """The day of the former bilan in words, "" where it has none."""
        day = day_at(self.dossier, ETAPE.date.at(self.former)) if self.former else None
        return dates.in_words(day) if day is not None else ""

    def notes(self) -> list[list[str]]:
        """(day and kind, text) of each note of the log since the former bilan, up to the day of this one, in order."""
        first = day_at(self.dossier, ETAPE.date.at(self.former)) if self.former else None
        last = day_at(self.dossier, assessment_of(self.place).date.at(self.place))
        found: list[tuple[int, int, list[str]]] = []
        for rank, note in enumerate(_places(self.dossier, suites.JOURNAL)):
            day = day_at(self.dossier, suites.JOURNAL_DATE.at(note))
            if day is not None and (first is None or day > first) and (last is None or day <= last):
                found.append((day, rank, self._note(note)))
        found.sort(key=lambda one: one[:2])
        return [one[2] for one in found]

    def _note(self, note: str) -> list[str]:
        told = [self.answers.text(field.at(note)) for field in (suites.JOURNAL_DATE, suites.JOURNAL_TYPE)]
        return [" – ".join([text for text in told if text]), self.answers.text(suites.JOURNAL_TEXTE.at(note))]


def _former(dossier: Dossier, place: str) -> str:
    """The place of the bilan d'étape before the one at a place, "" for the first: the last by its day, then in the
    list."""
    known = _places(dossier, BILANS)
    earlier = known if place == BILAN_FINAL else known[:int(place.split(".")[1])]
    dated: list[tuple[Any, int, str]] = [(day_at(dossier, ETAPE.date.at(bilan)) or 0, rank, bilan)
                                         for rank, bilan in enumerate(earlier)]
    dated.sort()
    return dated[-1][2] if dated else ""


def _places(dossier: Dossier, block: Block, place: str = "") -> list[str]:
    """The places of the items of a list, of the item at ``place``."""
    path = block.at(place)
    held = get(dossier, path)
    return [path + "." + str(index) for index in range(len(held) if isinstance(held, list) else 0)]
