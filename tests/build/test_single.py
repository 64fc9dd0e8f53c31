"""The single file: nothing beside it, one policy for its very texts, the size and hash that the help tells."""

import base64
import hashlib
import re

import pytest

import pid_site
from pipeline import links, policy, single
from pipeline.node import BuildError


@pytest.fixture(scope="module")
def document(built):
    return (built / single.NAME).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def rules(document):
    """The directives of its policy."""
    content = re.search(r'Content-Security-Policy" content="([^"]*)"', document)[1]
    return dict(rule.split(" ", 1) for rule in content.split("; "))


def inside(document, tag):
    """(attributes, text) of each element of that name."""
    return re.findall(rf"<{tag}\b([^>]*)>(.*?)</{tag}>", document, re.DOTALL)


def test_nothing_is_asked_beside_the_file(document):
    shell = re.sub(r"<(script|style)\b.*?</\1>", "", document, flags=re.DOTALL)
    assert set(re.findall(r'\s(?:src|href|action|data|poster)="([^"#?]*)', shell)) - {"", "mailto:"} == {
        found for found in re.findall(r'href="(data:image/svg\+xml;base64,[^"]*)"', shell)}
    assert "@@" not in shell


def test_the_policy_lists_the_hash_of_each_text_and_nothing_more(document, rules):
    texts = [text for attributes, text in inside(document, "script") if "application/json" not in attributes]
    assert sorted(rules["script-src"].split()) == sorted(map(policy.digest, texts))
    assert rules["style-src"] == policy.digest(inside(document, "style")[0][1])
    # the one that starts, after the one that looks at the browser
    assert len([1 for attributes, _ in inside(document, "script") if attributes == ""]) == 2
    same = {name: value for name, value in policy.PAGES.items() if rules[name] == value}
    assert set(policy.PAGES) - set(same) == {"script-src", "style-src", "img-src", "font-src", "worker-src",
                                             "manifest-src"}


def test_every_page_of_the_site_is_in_it(document, built):
    pages = [path for path in built.rglob("*.html") if path.name != single.NAME]
    assert len(re.findall(r'<template id="page-', document)) == len(pages)


def test_every_script_of_the_site_is_in_it_but_the_service_worker(document, built):
    held = set(re.findall(r'id="script-([\w.]+)"', document))
    assert held == {path.name for path in built.glob("*.js")} - {"sw.js", "boot.js", "ancien.js"}


def test_the_help_tells_its_size_and_its_hash(built):
    data = (built / single.NAME).read_bytes()
    text = (built / "aide" / "index.html").read_text(encoding="utf-8")
    assert hashlib.sha256(data).hexdigest() in text
    assert f"{len(data) / 1e6:.1f} Mo".replace(".", ",") in text


def test_it_weighs_on_no_visit(built):
    worker = (built / "sw.js").read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256((built / single.NAME).read_bytes()).digest()).decode()
    assert digest not in worker and single.NAME in worker


def test_a_dead_link_inside_of_it_stops_the_build():
    fragments = {"a": '<a href="?page=b#x"></a><a href="?page=c"></a><a href="../b/"></a>', "b": '<p id="x"></p>'}
    assert links.problems_of_fragments(fragments) == [
        "fichier seul, a : lien mort vers « ?page=c »", "fichier seul, a : « ../b/ » sort du fichier"]


def test_a_text_that_would_end_its_element_stops_the_build(built):
    with pytest.raises(BuildError, match="mauvais.js"):
        single.single_file(pid_site, {}, {"ancien.js": "", "mauvais.js": "x = '</SCRIPT >'"}, "", built / "static")
