"""Files of every version of the format open for ever: ``tests/data/formats/N`` holds frozen files of version N.

The day ``VERSION`` grows, these tests fail until files of the new version are added beside the old ones, which must
still open, whole.
"""

import json

import pytest

from pid_rules.__main__ import main
from pid_rules.dossier.json_text import to_json
from pid_rules.dossier.structure import VERSION, ordered
from pid_rules.files import Unreadable, dossier_of
from pid_rules.form import FORM
from pid_rules.judgement.report import CLE
from pid_rules.questions.kinds import Text
from pid_rules.questions.schema import Field
from tests.support.kept_formats import BESIDE, FILES, name


def test_every_version_has_its_frozen_files():
    assert {path.parent.name for path in FILES} == {str(number) for number in range(1, VERSION + 1)}
    for path in FILES:
        assert json.loads(path.read_text(encoding="utf-8"))["version"] == int(path.parent.name), name(path)


def keys(value, place=""):
    """The patterns of the keys of a file, and of the items of its lists."""
    if isinstance(value, list):
        return {place}.union(*[keys(item, place + "[]") for item in value])
    if not isinstance(value, dict):
        return {place}
    return {place}.union(*[keys(value[key], place + "." + key if place else key) for key in value])


def unfrozen(field, frozen):
    """Whether a key that says to be of this version stands in none of its frozen files, though its list has an item
    there."""
    return field.since <= VERSION and field.path not in frozen and (not field.within or field.within + "[]" in frozen)


def test_a_question_added_to_the_form_says_the_version_that_brings_it():
    frozen = set().union(*[keys(json.loads(path.read_text(encoding="utf-8")))
                           for path in FILES if path.parent.name == str(VERSION)])
    late = [path for path, field in FORM.field.items() if unfrozen(field, frozen)]
    assert late == [], (f"declare with since={VERSION + 1} and tell in docs/format.md, « Version {VERSION + 1} », what "
                        f"came after the files of version {VERSION} were frozen: {late}")
    assert unfrozen(Field("eleve.new", "New", Text()), frozen)
    assert not unfrozen(Field("eleve.new", "New", Text(), since=VERSION + 1), frozen)


@pytest.mark.parametrize("path", FILES, ids=name)
def test_a_file_of_any_version_opens_and_every_answer_of_the_format_is_known(path, capsys):
    code = main(["check", str(path), "--step", "envoi", "--date", "2026-11-20"])
    said = capsys.readouterr()
    assert code in (0, 1), said.err
    unknown = [finding["paths"] for finding in json.loads(said.out)["findings"] if finding["rule"] == CLE]
    assert unknown == [[key] for key in BESIDE.get(name(path), [])]


@pytest.mark.parametrize("path", [path for path in FILES if path.parent.name == str(VERSION)], ids=name)
def test_a_file_of_this_version_is_written_again_byte_for_byte(path):
    text = path.read_text(encoding="utf-8")
    assert to_json(ordered(FORM, json.loads(text))) + "\n" == text


@pytest.mark.parametrize("path", [path for path in FILES if path.parent.name != "1"], ids=name)
def test_a_reader_of_version_1_refuses_a_later_file_in_words(path):
    data = path.read_bytes()
    with pytest.raises(Unreadable, match=f"^Ce dossier est de version {path.parent.name}, plus récente que cet outil"):
        dossier_of(data, newest=1)
    assert dossier_of(data)["version"] == VERSION


def test_a_file_of_a_later_version_is_refused_with_a_sentence(tmp_path, capsys):
    later = tmp_path / "later.json"
    later.write_text(FILES[0].read_text(encoding="utf-8").replace('"version": 1', f'"version": {VERSION + 1}', 1),
                     encoding="utf-8")
    assert main(["check", str(later)]) == 2
    assert "plus récente" in capsys.readouterr().err
