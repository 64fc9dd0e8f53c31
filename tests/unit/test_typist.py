"""The driver that types dossiers: what it compares, matches and counts, without a page."""

import copy
from types import SimpleNamespace

from pid_rules.dossier.paths import get, put
from tests.support.examples import EXAMPLES
from tests.support.pages.expected import answers, differences, paired, with_own_identifiers
from tests.support.pages.gestures import day_of_most, signed_together
from tests.support.pages.grid_filling import hour, rows_of, unlike
from tests.support.pages.typed_again import typed_again

UNTIDY = EXAMPLES["desordre"]


def changed(path, value):
    made = copy.deepcopy(UNTIDY)
    put(made, path, value)
    return made


def test_every_answer_given_before_the_sending_is_compared():
    assert len(answers(UNTIDY)) > 600
    for path, value in (("eleve.nom", "AUTRE"), ("stages.1.visites.0.date", "2027-04-02"), ("desaccord_connu", None),
                        ("emploi_du_temps.semaines.2.creneaux.31.fin", "16:31"), ("justifications", {}),
                        ("parcours.dispenses.3.discipline", "Anglais LV1"), ("signatures.6.lieu", "L1")):
        assert differences(changed(path, value), UNTIDY), path


def test_what_the_site_gives_itself_is_not_compared():
    made = with_own_identifiers(UNTIDY)
    assert [one["id"] for one in made["lieux"]] == ["L1", "L2"] and made["stages"][1]["lieu"] == "L2"
    for path, value in (("dossier.reference", "0490000J-2026-AAAA"), ("signatures", made["signatures"][::-1]),
                        ("justifications", {"ST-13@stages.1.horaires.0.fin" if key == "ST-13" else key: text
                                            for key, text in UNTIDY["justifications"].items()}),
                        ("transmission", None), ("situation.mesures.2.encadrant", ""),
                        ("parcours.dispenses.0.discipline", "Français")):
        put(made, path, value)
    assert differences(made, UNTIDY) == []


def test_items_are_matched_by_their_key_then_by_what_is_left():
    assert paired(["b", "", "z"], ["a", "b", "c"]) == [1, 0, 2]
    assert paired(["a", "z", "b"], ["a", "b"]) == [0, None, 1]
    assert paired(["a", "a"], ["a", "a"]) == [0, 1]


def test_a_text_a_date_or_the_halves_of_a_name_are_typed_again():
    typed = [("referent.prenom", "Nadia"), ("referent.nom", "Exemple"), ("avis.cpe.nom", "nadia EXEMPLE"),
             ("parcours.debut", "2027-01-04"), ("emploi_du_temps.semaines.0.du", "2027-01-04"),
             ("stages.0.horaires.0.debut", "08:30"), ("stages.0.horaires.1.debut", "08:30"), ("eleve.classe", "3 B"),
             ("redacteur.fonction", "3 B"), ("eleve.nom", "Seul"), ("eleve.nom", "Seul")]
    assert typed_again(typed) == {
        "nadia EXEMPLE": ["referent.prenom", "referent.nom", "avis.cpe.nom"],
        "2027-01-04": ["parcours.debut", "emploi_du_temps.semaines.0.du"]}


def test_hours_are_typed_as_people_write_them():
    assert [hour(time) for time in ("08:30", "17:00", "10:05", "10:00")] == ["8h30", "17h", "10h05", "10h"]


def test_the_rows_of_a_grid_are_the_hours_of_lessons_that_hold_no_others():
    slots = UNTIDY["emploi_du_temps"]["semaines"][0]["creneaux"]
    assert rows_of(slots) == [("08:05", "09:00"), ("09:00", "09:55"), ("10:10", "11:05"), ("11:05", "12:00"),
                              ("13:30", "14:25"), ("14:25", "15:20"), ("15:35", "16:30")]
    assert rows_of([slot | {"lieu": "L1"} for slot in slots]) == []


def test_a_slot_is_typed_where_it_starts_rather_than_over_another_place():
    slot = {"debut": "13:30", "fin": "17:00", "lieu": "L1", "activite": "Stage"}
    there = [slot | {"debut": "08:30", "slot": True, "activite": "Atelier"},
             slot | {"fin": "14:25", "slot": True, "lieu": "college", "activite": "FRANCAIS"},
             slot | {"fin": "14:25", "slot": False, "lieu": "college", "activite": ""}]
    assert min(there, key=lambda cell: unlike(cell, slot)) == there[2]


def test_the_day_of_most_signatures_is_given_to_all_before_any_other():
    shown = {"signatures.60.date": "", "eleve.nom": "Exemple"}
    typist = SimpleNamespace(wanted=lambda path: get(UNTIDY, path), shown=shown)
    assert day_of_most(typist) == "2026-12-15" and signed_together(typist)
    shown["signatures.0.date"] = "2026-12-15"
    assert not signed_together(typist)
