"""Archived words of the sources, and whether a quotation stands in them."""

from pathlib import Path

import pid_rules.sources
from pid_rules.sources.lettre import Ground

FOLDER = Path(pid_rules.sources.__file__).parent / "archives"


def normalised(text):
    """``text`` with every run of blanks as one space and every apostrophe straight."""
    return " ".join(text.replace("’", "'").split())


def header(source):
    """Lines of the archive's first block, which start with « # »."""
    return [line for line in _lines(source) if line.startswith("# ")]


def words(source):
    """Normalised text of the archive without its header."""
    return normalised(" ".join(line for line in _lines(source) if not line.startswith("# ")))


def is_verbatim(citation):
    """Whether the citation's extract stands word for word in the archive of its source.

    What the tool says in the place of a letter is its own; what a letter founds is proved by the loader of profiles.
    """
    if isinstance(citation, Ground):
        return True
    extract = normalised(citation.extract)
    return bool(extract) and extract in words(citation.source)


def lacks(citation):
    """What to do where a quotation does not stand in its archive, "" where it does."""
    if is_verbatim(citation):
        return ""
    where = f"pid_rules/sources/archives/{citation.source.archive}"
    return (f"« {citation.extract} » does not stand word for word in {where}: quote its words, or add there those that "
            f"were read, "
            "with the day; what no text says is quoted from conception.txt, « choix de l’outil »")


def _lines(source):
    return (FOLDER / source.archive).read_text(encoding="utf-8").splitlines()
