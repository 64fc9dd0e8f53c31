"""« Vos réponses »: every page of the dossier to read again, folded, each line with the link to its answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import window

from pid_rules.documents.answers import Answers
from pid_rules.documents.recapitulatif import PageRead
from pid_rules.drawings import semaine
from pid_rules.drawings.places import Places
from pid_rules.form import FORM
from pid_rules.judgement.summary import named
from pid_rules.planning.grid import timed
from pid_rules.questions.kinds import BLOQUANT
from pid_rules.words.visible import NBSP
from ui.kit import dom
from ui.kit.figure import drawn
from ui.questions.watch import link_to

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.documents.recapitulatif import Line
    from pid_rules.judgement.report import Report
    from pid_rules.planning.weeks import Week
    from pid_rules.questions.schema import Page
    from ui.draft.draft import Draft


NARROW = 640
"""Pixels up to which a window has weeks one below the other, as site.css has it."""
SIZE, ACROSS, ALONG = 9, 345, 240
"""Points of the words of a week, those across which it is drawn in a wide window and in a narrow one."""


class Recapitulatif:
    """The answers of the open ``draft``."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        dom.on_action({"deplier-reponses": self.unfold})

    def draw(self, report: Report) -> None:
        """Show the answers as they are now, folded but for the pages that somebody has unfolded."""
        held = dom.by_id("recapitulatif")
        unfolded = [part.id for part in held.select("details") if part.open]
        self.answers = Answers(FORM, self.draft.dossier)
        self.wrong = [path for finding in report.findings if finding.severity == BLOQUANT for path in finding.paths]
        parts = [self._page(page) for page in FORM.pages]
        dom.fill(held, *[part for part in parts if part is not None])
        for part in held.select("details"):
            part.open = part.id in unfolded
        self._name_unfolding()

    def unfold(self, *_: Any) -> None:
        """Unfold the answers of every page; fold them all where none is folded."""
        parts = dom.by_id("recapitulatif").select("details")
        folded = self._is_folded(parts)
        for part in parts:
            part.open = folded
        self._name_unfolding()

    def _is_folded(self, parts: Any) -> Any:
        return any([not part.open for part in parts])

    def _name_unfolding(self) -> None:
        folded = self._is_folded(dom.by_id("recapitulatif").select("details"))
        dom.by_id("deplier").textContent = "Tout déplier" if folded else "Tout replier"

    def _page(self, page: Page) -> Any:
        """A page that may be unfolded, None where it says and awaits nothing."""
        read = PageRead(self.answers, page)
        lines = [self._line(line) for line in read.lines]
        if read.missing:
            links = [dom.make("li", "", link_to(path, named(FORM, path))) for path in read.missing]
            lines.append(_row("Sans réponse", dom.make("dd", "", dom.make("ul", "", *links))))
        lists = [dom.make("dl", "", *lines, class_="recapitulatif")] if lines else []
        weeks = [line.week for line in read.lines if line.week is not None]
        if weeks:
            lists.append(dom.make("div", "", *self._weeks(weeks), class_="semaines-lues"))
        heading = dom.make("h3", page.title, dom.make("span", _count(read), class_="aide"))
        return dom.make("details", "", dom.make("summary", "", heading), *lists,
                        id="reponses-" + page.slug) if lists else None

    def _weeks(self, weeks: list[Week]) -> list[Any]:
        """The week models that have hours, side by side on the same hours, the ordinary one first."""
        ordinary, places = semaine.ordinary_of(weeks), Places(self.answers.root())
        width = ACROSS if window.innerWidth > NARROW else ALONG
        held = [week for week in weeks if timed(week.slots)]
        held.sort(key=lambda week: week is not ordinary)
        return [dom.make("figure", "", drawn(semaine.one_week(places, week, width, SIZE, ordinary, beside=held)))
                for week in held]

    def _line(self, line: Line) -> Any:
        """A line, the link to its first answer, and one to each other of its answers that a rule refuses."""
        called = line.label + (", " + line.item if line.item else "")
        said = dom.make("dd", line.text + " ", dom.also_heard(link_to(line.paths[0], "Modifier"), called))
        row = _row(line.label, said)
        row.setAttribute("data-dites", " ".join(line.paths + ([line.week.path] if line.week is not None else [])))
        if line.item:
            row.classList.add("retrait")
        wrong = [path for path in self.wrong if line.says(path)]
        if wrong:
            row.classList.add("faux")
            links = [dom.make("li", "", link_to(path, "Corriger : " + named(FORM, path))) for path in wrong]
            said.appendChild(dom.make("ul", "", *links))
        return row


def _row(label: str, *cells: Any) -> Any:
    """A label with its colon, unless it asks or goes on, then what follows on the same line."""
    return dom.make("div", "", dom.make("dt", label + (" " if label[-1:] in "?…" else NBSP + ": ")), *cells)


def _count(read: PageRead) -> str:
    """« – 12 réponses, 3 facultatives sans réponse »."""
    words = " – " + (str(read.given) + NBSP + ("réponses" if read.given > 1 else "réponse") if read.given
                     else "aucune réponse")
    if read.left:
        words += ", " + str(read.left) + NBSP + ("facultatives" if read.left > 1 else "facultative") + " sans réponse"
    return words
