"""A pasted list: its columns understood or dropped by name before anything is shown, one pupil taken of it."""

import json

import pytest

from pid_rules.dossier.structure import blank_dossier
from pid_rules.form import FORM
from pid_rules.reprise import headings
from pid_rules.reprise.candidates import sought
from pid_rules.reprise.headings import is_barred, meaning, menu
from pid_rules.reprise.liste import Liste
from pid_rules.reprise.proposal import REFUSED, Preview
from pid_rules.reprise.table import cells_of
from tests.support.reprise_files import DATA

SAMPLE = (DATA / "liste-classe.tsv").read_bytes().decode()
CSV = ("\ufeffNom de famille;Prénom 1;Date de naissance;Division;Nom de famille repr. légal;Prénom repr. légal;"
       "Courriel repr. légal;Nom de famille autre repr. légal;Prénom autre repr. légal\r\n"
       "EXEMPLE;Loïc;14/05/2012;3 B;EXEMPLE;Maryse;maryse@exemple.fr;CŒUR;Hervé\r\n")
EXCEL = ("Nom de famille\tNom d'usage\tPrénom\tDate Naissance\tCode Régime\tLib. Régime\tCode MEF\tLib. MEF\t"
         "Lib. Structure\tTél. Portable\tEmail\tLigne Adresse 1\tLigne Adresse 2\tLib. Postal\tCode Postal\t"
         "Pays Nat.\tPrésence Doss. Médic.\tBourse\tNom de famille Repr. Lég.\u00a0\tPrénom Repr. Lég.\u00a0\t"
         "Lien Parenté\u00a0Repr. Lég.\u00a0\tLigne Adresse 1 Repr. Lég.\u00a0\tLib. Postal Repr. Lég.\u00a0\n"
         "EXEMPLE\tCŒUR\tLoïc\t14/05/2012\t21\tDP DAN\t10310019110\t3EME PREPA-METIERS\t3 B\t0639980001\t"
         "loic@exemple.fr\t2 IMPASSE\tAPPT 12\tANGERS\t49000\tFRANCE\tOUI\tB3\tEXEMPLE\tMaryse\tMERE\t"
         "14 RUE\tCHOLET\n")


def answers(liste, rank=0, cut=0):
    """{path: answer} of what a row proposes to a blank dossier."""
    pupil = liste.pupil(rank, cut)
    made = Preview(blank_dossier(FORM), pupil, pupil.assumed()).proposals
    return {one.path: one.after for one in made}


def texts(liste):
    return [notice.text.replace("\u00a0", " ") for notice in liste.notices]


def test_the_sample_gives_its_three_pupils():
    liste = Liste(SAMPLE)
    assert [one.line(False) for one in liste.everyone()] == [
        "CŒUR-EXEMPLE Loïc – 3 B", "DE LA FICTION Anne Lise – 3 B", "O'EXEMPLE Noé – 3 B"]
    assert liste.dropped == ["Sexe"]
    assert [one.key for one, _ in sought(liste.everyone(), "o'ex")[0]] == [2]


def test_a_row_gives_the_answers_of_one_pupil():
    assert answers(Liste(SAMPLE)) == {
        "eleve.nom": "CŒUR-EXEMPLE", "eleve.prenom": "Loïc", "eleve.date_naissance": "2012-05-14",
        "eleve.niveau": "3e", "eleve.classe": "3 B", "eleve.regime": "demi_pensionnaire",
        "responsables.0.nom": "EXEMPLE", "responsables.0.prenom": "Maryse"}


def test_an_extraction_gives_both_representatives():
    assert answers(Liste(CSV)) == {
        "eleve.nom": "EXEMPLE", "eleve.prenom": "Loïc", "eleve.date_naissance": "2012-05-14", "eleve.niveau": "3e",
        "eleve.classe": "3 B", "responsables.0.nom": "EXEMPLE", "responsables.0.prenom": "Maryse",
        "responsables.0.courriel": "maryse@exemple.fr", "responsables.1.nom": "CŒUR",
        "responsables.1.prenom": "Hervé"}


def test_a_row_of_the_complete_sheets_is_read_with_its_address():
    liste = Liste(EXCEL)
    assert answers(liste) == {
        "eleve.nom": "EXEMPLE", "eleve.prenom": "Loïc", "eleve.date_naissance": "2012-05-14",
        "eleve.niveau": "3e_prepa_metiers", "eleve.classe": "3 B", "eleve.regime": "demi_pensionnaire",
        "eleve.adresse": "2 IMPASSE, APPT 12", "eleve.code_postal": "49000", "eleve.ville": "ANGERS",
        "eleve.telephone": "0639980001", "eleve.courriel": "loic@exemple.fr", "responsables.0.nom": "EXEMPLE",
        "responsables.0.prenom": "Maryse", "responsables.0.qualite": "mere",
        "responsables.0.adresse": "14 RUE, CHOLET"}
    assert liste.dropped == ["Pays Nat.", "Présence Doss. Médic.", "Bourse"]
    assert [one.choices for one in liste.pupil(0).given if one.field.path == "eleve.nom"] == [
        [("EXEMPLE", "Nom de famille\u00a0: EXEMPLE"), ("CŒUR", "Nom d’usage\u00a0: CŒUR")]]


@pytest.mark.parametrize("heading", [
    "Sexe", "Né(e) à", "Commune Naiss.", "Pays Naiss.", "Pays Nat.", "Id National", "INE", "Bourse", "PAP", "PPS",
    "PAI", "ULIS", "Présence Doss. Médic.", "Profession", "Projet d'accompagnement", "Photo", "Redoublant",
    "Nationalité",
    "N° de sécurité sociale", "Tél. professionnel", "Motif", "ID_NATIONAL", "INE_RNIE", "VILLE_NAISS", "PCS",
    "Profession Repr. Lég.", "Handicap"])
def test_a_column_that_may_not_enter_leaves_nothing_but_its_name(heading):
    assert is_barred(heading) and meaning(heading) == ""
    liste = Liste(f"Nom\tPrénom\t{heading}\tClasse\nEXEMPLE\tLoïc\tMARQUE\t3 B\n")
    kept = json.dumps([liste.rows, [vars(one) for one in liste.columns], liste.dropped, texts(liste)])
    assert "MARQUE" not in kept and liste.dropped == [heading]
    assert texts(liste) == [f"Cette colonne ({heading}) ne peut pas entrer dans le dossier. Elle n’est pas reprise."]


@pytest.mark.parametrize("held", ["000000000ZZ", "0000000000Z", "1 12 05 49 007 001 23", "M", "PAP", "ULIS",
                                  "Boursier"])
def test_a_column_without_heading_is_barred_by_what_it_holds(held):
    liste = Liste(f"EXEMPLE\tLoïc\t14/05/2012\t{held}\n")
    assert liste.rows == [["EXEMPLE", "Loïc", "14/05/2012"]] and len(liste.dropped) == 1


def test_control_a_column_that_nobody_knows_is_kept_for_who_chooses():
    liste = Liste("Nom\tPrénom\tCasier\nEXEMPLE\tLoïc\t12\n")
    assert liste.dropped == [] and [(one.heading, one.means) for one in liste.columns][2] == ("Casier", "")
    assert "12" not in answers(liste).values()


def test_several_columns_dropped_are_said_together():
    assert texts(Liste("Nom\tPAP\tINE\nEXEMPLE\toui\t0\n")) == [
        "Ces colonnes (PAP, INE) ne peuvent pas entrer dans le dossier. Elles ne sont pas reprises."]


def test_a_row_without_headings_is_read_by_what_it_holds():
    liste = Liste("CŒUR-EXEMPLE\tLoïc\t14/05/2012\t3 B\t0639980001\tDP DAN\t2 rue de l’Exemple, 49000 Angers\n")
    assert [one.means for one in liste.columns] == ["nom", "prenom", "naissance", "classe", "", "regime",
                                                    "adresse_entiere"]
    assert answers(liste) == {
        "eleve.nom": "CŒUR-EXEMPLE", "eleve.prenom": "Loïc", "eleve.date_naissance": "2012-05-14",
        "eleve.niveau": "3e", "eleve.classe": "3 B", "eleve.regime": "demi_pensionnaire",
        "eleve.adresse": "2 rue de l’Exemple", "eleve.code_postal": "49000", "eleve.ville": "Angers"}


def test_nobody_says_whose_a_telephone_without_heading_is():
    liste = Liste("EXEMPLE\tLoïc\t0639980001\n")
    assert liste.columns[2].likely == ("telephone", "r1.telephone", "r2.telephone")
    liste.assign(2, "telephone")
    assert answers(liste)["eleve.telephone"] == "0639980001"


def test_a_meaning_is_that_of_one_column_but_for_the_lines_of_an_address():
    liste = Liste("Nom\tCasier\tAdresse\tComplément\nEXEMPLE\tAUTRE\t2 rue\tAppt 1\n")
    liste.assign(1, "nom")
    assert [one.means for one in liste.columns] == ["", "nom", "adresse", ""]
    liste.assign(3, "adresse")
    assert answers(liste)["eleve.adresse"] == "2 rue, Appt 1"


@pytest.mark.parametrize("both, cut, name, first", [
    ("DE LA FICTION Anne Lise", 0, "DE LA FICTION", "Anne Lise"), ("Loïc EXEMPLE", 0, "EXEMPLE", "Loïc"),
    ("DE LA FICTION Anne Lise", 2, "DE LA", "FICTION Anne Lise"), ("Exemple Anne Lise", 0, "Exemple", "Anne Lise")])
def test_a_name_in_one_column_is_cut_and_may_be_cut_elsewhere(both, cut, name, first):
    liste = Liste(f"28 élèves\tClasse\n{both}\t3 B\nMoyenne de la classe\t\n")
    found = answers(liste, 0, cut)
    assert (found["eleve.nom"], found["eleve.prenom"]) == (name, first)
    assert len(liste.everyone()) == 1
    assert both in next(one.why for one in liste.pupil(0).given if one.field.path == "eleve.nom")


def test_a_name_that_nothing_cuts_is_not_taken_unasked():
    pupil = Liste("Élève\tClasse\nExemple Anne\t3 B\n").pupil(0)
    made = Preview(blank_dossier(FORM), pupil, []).proposals
    assert [one.ticked for one in made if one.path in ("eleve.nom", "eleve.prenom")] == [False, False]


def test_a_year_of_two_digits_is_told():
    pupil = Liste("Nom\tNé(e) le\nEXEMPLE\t14/05/12\n").pupil(0)
    made = next(one for one in Preview(blank_dossier(FORM), pupil, []).proposals
                if one.path == "eleve.date_naissance")
    assert (made.after, made.ticked) == ("2012-05-14", False)
    assert made.why.replace("\u00a0", " ") == "14/05/12 : l’année est ambiguë, vérifiez-la."


def test_a_list_without_a_known_column_says_what_to_copy():
    assert texts(Liste("bla\tbli\n1\t2\n")) == [
        "Aucune colonne reconnue : copiez aussi la ligne des titres, ou choisissez les colonnes."]


@pytest.mark.parametrize("pasted, said", [
    ("", "Rien à lire : copiez une ligne ou une liste, puis collez-la ici."),
    ("Nom\tPrénom\n" * 2001, "Plus de 2 000 lignes, c’est plus qu’un collège. Copiez les lignes d’une classe.")])
def test_what_cannot_be_a_list_is_refused(pasted, said):
    liste = Liste(pasted)
    assert [notice.level for notice in liste.notices] == [REFUSED] and texts(liste) == [said]
    assert liste.rows == [] and liste.everyone() == []


def test_other_rows_are_forgotten_once_one_is_chosen():
    liste = Liste(SAMPLE)
    liste.forget(1)
    assert "Loïc" not in json.dumps(liste.rows, ensure_ascii=False)
    assert answers(liste, 1)["eleve.prenom"] == "Anne Lise"


def test_what_was_read_is_counted():
    assert Liste(SAMPLE).summary(0) == "3 élèves, 8 réponses reconnues, 1 colonne laissée"


@pytest.mark.parametrize("text, rows", [
    ("a\tb\r\n\"c\nd\"\te\r\n", [["a", "b"], ["c\nd", "e"]]), ("a;\"b;\"\"c\"\"\";d", [["a", "b;\"c\"", "d"]]),
    ("\"a\tb", [["\"a", "b"]]), (" a \t\u00a0b\n\n\t\n", [["a", "b"]]), ("\ufeffa\tb", [["a", "b"]])])
def test_a_pasted_table_is_cut_into_cells(text, rows):
    assert cells_of(text) == rows


@pytest.mark.parametrize("heading, means", [
    ("NOM_DE_FAMILLE", "nom"), ("Nom d’usage", "nom_usage"), ("28 élèves", "nom_prenom"), ("Né(e) le", "naissance"),
    ("Date Naiss.", "naissance"), ("Tél. Portable", "portable"), ("Courriel repr. légal", "r1.courriel"),
    ("Nom de famille autre repr. légal", "r2.nom"), ("Responsable 1", "r1.nom_prenom"),
    ("Resp. légal 2", "r2.nom_prenom"), ("Nom du responsable", "r1.nom"), ("Ligne Adresse 2 Repr. Lég.\u00a0",
                                                                           "r1.adresse"),
    ("Code Régime", "code_regime"), ("Autre", ""), ("Lien Parenté", ""), ("Classe du responsable", ""), ("", "")])
def test_a_heading_is_understood_whatever_its_case_and_points(heading, means):
    assert meaning(heading) == means


def test_what_a_column_may_be_given_is_what_is_read():
    given = [means for means, _ in menu()]
    assert len(set(given)) == len(given) and {"nom", "r1.qualite", "r2.adresse"} <= set(given)
    known = {who + one for one in headings.WRITINGS for who in ("", "r1.", "r2.")}
    assert set(given) <= known and not [one for one in given if "autorite" in one]
