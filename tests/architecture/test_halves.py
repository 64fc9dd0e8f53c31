"""The longer half of the tests: what it names exists, and a test is in one half only."""

from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.support.halves import FILES, FOLDERS, JOURNEYS, is_journey, is_long

TESTS = Path(__file__).resolve().parents[1]


def test_what_the_longer_half_names_exists():
    gone = [f"{name} is no file of tests/browser: write its new name in tests/support/halves.py, or take it away"
            for name in sorted(FILES | JOURNEYS) if not (TESTS / "browser" / f"{name}.py").is_file()]
    gone += [f"tests/{name} is no folder" for name in sorted(FOLDERS) if not (TESTS / name).is_dir()]
    assert not gone, "\n".join(gone)


def item(path, *fixtures, **params):
    return SimpleNamespace(path=TESTS / path, fixturenames=list(fixtures), callspec=SimpleNamespace(params=params))


@pytest.mark.parametrize("one, expected", [
    (item("pdf/test_signs.py"), True), (item("browser/test_axe.py"), True), (item("unit/test_axe.py"), False),
    (item("browser/test_dossier.py", "page"), False), (item("browser/test_dossier.py", engine="firefox"), True),
    (item("browser/test_dossier.py", engine="chromium", given=["a list"]), False),
    (item("build/test_x.py", "chromium_109"), True)])
def test_a_test_is_in_one_half(one, expected):
    assert is_long(one) is expected


def test_a_journey_is_in_no_half():
    assert not FILES & JOURNEYS
    assert is_journey(item("browser/test_suivi.py")) and not is_journey(item("browser/test_axe.py"))
    assert not is_journey(item("unit/test_suivi.py"))


def test_both_halves_pass_in_ci():
    """The short one as anybody runs it, then the other."""
    lines = (TESTS.parent / ".ci" / "run").read_text(encoding="utf-8").splitlines()
    readme = (TESTS.parent / "README.md").read_text(encoding="utf-8")
    pasted, longer = lines[-2:]
    assert pasted in readme.splitlines(), \
        "the line before the last of .ci/run is the one that the README gives to paste"
    named = longer.removeprefix(".venv/bin/pytest -n auto --dist loadfile -m long ").split()
    assert named == ["tests/browser", "tests/build", "tests/campaigns", "tests/pdf"], "the other folders have none"
