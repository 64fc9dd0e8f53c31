"""Freezing, links, list of files for offline use, on a stand-in site; and what the lock file may hold."""

import base64
import hashlib
import json
from pathlib import Path

import pytest
from flask import Flask, render_template_string

from pipeline import freeze, javascript, links, node, precache

ROOT = Path(__file__).resolve().parents[2]
HOME = '<!doctype html><title>a</title><a href="{{ url_for("aide") }}#suite">aide</a><script src="app.js"></script>'
HELP = '<!doctype html><title>b</title><h1 id="suite">b</h1><a href="{{ url_for("accueil") }}">a</a>' \
    '{{ config.VERSION }}'


def site() -> Flask:
    app = Flask("stand-in", static_folder=None)
    app.add_url_rule("/", "accueil", lambda: render_template_string(HOME))
    app.add_url_rule("/aide/", "aide", lambda: render_template_string(HELP))
    return app


@pytest.fixture
def frozen(tmp_path) -> Path:
    out = tmp_path / "dist"
    freeze.freeze(site(), {"app.js": "void 0"}, "2026-09-01", out)
    return out


def test_frozen_links_are_relative(frozen):
    assert 'href="aide/index.html#suite"' in (frozen / "index.html").read_text(encoding="utf-8")
    assert 'href="../index.html"' in (frozen / "aide" / "index.html").read_text(encoding="utf-8")
    assert (frozen / "app.js").read_text(encoding="utf-8") == "void 0"
    assert links.problems(frozen) == []


def test_freezing_again_leaves_nothing_of_the_previous_time(frozen):
    (frozen / "ancien.html").write_text("", encoding="utf-8")
    freeze.freeze(site(), {"app.js": "void 0"}, "2026-09-01", frozen)
    assert sorted(path.name for path in frozen.iterdir()) == ["aide", "app.js", "index.html"]


def test_a_page_that_fails_stops_the_build(tmp_path):
    app = site()
    app.add_url_rule("/panne/", "panne", lambda: ("panne", 500))
    with pytest.raises(node.BuildError, match="figée"):
        freeze.freeze(app, {}, "2026-09-01", tmp_path / "dist")


@pytest.mark.parametrize("markup, problem", [
    ('<a href="absent/">x</a>', "lien mort vers « absent/ »"),
    ('<a href="aide/#absent">x</a>', "« aide/#absent » vise un passage qui n'existe pas"),
    ('<img src="absente.png">', "lien mort vers « absente.png »"),
    ('<p id="a"><p id="a">', "l'identifiant « a » est en double"),
])
def test_a_broken_link_is_found(frozen, markup, problem):
    home = frozen / "index.html"
    home.write_text(home.read_text(encoding="utf-8") + markup, encoding="utf-8")
    assert links.problems(frozen) == [f"index.html : {problem}"]


def test_a_file_that_nothing_uses_is_found(frozen):
    (frozen / "oubli.css").write_text("", encoding="utf-8")
    (frozen / "page.html").write_text("", encoding="utf-8")
    assert links.problems(frozen) == ["oubli.css : rien n'y mène", "page.html : rien n'y mène"]


def test_every_file_but_the_service_worker_is_listed_with_its_hash(frozen):
    (frozen / "sw.js").write_text("", encoding="utf-8")
    files = precache.manifest(frozen)
    assert list(files) == ["aide/index.html", "app.js", "index.html"]
    assert files["app.js"] == "sha256-" + base64.b64encode(hashlib.sha256(b"void 0").digest()).decode()


def test_pages_of_rules_are_taken_in_one_file(frozen):
    rule = frozen / "regles" / "st-01" / "index.html"
    rule.parent.mkdir(parents=True)
    rule.write_text("<p>« Durée »", encoding="utf-8")
    (frozen / "regles" / "index.html").write_text("<p>Toutes", encoding="utf-8")
    precache.pack(frozen)
    assert json.loads((frozen / precache.PACK).read_text("utf-8")) == {"regles/st-01/index.html": "<p>« Durée »"}
    files = precache.manifest(frozen)
    assert "regles/st-01/index.html" not in files and {"regles/index.html", precache.PACK} <= set(files)


def test_the_version_changes_with_any_file(frozen):
    before = precache.version(precache.manifest(frozen), "2026-09-01")
    assert before == precache.version(precache.manifest(frozen), "2026-09-01")
    (frozen / "app.js").write_text("void 1", encoding="utf-8")
    assert before != precache.version(precache.manifest(frozen), "2026-09-01")
    assert before.startswith("2026-09-01-")


def test_the_service_worker_holds_the_files_of_its_version():
    node.install()
    text = javascript.service_worker({"aide/index.html": "sha256-abc"}, "2026-09-01-0123abcd")
    assert "aide/index.html" in text and "sha256-abc" in text and "2026-09-01-0123abcd" in text
    assert "__PRECACHE__" not in text and "__VERSION__" not in text


def test_a_script_that_does_not_compile_stops_the_build():
    node.install()
    with pytest.raises(node.BuildError, match="bundle.js"):
        javascript.minify("const = 1")


@pytest.mark.parametrize("folder", ["site", "tests/npm"])
def test_the_lock_file_names_no_download_address(folder):
    lock = json.loads((ROOT / folder / "package-lock.json").read_text(encoding="utf-8"))
    packages = {name: data for name, data in lock["packages"].items() if name}
    assert packages
    assert [name for name, data in packages.items() if "resolved" in data] == []
    assert [name for name, data in packages.items() if "integrity" not in data] == []
