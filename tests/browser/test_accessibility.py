"""What axe cannot see: the accessibility tree, focus, targets, spacing, colours of controls, motion."""

import pytest

from tests.support.pages.axe import check
from tests.support.pages.steps import go, open_demonstration, open_new, ready, saved, until

pytestmark = pytest.mark.without_worker

PAGES = ("taches", "etablissement", "objectifs", "objectifs/O1", "stages", "stages/S1/securite",
         "emploi-du-temps", "signatures", "verifier", "documents", "suivi")
VISIBLE = """
const visible = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility !== 'hidden';
"""
# WCAG 2.5.8: 24 px each way, but for links inside a sentence. The label of a box or of a button is part of its target.
SMALL = "() => {" + VISIBLE + """
return [...document.querySelectorAll('main :is(a, button, input, select, textarea, summary), nav a, footer a')]
  .filter(visible).filter((element) => {
    const inSentence = element.tagName === 'A' && element.parentElement.childNodes.length > 1;
    const target = ['radio', 'checkbox'].includes(element.type) ? element.parentElement : element;
    const { width, height } = target.getBoundingClientRect();
    return !inSentence && !element.closest('.evitement') && (width < 24 || height < 24);
  }).map((element) => element.outerHTML.slice(0, 120)); }
"""
TABLES = "() => {" + VISIBLE + """
return [...document.querySelectorAll('main table')].filter(visible).filter((table) =>
  !table.caption?.textContent.trim() || !table.querySelector('th')
  || [...table.querySelectorAll('th')].some((cell) => !['col', 'row'].includes(cell.scope)))
  .map((table) => table.outerHTML.slice(0, 160)); }
"""
SPACED = """() => {
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
 p { margin-bottom: 2em !important; }`);
document.adoptedStyleSheets = [sheet]; }
"""
CUT = "() => {" + VISIBLE + """
return [...document.querySelectorAll('main *, header *, footer *')].filter(visible)
  .filter((element) => !element.closest('.invisible, .evitement, input, select, option, textarea')
    && getComputedStyle(element).overflowX === 'hidden' && element.scrollWidth > element.clientWidth + 1)
  .map((element) => element.outerHTML.slice(0, 120)); }
"""
FOCUSED = """() => {
const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
const box = document.activeElement.getBoundingClientRect();
return { name: document.activeElement.outerHTML.slice(0, 100),
   outlined: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2,
   seen: box.bottom > 0 && box.top < innerHeight,
   place: [...document.querySelectorAll('*')].indexOf(document.activeElement),
   last: document.activeElement === [...document.querySelectorAll('footer a')].at(-1) }; }
"""
COLOURS = """() => {
const luminance = (colour) => {
  const [r, g, b] = colour.match(/[\\d.]+/g).slice(0, 3).map((part) => part / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
const contrast = (one, other) => {
  const [low, high] = [luminance(one), luminance(other)].sort((left, right) => left - right);
  return (high + 0.05) / (low + 0.05);
};
const page = getComputedStyle(document.body).backgroundColor;
const root = getComputedStyle(document.documentElement);
const probe = document.createElement('i');
document.body.append(probe);
const colour = (name) => { probe.style.color = root.getPropertyValue(name); return getComputedStyle(probe).color; };
const found = { champ: contrast(getComputedStyle(document.querySelector('#eleve-nom')).borderTopColor, page),
  focus: contrast(colour('--focus'), page), bouton: contrast(colour('--accent'), page),
  erreur: contrast(colour('--erreur'), page) };
probe.remove();
return found; }
"""


def tree(page):
    """The accessibility tree: a list of (role, name, properties) of the nodes that it does not ignore."""
    session = page.context.new_cdp_session(page)
    nodes = session.send("Accessibility.getFullAXTree")["nodes"]
    session.detach()
    return [(node["role"]["value"], node.get("name", {}).get("value", ""),
             {one["name"]: one["value"].get("value") for one in node.get("properties", ())}
             | {"description": node.get("description", {}).get("value", "")})
            for node in nodes if not node.get("ignored")]


@pytest.fixture
def dossier(site):
    open_demonstration(site)
    return site


@pytest.mark.chromium_only(reason="the accessibility tree is read through the Chrome DevTools Protocol")
def test_error_summary_in_the_tree(site):
    open_new(site)
    go(site, "eleve")
    site.locator("#eleve [data-action=continuer]").click()
    until(lambda: site.locator("#eleve .resume-erreurs").is_visible())
    assert site.title().startswith("Erreur\u00a0:")
    nodes = tree(site)
    summary = next(properties for role, name, properties in nodes if role == "group" and name == "Il y a un problème")
    assert summary["focused"] and "Indiquez le nom" in summary["description"]
    assert [name for role, name, _ in nodes if role == "alert"] == []  # what has the focus would be heard twice
    links = [name for role, name, _ in nodes if role == "link" and name.startswith("Indiquez le nom")]
    field = next(properties for role, name, properties in nodes if role == "textbox" and name == "Nom")
    assert links and field["invalid"] == "true" and links[0] in field["description"]
    check(site, "errors")


LISTENED = """() => {
  window.heard = [];
  window.kept = 0;
  document.addEventListener('pid-enregistre', () => { window.kept += 1; });
  new MutationObserver((changes) => {
    for (const { target, addedNodes } of changes) {
      const said = [...addedNodes].map((node) => node.textContent).join('');
      if (said.trim() && target.closest('[role=status], [role=alert], [aria-live]')) window.heard.push(said);
    }
  }).observe(document.body, { childList: true, subtree: true });
}"""
"""Keeps what is written where a screen reader listens."""


@pytest.mark.chromium_only(reason="the accessibility tree is read through the Chrome DevTools Protocol")
def test_status_messages_in_the_tree(site):
    open_new(site)
    go(site, "objectifs")
    site.locator("#objectifs [data-action=ajouter]").first.click()
    until(lambda: site.locator("#annonce").inner_text() != "")
    go(site, "eleve")
    site.fill("#eleve-nom", "Durand")
    until(lambda: "Enregistré à" in site.locator("#etat-enregistrement").inner_text())
    lives = [(role, properties.get("live")) for role, name, properties in tree(site) if properties.get("live")]
    assert ("status", "polite") in lives and len(lives) >= 2


def test_the_first_save_is_said_and_not_each_of_those_that_follow(site):
    open_new(site)
    go(site, "eleve")
    site.evaluate(LISTENED)
    for field, text in (("#eleve-nom", "Durand"), ("#eleve-prenom", "Camille"), ("#eleve-classe", "3e B")):
        site.fill(field, text)
        kept = site.evaluate("window.kept")
        until(lambda: site.evaluate("window.kept") > kept)
    heard = site.evaluate("window.heard")
    assert [text[:12] for text in heard] == ["Enregistré à"], heard


def test_what_is_taken_back_is_said_once(site):
    open_new(site)
    go(site, "eleve")
    site.fill("#eleve-nom", "Durand")
    site.focus("#eleve-prenom")
    saved(site)
    site.evaluate(LISTENED)
    site.keyboard.press("Control+z")
    until(lambda: "Annulé" in site.locator("#annuler p").inner_text())
    assert site.evaluate("window.heard") == ["Annulé – Nom."]


def test_what_is_said_of_a_date_is_heard_at_its_day(site):
    open_new(site)
    go(site, "eleve")
    day = site.locator("#eleve-date_naissance-jour")
    assert day.get_attribute("aria-describedby") == "eleve-date_naissance-aide"
    for part, text in (("jour", "31"), ("mois", "2"), ("annee", "2012")):
        site.fill(f"#eleve-date_naissance-{part}", text)
    site.click("#eleve [data-action=continuer]")
    until(lambda: site.locator("#eleve .resume-erreurs").is_visible())
    assert day.get_attribute("aria-describedby") == "eleve-date_naissance-aide eleve-date_naissance-erreur"
    assert "31 février" in site.locator("#eleve-date_naissance-erreur").inner_text()


def test_where_something_taken_back_stands_is_short_to_hear(dossier):
    go(dossier, "objectifs")
    dossier.locator("#objectifs [data-action=supprimer]:visible").nth(1).click()
    dossier.keyboard.press("Control+z")
    until(lambda: "Annulé" in dossier.locator("#annuler p").inner_text())
    focused = dossier.evaluate("[document.activeElement.tagName, document.activeElement.textContent]")
    assert focused[0] == "A" and focused[1].startswith("Objectif 2")


def test_a_drawing_is_heard_by_what_tells_it_alone(dossier):
    go(dossier, "parcours")
    until(lambda: dossier.locator("#parcours .frise svg text").count() > 0)
    assert dossier.locator("#parcours .frise svg > :not([aria-hidden=true])").count() == 0
    dossier.click("#parcours .frise summary")
    assert dossier.evaluate(TABLES) == []


@pytest.mark.parametrize("width", [1280, 320])
def test_targets(dossier, width):
    dossier.set_viewport_size({"width": width, "height": 800})
    for slug in PAGES:
        go(dossier, slug)
        assert dossier.evaluate(SMALL) == [], slug


def test_control_a_small_target_is_seen(dossier):
    go(dossier, "eleve")
    dossier.evaluate("document.querySelector('#eleve [data-action=continuer]').style.cssText = "
                     "'height: 12px; min-height: 0; padding: 0; width: 12px; overflow: hidden'")
    assert len(dossier.evaluate(SMALL)) == 1


def test_tables(dossier):
    seen = 0
    for slug in ("emploi-du-temps", "documents", "verifier"):
        go(dossier, slug)
        dossier.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        dossier.evaluate("document.querySelector('#emploi-du-temps "
                         "[data-action=semaine-ouvrir][aria-expanded=false]')?.click()")
        seen += dossier.locator("main table:visible").count()
        assert dossier.evaluate(TABLES) == [], slug
    assert seen > 0


def test_text_spacing(dossier):
    dossier.set_viewport_size({"width": 320, "height": 800})
    dossier.evaluate(SPACED)
    for slug in PAGES:
        go(dossier, slug)
        assert dossier.evaluate("document.documentElement.scrollWidth <= innerWidth"), slug
        assert dossier.evaluate(CUT) == [], slug


def test_focus(site, server):
    site.emulate_media(reduced_motion="reduce")  # a smooth scroll would still be on its way
    for path in ("", "eligibilite/index.html", "ouvrir/index.html", "regles/index.html", "aide/index.html"):
        site.goto(server.address + path)
        until(lambda: ready(site) or not path or "regles" in path or "aide" in path)
        site.keyboard.press("Tab")
        assert "evitement" in site.evaluate(FOCUSED)["name"], path
        places = []
        for _ in range(400):
            found = site.evaluate(FOCUSED)
            assert found["outlined"] and found["seen"] and found["place"] not in places, (path, found)
            if found["last"]:  # further is the bar of the browser, whence Firefox goes on in the next page
                break
            places.append(found["place"])
            site.keyboard.press("Tab")
        assert found["last"], path  # nothing kept the focus on the way


def test_control_the_media_asked_for_last_from_a_page_to_the_next(page, server):
    asked = {"(prefers-color-scheme: dark)": {"color_scheme": "dark"},
             "(prefers-reduced-motion: reduce)": {"reduced_motion": "reduce"},
             "print": {"media": "print"}, "screen": {"media": "screen"},
             "(forced-colors: active)": {"forced_colors": "active"}}
    page.goto(server.address)
    for query, features in asked.items():
        page.emulate_media(**features)
        for path in ("aide/index.html", ""):
            assert page.evaluate("(query) => matchMedia(query).matches", query), (query, path)
            page.goto(server.address + path)
    assert page.evaluate("matchMedia('screen').matches && matchMedia('(prefers-reduced-motion: reduce)').matches")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_colours(dossier, scheme):
    dossier.emulate_media(color_scheme=scheme)
    go(dossier, "eleve")
    found = dossier.evaluate(COLOURS)
    assert [name for name, ratio in found.items() if ratio < 3] == [], found


def test_reduced_motion(dossier):
    dossier.emulate_media(reduced_motion="reduce")
    moving = dossier.evaluate("""() => [...document.querySelectorAll('*')].filter((element) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
      return parseFloat(transitionDuration) > 0 || animationName !== 'none' || scrollBehavior === 'smooth';
    }).length""")
    assert moving == 0


def test_forced_colours_keep_borders_and_focus(dossier):
    dossier.emulate_media(forced_colors="active")
    go(dossier, "eleve")
    check(dossier, "forced colours")
    assert dossier.evaluate("getComputedStyle(document.querySelector('#eleve .bouton')).borderTopStyle") == "solid"
    dossier.locator("#eleve-nom").focus()
    assert dossier.evaluate(FOCUSED)["outlined"]
