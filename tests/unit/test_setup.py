"""The set-up of the tests: what is missing comes by apt where somebody may call it, else it is said in one sentence
before the tests."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import programs, setup
from tests.support.programs import Need, sentence

ROOT = Path(__file__).resolve().parents[2]


class Machine:
    """A machine that has neither of two programs: what was run on it, and whether its apt brings them."""

    def __init__(self, monkeypatch, root=True, has=("apt-get", "sudo"), sudo=True, brings=("chromium", "age")):
        self.run, self.there, self.sudo, self.brings = [], set(), sudo, brings
        needs = tuple(Need(name, lambda name=name: name in self.there, (name.lower(),)) for name in ("Chromium", "Age"))
        monkeypatch.setattr(programs, "NEEDS", needs)
        monkeypatch.setattr(setup.os, "geteuid", lambda: 0 if root else 1000)
        monkeypatch.setattr(setup.shutil, "which", lambda name: name if name in has else None)
        monkeypatch.setattr(setup.subprocess, "run", self.call)
        for install in (setup.node, "install"), (setup, "packages"):
            monkeypatch.setattr(*install, lambda: None)
        monkeypatch.delenv("CI", raising=False)

    def call(self, command, **_):
        self.run.append(" ".join(command))
        refused = command[0] == "sudo" and not self.sudo
        if "install" in command and not refused:
            self.there |= {name for name in ("Chromium", "Age")
                           if command[-1] == name.lower() and command[-1] in self.brings}
        return subprocess.CompletedProcess(command, 1 if refused else 0, "", "")


def test_root_installs_each_need_apart(monkeypatch, capsys):
    machine = Machine(monkeypatch)
    assert setup.main() == 0
    assert [words.rpartition(" ")[2] for words in machine.run if " install " in words] == ["chromium", "age"]
    assert not any("sudo" in words for words in machine.run) and "manque" not in capsys.readouterr().out


def test_sudo_is_asked_where_it_answers(monkeypatch):
    machine = Machine(monkeypatch, root=False)
    assert setup.main() == 0 and all(words.startswith("sudo ") for words in machine.run)


@pytest.mark.parametrize("other", [{"has": ("apt-get", "sudo"), "sudo": False}, {"has": ("apt-get",)}, {"has": ()}])
def test_where_nobody_can_the_browser_of_playwright_is_asked_and_the_rest_is_said(monkeypatch, capsys, other):
    machine = Machine(monkeypatch, root=False, **other)
    assert setup.main() == 0
    assert machine.run[-1].endswith("-m playwright install chromium")
    assert capsys.readouterr().out.count("Il manque à cette machine, pour les tests : Age ") == 1


def test_what_this_debian_has_not_is_said_and_ci_stops_there(monkeypatch, capsys):
    Machine(monkeypatch, brings=("chromium",))
    monkeypatch.setenv("CI", "true")
    assert setup.main() == 1 and "Age (sous Debian « apt-get install age »)" in capsys.readouterr().out


def test_a_machine_that_has_everything_is_left_alone(monkeypatch, capsys):
    machine = Machine(monkeypatch)
    machine.there = {"Chromium", "Age"}
    assert setup.main() == 0 and machine.run == [] and capsys.readouterr().out == ""


def test_what_is_missing_is_said_before_the_tests_and_skips_those_that_use_it(tmp_path):
    """Of this machine without its programs: one that asks for age, in a run of its own."""
    (tmp_path / "test_it.py").write_text("from tests.support.programs import tool\ndef test_it():\n    tool('age')\n",
                                         encoding="utf-8")
    bare = {name: value for name, value in os.environ.items() if name not in ("CI", "PYTEST_XDIST_WORKER")}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-rs", "-p", "no:cacheprovider", "-c", str(ROOT / "pyproject.toml"),
         "-p", "tests.conftest", str(tmp_path)], cwd=ROOT, capture_output=True, text=True, check=False,
        env={**bare, "PATH": str(tmp_path), "HOME": str(tmp_path), "PYTHONPATH": f"{ROOT}{os.pathsep}{ROOT / 'site'}"})
    told = sentence([need for need in programs.NEEDS if need.packages != ("webkit2gtk-driver", "xvfb")])
    assert done.returncode == 0 and "1 skipped" in done.stdout, done.stdout + done.stderr
    assert done.stdout.startswith("Il manque à cette machine, pour les tests : Chromium, Chromium sans fenêtre, Fire")
    assert told[-60:] in done.stdout
