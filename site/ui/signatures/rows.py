"""Ready rows: one for each line that a list awaits, with the name of a person or a thing, and one answer to give."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import document

from pid_rules.dossier.items import add_item
from pid_rules.dossier.paths import get, is_blank, put
from pid_rules.dossier.structure import unbegin
from pid_rules.form import FORM
from pid_rules.form.contrat import SIGNATURE_NOM
from pid_rules.judgement.signatories import lines_of
from ui.kit import dom
from ui.kit.part import Part
from ui.questions import binding, blocks
from ui.questions.watch import anchor_of

if TYPE_CHECKING:
    from typing import Any

    from browser import Element

    from pid_rules.questions.schema import Block, Field


def renumber(root: Element, former: Any, present: Any) -> None:
    """The questions of a line, which was at one place of its list, are those of another place."""
    for sign in (".", "-") if former != present else ():
        blocks.number(root, sign + str(former) + sign, sign + str(present) + sign)


class ReadyRows(Part):
    """The rows of a list, above the lines that the file holds of others.

    ``awaited(dossier)`` says for whom, ``date`` what is asked of each. A row whose line is in the file asks the
    questions of that line. Another asks those of a line beyond the last that a list may have: once something is typed
    there, the line is made.
    """

    def __init__(self, page: Any, listed: Block, date: Field, awaited: Any) -> None:
        self.draft = page.draft
        self.watch = page.watch
        self.blocks = page.blocks
        self.list = listed
        self.date = date
        self.who = awaited
        self.block = dom.by_id(dom.element_id(listed.path) + "-liste").parentElement
        self.rows: list[Element] = []

    def draw(self, answer: Any) -> None:
        """Show the list and its rows, and in them the answer that is asked for: it may have been found below."""
        kept = "" if answer else self._kept()
        if not kept:  # a person named otherwise since the last visit is no longer whose line it is
            blocks.draw(self.block, self.draft.dossier)
            binding.fill_questions(self.block, self.draft.dossier)
        self.make(kept)
        target = anchor_of(answer) if answer else None
        if target is not None:
            dom.focus(target)

    def restructured(self) -> None:
        """The list has changed."""
        self.make(self._kept())

    def _kept(self) -> str:
        """The place of the line of the list in which somebody is, "" outside of them."""
        within = dom.closest(document.activeElement, ".item")
        return "" if within is None else dom.attribute(within, "data-index")

    def make(self, kept: str) -> None:
        """Make the rows again; their lines leave the list below, but for the one at the place ``kept``."""
        self.awaited = self.who(self.draft.dossier)
        self.rows = [self._row(one) for one in self.awaited]
        self.places: list[Any] = ["__0__"] * len(self.rows)
        dom.fill(self.block.select_one(".attendus"), *self.rows)
        self._bind(kept)
        binding.fill_questions(self.block.select_one(".attendus"), self.draft.dossier)
        self.watch.drawn(self.block)

    def _row(self, one: Any) -> Element:
        """The row of somebody, with the questions of a line: its date, and its name where nobody knows it."""
        row = dom.make("li")
        for name in [self.date.name] + ([] if one.nom else [SIGNATURE_NOM.name]):
            for asked in self.block.select_one("template").content.querySelectorAll("[data-path$='." + name + "']"):
                row.appendChild(asked.cloneNode(True))
        dom.fill(row.select_one("legend"), dom.make("strong", one.words + " "), dom.make("span", one.nom))
        for hint in row.select("fieldset > .aide"):
            hint.remove()
        for day in row.select("[data-part]"):  # a row may ask for something else than a date
            day.removeAttribute("aria-describedby")
        return row

    def _lines(self) -> Any:
        held = get(self.draft.dossier, self.list.path)
        return held if isinstance(held, list) else []

    def _bind(self, left: str = "") -> None:
        """Each row asks the questions of its line as the list is now; ``left`` is the place of a line left alone."""
        lines = self._lines()
        kept = [None if str(index) == left else lines[index] for index in range(len(lines))]
        places: Any = lines_of(self.awaited, kept)
        for number in range(len(places)):
            self._rename(number, self.list.maximum + number if places[number] is None else places[number])
        for item in self.block.select("ol.items > .item"):
            if int(dom.attribute(item, "data-index")) in places:
                item.remove()
        self.block.select_one(".autres").hidden = self.block.select_one("ol.items > .item") is None

    def _rename(self, number: int, place: int) -> None:
        """The questions of a row are those of the line at that place."""
        renumber(self.rows[number], self.places[number], place)
        self.places[number] = place

    def _path(self, number: int) -> str:
        return self.list.path + "." + str(self.places[number])

    def _number(self, element: Element) -> int:
        """The row in which an element stands, -1 outside of them."""
        row = dom.closest(element, ".attendus > li")
        found = [number for number in range(len(self.rows)) if row is not None and self.rows[number].isSameNode(row)]
        return (found + [-1])[0]

    def typed(self, control: Element) -> bool:
        """Something is typed: the line of that row is made where there is none. Whether it could not be."""
        number = self._number(control)
        if number < 0 or self.places[number] < self.list.maximum:
            return False
        champ = dom.closest(control, ".champ")
        if is_blank(binding.typed_in(champ, binding.field_of(dom.attribute(champ, "data-path")))):
            return False
        if self._is_full(champ, 1):
            return True
        self._rename(number, self._add(number))
        self.watch.reload()
        return False

    def _is_full(self, element: Element, count: int) -> bool:
        full = len(self._lines()) + count > self.list.maximum
        if full:
            self.blocks.say_after(element, "La liste est pleine : " + str(self.list.maximum) + " au plus.")
        return full

    def _add(self, number: int) -> int:
        """Put the line of a row in the file; gives its place."""
        line: Any = get(self.draft.dossier, add_item(FORM, self.draft.dossier, self.list.path, self.list.path))
        given = self.awaited[number].given
        line.update({key: given[key] for key in given if key in line})
        return len(self._lines()) - 1

    def answered(self, field: Field, champ: Element, control: Element) -> bool:
        """An answer has been stored: a line that says no more than its row leaves the file. Whether it did."""
        number = self._number(champ)
        line = get(self.draft.dossier, self._path(number)) if number >= 0 else None
        if not isinstance(line, dict) or not self.awaited[number].is_all(line):
            return False
        put(self.draft.dossier, self.list.path, [one for one in self._lines() if one is not line])
        unbegin(FORM, self.draft.dossier, self.list.path)
        for item in self.block.select("ol.items > .item"):
            index = int(dom.attribute(item, "data-index"))
            if index > self.places[number]:
                renumber(item, index, index - 1)
                item.setAttribute("data-index", str(index - 1))
        self._bind()
        self.watch.reload()
        self.watch.drawn(self.block)
        return True

    def date_all(self, button: Element) -> None:
        """Give one date to every row that has none."""
        day = binding.date_in(self.date.kind, dom.closest(button, ".champ").select("[data-part]"))
        wrong = self.date.kind.read(day)[1]
        left = [number for number in range(len(self.rows)) if is_blank(get(self.draft.dossier, self._date_of(number)))]
        if wrong is not None or not left:
            self.blocks.say_after(button, wrong.message if wrong is not None else "Chaque ligne a déjà une date.")
        elif not self._is_full(button, len([number for number in left if self.places[number] >= self.list.maximum])):
            self._give(left, day)

    def _date_of(self, number: int) -> str:
        return self._path(number) + "." + self.date.name

    def _give(self, left: Any, day: Any) -> None:
        for number in left:
            if self.places[number] >= self.list.maximum:
                self.places[number] = self._add(number)
            put(self.draft.dossier, self._date_of(number), day)
        self.watch.reload()
        for number in left:
            self.dated(self._date_of(number))
        self.blocks.redraw(self.block)
        words = str(len(left)) + " " + self.list.item + ("s" if len(left) > 1 else "")
        self.blocks.offer_undo(words + " : date du " + self.date.kind.show(day) + " notée.")

    def dated(self, path: str) -> None:
        """A date was given without being typed."""
