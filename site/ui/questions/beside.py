"""What the rules say beside the answers while somebody types: at its moment, and without moving what is typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import document, window

from pid_rules.form import FORM
from pid_rules.judgement.summary import is_begun
from pid_rules.questions.kinds import AVERTISSEMENT, BLOQUANT
from ui.kit import dom

if TYPE_CHECKING:
    from typing import Any

    from browser import Element

    from pid_rules.judgement.report import Finding
    from pid_rules.shapes import Dossier

FOLLOWS = 4
"""What the document says of an element that stands after another."""


def would_move(place: Element) -> bool:
    """Whether words that come or go at a place move the text that is being typed: they stand before it in its page, and
    not under the row in which it is."""
    control: Any = document.activeElement
    page, row = dom.closest(place, "section.page"), dom.closest(place, ".creneau")
    if page is None or not page.contains(control) or row is not None and row.contains(control):
        return False
    typed = control.matches("textarea, input:not([type=radio], [type=checkbox])")
    return typed and bool(place.compareDocumentPosition(control) & FOLLOWS)


def _repaired(found: list[Finding], words: dict[str, str]) -> dict[str, Any]:
    """{path: the gestures that answer what is said there}: at the first place where each rule speaks."""
    from pid_rules.judgement.repairs import repairs_of
    repaired: dict[str, Any] = {}
    rules: list[str] = []
    for finding in found:
        paths = [path for path in finding.paths if path in words]
        if paths and finding.rule not in rules:
            rules.append(finding.rule)
            repaired[paths[0]] = (repaired[paths[0]] if paths[0] in repaired else ()) + repairs_of(finding.rule)
    return repaired


class Beside:
    """What is shown, by the path of the answer; the pages to which somebody came; the answer that is being typed."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.said: dict[str, Any] = {}
        self.visited: list[Any] = []
        self.typed = ""
        self.held = False
        self.rules: dict[str, Any] = {}
        self.read: dict[str, Any] = {}
        self.repaired: dict[str, Any] = {}

    def begin(self, inquiry: Any) -> None:
        """The dossier is judged for the first time: somebody came to the pages that are begun."""
        self.rules = {rule.id: rule for rule in inquiry.rules}
        self.visited += [page.slug for page in FORM.pages if is_begun(FORM, page, self.dossier)]

    def visit(self, slug: str) -> bool:
        """Somebody comes to a page. Whether it is for the first time."""
        first = slug not in self.visited
        if first:
            self.visited.append(slug)
        return first

    def enter(self, path: str) -> bool:
        """The focus comes to the answer at a path. Whether something may have to be said that was not."""
        before, self.typed = self.typed, path
        if not self.rules:
            return False
        from pid_rules.judgement.timely import items_around
        return self.held or items_around(before) != items_around(path)

    def say(self, inquiry: Any, leaving: int = False) -> None:
        """Show beside each answered question what the rules say of it, when its time has come; what they say of blanks
        waits for « Vérifier ». When another answer is left, what stands above is shown too, and the page scrolls so
        that the one where the person is now stays in its place."""
        from pid_rules.judgement.timely import words_by_answer
        control = document.activeElement
        top = control.getBoundingClientRect().top if leaving else 0
        found = [finding for finding in inquiry.spoken() + inquiry.entry_warnings()
                 if self._is_timely(finding, inquiry.reading.entry)]
        words = words_by_answer(FORM, self.dossier, found)
        self.repaired = _repaired(found, words)
        self.held = False
        for path in list(self.said) + [path for path in words if path not in self.said]:
            before, text = [one[path] if path in one else "" for one in (self.said, words)]
            place = None if before == text else dom.by_id(dom.element_id(path) + "-constat")
            if place is not None and not leaving and would_move(place):
                self.held = True
                words[path] = before
            elif place is not None:
                self._write(place, path, text)
        self.said = {path: words[path] for path in words if words[path]}
        if leaving:
            window.scrollBy({"top": control.getBoundingClientRect().top - top, "behavior": "instant"})

    def _is_timely(self, finding: Finding, entry: Any) -> bool:
        from pid_rules.judgement.timely import is_being_typed, is_early
        if finding.severity not in (BLOQUANT, AVERTISSEMENT):
            return False
        read = self._pages_read(finding.rule)
        patterns = [pattern for slug in read for pattern in read[slug]]
        if is_early(read, self.dossier, self.visited):
            return False
        # What was said when the item was left stays as long as it is so; what is said of a list waits for its new item.
        stays = [path for path in finding.paths if path in self.said and not self.typed.startswith(path + ".")]
        return self.typed == "" or stays != [] or not is_being_typed(
            FORM, finding, patterns, self.dossier, self.typed, entry)

    def _pages_read(self, rule: str) -> Any:
        """What a rule reads, by page: few rules speak, and each is asked once."""
        from pid_rules.judgement.timely import pages_read
        if rule not in self.read:
            self.read[rule] = pages_read(FORM, self.rules[rule]) if rule in self.rules else {}
        return self.read[rule]

    def repeat(self) -> None:
        """Say again what was said, in a page that has just been made."""
        for path in self.said:
            place = dom.by_id(dom.element_id(path) + "-constat")
            if place is not None:
                self._write(place, path, self.said[path])

    def _write(self, place: Any, path: str, text: str) -> None:
        """Write words at the place of an answer, and under them the gestures of its page that answer them."""
        dom.say(place, text)
        after = place.nextElementSibling
        if after and after.classList.contains("reparation"):
            after.remove()
        page = dom.closest(place, "section.page")
        buttons = [dom.make("button", one.words, type="button", class_="bouton secondaire", data_action="reparer",
                            data_geste_de=one.selector)
                   for one in (self.repaired[path] if path in self.repaired else ())
                   if page is not None and page.id == one.page.slug]
        if buttons:
            place.after(dom.make("p", "", *buttons, class_="reparation"))
