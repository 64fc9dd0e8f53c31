"""The whole of complet.json by keyboard alone: from blank to « prêt à envoyer », downloaded, equal, reopened."""

import copy
import re
from pathlib import Path

import pytest

from pid_rules.dossier.asked import is_asked
from pid_rules.dossier.paths import concrete, get, put
from pid_rules.form import FORM
from pid_rules.form.contrat import PIECE_TYPE
from pid_rules.words import dates
from tests.support.examples import EXAMPLES
from tests.support.pages.steps import go, open_demonstration, open_new, ready, saved, uncopied, until
from tests.support.pages.week_steps import enter_week

pytestmark = pytest.mark.without_worker

ANSWERS = EXAMPLES["complet"]
DAY = "2026-11-20T10:00"
MOST_KEYS = 900
LONGEST = 1800
"""Seconds: some three thousand keys, the page asked after each where it is, on a machine that does other work."""
WORKS = ("utilise_machines", "effectue_travaux", "travaux_interdits")
HERE = """() => {
  const at = document.activeElement;
  const champ = at.closest('.champ[data-path]');
  return { list: at.parentElement.matches('.liste'), tag: at.tagName, type: at.type ?? '', value: at.value ?? '',
    name: at.name ?? '', part: at.dataset.part ?? '', action: at.dataset.action ?? '', path: champ?.dataset.path ?? '',
    discipline: at.closest('[data-discipline]')?.dataset.discipline ?? '',
    block: at.closest('.bloc')?.dataset.path ?? '', checked: at.checked ?? false,
    options: [...(at.options ?? champ?.querySelectorAll('input[type=radio]') ?? [])].map((one) => one.value),
    error: Boolean(at.closest('.resume-erreurs')) };
}"""

COMPENSATIONS = {one["discipline"]: one["compensation"] for one in ANSWERS["parcours"]["dispenses"]}
"""What the lines of the computed table are filled with: none has an item before."""
READY = ("signatures", "prepam.accord_responsables", "pieces")
"""Lists that have ready rows."""


def in_file(here):
    """The path in the example of a question: until it is answered, that of a ready row stands beyond the last line."""
    parts, beyond = here["path"].split("."), FORM.block["signatures"].maximum
    if here["block"] == "signatures" and int(parts[1]) >= beyond:
        parts[1] = str(int(parts[1]) - beyond)
    if here["block"] == "pieces" and int(parts[1]) >= FORM.block["pieces"].maximum:
        kind = PIECE_TYPE.kind.options[int(parts[1]) - FORM.block["pieces"].maximum][0]
        ranks = [rank for rank, one in enumerate(ANSWERS["pieces"]) if one["type"] == kind]
        parts[1] = str((ranks + [len(ANSWERS["pieces"])])[0])
    return ".".join(parts)


def answer(page, here):
    """Give the answer of the complete example to the control that has the focus."""
    wanted = get(ANSWERS, in_file(here))
    words = {True: "oui", False: "non", None: ""}[wanted] if wanted is None or isinstance(wanted, bool) else \
        wanted if isinstance(wanted, list) else str(wanted)
    press = page.keyboard.press
    if here["part"]:
        parts = dict(zip(("annee", "mois", "jour"), dates.parts(dates.parse_iso(words)))) if words else {}
        page.keyboard.type(str(parts.get(here["part"], "")))
    elif here["type"] == "radio":
        if words:
            press("Space")
            for _ in range(here["options"].index(words) - here["options"].index(here["value"])):
                press("ArrowDown")
    elif here["type"] == "checkbox":
        if (here["value"] in wanted) != here["checked"]:
            press("Space")
    elif here["tag"] == "SELECT":
        for _ in range(here["options"].index(words) - here["options"].index(here["value"])):
            press("ArrowDown")
    else:
        press("Control+a")
        page.keyboard.type(words) if len(words) < 40 else page.keyboard.insert_text(words)
        if not words:
            press("Delete")


def answer_works(page, here):
    """Say in one answer that the pupil of a stage does no works, or ask for each question."""
    stage = here["name"].rpartition(".")[0]
    page.keyboard.press("ArrowDown" if any(get(ANSWERS, f"{stage}.{one}") for one in WORKS) else "Space")


def address(page):
    return page.evaluate("location.hash.slice(1)")


def fill_page(page, slug):
    """Answer every question of a page, and of the screens of its items, until « Continuer » leads to another."""
    until(lambda: page.locator(f"section#{slug}").is_visible())
    for week in get(ANSWERS, "emploi_du_temps.semaines") if slug == "emploi-du-temps" else []:
        enter_week(page, week)
        page.locator(f"section#{slug} h1").focus()
    while address(page).partition("/")[0] == slug:
        fill_screen(page, slug)


def lacks_items(page, path):
    return page.locator(f'[data-path="{path}"] > .items > .item').count() < len(get(ANSWERS, path) or [])


def fill_screen(page, slug):
    """Answer every question from the title of a screen to what leads to the next one: a new item, or « Continuer »."""
    start = address(page)
    until(lambda: page.evaluate("document.activeElement.tagName") == "H1")
    for _ in range(MOST_KEYS):
        page.keyboard.press("Tab")
        here = page.evaluate(HERE)
        while here["action"] == "ajouter" and here["block"] not in READY and lacks_items(page, here["block"]):
            page.keyboard.press("Enter")
            if here["list"]:
                until(lambda: address(page) != start)
                return
            here = page.evaluate(HERE)
        if here["path"] and here["tag"] in ("INPUT", "SELECT", "TEXTAREA"):
            answer(page, here)
        if here["discipline"] and here["tag"] == "TEXTAREA":
            page.keyboard.insert_text(COMPENSATIONS[here["discipline"]])
        if here["name"].endswith(".travaux"):
            answer_works(page, here)
        if here["action"] == "continuer":
            page.keyboard.press("Enter")
            break
    else:
        raise AssertionError(f"« Continuer » n’est pas atteint dans {slug}")
    until(lambda: address(page) != start or page.locator(f"section#{slug} .resume-erreurs").is_visible())
    errors = page.locator(f"section#{slug} .resume-erreurs")
    assert not errors.is_visible(), (slug, errors.inner_text())


def press_action(page, action):
    """Tab to a button, then use it; returns the download."""
    for _ in range(MOST_KEYS):
        if page.evaluate(HERE)["action"] == action:
            with page.expect_download() as started:
                page.keyboard.press("Enter")
            return started.value
        page.keyboard.press("Tab")
    raise AssertionError(f"{action} n’est pas atteint")


def preview(page, server, path):
    page.goto(server.address + "ouvrir/")
    until(lambda: ready(page))
    page.set_input_files("#fichier", path)
    until(lambda: page.locator("#apercu").is_visible() or page.locator("#fichier-erreur").is_visible())
    return page.locator("#apercu").inner_text()


def typed_like(dossier):
    """The dossier without what only the site gives: its reference, the fingerprint of what was signed, the order of
    choices ticked and of dispenses, which is that of the screen; and without what the other answers leave unasked."""
    kept = copy.deepcopy(dossier)
    for field in FORM.field.values():
        for path in concrete(kept, field.path):
            if not is_asked(kept, field, path):
                put(kept, path, None)
    del kept["dossier"]["reference"]
    for signature in kept["signatures"]:
        del signature["empreinte"]
    kept["situation"]["difficultes"].sort()
    kept["parcours"]["dispenses"] = sorted((one["discipline"], one["compensation"])
                                           for one in kept["parcours"]["dispenses"])
    return kept


@pytest.mark.campaign
@pytest.mark.timeout(LONGEST)
def test_a_whole_dossier_by_keyboard_then_downloaded_and_reopened(site, server, tmp_path):
    site.clock.set_fixed_time(DAY)
    open_new(site)
    slugs = [page.slug for page in FORM.pages if page.editable]
    for _ in range(MOST_KEYS):
        site.keyboard.press("Tab")
        if site.evaluate("document.activeElement.getAttribute('href')") == "#" + slugs[0]:
            break
    site.keyboard.press("Enter")
    for slug in slugs:
        if site.locator(f"section#{slug}").is_hidden():
            go(site, slug)  # « Continuer » led to the check: what follows the sending begins here
        fill_page(site, slug)
    go(site, "verifier")
    until(lambda: site.locator("#verdict").is_visible())
    verdict = site.locator("#verdict").inner_text()
    left = site.locator("#constats").inner_text() + site.locator("#manquants").inner_text()
    assert "Rien ne s’oppose à l’envoi" in verdict, left
    saved(site)
    files = {}
    for kind in ("json", "pdf"):
        site.locator("#verifier h1").focus()
        got = press_action(site, f"telecharger-{kind}")
        assert "BROUILLON" not in got.suggested_filename
        files[kind] = tmp_path / got.suggested_filename
        got.save_as(files[kind])
    dossier = uncopied(Path(files["json"]).read_text(encoding="utf-8"))
    assert typed_like(dossier) == typed_like(ANSWERS)
    assert re.fullmatch("0490000J-2026-[A-HJ-NP-Z2-9]{4}", dossier["dossier"]["reference"])
    assert {len(signature["empreinte"]) for signature in dossier["signatures"]} == {64}
    for path in files.values():
        seen = preview(site, server, path)
        assert dossier["dossier"]["reference"] in seen and "Prêt à envoyer" in seen and "Ils sont identiques." in seen


def test_what_a_new_item_is_born_with_gives_way_to_what_is_typed(site):
    open_demonstration(site)
    go(site, "referent")
    site.focus("[data-path='evaluation.bilans_etape_prevus'] > [data-action=ajouter]")
    site.keyboard.press("Enter")
    until(lambda: site.evaluate("document.activeElement.dataset.part") == "jour")
    assert site.evaluate("document.activeElement.value") != "", "a day is proposed"
    site.keyboard.type("9")
    assert site.evaluate("document.activeElement.value") == "9"
    site.keyboard.press("Tab")
    site.keyboard.type("3")
    assert site.evaluate("document.activeElement.value") == "3"
