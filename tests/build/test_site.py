"""The whole site, built: the same bytes each time, no address of another machine."""

import filecmp
import re

import pytest

import build
from changes import WITHDRAWN
from pid_rules.rules import CATALOGUE

SINGLE = "dossier-pid.html"
PAGES = {"index.html", "404.html", *(name + "/index.html" for name in (
    "eligibilite", "dossier", "etablissement", "ouvrir", "regles", "aide", "cles", "donnees-personnelles",
    "accessibilite",
    "formulaire-vierge", "plan", "regles/changements",
    *(f"regles/{id.lower()}" for id in [*CATALOGUE.by_id, *WITHDRAWN])))}
SCRIPTS = {"brython.js", "app.js", "suite.js", "documents.js", "suivi.js", "gestes.js", "formulations.js",
           "pages.js", "ancien.js", "boot.js",
           "storage.js", "importer.js", "handover.js", "coffre.js", "crypto.js", "cles.js", "pdf.js", "sw.js"}


def test_the_pages_and_scripts_of_the_site_are_all_there(built):
    files = {path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()}
    assert {name for name in files if name.endswith(".html")} == PAGES | {SINGLE}
    assert {name for name in files if name.endswith(".js")} == SCRIPTS


@pytest.mark.campaign
def test_two_builds_give_the_same_bytes(built, tmp_path):
    again = tmp_path / "dist"
    build.build(again)
    names = [path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()]
    assert filecmp.cmpfiles(built, again, names, shallow=False) == (names, [], [])


def test_every_page_refuses_what_the_policy_does_not_name(built):
    for name in PAGES:
        text = (built / name).read_text(encoding="utf-8")
        assert "default-src &#39;none&#39;" in text or "default-src 'none'" in text, name
        assert not re.search(r"<script(?![^>]*\b(?:src|type=\"application/json\"))", text), name
        assert not re.search(r"\s(?:style|on[a-z]+)=\"", text), name


def test_the_site_holds_no_absolute_address_of_itself(built):
    for name in PAGES:
        assert not re.search(r'(?:href|src)="/', (built / name).read_text(encoding="utf-8")), name


def test_no_browser_keeps_in_its_session_files_what_is_typed_about_a_pupil(built):
    """Without « autocomplete=off », Chromium and Firefox write texts and choices in clear to reopen the page as it
    was."""
    unsaid = r"(?![^>]*(?:autocomplete=\"off\"|type=\"(?:radio|checkbox|file)\"|readonly))"
    kept = re.compile(r"<(?:input|select|textarea)\b" + unsaid + "[^>]*")
    for name in PAGES:
        for control in kept.findall((built / name).read_text(encoding="utf-8")):
            assert re.search(r'name="redacteur\.\w+" .*autocomplete="(?:family-name|given-name|email)"',
                             control), (name, control)
    for path in (build.ROOT / "site" / "ui").rglob("*.py"):
        for made in re.findall(r'dom\.make\("(?:input|select|textarea)"(?:[^()]|\([^()]*\))*', path.read_text("utf-8")):
            assert 'autocomplete="off"' in made or 'type="checkbox"' in made, (path.name, made)
