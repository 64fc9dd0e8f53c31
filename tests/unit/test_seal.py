"""The fingerprint of what is handed over: of the whole content, of nothing else, and told from what is only alike."""

import copy
import hashlib
import json
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pid_rules.dossier import seal
from pid_rules.dossier.paths import get, is_blank, pattern_of, put
from pid_rules.dossier.structure import ordered, unknown_keys
from pid_rules.form import FORM
from pid_rules.received import misshapen
from tests.support.examples import EXAMPLES

FORM_OF_IT = re.compile("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}")


HIDDEN = {path for path, field in FORM.field.items() if field.hidden}


def seal_of(dossier):
    return seal.in_signs(hashlib.sha256(seal.sealed_text(dossier).encode()).hexdigest())


@pytest.fixture(params=sorted(EXAMPLES))
def dossier(request):
    return copy.deepcopy(EXAMPLES[request.param])


def leaves(value, path=""):
    if isinstance(value, dict):
        for key in value:
            yield from leaves(value[key], path + "." + key if path else key)
    elif isinstance(value, list) and value and isinstance(value[0], (dict, list)):
        for index, item in enumerate(value):
            yield from leaves(item, path + "." + str(index))
    else:
        yield path, value


def test_every_answer_of_the_examples_changes_it(dossier):
    before = seal_of(dossier)
    changed = 0
    for path, value in leaves(dossier):
        if path.split(".")[0] in seal.BESIDE or (path.endswith(".id") and FORM.field[pattern_of(path)].hidden):
            continue
        other = copy.deepcopy(dossier)
        put(other, path, (not value) if isinstance(value, bool) else value + 1 if isinstance(value, int) else
            [*value, "x"] if isinstance(value, list) else "x" if value is None else value + "x")
        assert seal_of(other) != before, path
        changed += 1
    assert changed > 300


def test_it_is_the_hash_of_sorted_compact_json(dossier):
    kept = {key: value for key, value in dossier.items() if key not in seal.BESIDE}

    def pruned(value, path=""):
        if isinstance(value, dict):
            made = {key: pruned(inner, f"{path}.{key}") for key,
                    inner in value.items() if f"{path}.{key}"[1:] not in HIDDEN}
            return {key: inner for key,
                    inner in made.items() if inner not in ("", None, [], {}) or inner is False or inner == 0}
        return [pruned(item, path + "[]") for item in value] if isinstance(value, list) else value

    text = json.dumps(pruned(kept), sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    assert seal.sealed_text(dossier) == text


def test_blanks_do_not_count_since_a_missing_key_is_read_as_one(dossier):
    bare = {key: value for key, value in dossier.items() if not is_blank(value)}
    assert seal_of(bare) == seal_of(dossier) == seal_of(ordered(FORM, bare))
    with_more = dict(dossier, question_d_une_version_future={"texte": "", "liste": []})
    assert seal_of(with_more) == seal_of(dossier)


def test_false_and_zero_are_answers():
    assert len({seal_of({"a": value}) for value in (False, 0, None, True)}) == 4


def test_an_empty_item_of_a_list_keeps_its_place():
    assert seal_of({"a": [{"b": ""}, {"b": "x"}]}) != seal_of({"a": [{"b": "x"}]})


def test_the_sending_does_not_change_it(dossier):
    borne = seal.bearing(FORM, dossier, seal_of(dossier), "ce.iio49@ac-nantes.fr")
    assert seal_of(borne) == seal_of(dossier) == seal.borne(borne)
    assert borne["transmission"] == {"date": "", "destinataire": "ce.iio49@ac-nantes.fr", "empreinte": seal_of(dossier),
                                     "revision": dossier["dossier"]["revision"]}
    assert misshapen(FORM, borne) == "" and unknown_keys(FORM, borne) == unknown_keys(FORM, dossier)
    assert {**borne, "transmission": dossier["transmission"]} == dossier
    assert get(dossier, "transmission.date") in (None, "2026-11-20", "2026-12-08")


def test_its_form_is_that_of_crockford():
    assert FORM_OF_IT.fullmatch(seal_of({}))
    assert seal.in_signs("0" * 64) == "0000-0000-0000-0000"
    assert seal.in_signs("f" * 64) == "ZZZZ-ZZZZ-ZZZZ-ZZZZ"
    assert seal.in_signs("0123456789abcdef0123456789abcdef") == "04HM-ASW9-NF6Y-Y093"


@given(st.binary(min_size=32, max_size=32))
def test_its_signs_are_the_first_eighty_bits(digest):
    number = 0
    for sign in seal.in_signs(digest.hex()).replace("-", ""):
        number = number * 32 + seal.SIGNS.index(sign)
    assert number == int.from_bytes(digest[:10], "big")


@pytest.mark.parametrize("value",
                         ["", None, 7, "a" * 64, "0000-0000-0000-000O", "0000-0000-0000", "00000-000-0000-0000",
                          "0000-0000-0000-0000-0000", "0000 0000 0000 0000"])
def test_what_is_not_one(value):
    assert not seal.is_seal(value)
    assert seal.borne({"transmission": {"empreinte": value}}) == ""


def test_what_is_noted_of_the_sending():
    assert seal.sent_on(EXAMPLES["clos"]) == "2026-11-20"
    assert seal.sent_on(EXAMPLES["complet"]) == ""
