"""The W3C's validator finds no error in any page; titles tell pages apart; the declaration says what the audit says."""

import json
import re
import subprocess
from collections import Counter

import pytest

import pid_site
from tests.support.java import PROGRAM, QUICK
from tests.support.packages import packages

# The validator reads files, for which « 'self' » is nothing: it says that each script and style would be refused.
NOT_SERVED = re.compile(r"violates Content Security Policy")

# The style and the scripts that the single file holds are not HTML.
INSIDE = re.compile(r"dossier-pid\.html: (CSS: |Document uses the Unicode Private Use)")


def validate(*paths) -> list[str]:
    """One sentence for each fault that the validator finds in the files."""
    jar = packages() / "vnu-jar" / "build" / "dist" / "vnu.jar"
    done = subprocess.run([PROGRAM, *QUICK, "-jar", str(jar), "--exit-zero-always", "--format", "json",
                           "--skip-non-html", *map(str, paths)], capture_output=True, text=True, check=True)
    messages = json.loads(done.stderr)["messages"]
    return [f"{one['url'].rpartition('/dist/')[2]}: {one['message']}" for one in messages
            if one["type"] == "error" or not NOT_SERVED.search(one["message"])]


def test_no_page_has_a_fault(built):
    assert [fault for fault in validate(built) if not INSIDE.match(fault)] == []


def test_control_the_validator_does_see_a_fault(tmp_path):
    page = tmp_path / "page.html"
    page.write_text('<!doctype html><html lang="fr"><title>a</title><p id="a"><p id="a"><img src="x.png">',
                    encoding="utf-8")
    assert len(validate(page)) >= 2


def test_each_page_has_a_title_of_its_own(built):
    titles = Counter(re.search(r"<title>(.*?)</title>", path.read_text(encoding="utf-8"))[1]
                     for path in built.rglob("*.html"))
    assert [title for title, count in titles.items() if count > 1] == []


def test_the_audit_judges_the_106_criteria_once_each():
    themes = (9, 2, 3, 13, 8, 2, 5, 10, 4, 14, 13, 11, 12)
    expected = [f"{theme}.{rank}" for theme, count in enumerate(themes, 1) for rank in range(1, count + 1)]
    assert [one["id"] for one in pid_site.AUDIT["critere"]] == expected
    assert {one["etat"] for one in pid_site.AUDIT["critere"]} <= {"conforme", "non_conforme", "sans_objet",
                                                                  "a_verifier"}
    assert all(one["preuve"] for one in pid_site.AUDIT["critere"])


@pytest.mark.parametrize("state", ["non_conforme", "a_verifier"])
def test_the_declaration_names_every_criterion_that_is_not_met(built, state):
    page = (built / "accessibilite" / "index.html").read_text(encoding="utf-8")
    named = [one["id"] for one in pid_site.AUDIT["critere"] if one["etat"] == state]
    assert [one for one in named if f"<li>{one} " not in page] == []


def test_the_tests_that_the_audit_names_exist():
    root = pid_site.ROOT
    proofs = " ".join(one["preuve"] for one in pid_site.AUDIT["critere"])
    named = set(re.findall(r"\b(test_\w+\.py)\b", proofs))
    assert named and named <= {path.name for path in (root / "tests").rglob("test_*.py")}
    functions = set(re.findall(r"\b(test_\w+)\b(?!\.py)", proofs))
    source = "".join(path.read_text(encoding="utf-8") for path in (root / "tests" / "browser").glob("test_*.py"))
    assert functions and [name for name in functions if f"def {name}" not in source] == []
