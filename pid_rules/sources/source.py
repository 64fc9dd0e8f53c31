"""A text that grounds a rule, and the extract of it that a rule quotes.

The text itself is kept word for word in ``archives/``, so that a test proves every quotation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.words.declared import declared
from pid_rules.words.visible import NBSP

if TYPE_CHECKING:
    from pid_rules.shapes import Profile

LU = "lu"
LU_EN_PARTIE = "lu_en_partie"
A_CONFIRMER = "a_confirmer"
CHOIX = "choix"

STATUSES = (LU, LU_EN_PARTIE, A_CONFIRMER, CHOIX)
"""Read in full; read in part, or through a third party; not yet read in an official copy; no text, the tool chose."""

READING_DAY = "2026-11-24"
SECOND_READING = "2026-11-25"
THIRD_READING = "2026-11-29"
FOURTH_READING = "2026-11-30"
"""Days on which the stored copies were read; they are copies, not the live official site."""


class Citation:
    """Words of a source; ``label()`` is the short reference printed beside a finding."""

    def __init__(self, source: Source, extract: str) -> None:
        self.source = source
        self.extract = extract

    def label(self) -> str:
        """Short printable reference, such as « Code du travail, art. L3163-1 »."""
        return self.source.label()

    def under(self, profile: Profile) -> Citation:
        """The citation in a département: the same everywhere, but for its own letter (``lettre.Ground``)."""
        return self


class Source:
    """One text: ``checked`` is an ISO date, ``archive`` the name of its file in ``archives/``."""

    def __init__(self, id: str, title: str, article: str, status: str, checked: str, archive: str,
                 note: str = "") -> None:
        self.id = id
        self.title = title
        self.article = article
        self.status = status
        self.checked = checked
        self.archive = archive
        self.note = note

    def quoting(self, extract: str) -> Citation:
        """Citation of ``extract``, which must stand in the archive (checked by the tests, not here)."""
        return Citation(self, extract)

    def label(self) -> str:
        """Title of the text, then its article where it has one."""
        if not self.article:
            return self.title
        return self.title + ", art." + NBSP + self.article


def read(id: str, title: str, article: str, note: str = "", checked: str = READING_DAY) -> Source:
    """A source read in full in a stored copy on the day ``checked``."""
    return Source(id, declared(title), article, LU, checked, id + ".txt", declared(note))


def read_in_part(id: str, title: str, article: str, note: str = "", checked: str = READING_DAY) -> Source:
    """A source of which only the archived passage was read, sometimes through a third party."""
    return Source(id, declared(title), article, LU_EN_PARTIE, checked, id + ".txt", declared(note))


def unconfirmed(id: str, title: str, note: str = "") -> Source:
    """A statement whose official text, if there is one, has not been read."""
    return Source(id, declared(title), "", A_CONFIRMER, READING_DAY, id + ".txt", declared(note))


def collect(*groups: tuple[Source, ...]) -> tuple[Source, ...]:
    """One tuple of every source of the groups, in order; two sources with one id are our mistake."""
    sources = tuple([source for group in groups for source in group])
    seen: set[str] = set()
    for source in sources:
        if source.id in seen:
            raise ValueError("duplicate source id: " + source.id)
        seen.add(source.id)
    return sources
