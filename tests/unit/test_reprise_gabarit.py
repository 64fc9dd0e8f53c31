"""The tags of the collège's own Word convention: their values, those that are mistyped, and the table for a merge."""

import copy
import csv
import io

import pytest

from pid_rules.dossier.paths import put
from pid_rules.dossier.structure import blank_item
from pid_rules.form import FORM, eleve
from pid_rules.reprise.balises import NEVER, TAGS, WITHIN, checked, listed
from pid_rules.reprise.gabarit import nested, values
from pid_rules.reprise.publipostage import cell, rows, text
from pid_rules.words.dates import parse_iso
from tests.support.examples import EXAMPLES

TODAY = parse_iso("2026-11-30")
COMPLET = EXAMPLES["complet"]


@pytest.fixture
def complet():
    return copy.deepcopy(COMPLET)


def unbound(text):
    return text.replace("\u00a0", " ")


def test_every_tag_has_its_value_in_the_words_of_a_convention():
    found = values(COMPLET, "stages.0", TODAY)
    said = {tag: unbound(found[tag]) for tag in (
        "eleve.nom", "eleve.date_naissance", "etablissement.chef.nom", "lieu.nom", "tuteur.nom", "referent.nom",
        "stage.du", "stage.au", "stage.duree", "stage.par_semaine", "aujourdhui", "lieu.siret", "stage.type")}
    assert said == {
        "eleve.nom": "Doğan-Lefèvre", "eleve.date_naissance": "04/03/2011", "etablissement.chef.nom": "Exemple-Chef",
        "lieu.nom": "Menuiserie de l'Exemple", "tuteur.nom": "Exemple-Tuteur", "referent.nom": "Exemple-Référent",
        "stage.du": "05/01/2027", "stage.au": "29/01/2027", "stage.duree": "8 jours, 52 h",
        "stage.par_semaine": "13 h par semaine", "aujourdhui": "30/11/2026", "lieu.siret": "732 829 320 00074",
        "stage.type": "Stage d’initiation"}
    assert [one["nom"] for one in found["responsables"]] == ["Doğan", "Lefèvre"]
    assert [{key: unbound(one[key]) for key in one} for one in found["stage.jours"]] == [
        {"jour": "Mardi", "matin": "9 h – 12 h", "apres_midi": "13 h – 16 h 30"},
        {"jour": "Jeudi", "matin": "9 h – 12 h", "apres_midi": "13 h – 16 h 30"}]


def test_what_is_listed_is_what_is_given():
    found = values(COMPLET, "stages.0", TODAY)
    assert set(found) == {*TAGS, *WITHIN, "aujourdhui", "stage.duree", "stage.par_semaine"}
    for tag, names in WITHIN.items():
        assert all(set(item) == set(names) for item in found[tag])
    assert {tag.lstrip("#/") for tag, _ in listed()} == {*found, *[name for names in WITHIN.values() for name in names]}


def test_every_value_is_a_text_within_lists_of_texts():
    held = nested(values(EXAMPLES["desordre"], "stages.0", TODAY))
    assert isinstance(held["etablissement"]["chef"]["nom"], str)

    def leaves(value):
        if isinstance(value, (dict, list)):
            return [leaf for one in (value.values() if isinstance(value, dict) else value) for leaf in leaves(one)]
        return [value]
    assert all(isinstance(leaf, str) for leaf in leaves(held))


def test_parental_authority_and_what_no_convention_needs_have_no_tag():
    assert not [tag for tag in [*TAGS, *WITHIN["responsables"]] if "autorite" in tag or "regime" in tag]
    assert "constats" not in str(sorted(TAGS)) and eleve.REGIME not in TAGS.values()


@pytest.mark.parametrize("hours, morning, afternoon", [
    (("08:30", "12:00", "", ""), "8 h 30 – 12 h", ""), (("13:30", "17:00", "", ""), "", "13 h 30 – 17 h"),
    (("08:30", "16:00", "", ""), "8 h 30 – 16 h", ""), (("", "12:00", "", ""), "", ""),
    (("08:30", "17:00", "12:00", "13:30"), "8 h 30 – 12 h", "13 h 30 – 17 h")])
def test_the_hours_of_a_day_are_in_its_halves(complet, hours, morning, afternoon):
    item = {**blank_item(FORM, "stages[].horaires"), "jour": "lundi",
            **dict(zip(("debut", "fin", "pause_debut", "pause_fin"), hours))}
    put(complet, "stages.0.horaires", [item])
    day = values(complet, "stages.0", TODAY)["stage.jours"][0]
    assert [unbound(day[name]) for name in ("matin", "apres_midi")] == [morning, afternoon]


def test_that_no_work_is_forbidden_is_said_once_it_is_known(complet):
    assert values(complet, "stages.0", TODAY)["stage.travaux_reglementes"] == []
    put(complet, "stages.0.utilise_machines", None)
    assert values(complet, "stages.0", TODAY)["stage.travaux_reglementes"] == [{"ligne": ""}]
    put(complet, "stages.0.travaux_interdits", ["D4153-17"])
    assert [one["ligne"][:7] for one in values(complet, "stages.0", TODAY)["stage.travaux_reglementes"]] == ["Agents "]


def test_a_stage_without_hours_has_no_length(complet):
    put(complet, "stages.0.horaires", [])
    found = values(complet, "stages.0", TODAY)
    assert found["stage.duree"] == "" and found["stage.jours"] == [] and found["stage.par_semaine"] == ""


@pytest.mark.parametrize("written, sign, name, capitals", [
    ("eleve.nom", "", "eleve.nom", False), ("Élève . Nom MAJ", "", "eleve.nom", True), ("#responsables", "#",
                                                                                       "responsables", False),
    ("^stage.travaux réglementés", "^", "stage.travaux_reglementes", False), ("AUJOURD’HUI", "", "aujourdhui", False)])
def test_a_tag_is_known_by_its_letters(written, sign, name, capitals):
    tag = checked([written])[0]
    assert (tag.sign, tag.name, tag.capitals) == (sign, name, capitals)


@pytest.mark.parametrize("written, said", [
    ("eleve.nationalité", "{eleve.nationalité} n’est jamais dans ce dossier : remplissez-le à la main."),
    ("INE", "{INE} n’est jamais dans ce dossier : remplissez-le à la main."),
    ("eleve.l’adresse", "{eleve.l’adresse} n’existe pas ; vouliez-vous dire {eleve.adresse} ?"),
    ("elve.non", "{elve.non} n’existe pas ; vouliez-vous dire {eleve.nom} ?"),
    ("nom", "{nom} n’existe pas ; vouliez-vous dire {eleve.nom} ?"),
    ("tuteur.tel", "{tuteur.tel} n’existe pas ; vouliez-vous dire {tuteur.telephone} ?"),
    ("foo bar", "{foo bar} n’existe pas."), ("", "{} n’existe pas.")])
def test_a_tag_that_is_none_says_which_was_meant(written, said):
    assert unbound(checked([written])[0].wrong) == said


def test_a_list_is_closed_and_holds_its_own_tags():
    tags = checked(["#responsables", "prenom", "eleve.nom", "/responsables", "#stage.jours", "apres midi", "/"])
    assert [tag.wrong for tag in tags] == [""] * 7 and [tag.name for tag in tags][-1] == "stage.jours"
    assert [unbound(tag.wrong) for tag in checked(["#responsables", "/stage.jours"])] == [
        "{#responsables} n’est pas fermée. Ajoutez {/responsables} à la fin.",
        "{/stage.jours} ferme ce qui n’est pas ouvert. Ajoutez {#stage.jours} au début, ou ôtez-la."]


def test_all_faults_are_told_at_once():
    wrong = [tag.written for tag in checked(["foo", "eleve.nom", "#stage.jours", "bar", "eleve.sexe"]) if tag.wrong]
    assert wrong == ["foo", "#stage.jours", "bar", "eleve.sexe"]


def test_what_no_dossier_holds_is_no_tag():
    assert not [tag for tag in TAGS if tag.split(".")[-1].replace("_", "") in NEVER]


def test_the_table_has_a_row_for_each_stage_and_a_column_for_each_tag(complet):
    put(complet, "stages", [complet["stages"][0], copy.deepcopy(complet["stages"][0])])
    made = rows(complet, TODAY)
    assert len(made) == 3 and {len(row) for row in made} == {len(made[0])}
    first = dict(zip(made[0], made[1]))
    assert first["responsables.1.nom"] == "Doğan" and first["responsables.2.prenom"] == "Noël"
    assert unbound(first["stage.jours"]) == ("Mardi, 9 h – 12 h, 13 h – 16 h 30 / Jeudi, 9 h – 12 h, "
                                             "13 h – 16 h 30")


def test_the_table_is_read_again_as_it_was_made(complet):
    put(complet, "eleve.adresse", "1 rue « de ; l\"Exemple »\nAppt 2")
    written = text(complet, TODAY)
    assert written.startswith("\ufeff\"") and written.endswith("\r\n")
    read = list(csv.DictReader(io.StringIO(written[1:], newline=""), delimiter=";"))
    assert {row["eleve.adresse"] for row in read} == {"1 rue « de ; l\"Exemple » / Appt 2"}


def test_a_dossier_without_stage_has_headings_alone(complet):
    put(complet, "stages", [])
    assert len(rows(complet, TODAY)) == 1


@pytest.mark.parametrize("typed", ["=1+1", "+33 2", "-2", "@x", "\t=1", " =1", "\u00a0=1", "|x", "%x", "\uff1d1"])
def test_no_cell_is_computed(typed):
    assert cell(typed).startswith('" ')


def test_control_an_ordinary_text_is_left():
    assert [cell(one) for one in ("Angers", "", "a=b", '12 "x"')] == ['"Angers"', '""', '"a=b"', '"12 ""x"""']
