"""File names: recognisable, safe on every system, without the pupil's name."""

import copy

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pid_rules.dossier.structure import blank_dossier
from pid_rules.form import FORM
from pid_rules.handover.names import file_name, plain_name, reference_as_answered, reference_of_college
from tests.support.examples import EXAMPLES
from tests.support.naughty import SAFE

COMPLET = EXAMPLES["complet"]


def with_identity(uai, year, reference, revision):
    dossier = copy.deepcopy(COMPLET)
    dossier["etablissement"]["uai"] = uai
    dossier["dossier"].update(annee_scolaire=year, reference=reference, revision=revision)
    return dossier


@pytest.mark.parametrize("options, expected", [
    ({}, "PID_0490000J_2026-2027_K7QF_v1.pdf"),
    ({"brouillon": True}, "PID_0490000J_2026-2027_K7QF_v1_BROUILLON.pdf"),
    ({"seal": "7K3F-9QXW-2MPD-HJ4T"}, "PID_0490000J_2026-2027_K7QF_v1_7K3F.pdf"),
    ({"demonstration": True, "brouillon": True}, "PID_0490000J_2026-2027_K7QF_v1_DEMONSTRATION.pdf")])
def test_the_name_says_what_the_file_is(options, expected):
    assert file_name(COMPLET, "pdf", **options) == expected


def test_a_second_revision_of_another_dossier_has_its_own_name():
    assert file_name(EXAMPLES["desordre"], "pdf",
                     seal="7K3F-9QXW-2MPD-HJ4T") == "PID_0490000J_2026-2027_D7RX_v2_7K3F.pdf"


def test_a_blank_dossier_has_a_name():
    assert file_name(blank_dossier(FORM), "json", brouillon=True) == "PID_BROUILLON.json"


@pytest.mark.parametrize("reference", ["Doğan-Lefèvre-Łukasz", "DOĞANŁUK-2026-K7QF"])
def test_a_name_typed_in_place_of_the_reference_stays_out(reference):
    dossier = with_identity("DOĞAN", "Łukasz", reference, 1)
    assert file_name(dossier, "json") == "PID_v1.json"


ANYTHING = st.one_of(st.none(), st.text(), st.integers(), st.lists(st.text(), max_size=2),
                     st.sampled_from(["../../etc/passwd", "CON", "a\x00b", "0490000J", "2026-2027"]))


@given(ANYTHING, ANYTHING, ANYTHING, ANYTHING)
def test_no_answer_makes_an_unsafe_name(uai, year, reference, revision):
    name = file_name(with_identity(uai, year, reference, revision), "json", brouillon=True, demonstration=True)
    assert SAFE.fullmatch(name) and len(name) <= 64


@pytest.mark.parametrize("reference, uai, expected", [
    ("0000000A-2026-K7QF", "0490000J", "0490000J-2026-K7QF"), ("0000000A-2026-K7QF", "049", "0000000A-2026-K7QF"),
    ("0490842K-2026-VQ9A", "0490842Z", "0490842Z-2026-VQ9A"), ("0490842Z-2026-VQ9A", "", "0490842Z-2026-VQ9A"),
    ("0490000J-2026-K7QF", "0490842Z", "0490000J-2026-K7QF"), ("", "0490000J", "")])
def test_a_reference_follows_the_uai(reference, uai, expected):
    dossier = {"dossier": {"reference": reference}, "etablissement": {"uai": uai}}
    assert reference_of_college(dossier) == expected


@pytest.mark.parametrize("reference, uai, expected", [
    ("0490842Z-2026-VQ9A", "", "0000000A-2026-VQ9A"), ("0490842Z-2026-VQ9A", "049", "0490842Z-2026-VQ9A"),
    ("0000000A-2026-VQ9A", "0490842Z", "0490842Z-2026-VQ9A"), ("0490000J-2026-K7QF", "", "0490000J-2026-K7QF")])
def test_the_reference_goes_with_the_uai_given_or_taken_back(reference, uai, expected):
    assert reference_as_answered({"dossier": {"reference": reference}, "etablissement": {"uai": uai}}) == expected


@pytest.mark.parametrize("transmission, revision, expected", [
    (None, 1, "v1"), ({"date": "", "empreinte": "7K3F-9QXW-2MPD-HJ4T", "revision": 1}, 1, "v1_apres-envoi"),
    ({"date": "2026-11-20", "empreinte": "", "revision": None}, 1, "v1_apres-envoi"),
    ({"date": "2026-11-20", "empreinte": "7K3F-9QXW-2MPD-HJ4T", "revision": 1}, 2, "v2")])
def test_a_plain_file_never_has_the_name_of_what_was_sent(transmission, revision, expected):
    dossier = {**COMPLET, "transmission": transmission, "dossier": {**COMPLET["dossier"], "revision": revision}}
    assert plain_name(dossier, "json") == f"PID_0490000J_2026-2027_K7QF_{expected}.json"


@pytest.mark.parametrize("transmission", [{"date": "2026-11-20"}, {"date": "", "empreinte": "7K3F-9QXW-2MPD-HJ4T"}])
def test_a_reference_that_was_given_to_the_dsden_stays(transmission):
    dossier = {"dossier": {"reference": "0490842K-2026-VQ9A"}, "etablissement": {"uai": "0490842Z"},
               "transmission": transmission}
    assert reference_of_college(dossier) == "0490842K-2026-VQ9A"
    assert reference_of_college({**dossier, "transmission": None}) == "0490842Z-2026-VQ9A"
