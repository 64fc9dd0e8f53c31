"""Every blank, dash, letter and accent that looks like another is read as it: formats, dates, hours, the guard,
searches."""

import unicodedata

import pytest

from pid_rules.dossier.guard import SANTE, advice, warnings
from pid_rules.planning.disciplines import discipline
from pid_rules.questions.calendar_day import Date
from pid_rules.questions.formats import Email, Phone, Postcode, SchoolYear, Siret, Uai
from pid_rules.questions.kinds import Integer
from pid_rules.words.alike import DASHES, alike, plain
from pid_rules.words.horaires import read_range, read_time
from pid_rules.words.pays import is_french
from pid_rules.words.visible import BLANKS, LINE_ENDS, NO_INK

EVERY = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000]
HYPHENS = [sign for sign in EVERY if unicodedata.category(sign) == "Pd"] + ["\u2212", "\u02d7", "\u2043", "\u207b"]
SPACES = [sign for sign in EVERY if unicodedata.category(sign) in ("Zs", "Zl", "Zp")] + ["\t", "\u0085", "\u000b"]
LATIN = [chr(code) for code in (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)) if chr(code).isalpha()]
ANSWERS = ((Phone(), "02 41 00 00 00", "0241000000"), (Uai(), "049 0060 Z", "0490060Z"),
           (Siret(), "732 829 320 00074", "73282932000074"),
           (Postcode(), "49 000", "49000"), (SchoolYear(), "2026 - 2027", "2026-2027"),
           (Email(), "nom @domaine.fr", "nom@domaine.fr"),
           (Integer(0, 2000), "1 200", 1200), (Date(), "27 3 2011//", "2011-03-27"),
           (Date(), "27 / 3 / 2011", "2011-03-27"))
DASHED = ((Phone(), "02-41-00-00-00", "0241000000"), (SchoolYear(), "2026-2027", "2026-2027"),
          (Date(), "27-3-2011//", "2011-03-27"),
          (Uai(), "049-0060-Z", "0490060Z"), (Email(), "nom@ac-nantes.fr", "nom@ac-nantes.fr"))


def wide(text):
    """The text in full-width letters."""
    return "".join([chr(ord(sign) + 0xFEE0) if "!" <= sign <= "~" else sign for sign in text])


@pytest.mark.parametrize("blank", sorted({*SPACES, *BLANKS}), ids=ascii)
def test_every_blank_is_one(blank):
    for kind, typed, stored in ANSWERS:
        assert kind.accept(typed.replace(" ", blank)) == stored
        assert kind.accept(blank + typed + blank) == stored
    assert read_time("8 h 30".replace(" ", blank)) == "08:30"
    assert read_range(f"8h30{blank}10h30") == ("08:30", "10:30")
    assert [word for word, _ in warnings(f"garde{blank}à{blank}vue")] == ["garde a vue"]


@pytest.mark.parametrize("dash", sorted({*HYPHENS, *DASHES}), ids=ascii)
def test_every_dash_is_one(dash):
    for kind, typed, stored in DASHED:
        assert kind.accept(typed.replace("-", dash)) == stored
    assert read_range(f"8h30{dash}10h30") == read_range(f"8 h 30 {dash} 10 h 30") == ("08:30", "10:30")
    assert warnings(f"sans{dash}papiers") and warnings(f"garde{dash}à{dash}vue")
    assert is_french(f"Saint{dash}Martin")


@pytest.mark.parametrize("sign", NO_INK[::7], ids=ascii)
def test_no_sign_without_ink_hides_anything(sign):
    for kind, typed, stored in ANSWERS + DASHED:
        assert kind.accept(sign.join(typed)) == stored
    assert read_time(sign.join("8h30")) == "08:30"
    assert warnings(sign.join("dépression")) == [("depression", SANTE)]


def test_full_width_signs_are_read():
    for kind, typed, stored in ANSWERS + DASHED:
        assert kind.accept(wide(typed)) == stored
    assert read_time(wide("8h30")) == read_time(wide("8:30")) == "08:30"
    assert warnings(wide("TDAH")) == [("tdah", SANTE)]
    assert Date().accept(wide("27/3/2011") + "//") == "2011-03-27"


@pytest.mark.parametrize("text", [
    "de\u0301pression", "dép\u00adression", "d\u200bépression", "DE\u0301PRESSION", "dépre\u0323ssion",
    "d\u00e8pr\u00ebssion", "dëpressíon", "sa\u2060 dépression"])
def test_the_guard_sees_through_marks(text):
    assert warnings(text) == [("depression", SANTE)]


@pytest.mark.parametrize("text, word", [
    ("T.D.A.H.", "tdah"), ("T. D. A. H.", "tdah"), ("un P.A.I.", "pai"), ("(T.D.A.H)", "tdah"), ("l’A.S.E.", "ase"),
    ("l'a.s.e. suit", "ase"),
    ("M.\u00a0D.\u00a0P.\u00a0H.", "mdph"), ("sous P.\u202fP.\u202fS.", "pps"), ("garde\nà  vue", "garde a vue"),
    ("garde-à-vue", "garde a vue"),
    ("famille d‘accueil", "famille d'accueil"), ("famille dʼaccueil", "famille d'accueil"),
    ("sans papiers", "sans papiers"), ("🦄 T.D.A.H. 🦄", "tdah"), ("🦄🦄 ase 🦄", "ase"),
    ("sans… papiers", "sans papiers")])
def test_initials_with_points_and_broken_words_are_seen(text, word):
    assert word in [found for found, _ in warnings(text)]
    assert word in advice(text)


@pytest.mark.parametrize("text", ["M. A. Seguin", "Il l’a. Se lever", "1.2.3", "…", "A.", "etc. etc.",
                                  "J.-P. Martin, 3e B.", "p. a. ignore"])
def test_points_alone_make_no_word(text):
    assert warnings(text) == []


@pytest.mark.parametrize("number", ["1 84 12 76 451 089", "1‑84‑12‑76‑451‑089", "１８４１２７６４５１０８９",
                                    "1\u20098412\u20097645\u20091089", "1 84 12 2ａ 451 089"])
def test_a_number_of_social_security_is_seen_however_it_is_written(number):
    assert len(warnings(number)) == 1


def test_a_list_of_numbers_is_not_one():
    assert warnings("12345678\n90123") == []


def test_a_letter_is_plain_without_its_accent():
    for letter in LATIN:
        base = "".join([sign for sign in unicodedata.normalize("NFKD", letter.lower())
                        if not unicodedata.combining(sign)])
        if base.isascii():
            assert plain(letter) == base.replace("·", ""), ascii(letter)
        assert plain(letter) == plain(unicodedata.normalize("NFD", letter)), ascii(letter)
    assert plain("Łukasz Đặng Ñandú Straße Œuvre Ægir Ƒɔɲɛ ʻEta ŋ") == \
        "lukasz dang nandu strasse oeuvre aegir fone 'eta n"


def test_names_of_disciplines_and_countries_are_seen_through():
    assert discipline("MATHE\u0301MATIQUES") == discipline("Mathématiques") == discipline(wide("Maths")) is not None
    assert is_french("Nouvelle‑Cale\u0301donie") and is_french("Ｆｒａｎｃｅ") and not is_french("Belgique")


def test_line_ends_are_blanks():
    assert all([alike(f"a{end}b").replace("  ", " ") == "a b" for end in LINE_ENDS])


def test_control_what_looked_at_a_few_signs_missed_the_others():
    few = {" ": "", "\u00a0": "", "\u202f": "", "-": ""}
    assert [blank for blank in SPACES if blank not in few] and [dash for dash in HYPHENS if dash not in few]
    assert "depression" not in "de\u0301pression".lower()
