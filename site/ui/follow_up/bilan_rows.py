"""A bilan as a table: a row for each objective and strategy of the parcours, the log and the former bilan beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import window

from pid_rules.dossier.items import add_item
from pid_rules.dossier.paths import get, is_blank, put
from pid_rules.dossier.structure import unbegin
from pid_rules.form import FORM
from pid_rules.form.bilans import BILAN_FINAL, BILAN_FINAL_PAGE, BILANS, BILANS_PAGE, JUDGED, assessment_of
from pid_rules.judgement.addresses import index_of, items_of
from pid_rules.suivi.bilan_table import BilanTable
from ui.kit import dom
from ui.kit.part import Part
from ui.questions import binding, blocks
from ui.questions.watch import anchor_of

if TYPE_CHECKING:
    from typing import Any

    from browser import Element

    from pid_rules.questions.schema import Block, Field
    from pid_rules.suivi.bilan_table import Row

MARKS = ("Degré, ou suite", "Efficacité", "Pertinence")


def shown_bilan(dossier: Any) -> str:
    """The place of the bilan of which the address shows the objectives, "" where it shows something else."""
    slug, _, rest = window.location.hash[1:].partition("/")
    name, _, step = rest.partition("/")
    if slug == BILAN_FINAL_PAGE.slug:
        return BILAN_FINAL if name == JUDGED else ""
    index = index_of(items_of(dossier, BILANS), name) if slug == BILANS_PAGE.slug and step == JUDGED else None
    return "" if index is None else BILANS.path + "." + str(index)


class BilanRows(Part):
    """The rows stand for the lines of two lists, below which stay those that designate nothing of the parcours. A row
    without a line asks the questions of one beyond the last that a list may have: once something is typed there, the
    line is made."""

    def __init__(self, page: Any) -> None:
        self.draft = page.draft
        self.watch = page.watch
        self.blocks = page.blocks
        self.place = ""
        self.rows: list[Row] = []
        self.begun: list[Any] = []

    def draw(self, answer: Any) -> None:
        """Make the table of the bilan that is shown, from the dossier."""
        self._forget()
        place = shown_bilan(self.draft.dossier)
        for listed in self._lists(place):
            block = _block(listed, place)
            blocks.draw(block, self.draft.dossier)
            binding.fill_questions(block, self.draft.dossier)
        self._make(place)
        target = anchor_of(answer) if answer else None
        if target is not None:
            dom.focus(target)

    def restructured(self) -> None:
        """A list has changed: its lines have all been made again below."""
        self._make(shown_bilan(self.draft.dossier))

    def _forget(self) -> None:
        """Lines that were made here, and of which every answer was taken back, leave the file as they came."""
        begun, self.begun = self.begun, []
        for path, row in begun:
            held: Any = get(self.draft.dossier, path) or []
            kept = [line for line in held if get(line, row.asked.named.name) != row.identifier or _says(line, row)]
            if len(kept) < len(held):
                put(self.draft.dossier, path, kept)
                unbegin(FORM, self.draft.dossier, path)
                self.draft.changed()
            else:
                self.begun.append((path, row))

    def _lists(self, place: str) -> Any:
        asked = assessment_of(place)
        return (asked.objectifs, asked.strategies) if place else ()

    def _make(self, place: str) -> None:
        self.place = place
        if not place:
            return
        table = BilanTable(self.draft.dossier, place)
        self.rows = table.rows
        volet = dom.closest(_block(self._lists(place)[0], place), ".volet")
        for former in volet.select(".evaluation"):
            former.remove()
        made = dom.make("div", "", self._table(table), _beside(table), class_="evaluation")
        volet.prepend(made)
        for listed in self._lists(place):
            self._leave_others(_block(listed, place), listed)
        binding.fill_questions(made, self.draft.dossier)
        self.watch.drawn(volet)

    def _leave_others(self, block: Element, listed: Block) -> None:
        """Keep below the lines that no row stands for, and nothing where there are none."""
        told = [row.line.rpartition(".")[2] for row in self.rows if row.line and row.asked.lines is listed]
        for item in block.select("ol.items > .item"):
            if dom.attribute(item, "data-index") in told:
                item.remove()
        block.hidden = self.rows != [] and block.select_one("ol.items > .item") is None

    def _table(self, table: BilanTable) -> Element:
        """The rows, in groups of an objective and its strategies."""
        made = dom.make("table", "", dom.make("caption", "1 : pas du tout, 4 : tout à fait"), dom.make(
            "thead", "", dom.make("tr", "", *[dom.make("th", words, scope="col")
                                              for words in ("Objectif, stratégies",) + MARKS])))
        made.hidden = not table.rows
        for number, row in enumerate(table.rows):
            if row.asked.remark is not None or number == 0:
                made.appendChild(dom.make("tbody"))
            for line in self._row(table, row, number):
                made.lastElementChild.appendChild(line)
        return made

    def _row(self, table: BilanTable, row: Row, number: int) -> list[Element]:
        """What judges an objective or a strategy, and under an objective the remarks."""
        head = dom.make("th", row.words, scope="row")
        if row.before:
            head.appendChild(dom.make("span", _when(table, row) + " : " + row.before, class_="aide"))
        cells = [dom.make("td", "", self._question(row, number, mark)) for mark in row.asked.marks]
        made = [dom.make("tr", "", head, *cells)]
        if row.asked.remark is not None:
            head.setAttribute("class", "objectif")
            made.append(dom.make("tr", "", dom.make("td", "", self._question(row, number, row.asked.remark),
                                                    colspan="4")))
        for line in made:
            line.setAttribute("data-rang", str(number))
        return made

    def _question(self, row: Row, number: int, field: Field) -> Element:
        """A question of the line of a row, named by what it judges."""
        block = _block(row.asked.lines, self.place)
        holder = dom.make("div")
        asked = block.select_one("template").content.querySelector("[data-path$='." + field.name + "']")
        holder.appendChild(asked.cloneNode(True))
        index = row.line.rpartition(".")[2] if row.line else row.asked.lines.maximum + number
        blocks.number(holder, "__" + str(blocks.depth(row.asked.lines.at(self.place))) + "__", index)
        champ = holder.firstElementChild
        dom.also_heard(champ.select_one("legend, label"), row.words)
        for box in champ.select("textarea"):
            box.setAttribute("rows", "2")
        for button in champ.select(".effacer"):
            button.setAttribute("title", "Effacer la réponse")
            dom.fill(button, dom.make("span", "×", aria_hidden="true"), dom.make(
                "span", "Effacer la réponse : " + field.label + ", " + row.words, class_="invisible"))
        for label in champ.select(".choix label"):
            figure, _, words = label.textContent.partition(" – ")
            dom.fill(label, dom.make("span", figure), dom.make("span", " – " + words, class_="invisible"))
        return champ

    def typed(self, control: Element) -> bool:
        """Something is typed: the line of that row is made where there is none. Whether it could not be."""
        line, champ = dom.closest(control, "[data-rang]"), dom.closest(control, ".champ")
        if line is None or champ is None:
            return False
        number = int(dom.attribute(line, "data-rang"))
        row = self.rows[number]
        if row.line or is_blank(binding.typed_in(champ, binding.field_of(dom.attribute(champ, "data-path")))):
            return False
        return not self._begin(row, number, champ)

    def _begin(self, row: Row, number: int, champ: Element) -> bool:
        """Make the line of a row; whether there was room for it."""
        listed, dossier = row.asked.lines, self.draft.dossier
        path = listed.at(self.place)
        held = get(dossier, path)
        if isinstance(held, list) and len(held) >= listed.maximum:
            self.blocks.say_after(champ, "La liste est pleine : " + str(listed.maximum) + " au plus.")
            return False
        row.line = add_item(FORM, dossier, listed.path, path)
        self.begun.append((path, row))
        put(dossier, row.asked.named.at(row.line), row.identifier)
        for sign in (".", "-"):
            name = listed.path.rpartition(".")[2] + sign
            blocks.number(dom.closest(champ, ".evaluation"), name + str(listed.maximum + number) + sign,
                          name + row.line.rpartition(".")[2] + sign)
        self.watch.reload()
        return True


def _block(listed: Block, place: str) -> Element:
    """The list of the page that holds the lines."""
    return dom.by_id(dom.element_id(listed.at(place)) + "-liste").parentElement


def _says(line: Any, row: Row) -> bool:
    """Whether something more is answered in a line than what it judges."""
    return not all([field is row.asked.named or field.computed or is_blank(get(line, field.name))
                    for field in row.asked.lines.fields()])


def _when(table: BilanTable, row: Row) -> str:
    """When it was said: the day is told once for an objective and its strategies."""
    since = table.since()
    if row.asked.remark is None:
        return "Alors"
    return "Au bilan du " + since if since else "Au bilan précédent"


def _beside(table: BilanTable) -> Element:
    """What the log tells since the former bilan, to be read."""
    since, notes = table.since(), table.notes()
    title = "Journal depuis le bilan du " + since if since else "Journal depuis le début du parcours"
    told = dom.make("div", "", *[dom.make("p", "", dom.make("strong", day), dom.make("span", " " + text))
                                 for day, text in notes],
                    role="region", aria_label=title, tabindex="0")
    return dom.make("section", "", dom.make("h2", title), told if notes else dom.make("p", "Aucune note."))
