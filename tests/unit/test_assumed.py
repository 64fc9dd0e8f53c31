"""What the timetable takes from the level of the pupil and from the dates of the parcours."""

import copy

import pytest

from pid_rules.form.eleve import NIVEAU
from pid_rules.form.emploi_du_temps import REFERENCE
from pid_rules.planning.assumed import GRIDS, assume, is_of_another_level
from tests.support.judging import BASES

WEEK = "emploi_du_temps.semaines.0"


@pytest.fixture
def begun():
    """The complete dossier, of which the first week model has just been added."""
    dossier = copy.deepcopy(BASES["complet"])
    dossier["emploi_du_temps"].update(reference="", semaines=[{"id": "M1", "nom": "", "du": "", "au": "",
                                                               "creneaux": []}])
    return dossier


def held(dossier):
    week = dossier["emploi_du_temps"]["semaines"][0]
    return dossier["emploi_du_temps"]["reference"], week["du"], week["au"]


def test_the_first_week_takes_what_is_known(begun):
    assert assume(begun, WEEK)
    assert held(begun) == ("3e", begun["parcours"]["debut"], begun["parcours"]["fin"])
    assert not assume(begun, WEEK)


def test_what_is_answered_stays_and_what_is_no_day_is_left(begun):
    begun["emploi_du_temps"]["reference"] = "autre"
    begun["parcours"].update(debut="7/12/", fin="")
    assert not assume(begun, WEEK)
    assert held(begun) == ("autre", "", "")


def test_every_level_of_a_parcours_has_a_grid_of_the_form():
    assert set(GRIDS) == {value for value, _ in NIVEAU.kind.options} - {"6e", "5e"}
    assert set(GRIDS.values()) == {value for value, _ in REFERENCE.kind.options} - {"autre"}


@pytest.mark.parametrize("level, reference, told", [("3e", "3e", False), ("4e", "3e", True), ("", "3e", False),
                                                    ("6e", "3e", False), ("4e", "", False), ("3e_segpa", "4e", True)])
def test_a_grid_of_another_level_is_told(begun, level, reference, told):
    begun["eleve"]["niveau"] = level
    begun["emploi_du_temps"]["reference"] = reference
    assert is_of_another_level(begun) == told
