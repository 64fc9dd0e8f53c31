"""Copies of one dossier are told apart: the moment in the file and in its name, which of two states is the later
one."""

import copy
import json
import re

import pytest

from pid_rules.dossier.copies import beside, copied_on, copy_text
from pid_rules.dossier.json_text import contract_text
from pid_rules.dossier.seal import bearing, sealed_text
from pid_rules.form import FORM
from pid_rules.handover.names import plain_name
from tests.support.examples import EXAMPLES
from tests.support.papers import document, printed

COMPLET = EXAMPLES["complet"]
MOMENT = "2026-11-29T14:32"


def copied(moment=MOMENT):
    return json.loads(copy_text(FORM, copy.deepcopy(COMPLET), moment))


def revised(number):
    dossier = copy.deepcopy(COMPLET)
    dossier["dossier"]["revision"] = number
    return dossier


def test_a_copy_says_its_moment_in_the_file_and_in_its_name():
    assert copied()["copie"] == {"le": MOMENT} and copied_on(copied()) == MOMENT
    assert plain_name(COMPLET, "json", True,
                      moment=MOMENT) == "PID_0490000J_2026-2027_K7QF_v1_2026-11-29-14h32_BROUILLON.json"


def test_the_moment_is_on_paper_in_words_and_no_day_is_printed_as_the_file_writes_it():
    paper = printed(document(copied()))
    assert "29 novembre 2026 à 14 h 32" in paper
    assert re.findall(r"\b\d{4}-\d\d-\d\d", paper) == []


def test_two_copies_of_two_minutes_never_share_a_name():
    names = {plain_name(COMPLET, "json", moment="2026-11-29T{0:02}:{1:02}".format(minute // 60, minute % 60))
             for minute in range(24 * 60)}
    assert len(names) == 24 * 60


def test_the_longest_name_has_eighty_signs_at_most():
    dossier = {**revised(999),
               "transmission": {"date": "2026-11-20", "empreinte": "", "destinataire": "", "revision": None}}
    assert len(plain_name(dossier, "json", True, True, MOMENT)) <= 80


def test_neither_seal_nor_fingerprint_reads_the_moment_and_a_sealed_file_has_none():
    assert sealed_text(copied()) == sealed_text(COMPLET) and contract_text(copied()) == contract_text(COMPLET)
    assert bearing(FORM, copied(), "7K3F-9QXW-2MPD-HJ4T", "")["copie"] == {"le": ""}


@pytest.mark.parametrize("said", ["", "hier", "2026-11-29", "2026-13-29T14:32", "2026-11-29T25:00", "2026-11-29 14:32",
                                  "2026-11-29T14:32<b>", "2026-11-29T14:32:61",
                                  "2026-11-29T14:32 05", "2026-11-29T14:32:05Z", None, 12, {}])
def test_what_is_no_moment_is_none(said):
    assert copied_on({"copie": {"le": said}}) == copied_on({"copie": said}) == ""


@pytest.mark.parametrize(("ours", "theirs", "moment", "words"), [
    (1, 1, "2026-11-29T14:33:00", "Plus ancien que celui de cet ordinateur"),
    (1, 1, "2026-11-29T14:31:59", "Plus récent que celui de cet ordinateur"),
    (1, 1, "2026-11-29T14:32:40", "De la même minute"),
    (2, 1, "2026-11-01T08:00:00", "Plus ancien que celui de cet ordinateur"),
    (1, 2, "2027-11-01T08:00:00", "Plus récent que celui de cet ordinateur"),
    (1, 1, "inconnu", "ne dit pas"),
])
def test_which_is_the_later_one(ours, theirs, moment, words):
    assert words in beside(revised(theirs), MOMENT, revised(ours), moment, True)


def test_two_same_states_are_said_to_be_so_whatever_their_moments():
    assert beside(COMPLET, "", revised(1), "2027-01-01T00:00:00", False) == "Même état que celui de cet ordinateur."


def test_a_file_without_moment_is_not_said_to_be_older():
    assert "ne dit pas" in beside(COMPLET, "", revised(1), "2026-11-29T14:32:00", True)
