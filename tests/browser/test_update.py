"""The service worker in bad times: altered update, two tabs, hosts that redirect, addresses without final slash.

Beside each fault, a negative control: a naive worker that the same fault does break.
"""

import shutil

import pytest

from pipeline import javascript, precache
from tests.support.browsers.firefox import both_engines_at_length
from tests.support.pages.steps import go, open_new, ready, saved, until
from tests.support.pages.watched import install
from tests.support.server import StaticServer

NAIVE = """
const C = 'naif';
self.addEventListener('install', (event) => {
  self.skipWaiting();
  event.waitUntil(caches.open(C).then((cache) => cache.addAll(FILES)));
});
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const url = new URL(event.request.url);
  if (url.pathname.endsWith('/')) url.pathname += 'index.html';
  event.respondWith(caches.match(url).then((held) => held ?? fetch(event.request)));
});
"""
UPDATE = """() => navigator.serviceWorker.getRegistration()
  .then((registration) => registration.update()).catch(() => null).then(() => true)"""
STATES = """() => navigator.serviceWorker.getRegistration().then(({ installing, waiting, active }) =>
  [installing?.state ?? '', waiting?.state ?? '', active?.state ?? ''])"""
CACHED_HELP = "caches.match(new URL('aide/index.html', location.origin)).then((held) => held.text())"
MARK = "<!-- autre version -->"


@pytest.fixture
def copy(built, tmp_path):
    """A copy of the site that the test may alter."""
    return shutil.copytree(built, tmp_path / "dist")


@pytest.fixture
def host(copy):
    running = StaticServer(copy)
    yield running
    running.kill()


def write_worker(folder, naive=False):
    """A new service worker for the files as they are."""
    files = precache.manifest(folder)
    if naive:
        version = precache.version(files, "2026-11-25")
        text = f"const FILES = {list(files)}; // {version}\n{NAIVE}"
    else:
        text = javascript.service_worker(files, precache.version(files, "2026-11-25"))
    (folder / "sw.js").write_text(text, encoding="utf-8")


def alter(folder, name="aide/index.html"):
    path = folder / name
    path.write_text(path.read_text(encoding="utf-8").replace("</body>", MARK + "</body>"), encoding="utf-8")


def settle(page):
    """Ask for the update and wait until no worker is being installed."""
    until(lambda: page.evaluate(UPDATE))
    until(lambda: page.evaluate(STATES)[0] == "", 20)


def corrupt_update(folder):
    """A new version one byte of which has changed on its way."""
    alter(folder, "accessibilite/index.html")
    naive = "skipWaiting();\n  event" in (folder / "sw.js").read_text(encoding="utf-8")
    write_worker(folder, naive)
    path = folder / "aide" / "index.html"
    path.write_bytes(path.read_bytes().replace(b"Aide", b"Aidf", 1))


@both_engines_at_length
def test_an_update_with_one_byte_altered_keeps_the_old_version(copy, host, page):
    install(page, host.address)
    before = page.evaluate("caches.keys()")
    corrupt_update(copy)
    settle(page)
    assert page.evaluate("caches.keys()") == before
    assert page.evaluate(STATES) == ["", "", "activated"]
    assert page.locator("#nouvelle-version").is_hidden()
    assert "Aidf" not in page.evaluate(CACHED_HELP)
    host.kill()
    page.goto(host.address + "aide/")
    assert page.title().startswith("Aide")


def test_control_a_naive_worker_takes_the_altered_byte(copy, host, page):
    write_worker(copy, naive=True)
    install(page, host.address)
    corrupt_update(copy)
    settle(page)
    until(lambda: "Aidf" in page.evaluate(CACHED_HELP))


def two_tabs(page, address):
    page.goto(address)
    until(lambda: ready(page))
    open_new(page)
    go(page, "eleve")
    other = page.context.new_page()
    other.goto(address + "aide/")
    return other


@pytest.mark.campaign
@both_engines_at_length
def test_with_two_tabs_the_update_waits_for_the_person_and_loses_nothing(copy, host, page):
    install(page, host.address)
    other = two_tabs(page, host.address)
    alter(copy)
    write_worker(copy)
    settle(other)
    until(lambda: page.locator("#nouvelle-version").is_visible() and other.locator("#nouvelle-version").is_visible())
    assert page.evaluate(STATES) == ["", "installed", "activated"]
    assert MARK not in other.content()
    page.fill("#eleve-prenom", "Avant")
    saved(page)
    page.focus("#eleve-nom")
    page.keyboard.type("Tapé juste avant")
    other.click("[data-action=mettre-a-jour]")
    until(lambda: MARK in other.content(), 20)
    name = page.locator("#eleve-nom")
    until(lambda: name.count() and name.input_value() == "Tapé juste avant", 20)
    assert page.evaluate(STATES) == ["", "", "activated"]


@pytest.mark.campaign
def test_control_a_naive_worker_takes_over_without_asking(copy, host, page):
    write_worker(copy, naive=True)
    install(page, host.address)
    other = two_tabs(page, host.address)
    alter(copy)
    write_worker(copy, naive=True)
    settle(other)
    until(lambda: page.evaluate(STATES) == ["", "", "activated"])
    until(lambda: MARK in other.evaluate(CACHED_HELP))


class _Redirecting:
    """Answers « x/index.html » by a redirect to « x/ », as several static hosts do."""

    def send_head(self):
        if self.path.endswith("index.html"):
            self.send_response(308)
            self.send_header("Location", self.path.removesuffix("index.html"))
            self.send_header("Content-Length", "0")
            self.end_headers()
            return None
        return super().send_head()


@pytest.fixture
def redirecting(copy):
    running = StaticServer(copy, _Redirecting)
    yield running
    running.kill()


def test_a_host_that_redirects_to_folders_does_not_stop_the_installation(redirecting, page):
    install(page, redirecting.address)
    until(lambda: "Prêt hors connexion" in page.locator("#etat-hors-connexion").inner_text(), 20)
    redirecting.kill()
    for path in ("", "aide/", "aide/index.html"):
        page.goto(redirecting.address + path)
        assert page.evaluate("document.querySelector('main').innerText.length") > 20


def test_control_a_worker_that_refuses_redirects_is_never_installed_there(copy, redirecting, page):
    text = (copy / "sw.js").read_text(encoding="utf-8")
    assert 'mode:"same-origin"' in text
    (copy / "sw.js").write_text(text.replace('mode:"same-origin"', 'redirect:"error"'), encoding="utf-8")
    page.goto(redirecting.address)
    until(lambda: "n’a pas abouti" in page.locator("#etat-hors-connexion").inner_text(), 20)


def test_a_redirect_to_another_origin_is_not_followed(copy, tmp_path, page):
    class Elsewhere:
        """Sends one file to another origin, which has the very same bytes."""

        def send_head(self):
            if self.path.endswith("aide/index.html"):
                self.send_response(302)
                self.send_header("Location", other.address + "aide/index.html")
                self.send_header("Content-Length", "0")
                self.end_headers()
                return None
            return super().send_head()

    other, running = StaticServer(copy), StaticServer(copy, Elsewhere)
    page.goto(running.address)
    until(lambda: "n’a pas abouti" in page.locator("#etat-hors-connexion").inner_text(), 20)
    assert other.requests == []
    running.kill()
    other.kill()


@pytest.mark.parametrize("path", ["aide", "eligibilite", "regles/st-09"])
def test_offline_an_address_without_its_final_slash_shows_the_page(server, page, path):
    install(page, server.address)
    server.kill()
    page.goto(server.address + path)
    assert page.url == server.address + path + "/"
    assert "introuvable" not in page.title().lower()
    assert page.evaluate("getComputedStyle(document.body).marginTop") == "0px", "the style sheet is found"


LOSE = """async (path) => {
  for (const name of await caches.keys()) await (await caches.open(name)).delete(new URL(path, location.origin));
}"""


@pytest.mark.parametrize("address, file, title", [("aide/", "aide/index.html", "Aide"),
                                                  ("regles/st-09/", precache.PACK, "ST-09")])
def test_a_page_that_the_browser_lost_says_what_to_do_then_repairs_itself(copy, page, address, file, title):
    host = StaticServer(copy)
    install(page, host.address)
    page.evaluate(LOSE, file)
    (copy / file).rename(copy / "ailleurs.html")
    page.goto(host.address + address)
    assert "Cette page manque sur cet ordinateur" in page.locator("h1").inner_text()
    (copy / "ailleurs.html").rename(copy / file)
    page.reload()
    assert page.title().startswith(title)
    host.kill()
    page.reload()
    assert page.title().startswith(title)


def test_a_page_of_a_rule_comes_from_the_pack_as_the_host_gives_it(server, page):
    address = server.address + "regles/st-09/"
    page.goto(address)
    given = page.content()
    install(page, server.address)
    before = len(server.requests)
    page.goto(address)
    assert page.content() == given and page.evaluate("document.contentType") == "text/html"
    assert {path for path in server.requests[before:] if not path.endswith("/sw.js")} == set()
    page.goto(server.address + "regles/zz-99/")
    assert "introuvable" in page.title().lower()
