"""The oldest browsers are the same wherever they are written: README, « Aide », the build, the programs that the tests
run."""

import json
import re
from pathlib import Path

from tests.support.browsers.old_chromium import MIDDLE, OLDEST, TOO_OLD
from tests.support.packages import FOLDER

ROOT = Path(__file__).resolve().parents[2]


def test_the_programs_of_the_tests_are_those_versions():
    wanted = json.loads((FOLDER / "package.json").read_text(encoding="utf-8"))["dependencies"]
    versions = {name: version for name, version in wanted.items() if name.startswith("chromium-")}
    assert sorted(versions) == sorted(f"chromium-{version}" for version in (TOO_OLD, OLDEST, MIDDLE))
    assert [name for name, version in versions.items() if f"@{name.partition('-')[2]}." not in version] == []


def test_the_build_aims_at_the_oldest():
    assert f'"chrome{OLDEST}"' in (ROOT / "site" / "pipeline" / "bundle.js").read_text(encoding="utf-8")


def test_the_readme_and_the_help_say_the_same(built):
    table = re.findall(r"^\| ([^|]+) \| (\d+)[^|]*\|", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert table[0] == ("Chrome, Edge", str(OLDEST))
    told = (built / "aide" / "index.html").read_text(encoding="utf-8")
    assert [name for name, version in table if f"{name.replace(', ', ' ou ')} {version} au moins" not in told] == []
    assert f"Chromium {OLDEST}, {MIDDLE} et actuel" in told


def test_the_sentence_for_those_that_are_too_old_is_in_the_language_of_2009(built):
    script = (built / "ancien.js").read_text(encoding="utf-8")
    assert re.search(r"=>|\b(?:let|const|class|async)\b|`|\?\.|\?\?", script) is None and f"{OLDEST} au moins" in script
    pages = {path.relative_to(built).as_posix(): path.read_text(encoding="utf-8") for path in built.rglob("*.html")}
    first = {name: re.search(r"<script\b[^>]*>.{0,20}", page)[0] for name, page in pages.items() if "<script" in page}
    assert first.pop("dossier-pid.html").startswith("<script>" + script[:12])
    assert [name for name, tag in first.items() if 'ancien.js"></script>' not in tag] == []
