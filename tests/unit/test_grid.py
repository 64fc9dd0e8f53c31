"""The grid of a week model: rows, cells, and what is typed in it."""

import pytest

from pid_rules.planning.disciplines import discipline, meaning
from pid_rules.planning.grid import Grid, headers
from pid_rules.planning.grid_typing import completed, following, names_used, read_hours, read_rows, with_hours, written
from pid_rules.planning.usual_names import USUAL, usual_names
from tests.support.examples import DATA
from tests.support.weeks import slot, week

SEEN = DATA / "disciplines.tsv"
GUESSED = {"DEVOIRS FAITS"}
"""Written as its neighbours are, it was not seen."""

EIGHT, NINE, TEN = (485, 540), (540, 595), (610, 665)


def cells(grid, day):
    return [(cell.letter, cell.start, cell.end, cell.ranks) for cell in grid.days[day]]


def lesson(start, end, day="lundi", **more):
    return slot(day, start, end, **more)


def test_rows_are_the_hours_of_most_lessons_and_none_overlaps_another():
    slots = week(lesson("08:05", "09:00"), lesson("08:05", "09:00", "mardi"), lesson("09:00", "09:55"),
                 lesson("08:05", "09:55", "jeudi"), lesson("10:10", "11:00", lieu="L1")).slots
    assert headers(slots, [], [TEN]) == [EIGHT, NINE]
    assert headers(slots, [(800, 855)], []) == [EIGHT, NINE, (800, 855)]
    assert headers([], [], [EIGHT, EIGHT, (480, 600)]) == [EIGHT]


def test_hours_asked_for_go_where_lessons_were_moved_across_them():
    slots = week(lesson("08:05", "09:00")).slots
    assert headers(slots, [(480, 535)], []) == [EIGHT]
    assert headers(week(lesson("08:05", "09:55")).slots, [EIGHT, NINE], []) == [EIGHT, NINE]


def test_a_cell_lasts_over_rows_and_what_overlaps_is_one_cell():
    slots = week(lesson("08:05", "09:55"), lesson("08:05", "09:00", "mardi"), lesson("08:30", "10:00", "mardi")).slots
    grid = Grid(slots, [EIGHT, NINE], [])
    assert cells(grid, 0) == [("", 485, 595, [0])] and cells(grid, 1) == [("", 485, 600, [1, 2])]
    assert grid.bounds == [(485, 540), (540, 595), (595, 600)]
    assert (grid.days[0][0].first, grid.days[0][0].rows) == (0, 2)
    assert cells(grid, 2) == [("", *EIGHT, []), ("", *NINE, [])]


def test_a_day_that_alternates_has_two_columns_each_with_its_room():
    slots = week(lesson("08:05", "09:00", semaine="A"), lesson("09:00", "09:55"),
                 lesson("08:30", "17:00", "mardi", lieu="L1", semaine="A")).slots
    grid = Grid(slots, [EIGHT, NINE, TEN], [])
    assert grid.split == [True, True, False, False, False, False, False]
    assert cells(grid, 0) == [("A", *EIGHT, [0]), ("B", *EIGHT, []), ("", *NINE, [1]), ("", *TEN, [])]
    assert cells(grid, 1) == [("B", *EIGHT, []), ("A", 510, 1020, [2]), ("B", *NINE, []), ("B", *TEN, [])]
    assert Grid([], [EIGHT], [(0, "B", *EIGHT)]).split[0]


def test_the_end_of_a_cell_goes_from_row_to_row():
    grid = Grid(week(lesson("08:05", "09:00")).slots, [EIGHT, NINE, TEN], [])
    cell = grid.days[0][0]
    assert (grid.stretched(cell, 1), grid.stretched(cell, -1)) == (595, None)
    assert grid.stretched(grid.days[0][2], 1) is None
    longer = Grid(week(lesson("08:05", "09:55"), lesson("10:10", "11:05")).slots, [EIGHT, NINE, TEN], [])
    assert longer.stretched(longer.days[0][0], -1) == 540
    assert not longer.is_free(longer.days[0][0], 665) and longer.is_free(longer.days[0][0], 600)


@pytest.mark.parametrize("typed, hours", [
    ("8h05-9h", EIGHT), ("805 à 9", EIGHT), ("8h05", EIGHT), ("10.10", TEN), ("9h-8h", None), ("tôt", None),
    ("23h30", None)])
def test_the_hours_of_a_row_are_read_in_usual_writings(typed, hours):
    assert read_hours(typed, 55) == hours


MORNING = [EIGHT, NINE, TEN, (665, 720)]
AFTERNOON = [(810, 865), (865, 920), (935, 990)]


@pytest.mark.parametrize("typed, lesson, rows", [
    ("8h05-12h", 55, MORNING), ("8h05-12h 13h30-16h30", 55, MORNING + AFTERNOON), ("13h30-15h20", 55, [(810, 920)]),
    ("8h-11h", None, [(480, 540), (540, 600), (600, 660)]), ("8h05-12h", None, [(485, 720)]), ("8h05", 55, [EIGHT]),
    ("8h-12h30", 55, [(480, 750)]), ("8h05-9h", 55, [EIGHT]), ("8h05-9h 10h10-11h05", 55, [EIGHT, TEN]),
    ("tôt", 55, [])])
def test_half_a_day_is_cut_into_lessons_its_break_after_the_second_one(typed, lesson, rows):
    assert read_rows(typed, 55, lesson) == rows


def test_the_next_row_begins_where_the_last_one_ends_unless_that_is_for_lunch():
    assert following([EIGHT], None) == NINE and written(NINE) == "9h-9h55"
    assert following([(665, 720)], 55) is None and following([], 55) is None and following([(1390, 1435)], 55) is None


def test_a_row_moves_what_stands_exactly_on_it():
    slots = [lesson("08:05", "09:00"), lesson("08:05", "09:55"), lesson("08:05", "09:00", "mardi")]
    moved, count = with_hours(slots, EIGHT, (480, 535))
    assert count == 2 and [(one["debut"], one["fin"]) for one in moved] == [
        ("08:00", "08:55"), ("08:05", "09:55"), ("08:00", "08:55")]
    assert slots[0]["debut"] == "08:05"


@pytest.mark.parametrize("typed, name", [
    ("m", "MATHEMATIQUES"), ("MATHEMATIQUES", ""), ("éd", "ED.PHYSIQUE"), ("edu", "Éducation musicale"), ("", ""),
    (" ", ""), ("x", "")])
def test_a_name_is_completed_whatever_its_case_and_accents(typed, name):
    assert completed(typed, ["MATHEMATIQUES", "ED.PHYSIQUE", "Éducation musicale"]) == name


def test_the_most_frequent_names_of_the_week_come_first():
    used = ["EPS", "LV1", "LV1", ""]
    weeks = [{"creneaux": [{"activite": "SVT"}, {}]}, {"creneaux": [{"activite": one} for one in used]}, {}]
    assert names_used(weeks, 1) == ["LV1", "EPS", "SVT"]


@pytest.mark.parametrize("typed, name", [
    ("fr", "Français"), ("F", "Français"), ("FR", "FRANCAIS"), ("an", "Anglais LV1"), ("HI", "HISTOIRE & GEOGRAPH."),
    ("ED.", "ED.PHYSIQUE & SPORT."), ("EPS", ""), ("Sc", ""), ("SC", "SCIENCES VIE & TERRE"),
    ("angl", "Anglais LV1"), ("anglais", ""), ("all", ""), ("ED", "ED.PHYSIQUE & SPORT."),
    ("EDU", "EDUCATION MUSICALE"), ("3E", "")])
def test_a_name_in_capitals_is_completed_as_school_software_writes_it(typed, name):
    assert completed(typed, usual_names(typed)) == name


def test_both_writings_of_a_usual_name_are_read_alike():
    read = [[(discipline(written), meaning(written)) for written in pair] for pair in USUAL]
    assert [one for one, other in read if one != other] == []


def test_names_in_capitals_were_seen_in_school_software():
    lines = [line.split("\t") for line in SEEN.read_text(encoding="utf-8").splitlines()[1:]]
    seen = {label for label, _, source in lines if source == "vu"} | GUESSED
    assert {capitals for _, capitals in USUAL} - seen == set()
