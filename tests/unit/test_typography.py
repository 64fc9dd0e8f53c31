"""French typography: what it changes, what it leaves alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pid_rules.words.typography import french
from pid_rules.words.visible import BLANKS, paragraphs

NB = "\u00a0"
TEXTS = st.text(alphabet=st.one_of(st.sampled_from("'«»;:!?. \u00a0\u202f\n…()ab1é"), st.characters()), max_size=60)


@pytest.mark.parametrize("typed, printed", [
    ("Attention : oui ; non ! Ah ?", f"Attention{NB}: oui{NB}; non{NB}! Ah{NB}?"),
    ("Vraiment?", f"Vraiment{NB}?"),
    ("Vraiment?!", f"Vraiment{NB}?!"),
    ("Vraiment\u202f?", f"Vraiment{NB}?"),
    ("l'atelier d'Élodie", "l’atelier d’Élodie"),
    ("l'«atelier»", f"l’«{NB}atelier{NB}»"),
    ("«  Bien  »", f"«{NB}Bien{NB}»"),
    ("Il lit...", "Il lit…"),
    ("Lundi:\ncollège", f"Lundi{NB}:\ncollège"),
])
def test_french_print(typed, printed):
    assert french(typed) == printed


@pytest.mark.parametrize("text", ["11:30", "https://www.exemple.fr/a?b=c;d", "nom@exemple.fr", "6' de marche", "(?)",
                                  "0490000J-2026-K7QF", "", " : en début de ligne"])
def test_what_is_not_punctuation_is_left_alone(text):
    assert french(text) == text


def _words(text):
    text = paragraphs(text).replace("...", "…").replace("’", "'")
    return [sign for sign in text if sign not in BLANKS]


@given(TEXTS)
def test_only_spaces_apostrophes_and_ellipses_change(text):
    assert _words(french(text)) == _words(text)


@given(TEXTS)
def test_twice_is_once(text):
    assert french(french(text)) == french(text)


@pytest.mark.parametrize("held, printed", [
    ("un\u2028deux\u2029trois", "un\ndeux\ntrois"), ("\uf0b7 un \uf0fe", "• un ☑"), ("dé\u00adcou\u2060pé", "découpé"),
    ("mot\u2009:", "mot\u00a0:"), ("mot\u3000!", "mot\u00a0!"), ("«\u2009oui\u2009»", "«\u00a0oui\u00a0»")])
def test_what_a_file_holds_is_printed_as_a_person_sees_it(held, printed):
    assert french(held) == printed == french(printed)
