"""« S’inspirer d’une formulation »: sentences with blanks, each put in its answer by whoever chooses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import document, window

from pid_rules.dossier.items import add_item
from pid_rules.dossier.paths import fill, get, is_blank, pattern_of, put
from pid_rules.form import FORM
from pid_rules.form.parcours import INDICATEUR, OBJECTIF, STRATEGIE, STRATEGIES
from pid_rules.words.brackets import blank_in
from ui.kit import dom
from ui.kit.data import parse
from ui.questions import binding

if TYPE_CHECKING:
    from typing import Any

    from browser import Element

SCRIPT = "formulations.js"
"""The script that holds the sentences: see site/formulations.toml."""
TOGETHER = (OBJECTIF, INDICATEUR, STRATEGIE)
"""An objective comes with its indicator and a strategy."""


class Skeletons:
    """What is unfolded under a question. A sentence goes below what is typed, and is one step of the history."""

    def __init__(self, draft: Any, blocks: Any) -> None:
        self.draft = draft
        self.blocks = blocks

    def asked(self, button: Element) -> None:
        """Unfold the sentences of a question, or fold them."""
        if dom.attribute(button, "aria-expanded") == "true":
            self.fold(button)
        else:
            dom.once_script_is_here(SCRIPT, lambda: self.unfold(button))

    def fold(self, button: Element) -> None:
        button.setAttribute("aria-expanded", "false")
        for shown in dom.closest(button, ".formulations").select(".proposees"):
            shown.remove()

    def unfold(self, button: Element) -> None:
        self.fold(button)  # used twice while the sentences were coming
        button.setAttribute("aria-expanded", "true")
        pattern = pattern_of(dom.attribute(dom.closest(button, ".champ"), "data-path"))
        shown = dom.make("div", "", dom.make("p", "Choisissez-en une, puis remplacez ce qui est entre crochets.",
                                             class_="aide"), class_="proposees")
        held = parse(window.pidFormulations)
        if pattern in held["phrases"]:
            shown.appendChild(self._list(button, [[sentence] for sentence in held["phrases"][pattern]]))
        else:
            first = [field.path for field in TOGETHER].index(pattern)
            for theme, rows in held["objectifs"]:
                shown.appendChild(dom.make("details", "", dom.make("summary", theme), self._list(
                    button, [row if first == 0 else [row[first]] for row in rows])))
        button.after(shown)

    def _list(self, button: Element, rows: Any) -> Any:
        return dom.make("ul", "", *[self._choice(button, row) for row in rows])

    def _choice(self, button: Element, row: Any) -> Any:
        """A sentence to be chosen, and what would come with it."""
        choice = dom.make("button", row[0], type="button", class_="lien")
        choice.bind("click", lambda event: self.take(button, row))
        brought = [dom.make("p", field.label + " : " + text, class_="aide")
                   for field, text in zip(TOGETHER[1:], row[1:])]
        return dom.make("li", "", choice, *brought)

    def take(self, button: Element, row: Any) -> None:
        """Put a sentence in the answer, and what comes with it where nothing is written."""
        path = dom.attribute(dom.closest(button, ".champ"), "data-path")
        self.draft.note()
        added = not is_blank(get(self.draft.dossier, path))
        self._write(path, row[0])
        given = [binding.field_of(path)] + (self._bring(path, row) if len(row) > 1 else [])
        self.fold(button)
        words = "Formulation " + ("ajoutée sous votre texte" if added else "reprise") + " : " \
            + ", ".join([field.label.lower() for field in given]) + "."
        self.blocks.forget_words()
        self.draft.step(words)
        self.draft.history.say(words)
        blank = select_blank(dom.by_id(dom.element_id(path)), row[0])
        dom.announce(words + " À compléter d’abord : " + blank + ".")

    def _write(self, path: str, text: str) -> None:
        """Write a text in a question as if it were typed, below what is there."""
        control = dom.by_id(dom.element_id(path))
        before = control.value.rstrip()
        control.value = before + "\n" + text if before else text
        control.dispatchEvent(window.Event.new("input", {"bubbles": True}))

    def _bring(self, path: str, row: Any) -> Any:
        """The questions in which what comes with an objective was written: those that were blank."""
        found = []
        indicator, listed = fill(INDICATEUR.path, path), fill(STRATEGIES.path, path)
        if is_blank(get(self.draft.dossier, indicator)):
            self._write(indicator, row[1])
            found.append(INDICATEUR)
        strategies: Any = get(self.draft.dossier, listed) or []
        if strategies and all([is_blank(get(strategy, STRATEGIE.name)) for strategy in strategies]):
            self._write(listed + ".0." + STRATEGIE.name, row[2])
            found.append(STRATEGIE)
        elif not strategies:
            put(self.draft.dossier, add_item(FORM, self.draft.dossier, STRATEGIES.path, listed) + "." + STRATEGIE.name,
                row[2])
            self.blocks.redraw(document.select_one(".bloc[data-path='" + listed + "']"))
            found.append(STRATEGIE)
        return found


def select_blank(control: Element, text: str) -> str:
    """Select the first blank of the text that has just been written last in a control, and focus it; gives the
    blank."""
    blank = blank_in(text)
    # The browser counts a text otherwise than Python: what stands before may hold an emoji.
    begin = control.textLength - len(text) + text.index(blank)
    control.setSelectionRange(begin, begin + len(blank))
    dom.focus(control)
    return blank
