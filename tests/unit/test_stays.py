"""Days and hours of presence of a stage, against the standard library."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pid_rules.form import stages
from pid_rules.judgement.rule import Item
from pid_rules.planning import stays
from pid_rules.planning.letters import Alternation

FIRST = datetime.date(2026, 9, 1).toordinal()
WEEKDAYS = st.lists(st.integers(0, 6), min_size=1, unique=True)
DEBUTS, LENGTHS = st.integers(FIRST, FIRST + 800), st.integers(-3, 400)


def listed(worked, debut, fin):
    """Days of presence, one by one."""
    return [day for day in range(debut, fin + 1) if datetime.date.fromordinal(day).weekday() in worked]


def every_week(worked):
    return {weekday: [""] for weekday in worked}


def horaire(jour="lundi", debut=540, fin=960, pause_debut=None, pause_fin=None, semaine=None):
    fields = (stages.HORAIRE_JOUR, stages.HORAIRE_DEBUT, stages.HORAIRE_FIN, stages.PAUSE_DEBUT, stages.PAUSE_FIN,
              stages.HORAIRE_SEMAINE)
    values = (jour, debut, fin, pause_debut, pause_fin, semaine)
    return Item("stages.0.horaires.0", {field.path: value for field, value in zip(fields, values)})


@given(WEEKDAYS, DEBUTS, LENGTHS)
def test_days_are_those_of_the_calendar(worked, debut, length):
    assert stays.days(every_week(worked), debut, debut + length) == len(listed(worked, debut, debut + length))


@given(WEEKDAYS, DEBUTS, LENGTHS, st.integers(1, 60))
def test_weeks_hold_a_day_of_presence(worked, debut, length, most):
    mondays = sorted({day - datetime.date.fromordinal(day).weekday() for day in listed(worked, debut, debut + length)})
    assert stays.weeks(every_week(worked), debut, debut + length, most) == mondays[:most]


@pytest.mark.parametrize("horaires, expected", [
    ([], None), ([horaire(None)], None),
    ([horaire("dimanche"), horaire("lundi"), horaire("lundi", semaine="A")], {6: [""], 0: ["", "A"]})])
def test_weekdays_are_named_with_their_letters_or_unknown(horaires, expected):
    assert stays.weekdays(horaires) == expected


MONDAY = datetime.date(2027, 1, 4).toordinal()


def stay(horaires, first=MONDAY, last=MONDAY + 7):
    return stays.Stay(Item("stages.0", {stages.STAGE_LIEU.path: "L1", stages.STAGE_TYPE.path: "stage_initiation",
                                        stages.STAGE_DEBUT.path: first, stages.STAGE_FIN.path: last,
                                        stages.HORAIRES.path: horaires}))


@pytest.mark.parametrize("horaires", [[], [horaire(debut=None)], [horaire(fin=None)], [horaire(None)], [horaire(fin=500)],
                                      [horaire(pause_debut=720)], [horaire(pause_debut=780, pause_fin=720)],
                                      [horaire(pause_debut=300, pause_fin=400)]])
def test_hours_that_lack_something_or_contradict_themselves_are_not_counted(horaires):
    assert not stay(horaires).complete and stay(horaires).minutes_between(MONDAY, MONDAY + 7) == 0


@pytest.mark.parametrize("horaires, expected", [
    ([horaire()], 2 * 420), ([horaire(pause_debut=720, pause_fin=765)], 2 * 375),
    ([horaire(), horaire("mardi", 540, 600)], 2 * 420 + 60), ([horaire(semaine="A")], 420)])
def test_minutes_leave_breaks_out(horaires, expected):
    assert stay(horaires).complete and stay(horaires).minutes_between(MONDAY, MONDAY + 7) == expected


def test_one_week_in_two_is_counted_as_half_until_its_mondays_are_known():
    lone = stay([horaire(semaine="A")], last=MONDAY + 4 * 7)
    assert lone.minutes_between(MONDAY, MONDAY + 28) == 3 * 420
    assert lone.dates(Alternation([])) is None
    given = Alternation([MONDAY, MONDAY + 14, MONDAY + 21])
    assert [day for day, _ in lone.dates(given)] == [MONDAY, MONDAY + 14, MONDAY + 21]
    assert (lone.weekly(0), lone.weekly(1)) == (420, 0)


def test_a_letter_has_no_date_outside_of_the_mondays_given():
    given = Alternation([MONDAY + 2, MONDAY + 14])
    assert [given.index(MONDAY + 7 * week) for week in (-1, 0, 1, 2, 3, 4)] == [None, 0, 1, 0, 1, None]
    assert given.variants(MONDAY) == [(0, 1)] and given.variants(MONDAY + 21) == [(1, 0), (1, 1)]
    assert Alternation([]).variants(MONDAY) == [(0, 1), (1, 0)]


@pytest.mark.parametrize("line, answer", [
    (horaire(fin=540), "fin"), (horaire(fin=539), "fin"), (horaire(fin=541), None),
    (horaire(pause_debut=539, pause_fin=600), "pause_debut"), (horaire(pause_debut=540, pause_fin=600), None),
    (horaire(pause_debut=961, pause_fin=970), "pause_debut"), (horaire(pause_debut=900, pause_fin=960), None),
    (horaire(pause_debut=960, pause_fin=961), "pause_fin"), (horaire(pause_debut=900, pause_fin=961), "pause_fin"),
    (horaire(pause_debut=600, pause_fin=539), "pause_fin"), (horaire(pause_debut=540, pause_fin=541), None),
    (horaire(pause_fin=540), "pause_debut"), (horaire(pause_fin=960), "pause_debut"), (horaire(pause_fin=961), "pause_fin"),
    (horaire(pause_debut=700), "pause_fin"), (horaire(pause_debut=960), "pause_fin"), (horaire(pause_debut=961), "pause_debut"),
    (horaire(pause_debut=700, pause_fin=700), "pause_fin"), (horaire(pause_debut=700, pause_fin=699), "pause_fin"),
    (horaire(debut=None, pause_debut=1), None), (horaire(fin=None, pause_debut=1), None)])
def test_hours_that_contradict_themselves_are_said_at_one_answer(line, answer):
    wrong = stay([line]).presences[0].wrong
    assert (wrong and wrong[0]) == answer


@pytest.mark.parametrize("opening, closing, work", [
    (None, None, [(540, 960)]), (700, 760, [(540, 700), (760, 960)]), (540, 600, [(600, 960)]), (900, 960, [(540, 900)]),
    (540, 960, []), (541, 959, [(540, 541), (959, 960)])])
def test_the_break_is_taken_out_of_the_presence(opening, closing, work):
    presence = stay([horaire(pause_debut=opening, pause_fin=closing)]).presences[0]
    assert presence.work == work and presence.minutes == sum(end - start for start, end in work)


@pytest.mark.parametrize("first, last, placed, inverted", [
    (MONDAY, MONDAY, True, False), (MONDAY, MONDAY - 1, False, True), (None, MONDAY, False, False), (MONDAY, None, False, False)])
def test_a_stay_is_placed_from_its_first_day_to_its_last(first, last, placed, inverted):
    alone = stay([horaire()], first, last)
    assert (alone.is_placed(), alone.is_inverted(), alone.complete) == (placed, inverted, placed)
    assert alone.dates(Alternation([])) == ([(MONDAY, alone.presences)] if placed else None)


def test_presences_stand_under_their_weekday_and_their_letter():
    mixed = stay([horaire("dimanche"), horaire("lundi", semaine="A"), horaire("lundi", semaine="B"), horaire("lundi", fin=None)],
                 last=MONDAY + 13)
    assert [len(day) for day in mixed.days] == [2, 0, 0, 0, 0, 0, 1] and mixed.alternates and not mixed.complete
    assert [[one.letter for one in mixed.on(0, index)] for index in (0, 1)] == [["A"], ["B"]]
    assert (mixed.weekly(0), mixed.weekly(1)) == (840, 840)
    every = stay([horaire("dimanche"), horaire("lundi")], last=MONDAY + 13)
    assert every.weekly(0) == every.weekly(1) == 840 and not every.alternates
    assert [day for day, _ in every.dates(Alternation([]))] == [MONDAY, MONDAY + 6, MONDAY + 7, MONDAY + 13]


@pytest.mark.parametrize("first, last, minutes", [
    (MONDAY, MONDAY + 13, 1680), (MONDAY + 1, MONDAY + 12, 840), (MONDAY - 7, MONDAY, 420), (MONDAY + 13, MONDAY + 30, 420),
    (MONDAY + 1, MONDAY + 5, 0), (MONDAY + 14, MONDAY + 30, 0)])
def test_minutes_are_those_of_the_days_of_the_stay_within_two_dates(first, last, minutes):
    assert stay([horaire("dimanche"), horaire("lundi")], last=MONDAY + 13).minutes_between(first, last) == minutes


@pytest.mark.parametrize("letters, half", [(["A"], True), (["A", "A"], True), (["A", "B"], False), (["A", ""], False), (["", "A"], False)])
def test_a_lone_letter_holds_one_week_in_two(letters, half):
    last = MONDAY + 34
    assert stays.days({0: letters}, MONDAY, last) == (3 if half else 5)
    assert stays.days({0: letters, 6: [""]}, MONDAY, last) == (8 if half else 10)
    step = 14 if half else 7
    assert stays.weeks({0: letters}, MONDAY, last, 10) == list(range(MONDAY, last, step))


def test_weeks_begin_at_the_first_day_of_presence():
    assert stays.weeks({1: ["A"]}, MONDAY + 2, MONDAY + 40, 10) == [MONDAY + 7, MONDAY + 21, MONDAY + 35]
    assert stays.weeks({0: ["A"], 2: ["B"]}, MONDAY, MONDAY + 13, 10) == [MONDAY, MONDAY + 7]
    assert stays.weeks({0: ["A"], 2: ["A"]}, MONDAY, MONDAY + 14, 10) == [MONDAY, MONDAY + 14]
    assert stays.weeks({6: [""]}, MONDAY, MONDAY + 6, 10) == [MONDAY] and stays.weeks({6: [""]}, MONDAY, MONDAY + 5, 10) == []


def test_a_stay_is_read_once_until_an_answer_changes():
    item = Item("stages.0", {stages.STAGE_DEBUT.path: MONDAY, stages.STAGE_FIN.path: MONDAY})
    assert stays.stay_of(item) is stays.stay_of(item) and stays.stay_of(item).presences == [] and not stays.stay_of(item).complete
