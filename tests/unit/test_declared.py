"""Texts that the program declares: written with plain spaces, set as French print does."""

import pytest

from pid_rules.form import FORM
from pid_rules.questions.kinds import Choice, Text
from pid_rules.questions.schema import Field
from pid_rules.words.declared import declared


@pytest.mark.parametrize("written, printed", [
    ("Il manque : « {nom} » !", "Il manque\u00a0: «\u00a0{nom}\u00a0»\u00a0!"),
    ("Au plus {jours} jours, soit 35 h.", "Au plus {jours}\u00a0jours, soit 35\u00a0h."),
    ("avant 16 ans (20 % de son poids)", "avant 16\u00a0ans (20\u00a0% de son poids)"),
    ("{a} ans : trop", "{a}\u00a0ans\u00a0: trop"),
    ("la révision {0}, le n° 3", "la révision\u00a0{0}, le n°\u00a03"),
    ("Le {jour} {date}, de {debut} à {fin}", "Le {jour} {date}, de {debut} à {fin}"),
    ("par exemple 02 41 00 00 00", "par exemple 02 41 00 00 00"),
    ("deux jours et la révision prévue", "deux jours et la révision prévue"),
    ("", "")])
def test_a_declared_text_holds_its_punctuation_and_its_units(written, printed):
    assert declared(written) == printed == declared(printed)


def test_a_question_sets_its_words():
    field = Field("a", "Vrai ?", Text(), missing="Dites : oui", hint="Avant 16 ans", needed="s’il y en a : dites-le")
    assert [field.label, field.missing, field.hint, field.needed] == [
        "Vrai\u00a0?", "Dites\u00a0: oui", "Avant 16\u00a0ans", "s’il y en a\u00a0: dites-le"]


def test_every_word_of_the_form_is_set():
    asked = [text for one in [*FORM.field.values(), *FORM.block.values()]
             for text in (one.label, one.missing, one.hint)]
    asked += [text for page in FORM.pages for text in (page.title, page.intro)]
    asked += [text for page in FORM.pages for one in page.contents if one.role == "heading"
              for text in (one.title, one.intro)]
    assert [text for text in asked if text != declared(text)] == []


def test_what_a_person_typed_is_quoted_as_it_is():
    """Only the sentence is set: « 8 h : 30 » stays as it was typed."""
    _, wrong = Choice(("a", "A")).read("x : y 35 h")
    assert wrong is not None and "« x : y 35 h »" in wrong.message.replace("«\u00a0", "« ").replace("\u00a0»", " »")
