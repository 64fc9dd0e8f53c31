"""What is said while somebody types, at the right moment, and once for a same cause."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.paths import concrete, get, is_blank, pattern_of
from pid_rules.judgement.report import REQ
from pid_rules.judgement.summary import page_of
from pid_rules.questions.schema import AVANT
from pid_rules.words.dates import is_number
from pid_rules.words.visible import NBSP

if TYPE_CHECKING:
    from pid_rules.judgement.report import Finding
    from pid_rules.judgement.rule import Rule
    from pid_rules.questions.schema import Form
    from pid_rules.shapes import Dossier

ALIKE = 3
"""Answers of a page from which a same sentence is said once."""


def pages_read(form: Form, rule: Rule) -> dict[str, list[str]]:
    """The patterns that a rule reads, by the page before the sending on which they are asked."""
    found: dict[str, list[str]]
    found = {}
    for pattern in rule.patterns():
        page = form.page_of[pattern]
        if page.phase == AVANT and page.editable:
            found.setdefault(page.slug, []).append(pattern)
    return found


def is_early(read: dict[str, list[str]], dossier: Dossier, visited: list[str]) -> bool:
    """Whether a rule reads a page to which nobody has come yet, and finds it blank."""
    return any([slug not in visited and not any([_holds(dossier, pattern) for pattern in read[slug]])
                for slug in read])


def _holds(dossier: Dossier, pattern: str) -> bool:
    return any([not is_blank(get(dossier, path)) for path in concrete(dossier, pattern)])


def items_around(path: str) -> list[str]:
    """The items in which an answer stands, the outer one first: « stages.0 », « stages.0.horaires.1 »."""
    parts = path.split(".")
    return [".".join(parts[:index + 1]) for index in range(len(parts)) if is_number(parts[index])]


def is_being_typed(form: Form, finding: Finding, read: list[str], dossier: Dossier, typed: str,
                   entry: dict[str, Finding]) -> bool:
    """Whether a finding is about an item in which the answer at ``typed`` is being typed, and which still lacks
    something: an answer that the ``entry`` rules ask, or in the innermost item one that the rule reads."""
    around = items_around(typed)
    return any([_is_about(finding, item)
                and (_lacks(item, entry) or item == around[-1] and _reads_blank(form, item, read, dossier))
                for item in around])


def _is_about(finding: Finding, item: str) -> bool:
    """Whether a finding points into an item, or at its list."""
    return any([(path + ".").startswith(item + ".") or path == item.rpartition(".")[0] for path in finding.paths])


def _lacks(item: str, entry: dict[str, Finding]) -> bool:
    return any([entry[path].rule == REQ and path.startswith(item + ".") for path in entry])


def _reads_blank(form: Form, item: str, read: list[str], dossier: Dossier) -> bool:
    """Whether a question of the item that the rule reads has no answer; in a list of options, none is one: « Chaque
    semaine »."""
    pattern = pattern_of(item.rpartition(".")[0])
    contents = form.block[pattern].contents if pattern in form.block else []
    return any([content.role == "answer" and content.path in read and content.kind.control != "select"
                and is_blank(get(dossier, content.at(item))) for content in contents])


def words_by_answer(form: Form, dossier: Dossier, findings: list[Finding]) -> dict[str, str]:
    """{path: what is said beside this answer}. Blanks wait for « Vérifier ».

    What a rule finds several times in a page, in the same words, is said at the first place, with how many times; what
    it says several times of one answer is one sentence.
    """
    said: dict[str, dict[str, list[str]]]
    said, alike = {}, _alike(form, dossier, findings)
    for key in alike:
        rule, message, times = key[0], key[2], alike[key]
        paths = [path for one in times for path in one]
        if len(times) >= ALIKE:
            message += " (" + str(len(times)) + NBSP + "fois sur cette page)"
            paths = paths[:1]
        for path in paths:
            held = said.setdefault(path, {}).setdefault(rule, [])
            if message not in held:
                held.append(message)
    return {path: " ".join([in_one(said[path][rule]) for rule in said[path]]) for path in said}


def _alike(form: Form, dossier: Dossier, findings: list[Finding]) -> dict[tuple[str, str, str], list[list[str]]]:
    """{(rule, page, message): the answers of which each finding says it there}."""
    found: dict[tuple[str, str, str], list[list[str]]]
    found = {}
    for finding in findings:
        by_page: dict[str, list[str]]
        by_page = {}
        for path in finding.paths:
            page = page_of(form, path)
            if page is not None and not is_blank(get(dossier, path)):
                by_page.setdefault(page.slug, []).append(path)
        for slug in by_page:
            found.setdefault((finding.rule, slug, finding.message), []).append(by_page[slug])
    return found


def in_one(messages: list[str]) -> str:
    """« Français : 4 h de moins… De même : SVT : 1 h ; EPS : 2 h. »: the first message, then what differs in each of
    the others from the one before; all of them where they have little in common."""
    differing: list[str]
    differing = []
    for index in range(1, len(messages)):
        words = _differing(messages[index - 1].split(" "), messages[index].split(" "))
        if words == "":
            return " ".join(messages)
        differing.append(words)
    return messages[0] + " De même" + NBSP + ": " + (NBSP + "; ").join(differing) + "." if differing else messages[0]


def _differing(before: list[str], after: list[str]) -> str:
    """The words that change from a message to another, "" where less than a third of them stay."""
    begins = _common(before, after)
    ends = min(_common(before[::-1], after[::-1]), min(len(before), len(after)) - begins)
    return "" if 3 * (begins + ends) < len(after) else " ".join(after[begins:len(after) - ends]).strip(" ,.")


def _common(before: list[str], after: list[str]) -> int:
    """How many words both begin with."""
    shortest = min(len(before), len(after))
    for index in range(shortest):
        if before[index] != after[index]:
            return index
    return shortest
