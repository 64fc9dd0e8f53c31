"""The way through the pages of the dossier: the one before, the one after, the place of each in its group."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.judgement.summary import asked_pages

if TYPE_CHECKING:
    from pid_rules.questions.schema import Form, Page
    from pid_rules.shapes import Dossier


def pages_around(form: Form, dossier: Dossier, page: Page) -> list[Page]:
    """The pages of its phase that are asked, itself among them though nothing asks for it."""
    asked = asked_pages(form, dossier)
    return [one for one in form.pages if one.phase == page.phase and (one is page or one in asked)]


def beside(pages: list[Page], page: Page, move: int) -> Page | None:
    """Of the ``pages`` around it, the one before (-1) or after (1) another, None beyond."""
    rank = pages.index(page) + move
    return pages[rank] if 0 <= rank < len(pages) else None


def place_in_group(pages: list[Page], page: Page) -> str:
    """« Le projet, page 2 sur 4 », of the ``pages`` around it."""
    group = [one for one in pages if one.group == page.group]
    if len(group) == 1:
        return page.group
    return page.group + ", page " + str(group.index(page) + 1) + " sur " + str(len(group))
