"""The address of each screen of a dossier: a page, an item of a list that has its own, or a step of an item.

« stages/S1/securite »: the page, the item by its identifier, the step. An address says where an answer is asked, so
that it stays true when items are moved, and leads nowhere else when one is removed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.dossier.paths import get, pattern_of
from pid_rules.judgement.summary import page_of
from pid_rules.words.dates import is_number

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.questions.schema import Block, Form, Page
    from pid_rules.questions.when import Step
    from pid_rules.shapes import Dossier

SUIVI = "suivi"
"""The page of what is known only afterwards."""
LETTERS_AND_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"


def paged(page: Page) -> Block | None:
    """The list of a page whose items have screens of their own, None without any."""
    for content in page.contents:
        if content.role == "items" and content.paged:
            return content
    return None


def items_of(dossier: Dossier, block: Block) -> list[Any]:
    """The items of a list that stands in no other."""
    items = get(dossier, block.path)
    return items if isinstance(items, list) else []


def name_of(items: list[Any], index: int) -> str:
    """What an address calls an item: its identifier, or its rank where it has none that is its own."""
    identifier = _identifier(items[index])
    if identifier == "" or identifier in [_identifier(item) for item in items[:index]]:
        return str(index + 1)
    return identifier


def _identifier(item: Any) -> str:
    identifier = get(item, "id")
    if not isinstance(identifier, str) or identifier.strip(LETTERS_AND_DIGITS) != "" or is_number(identifier):
        return ""
    return identifier


def index_of(items: list[Any], name: str) -> int | None:
    """Where the item of that name stands, None where there is no such item."""
    names = [name_of(items, index) for index in range(len(items))]
    return names.index(name) if name in names else None


def step_at(asking: Page | Block, path: str) -> Step | None:
    """The step of a page or of an item in which an answer is asked: the first one for what is asked in none."""
    pattern = pattern_of(path) + "."
    for step in asking.steps:
        for content in step.contents:
            if content.role != "heading" and (pattern == content.path + "." or pattern[:len(content.path) + 2]
                                              == content.path + "[]"):
                return step
    return asking.steps[0] if asking.steps else None


def screen_address(page: Page, items: list[Any], index: int | None, step: Step | None) -> str:
    """« stages/S1/securite », « lieux/L1 » where items have no steps, « bilan-final/suite » where a page has some."""
    return page.slug + ("/" + name_of(items, index) if index is not None else "") \
        + ("/" + step.slug if step is not None else "")


def address_of(form: Form, dossier: Dossier, path: str) -> str:
    """The address of the screen on which the answer at a concrete path is asked; of an item itself, its list."""
    page, pattern = cast("Page", page_of(form, path)), pattern_of(path)
    if pattern in form.field and form.field[pattern].afterwards:
        return SUIVI
    block = paged(page)
    if block is None:
        return screen_address(page, [], None, step_at(page, path))
    if path[:len(block.path) + 1] != block.path + ".":
        return page.slug
    rank, _, within = path[len(block.path) + 1:].partition(".")
    items = items_of(dossier, block)
    if within == "" or int(rank) >= len(items):
        return page.slug
    return screen_address(page, items, int(rank), step_at(block, path))


def addresses(form: Form, dossier: Dossier, slug: str) -> list[str]:
    """Every address of a page: its own, those of its steps, and those of its items."""
    page = form.page(slug)
    block = paged(page)
    found = [slug] + [screen_address(page, [], None, step) for step in page.steps]
    if block is not None:
        items = items_of(dossier, block)
        for index in range(len(items)):
            found += [screen_address(page, items, index, step) for step in block.steps or [None]]
    return found
