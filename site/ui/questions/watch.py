"""What the rules say while somebody types, and the errors of a page when « Continuer » is used."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from browser import document, window

from pid_rules.form import FORM
from pid_rules.judgement.addresses import address_of, addresses
from pid_rules.judgement.report import FMT, REQ
from pid_rules.judgement.summary import page_of, place_in_words
from pid_rules.questions.kinds import BLOQUANT
from pid_rules.questions.schema import ENVOI
from ui.kit import dom
from ui.kit.clock import today
from ui.kit.rest import Rest
from ui.questions.beside import Beside, would_move

if TYPE_CHECKING:
    from typing import Any

    from browser import Element

    from pid_rules.judgement.report import Finding
    from pid_rules.questions.schema import Page
    from pid_rules.shapes import Dossier, Profile

LATER = 400
"""Milliseconds of rest after which a long page is judged: a keystroke in it never waits for the rules."""


class Watch:
    """The judgement of the open dossier, kept up to date answer by answer.

    It begins at the first ``settle``: the rules come with suite.js, after the page that they judge.
    """

    def __init__(self, dossier: Dossier, profile: Profile) -> None:
        self.dossier = dossier
        self.profile = profile
        self.inquiry: Any = None
        self.beside = Beside(dossier)
        self.checked: list[Any] = []
        self.waiting: list[Any] = []
        self.stale = True
        self.rest = Rest(LATER, self.settle)
        self.marks: list[Any] = []
        # What is said when an item is left waits for the click that leaves it: nothing moves under the mouse.
        self.leaving = Rest(LATER, self._tell)

    def _inquire(self) -> Any:
        from pid_rules.judgement.evaluate import Inquiry
        from pid_rules.rules import CATALOGUE
        inquiry = Inquiry(FORM, CATALOGUE, ENVOI, today(), self.profile)
        self.beside.begin(inquiry)
        return inquiry

    def reload(self) -> None:
        """Read the whole dossier again: a list has changed."""
        self.rest.stop()
        self.waiting = []
        self.stale = not self.can_judge()
        if self.stale:  # the first judgement will read it
            return
        if self.inquiry is None:
            self.inquiry = self._inquire()
        self.inquiry.load(self.dossier)
        self._say()
        self.repeat()

    def can_judge(self) -> bool:
        """Whether the rules are here: they follow the page by a moment."""
        return bool(window.pidSuite)

    def has_judged(self) -> bool:
        """Whether the dossier has been judged a first time."""
        return self.inquiry is not None

    def later(self, path: str | None = None) -> None:
        """An answer, or without a path a list, of a long page has changed: judge it once the person rests."""
        if path is None:
            self.stale = True
        elif path not in self.waiting:
            self.waiting.append(path)
        self.rest.restart()

    def settle(self) -> None:
        """Judge now what was left for later."""
        if not self.can_judge():
            return
        if self.stale:
            self.reload()
        elif self.waiting:
            self.rest.stop()
            paths, self.waiting = self.waiting, []
            for path in paths:
                self.changed(path)

    def drawn(self, root: Element) -> None:
        """A part of a page has just been made: repeat what was said, and its errors if the page was checked."""
        self.repeat()
        self.mark_again(root)

    def mark_again(self, root: Element) -> None:
        """A part of a page, or the items of a block, have been made anew: show their errors where they were checked."""
        if self.checked:
            for champ in [root] + list(root.select("[data-path]")):
                if self._is_checked(dom.attribute(champ, "data-path")):
                    self.mark(dom.attribute(champ, "data-path"))

    def _is_checked(self, path: str) -> bool:
        """Whether an answer stands where somebody has used « Continuer »."""
        return path != "" and self.checked != [] and address_of(FORM, self.dossier, path) in self.checked

    def changed(self, path: str) -> None:
        """One answer has changed."""
        if self.stale:
            self.settle()
            return
        self.settle()
        self.inquiry.changed(path)
        self._say()
        if self._is_checked(path):
            self._mark_typed(path)

    def report(self) -> Any:
        """The judgement of the answers as they are now."""
        self.settle()
        return self.inquiry.report()

    def root(self) -> Any:
        """The answers as they are now, read."""
        self.settle()
        return self.inquiry.reading.root

    def report_at(self, step: str) -> Any:
        """The judgement of the answers as they are now at another step than the sending."""
        from pid_rules.judgement.evaluate import evaluate
        from pid_rules.rules import CATALOGUE
        return evaluate(FORM, CATALOGUE, self.dossier, step, today(), self.profile, self.fingerprint())

    def judged(self) -> Any:
        """What a document is made of, taken at once: (day, report, fingerprint, profile)."""
        return today(), self.report(), self.fingerprint(), self.profile

    def new_day(self) -> None:
        """Judge again, on the day that the page shows now."""
        if self.inquiry is not None:
            self.inquiry.given["today"] = today()
            self.reload()

    def fingerprint(self) -> Any:
        """Fingerprint of the contract's present content, "" until it has been computed."""
        self.settle()
        return "" if self.inquiry is None else self.inquiry.given["fingerprint"] or ""

    def take_fingerprint(self, fingerprint: str) -> None:
        """The application has computed the fingerprint: judge again what reads it."""
        self.settle()
        self.inquiry.give_fingerprint(fingerprint)
        self._say()

    def visit(self, slug: str) -> None:
        """Somebody comes to a page: what is said of it may be shown from now on."""
        if self.beside.visit(slug) and not self.stale:
            self._say()

    def enter(self, path: str) -> None:
        """The focus comes to the answer at a path, "" to none: what waited until another item was left is said."""
        if self.beside.enter(path) or self.marks:
            self.leaving.restart()

    def _tell(self) -> None:
        marks, self.marks = self.marks, []
        for path in marks:
            self.mark(path)
        if not self.stale:
            self.beside.say(self.inquiry, leaving=True)

    def _say(self) -> None:
        self.beside.say(self.inquiry)

    def repeat(self) -> None:
        """Say again, in a page that has just been made, what was said before it existed."""
        self.beside.repeat()

    def check_page(self, address: str, part: Element) -> int:
        """Mark the errors of a page, or of the ``part`` at that address of it, and show their summary; returns how many
        there are."""
        from ui.questions import errors
        slug = address.partition("/")[0]
        self.checked += [one for one in ([address] if "/" in address else addresses(FORM, self.dossier, slug))
                         if one not in self.checked]
        self.settle()
        for champ in part.select("[data-path]"):
            self.mark(dom.attribute(champ, "data-path"))
        found = [finding for finding in self.inquiry.report().findings
                 if finding.rule in (REQ, FMT) and finding.severity == BLOQUANT
                 and cast("Page", page_of(FORM, finding.paths[0])).slug == slug
                 and address in (slug, address_of(FORM, self.dossier, finding.paths[0]))]
        errors.summarise(dom.by_id(slug), [link_to(finding.paths[0], said(finding, self.dossier)) for finding in found])
        return len(found)

    def mark(self, path: str) -> None:
        """Show or clear the error of one question or list."""
        from ui.questions import errors
        self.settle()
        finding = self.inquiry.entry_finding(path)
        # A warning is said while one types, as those of the rules: it is no error.
        errors.mark(path, finding.message if finding is not None and finding.severity == BLOQUANT else "")

    def _mark_typed(self, path: str) -> None:
        """The same of an answer that may be being typed: its error leaves its room until the control is left."""
        from ui.questions import errors
        place = dom.by_id(dom.element_id(path) + "-erreur")
        if place is None or not would_move(place):
            self.mark(path)
            return
        finding = self.inquiry.entry_finding(path)
        errors.fade(place, finding is None or finding.severity != BLOQUANT)
        if path not in self.marks:
            self.marks.append(path)


def anchor_of(path: str) -> Element:
    """The element to which a path leads: the first control of a question or of an item, or the title of a list."""
    identifier = dom.element_id(path)
    for candidate in (identifier + "-jour", identifier, identifier + "-liste"):
        element = dom.by_id(candidate)
        if element is not None and element.offsetParent:  # the day of a slot bears the name of a part of a date
            if element.tagName.lower() == "fieldset":
                return element.select_one("[name]")
            line = element.select_one(".item-nom > a")  # the whole of a line is long to hear
            return line if line is not None and line.offsetParent else element
    inside = [one for one in document.select("[data-path^='" + path + ".'] :is(input, textarea, select)")
              if one.offsetParent]
    return inside[0] if inside else anchor_of(path.rpartition(".")[0]) if path else None


def said(finding: Finding, dossier: Dossier) -> str:
    """What a finding says, and of which item of a list."""
    place = place_in_words(FORM, finding.paths[0], dossier)
    return finding.message + (" (" + place + ")" if place else "")


def link_to(path: str, text: str) -> Any:
    """A link that goes to an answer, on whichever page it stands."""
    return dom.make("a", text, href="#" + cast("Page", page_of(FORM, path)).slug, data_reponse=path)
