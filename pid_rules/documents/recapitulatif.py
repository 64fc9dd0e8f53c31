"""A page of the dossier to be read again before it leaves, in as few lines as it can: answers that go together on one,
each item of a list in a sentence, blanks counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.documents.answers import BEFORE_A_SPACE
from pid_rules.documents.together import BEGINNINGS, CALLED, CLEAR, ENDS, EVERY_WEEK, TOGETHER_OF
from pid_rules.dossier.asked import is_asked
from pid_rules.dossier.paths import get
from pid_rules.form import emploi_du_temps as edt
from pid_rules.form.stages import PAUSE_DEBUT
from pid_rules.planning.draft import weeks_of
from pid_rules.questions.kinds import LongText
from pid_rules.questions.schema import AVANT
from pid_rules.questions.time_of_day import Time
from pid_rules.words import horaires
from pid_rules.words.visible import NBSP

if TYPE_CHECKING:
    from pid_rules.documents.answers import Answers
    from pid_rules.planning.weeks import Week
    from pid_rules.questions.schema import Block, Field, Page

LINKS = ("au ", "à ", "de ")
"""Words before which there is no comma."""


class Line:
    """What is read at once: a label, a text, the paths of the answers that it says.

    ``item`` is the name of the item of which the line is not the first. ``week`` is the week model drawn below it.
    """

    def __init__(self, label: str, item: str = "") -> None:
        self.label = label
        self.item = item
        self.text = ""
        self.paths: list[str] = []
        self.week: Week | None = None
        self.refused: list[str] = []
        self.after = ""

    def says(self, path: str) -> bool:
        """Whether the answer at a path is said by the line, or drawn below it."""
        return path in self.paths or self.week is not None and path.startswith(self.week.path + ".")

    def add(self, words: str, after: str = ", ") -> None:
        """Go on with some words; ``after`` parts them from what comes, an end of line from what came too."""
        if self.text:
            linked = self.after == ", " and any([words.startswith(word) for word in LINKS])
            self.text += "\n" if after == "\n" else " " if linked else self.after
        self.text += words
        self.after = after

    def end(self) -> None:
        """Say at once all that was answered by « non »."""
        if self.refused:
            self.add(_labelled("Non", " ".join(self.refused)), "\n")
            self.refused = []


class PageRead:
    """The ``lines`` of a page, the paths of what is ``missing``, how many answers are ``given``, and how many optional
    questions are ``left``. A page that follows the sending misses nothing until it is begun."""

    def __init__(self, answers: Answers, page: Page) -> None:
        self.answers = answers
        self.lines: list[Line] = []
        self.missing: list[str] = []
        self.given = 0
        self.left = 0
        self.said: list[str] = []
        for content in page.contents:
            if content.role == "answer":
                self._answer(content)
            elif content.role == "items" and not content.computed:
                self._list(content)
        if page.phase != AVANT and not self.given:
            self.missing = []

    def _answer(self, field: Field) -> None:
        label, fields = self._together(field, "")
        line = Line(label)
        self._say(line, fields, "", False)
        if line.paths:
            self.lines.append(line)

    def _together(self, field: Field, place: str) -> tuple[str, tuple[Field, ...]]:
        """A label and the answers said with one: none that was said, or that nobody is asked."""
        label, fields = TOGETHER_OF[field.path] if field.path in TOGETHER_OF else (field.label, (field,))
        return label, tuple([one for one in fields if not one.computed and one.at(place) not in self.said])

    def _say(self, line: Line, fields: tuple[Field, ...], place: str, labelled: bool) -> None:
        """Add to a line the answers to questions of the item at ``place``, ``labelled`` where their words do not tell
        what they are."""
        for field in fields:
            path = field.at(place)
            self.said.append(path)
            if not self.answers.held(path):
                if is_asked(self.answers.dossier, field, path):
                    self._miss(field, path)
                continue
            self.given += 1
            line.paths.append(path)
            if labelled and get(self.answers.dossier, path) is False:
                line.refused.append(field.label)
            else:
                line.add(_words(field, self.answers.text(path), labelled and len(fields) == 1),
                         "\n" if isinstance(field.kind, LongText) else " " if field.name in BEFORE_A_SPACE else ", ")

    def _miss(self, asked: Field | Block, path: str) -> None:
        if asked.missing and (asked.needed_with is None or self.answers.held(asked.needed_with.path)):
            self.missing.append(path)
        elif asked.role == "answer" and not asked.missing and not asked.needed and asked.name != EVERY_WEEK:
            self.left += 1

    def _list(self, block: Block) -> None:
        places = self.answers.places(block)
        if not places:
            self._miss(block, block.path)
        elif block is edt.SEMAINES:
            for week in weeks_of(self.answers.root()):
                self._week(week)
        elif block.path + "[]" in self.answers.form.field:
            line = Line(block.label)
            for place in places:
                self._say(line, tuple(block.fields()), place, False)
            if line.paths:
                self.lines.append(line)
        else:
            for place in places:
                self._item(block, place)

    def _item(self, block: Block, place: str) -> Line:
        """The lines of an item; gives the first, which has its name. Each section begins another."""
        called = self._called(block, place)
        first = line = Line(called.text or _ranked(block, place))
        first.paths = called.paths or [place]
        self.lines.append(first)
        for content in block.contents:
            if content.role == "heading":
                line.end()
                if line.text:
                    line = Line(content.title, first.label)
                    self.lines.append(line)
            elif content.role == "answer":
                self._say(line, self._together(content, place)[1], place, True)
            elif content is not edt.CRENEAUX:
                self._nested(line, content, self.answers.places(content, place))
        line.end()
        self.lines = [one for one in self.lines if one.paths]
        return first

    def _called(self, block: Block, place: str) -> Line:
        """The name of an item, with the answers that make it."""
        called, left = Line(""), self.left
        self._say(called, CALLED[block.path] if block.path in CALLED else (), place, False)
        self.left = left
        return called

    def _nested(self, line: Line, block: Block, places: list[str]) -> None:
        """Add to a line the items of a list; those that differ by their names alone are said together."""
        alike: dict[str, list[str]]
        alike = {}
        for place in places:
            called, rest = self._called(block, place), Line("")
            for field in block.fields():
                self._say(rest, self._together(field, place)[1], place, True)
            rest.end()
            line.paths += called.paths + rest.paths
            alike.setdefault(rest.text.replace("\n", ", "), []).append(called.text)
        if alike:
            line.add(_labelled(block.label, (NBSP + "; ").join([_sentence(alike[rest], rest) for rest in alike])), "\n")

    def _week(self, week: Week) -> None:
        """The name of a week model, its period, its hours, and what its drawing does not show: slots that lack an
        answer, what others are counted in."""
        line = self._item(edt.SEMAINES, week.path)
        line.week = week
        for minutes, where in ((week.college, " au collège"), (week.elsewhere, " ailleurs")):
            if minutes:
                line.add(horaires.in_words(minutes) + where + (" en moyenne" if week.alternates else ""))
        self._nested(line, edt.CRENEAUX, [slot.path for slot in week.slots if not slot.complete])
        counted: list[str] = []
        for path in [slot.path for slot in week.slots if slot.complete]:
            self.given += len([field for field in edt.CRENEAUX.fields()
                               if not field.computed and self.answers.held(field.at(path))])
            words = " → ".join(self.answers.texts(path, edt.CRENEAU_ACTIVITE, edt.CRENEAU_DISCIPLINE))
            if self.answers.held(edt.CRENEAU_DISCIPLINE.at(path)) and words not in counted:
                counted.append(words)
            if not self.answers.held(edt.CRENEAU_ACTIVITE.at(path)):
                self.missing.append(edt.CRENEAU_ACTIVITE.at(path))
        if counted:
            line.add(_labelled(edt.CRENEAU_DISCIPLINE.label, ", ".join(counted)), "\n")


def _ranked(block: Block, place: str) -> str:
    """« Objectif 2 »."""
    return block.item[:1].upper() + block.item[1:] + " " + str(int(place.split(".")[-1]) + 1)


def _labelled(label: str, words: str) -> str:
    return label + (" " if label[-1:] == "?" else NBSP + ": ") + words


def _words(field: Field, words: str, labelled: bool) -> str:
    """« du 5 janvier 2027 », « à 16 h 30 », « Échéance : 29 janvier 2027 », « gérant »."""
    begins, ends = field.name in BEGINNINGS, field.name in ENDS
    if begins or ends:
        hours = isinstance(field.kind, Time)
        link = ("de " if begins else "à ") if hours else "du " if begins else "au "
        return ("pause " if field is PAUSE_DEBUT else "") + link + words
    return _labelled(field.label, words) if labelled and field.name not in CLEAR else words


def _sentence(names: list[str], rest: str) -> str:
    """« Mardi, Jeudi de 9 h à 16 h 30 »."""
    line = Line("")
    for words in names + [rest]:
        if words:
            line.add(words)
    return line.text
