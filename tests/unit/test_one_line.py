"""A line typed in the first of several boxes: a person, an address, a period, a year left out."""

import copy

import pytest

from pid_rules.dossier.paths import fill, get, put
from pid_rules.dossier.structure import blank_dossier
from pid_rules.form import FORM, eleve, etablissement
from pid_rules.form.one_line import LINES, PEOPLE, PERIODS
from pid_rules.judgement.one_line import completed, known_town, level_of_class, school_year, spread
from pid_rules.questions.calendar_day import Date
from tests.support.examples import EXAMPLES

UNTIDY = EXAMPLES["desordre"]


@pytest.fixture
def blank():
    dossier = blank_dossier(FORM)
    put(dossier, etablissement.ANNEE_SCOLAIRE.path, "2026-2027")
    return dossier


def given(dossier, path, text):
    """{path: answer} of what a line gives."""
    return {fill(field.path, path): value for field, value in spread(dossier, path, text).given}


def test_what_a_line_answers_stands_in_one_place_of_the_form():
    for line in LINES.values():
        assert {FORM.page_of[field.path] for field in line.fields} == {FORM.page_of[line.fields[0].path]}
        assert len({field.within for field in line.fields}) == 1 and line.words
    asked = {field for line in PEOPLE for field in line.fields}
    assert eleve.AUTORITE_PARENTALE not in asked, "parental authority is always asked"
    assert all(isinstance(field.kind, Date) for line in PERIODS for field in line.fields)


def test_a_person_is_spread_by_the_form_of_each_piece(blank):
    assert given(blank, "redacteur.nom", "BELKACEM-EXEMPLE, Nadia, cpe, nadia@exemple.fr") == {
        "redacteur.nom": "BELKACEM-EXEMPLE", "redacteur.prenom": "Nadia", "redacteur.fonction": "cpe",
        "redacteur.courriel": "nadia@exemple.fr"}
    assert given(blank, "lieux.1.tuteur.nom", "Ruiz,02 61 91 00 45,Manon,cheffe d’atelier") == {
        "lieux.1.tuteur.nom": "Ruiz", "lieux.1.tuteur.telephone": "0261910045", "lieux.1.tuteur.prenom": "Manon",
        "lieux.1.tuteur.fonction": "cheffe d’atelier"}
    assert given(blank, "responsables.0.nom", "Exemple, Marie-Line, mère") == {
        "responsables.0.nom": "Exemple", "responsables.0.prenom": "Marie-Line", "responsables.0.qualite": "mere"}


def test_a_pupil_has_the_level_of_the_class_where_none_is_said(blank):
    assert given(blank, "eleve.nom", "Brochard, Enzo, 11/3/2011, 3 B, demi") == {
        "eleve.nom": "Brochard", "eleve.prenom": "Enzo", "eleve.date_naissance": "2011-03-11", "eleve.classe": "3 B",
        "eleve.regime": "demi_pensionnaire", "eleve.niveau": "3e"}
    assert given(blank, "eleve.nom", "Brochard, Enzo, 4e, 3 B")["eleve.niveau"] == "4e"
    put(blank, eleve.NIVEAU.path, "3e_segpa")
    assert "eleve.niveau" not in given(blank, "eleve.nom", "Brochard, Enzo, 3 B")


@pytest.mark.parametrize(("text", "piece"), [("Exemple, Nadia, chose, truc", "chose"),
                                             ("Exemple, Nadia, cpe, autre", "autre"), ("Exemple, prof", "")])
def test_a_line_of_which_a_piece_has_no_place_gives_nothing(blank, text, piece):
    made = spread(blank, "redacteur.nom", text)
    assert (made.piece, made.given == []) == (piece, piece != "")


def test_an_answer_that_stands_is_never_replaced(blank):
    put(blank, "redacteur.prenom", "Nadège")
    made = spread(blank, "redacteur.nom", "Exemple, Nadia, cpe")
    assert (made.given, made.piece) == ([], "Nadia")
    put(blank, "redacteur.prenom", "Nadia")
    assert len(spread(blank, "redacteur.nom", "Exemple, Nadia, cpe").given) == 3


@pytest.mark.parametrize(("text", "nom", "prenom"), [
    ("Nadia BELKACEM-EXEMPLE, cpe", "BELKACEM-EXEMPLE", "Nadia"), ("LE GOFF Anne-Marie", "LE GOFF", "Anne-Marie"),
    ("Thibault OUÉDRAOGO-FICTION", "OUÉDRAOGO-FICTION", "Thibault")])
def test_capitals_tell_the_family_name(blank, text, nom, prenom):
    made = given(blank, "redacteur.nom", text)
    assert (made["redacteur.nom"], made["redacteur.prenom"]) == (nom, prenom)


@pytest.mark.parametrize("text", ["Le Goff", "LE GOFF", "D Exemple", "LE Goff DIT", "de la TOUR", "Mme EXEMPLE",
                                  "Kervella-Exemple", "Exemple,", ""])
def test_control_a_name_is_a_name(blank, text):
    made = spread(blank, "redacteur.nom", text)
    assert (made.given, made.piece) == ([], "")


@pytest.mark.parametrize(("text", "function"), [
    ("CPE", "cpe"), ("prof principal", "professeur_principal"), ("Principale", "principal"), ("psyen", "psyen"),
    ("professeur", "professeur"), ("Professeure principale", "professeur_principal"),
    ("principale adjointe", "principal_adjoint"), ("Direction du collège", "principal"),
    ("Prof. principal", "professeur_principal")])
def test_a_function_is_understood_by_its_beginning(blank, text, function):
    assert given(blank, "redacteur.nom", "Exemple, Nadia, " + text).get("redacteur.fonction") == function


def test_an_address_is_spread_where_nothing_is_lost(blank):
    assert given(blank, "lieux.0.adresse", "« La Pépinière », 8 chemin Vert, 49310 Exemple-en-Layon, France") == {
        "lieux.0.adresse": "« La Pépinière », 8 chemin Vert", "lieux.0.code_postal": "49310",
        "lieux.0.ville": "Exemple-en-Layon", "lieux.0.pays": "France"}
    assert given(blank, "eleve.adresse", "12 rue X, 49300 Cholet, France")["eleve.ville"] == "Cholet"
    for text in ("12 rue X, 49300 Cholet, Tél. 02 41 00 00 00", "12 rue du 8 mai 1945", "49300 Cholet"):
        assert given(blank, "eleve.adresse", text) == {}
    put(blank, "eleve.ville", "Angers")
    assert spread(blank, "eleve.adresse", "12 rue X, 49300 Cholet").piece == "Cholet"


def test_the_town_may_be_the_only_one_of_the_dossier_at_this_postcode(blank):
    put(blank, "etablissement.code_postal", "49000")
    put(blank, "etablissement.ville", "SAINT-EXEMPLE-SUR-LOIRE CEDEX 2")
    assert given(blank, "lieux.0.adresse", "3 rue des Artisans, 49000")["lieux.0.ville"] == "SAINT-EXEMPLE-SUR-LOIRE"
    assert known_town(UNTIDY, "49000") == "SAINT-EXEMPLE-SUR-LOIRE", "« ST EXEMPLE SUR LOIRE » is the same"
    put(blank, "eleve.code_postal", "49000")
    put(blank, "eleve.ville", "Ailleurs")
    assert known_town(blank, "49000") == known_town(blank, "49300") == ""
    assert given(blank, "lieux.0.adresse", "3 rue des Artisans, 49000") == {}


@pytest.mark.parametrize("text", ["14/9-16/1", "du 14/9 au 16/1", "14/9/2026 - 16/1/2027", "14.9-16.1.2027"])
def test_a_period_is_spread_in_the_school_year(blank, text):
    assert given(blank, "situation.mesures.2.debut", text) == {
        "situation.mesures.2.debut": "2026-09-14", "situation.mesures.2.fin": "2027-01-16"}


@pytest.mark.parametrize("text", ["14", "14-9-2026", "14/9", "31/2-16/1", "14/9-", "14/9-16/1-3/2"])
def test_control_a_day_is_no_period(blank, text):
    assert given(blank, "situation.mesures.2.debut", text) == {}


def test_without_a_school_year_no_year_is_known(blank):
    put(blank, etablissement.ANNEE_SCOLAIRE.path, "")
    assert given(blank, "parcours.debut", "14/9-16/1") == {}
    assert given(blank, "parcours.debut", "14/9/2026-16/1/2027")["parcours.fin"] == "2027-01-16"


@pytest.mark.parametrize(("pattern", "text", "year"), [
    ("parcours.debut", "14/9", "2026"), ("parcours.debut", "4/janvier", "2027"), ("parcours.fin", "31/8", "2027"),
    ("parcours.debut", "4/", ""), ("parcours.debut", "/9", ""), ("parcours.debut", "4/13", ""),
    ("eleve.date_naissance", "14/9", ""), ("etablissement.deliberation_ca", "14/9", "")])
def test_a_day_without_its_year_is_of_the_school_year_but_where_it_may_be_of_any(blank, pattern, text, year):
    assert school_year(blank, FORM.field[pattern], text) == year


@pytest.mark.parametrize(("text", "level"), [("3 B", "3e"), ("3e2", "3e"), ("4ème C", "4e"), ("6E", "6e"), ("3", "3e"),
                                             ("3 SEGPA", ""), ("3PM", ""), ("2 B", ""), ("ULIS", ""), ("", "")])
def test_the_level_of_a_class(text, level):
    assert level_of_class(text) == level


def test_staff_have_the_domain_of_the_college_and_others_do_not(blank):
    assert completed(blank, "redacteur.courriel", "nadia@") == ""
    put(blank, "etablissement.courriel", "ce.0490000j@exemple.fr")
    assert completed(blank, "redacteur.courriel", "nadia@") == "nadia@exemple.fr"
    assert completed(blank, "redacteur.courriel", "nadia@autre.fr") == ""
    assert completed(blank, "responsables.0.courriel", "nadia@") == ""
    assert given(blank, "referent.nom", "Exemple, Nadia, nadia@")["referent.courriel"] == "nadia@exemple.fr"


def test_nothing_is_written_by_reading_a_line():
    before = copy.deepcopy(UNTIDY)
    spread(UNTIDY, "eleve.nom", "Autre, Nom, 3 B")
    assert before == UNTIDY and get(UNTIDY, "eleve.nom") == "BROCHARD-EXEMPLE"
