"""The importer of the pages on hostile files made by hand and on mutated dossiers; the large campaign is a command."""

import json

import pytest

from pid_rules.files import Unreadable, dossier_of
from tests.campaigns import hostile_table, importer

COUNT, SEED = 2_000, 20261125
MOST_INFLATED = 20_000_000
POLLUTING = '{"format": "pid-dossier", "version": 1, "eleve": {"__proto__": {"harm": 1}}}'


@pytest.fixture(scope="module")
def found():
    return importer.read({name: content for name, (content, _) in hostile_table.table().items()})


def test_each_hostile_file_is_refused_in_the_words_expected_or_opened(found):
    table = hostile_table.table()
    assert len(table) >= 1_000
    wrong = {name: said for name, (_, outcome) in table.items() for said in [found["answers"][name]]
             if said["ok"] == bool(outcome) or outcome not in said.get("message", "")}
    assert {name: said.get("message", "opened") for name, said in wrong.items()} == {}
    assert (found["uncaught"], found["polluted"]) == (0, False)


def test_each_answer_comes_in_time_and_no_bomb_unfolds(found):
    assert {name: said["ms"] for name, said in found["answers"].items() if said["ms"] > importer.SLOWEST_MS} == {}
    assert {name: said["inflated"] for name, said in found["answers"].items() if said["inflated"] > MOST_INFLATED} == {}


def test_what_is_opened_is_sound_and_python_takes_it(found):
    opened = [said for said in found["answers"].values() if said["ok"]]
    assert len(opened) > 300
    assert [dossier_of(said["text"].encode())["format"] for said in opened] == ["pid-dossier"] * len(opened)


def test_mutated_dossiers_are_refused_with_a_sentence_or_opened_sound():
    figures = importer.mutated(COUNT, SEED)
    assert importer.faults(figures) == []
    assert figures["tried"] == COUNT and figures["opened"] > COUNT // 10
    assert sum(figures["refused"].values()) > COUNT // 4
    for text in figures["kept"]:
        assert dossier_of(text.encode())


def test_python_opens_what_the_pages_open_and_refuses_what_they_refuse(found):
    files = {name: content for name, (content, _) in hostile_table.table().items() if not content.startswith(b"%PDF")}
    assert len(files) > 2_000
    assert [name for name,
            content in files.items() if importer.python_opens(content) != found["answers"][name]["ok"]] == []


def test_control_a_reader_that_keeps_the_last_of_two_values_would_disagree(found):
    doubled = {name: content for name,
               (content, _) in hostile_table.table().items() if name.startswith("the same key twice")}
    assert len(doubled) == 8
    assert all(json.loads(content)["format"] == "pid-dossier" and not found["answers"][name]["ok"] for name,
               content in doubled.items())


def test_control_a_naive_reader_is_polluted_and_the_importer_refuses():
    assert importer.ask("naive", text=POLLUTING) == {"polluted": True}
    assert hostile_table.KEY in importer.read({"one": POLLUTING.encode()})["answers"]["one"]["message"]


@pytest.mark.parametrize("text", [
    '{"format":"autre","version":1}', '{"format":"pid-dossier","version":1,"eleve":{"nom":7}}',
    '{"format":"pid-dossier","version":1,"eleve":{"nom":"\\u202e"}}',
    '{"format":"pid-dossier","version":1,"eleve":{"nom":"\\ud800"}}',
    '{"format":"pid-dossier","version":1,"x":1}', '{"format":"pid-dossier","version":1,"eleve":{"$kw":"1"}}',
    '{"format":"pid-dossier","version":1,"stages":[null]}',
    '{"format":"pid-dossier","version":1,"dossier":{"revision":0.5}}'])
def test_control_the_judge_of_what_is_opened_sees_what_is_not_sound(text):
    assert importer.ask("oracle", text=text, unknown=[]) != ""


def test_control_the_python_importer_refuses_too():
    with pytest.raises(Unreadable, match="nom réservé"):
        dossier_of(POLLUTING.encode())
