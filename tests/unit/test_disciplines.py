"""Every name that the tables of disciplines know, as a timetable writes it, is read for what it is."""

import pathlib
import unicodedata

import pytest

from pid_rules.form.options import DISCIPLINES
from pid_rules.planning import disciplines
from pid_rules.planning.disciplines import GRID, OUTSIDE, UNKNOWN, UNRANKED, discipline, meaning

TABLE = pathlib.Path(__file__).resolve().parents[1] / "data" / "matieres.tsv"
NAMES = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines()[1:]]
APART = {"hors grille": OUTSIDE, "langue": UNRANKED, "inconnu": UNKNOWN}


@pytest.mark.parametrize("written, line", NAMES, ids=[written for written, _ in NAMES])
def test_a_name_is_read_for_what_it_is(written, line):
    assert line in DISCIPLINES or line in APART
    assert (discipline(written), meaning(written)) == ((None, APART[line]) if line in APART else (line, GRID))


@pytest.mark.parametrize("accented", "àâäçéèêëîïôöùûü")
def test_a_letter_is_read_under_its_accent(accented):
    bare = unicodedata.normalize("NFD", accented)[0]
    written = [name for name in ("maths", "chimie", "sport", "musique") if bare in name]
    assert written and all(discipline(name.replace(bare, accented)) == discipline(name) for name in written)


def without(table, written):
    """A table in which one name is missing."""
    kept = getattr(disciplines, table)
    left = [writing for writing in kept if writing != written]
    return {writing: kept[writing] for writing in left} if isinstance(kept, dict) else tuple(left)


@pytest.mark.parametrize("table, around", [
    ("_NAMED", "{} (salle techno)"), ("LANGUAGES", "{}"), ("CODES", "{}1"), ("OUTSIDE_NAMES", "{} (maths)"),
    ("OUTSIDE_WORDS", "Maths {}"), ("QUALIFIERS", "Maths {} B"), ("LEADING", "{} SVT"), ("CUTS", "Techno{}robots")])
def test_no_name_stands_in_a_table_in_vain(table, around, monkeypatch):
    for written in getattr(disciplines, table):
        name = around.format(written)
        read = disciplines._read(name)
        with monkeypatch.context() as patched:
            patched.setattr(disciplines, table, without(table, written))
            assert disciplines._read(name) != read, written
