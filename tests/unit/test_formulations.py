"""The skeletons of sentences: each with a blank that the rule finds, none with a word to read again."""

import re

import pytest

import formulations
from pid_rules.form import FORM, contrat
from pid_rules.form.formulations import HELPED, PATTERNS
from pid_rules.words.brackets import blank_in
from pipeline.node import BuildError

HELD = formulations.read()
SENTENCES = [text for _, rows in HELD["objectifs"] for row in rows for text in row] \
    + [text for texts in HELD["phrases"].values() for text in texts]
GENDERED = re.compile(r"\b(?:il|elle|ils|elles|lui|seule?|présente?|prête?|\w+\(e\)|\w+·e)s?\b", re.IGNORECASE)
"""Words that give a gender to somebody, or hesitate."""


def test_every_question_helped_has_sentences_and_stands_in_the_form():
    assert [FORM.field[pattern] for pattern in PATTERNS] == list(HELPED)
    assert {*HELD["phrases"], "parcours.objectifs[].intitule", "parcours.objectifs[].indicateur",
            "parcours.objectifs[].strategies[].intitule"} == set(PATTERNS)
    assert all(len(row) == 3 for _, rows in HELD["objectifs"] for row in rows)
    assert "engagements.accueil[]" in PATTERNS and contrat.RUPTURE in HELPED


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_skeleton_cannot_stay_as_it_is_and_gives_nobody_a_gender(sentence):
    assert len(blank_in(sentence)) > 2 and not GENDERED.search(sentence)


@pytest.mark.parametrize(("text", "blank"), [
    ("", ""), ("Venir à l’heure (4 jours sur 5)…", ""), ("Venir [nombre] jours avant le [date]", "[nombre]"),
    ("Venir [3", "["), ("Venir 3] jours", "]"), ("Venir 3] jours avant le [date]", "]"), ("Venir [\n] jours", "["),
    ("Venir [] jours", "[]"), ("Venir [" + "a" * 40 + "]", "[" + "a" * 40 + "]"), ("Venir [" + "a" * 41 + "]", "["),
    ("😀 [qui]", "[qui]")])
def test_the_first_blank_of_a_text(text, blank):
    assert blank_in(text) == blank


OBJECTIVE = """[[objectif]]
theme = "A"
objectif = "Venir le [date]"
indicateur = "[nombre] jours"
strategie = "Avec [qui]"
"""
PHRASES = "[phrases]\n" + "".join(f'"{pattern}" = ["Le [date], {number}"]\n' for number, pattern in enumerate(PATTERNS)
                                  if "objectifs" not in pattern)
WHOLE = OBJECTIVE + PHRASES


@pytest.mark.parametrize(("text", "words"), [
    ("[", "n'est pas un fichier TOML"),
    ("autre = 1\n" + WHOLE, "« autre » : seuls [[objectif]] et [phrases] sont lus."),
    (OBJECTIVE, "ajoutez « engagements.eleve[] », et une phrase."),
    (WHOLE + '"eleve.nom" = ["Le [date]"]', "« eleve.nom » n'est pas une question"),
    (WHOLE.replace("theme", "titre"), "[[objectif]] n° 1 : écrivez theme"),
    (WHOLE.replace("Venir le [date]", "Venir"), "« Venir » : il faut un blanc"),
    (WHOLE.replace("Avec [qui]", "Avec [qui] ou [nom"), "un crochet n'a pas l'autre"),
    (WHOLE.replace("Avec [qui]", "Avec [qui] []"), "ou rien entre les deux"),
    (WHOLE.replace("Avec [qui]", "Le juge et [qui]"), "Relisez «\u00a0juge\u00a0»"),
    (WHOLE.replace("Avec [qui]", "Avec l'aide de [qui]"), "mettez ’ pour les apostrophes"),
    (WHOLE.replace("Avec [qui]", "Aide : [qui]"), "une espace insécable"),
    (WHOLE.replace("Avec [qui]", "Avec  [qui]"), "pas d'espace en trop"),
    (WHOLE.replace("Avec [qui]", "Avec [qui] " + "et encore " * 14), "140 caractères au plus"),
    (WHOLE.replace("Avec [qui]", "[nombre] jours"), "« [nombre] jours » : cette phrase est écrite deux fois.")])
def test_what_is_wrong_in_the_file_is_told_in_words(text, words):
    with pytest.raises(BuildError) as refused:
        formulations.read(text)
    assert words in str(refused.value)


def test_a_sound_file_is_read():
    assert formulations.read(WHOLE)["objectifs"] == [("A", [["Venir le [date]", "[nombre] jours", "Avec [qui]"]])]
