"""One weekday: its first and last moments with the answers that say them, and its stretches of work."""

from types import SimpleNamespace

import pytest

from pid_rules.planning.days import COLLEGE, NO_LESSON, NOTHING, Day, Lessons


def slot(path, start, end, place=COLLEGE):
    return SimpleNamespace(path=path, start=start, end=end, place=place)


def presence(path, *work):
    return SimpleNamespace(path=path, start=work[0][0], end=work[-1][1], work=work, minutes=sum(end - start for start, end in work))


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
    assert (day.opening, day.closing, day.outside) == ((530, "wider.debut", wider), (991, "wider.fin", wider), 390 + 461)


def test_a_day_out_of_every_period_is_free():
    assert NOTHING.is_free() and (NOTHING.inside, NOTHING.outside, NOTHING.runs()) == (0, 0, [])


def test_stretches_of_work_are_joined_where_they_touch():
    early, late, within = presence("early", (540, 600)), presence("late", (600, 660), (700, 720)), presence("within", (610, 620))
    assert Day(None, NO_LESSON, [late, early, within]).runs() == [[540, 660, early], [700, 720, late]]
    apart, long, again = presence("apart", (601, 660)), presence("long", (601, 700)), presence("again", (660, 680))
    assert Day(None, NO_LESSON, [early, apart, again]).runs() == [[540, 600, early], [601, 680, apart]]
    assert Day(None, NO_LESSON, [early, long, again]).runs() == [[540, 600, early], [601, 700, long]]
