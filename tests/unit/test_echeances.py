"""The list « à faire »: each deadline on both sides of its boundaries, and no word that somebody typed."""

import copy

import pytest

from pid_rules.dossier.paths import get, pattern_of, put
from pid_rules.dossier.structure import blank_dossier
from pid_rules.files import read_profile
from pid_rules.form import FORM
from pid_rules.judgement.evaluate import evaluate
from pid_rules.questions.schema import BILAN as STEP_BILAN
from pid_rules.questions.schema import DEMARRAGE
from pid_rules.rules import CATALOGUE
from pid_rules.suivi import echeances
from pid_rules.suivi.bilan_draft import begin_bilan, begin_final
from pid_rules.suivi.echeances import A_VENIR, CETTE_SEMAINE, EN_RETARD, FAIT, deadlines
from pid_rules.words import dates
from tests.support.archives import is_verbatim
from tests.support.examples import EXAMPLES, SMALL_PROFILE


def day(iso):
    return dates.parse_iso(iso)


def listed(dossier, today="2026-11-24", profile=SMALL_PROFILE):
    return deadlines(dossier, day(today), profile)


def rules_of(dossier, step, today):
    """Ids of the rules that speak at a step."""
    report = evaluate(FORM, CATALOGUE, dossier, step, day(today), SMALL_PROFILE)
    return [finding.rule for finding in report.findings]


def of_kind(kind, dossier, today="2026-11-24", profile=SMALL_PROFILE):
    return [one for one in listed(dossier, today, profile) if one.kind == kind]


@pytest.fixture
def complet():
    return copy.deepcopy(EXAMPLES["complet"])


@pytest.fixture
def clos():
    return copy.deepcopy(EXAMPLES["clos"])


def test_the_complete_example_has_its_deadlines_in_order(complet):
    assert [(dates.to_iso(one.day), one.kind, one.path) for one in listed(complet)] == [
        ("2027-01-04", "convention", "stages.0.convention.statut"),
        ("2027-01-19", "visite", "stages.0.visites.0.faite_le"),
        ("2027-01-29", "attestation", "stages.0.attestation_remise_le"),
        ("2027-01-29", "objectif", "parcours.objectifs.0.echeance"),
        ("2027-02-01", "bilan", "evaluation.bilans_etape_prevus.0"),
        ("2027-03-14", "convention", "stages.1.convention.statut"),
        ("2027-03-16", "visite", "stages.1.visites.0.faite_le"),
        ("2027-03-26", "objectif", "parcours.objectifs.1.echeance"),
        ("2027-04-09", "fin", "parcours.fin"),
        ("2027-04-13", "bilan_final", "evaluation.bilan_final_prevu"),
        ("2027-08-31", "effacement", "parcours.fin")]


def test_an_untidy_dossier_has_each_of_its_deadlines_once():
    found = [(dates.to_iso(one.day), one.kind, one.path) for one in listed(EXAMPLES["desordre"], "2026-12-18")
             if one.state != FAIT]
    # Sent on 8 December: two months less a day. The visits follow the stages, one of which holds one week in two.
    assert found == [
        ("2027-01-26", "visite", "stages.0.visites.0.faite_le"),
        ("2027-02-07", "decision", "decision.date"),
        ("2027-02-18", "visite", "stages.0.visites.1.faite_le"),
        ("2027-02-19", "attestation", "stages.0.attestation_remise_le"),
        ("2027-02-19", "objectif", "parcours.objectifs.0.echeance"),
        ("2027-02-19", "bilan", "evaluation.bilans_etape_prevus.0"),
        ("2027-03-14", "convention", "stages.1.convention.statut"),
        ("2027-04-01", "visite", "stages.1.visites.0.faite_le"),
        ("2027-04-16", "attestation", "stages.1.attestation_remise_le"),
        ("2027-04-16", "objectif", "parcours.objectifs.1.echeance"),
        ("2027-04-16", "bilan", "evaluation.bilans_etape_prevus.1"),
        ("2027-05-14", "objectif", "parcours.objectifs.2.echeance"),
        ("2027-05-21", "fin", "parcours.fin"),
        ("2027-05-25", "bilan_final", "evaluation.bilan_final_prevu"),
        ("2027-08-31", "effacement", "parcours.fin")]


def test_nothing_is_left_to_do_in_the_closed_example_but_to_erase_it(clos):
    states = {one.kind: one.state for one in listed(clos, "2027-05-10")}
    assert {kind: state for kind, state in states.items() if state != FAIT} == {"effacement": A_VENIR}
    assert set(states) == set(echeances.KINDS)


def test_a_blank_dossier_has_nothing_to_do():
    assert listed(blank_dossier(FORM)) == []


@pytest.mark.parametrize("today, state", [
    ("2027-01-19", A_VENIR), ("2027-01-17", A_VENIR), ("2027-01-18", CETTE_SEMAINE), ("2027-01-24", CETTE_SEMAINE),
    ("2027-01-25", EN_RETARD)])
def test_a_week_runs_from_monday_to_sunday(today, state):
    dossier = blank_dossier(FORM)
    put(dossier, "evaluation.bilan_final_prevu", "2027-01-25" if today == "2027-01-19" else "2027-01-24")
    assert [one.state for one in listed(dossier, today)] == [state]


@pytest.mark.parametrize("sent, due", [
    ("2026-11-20", "2027-01-20"), ("2026-12-31", "2027-03-02"), ("2027-12-31", "2028-03-01"),
    ("2028-02-29", "2028-04-30")])
def test_a_decision_is_awaited_for_the_delay_of_the_profile(complet, sent, due):
    complet["transmission"] = {"date": sent}
    awaited, = of_kind("decision", complet, sent)
    assert dates.to_iso(awaited.day) == due
    assert (awaited.path, awaited.state) == ("decision.date", A_VENIR)


@pytest.mark.parametrize("waited, state", [(59, CETTE_SEMAINE), (60, CETTE_SEMAINE), (61, CETTE_SEMAINE),
                                           (62, EN_RETARD)])
def test_a_decision_is_late_after_the_delay_and_not_on_its_last_day(complet, waited, state):
    complet["transmission"] = {"date": "2026-11-23"}
    awaited, = of_kind("decision", complet, dates.to_iso(day("2026-11-23") + waited))
    assert awaited.state == state
    assert "61\u00a0jours" in awaited.sentence and "ne déduit rien" in awaited.sentence


@pytest.mark.parametrize("waited", [60, 61, 62])
def test_the_list_and_the_rule_agree_on_the_day_a_decision_is_late(complet, waited):
    complet["transmission"] = {"date": "2026-11-23"}
    today = dates.to_iso(day("2026-11-23") + waited)
    late = [one.state for one in of_kind("decision", complet, today)] == [EN_RETARD]
    assert late == ("DE-03" in rules_of(complet, DEMARRAGE, today))


@pytest.mark.parametrize("today", ["2027-02-01", "2027-02-02", "2027-04-13", "2027-04-14"])
@pytest.mark.parametrize("written", [[], [{"date": "2027-02-01"}], [{"date": "2027-02-01", "decision": "poursuite"}]])
def test_the_list_and_the_rule_agree_on_the_day_a_bilan_is_late(complet, today, written):
    complet["bilans"] = written
    states = [one.state for one in of_kind("bilan", complet, today) + of_kind("bilan_final", complet, today)]
    assert (EN_RETARD in states) == ("EV-07" in rules_of(complet, STEP_BILAN, today))


@pytest.mark.parametrize("answer", [{"sens": "valide"}, {"date": "2026-12-03"}])
def test_a_decision_that_came_is_awaited_no_more(complet, answer):
    complet.update(transmission={"date": "2026-11-20"}, decision=answer)
    assert [one.state for one in of_kind("decision", complet, "2027-06-01")] == [FAIT]


def test_without_a_delay_in_the_profile_nothing_is_invented(complet):
    complet["transmission"] = {"date": "2026-11-20"}
    assert of_kind("decision", complet, profile={}) == []
    assert of_kind("effacement", complet, profile={}) == []


def test_the_family_is_informed_once_the_collège_is_notified(clos):
    clos["decision"]["famille_informee_le"] = ""
    assert [one.state for one in of_kind("famille", clos, "2026-12-04")] == [CETTE_SEMAINE]
    assert [one.state for one in of_kind("famille", clos, "2026-12-05")] == [EN_RETARD]
    clos["decision"]["notifiee_le"] = ""
    assert of_kind("famille", clos) == []


def test_a_refused_parcours_leaves_its_notification_and_its_erasure(clos):
    clos["decision"]["sens"] = "refuse"
    assert [one.kind for one in listed(clos)] == ["famille", "decision", "effacement"]


def test_only_the_working_copy_is_to_be_erased(complet):
    one = of_kind("effacement", complet)[0]
    assert all([word in one.sentence for word in ("copie de travail", "exemplaire officiel", "visa des archives")])
    assert one.citation.source.id == "patrimoine-r212-14"


def test_a_convention_is_signed_on_the_eve_at_the_latest(complet):
    complet["stages"][0]["convention"]["statut"] = "projet"
    first = of_kind("convention", complet, "2027-01-04")[0]
    assert (first.state, first.citation.label()) == (CETTE_SEMAINE, "Choix de l’outil")
    assert of_kind("convention", complet, "2027-01-04", read_profile("49"))[0].citation.source.id == "lettre-2018"
    assert of_kind("convention", complet, "2027-01-05")[0].state == EN_RETARD
    complet["stages"][0]["convention"]["statut"] = "signee"
    assert of_kind("convention", complet, "2027-01-05")[0].state == FAIT


def test_a_stage_that_is_broken_off_asks_for_nothing(complet):
    complet["stages"][0]["convention"]["statut"] = "rompue"
    assert {one.path.split(".")[1] for one in listed(complet) if one.path.startswith("stages")} == {"1"}


def test_a_visit_is_done_when_its_day_is_noted(complet):
    complet["stages"][0]["visites"][0]["faite_le"] = "2027-01-20"
    assert [one.state for one in of_kind("visite", complet, "2027-02-01")] == [FAIT, A_VENIR]


def test_an_attestation_is_asked_for_where_a_text_says_so(complet):
    assert [one.path for one in of_kind("attestation", complet)] == ["stages.0.attestation_remise_le"]
    assert of_kind("attestation", complet, "2027-01-29")[0].state == CETTE_SEMAINE
    assert of_kind("attestation", complet, "2027-01-30")[0].state == EN_RETARD


@pytest.mark.parametrize("degree, written, state", [
    ("atteint", "2027-01-10", FAIT), ("abandonne", "2027-01-10", FAIT), ("en_cours", "2027-01-28", EN_RETARD),
    ("en_cours", "2027-01-29", FAIT), ("non_atteint", "2027-01-30", FAIT), ("", "2027-01-30", EN_RETARD),
    ("en_cours", "", EN_RETARD)])
def test_an_objective_is_settled_by_a_bilan(complet, degree, written, state):
    complet["bilans"] = [{"date": written, "objectifs": [{"objectif": "O1", "degre": degree}]}]
    assert of_kind("objectif", complet, "2027-02-02")[0].state == state


def test_as_many_planned_bilans_are_done_as_are_written(complet):
    complet["evaluation"]["bilans_etape_prevus"] = ["2027-03-01", "2027-02-01", "bientôt"]
    complet["bilans"] = [{"date": "2027-02-08", "decision": "poursuite"}, {"date": ""}]
    first, second = of_kind("bilan", complet, "2027-03-02")
    assert (first.path, first.state) == ("evaluation.bilans_etape_prevus.1", FAIT)
    assert (second.path, second.state) == ("evaluation.bilans_etape_prevus.0", EN_RETARD)


def test_the_last_day_is_past_on_the_morrow(complet):
    assert of_kind("fin", complet, "2027-04-09")[0].state == CETTE_SEMAINE
    assert of_kind("fin", complet, "2027-04-10")[0].state == FAIT


def test_a_bilan_that_holds_what_the_site_proposes_and_no_answer_is_not_done(complet):
    begin_bilan(FORM, complet, dates.parse_iso("2027-02-01"))
    begin_final(FORM, complet, dates.parse_iso("2027-02-01"))
    assert complet["bilans"][0]["date"] and complet["bilan_final"]["date"]
    before = [(one.kind, one.state) for one in listed(EXAMPLES["complet"], "2027-02-02")]
    assert [(one.kind, one.state) for one in listed(complet, "2027-02-02")] == before
    complet["bilans"][0]["decision"] = "poursuite"
    complet["bilan_final"]["suite"] = "orientation"
    assert [one.state for kind in ("bilan", "bilan_final") for one in of_kind(kind, complet, "2027-02-02")] == [FAIT,
                                                                                                                FAIT]


def test_what_a_parcours_closed_early_no_longer_asks_is_left_out(complet):
    complet["bilan_final"] = {"date": "2027-02-15", "suite": "arret_anticipe"}
    kept = {(one.kind, one.path) for one in listed(complet, "2027-02-16")}
    assert ("visite", "stages.1.visites.0.faite_le") not in kept
    assert ("objectif", "parcours.objectifs.1.echeance") not in kept
    assert ("visite", "stages.0.visites.0.faite_le") in kept


@pytest.mark.parametrize("words, end, due", [
    ("31 août suivant la fin du parcours", "2027-04-09", "2027-08-31"),
    ("31 août suivant", "2027-08-31", "2028-08-31"), ("31 août suivant", "2027-08-30", "2027-08-31"),
    ("1er septembre", "2027-08-31", "2027-09-01"), ("29 février", "2027-04-09", "2028-02-29"),
    ("29 février", "2096-03-01", "2104-02-29")])
def test_the_reminder_to_erase_is_the_next_day_of_that_name(words, end, due):
    assert dates.to_iso(echeances.next_day(words, day(end))) == due


@pytest.mark.parametrize("words", ["", "août", "fin août", "31 brumaire", "31 février", "x août"])
def test_a_reminder_that_names_no_day_gives_none(words):
    assert echeances.next_day(words, day("2027-04-09")) is None


@pytest.mark.parametrize("last", ["9999-12-31", "0001-01-01"])
def test_a_mistyped_year_leaves_out_what_no_calendar_can_hold(complet, last):
    for path in ("transmission.date", "stages.0.debut", "evaluation.bilan_final_prevu", "parcours.fin"):
        put(complet, path, last)
    assert all(one.day + 1 == day(dates.to_iso(one.day + 1)) for one in listed(complet))


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_each_deadline_leads_to_a_question_and_quotes_a_text(name):
    dossier = EXAMPLES[name]
    for one in listed(dossier):
        assert pattern_of(one.path) in FORM.field
        assert one.sentence.endswith(".") and "'" not in one.sentence and " :" not in one.sentence
        assert one.citation is None or is_verbatim(one.citation)


def test_nothing_that_was_typed_is_repeated(clos):
    clos["stages"][0]["id"] = "Łukasz"
    clos["parcours"]["objectifs"][0]["id"] = "Doğan"
    said = " ".join(one.sentence + one.title() for one in listed(clos))
    for path in ("eleve.nom", "eleve.prenom", "stages.0.id", "parcours.objectifs.0.id", "lieux.0.nom",
                 "parcours.objectifs.0.intitule", "stages.0.visites.0.visiteur", "responsables.0.nom"):
        assert get(clos, path) not in said
