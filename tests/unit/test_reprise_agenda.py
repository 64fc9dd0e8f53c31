"""An agenda gives an ordinary week, or weeks A and B; what it does not settle is « à décider », never taken."""

import datetime
import json

import pytest

from pid_rules.reprise.agenda import Agenda, matter_of
from pid_rules.reprise.paris import in_paris, moment
from pid_rules.reprise.proposal import REFUSED
from pid_rules.words.dates import DAYS_OF_WEEK, day_number, to_iso
from pid_rules.words.horaires import to_time
from tests.support.drawn_agendas import Drawn, stamp
from tests.support.reprise_files import DATA, events

SAMPLE = events((DATA / "Calendrier_EXEMPLE_Loic_14052012.ics").read_bytes().decode())
EXPECTED = json.loads((DATA / "ics.attendu.json").read_text(encoding="utf-8"))
MONDAY = datetime.datetime(2026, 9, 7, 8)
LACKING = (0, 3, 8)


def texts(notices):
    return [notice.text.replace("\u00a0", " ") for notice in notices]


def lesson(week, name="SVT", day=0, hour=0, minutes=60, **said):
    """The event of one lesson."""
    begins = MONDAY + datetime.timedelta(days=7 * week + day, hours=hour)
    return {"CATEGORIES": "Cours", "DTSTART": stamp(begins), "SUMMARY": name + " - 3 B",
            "DTEND": stamp(begins + datetime.timedelta(minutes=minutes)), **said}


def weeks(count, *made):
    return [event for week in range(count) for make in made for event in make(week)]


def daily(week):
    return [lesson(week, name, day, hour) for day in range(5) for hour, name in enumerate(("MATHS", "FRANCAIS", "EPS"))]


def test_the_sample_gives_the_weeks_that_are_expected():
    found = Agenda(SAMPLE).week()
    assert [{"jour": DAYS_OF_WEEK[one.day], "debut": to_time(one.start), "fin": to_time(one.end), "matiere": one.name,
             "semaines": one.letter or "AB"} for one in found.lessons] == EXPECTED["creneaux"]
    assert {to_iso(day): letter for day, letter in found.mondays} == EXPECTED["lundis"]
    assert found.doubts == [] and found.length == 60 and found.unread() == []
    assert texts(found.notices) == [
        "Hors de la semaine ordinaire : ESPAGNOL LV2, 18 novembre 2026.",
        "Hors de la semaine ordinaire : INTERVENTION EXTERIEURE, 1er décembre 2026.",
        "Cet agenda ne contient que 7 semaines de cours : vérifiez chaque cours."]


def test_no_teacher_room_nor_birth_date_is_in_what_is_read():
    assert "EXEMPLE" not in json.dumps(SAMPLE, ensure_ascii=False) and "S12" not in json.dumps(SAMPLE)


def test_holidays_that_the_file_does_not_say_are_those_of_the_calendar():
    known = [event for event in SAMPLE if "férié" not in event["CATEGORIES"]]
    assert len(known) < len(SAMPLE)
    found = Agenda(known, "B").week()
    assert [(one.name, one.letter) for one in found.lessons] == [
        (one["matiere"], one["semaines"].replace("AB", "")) for one in EXPECTED["creneaux"]]


@pytest.mark.parametrize("lacking", LACKING)
@pytest.mark.parametrize("count", [8, 14])
def test_a_drawn_timetable_is_never_wrong_in_silence(lacking, count):
    for seed in range(6):
        assert Drawn(seed, count, lacking).judged()[1] == [], seed


def test_a_timetable_that_lacks_nothing_is_found_whole_from_four_weeks_on():
    for seed in range(6):
        assert Drawn(seed, 4, 0, alternating=4).judged() == (True, []), seed


def test_control_a_lesson_put_in_the_wrong_week_is_seen():
    drawn = Drawn(1, 10, 0, alternating=4)
    assert drawn.judged()[1] == []
    drawn.truth = {({"A": "B", "B": "A"}[letter], *place) for letter, *place in drawn.truth}
    assert drawn.judged()[1] != []


@pytest.mark.campaign
@pytest.mark.parametrize("lacking", LACKING)
@pytest.mark.parametrize("count", [8, 9, 10, 12, 16, 24])
def test_sixty_drawn_timetables_are_never_wrong_in_silence(lacking, count):
    wrong = {seed: found for seed in range(60) for found in [Drawn(seed, count, lacking).judged()[1]] if found}
    assert wrong == {}


def test_weeks_are_told_apart_by_what_they_hold_though_two_of_a_letter_follow_each_other():
    letters = "ABABBABABA"
    events = weeks(10, daily, lambda week: [lesson(week, {"A": "SVT", "B": "PC"}[letters[week]], day, 5)
                                            for day in range(3)])
    found = Agenda(events).week()
    assert "".join(letter for _, letter in found.mondays) == letters
    assert [one.letter for one in found.lessons if one.name == "SVT"] == ["A", "A", "A"] and found.doubts == []


def test_a_timetable_that_changes_is_the_last_one_and_is_told():
    events = weeks(12, daily, lambda week: [lesson(week, "SVT", 0 if week < 4 else 2, 5)])
    found = Agenda(events).week()
    assert [(one.day, one.letter) for one in found.lessons if one.name == "SVT"] == [(2, "")] and found.doubts == []
    assert texts(found.notices) == [
        "L’emploi du temps a changé la semaine du 5 octobre 2026 : c’est celui d’après qui est repris."]


def test_what_is_seen_now_and_then_is_to_be_decided():
    found = Agenda(weeks(10, daily, lambda week: [lesson(week, "CHORALE", 4, 6)] if week in (2, 3, 7) else [])).week()
    assert "CHORALE" not in [one.name for one in found.lessons]
    assert [(one.lesson.words().replace("\u00a0", " "), one.words) for one in found.doubts] == [
        ("vendredi à 14 h, CHORALE", "vu 3 fois sur 10")]


def test_a_day_without_lessons_says_nothing_against_those_that_it_holds():
    away = weeks(10, lambda week: [] if week in (3, 4, 6) else daily(week))
    assert len(Agenda(away).week().lessons) == 15


def test_a_cancelled_lesson_is_of_the_week_and_a_moved_one_is_told():
    events = weeks(8, daily) + [lesson(0, "SVT", 1, 6, CATEGORIES="Cours - Cours déplacé")] \
        + [lesson(week, "SVT", 2, 6, CATEGORIES="Cours - Cours annulé") for week in range(8)]
    found = Agenda(events).week()
    assert [one.day for one in found.lessons if one.name == "SVT"] == [2]
    assert texts(found.notices) == ["Hors de la semaine ordinaire : SVT, 8 septembre 2026."]


def test_under_four_weeks_one_is_chosen_as_it_was():
    agenda = Agenda(weeks(2, daily))
    assert agenda.week() is None and len(agenda.mondays()) == 2
    assert texts(agenda.notices) == ["Cet agenda ne contient que 2 semaines de cours : choisissez celle à reprendre."]
    assert len(agenda.week_of(agenda.mondays()[1]).lessons) == 15


@pytest.mark.parametrize("made, said", [
    ([], "Cet agenda ne contient aucun cours."),
    ([lesson(0, RRULE="FREQ=WEEKLY")],
     "Cet agenda contient des répétitions que nous ne lisons pas. Exportez-le de PRONOTE."),
    ([lesson(0, f"MATIERE {rank}", rank % 5, rank // 10) for rank in range(61)],
     "Ce fichier est l’agenda de plusieurs élèves : exportez celui d’un seul.")])
def test_an_agenda_that_cannot_be_taken_is_refused(made, said):
    agenda = Agenda(made)
    assert texts(agenda.notices) == [said] and [notice.level for notice in agenda.notices] == [REFUSED]
    assert agenda.refused and agenda.week() is None


def test_a_lesson_whose_hours_cannot_be_read_is_told():
    agenda = Agenda([*weeks(4, daily), lesson(0, "SVT", 1, 6, minutes=-60), {"DTSTART": "jamais"}, {}])
    assert "Un cours dont les heures ne se lisent pas : SVT." in texts(agenda.notices)


@pytest.mark.parametrize("event, name", [
    ({"DESCRIPTION": "Matière : SCIENCES VIE &amp; TERRE\nSalle : S1"}, "SCIENCES VIE & TERRE"),
    ({"SUMMARY": "Classe entière : SVT - 3 B"}, "SVT"), ({"SUMMARY": "SVT &amp;lt; TERRE"}, "SVT &lt; TERRE"),
    ({}, "")])
def test_the_matter_is_read_without_entities(event, name):
    assert matter_of(event) == name


@pytest.mark.parametrize("year", [2026, 2027, 2028])
def test_the_hour_of_paris_is_that_of_its_zone(year):
    from zoneinfo import ZoneInfo
    now = datetime.datetime(year, 1, 1, tzinfo=datetime.UTC)
    while now.year == year:
        local = now.astimezone(ZoneInfo("Europe/Paris"))
        day = day_number(now.year, now.month, now.day)
        assert in_paris(day, now.hour * 60) == (local.toordinal(), local.hour * 60)
        now += datetime.timedelta(hours=1)


@pytest.mark.parametrize("text, read", [
    ("20261005T060000Z", ("2026-10-05", 480)), ("2026-10-05T06:00:00Z", ("2026-10-05", 480)),
    ("20261005T080000", ("2026-10-05", 480)), ("20261231T233000Z", ("2027-01-01", 30)),
    ("20261005", ("2026-10-05", None)),
    ("20261305", None), ("20261005T250000Z", None), ("demain", None), ("", None)])
def test_a_moment_is_read_in_every_writing(text, read):
    found = moment(text)
    assert (None if found is None else (to_iso(found[0]), found[1])) == read
