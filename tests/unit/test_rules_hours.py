"""Hours of stages: figures that change during the parcours, sums of a week, where the findings point."""

import pytest

from pid_rules.seuils import temps_de_travail
from pid_rules.seuils.seuil import Version
from pid_rules.sources.travail import L3163_1, L3164_1
from tests.support.judging import BASES, FIVE_DAYS, judge, paths_of

BEFORE = L3163_1.quoting("tout travail entre 20 heures et 6 heures")
AFTER = L3164_1.quoting("ne peut être inférieure à douze heures consécutives")
SEVEN_HOURS = [{**line, "fin": "16:30"} for line in FIVE_DAYS]
AFTERNOONS = [{**line, "debut": "13:00", "pause_debut": "", "pause_fin": ""} for line in FIVE_DAYS]
WEEK_OF_11 = "Semaine du 11 janvier 2027"
MODELS = "emploi_du_temps__semaines__"


def line(day, start, end, pause=("", "")):
    return {"jour": day, "debut": start, "fin": end, "pause_debut": pause[0], "pause_fin": pause[1]}


def said(report, rule):
    return [finding.message.replace("\u00a0", " ") for finding in report.findings if finding.rule == rule]


@pytest.fixture
def figure(monkeypatch):
    """Gives a figure other values: ``figure(name, (value, since), …)``, the second one cited as AFTER, the others as
    BEFORE."""
    def change(name, *values):
        versions = [Version(value, since, AFTER if position == 1 else BEFORE) for position,
                    (value, since) in enumerate(values)]
        monkeypatch.setattr(getattr(temps_de_travail, name), "history", tuple(versions))
    return change


def test_a_figure_that_changes_during_a_stage_holds_from_its_day(figure):
    judged = {"stages__0__horaires": SEVEN_HOURS}
    assert said(judge("complet", "envoi", "2026-11-20", **judged), "ST-14") == []
    figure("SEMAINE", (2100, "2019-01-01"), (1800, "2027-01-18"))
    assert said(judge("complet", "envoi", "2026-11-20", **judged), "ST-14") == [
        "Semaine du 18 janvier 2027 : l’élève est présent 35 h sur ses lieux d’accueil, pauses déduites, plus que la "
        "limite de 30 h par semaine."]
    figure("JOUR_MOINS_DE_16", (420, "2003-09-08"), (360, "2027-01-21"))
    assert [words.partition(" :")[0] for words in said(judge("complet", "envoi", "2026-11-20", **judged), "ST-13")] == [
        f"Le {day}, l’élève est présent 7 h sur son lieu d’accueil, pauses déduites (dès le {date} janvier 2027)"
        for day, date in (("jeudi", 21), ("vendredi", 22), ("lundi", 25), ("mardi", 26), ("mercredi", 27))]


@pytest.mark.parametrize("name, rule, horaires, usual, on_that_day", [
    ("SEMAINE", "ST-14", FIVE_DAYS, 6000, 2100), ("CUMUL_SEMAINE", "ST-15", FIVE_DAYS, 6000, 600),
    ("SEMAINE_COURTE", "ST-33", AFTERNOONS, 0, 1440)])
def test_a_week_is_judged_by_the_figure_of_its_monday(figure, name, rule, horaires, usual, on_that_day):
    figure(name, (usual, "2003-09-08"), (on_that_day, "2027-01-11"), (usual, "2027-01-12"))
    report = judge("complet", "envoi", "2026-11-20", stages__0__horaires=horaires)
    assert [words.partition(" :")[0] for words in said(report, rule)] == [WEEK_OF_11]


@pytest.mark.parametrize("name, rule", [("SEMAINE_MOINS_DE_15", "ST-14"), ("JOUR_MOINS_DE_16", "ST-13")])
def test_the_finding_cites_the_text_of_its_day(figure, name, rule):
    figure(name, (6000, "2003-09-08"), (60, "2027-01-11"), (6000, "2027-01-12"))
    report = judge("complet", "envoi", "2026-11-20", eleve__date_naissance="2012-06-01",
                   stages__0__horaires=SEVEN_HOURS)
    (finding,) = [finding for finding in report.findings if finding.rule == rule]
    assert finding.source == AFTER.source.label() and "1 h" in finding.message.replace("\u00a0", " ")


def test_the_sunday_counts_in_the_week_and_the_next_monday_does_not():
    whole = [*SEVEN_HOURS[:4], line("dimanche", "09:00", "17:31", ("12:00", "13:00"))]
    report = judge("complet", "envoi", "2026-11-20", **{
        "stages__0__horaires": whole, "stages__0__debut": "2027-01-11", "stages__0__fin": "2027-01-17",
        MODELS + "0__creneaux": [], MODELS + "1__creneaux": [
            {"jour": "vendredi", "debut": "08:30", "fin": "09:00", "lieu": "college", "activite": "Français"}],
        MODELS + "4": {"nom": "Portes ouvertes", "du": "2027-01-17", "au": "2027-01-17", "creneaux": [
            {"jour": "dimanche", "debut": "18:00", "fin": "18:30", "lieu": "college", "activite": "Français"}]},
        MODELS + "3": {"nom": "Ensuite", "du": "2027-01-18", "au": "2027-01-22", "creneaux": [
            {"jour": "lundi", "debut": "08:30", "fin": "09:30", "lieu": "college", "activite": "Français"}]}})
    assert said(report, "ST-15") == [WEEK_OF_11 + " : collège et lieux d’accueil font ensemble 36 h 31, plus que le "
                                                  "repère de 35 h par "
                                     "semaine."]
    assert paths_of(report, "ST-15") == [["stages.0.horaires", "emploi_du_temps.semaines.1.creneaux",
                                           "emploi_du_temps.semaines.4.creneaux"]]


def test_a_break_too_short_between_two_presences_points_at_the_first():
    report = judge("complet", "envoi", "2026-11-20", stages__0__horaires=[
        line("mardi", "09:00", "12:00"), line("mardi", "12:10", "15:00")])
    assert paths_of(report, "ST-18") == [["stages.0.horaires.0.pause_fin"]]


def test_the_gratification_points_at_the_end_of_each_stay_in_the_same_place():
    report = judge("complet", "envoi", "2026-11-20", stages__0__horaires=FIVE_DAYS, stages__0__fin="2027-03-12",
                   stages__1__lieu="L1")
    assert paths_of(report, "ST-25") == [["stages.0.fin", "stages.1.fin"]]
    assert said(report, "ST-25")[0].startswith("Dans l’année scolaire 2026-2027, ")


@pytest.mark.parametrize("since, warned", [("2026-09-02", False), ("2026-09-01", True)])
def test_the_gratification_is_due_by_the_figure_in_force_when_the_school_year_begins(figure, since, warned):
    figure("GRATIFICATION", (308, "2016-01-01"), (25, since))
    assert bool(paths_of(judge("complet", "envoi", "2026-11-20", stages__0__fin="2027-01-14"), "ST-25")) is warned


def test_a_short_week_points_at_the_hours_of_the_stage():
    assert paths_of(judge("complet", "envoi", "2026-11-20", stages__0__horaires=AFTERNOONS),
                    "ST-33") == [["stages.0.horaires"]]



@pytest.mark.parametrize("monday_a, first, last",
                         [("2027-05-17", "2027-05-19", "2027-06-07"), ("2027-06-14", "2027-05-19", "2027-06-22")])
def test_a_week_beside_those_that_are_known_is_judged_under_both_letters(monday_a, first, last):
    """One stage, one Tuesday in two: those of the known weeks are of B, the whole week beside them may be of A."""
    stage = {**BASES["complet"]["stages"][0], "debut": first, "fin": last, "horaires": [
        {**line("lundi", "09:00", "12:00"), "semaine": ""}, {**line("mardi", "05:00", "05:30"), "semaine": "A"}]}
    report = judge("complet", "envoi", "2026-11-20", stages=[stage], emploi_du_temps__lundis_a=[monday_a])
    assert ["stages.0.horaires.1.debut", "stages.0.horaires.1.fin"] in paths_of(report, "ST-17")


@pytest.mark.parametrize("end, kind, birth, ending", [
    ("18:01", "stage_initiation", "2011-03-04", "8 h par jour."),
    ("17:01", "stage_initiation", "2011-03-04", "7 h par jour avant 16 ans."),
    ("17:01", "stage_initiation", "2010-03-04", "7 h par jour, celle de la convention nationale."),
    ("17:01", "sequence_observation", "2010-03-04",
     "7 h par jour en visite d’information et en séquence d’observation.")])
def test_a_long_day_says_whose_limit_it_passes(end, kind, birth, ending):
    report = judge("complet", "envoi", "2026-11-20", eleve__date_naissance=birth, stages__0__type=kind,
                   stages__0__horaires=[line("mardi", "09:00", end, ("12:00", "13:00"))])
    assert [words.partition("limite de ")[2] for words in said(report, "ST-13")] == [ending]
