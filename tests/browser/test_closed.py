"""The site on a host that sends our headers; the site inside of a frame; whole journeys that ask nothing of anybody."""

from pathlib import Path

import pytest

from pipeline import headers, single
from tests.support.pages.steps import download, file_of, go, open_demonstration, open_new, ready, saved, until
from tests.support.pages.watched import SPY, install
from tests.support.server import StaticServer

DATA = Path(__file__).parents[1] / "data"


class Headers:
    """A host that accepts ``_headers``."""

    def end_headers(self):
        for name, value in headers.EVERYWHERE.items():
            self.send_header(name, value)
        if self.path.endswith(single.NAME):
            self.send_header(*next(iter(headers.SINGLE_FILE.items())))
        super().end_headers()


@pytest.fixture
def strict(built):
    """The site with its headers."""
    running = StaticServer(built, Headers)
    yield running
    running.kill()


@pytest.fixture
def watched(page):
    """(page, what a whole context asks of the network but the service worker's own file, refusals by the policy)."""
    asked, refused = [], []
    page.context.on("request", lambda request: asked.append(request.url))
    page.add_init_script(SPY)
    page.expose_function("note", lambda directive: refused.append(directive))
    page.add_init_script("document.addEventListener('securitypolicyviolation', (event) => "
                         "note(event.violatedDirective))")
    return page, asked, refused


def prepare(page, root):
    """A new dossier, some answers, saved."""
    page.goto(root)
    until(lambda: ready(page))
    open_new(page)
    go(page, "eleve")
    page.fill("#eleve-nom", "Marqueur-Secret")
    saved(page)


def demonstrate(page, root):
    page.goto(root)
    until(lambda: ready(page))
    open_demonstration(page)


def verify(page, root):
    """Verify and download both files."""
    demonstrate(page, root)
    go(page, "verifier")
    assert Path(download(page, "telecharger-pdf").path()).read_bytes().startswith(b"%PDF-")
    assert file_of(page)["eleve"]["nom"]


def compose(page, root):
    """A document of the page « Documents »."""
    demonstrate(page, root)
    go(page, "documents")
    with page.expect_download():
        page.locator("#documents button:visible").first.click()


def receive(page, root):
    """Open a file received."""
    page.goto(root + "ouvrir/index.html")
    until(lambda: ready(page))
    page.set_input_files("#fichier", DATA / "complet.json")
    until(lambda: page.locator("#apercu").is_visible())
    page.click("[data-action=nouveau]")
    until(lambda: page.locator("#reference").inner_text() != "")


def follow(page, root):
    """The follow-up of a dossier, then rules, eligibility and establishment."""
    demonstrate(page, root)
    go(page, "suivi")
    for path in ("regles/index.html", "regles/st-17/index.html", "eligibilite/index.html", "etablissement/index.html",
                 "aide/index.html"):
        page.goto(root + path)
        page.wait_for_load_state("load")


JOURNEYS = (prepare, verify, compose, receive, follow)


@pytest.mark.parametrize("journey", JOURNEYS, ids=lambda journey: journey.__name__)
def test_a_journey_asks_nothing_of_anybody(server, watched, journey):
    page, asked, refused = watched
    install(page, server.address)
    before = len(server.requests)
    journey(page, server.address)
    # the browser itself looks for a new version of the service worker at each navigation
    assert {path for path in server.requests[before:] if not path.endswith("/sw.js")} == set()
    elsewhere = [url for url in asked if not url.startswith((server.address, "blob:", "data:"))]
    assert elsewhere == [] and refused == []


def test_control_a_request_is_seen(server, watched):
    page, asked, refused = watched
    page.goto(server.address)
    before = len(server.requests)
    page.evaluate("fetch('/temoin').catch(() => {})")
    until(lambda: page.evaluate("problems.length") and "connect-src" in refused)
    page.evaluate("open('/temoin')")
    until(lambda: "/temoin" in server.requests[before:], 20)


def test_the_site_works_under_the_headers_of_its_host(strict, watched):
    page, _, refused = watched
    install(page, strict.address)
    strict.kill()
    verify(page, strict.address)
    assert refused == []


def test_the_host_has_the_single_file_kept_not_opened(strict, page):
    with page.expect_download() as started:
        page.evaluate("(address) => { location.href = address }", strict.address + single.NAME)
    assert started.value.suggested_filename == single.NAME


def test_without_network_the_single_file_says_that_it_needs_one(server, page):
    install(page, server.address)
    server.kill()
    page.goto(server.address + single.NAME)
    assert page.url.endswith("aide/index.html#cle-usb")
    assert "une connexion est nécessaire" in page.locator("main").inner_text()


def test_a_page_inside_of_a_frame_shows_a_sentence_only(server, tmp_path, page):
    (tmp_path / "cadre.html").write_text(f'<iframe src="{server.address}index.html"></iframe>', encoding="utf-8")
    other = StaticServer(tmp_path)
    page.goto(other.address + "cadre.html")
    frame = page.frames[1]
    until(lambda: "ne s’affiche pas" in frame.locator("body").inner_text())
    assert frame.locator("button, a").count() == 0
    other.kill()


def test_control_the_same_page_alone_shows_itself(server, page):
    page.goto(server.address)
    assert page.locator("nav a").count() > 3
