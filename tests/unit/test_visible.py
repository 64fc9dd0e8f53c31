"""What is pasted is neither glued, cut nor turned round: every blank, line end, control and character without ink of
Unicode."""

import re
import unicodedata

import pytest

from pid_rules.form import FORM
from pid_rules.questions.kinds import Kind, LongText, Name, Text
from pid_rules.words.visible import BLANKS, LINE_ENDS, NO_INK, WRITTEN_AS

EVERY = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]
SPACES = [sign for sign in EVERY if unicodedata.category(sign) == "Zs"]
ENDS = ["\r\n", "\r", "\n", *LINE_ENDS[2:]]
SHOWN = ("ARABIC", "SYRIAC", "KAITHI", "EGYPTIAN")
"""Formats that have ink: numbers that surround digits, quadrats."""
FORMATS = [sign for sign in EVERY if unicodedata.category(sign) == "Cf"
           and not (unicodedata.name(sign, "").startswith(SHOWN) and sign != "\u061c")]
CONTROLS = [sign for sign in EVERY if unicodedata.category(sign) == "Cc"]
SELECTORS = [sign for sign in EVERY if "VARIATION SELECTOR" in unicodedata.name(sign, "")
             or re.search("^HANGUL.* FILLER", unicodedata.name(sign, ""))]
PASTED = "Objectifs de la séance\u000bReprendre confiance\u000bRetrouver un rythme\u0085Suite\n"


def test_a_text_of_a_slide_keeps_its_lines():
    assert LongText().accept(PASTED) == "Objectifs de la séance\nReprendre confiance\nRetrouver un rythme\nSuite\n"
    assert Text().accept(PASTED) == "Objectifs de la séance Reprendre confiance Retrouver un rythme Suite"


@pytest.mark.parametrize("end", ENDS, ids=ascii)
def test_whatever_ends_a_line_ends_it_in_a_long_text_and_parts_words_in_a_short_one(end):
    assert LongText().accept(f"un{end}deux") == "un\ndeux"
    assert Text().accept(f"un{end}deux") == Name().accept(f"un{end}deux") == "un deux"


def test_two_cells_are_not_glued():
    assert Text().accept("Doğan\tElif\t") == "Doğan Elif"
    assert LongText().accept("8h30\tMaths") == "8h30\tMaths"
    assert Text().accept("Nom\r\u0007Prénom\r\u0007") == "Nom  Prénom"


def test_no_control_glues_two_words_but_those_that_stood_inside_one():
    within = {sign for sign in CONTROLS if LongText().accept(f"a{sign}b") == "ab"}
    assert within == {sign for sign in CONTROLS if sign in NO_INK}
    assert not within & {"\u0007", "\t", "\n", *LINE_ENDS}
    kept = {sign for sign in CONTROLS if sign in LongText().accept(f"a{sign}b")}
    assert kept == {"\t", "\n"}


@pytest.mark.parametrize("signs", [FORMATS, SELECTORS], ids=["formats", "selectors"])
def test_no_sign_without_ink_stays(signs):
    assert [ascii(sign) for sign in signs if Text().accept(f"a{sign}b") != "ab"] == []
    assert [ascii(sign) for sign in signs if LongText().accept(f"a{sign}b") != "ab"] == []


def test_every_other_sign_is_kept_as_it_is():
    """Letters, digits, punctuation, symbols of every script, unassigned and private characters but those of the fonts
    of Word."""
    gone = {*NO_INK, *WRITTEN_AS, *CONTROLS, "\u2028", "\u2029"}
    kept = "".join([sign for sign in EVERY if sign not in gone])
    assert LongText().accept(kept) == kept


def test_every_space_is_a_blank_and_ends_no_short_text():
    assert [ascii(sign) for sign in SPACES if sign not in BLANKS] == []
    assert [ascii(sign) for sign in SPACES if Text().accept(f"{sign}a{sign}b{sign}") != f"a{sign}b"] == []


@pytest.mark.parametrize("pasted, seen", [
    ("\uf0b7 Ponctualité", "• Ponctualité"), ("\uf0a7 écouter", "▪ écouter"), ("\uf0fc fait", "✓ fait"),
    ("\uf0fe oui \uf0a8 non", "☑ oui ☐ non"),
    ("\uf0fd vu", "☒ vu"), ("\uf0e0 suite", "→ suite"), ("l\u0092élève \u0096 12 \u0080", "l’élève – 12 €"),
    ("\u0093c\u009cur\u0094", "“cœur”")])
def test_signs_of_one_program_are_written_for_everybody(pasted, seen):
    assert LongText().accept(pasted) == Text().accept(pasted) == seen


def test_what_is_cleaned_once_is_clean():
    kinds = {type(field.kind): field.kind for field in FORM.field.values()
             if type(field.kind).accept is Kind.accept or field.kind.control == "textarea"}
    for kind in kinds.values():
        for sign in (*NO_INK, *WRITTEN_AS, *LINE_ENDS):
            once = kind.accept(f"a{sign}b")
            assert kind.accept(once) == once


def test_control_what_a_program_strips_by_itself_glues():
    assert "".join(PASTED.splitlines()) == "Objectifs de la séanceReprendre confianceRetrouver un rythmeSuite"
    assert "\u2060".strip() == "\u2060" and "\u00ad".strip() == "\u00ad"
