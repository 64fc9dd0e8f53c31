"""The school calendar as it was known when a school year was the last one published: what says that nobody knows does
not age."""

import contextlib

from pid_rules.seuils import calendrier
from pid_rules.seuils.vacances import ANNEES, FERIES


def cut(years, holidays, kept, last):
    """Forget, in the tables of years by zone, of public holidays and of what was kept of them, what comes after a
    school year."""
    for zone in years:
        for year in [one for one in years[zone] if one > last]:
            del years[zone][year]
        start, closed = years[zone][last]
        years[zone][last] = start, [*closed[:-1], (closed[-1][0], None)]
    for year in [one for one in holidays if one > last + 1]:
        del holidays[year]
    for table in kept:
        table.clear()


@contextlib.contextmanager
def known_until(last):
    """While it lasts, nothing is known after the school year that begins in ``last``; as it is for None."""
    if last is None:
        yield
        return
    kept = (calendrier._known, calendrier._public)
    years, holidays = {zone: {**ANNEES[zone]} for zone in ANNEES}, {**FERIES}
    cut(ANNEES, FERIES, kept, last)
    try:
        yield
    finally:
        ANNEES.update(years)
        FERIES.update(holidays)
        for table in kept:
            table.clear()
