"""What the page « Éligibilité » concludes, without a browser."""

import pytest

from pid_rules.dossier.paths import put
from pid_rules.dossier.structure import blank_dossier
from pid_rules.files import read_profile
from pid_rules.form import FORM, stages
from pid_rules.words import dates
from ui.rules import eligibility
from ui.rules.eligibility import NO_STAGE, conclude, with_answers

TODAY = dates.day_number(2026, 11, 16)
PROFILE = read_profile("49")
SUITABLE = {"eleve.niveau": "3e", "eleve.date_naissance": "2012-03-04", "dossier.annee_scolaire": "2026-2027",
            "parcours.debut": "2027-01-11", "parcours.fin": "2027-01-29"}


def concluded(stage, **changed):
    """The conclusion of suitable answers of which some are changed, named with « __ » for a dot."""
    found = blank_dossier(FORM)
    for path, value in {**SUITABLE, **{name.replace("__", "."): value for name, value in changed.items()}}.items():
        put(found, path, value)
    return conclude(found, stage, TODAY, PROFILE)


def ids(rules):
    return [rule.id for rule in rules]


@pytest.mark.parametrize(("stage", "changed", "begins"), [
    (NO_STAGE, {}, "Rien ne s’oppose"),
    ("sequence_observation", {}, "Rien ne s’oppose"),
    (NO_STAGE, {"eleve__niveau": "6e"}, "Un parcours est possible, à condition"),
    ("stage_initiation", {"eleve__niveau": "6e"}, "Un parcours n’est pas possible"),
    (NO_STAGE, {"parcours__fin": "2027-01-01"}, "Un parcours n’est pas possible"),
    (NO_STAGE, {"parcours__fin": ""}, "Il manque une réponse"),
    ("", {"parcours__fin": ""}, "Il manque des réponses"),
])
def test_it_concludes_in_a_sentence(stage, changed, begins):
    assert concluded(stage, **changed).sentence().startswith(begins)


@pytest.mark.parametrize("stage", [value for value, _ in stages.STAGE_TYPE.kind.options] + [NO_STAGE])
def test_once_all_is_answered_nothing_is_left_whatever_the_stage(stage):
    conclusion = concluded(stage, parcours__fin="2027-03-05")
    assert conclusion.left == [] and "Il manque" not in conclusion.sentence()
    assert ids(conclusion.later) == ([] if stage == NO_STAGE else ["PE-05"])
    assert conclusion.unjudged == []


@pytest.mark.parametrize("path", [field.path for field in eligibility.ASKED])
def test_each_question_left_is_named(path):
    conclusion = concluded(NO_STAGE, **{path.replace(".", "__"): ""})
    assert conclusion.left == [path] and conclusion.later == [] and conclusion.unjudged == []


def test_a_calendar_that_is_not_known_is_no_answer_of_the_dossier():
    conclusion = concluded(NO_STAGE, dossier__annee_scolaire="2050-2051", parcours__debut="2051-01-09",
                           parcours__fin="2051-01-27")
    assert "PE-02" in ids(conclusion.unjudged) and "PE-02" not in ids(conclusion.later)


def test_answers_left_blank_keep_what_the_dossier_had():
    dossier = with_answers({**blank_dossier(FORM), "eleve": {"niveau": "4e"}}, blank_dossier(FORM), "stage_initiation")
    assert dossier["eleve"]["niveau"] == "4e"
    assert [(one["id"], one["type"]) for one in dossier["stages"]] == [("S1", "stage_initiation")]
    assert with_answers(blank_dossier(FORM), blank_dossier(FORM), NO_STAGE)["stages"] == []
