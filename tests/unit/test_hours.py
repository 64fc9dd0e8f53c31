"""Minutes of a line, of a day and of a stay; a day also has its first and last moments and its stretches of work."""

import datetime
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pid_rules.form import stages
from pid_rules.form.options import COLLEGE
from pid_rules.judgement.item import Item
from pid_rules.planning.hours import NO_LESSON, NOTHING, Day, Lessons, Stay, stay_of
from pid_rules.planning.letters import Alternation, holds
from pid_rules.words.dates import DAYS_OF_WEEK, RANKS, monday_of


def slot(path, start, end, place=COLLEGE):
    return SimpleNamespace(path=path, start=start, end=end, place=place, minutes=end - start)


def presence(path, *work):
    return SimpleNamespace(path=path, start=work[0][0], end=work[-1][1], work=work,
                           minutes=sum(end - start for start, end in work))


MORNING, AFTERNOON = slot("morning", 480, 720), slot("afternoon", 780, 960)


def test_the_slots_at_the_college_are_counted_without_those_elsewhere():
    lessons = Lessons([MORNING, slot("elsewhere", 730, 1000, "L1"), AFTERNOON])
    assert [one.path for one in lessons.college] == ["morning", "afternoon"] and len(lessons.slots) == 3
    assert (lessons.minutes, lessons.ends) == (420, [(480, "morning.debut", None), (960, "afternoon.fin", None)])
    assert (NO_LESSON.minutes, NO_LESSON.ends) == (0, [])


def test_the_last_moment_is_the_end_that_comes_last_and_the_first_slot_that_has_it():
    assert Lessons([slot("whole", 480, 960), slot("inside", 500, 600)]).ends[1] == (960, "whole.fin", None)
    assert Lessons([slot("one", 480, 960), slot("same end", 500, 960)]).ends[1] == (960, "one.fin", None)


STAY = presence("stay", (540, 720), (780, 990))


@pytest.mark.parametrize("lessons, presences, opening, closing", [
    ([], [STAY], (540, "stay.debut", STAY), (990, "stay.fin", STAY)),
    ([MORNING], [STAY], (480, "morning.debut", None), (990, "stay.fin", STAY)),
    ([slot("late", 545, 991)], [STAY], (540, "stay.debut", STAY), (991, "late.fin", None)),
    ([slot("same", 540, 990)], [STAY], (540, "stay.debut", STAY), (990, "stay.fin", STAY)),
    ([MORNING], [], (480, "morning.debut", None), (720, "morning.fin", None))])
def test_the_first_and_last_moments_of_a_day(lessons, presences, opening, closing):
    day = Day("week", Lessons(lessons), presences)
    assert (day.opening, day.closing) == (opening, closing) and not day.is_free()
    assert (day.week, day.outside) == ("week", 390 if presences else 0)


def test_of_presences_at_once_the_first_says_the_moments_of_the_day():
    same, wider = presence("same", (540, 990)), presence("wider", (530, 991))
    day = Day(None, NO_LESSON, [STAY, same])
    assert (day.opening[1], day.closing[1]) == ("stay.debut", "stay.fin")
    day = Day(None, NO_LESSON, [STAY, wider])
    assert (day.opening, day.closing, day.outside) == ((530, "wider.debut", wider), (991, "wider.fin", wider),
                                                       390 + 461)


def test_a_day_out_of_every_period_is_free():
    assert NOTHING.is_free() and (NOTHING.inside, NOTHING.outside, NOTHING.runs()) == (0, 0, [])


def test_stretches_of_work_are_joined_where_they_touch():
    early, late, within = presence("early", (540, 600)), presence("late", (600, 660), (700, 720)), presence("within",
                                                                                                            (610, 620))
    assert Day(None, NO_LESSON, [late, early, within]).runs() == [[540, 660, early], [700, 720, late]]
    apart, long, again = presence("apart", (601, 660)), presence("long", (601, 700)), presence("again", (660, 680))
    assert Day(None, NO_LESSON, [early, apart, again]).runs() == [[540, 600, early], [601, 680, apart]]
    assert Day(None, NO_LESSON, [early, long, again]).runs() == [[540, 600, early], [601, 700, long]]


def horaire(jour="lundi", debut=540, fin=960, pause_debut=None, pause_fin=None, semaine=None):
    fields = (stages.HORAIRE_JOUR, stages.HORAIRE_DEBUT, stages.HORAIRE_FIN, stages.PAUSE_DEBUT, stages.PAUSE_FIN,
              stages.HORAIRE_SEMAINE)
    values = (jour, debut, fin, pause_debut, pause_fin, semaine)
    return Item("stages.0.horaires.0", {field.path: value for field, value in zip(fields, values)})


MONDAY = datetime.date(2027, 1, 4).toordinal()
NO_LETTER = Alternation([])


def stay(horaires, first=MONDAY, last=MONDAY + 7):
    return Stay(Item("stages.0", {stages.STAGE_LIEU.path: "L1", stages.STAGE_TYPE.path: "stage_initiation",
                                  stages.STAGE_DEBUT.path: first, stages.STAGE_FIN.path: last,
                                  stages.HORAIRES.path: horaires}))


@pytest.mark.parametrize("horaires",
                         [[], [horaire(debut=None)], [horaire(fin=None)], [horaire(None)], [horaire(fin=500)],
                          [horaire(pause_debut=720)], [horaire(pause_debut=780, pause_fin=720)],
                          [horaire(pause_debut=300, pause_fin=400)]])
def test_hours_that_lack_something_or_contradict_themselves_are_not_counted(horaires):
    assert not stay(horaires).complete and stay(horaires).minutes_between(MONDAY, MONDAY + 7, NO_LETTER) == 0


@pytest.mark.parametrize("horaires, expected", [
    ([horaire()], 2 * 420), ([horaire(pause_debut=720, pause_fin=765)], 2 * 375),
    ([horaire(), horaire("mardi", 540, 600)], 2 * 420 + 60), ([horaire(semaine="A")], 420)])
def test_minutes_leave_breaks_out(horaires, expected):
    assert stay(horaires).complete and stay(horaires).minutes_between(MONDAY, MONDAY + 7, NO_LETTER) == expected


def test_one_week_in_two_is_counted_as_half_until_its_mondays_are_known():
    lone = stay([horaire(semaine="A")], last=MONDAY + 4 * 7)
    assert lone.minutes_between(MONDAY, MONDAY + 28, NO_LETTER) == 3 * 420
    assert lone.dates(Alternation([])) is None
    known = Alternation([MONDAY, MONDAY + 14, MONDAY + 21])
    assert [day for day, _ in lone.dates(known)] == [MONDAY, MONDAY + 14, MONDAY + 21]
    assert (lone.weekly(0), lone.weekly(1)) == (420, 0)


def test_a_letter_has_no_date_outside_of_the_mondays_given():
    known = Alternation([MONDAY + 2, MONDAY + 14])
    assert [known.index(MONDAY + 7 * week) for week in (-1, 0, 1, 2, 3, 4)] == [None, 0, 1, 0, 1, None]
    assert known.variants(MONDAY) == [(0, 1)] and known.variants(MONDAY + 21) == [(1, 0), (1, 1)]
    assert Alternation([]).variants(MONDAY) == [(0, 1), (1, 0)]


@pytest.mark.parametrize("line, answer", [
    (horaire(fin=540), "fin"), (horaire(fin=539), "fin"), (horaire(fin=541), None),
    (horaire(pause_debut=539, pause_fin=600), "pause_debut"), (horaire(pause_debut=540, pause_fin=600), None),
    (horaire(pause_debut=961, pause_fin=970), "pause_debut"), (horaire(pause_debut=900, pause_fin=960), None),
    (horaire(pause_debut=960, pause_fin=961), "pause_fin"), (horaire(pause_debut=900, pause_fin=961), "pause_fin"),
    (horaire(pause_debut=600, pause_fin=539), "pause_fin"), (horaire(pause_debut=540, pause_fin=541), None),
    (horaire(pause_fin=540), "pause_debut"), (horaire(pause_fin=960), "pause_debut"),
    (horaire(pause_fin=961), "pause_fin"),
    (horaire(pause_debut=700), "pause_fin"), (horaire(pause_debut=960), "pause_fin"),
    (horaire(pause_debut=961), "pause_debut"),
    (horaire(pause_debut=700, pause_fin=700), "pause_fin"), (horaire(pause_debut=700, pause_fin=699), "pause_fin"),
    (horaire(debut=None, pause_debut=1), None), (horaire(fin=None, pause_debut=1), None)])
def test_hours_that_contradict_themselves_are_said_at_one_answer(line, answer):
    wrong = stay([line]).presences[0].wrong
    assert (wrong and wrong[0].name) == answer


@pytest.mark.parametrize("opening, closing, work", [
    (None, None, [(540, 960)]), (700, 760, [(540, 700), (760, 960)]), (540, 600, [(600, 960)]),
    (900, 960, [(540, 900)]), (540, 960, []), (541, 959, [(540, 541), (959, 960)])])
def test_the_break_is_taken_out_of_the_presence(opening, closing, work):
    presence = stay([horaire(pause_debut=opening, pause_fin=closing)]).presences[0]
    assert presence.work == work and presence.minutes == sum(end - start for start, end in work)


@pytest.mark.parametrize("first, last, placed, inverted", [
    (MONDAY, MONDAY, True, False), (MONDAY, MONDAY - 1, False, True), (None, MONDAY, False, False),
    (MONDAY, None, False, False)])
def test_a_stay_is_placed_from_its_first_day_to_its_last(first, last, placed, inverted):
    alone = stay([horaire()], first, last)
    assert (alone.is_placed(), alone.is_inverted(), alone.complete) == (placed, inverted, placed)
    assert alone.dates(Alternation([])) == ([(MONDAY, alone.presences)] if placed else None)


def test_presences_stand_under_their_weekday_and_their_letter():
    mixed = stay([horaire("dimanche"), horaire("lundi", semaine="A"), horaire("lundi", semaine="B"),
                  horaire("lundi", fin=None)],
                 last=MONDAY + 13)
    assert [len(day) for day in mixed.days] == [2, 0, 0, 0, 0, 0, 1] and mixed.alternates and not mixed.complete
    assert [[one.letter for one in mixed.on(0, index)] for index in (0, 1)] == [["A"], ["B"]]
    assert (mixed.weekly(0), mixed.weekly(1)) == (840, 840)
    every = stay([horaire("dimanche"), horaire("lundi")], last=MONDAY + 13)
    assert every.weekly(0) == every.weekly(1) == 840 and not every.alternates
    assert [day for day, _ in every.dates(Alternation([]))] == [MONDAY, MONDAY + 6, MONDAY + 7, MONDAY + 13]


@pytest.mark.parametrize("first, last, minutes", [
    (MONDAY, MONDAY + 13, 1680), (MONDAY + 1, MONDAY + 12, 840), (MONDAY - 7, MONDAY, 420),
    (MONDAY + 13, MONDAY + 30, 420), (MONDAY + 1, MONDAY + 5, 0), (MONDAY + 14, MONDAY + 30, 0)])
def test_minutes_are_those_of_the_days_of_the_stay_within_two_dates(first, last, minutes):
    assert stay([horaire("dimanche"), horaire("lundi")], last=MONDAY + 13).minutes_between(first, last,
                                                                                           NO_LETTER) == minutes


def test_a_stay_is_read_once_until_an_answer_changes():
    item = Item("stages.0", {stages.STAGE_DEBUT.path: MONDAY, stages.STAGE_FIN.path: MONDAY})
    assert stay_of(item) is stay_of(item) and stay_of(item).presences == [] and not stay_of(item).complete


ONE_LETTER = st.tuples(st.integers(0, 6), st.sampled_from(("", "A", "B")))
MONDAYS = st.lists(st.integers(-3, 12), max_size=6).map(lambda weeks: [MONDAY + 7 * week for week in weeks])


@given(st.lists(ONE_LETTER, min_size=1, max_size=4), st.integers(-10, 40), st.integers(0, 60), MONDAYS)
def test_where_its_letters_have_dates_a_stay_holds_the_minutes_of_its_days(lines, first, length, mondays):
    alternation = Alternation(mondays)
    hours = [horaire(DAYS_OF_WEEK[day], semaine=letter) for day, letter in lines]
    counted = stay(hours, MONDAY + first, MONDAY + first + length)
    dated = counted.dates(alternation)
    minutes = counted.minutes_between(counted.first, counted.last, alternation)
    if dated is not None:
        assert minutes == sum(presence.minutes for _, presences in dated for presence in presences)
    else:  # both ways of lettering the weeks of which nobody said the letter hold no more
        for parity in (0, 1):
            held = [420 for day in range(counted.first, counted.last + 1) for weekday, letter in lines
                    if day % 7 == (MONDAY + weekday) % 7 and holds(letter, lettered(alternation, day, parity))]
            assert minutes >= sum(held)


def lettered(alternation, day, parity):
    """The index of the week of a day; where nobody said it, weeks alternate before, and after, those that are known."""
    known = alternation.index(monday_of(day))
    return (day - MONDAY) // 7 % 2 ^ parity if known is None else known


def test_one_week_in_two_is_counted_in_the_weeks_of_its_letter_once_they_are_known():
    lone, every = stay([horaire(semaine="A")], last=MONDAY + 28), stay([horaire(semaine="B")], last=MONDAY + 28)
    given_weeks = Alternation([MONDAY, MONDAY + 14, MONDAY + 28])
    assert [one.minutes_between(MONDAY, MONDAY + 28, given_weeks) for one in (lone, every)] == [1260, 840]
    begun = Alternation([MONDAY])  # then B, then three weeks that nobody said
    assert [one.minutes_between(MONDAY, MONDAY + 28, begun) for one in (lone, every)] == [420 + 840, 420 + 840]
    later = Alternation([MONDAY + 42])
    assert lone.minutes_between(MONDAY, MONDAY + 28, later) == 1260


@pytest.mark.parametrize("day, letter, weeks, first, last, times", [
    ("dimanche", "B", (0,), 0, 13, 1), ("dimanche", "A", (0,), 0, 13, 1), ("dimanche", "B", (0,), 13, 13, 1),
    ("dimanche", "A", (0,), 13, 13, 0), ("lundi", "B", (0,), 0, 14, 2), ("lundi", "A", (1,), -7, 0, 1),
    ("lundi", "A", (0, 1), 0, 7, 2), ("lundi", "B", (0, 1), 0, 7, 0), ("mardi", "A", (0,), 2, 6, 0),
    ("mardi", "A", (4,), 0, 21, 2), ("mardi", "A", (-4,), 0, 21, 2)])
def test_the_weeks_whose_letter_is_known_end_with_the_one_after_the_last_week_a(day, letter, weeks, first, last, times):
    alternation = Alternation([MONDAY + 7 * week for week in weeks])
    assert alternation.times(RANKS[day], MONDAY + first, MONDAY + last, letter) == times
