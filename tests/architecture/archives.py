"""Archived words of the sources, and whether a quotation stands in them."""

from pathlib import Path

import pid_rules.sources

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
    """Whether the citation's extract stands word for word in the archive of its source."""
    extract = normalised(citation.extract)
    return bool(extract) and extract in words(citation.source)


def _lines(source):
    return (FOLDER / source.archive).read_text(encoding="utf-8").splitlines()
