"""What a file would change in the draft of the same reference, in a few lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.form import FORM
from pid_rules.judgement.summary import page_of
from ui.kit import dom

if TYPE_CHECKING:
    from typing import Any

MOST = 30
"""Differences shown at most: beyond, the file is another one."""
MOST_SIGNS = 80
"""Characters of an answer shown at most in a difference."""
ALIKE = 20
"""Characters shown before the first that differs, in answers that begin by the same words."""


def listed(found: Any) -> list[Any]:
    """The elements that say these differences: how many, then the first of them, page after page."""
    said, last = [dom.make("p", count_in_words(len(found)))], ""
    for one in found[:MOST]:
        page = page_of(FORM, one.path)
        title = "Autres informations" if page is None else page.title
        if title != last:
            said += [dom.make("h4", title), dom.make("ul")]
            last = title
        said[-1].appendChild(dom.make("li", in_one_line(one)))
    return said


def in_one_line(difference: Any) -> Any:
    """A difference as the preview says it: long answers are cut where they differ."""
    old, new = difference.before, difference.after
    start = 0
    while start < len(old) and start < len(new) and old[start] == new[start]:
        start += 1
    start = start - ALIKE if start > MOST_SIGNS - ALIKE else 0
    words = ""
    if difference.whole:
        words = quoted(old or new, 0) if old or new else ""
    elif old:
        words = quoted(old, start) + (" deviendrait " + quoted(new, start) if new else " serait retiré")
    elif new:
        words = quoted(new, start) + " serait ajouté"
    return difference.label + (" : " + words if words else "")


def quoted(text: str, start: int) -> str:
    """The characters of a text from one of them on, between quotation marks."""
    end = start + MOST_SIGNS
    return "« " + ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "") + " »"


def count_in_words(count: int) -> str:
    """What comes before the differences, of which no more than ``MOST`` are shown."""
    if count == 0:
        return "Ils sont identiques."
    if count == 1:
        return "Une différence :"
    return str(count) + " différences" + (", dont voici les {0} premières".format(MOST) if count > MOST
                                          else "") + " :"
