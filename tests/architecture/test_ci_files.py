"""The CI files of GitHub and GitLab run what everybody runs, publish what the build makes, and pin what they borrow."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
GITHUB, GITLAB = ".github/workflows/ci.yml", ".gitlab-ci.yml"
PINNED = re.compile(r"^[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")


def read(name):
    return (ROOT / name).read_text(encoding="utf-8")


def borrowed(text):
    return re.findall(r"uses: (.*)", text)


@pytest.mark.parametrize("name", (GITHUB, GITLAB))
def test_it_calls_the_one_command_then_builds_the_site(name):
    steps = [line.strip(" -").removeprefix("run: ") for line in read(name).splitlines()]
    assert steps.index(".ci/run") < steps.index(".venv/bin/python build.py")
    assert re.search(r"^\s+(path: dist|paths: \[dist\])$", read(name), re.MULTILINE)


def test_an_action_is_pinned_by_the_commit_of_its_release():
    loose = [action for action in borrowed(read(GITHUB)) if not PINNED.match(action)]
    assert borrowed(read(GITHUB)) and loose == [], "write owner/name@<40 digits of the commit> # v1.2.3"


def test_control_a_branch_pins_nothing():
    assert not PINNED.match("actions/checkout@v7") and not PINNED.match("actions/checkout@main # v7.0.1")


def test_the_command_can_be_run():
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111
