"""The command line of ``format.md``: output, exit codes, files that cannot be read."""

import json
import pathlib
import subprocess
import sys

import pytest

from pid_rules.__main__ import main
from tests.unit.test_structure import DATA, EXAMPLES

SENT = ["--step", "envoi", "--date", "2026-11-20"]


def run(capsys, *arguments):
    """(exit code, standard output, standard error) of one command."""
    code = main([str(argument) for argument in arguments])
    captured = capsys.readouterr()
    return code, captured.out, captured.err


@pytest.fixture
def write(tmp_path):
    def write_file(content):
        path = tmp_path / "dossier.json"
        path.write_bytes(content if isinstance(content, bytes) else json.dumps(content).encode())
        return path
    return write_file


def test_the_complete_example_is_ready_to_send(capsys):
    code, out, _ = run(capsys, "check", DATA / "complet.json", *SENT)
    report = json.loads(out)
    assert code == 0
    assert list(report) == ["findings", "pending", "summary"]
    assert report["summary"]["bloquant"] == report["summary"]["avertissement"] == 0
    for finding in report["findings"]:
        assert list(finding) == ["rule", "severity", "paths", "message", "source"]


@pytest.mark.parametrize("step", ["bilan", "cloture", "prepam"])
def test_the_closed_example_passes_the_last_steps(capsys, step):
    code, out, _ = run(capsys, "check", DATA / "clos.json", "--step", step, "--date", "2027-05-10")
    assert (code, json.loads(out)["summary"]["avertissement"]) == (0, 0)


def test_something_blocking_gives_1(capsys, write):
    code, out, _ = run(capsys, "check", write({**EXAMPLES["complet"], "parcours": None}), *SENT)
    assert code == 1
    assert "parcours.debut" in [path for finding in json.loads(out)["findings"] for path in finding["paths"]]


@pytest.mark.parametrize("content, words", [
    (b"\xff\xfe", "JSON lisible"), (b"{", "JSON lisible"), (b"[]", "pas un dossier PID"),
    (b"{\"a\": 1.5}", "entier"), (b"{\"a\": NaN}", "entier"), (b"[" * 100_000, "JSON lisible"),
    ({"format": "autre", "version": 1}, "pas un dossier PID"), ({"format": "pid-dossier", "version": 2}, "plus récente"),
    ({"format": "pid-dossier"}, "version"), ({"format": "pid-dossier", "version": 1, "eleve": []}, "eleve"),
    (b" " * 2_000_001, "2 Mo")])
def test_an_unreadable_file_gives_2_and_its_reason(capsys, write, content, words):
    code, out, err = run(capsys, "check", write(content), *SENT)
    assert (code, out) == (2, "")
    assert words in err


def test_a_missing_file_gives_2(capsys, tmp_path):
    assert run(capsys, "check", tmp_path / "absent.json", *SENT)[0] == 2


def test_schema_and_rules_are_json(capsys):
    assert json.loads(run(capsys, "schema")[1])["properties"]["eleve"]["properties"]["nom"]
    for rule in json.loads(run(capsys, "rules")[1])["regles"]:
        assert rule["source"]["extract"] and rule["source"]["checked"]


def test_the_module_runs_as_a_program():
    program = subprocess.run([sys.executable, "-m", "pid_rules", "check", str(DATA / "complet.json"), *SENT],
                             capture_output=True, text=True, cwd=pathlib.Path(__file__).parents[2])
    assert program.returncode == 0
