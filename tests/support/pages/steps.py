"""What the tests do in a page: wait for states, open a dossier, go to a page, take a download."""

import json
import re
import time
from pathlib import Path

from playwright.sync_api import Error


def until(condition, seconds=30):
    """Wait for a condition, long enough for a busy machine: the policy of the pages forbids Playwright's own wait for
    functions."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            if condition():
                return
        except Error as error:  # a page that is being reloaded cannot be asked anything yet
            if "navigat" not in str(error):
                raise
        time.sleep(0.05)
    raise AssertionError("ne se produit pas à temps")


DAYS_OF_5E = (("eleve-date_naissance", "4 3 2013"), ("parcours-debut", "7 1 2027"), ("parcours-fin", "9 4 2027"))
"""Answers of « Éligibilité » for a pupil of 5e, to whom no stage is open yet."""
DEAF = """const Real = window.BroadcastChannel;
window.BroadcastChannel = function (name) {
  if (name === 'dossier-pid') throw new TypeError('absent');
  return new Real(name);
};"""


def deaf(page):
    """From its next address on, a tab that does not hear what the others write: it learns it when it saves. Gives the
    tab."""
    page.add_init_script(DEAF)
    return page


def ready(page):
    """Whether the Python of the page has started, and shows what it draws first unless it is locked."""
    return page.evaluate("""document.documentElement?.dataset.pret !== undefined
      && (!document.getElementById('attente') || 'verrou' in document.documentElement.dataset)""")


def open_new(page):
    page.click("[data-action=nouveau-dossier]")
    page.wait_for_url(re.compile(r"/dossier/|page=dossier"))
    until(lambda: page.locator("#reference").inner_text() != "")


def open_demonstration(page):
    page.click("[data-action=demonstration]")
    page.wait_for_url(re.compile(r"/dossier/|page=dossier"))
    until(lambda: page.locator("#reference").inner_text() != "")


def preview(page, server, path):
    """Give a file to the page that opens files, and wait for what it shows of it."""
    page.goto(server.address + "ouvrir/")
    until(lambda: ready(page))
    page.set_input_files("#fichier", path)
    until(lambda: page.locator("#apercu").is_visible())


def judged(page):
    """Wait until the rules have said what they say of the dossier."""
    until(lambda: page.evaluate("'juge' in document.documentElement.dataset"))


def open_dossier(page, server, tmp_path, dossier):
    """Open a dossier as a new draft, and wait until it is judged."""
    path = tmp_path / "dossier.json"
    path.write_text(json.dumps(dossier), encoding="utf-8")
    preview(page, server, path)
    page.click("[data-action=nouveau]")
    page.wait_for_url("**/dossier/**")
    judged(page)


def at_home(page, server, count):
    """The home page, once its dossiers are there."""
    page.goto(server.address)
    until(lambda: page.locator("#dossiers li").count() == count and page.locator("#dossiers").is_visible())


def duplicate(page, kept):
    """Duplicate the only dossier of the home page with one of its parts, such as « eleve »; the copy is opened."""
    page.click("#dossiers [data-action=dupliquer]")
    page.check(f"#garder-{kept}")
    page.click("[data-action=confirmer-duplication]")
    page.wait_for_url("**/dossier/**")
    until(lambda: page.locator("#reference").inner_text() != "")


def begin(page, name):
    """A new dossier with the name of a pupil, saved."""
    open_new(page)
    go(page, "eleve")
    page.fill("#eleve-nom", name)
    saved(page)


def go(page, address):
    """Go to a page, or with « stages/S1/securite » to an item or a step of one."""
    page.evaluate("(address) => { location.hash = '#' + address }", address)
    until(lambda: is_at(page, address))


AT = """(address) => {
  const section = document.querySelector('section#' + address.split('/')[0]);
  if (!section?.getClientRects().length) return false;
  const here = section.dataset.ici;
  return [undefined, address].includes(here) || here.startsWith(address + '/') && !section.querySelector('.liste');
}"""


def is_at(page, address):
    """Whether what stands at an address is shown; of a list, all of it, of a page in steps one of them."""
    return page.evaluate(AT, address)


def arrived(page, slug):
    """Wait for the page of an address, that of an item beneath a page included."""
    shown = page.locator("section.page:visible")
    until(lambda: shown.count() == 1 and slug.startswith(shown.get_attribute("id")))


def saved(page):
    """Wait until nothing is left to save: the line says otherwise from the very first character typed."""
    until(lambda: "Enregistré à" in page.locator("#etat-enregistrement").inner_text())


def download(page, action):
    with page.expect_download() as started:
        page.locator(f"[data-action={action}]:visible").first.click()
    return started.value


def uncopied(text):
    """The dossier of a file without the moment of its copy."""
    return {**json.loads(text), "copie": {"le": ""}}


def file_of(page, action="telecharger-json"):
    """The dossier that a download gives, without its moment."""
    return uncopied(Path(download(page, action).path()).read_text(encoding="utf-8"))


def copy_of(page):
    """The dossier as it is saved, read from the copy of the work in progress."""
    go(page, "taches")
    return file_of(page, "telecharger-copie")


def open_file(page, server, path):
    preview(page, server, path)
    page.click("[data-action=nouveau]")
    page.wait_for_url("**/dossier/**")
    until(lambda: page.locator("#reference").inner_text() != "")


def set_date(page, identifier, day, month, year):
    for part, text in (("jour", day), ("mois", month), ("annee", year)):
        page.fill(f"#{identifier}-{part}", text)


def answer_eligibility(page, level, days, stage="stage_initiation"):
    """Answer the questions of « Éligibilité »: ``days`` are [(path, « 4 3 2012 »)], a ``stage`` of "" is none."""
    page.select_option("#eleve-niveau", level)
    for path, day in days:
        set_date(page, path, *day.split())
    page.check(f"#stage-{stage}" if stage else "#stage-aucun")


def in_conflict(page):
    """A second tab of a new dossier, whose change cannot be saved: the first tab saved another one before."""
    open_new(page)
    go(page, "eleve")
    other = deaf(page.context.new_page())
    other.goto(page.url)
    until(lambda: other.locator("#eleve-nom").is_visible())
    page.fill("#eleve-nom", "Premier")
    saved(page)
    other.fill("#eleve-prenom", "Second")
    until(lambda: other.locator("#conflit").is_visible())
    return other


def versions(page):
    """What the storage keeps beside the open draft."""
    text = page.evaluate("async () => (await pidStore.get(new URLSearchParams(location.search).get('d'))).versions ?? "
                         "''")
    return json.loads(text) if text else {}


def stored(page):
    """(revision, last name) of each draft of this browser."""
    records = page.evaluate("pidStore.list().then((all) => Promise.all(all.map((one) => pidStore.get(one.id))))")
    return [(record["rev"], json.loads(record["json"])["eleve"]["nom"]) for record in records]


def choose_file(page, path):
    page.set_input_files("#fichier", path)
    until(lambda: page.locator("#apercu").is_visible())


def as_file(dossier):
    return {"name": "recu.json", "mimeType": "application/json", "buffer": json.dumps(dossier).encode()}
