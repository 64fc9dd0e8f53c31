"""Hours of a week model and of a stage while somebody types: what is not yet a time counts for nothing."""

from ui import totals

from tests.unit.test_structure import EXAMPLES

WEEKS = EXAMPLES["complet"]["emploi_du_temps"]["semaines"]


def slot(day, start, end, place="college"):
    return {"jour": day, "debut": start, "fin": end, "lieu": place, "activite": ""}


def test_the_hours_of_the_example():
    assert totals.week_words(totals.totals(WEEKS[0]["creneaux"])) == "21\u00a0h au collège"
    found = totals.totals(WEEKS[1]["creneaux"])
    assert found["mardi"] == (0, 450)
    assert totals.week_words(found) == "13\u00a0h\u00a030 au collège, 15\u00a0h ailleurs (pauses comprises), " \
        "28\u00a0h\u00a030 en tout"


def test_a_slot_without_two_times_in_order_counts_for_nothing():
    slots = [slot("lundi", "08:30", ""), slot("lundi", "8h", "09:00"), slot("lundi", "10:00", "09:00"),
             slot("lundi", "09:00", "10:00"), {"jour": "mardi"}]
    assert totals.totals(slots) == {"lundi": (60, 0), "mardi": (0, 0)}


def test_a_day_says_what_is_elsewhere():
    assert totals.day_words((60, 0)) == "1\u00a0h"
    assert totals.day_words((0, 60)) == "1\u00a0h ailleurs"
    assert totals.day_words((60, 30)) == "1\u00a0h\u00a030 dont 0\u00a0h\u00a030 ailleurs"


def test_an_unknown_day_is_none():
    assert totals.day_of(slot("lundi", "", "")) == "lundi"
    assert totals.day_of(slot("hier", "", "")) == totals.day_of({}) == totals.day_of("x") == totals.OTHER
    assert totals.spoken("jeudi", "Jeudi", {}) == "Jeudi\u00a0: 0\u00a0h. Semaine\u00a0: 0\u00a0h au collège."
