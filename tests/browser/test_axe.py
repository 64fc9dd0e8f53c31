"""axe-core finds nothing to reproach on any page, in any state, light or dark, wide or narrow."""

import pytest

from tests.support.examples import DATA
from tests.support.pages.axe import check
from tests.support.pages.looks import LOOKS, look, looks
from tests.support.pages.steps import (
    DAYS_OF_5E,
    answer_eligibility,
    at_home,
    deaf,
    go,
    open_demonstration,
    open_new,
    preview,
    ready,
    saved,
    until,
)
from tests.support.pages.watched import PATHS

pytestmark = pytest.mark.without_worker


@pytest.mark.parametrize("path", PATHS)
@looks
def test_axe(server, page, path, scheme, width):
    look(page, scheme, width)
    page.goto(server.address + path)
    check(page)


def slugs(page):
    return page.evaluate("[...document.querySelectorAll('section.page')].map((section) => section.id)")


@pytest.mark.campaign
def test_every_page_of_a_complete_dossier(site):
    look(site, *LOOKS[0])
    open_demonstration(site)
    for slug in slugs(site):
        go(site, slug)
        check(site, slug)


@pytest.mark.campaign
def test_every_page_of_an_untidy_dossier(site, server):
    """Long names in capitals, lettered slots, texts of several paragraphs: on a phone, where nothing is cut."""
    look(site, *LOOKS[1])
    preview(site, server, DATA / "desordre.json")
    check(site, "preview")
    site.click("[data-action=nouveau]")
    site.wait_for_url("**/dossier/**")
    until(lambda: site.locator("#reference").inner_text() != "")
    for slug in slugs(site):
        go(site, slug)
        check(site, slug)


@looks
def test_errors_after_continuing_on_a_blank_dossier(site, scheme, width):
    look(site, scheme, width)
    open_new(site)
    marked = 0
    for slug in [slug for slug in slugs(site) if site.locator(f"#{slug} [data-action=continuer]").count()]:
        go(site, slug)
        site.locator(f"#{slug} [data-action=continuer]").click()
        summary = site.locator(f"#{slug} .resume-erreurs")
        until(lambda: summary.is_visible() or site.evaluate("location.hash") != "#" + slug)
        if summary.is_visible():
            marked += 1
            check(site, slug)
    assert marked > 5
    go(site, "verifier")
    assert site.locator("#manquants li").count() > 5
    check(site, "verifier")


@looks
def test_findings_guard_and_undo(site, scheme, width):
    look(site, scheme, width)
    site.clock.set_fixed_time("2026-11-24T10:00")  # PE-04 warns: the pathway begins too soon after this day
    open_demonstration(site)
    go(site, "eleve")
    site.select_option("#eleve-niveau", "5e")
    go(site, "situation")
    site.fill("#situation-constats", "Il suit un traitement.")
    until(lambda: site.locator("#situation-constats-garde").is_visible())
    check(site, "guard")
    go(site, "lieux")
    site.locator("#lieux [data-action=supprimer]").first.click()
    check(site, "what uses a place, told")
    go(site, "objectifs")
    site.locator("#objectifs [data-action=supprimer]").first.click()
    until(lambda: site.locator("#annuler").is_visible())
    check(site, "undo of an item")
    go(site, "verifier")
    assert site.locator("[data-justification]").count() > 0
    check(site, "findings")


@looks
def test_failed_save_and_conflict(site, scheme, width):
    look(site, scheme, width)
    open_new(site)
    go(site, "eleve")
    site.fill("#eleve-nom", "Premier")
    saved(site)
    site.evaluate("""() => { const real = IDBDatabase.prototype.transaction;
      IDBDatabase.prototype.transaction = function (names, mode, ...rest) {
        // the page looks once for what it has to purge
        if (mode !== 'readwrite') return real.call(this, names, mode, ...rest);
        IDBDatabase.prototype.transaction = real;
        throw new DOMException('x');
      }; }""")
    site.fill("#eleve-nom", "Second")
    until(lambda: site.locator("#alerte-enregistrement").is_visible())
    check(site, "failed save")
    other = deaf(site.context.new_page())
    look(other, scheme, width)
    other.goto(site.url)
    until(lambda: other.locator("#eleve-nom").is_visible())
    site.fill("#eleve-nom", "Troisième")
    saved(site)
    other.fill("#eleve-prenom", "Autre")
    until(lambda: other.locator("#conflit").is_visible())
    check(other, "conflict")


@looks
def test_import_preview_refusal_and_replacement(site, server, scheme, width):
    look(site, scheme, width)
    open_demonstration(site)
    site.goto(server.address + "ouvrir/")
    until(lambda: ready(site))
    site.set_input_files("#fichier", {"name": "x.json", "mimeType": "application/json", "buffer": b"{}"})
    until(lambda: site.locator("#fichier-erreur").is_visible())
    check(site, "refusal")
    site.set_input_files("#fichier", DATA / "clos.json")
    until(lambda: site.locator("#apercu").is_visible())
    assert site.locator("#differences li").count() > 0
    check(site, "preview")
    site.click("[data-action=remplacer]")
    until(lambda: site.locator("#remplacement").is_visible())
    check(site, "replaced")


@looks
def test_list_undo_and_duplication(site, server, scheme, width):
    look(site, scheme, width)
    open_demonstration(site)
    at_home(site, server, 1)
    site.click("#dossiers [data-action=dupliquer]")
    check(site, "duplication")
    site.click("[data-action=abandonner-duplication]")
    site.click("#dossiers [data-action=supprimer]")
    until(lambda: site.locator("#annuler").is_visible())
    site.click("#supprimes summary")
    site.click("[data-action=retirer]")
    check(site, "undo, deleted dossiers, removal asked")


@looks
def test_eligibility_result(site, server, scheme, width):
    look(site, scheme, width)
    site.goto(server.address + "eligibilite/")
    until(lambda: ready(site))
    site.click("[data-action=verifier-eligibilite]")
    check(site, "nothing answered")
    answer_eligibility(site, "5e", DAYS_OF_5E)
    site.click("[data-action=verifier-eligibilite]")
    assert "n’est pas possible" in site.locator("#resultat").inner_text()
    check(site, "result")


def test_control_axe_does_see_a_control_without_a_name(site, server):
    site.goto(server.address + "eligibilite/")
    until(lambda: ready(site))
    site.evaluate("document.querySelector('label[for=eleve-niveau]').remove()")
    with pytest.raises(AssertionError, match="select-name"):
        check(site)
