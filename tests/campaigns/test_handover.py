"""Forty generated dossiers are handed over alike by both engines, and a fault in one of them would be seen."""

import pytest

from tests.campaigns.engines import Brython, compile_core
from tests.campaigns.handover import REPLAY, compare

COUNT = 40
FEWER = {"pid_rules.words.typography": ("_HIGH = ';:!?»'", "_HIGH = ';:!»'")}
OTHERS = {"pid_rules.dossier.seal": ("'reponses', 'copie')", "'reponses', 'copie', 'avis')")}


def run(folder, alter, count):
    compile_core(folder, alter, REPLAY)
    brython = Brython(folder)
    try:
        return compare(brython, range(count))[0]
    finally:
        brython.close()


def test_the_hand_over_is_the_same_on_both_engines(tmp_path):
    assert run(tmp_path, None, COUNT) == {}


@pytest.mark.campaign
@pytest.mark.parametrize("alter, part", [(FEWER, "blocks"), (OTHERS, "sealed")], ids=["typography", "seal"])
def test_control_a_fault_of_one_engine_is_seen(tmp_path, alter, part):
    assert any(part in parts for parts in run(tmp_path, alter, 40).values())
