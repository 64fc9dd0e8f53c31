"""The faces of the PDF: one coverage, accents over their letter, boxes and ticks drawn."""

import json

import pytest
from fontTools.ttLib import TTFont

from pid_rules.drawings.measure import width_of
from pipeline import fonts, node


@pytest.fixture(scope="module")
def faces(tmp_path_factory):
    node.install()
    out = tmp_path_factory.mktemp("fonts")
    fonts.write_fonts(node.NODE_MODULES, out)
    covered = {code for first,
               last in json.loads((out / "coverage.json").read_text()) for code in range(first, last + 1)}
    return [TTFont(out / "fonts" / f"{face}.ttf") for face in fonts.FACES], covered


def middle(face, code):
    """(advance, middle of what is drawn, its left side, the left side that the face says) of a character."""
    name = face.getBestCmap()[code]
    shape, (advance, left) = face["glyf"][name], face["hmtx"][name]
    return advance, (shape.xMin + shape.xMax) // 2, shape.xMin, left


def test_accents_stand_over_the_letter_before_and_nowhere_else(faces):
    for face in faces[0]:
        half = face["hmtx"][face.getBestCmap()[ord("o")]][0] // 2
        for code in fonts.ACCENTS & set(face.getBestCmap()):
            advance, place, drawn, said = middle(face, code)
            assert (advance, drawn) == (0, said) and abs(place + half) <= 1, hex(code)


def test_boxes_ticks_and_crosses_are_drawn_inside_their_width(faces):
    for face in faces[0]:
        for code in fonts.SIGNS:
            advance, place, drawn, said = middle(face, code)
            assert drawn == said >= 0 and abs(place - advance / 2) < advance / 10


def test_every_letter_that_has_a_capital_in_extended_b_is_covered(faces):
    lower = {ord(chr(code).lower()) for code in range(0x180, 0x250) if len(chr(code).lower()) == 1}
    assert lower <= faces[1] and fonts.SIGNS.keys() <= faces[1]


def test_control_arimo_draws_accents_where_the_letter_ends_and_has_no_box():
    face = TTFont(node.NODE_MODULES / fonts.PACKAGE / fonts.FACES["regular"])
    assert abs(middle(face, 0x302)[1]) < 5 and not fonts.SIGNS.keys() & set(face.getBestCmap())


@pytest.mark.parametrize("words", [
    "Semaines de stage en menuiserie", "WWW MMM GARAGE DE L’EXEMPLE & ŒUVRES", "8 h 30 – 10 h 30", "+ 12 sans nom",
    "Éducation musicale, Physique-chimie", "Łukasz Đặng-Œuvré, 1 h → 0 h (− 1 h)"])
def test_no_words_are_wider_than_the_drawings_allow(faces, words):
    for face in faces[0]:
        glyphs, scale = face.getBestCmap(), face["head"].unitsPerEm
        assert sum(face["hmtx"][glyphs[ord(letter)]][0] for letter in words) * 100 <= width_of(words, 100) * scale


def test_no_common_letter_is_wider_than_it_is_measured(faces):
    for face in faces[0]:
        glyphs, scale = face.getBestCmap(), face["head"].unitsPerEm
        wider = [chr(code) for code in (*range(0x20, 0x7F), *range(0xC0, 0x250), *range(0x1E00, 0x1EFF))
                 if face["hmtx"][glyphs[code]][0] * 100 > width_of(chr(code), 100) * scale]
        assert wider == []
