"""Formats of answers: what is accepted as typed, what is wrong and how it is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum import luhn as luhn_oracle
from stdnum.fr import siret as siret_oracle

from pid_rules.form import FORM
from pid_rules.questions import formats
from pid_rules.questions.calendar_day import Date
from pid_rules.questions.formats import Email, Phone, Postcode, Reference, SchoolYear, Siret, Uai
from pid_rules.questions.kinds import AVERTISSEMENT, BLOQUANT, Choices, Integer, LongText, Name, YesNo
from pid_rules.words.visible import NO_INK


def problem(kind, typed):
    """The Wrong of what is typed, or None."""
    return kind.read(kind.accept(typed))[1]


@pytest.mark.parametrize("uai", ["0490060Z", "0490048L", "0491703K", "0490042E", "0490783K", "0750654D", "0951099D",
                                 "7200012A", "6200006M", "9740812P", "0490000J"])
def test_real_uai_pass(uai):
    assert problem(Uai(), uai) is None


@pytest.mark.parametrize("typed, letter", [("0490060A", "Z"), ("0490060I", "Z"), ("0310007M", "L")])
def test_a_wrong_uai_letter_is_a_warning_with_the_expected_letter(typed, letter):
    wrong = problem(Uai(), typed)
    assert wrong.severity == AVERTISSEMENT
    assert formats.uai_letter(typed[:7]) in wrong.message
    assert formats.uai_letter(typed[:7]) != typed[7]
    assert letter == formats.uai_letter(typed[:7]) or typed == "0310007M"


@pytest.mark.parametrize("typed", ["490060Z", "04900600", "ABCDEFGH", "049006 Z"])
def test_a_uai_needs_seven_digits_and_a_letter(typed):
    assert problem(Uai(), typed).severity == BLOQUANT


def test_a_uai_is_stored_without_spaces_in_upper_case():
    assert Uai().accept(" 049 0060 z ") == "0490060Z"


@pytest.mark.parametrize("typed, stored, shown", [
    ("02 41 74 34 84", "0241743484", "02 41 74 34 84"), ("02.41.74.34.84", "0241743484", "02 41 74 34 84"),
    ("+33 2 41 74 34 84", "0241743484", "02 41 74 34 84"), ("+33 (0)2 41 74 34 84", "0241743484", "02 41 74 34 84"),
    ("0033241743484", "0241743484", "02 41 74 34 84"), ("+262 262 12 34 56", "0262123456", "02 62 12 34 56"),
    ("+32 470 12 34 56", "+32470123456", "+32470123456"), ("00352 621 000 000", "+352621000000", "+352621000000"),
    ("0032 470 00 00 00", "+32470000000", "+32470000000"), ("00377 93 15 00 00", "+37793150000", "+37793150000"),
    ("00376 812 345", "+376812345", "+376812345"), ("33 6 12 34 56 78", "0612345678", "06 12 34 56 78"),
    ("33 (0)6 12 34 56 78", "0612345678", "06 12 34 56 78"), ("00 33 6 12 34 56 78", "0612345678", "06 12 34 56 78"),
    ("0033 (0)6 12 34 56 78", "0612345678", "06 12 34 56 78"), ("262 692 12 34 56", "0692123456", "06 92 12 34 56"),
    ("24 12 34", "241234", "24 12 34"), ("87 12 34 56", "87123456", "87 12 34 56"),
    ("40 50 12 34", "40501234", "40 50 12 34"),
    ("+687 24 12 34", "+687241234", "+687241234"), ("00689 87 12 34 56", "+68987123456", "+68987123456"),
    ("tel:+33241743484", "0241743484", "02 41 74 34 84"), ("Tél. : 02 41 74 34 84", "0241743484", "02 41 74 34 84")])
def test_telephones_are_understood(typed, stored, shown):
    kind = Phone()
    assert kind.accept(typed) == stored
    assert kind.read(stored)[1] is None
    assert kind.show(stored).replace("\u00a0", " ") == shown


@pytest.mark.parametrize("typed", ["02 41 74 34 8", "2241743484", "0041743484x", "mon numéro", "00 41 74 34 84",
                                   "41 74 34 84", "+0 41", "+33 2 41 74 34 8"])
def test_what_is_no_telephone_is_kept_and_said(typed):
    assert "téléphone" in problem(Phone(), typed).message or "dix chiffres" in problem(Phone(), typed).message


@pytest.mark.parametrize("typed", ["+", "8", "02 41 74 34 8", "mon numéro", "00 41 74 34 84"])
def test_the_sentence_of_a_telephone_never_gives_what_was_typed_and_names_the_plus(typed):
    message = problem(Phone(), typed).message
    examples = [piece for piece in ("02 41 00 00 00", "+32 470 00 00 00") if piece in message]
    assert examples and all([problem(Phone(), example) is None for example in examples])
    assert problem(Phone(), "1234").message.count("+") >= 2


@pytest.mark.parametrize("code, severity", [
    ("49000", None), ("49047", None), ("20090", None), ("01000", None), ("98800", None), ("00200", None),
    ("49\u2009000", None),
    ("F-49000", None), ("49000\t", None), ("4900", AVERTISSEMENT), ("99000", AVERTISSEMENT), ("7700", AVERTISSEMENT),
    ("L-4001", AVERTISSEMENT), ("AD500", AVERTISSEMENT), ("1227", AVERTISSEMENT), ("D-66111", AVERTISSEMENT),
    ("SW1A 1AA", AVERTISSEMENT),
    ("31-123", AVERTISSEMENT), ("1000-001", AVERTISSEMENT), ("12345-6789", AVERTISSEMENT), ("abc", BLOQUANT),
    ("?", BLOQUANT), ("Mouscron 7700", BLOQUANT), ("7", BLOQUANT)])
def test_postcodes(code, severity):
    wrong = problem(Postcode(), code)
    assert (wrong.severity if wrong else None) == severity


@pytest.mark.parametrize("code", ["7700", "L-4001", "AD500", "SW1A 1AA", "31-123"])
def test_a_postcode_of_elsewhere_is_kept_as_typed(code):
    assert Postcode().accept(code) == Postcode().show(code) == code


@pytest.mark.parametrize("address, good", [
    ("ce.0490060z@ac-nantes.fr", True), ("elif@exemple.fr", True), ("a@b", False), ("a@@b.fr", False),
    ("@b.fr", False), ("a@.fr", False), ("a@b.fr.", False), ("a@b..fr", False), ("a,b@c.fr", False),
    ("a@b.fr\nBcc:x@y.fr", False), ("nom:x@y.fr", False), ("mailto:nom@domaine.fr", True),
    ("nom@domaine.fr\u2060", True)])
def test_addresses(address, good):
    assert (Email().read(address)[1] is None) is good


@pytest.mark.parametrize("typed", [
    "nom@ac-\u00adnantes.fr", "mailto:nom@ac-nantes.fr", "nom\t@ac-nantes.fr", "nom@ac-nantes.fr\u2060",
    "Nom <nom@ac-nantes.fr>",
    "<nom@ac-nantes.fr>", "nom@ac-nantes.fr;", "nom@ac‑nantes.fr", "MAILTO:nom@ac-nantes.fr",
    " nom@ac-nantes.fr\u3000"])
def test_an_address_is_stored_without_what_surrounds_it(typed):
    assert Email().accept(typed) == "nom@ac-nantes.fr" and problem(Email(), typed) is None


@pytest.mark.parametrize("kind, written, understood", [
    (Phone(), "00352 621 000 000", "+352621000000"), (Uai(), "049 0060z", "0490060Z"), (Postcode(), "49 000", "49000"),
    (Email(), "nom@ac-\u00adnantes.fr", "nom@ac-nantes.fr"), (SchoolYear(), "2026 – 2027", "2026-2027"),
    (Siret(), "73282932000074 ", "73282932000074")])
def test_what_a_file_holds_is_judged_as_it_is_understood(kind, written, understood):
    assert kind.read(written) == kind.read(understood) and kind.read(written)[1] is None


@given(st.text("0123456789", min_size=1, max_size=20))
def test_luhn_agrees_with_stdnum(digits):
    assert formats.luhn(digits) == luhn_oracle.is_valid(digits)


@given(st.text("0123456789", min_size=14, max_size=14) | st.builds(
    lambda start: start + luhn_oracle.calc_check_digit(start), st.text("0123456789", min_size=13, max_size=13)))
def test_siret_agrees_with_stdnum(digits):
    assert formats.is_siret(digits) == siret_oracle.is_valid(digits)


@pytest.mark.parametrize("siret, good", [("73282932000074", True), ("35600000049837", True), ("35600000000048", True),
                                         ("73282932000075", False), ("7328293200007", False)])
def test_known_siret(siret, good):
    assert formats.is_siret(Siret().accept(siret[:3] + " " + siret[3:])) is good


@pytest.mark.parametrize("typed, stored", [
    ("27/3/2011", "2011-03-27"), ("27/03/2011", "2011-03-27"), ("27/mars/2011", "2011-03-27"),
    ("1/févr./2012", "2012-02-01"), ("1/Aout/2012", "2012-08-01"), ("//", ""), (" 29 / 2 / 2012 ", "2012-02-29"),
    ("1er/septembre/2026", "2026-09-01"), ("27/3/2011//", "2011-03-27"), ("27.3.2011//", "2011-03-27"),
    ("/27 mars 2011/", "2011-03-27"), ("2011-03-27//", "2011-03-27"), ("1er-3-2011//", "2011-03-01"),
    ("dimanche 27 mars 2011//", "2011-03-27"), ("27/03/2011 00:00:00//", "2011-03-27"),
    ("27/03/2011 00:00:00", "2011-03-27"),
    ("2011-03-27T00:00:00//", "2011-03-27"), ("1 er septembre 2011//", "2011-09-01"),
    ("1ᵉʳ septembre 2011//", "2011-09-01"),
    ("27‑3‑2011//", "2011-03-27"), ("27−3−2011//", "2011-03-27"), ("le dimanche 27 mars 2011//", "2011-03-27"),
    ("dim. 27 mars 2011//", "2011-03-27"),
    ("mar. 29 mars 2011//", "2011-03-29"), ("27032011//", "2011-03-27"), ("20110327//", "2011-03-27"),
    ("20111220//", "2011-12-20"),
    ("27 mars//2011", "2011-03-27"), ("27 mars 2011\t//", "2011-03-27"), ("27/3/11", "2011-03-27"),
    ("27/3/49//", "2049-03-27"),
    ("1-sept-11//", "2011-09-01"), ("27/mars\u00a02011//", "2011-03-27"), ("27 mars 2011 00:00//", "2011-03-27")])
def test_dates_are_read(typed, stored):
    assert Date().accept(typed) == stored


@pytest.mark.parametrize("typed, words", [
    ("27//2011", "il manque le mois"), ("/3/", "le jour et l’année"), ("31/4/2011", "il n’y a pas de 31"),
    ("29/2/2011", "il n’y a pas de 29"), ("1/13/2011", "mois de 1 à 12"), ("1/ma/2011", "mois de 1 à 12"),
    ("1/1/50", "quatre chiffres"), ("1/1/011", "quatre chiffres"), ("32/1/2011", "jour de 1 à 31"),
    ("0/1/2011", "jour de 1 à 31"), ("x/1/2011", "jour de 1 à 31"),
    ("31/4/2011", "pas de 31 avril 2011"), ("27/3/", "il manque l’année"),
    ("3.4//", "avec le jour, le mois et l’année"), ("dimanche//", "avec le jour, le mois et l’année"),
    ("dimanche 27//", "avec le jour, le mois et l’année"), ("27 mars 2011 x//", "avec le jour"),
    ("270311//", "il manque le mois")])
def test_a_wrong_date_is_kept_as_typed_and_explained(typed, words):
    kind = Date()
    stored = kind.accept(typed)
    assert stored == typed
    assert words in kind.read(stored)[1].message
    assert "/".join(kind.parts(stored)) == typed


@pytest.mark.parametrize("stored, good", [("1899-12-31", False), ("1900-01-01", True), ("2100-12-31", True),
                                          ("2101-01-01", False), ("9999-12-31", False), ("0001-01-01", False)])
def test_a_year_that_nobody_has_is_said_and_kept_from_the_rules(stored, good):
    day, wrong = Date().read(stored)
    assert (wrong is None, day is not None) == (good, good)
    assert wrong is None or "entre 1900 et 2100" in wrong.message
    assert Date().accept("/".join(Date().parts(stored))) == stored or stored[0] == "0"


@given(st.text(max_size=30))
def test_no_typed_date_is_lost(text):
    kind = Date()
    stored = kind.accept(text)
    if stored and kind.read(stored)[1]:
        assert kind.accept(stored) == stored


@pytest.mark.parametrize("name, good", [("Łukasz", True), ("Doğan-Lefèvre", True), ("Đặng", True), ("O’Neill", True),
                                        ("d'Œuvre", True), ("Jean2", False), ("<b>", False), ("a@b", False)])
def test_names_take_any_letter(name, good):
    assert (problem(Name(), name) is None) is good


@pytest.mark.parametrize("typed, good", [("2026-2027", True), ("2026/2027", True), ("0000-0001", False),
                                         ("1899-1900", False), ("1900-1901", True), ("2099-2100", True),
                                         ("2100-2101", False), ("2026 – 2027", True),
                                         ("20262027", True), ("2026-2028", False), ("2026", False)])
def test_school_years(typed, good):
    assert (problem(SchoolYear(), typed) is None) is good


@pytest.mark.parametrize("reference, good", [("0490000J-2026-K7QF", True), ("0490000J-2026-K7Q0", False),
                                             ("0490000J-2026-K7QI", False), ("K7QF", False),
                                             ("DOGAN_LEFEVRE-2026-K7QF", False), ("0000000A-2026-K7QF", True)])
def test_references(reference, good):
    assert (Reference().read(reference)[1] is None) is good


def test_whole_numbers_are_integers_and_others_kept_as_typed():
    kind = Integer(0, 400)
    assert (kind.accept("23"), kind.accept(""), kind.accept("1 00"), kind.accept("-3")) == (23, None, 100, "-3")
    assert kind.read(401)[1] and kind.read("-3")[1] and kind.read(True)[1] and not kind.read(400)[1]


def test_a_text_of_5000_characters_passes_and_one_more_is_told():
    kind = LongText()
    assert kind.read("a" * 5000)[1] is None
    assert "5000" in kind.read("a" * 5001)[1].message


TYPED = [field.kind for field in FORM.field.values() if not isinstance(field.kind, (Choices, YesNo))]


WHERE_ALL_STAYS = "\tÉté,\nĐặng\u00a0: « ﬁn » 😀\u2009"


@pytest.mark.parametrize("kind", {type(kind): kind for kind in TYPED}.values(), ids=lambda kind: type(kind).__name__)
@pytest.mark.parametrize("around", ["a", "1", ""])
def test_signs_without_ink_are_left_out_of_what_is_typed(kind, around):
    pasted = around + "".join(NO_INK) + around
    assert [sign for sign in NO_INK if sign in str(kind.accept(pasted))] == []
    assert kind.accept(pasted) == kind.accept(around + around)


def test_tabs_line_ends_and_every_letter_stay():
    assert LongText().accept(WHERE_ALL_STAYS) == WHERE_ALL_STAYS


@pytest.mark.parametrize("typed",
                         ["02 41 00 00 00 / 06 12 34 56 78", "0241000000 0612345678", "06 12 34 56 78\t06 98 76 54 32"])
def test_several_telephones_are_kept_apart_as_they_were_typed(typed):
    kept = Phone().accept(typed)
    assert len(kept) > 20 and problem(Phone(), typed) is not None


@pytest.mark.parametrize("typed", ["++33241000000", "594123456789", "262012345678", "+"])
def test_a_number_that_nobody_has_is_not_made_another(typed):
    assert problem(Phone(), typed) is not None


def test_a_year_begun_is_not_another_year():
    """2026 passes through 20: nothing is judged, nor sealed, of a day of 2020."""
    assert Date().accept("27/3/20") == "27/3/20" and Date().accept("27/3/19") == "27/3/19"
    assert Date().accept("27/3/202") == "27/3/202" and Date().accept("27/3/2026") == "2026-03-27"
    assert [Date().accept("27/3/" + year) for year in ("11", "10", "26", "00")] == ["2011-03-27", "2010-03-27",
                                                                                    "2026-03-27", "2000-03-27"]


@pytest.mark.parametrize("typed", ["31/02/2011//", "/31 février 2011/", "//31-02-2011"])
def test_a_day_that_is_not_is_said_wherever_it_was_pasted_whole(typed):
    assert "31 février 2011" in problem(Date(), typed).message


def test_a_year_of_two_figures_says_which_it_may_be():
    assert Date().explain("5/10/26") == "Indiquez l’année avec quatre chiffres\u00a0: 26 s’écrit 2026 ou 1926."
    assert Date().explain("5/10/deux") == "Indiquez l’année avec quatre chiffres."


def test_an_address_with_a_comma_is_not_said_to_be_missing():
    assert Email().read("a,b@exemple.fr")[1].message.startswith("Vérifiez cette adresse électronique\u00a0: une seule")
    assert Email().read("exemple.fr")[1].message.startswith("Indiquez une adresse électronique.")
