"""One pupil sought among those of a file: few lines, in which two who bear one name are told apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.words.alike import plain

if TYPE_CHECKING:
    from typing import Any

SHORTEST = 3
"""Letters from which somebody is sought: fewer would list the collège."""
MOST = 10
"""Lines shown at most."""
BETWEEN = "-'.,"


class Candidate:
    """A pupil among others: ``key`` finds them again in their file, ``gone`` is the day they left, "" for none."""

    def __init__(self, key: Any, name: str, first: str, born: str, division: str, gone: str = "",
                 usual: str = "") -> None:
        self.key = key
        self.named = (name + " " + first).strip()
        self.born = born
        self.division = division
        self.gone = gone
        self.words = words_of(self.named + " " + usual)

    def line(self, born: bool) -> str:
        """« EXEMPLE Loïc – 3 B », with the date of birth where it alone tells them apart."""
        parts = [self.named] + [self.division] * (self.division != "")
        said = [parts[0] if len(parts) == 1 else " – ".join(parts)]
        if born and self.born:
            said.append("né(e) le " + self.born)
        if self.gone:
            said.append("parti(e) le " + self.gone)
        return ", ".join(said)


def words_of(text: str) -> list[str]:
    """The words of a name, in lower case, without accents."""
    written = plain(text)
    for sign in BETWEEN:
        written = written.replace(sign, " ")
    return written.split()


def sought(everyone: list[Candidate], typed: str) -> tuple[list[tuple[Candidate, str]], int]:
    """([(pupil, line)], how many there are) of those whose names begin with each word typed; those gone come last."""
    wanted = words_of(typed)
    if sum([len(word) for word in wanted]) < SHORTEST:
        return [], 0
    found = [one for one in everyone if all([_begins(one, word) for word in wanted])]
    found = [one for one in found if not one.gone] + [one for one in found if one.gone]
    shown: list[tuple[Candidate, str]] = []
    for one in found[:MOST]:
        alike = [other for other in found if other is not one and plain(other.named) == plain(one.named)]
        shown.append((one, one.line(bool(alike))))
    return shown, len(found)


def _begins(one: Candidate, word: str) -> bool:
    return any([name[:len(word)] == word for name in one.words])
