"""What a file would change in the draft of the same reference, in a few lines."""

from ui import dom

MOST = 30
"""Differences shown at most: beyond, the file is another one."""
MOST_SIGNS = 80
"""Signs of an answer shown at most in a difference."""
ALIKE = 20
"""Signs shown before the first that differs, in answers that begin by the same words."""


def listed(found):
    """The elements that say these differences: how many, then the first of them."""
    said = [dom.make("p", count_in_words(len(found)))]
    if found:
        said.append(dom.make("ul", "", *[dom.make("li", in_one_line(one)) for one in found[:MOST]]))
    return said


def in_one_line(difference):
    """A difference as the preview says it: long answers are cut where they differ."""
    old, new = difference.before, difference.after
    start = 0
    while start < len(old) and start < len(new) and old[start] == new[start]:
        start += 1
    start = start - ALIKE if start > MOST_SIGNS - ALIKE else 0
    words = ""
    if old:
        words = quoted(old, start) + (" deviendrait " + quoted(new, start) if new else " serait retiré")
    elif new:
        words = "serait " + quoted(new, start)
    return difference.label + ("\u00a0: " + words if words else "")


def quoted(text, start):
    """The signs of a text from one of them on, between quotation marks."""
    end = start + MOST_SIGNS
    return "«\u00a0" + ("…" if start else "") + text[start:end] + ("…" if end < len(text) else "") + "\u00a0»"


def count_in_words(count):
    """What comes before the differences, of which no more than ``MOST`` are shown."""
    if count == 0:
        return "Ils sont identiques."
    if count == 1:
        return "Une différence\u00a0:"
    return str(count) + " différences" + (", dont voici les {0} premières".format(MOST) if count > MOST else "") + "\u00a0:"
