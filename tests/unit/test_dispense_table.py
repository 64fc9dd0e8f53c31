"""The computed table of what is dispensed: the disciplines of which PR-08 wants an item, beside those that name
them."""

import copy

import pytest

from pid_rules.planning.dispense_table import DispenseTable
from tests.support.examples import EXAMPLES
from tests.support.judging import BASES, judge


@pytest.fixture
def complet():
    return copy.deepcopy(BASES["complet"])


@pytest.mark.parametrize("example", ["complet", "desordre"])
def test_every_row_of_a_whole_dossier_has_its_item(example):
    table = DispenseTable(EXAMPLES[example], "B")
    assert table.known and table.complete
    assert [row.lesson.name for row in table.rows if len(row.items) != 1] == []
    assert table.others == []


def test_the_rows_without_an_item_are_those_of_which_the_rule_speaks(complet):
    said = [finding.message for finding in judge("complet", "contrat", "2026-11-20", parcours__dispenses=[]).findings
            if finding.rule == "PR-08"]
    complet["parcours"]["dispenses"] = []
    rows = DispenseTable(complet, "B").rows
    assert len(said) == len(rows) == 8
    assert sorted(message.partition("\u00a0:")[0] for message in said) == sorted(row.lesson.name for row in rows)


def test_a_discipline_that_nothing_reduces_and_one_outside_the_grid_stay_beside(complet):
    complet["parcours"]["dispenses"] += [{"id": "D10", "discipline": "EPS", "compensation": ""},
                                         {"id": "D11", "discipline": "Jonglage", "compensation": ""},
                                         {"id": "D12", "discipline": "", "compensation": "Texte"}]
    table = DispenseTable(complet, "B")
    assert table.others == [9, 10, 11]


def test_a_discipline_listed_twice_keeps_both_items(complet):
    complet["parcours"]["dispenses"].append({"id": "D10", "discipline": "Espagnol LV2", "compensation": "Autre"})
    assert [row.items for row in DispenseTable(complet, "B").rows if row.lesson.name == "LV2"] == [[0, 9]]


def test_hours_taught_elsewhere_are_a_row_once_somebody_listed_them(complet):
    """« Mathématiques », which the mini-stage teaches: the rule asks for nothing, and takes what is said."""
    assert [(row.lesson.dispensed, row.items) for row in DispenseTable(complet, "B").rows
            if row.lesson.name == "Mathématiques"] == [(0, [8])]
    complet["parcours"]["dispenses"].pop()
    assert "Mathématiques" not in [row.lesson.name for row in DispenseTable(complet, "B").rows]


@pytest.mark.parametrize("reference, known", [("", False), ("segpa", False), ("3e", True)])
def test_without_a_grid_nothing_is_computed(complet, reference, known):
    complet["emploi_du_temps"]["reference"] = reference
    table = DispenseTable(complet, "B")
    assert (table.known, table.complete, bool(table.rows)) == (known, known, known)
