"""No formula: one file alone that the site gives opens as cells, where none is computed, and nothing typed begins the
subject of an e-mail or a file name."""

import pathlib
import re

import pytest

from pid_rules.documents.catalogue import DOCUMENTS
from pid_rules.files import PROFILE, read_profile
from pid_rules.handover import names, transmission
from pid_rules.reprise import publipostage
from tests.support.naughty import SAFE, filled, strings

PROFILE_49 = read_profile(PROFILE)
ROOT = pathlib.Path(__file__).resolve().parents[2]
CELLS = re.compile(
    r"text/csv|tab-separated|spreadsheetml|opendocument|ms-excel|[\"'`.](?:csv|tsv|tab|slk|dif|prn|xlsx?|xlsm|ods)[\"'`]",
    re.IGNORECASE)
"""Types and ends of names of what a spreadsheet opens as cells."""
FIRST = ("=", "+", "-", "@", "\t", "\r", "\n", "\0", "|", "%", "\uff1d", "\uff0b", "\uff0d", "\uff20")
FORMULAS = tuple(sign + rest for sign in FIRST
                 for rest in ("1+1", "cmd|' /C calc'!A0", "SUM(1+1)*cmd|' /C calc'!A0", 'HYPERLINK("http://x.fr";"a")',
                              "33 2 41 00 00 00"))
SOURCES = [path for folder in ("site/js", "site/ui", "site/templates", "pid_rules")
           for path in sorted((ROOT / folder).rglob("*")) if path.suffix in (".js", ".py", ".html")]


def test_no_other_file_that_a_spreadsheet_opens_as_cells_is_made():
    assert len(SOURCES) > 150
    assert [path.name for path in SOURCES if CELLS.search(path.read_text(encoding="utf-8"))] == []


def test_no_cell_of_the_table_for_a_mail_merge_begins_with_one():
    for typed in (*FORMULAS, *strings()):
        made = publipostage.cell(typed)[1:-1]
        assert not made.startswith(FIRST) and "\n" not in made and "\r" not in made


@pytest.mark.parametrize("line", ["download('dossiers.csv', 'x', text)", "'text/csv'", 'file_name(dossier, "csv")',
                                  "f(`xlsx`)", '"a.ods"'])
def test_control_such_a_file_would_be_seen(line):
    assert CELLS.search(line)


def test_no_formula_begins_the_subject_of_an_e_mail_nor_a_name_of_file():
    tried = (*FORMULAS, *[text for text in strings() if text.startswith(FIRST)])
    assert len(tried) > 70
    for text in tried:
        dossier = filled(text)
        subject = transmission.mail_subject(dossier, PROFILE_49)
        assert subject and not subject.startswith(FIRST) and "\n" not in subject and "\r" not in subject
        for document in DOCUMENTS:
            assert SAFE.fullmatch(names.file_name(dossier, "pdf", brouillon=True, document=document.slug))


def test_control_a_subject_that_began_with_an_answer_would_be_seen():
    profile = PROFILE_49 | {"courriel": PROFILE_49["courriel"] | {"objet": "{etablissement}"}}
    assert transmission.mail_subject(filled("=1+1"), profile).startswith(FIRST)
