"""« Suivi »: the steps that concern a dossier, and what each asks that the sending does not ask already."""

import copy

import pytest

from pid_rules.dossier.paths import put
from pid_rules.form import FORM
from pid_rules.judgement.evaluate import evaluate
from pid_rules.questions.schema import BILAN, CLOTURE, DEMARRAGE, ENVOI, PREPAM
from pid_rules.rules import CATALOGUE
from pid_rules.suivi.etapes import PAGES, findings_of, steps_ahead
from pid_rules.words import dates
from tests.support.examples import EXAMPLES
from tests.support.judging import PROFILE_49


def changed(name, changes):
    dossier = copy.deepcopy(EXAMPLES[name])
    for path, value in changes.items():
        put(dossier, path, value)
    return dossier


def asked(step, dossier, day):
    reports = [evaluate(FORM, CATALOGUE, dossier, judged, dates.parse_iso(day), PROFILE_49) for judged in (step, ENVOI)]
    return {title: [finding.rule for finding in findings] for title, findings in findings_of(step, *reports)}


SENT = {"transmission.date": "2026-11-20"}


@pytest.mark.parametrize("changes, day, steps", [
    ({}, "2027-05-10", []), (SENT, "2026-11-21", [DEMARRAGE]), (SENT, "2026-12-07", [DEMARRAGE]),
    (SENT, "2026-12-08", [DEMARRAGE, BILAN]), (SENT, "2027-04-09", [DEMARRAGE, BILAN]),
    (SENT, "2027-04-10", [DEMARRAGE, BILAN, CLOTURE]), ({"decision.sens": "valide"}, "2026-11-21", [DEMARRAGE]),
    ({"journal": [{"date": "2026-12-08"}]}, "2026-11-21", [BILAN]),
    ({"bilan_final.suite": "orientation"}, "2026-11-21", [CLOTURE]),
    ({"prepam.motif": "autre"}, "2026-11-21", [PREPAM])])
def test_a_step_concerns_a_dossier_once_its_time_has_come_or_it_is_begun(changes, day, steps):
    assert steps_ahead(FORM, changed("complet", changes), dates.parse_iso(day)) == steps


def test_a_closed_dossier_has_nothing_left_to_complete():
    dossier = EXAMPLES["clos"]
    assert steps_ahead(FORM, dossier, dates.parse_iso("2027-05-10")) == list(PAGES)
    assert [asked(step, dossier, "2027-05-10") for step in PAGES] == [
        {"Avant de commencer": []}, {"Pendant le parcours": []}, {"Clôture": []}, {"Prépam": []}]


def test_what_the_sending_asks_is_not_asked_again():
    dossier = changed("clos", {"eleve.nom": "", "decision.signataire.nom": ""})
    assert asked(DEMARRAGE, dossier, "2026-12-05") == {"Avant de commencer": ["REQ", "DE-02"]}


def test_each_bilan_is_apart():
    dossier = changed("clos", {"stages.0.visites.0.faite_le": ""})
    dossier["bilans"] += [{**copy.deepcopy(dossier["bilans"][0]), "decision": ""} for _ in range(2)]
    dossier["bilans"][0]["strategies"][0]["efficacite"] = None
    found = asked(BILAN, dossier, "2027-05-10")
    assert list(found) == ["Bilan d’étape 1", "Bilan d’étape 2", "Bilan d’étape 3", "Pendant le parcours"]
    assert found["Bilan d’étape 1"] == ["EV-04"] and found["Bilan d’étape 3"] == ["REQ"]
    assert found["Pendant le parcours"] == ["EV-05"]
