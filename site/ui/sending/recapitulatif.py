"""« Vos réponses »: every page of the dossier to read again, folded, each line with the link to its answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.documents.answers import Answers
from pid_rules.documents.recapitulatif import PageRead
from pid_rules.form import FORM
from pid_rules.judgement.summary import named
from pid_rules.questions.kinds import BLOQUANT
from pid_rules.words.visible import NBSP
from ui.kit import dom
from ui.questions.watch import link_to

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from pid_rules.documents.recapitulatif import Line
    from pid_rules.judgement.report import Report
    from pid_rules.questions.schema import Page
    from ui.draft.draft import Draft


class Recapitulatif:
    """The answers of the open ``draft``; ``draw_week(week, names)`` gives the drawing of a week model."""

    def __init__(self, draft: Draft, draw_week: Callable[..., Any]) -> None:
        self.draft = draft
        self.draw_week = draw_week
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
        lists = [dom.make("dl", "", class_="recapitulatif")]
        for line in read.lines:
            lists[-1].appendChild(self._line(line))
            if line.week is not None:
                lists += [self.draw_week(line.week, self.answers.names), dom.make("dl", "", class_="recapitulatif")]
        if read.missing:
            links = [dom.make("li", "", link_to(path, named(FORM, path))) for path in read.missing]
            lists[-1].appendChild(_row("Sans réponse", dom.make("dd", "", dom.make("ul", "", *links))))
        lists = [one for one in lists if one.firstChild]
        heading = dom.make("h3", page.title, dom.make("span", _count(read), class_="aide"))
        return dom.make("details", "", dom.make("summary", "", heading), *lists,
                        id="reponses-" + page.slug) if lists else None

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
