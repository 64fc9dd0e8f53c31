"""Nothing leaves: what no file may hold, the headers of hosts that accept them, pages and headers of one policy."""

import re

import pytest

import build
from pipeline import headers, policy, residue
from pipeline.node import BuildError

WAYS_OUT = (
    "new RTCPeerConnection()", "new WebSocket(a)", "new EventSource(a)", "new XMLHttpRequest()", "new WebTransport(a)",
    "navigator.sendBeacon(a)", "fetch(a)", "import(a)", "importScripts(a)", "window.open(a)", "location=a",
    "location.href = a",
    "location.assign(a)", "location.replace(a)", "eval(a)", "new Function(a)", "Function(a)", "e.innerHTML=a",
    "e.outerHTML=a",
    "e.insertAdjacentHTML(a,b)", "document.write(a)", "m.httpEquiv='refresh',m.setAttribute('http-equiv','refresh')",
    "l.rel='prefetch'", "a.ping=b", "a.href=b", "'https://exemple.fr/'", "'wss://exemple.fr/'", "e.setHTMLUnsafe(a)",
    "document.createElement('iframe')", "f.submit()", "f.requestSubmit()")
MARKUP = (
    '<p onclick="a()">', "<p onclick='a()'>", '<p style="color:red">', '<a href="javascript:a()">',
    '<iframe src="a.html">',
    '<object data="a">', '<embed src="a">', '<base href="a">', '<meta http-equiv="refresh" content="0">',
    '<a href="a" ping="b">',
    '<form method="post" action="a">', '<img src="https://exemple.fr/a.png">', '<a href="//exemple.fr/">',
    '<link rel="preconnect" href="a">')
HARMLESS = ("location === a", "a.location.hash = b", "$B.import(a)", "reader.open()", "x.pushState(a)",
            "location.reload()")


@pytest.mark.parametrize("text", WAYS_OUT)
def test_a_way_out_in_a_script_is_seen(text):
    assert residue.of_script("suite2.js", f"(()=>{{{text}}})()") != []


@pytest.mark.parametrize("text", MARKUP)
def test_a_way_out_in_a_page_is_seen(text):
    assert residue.of_markup("page.html", f'<main class="a">{text}</main>') != []


@pytest.mark.parametrize("text", HARMLESS)
def test_what_leads_nowhere_is_not(text):
    assert residue.of_script("suite2.js", text) == []


def test_an_exception_holds_for_its_very_number(built):
    text = (built / "boot.js").read_text(encoding="utf-8")
    assert residue.of_script("boot.js", text) == []
    assert residue.of_script("boot.js", text + ";b.href=c") == ["boot.js : « .href= », 2 fois au lieu de 1"]
    assert residue.of_script("boot.js",
                             text.replace(".href=", ".hash=")) == ["boot.js : « .href= », 0 fois au lieu de 1"]


def test_python_leaves_a_page_at_one_place_only():
    assert residue.of_python("page_x.py", "window.location.href = typed") != []
    assert residue.of_python("page_x.py", 'element.html = "<b>"') != []
    assert residue.of_python("page_x.py", 'window.location.hash = "#" + slug') == []


def test_a_style_asks_for_nothing():
    assert residue.of_stylesheet("site.css", "a{background:url(https://exemple.fr/a.png)}") != []
    assert residue.of_stylesheet("site.css", '@import "a.css";') != []


def test_a_residue_stops_the_build(tmp_path, monkeypatch):
    made = residue.of_script
    monkeypatch.setattr(residue, "of_script", lambda name, text: made(name, text + ";new RTCPeerConnection()"))
    with pytest.raises(BuildError, match="boot.js : « RTCPeerConnection », 1 fois au lieu de 0"):
        build.build(tmp_path / "dist")


ATTACK = "new RTCPeerConnection()"


def held(tmp_path, text, name="dossier-pid.html"):
    """What the lint finds in a folder that holds this one file."""
    (tmp_path / name).write_text(text, encoding="utf-8")
    return residue.problems(tmp_path, tmp_path)


def test_the_script_that_starts_the_single_file_is_read(tmp_path):
    found = held(tmp_path, f"<template></template><script>a();{ATTACK}</script>")
    assert "dossier-pid.html, script 1 : « RTCPeerConnection », 1 fois au lieu de 0" in found


def test_the_scripts_that_wait_inside_of_the_single_file_are_read(built, tmp_path):
    whole = (built / "dossier-pid.html").read_text(encoding="utf-8")
    assert held(tmp_path, whole) == []
    inside = whole.replace('id="script-app.js">', f'id="script-app.js">{ATTACK};')
    assert held(tmp_path, inside) == ["dossier-pid.html, app.js : « RTCPeerConnection », 1 fois au lieu de 0"]
    ending = whole.replace("</script>\n</body>", f";{ATTACK}</script>\n</body>")
    assert ending != whole and len(held(tmp_path, ending)) == 1


def test_the_data_of_a_page_are_no_script(tmp_path):
    assert held(tmp_path, '<script type="application/json">"fetch("</script>', "page.html") == []


CLAIMS = ("Le dossier est effacé définitivement.", "Un outil conforme au RGPD", "conforme\u00a0RGPD", "Un site agréé",
          "Veuillez saisir",
          "Oups", "aucune donnée ne peut sortir", "L’empreinte est signée", "fichier signé électroniquement")


@pytest.mark.parametrize("name", ["page.html", "suite2.js", "x.webmanifest"])
@pytest.mark.parametrize("words", CLAIMS)
def test_a_claim_larger_than_the_facts_is_seen_in_every_kind_of_file(tmp_path, words, name):
    assert held(tmp_path, f"<p>{words}</p>" if name == "page.html" else f'"{words}"', name) != []


@pytest.mark.parametrize("words", ["professionnels agréés", "débits de boissons agréés", "La convention est signée",
                                   "une coupe"])
def test_words_of_the_law_and_of_contracts_are_no_claims(tmp_path, words):
    assert held(tmp_path, f"<p>{words}</p>", "page.html") == []


def test_pages_and_headers_have_one_policy(built):
    page = re.search(r'Content-Security-Policy" content="([^"]*)"',
                     (built / "index.html").read_text(encoding="utf-8"))[1]
    assert page == policy.text(policy.PAGES)
    header = policy.of_header()
    differing = {name for name in header if policy.PAGES.get(name) != header[name]}
    assert differing == {"connect-src", "frame-ancestors"} and set(policy.PAGES) <= set(header)


@pytest.mark.parametrize("name", ["_headers", ".htaccess"])
def test_hosts_are_given_every_header(built, name):
    text = (built / name).read_text(encoding="utf-8").replace(r"\"", '"')
    for header, value in {**headers.EVERYWHERE, **headers.SINGLE_FILE}.items():
        assert header in text and value in text, header
