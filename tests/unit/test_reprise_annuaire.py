"""The directory of schools: what is kept of it, how a school is sought, what it proposes and never overwrites."""

import csv

import pytest

from pid_rules.dossier.paths import put
from pid_rules.dossier.structure import blank_dossier
from pid_rules.form import FORM
from pid_rules.reprise import annuaire
from pid_rules.reprise.annuaire import CFA, COLLEGE, LYCEE, School, of_college, of_place, sought, unknown
from pid_rules.reprise.annuaire_rows import READ, faults, kept, updated
from tests.support.reprise_files import DATA

with (DATA / "annuaire.csv").open(encoding="utf-8", newline="") as opened:
    ROWS = [{column: row[column] for column in READ} for row in csv.DictReader(opened, delimiter=";")]
SCHOOLS = kept(ROWS, "49")


@pytest.fixture
def blank():
    return blank_dossier(FORM)


def test_the_open_colleges_and_the_hosts_of_one_departement_are_kept_by_town():
    assert [(school.uai, school.kind) for school in SCHOOLS] == [
        ("0490000J", COLLEGE), ("0490002L", COLLEGE), ("0490004N", LYCEE), ("0490001K", COLLEGE), ("0490008T", CFA)]


def test_a_school_is_shipped_as_texts_and_made_again():
    assert [School(*school.texts()).texts() for school in SCHOOLS] == [school.texts() for school in SCHOOLS]


@pytest.mark.parametrize("typed, kinds, found", [
    ("0490000", (COLLEGE,), ["0490000J"]), ("049 0000 j", (COLLEGE,), ["0490000J"]),
    ("049", (COLLEGE,), ["0490000J", "0490002L", "0490001K"]), ("angers", (COLLEGE,), ["0490000J", "0490002L"]),
    ("St Barth", (COLLEGE,), ["0490001K"]), ("saint-barthélemy", (COLLEGE,), ["0490001K"]),
    ("exemple ang", (COLLEGE,), ["0490000J"]), ("cholet", (COLLEGE,), []), ("cholet", (LYCEE, CFA), ["0490004N"]),
    ("an", (COLLEGE,), []), ("", (COLLEGE,), []), ("zzz", (COLLEGE,), [])])
def test_a_school_is_sought_by_its_uai_or_its_town(typed, kinds, found):
    assert [school.uai for school in sought(SCHOOLS, typed, kinds)] == found


def test_eight_schools_at_most_are_shown():
    many = [School(f"04900{rank:02}J", COLLEGE, "Collège", "", "", "", "Angers", "", "", "") for rank in range(12)]
    assert len(sought(many, "angers", (COLLEGE,))) == 8


def test_a_college_answers_eight_questions(blank):
    assert {one.path: one.after for one in of_college(blank, SCHOOLS[0])} == {
        "etablissement.uai": "0490000J", "etablissement.nom": "Collège de l'Exemple",
        "etablissement.adresse": "1 rue de la Fiction, BP 12", "etablissement.code_postal": "49045",
        "etablissement.ville": "ANGERS CEDEX 01", "etablissement.telephone": "0261910001",
        "etablissement.courriel": "ce.0490000j@exemple.fr", "etablissement.statut": "public"}


def test_a_private_college_is_under_contract_or_says_nothing(blank):
    statuses = {school.uai: [one.after for one in of_college(blank, school) if one.path.endswith("statut")]
                for school in SCHOOLS}
    assert statuses["0490001K"] == ["prive_sous_contrat"] and statuses["0490002L"] == []


def test_a_telephone_gets_its_zero_back_and_a_rounded_siret_is_left():
    private = next(school for school in SCHOOLS if school.uai == "0490001K")
    assert (private.phone, private.siret, private.town) == ("0261910002", "", "Saint-Barthélemy-d'Anjou")


def test_a_host_answers_the_questions_of_a_place(blank):
    host = next(school for school in SCHOOLS if school.kind == LYCEE)
    assert {one.path: one.after for one in of_place(blank, host, "lieux.1")} == {
        "lieux.1.type": "lycee_professionnel", "lieux.1.nom": "Lycée professionnel de l'Exemple",
        "lieux.1.siret": "12345678200010", "lieux.1.adresse": "4 rue de l'Atelier", "lieux.1.code_postal": "49300",
        "lieux.1.ville": "Cholet"}


def test_what_was_typed_is_kept_beside_what_the_list_says(blank):
    put(blank, "etablissement.courriel", "secretariat@exemple.fr")
    made = {one.path: one for one in of_college(blank, SCHOOLS[0])}
    assert (made["etablissement.courriel"].kind, made["etablissement.courriel"].ticked) == ("differente", False)


def test_a_code_that_the_list_has_not_is_told_and_never_refused():
    assert unknown(SCHOOLS, "0490060Z", "02/10/2025").replace("\u00a0", " ") == (
        "Ce code est bien formé mais n’est pas dans la liste du 02/10/2025 : vérifiez-le, puis continuez.")
    assert unknown(SCHOOLS, "0490000J", "02/10/2025") == "" == unknown(SCHOOLS, "Angers", "02/10/2025")


def test_whoever_builds_is_told_of_what_cannot_be_right():
    found = [fault.replace("\u00a0", " ") for school in SCHOOLS for fault in faults(school)]
    assert [fault for fault in found if "téléphone" in fault or "électronique" in fault] == []
    wrong = School("0490000A", COLLEGE, "", "", "", "", "", "12", "x", "")
    assert [fault.replace("\u00a0", " ") for fault in faults(wrong)] == [
        "0490000A : la lettre de l’UAI n’est pas la bonne.", "0490000A : ce téléphone n’en est pas un.",
        "0490000A : cette adresse électronique n’en est pas une."]


def test_the_day_of_the_list_is_that_of_its_last_row():
    assert updated(ROWS) == "02/10/2025" and updated([{}]) == ""
    assert annuaire.ATTRIBUTION.format("02/10/2025").startswith("Annuaire de l’éducation, ministère de l’Éducation")
