"""A week pasted as a grid or a list, or taken of EDT's lessons: discipline and hours, weeks A and B, nothing else."""

import json

import pytest

from pid_rules.dossier.structure import blank_item
from pid_rules.form import FORM
from pid_rules.reprise import cours, grille
from pid_rules.reprise.lesson import Found, Lesson, bare_name, slots
from pid_rules.reprise.proposal import REFUSED
from pid_rules.reprise.table import cells_of
from pid_rules.words.dates import DAYS_OF_WEEK
from pid_rules.words.horaires import to_time
from tests.support.reprise_files import DATA, lessons_of_edt

EXPECTED = json.loads((DATA / "ics.attendu.json").read_text(encoding="utf-8"))["creneaux"]
HEADS = ["", "Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi"]


def pasted(name):
    return grille.read(cells_of((DATA / name).read_bytes().decode()))


def said(found):
    """[« lundi 08:00-09:00 MATHEMATIQUES A »]."""
    return [f"{DAYS_OF_WEEK[one.day]} {to_time(one.start)}-{to_time(one.end)} {one.name} {one.letter}".strip()
            for one in found.lessons]


def texts(found):
    return [notice.text.replace("\u00a0", " ") for notice in found.notices]


def row(hours, *cells):
    return [hours, *cells, *[""] * (5 - len(cells))]


def test_the_grid_of_the_sample_is_the_week_of_the_agenda():
    wanted = {"HISTOIRE & GEOGRAPH.": "HIST.GEO.EMC", "ENS. MORAL & CIVIQUE": "HIST.GEO.EMC"}
    assert said(pasted("semaine-grille.tsv")) == [
        f"{one['jour']} {one['debut']}-{one['fin']} {wanted.get(one['matiere'], one['matiere'])} "
        f"{one['semaines'].replace('AB', '')}".strip() for one in sorted(EXPECTED, key=lambda one: (
            DAYS_OF_WEEK.index(one["jour"]), one["debut"], one["fin"], wanted.get(one["matiere"], one["matiere"])))]


def test_a_list_is_read_by_its_headings_and_leaves_the_rooms():
    found = pasted("semaine-liste.tsv")
    assert said(found) == [
        "lundi 08:00-09:00 MATHEMATIQUES", "lundi 13:30-15:30 ED.PHYSIQUE & SPORT.",
        "mardi 11:15-12:15 PHYSIQUE-CHIMIE B", "mardi 11:15-12:15 SCIENCES VIE & TERRE A",
        "mercredi 08:00-09:00 HISTOIRE & GEOGRAPH."]
    assert found.doubts == [] and found.notices == [] and "S12" not in json.dumps(said(found))


def test_the_lessons_of_edt_are_those_of_the_class_and_of_the_groups_chosen():
    records = lessons_of_edt("EXP_COURS.xml")
    assert "EXEMPLE" not in json.dumps(records)
    assert cours.classes(records) == ["3B", "6A"] and cours.groups(records, "3 B") == ["[3AGL1.GR.1]"]
    without = cours.lessons_of(cours.of_class(records, "3 B", []))
    assert said(without) == ["lundi 08:00-09:00 MATHEMATIQUES", "lundi 13:30-15:30 ED.PHYSIQUE & SPORT.",
                             "mardi 11:15-12:15 PHYSIQUE-CHIMIE B", "mardi 11:15-12:15 SCIENCES VIE & TERRE A"]
    withal = cours.lessons_of(cours.of_class(records, "3 B", ["[3AGL1.GR.1]"]))
    assert set(said(withal)) - set(said(without)) == {"lundi 10:15-11:15 ANGLAIS LV1"}


def test_a_class_without_lessons_is_told():
    found = cours.lessons_of(cours.of_class(lessons_of_edt("EXP_COURS.xml"), "5 C", []))
    assert texts(found) == ["Aucun cours dans ce fichier pour cette classe et ces groupes."]
    assert [notice.level for notice in found.notices] == [REFUSED]


def test_slots_hold_the_discipline_and_the_hours_alone():
    made = slots(pasted("semaine-liste.tsv").lessons, {"ED.PHYSIQUE & SPORT.": "EPS"})
    assert set(made[0]) == set(blank_item(FORM, "emploi_du_temps.semaines[].creneaux"))
    assert made[0] == {**made[0], "jour": "lundi", "debut": "08:00", "fin": "09:00", "lieu": "college",
                       "activite": "MATHEMATIQUES", "semaine": "", "discipline": ""}
    assert (made[1]["discipline"], made[2]["semaine"]) == ("EPS", "B")


@pytest.mark.parametrize("rows, text", [
    ([["", "Casier", "Salle"], ["8h-9h", "x", "y"]],
     "Aucun jour reconnu dans la première ligne. Copiez aussi la ligne des jours."),
    ([HEADS, row("", "SVT")], "Aucun cours dans cette grille. Copiez aussi la colonne des heures."),
    ([], "Aucun jour reconnu dans la première ligne. Copiez aussi la ligne des jours.")])
def test_a_grid_that_cannot_be_read_is_refused(rows, text):
    found = grille.read(rows)
    assert texts(found) == [text] and [notice.level for notice in found.notices] == [REFUSED]


def test_hours_that_contradict_themselves_are_left_and_told():
    found = grille.read([HEADS, row("10h15 - 9h15", "SVT"), row("8h-9h", "MATHS")])
    assert texts(found) == ["10h15 - 9h15 : ligne laissée."] and said(found) == ["lundi 08:00-09:00 MATHS"]


def test_rows_that_bear_a_name_ask_for_their_hours_once():
    rows = [HEADS, row("M1", "SVT"), row("M2", "MATHS")]
    asked = grille.read(rows)
    assert asked.labels == ["M1", "M2"] and asked.lessons == []
    assert texts(asked) == ["Les heures de certaines lignes ne sont pas écrites (M1, M2) : indiquez-les une fois."]
    assert said(grille.read(rows, {"M1": "8h-8h55", "M2": "9h-9h55"})) == ["lundi 08:00-08:55 SVT",
                                                                          "lundi 09:00-09:55 MATHS"]


def test_rows_of_which_only_the_start_is_written_end_as_the_others_do():
    found = grille.read([HEADS, row("8h", "SVT"), row("9h", "MATHS"), row("10h15", "EPS"), row("11h15", "TECHNO"),
                         row("13h30", "CDI")])
    assert said(found) == ["lundi 08:00-09:00 SVT", "lundi 09:00-10:00 MATHS", "lundi 10:15-11:15 EPS",
                           "lundi 11:15-12:15 TECHNO", "lundi 13:30-14:30 CDI"]
    assert texts(found) == ["Seul le début des heures est écrit. Vérifiez à quelle heure finit chaque cours."]


def test_two_lessons_at_one_time_are_to_be_decided():
    rows = [["Jour", "Début", "Fin", "Matière"], ["Mardi", "11h15", "12h15", "SVT"], ["Mardi", "11h15", "12h15", "PC"]]
    found = grille.read(rows)
    assert found.lessons == [] and [doubt.lesson.name for doubt in found.doubts] == ["PC", "SVT"]
    assert texts(found) == ["Deux cours en même temps le mardi à 11 h 15 : semaines A et B ?"]


def test_control_two_lessons_of_both_letters_are_no_doubt():
    found = Found([Lesson(1, 675, 735, "SVT", "A"), Lesson(1, 675, 735, "PC", "B")], [], [])
    assert len(found.lessons) == 2 and found.doubts == [] and found.alternates


def test_a_line_without_hours_and_a_frequency_that_cannot_be_read_are_told():
    found = grille.read([["Jour", "Début", "Durée", "Matière", "Fréquence"], ["Lundi", "", "1h", "SVT", "H"],
                         ["Mardi", "8h", "1h", "PC", "M"], ["Jeudi", "8h", "55", "MATHS", ""]])
    assert texts(found) == ["Lundi : ligne laissée."]
    assert [(one.lesson.name, one.words.replace("\u00a0", " ")) for one in found.doubts] == [
        ("PC", "Une fréquence qui ne se lit pas : « M ».")]
    assert said(found) == ["jeudi 08:00-08:55 MATHS"]


def test_lessons_of_one_name_that_follow_each_other_are_one_and_keep_their_length():
    found = Found([Lesson(0, 480, 535, "EPS"), Lesson(0, 535, 590, "EPS"), Lesson(0, 600, 655, "EPS"),
                   Lesson(1, 480, 535, "EPS", "A")], [], [])
    assert said(found) == ["lundi 08:00-09:50 EPS", "lundi 10:00-10:55 EPS", "mardi 08:00-08:55 EPS A"]
    assert found.length == 55


def test_names_that_designate_nothing_are_asked_once_each():
    found = Found([Lesson(0, 480, 540, "ANGLAIS"), Lesson(1, 480, 540, "ANGLAIS"), Lesson(2, 480, 540, "BIDULE"),
                   Lesson(3, 480, 540, "VIE DE CLASSE"), Lesson(4, 480, 540, "MATHS")], [], [])
    assert found.unread() == [("ANGLAIS", 2), ("BIDULE", 1)]


@pytest.mark.parametrize("mondays, dates", [
    ([(739866, "A"), (739873, "B"), (739880, "A")], ["2026-09-07", "2026-09-21"]),
    ([(739866, "A"), (739873, ""), (739880, "A")], []), ([], [])])
def test_the_mondays_of_weeks_a_are_given_where_every_letter_is_known(mondays, dates):
    assert Found([], [], [], mondays).lundis_a() == dates


def test_three_lessons_at_one_time_are_told_once():
    found = Found([Lesson(1, 675, 735, name) for name in ("SVT", "PC", "EPS")], [], [])
    assert len(found.doubts) == 3 and len(found.notices) == 1


def test_weeks_a_and_b_may_be_exchanged():
    found = Found([Lesson(0, 480, 540, "SVT", "A"), Lesson(1, 480, 540, "EPS")], [], [], [(1, "A"), (8, "B"), (15, "")])
    found.swapped()
    assert said(found) == ["lundi 08:00-09:00 SVT B", "mardi 08:00-09:00 EPS"]
    assert found.mondays == [(1, "B"), (8, "A"), (15, "")]


@pytest.mark.parametrize("cell, names", [
    ("MATHEMATIQUES\nMme EXEMPLE\nS12", [("", "MATHEMATIQUES")]), ("S1 : SVT\nS2 : PC", [("A", "SVT"), ("B", "PC")]),
    ("Q1 SVT / Q2 PC", [("A", "SVT"), ("B", "PC")]), ("SVT (A)", [("A", "SVT")]), ("Techno sem. B", [("B", "Techno")]),
    ("Semaine A\nSVT", [("A", "SVT")]), ("SVT Q2", [("B", "SVT")]), ("SVT - semaine A", [("A", "SVT")]),
    ("MATHS S1", [("", "MATHS S1")]), ("SVT (S2)", [("", "SVT (S2)")]),
    ("Anglais / Espagnol", [("", "Anglais / Espagnol")]),
    ("", []), (" \n ", [])])
def test_a_cell_is_read_for_its_names_and_their_weeks(cell, names):
    assert grille.names_of(cell) == names


@pytest.mark.parametrize("text, name", [
    ("ANGLAIS LV1 - [3AGL1.GR.1]", "ANGLAIS LV1"), ("MATHEMATIQUES - 3 B", "MATHEMATIQUES"),
    ("FRANCAIS > LECTURE", "FRANCAIS"), ("PHYSIQUE-CHIMIE", "PHYSIQUE-CHIMIE"), ("[3AGL1]", "[3AGL1]")])
def test_a_name_is_kept_without_what_says_with_whom(text, name):
    assert bare_name(text) == name


@pytest.mark.parametrize("text, minutes", [("1h00", 60), ("0h55", 55), ("55 min", 55), ("55", 55), ("2", 120),
                                           ("1h30", 90), ("", None), ("longtemps", None), ("0", None)])
def test_a_duration_is_read(text, minutes):
    assert cours.duration_of(text) == minutes


@pytest.mark.parametrize("text, letter", [("H", ""), ("", ""), ("Q1", "A"), ("Sem. B", "B"),
                                          ("semaine paire", "B"), ("X", None)])
def test_a_letter_is_read(text, letter):
    assert cours.letter_of(text) == letter


@pytest.mark.parametrize("text, day", [("Lundi", 0), ("MAR.", 1), ("mercredi 6 octobre", 2), ("ma", None),
                                       ("Salle", None)])
def test_a_day_is_read(text, day):
    assert cours.day_of(text) == day


def test_days_of_a_grid_may_bear_a_letter():
    found = grille.read([["", "Lundi (A)", "Lundi (B)", "Mardi", "Jeudi"], ["8h-9h", "SVT", "PC", "EPS", ""]])
    assert said(found) == ["lundi 08:00-09:00 PC B", "lundi 08:00-09:00 SVT A", "mardi 08:00-09:00 EPS"]
