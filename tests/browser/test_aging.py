"""What time erases: deleted dossiers and former states of thirty days, by the visits of two weeks, never by a clock
that jumps."""

import pytest

from tests.support.pages.shared_steps import raw
from tests.support.pages.steps import ready, until

pytestmark = pytest.mark.without_worker

DELETE = """async () => {
  const { id } = await pidStore.create({ json: '{}', titre: 'Retiré' });
  await pidStore.remove(id);
}"""
CHANGE = """async () => {
  const { id } = await pidStore.create({ json: '{"a": 1}', titre: 'Gardé' });
  await pidStore.save({ id, expected_rev: 1, json: '{"a": 2}', motif: 'remplacement' });
}"""
DELETED = "pidStore.removed().then((all) => all.map(({ titre, jusque }) => titre + ' ' + jusque.slice(0, 10)))"
STATES = "pidStore.list().then(([one]) => pidStore.history(one.id)).then((all) => all.length)"
SEEN = "pidStore.getSetting('perimes')"
WHAT = {"corbeille": (DELETE, DELETED, ["Retiré 2027-02-01"]), "historique": (CHANGE, STATES, 1)}
QUIET = 6000


def visit(page, server, day):
    """A visit of that day, its housekeeping done."""
    page.clock.install(time=day + "T10:00:00")
    page.goto(server.address)
    until(lambda: ready(page))
    page.clock.fast_forward(QUIET)
    page.evaluate("pidStore.putSetting('essai', '1')")  # comes after the housekeeping, in its queue


@pytest.mark.parametrize("what", ["corbeille", pytest.param("historique", marks=pytest.mark.campaign)])
def test_one_visit_of_a_clock_that_jumped_erases_nothing_and_two_weeks_do(page, server, what):
    make, look, kept = WHAT[what]
    visit(page, server, "2027-01-02")
    page.evaluate(make)
    for day in ("2031-03-01", "2027-01-03", "2028-06-01", "2027-01-10", "2027-02-05", "2027-02-11"):
        visit(page, server, day)
        assert page.evaluate(look) == kept, day
    visit(page, server, "2027-02-14")
    until(lambda: not page.evaluate(look))
    assert "2027" not in str(raw(page)["corbeille"]) and page.evaluate(SEEN) == "{}"


def test_a_clock_that_cannot_be_right_erases_nothing_however_long_it_lasts(page, server):
    visit(page, server, "2027-01-02")
    page.evaluate(DELETE)
    for day in ("2031-03-01", "2031-03-20", "2031-05-01", "2002-01-01"):
        visit(page, server, day)
        assert page.evaluate(DELETED) == ["Retiré 2027-02-01"], day


@pytest.mark.parametrize("day", ["2002-01-01", pytest.param("2028-06-01", marks=pytest.mark.campaign)])
def test_a_dossier_deleted_by_a_wrong_clock_counts_its_days_from_when_it_is_set_right(page, server, day):
    visit(page, server, day)
    page.evaluate(DELETE)
    visit(page, server, "2027-01-02")
    assert page.evaluate(DELETED) == ["Retiré 2027-02-01"]
    visit(page, server, "2027-01-20")
    assert page.evaluate(DELETED) == ["Retiré 2027-02-01"]
