"""What the exports of SIECLE propose to a dossier: one pupil, answer by answer, and a sentence for each bad input."""

import copy
import json

import pytest

from pid_rules.dossier.paths import get, put
from pid_rules.dossier.structure import blank_dossier
from pid_rules.form import FORM, eleve, etablissement
from pid_rules.reprise.candidates import sought
from pid_rules.reprise.codes import level_of_label, level_of_mef, parent_of, regime_of, regime_of_label
from pid_rules.reprise.proposal import NEW, OTHER, REFUSED, SAME, TO_CONFIRM, Notice, Preview, write
from pid_rules.reprise.siecle import READ, Files
from pid_rules.reprise.siecle_pupil import pupil_of
from tests.support.reprise_files import DATA, siecle

EXPECTED = json.loads((DATA / "siecle.attendu.json").read_text(encoding="utf-8"))
ELEVES, PERSONS = siecle("ElevesAvecAdresses.xml"), siecle("ResponsablesAvecAdresses.xml")
HOMONYMS = ["CŒUR-EXEMPLE Loïc – 3 B, né(e) le 14/05/2012", "CŒUR-EXEMPLE Loïc – 4 A, né(e) le 02/02/2013"]
CHOSEN = EXPECTED["eleve_choisi"]


@pytest.fixture
def blank():
    return blank_dossier(FORM)


def files(dossier, *opened):
    return Files(copy.deepcopy(list(opened or (ELEVES, PERSONS))), dossier)


def preview(dossier, key=CHOSEN, *opened, kept=None):
    pupil = pupil_of(files(dossier, *opened), key)
    return Preview(dossier, pupil, pupil.assumed() if kept is None else kept)


def unbound(text):
    """A sentence with plain spaces."""
    return text.replace("\u00a0", " ")


def texts(notices):
    return [unbound(notice.text) for notice in notices]


def taken(dossier, made):
    write(dossier, [(one.path, one.after) for one in made.proposals if one.ticked])
    return dossier


def changed(opened, block, rank, **tags):
    """The same file, in which one element says otherwise."""
    made = copy.deepcopy(opened)
    made[block][rank].update(tags)
    return made


def test_the_sample_gives_what_is_expected(blank):
    made = taken(blank, preview(blank))
    for path, answer in EXPECTED["pris"].items():
        if path != "responsables":
            assert get(made, path) == answer, path
    for rank, person in enumerate(EXPECTED["pris"]["responsables"]):
        held = {key: value for key, value in made["responsables"][rank].items() if value and key != "id"}
        assert held == person
    assert len(made["responsables"]) == 2


def test_what_is_to_be_decided_is_asked(blank):
    made = preview(blank)
    asked = {one.path: [value for value, _ in one.choices] for one in made.proposals if one.choices}
    assert asked == {"eleve.nom": ["CŒUR-EXEMPLE", "CŒUR"], "eleve.niveau": ["3e", "3e_prepa_metiers"],
                     "responsables.0.nom": ["EXEMPLE", "CŒUR"]}
    assert "À indiquer vous-même : l’autorité parentale. Aucun fichier ne la dit." in texts(made.notices)


def test_parental_authority_is_never_proposed(blank):
    for key in ("900001", "900002", "900003", "900004"):
        assert not [one for one in preview(blank, key).proposals if "autorite" in one.path]
    assert not [tag for tags in READ.values() for tag in tags if "AUTORITE" in tag]


def test_no_tag_that_must_stay_is_read():
    read = {tag for tags in READ.values() for tag in tags}
    assert read & set(EXPECTED["laisse"]) == {"PAIE_FRAIS_SCOLAIRES"}, "looked at to order two persons, never shown"
    assert "000000000ZZ" not in json.dumps([ELEVES, PERSONS]) and "4101" not in json.dumps(ELEVES)


def test_the_nomenclature_tells_a_3e_prepa_metiers(blank):
    named = {"racine": "BEE_NOMENCLATURES", "MEF": [{"CODE_MEF": "10310019110", "FORMATION": "3EME",
                                                     "LIBELLE_LONG": "3EME PREPA-METIERS   "}]}
    levels = [one for one in preview(blank, CHOSEN, ELEVES, PERSONS, named).proposals if one.path == "eleve.niveau"]
    assert [(one.after, one.choices) for one in levels] == [("3e_prepa_metiers", [])]


def test_what_was_typed_is_never_overwritten_unasked(blank):
    put(blank, "eleve.nom", "AUTRE")
    put(blank, "eleve.ville", "Angers")
    put(blank, "eleve.date_naissance", "2012-05-14")
    made = preview(blank)
    kinds = {one.path: (one.kind, one.ticked) for one in made.proposals}
    assert kinds["eleve.nom"] == (OTHER, False) and kinds["eleve.prenom"] == (NEW, True)
    assert kinds["eleve.date_naissance"] == (SAME, False) and kinds["eleve.ville"] == (SAME, False)
    assert taken(blank, made)["eleve"]["nom"] == "AUTRE"


def test_a_person_known_of_the_dossier_keeps_the_place_that_they_have(blank):
    write(blank, [("responsables.0.nom", "Cœur"), ("responsables.0.prenom", "Hervé"),
                  ("responsables.0.autorite_parentale", "conjointe")])
    made = taken(blank, preview(blank))
    assert [one["nom"] for one in made["responsables"]] == ["Cœur", "EXEMPLE"]
    assert made["responsables"][0]["telephone"] == "0639980002"


def test_nobody_takes_the_place_of_another_person(blank):
    write(blank, [("responsables.0.nom", "Un"), ("responsables.1.nom", "Deux")])
    made = preview(blank)
    assert not [one for one in made.proposals if one.path.startswith("responsables")]
    assert any("déjà deux responsables" in text for text in texts(made.notices))


def test_an_address_of_a_person_is_taken_where_it_is_another(blank):
    paths = [one.path for one in preview(blank).proposals]
    assert "responsables.1.adresse" in paths and "responsables.0.adresse" not in paths


@pytest.mark.parametrize("typed, lines", [
    ("co", []), ("cœu", HOMONYMS), ("LOI coeur", HOMONYMS),
    ("parti", ["PARTI-EXEMPLE Inès – 3 B, parti(e) le 16/10/2026"]), ("zzz", [])])
def test_a_pupil_is_sought_by_three_letters(blank, typed, lines):
    assert [line for _, line in sought(files(blank).everyone(), typed)[0]] == lines


def test_pupils_who_left_come_last(blank):
    found = sought(files(blank).everyone(), "exemple")
    assert [bool(one.gone) for one, _ in found[0]] == [False, False, False, True] and found[1] == 4


def test_ten_lines_at_most_are_shown(blank):
    many = copy.deepcopy(ELEVES)
    many["ELEVE"] = [{"ELEVE_ID": str(rank), "NOM_DE_FAMILLE": "EXEMPLE", "PRENOM": "Un"} for rank in range(12)]
    shown, count = sought(files(blank, many).everyone(), "exe")
    assert (len(shown), count) == (10, 12)


def test_other_pupils_are_forgotten_once_one_is_chosen(blank):
    held = files(blank)
    before = pupil_of(held, CHOSEN)
    held.forget(CHOSEN)
    assert "Maëlys" not in json.dumps([held.eleves, held.responsables], ensure_ascii=False)
    after = pupil_of(held, CHOSEN)
    assert [one.typed for one in after.given] == [one.typed for one in before.given]
    assert [one.words for one in after.persons] == [one.words for one in before.persons] == [
        "EXEMPLE Maryse, mère", "CŒUR Hervé, père"]


def test_what_is_not_read_is_said(blank):
    assert unbound(files(blank).unread()) == ("Non lu dans ces fichiers : numéro national, nationalité, lieu de "
                                              "naissance, bourse, profession, les 3 autres élèves.")


@pytest.mark.parametrize("opened, said", [
    ([ELEVES], "Il manque le fichier des responsables : l’identité seule sera reprise."),
    ([PERSONS], "Il manque le fichier des élèves : choisissez les deux fichiers ensemble."),
    ([ELEVES, ELEVES], "Le fichier des élèves est choisi deux fois : il faut aussi celui des responsables."),
    ([ELEVES, PERSONS, PERSONS], "Le fichier des responsables est choisi deux fois : il faut aussi celui des élèves."),
    ([{"racine": "BEE_NOMENCLATURES"}], "Ce fichier est une nomenclature : il ne contient pas d’élève. Choisissez "
                                        "ElevesAvecAdresses et ResponsablesAvecAdresses."),
    ([{"racine": "STS_EDT"}], "Ce fichier est un fichier STS : il ne contient pas d’élève. Choisissez "
                              "ElevesAvecAdresses et ResponsablesAvecAdresses."),
    ([{"racine": "html"}], "Ce fichier n’est pas un export de SIECLE qui se lit ici. Choisissez "
                           "ElevesAvecAdresses et ResponsablesAvecAdresses."),
    ([changed(ELEVES, "PARAMETRES", 0, UAJ="0490001X"), PERSONS],
     "Ces deux fichiers ne vont pas ensemble : ils ne sont pas du même collège. Exportez-les ensemble."),
    ([changed(ELEVES, "PARAMETRES", 0, ANNEE_SCOLAIRE="2025"), PERSONS],
     "Ces deux fichiers ne vont pas ensemble : ils ne sont pas de la même année. Exportez-les ensemble.")])
def test_files_that_do_not_go_together_have_a_sentence(blank, opened, said):
    held = files(blank, *opened)
    assert said in texts(held.notices)
    assert held.refused == ("Il manque le fichier des responsables" not in said)


def test_control_the_sample_is_told_nothing(blank):
    assert files(blank).notices == []


@pytest.mark.parametrize("path, value, said", [
    (etablissement.UAI.path, "0490001X", "Ce fichier est celui du collège 0490000J, votre établissement est 0490001X."),
    (etablissement.ANNEE_SCOLAIRE.path, "2027-2028", "Ce fichier date du 23/11/2026 (année 2026-2027).")])
def test_files_of_another_college_or_year_wait_for_a_tick(blank, path, value, said):
    put(blank, path, value)
    held = files(blank)
    assert [notice.level for notice in held.notices] == [TO_CONFIRM] and not held.refused
    assert texts(held.notices) == [said]


@pytest.mark.parametrize("key, opened, said", [
    ("900002", (ELEVES, PERSONS), "Aucun responsable légal dans ce fichier pour cet élève : ajoutez-le vous-même."),
    (CHOSEN, (ELEVES, {**PERSONS, "RESPONSABLE_ELEVE": []}),
     "Ces deux fichiers ne vont pas ensemble : aucun responsable ne correspond à cet élève."),
    ("900004", (ELEVES, PERSONS), "Aucune classe dans ce fichier pour cet élève : indiquez-la vous-même."),
    (CHOSEN, (siecle("ElevesSansAdresses.xml"),),
     "Ces fichiers sont sans adresses : l’export « avec adresses » les contient.")])
def test_what_a_pupil_lacks_has_a_sentence(blank, key, opened, said):
    assert said in texts(preview(blank, key, *opened).notices)


def test_among_three_representatives_two_are_chosen(blank):
    three = copy.deepcopy(PERSONS)
    for link in three["RESPONSABLE_ELEVE"]:
        if link["ELEVE_ID"] == CHOSEN:
            link["NIVEAU_RESPONSABILITE"] = "1"
    made = preview(blank, CHOSEN, ELEVES, three)
    assert "Trois responsables légaux : choisissez-en deux au plus." in texts(made.notices)
    assert not [one for one in made.proposals if one.path.startswith("responsables")]
    chosen = preview(blank, CHOSEN, ELEVES, three, kept=[0, 2])
    assert [one.after for one in chosen.proposals if one.path in ("responsables.0.nom", "responsables.1.nom")] == [
        "EXEMPLE", "BEAUPERE-EXEMPLE"]


def test_a_lost_sign_is_told_and_not_taken_unasked(blank):
    name = next(one for one in preview(blank, "900004").proposals if one.path == "eleve.nom")
    assert not name.ticked
    assert texts([Notice("", name.why)]) == [
        "Un caractère a été perdu à l’export (« ?YKO-EXEMPLE ») : vérifiez le nom."]


def test_a_link_of_before_2018_is_asked(blank):
    old = copy.deepcopy(PERSONS)
    for link in old["RESPONSABLE_ELEVE"]:
        link["CODE_PARENTE"] = "1"
    asked = [one for one in preview(blank, CHOSEN, ELEVES, old).proposals if one.path == "responsables.0.qualite"]
    assert [(one.after, one.ticked, len(one.choices)) for one in asked] == [("", False, 6)]


def test_an_answer_that_is_wrong_says_why_and_is_not_taken_unasked(blank):
    bad = changed(ELEVES, "ELEVE", 0, TEL_PORTABLE="639980001", DATE_NAISS="31/02/2012")
    made = {one.path: one for one in preview(blank, CHOSEN, bad).proposals}
    for path in ("eleve.telephone", "eleve.date_naissance"):
        assert not made[path].ticked and made[path].why.startswith("Indiquez")


@pytest.mark.parametrize("code, level", [("10010012110", "6e"), ("10110001110", "5e"), ("10210001110", "4e"),
                                         ("16610002110", "4e_segpa"), ("16710002110", "3e_segpa"), ("16410002110", ""),
                                         ("16510002110", ""), ("20110019110", ""), ("", "")])
def test_a_level_is_read_in_the_code_of_the_class(code, level):
    assert level_of_mef(code, "") == (level, [])


@pytest.mark.parametrize("label, level", [("3EME", "3e"), ("4EME SEGPA", "4e_segpa"), ("6EME SEGPA", ""),
                                          ("3EME PREPA-METIERS", "3e_prepa_metiers"), ("2NDE GT", ""), ("", "")])
def test_a_level_is_read_in_its_label(label, level):
    assert level_of_label(label) == level


@pytest.mark.parametrize("code, read", [("0", "externe"), ("10", "externe"), ("21", "demi_pensionnaire"),
                                        ("6", "demi_pensionnaire"), ("30", "interne"), ("5", "interne"), ("", ""),
                                        ("9", "")])
def test_a_regime_is_read_in_its_code(code, read):
    assert regime_of(code) == (read, [])


@pytest.mark.parametrize("label, read", [
    ("EXTERN", ("externe", [])), ("EX.SUR", ("externe", [])), ("DP DAN", ("demi_pensionnaire", [])),
    ("DP HOR.", ("demi_pensionnaire", [])), ("Demi-pensionnaire", ("demi_pensionnaire", [])),
    ("INTERN", ("interne", [])), ("IN.EX.", ("", ["interne", "externe"])), ("21", ("demi_pensionnaire", [])),
    ("AU TIC", ("", ["demi_pensionnaire", "externe"])), ("4", ("", ["interne", "externe"])), ("?", ("", []))])
def test_a_regime_is_read_in_its_label(label, read):
    assert regime_of_label(label) == read


@pytest.mark.parametrize("written, who", [("10", "mere"), ("20", "pere"), ("50", "tuteur"), ("51", "ase"),
                                          ("38", "autre"), ("1", ""), ("MERE", "mere"), ("Tutrice", "tuteur"),
                                          ("Grand-père", "autre"), ("", "")])
def test_who_a_person_is_is_read_by_code_or_by_word(written, who):
    assert parent_of(written) == who


def test_the_plain_data_of_a_reader_may_lack_anything(blank):
    bare = {"racine": "BEE_ELEVES", "ELEVE": [{"ELEVE_ID": "1", "NOM": "EXEMPLE"}]}
    made = preview(blank, "1", bare)
    assert [(one.path, one.after) for one in made.proposals] == [(eleve.NOM.path, "EXEMPLE")]
    assert [notice.level for notice in made.notices].count(REFUSED) == 0
