"""The page « Documents »: each document as a PDF and on screen, filled, half-filled or blank."""

import subprocess

import pikepdf
import pytest

from pid_rules.documents.catalogue import DOCUMENTS
from tests.support.examples import EXAMPLES
from tests.support.pages.axe import check
from tests.support.pages.steps import file_of, go, open_demonstration, open_new, uncopied, until
from tests.support.programs import tool

pytestmark = pytest.mark.without_worker

STAGES = len(EXAMPLES["complet"]["stages"])
EXPECTED = [one for one in DOCUMENTS if one.each != "bilans"]


def listed(page, slug):
    return page.locator(f"[data-action=document-pdf][data-document={slug}]")


def get(page, slug, number=0):
    """(name, path) of the PDF that a button gives."""
    with page.expect_download() as started:
        listed(page, slug).nth(number).click()
    return started.value.suggested_filename, started.value.path()


def words(path):
    return subprocess.run([tool("pdftotext"), "-layout", str(path), "-"], capture_output=True, text=True,
                          check=True).stdout


@pytest.fixture
def documents(site):
    """The page « Documents » of the demonstration dossier."""
    open_demonstration(site)
    go(site, "documents")
    until(lambda: listed(site, "complet").count() == 1)
    return site


def test_the_page_says_for_whom_each_document_is(documents):
    assert [listed(documents, one.slug).count() for one in EXPECTED] == [STAGES if one.each else 1 for one in EXPECTED]
    shown = documents.locator("#liste-documents").inner_text().replace("\u00a0", " ")
    assert "Aucun bilan d’étape dans le dossier" in shown
    assert "Menuiserie de l’Exemple" in shown
    assert shown.count("Pour ") >= len(DOCUMENTS)


def test_the_sheet_of_a_stage_is_downloaded_without_the_dossier(documents):
    name, path = get(documents, "entreprise", 1)
    assert name == "PID_0490000J_2026-2027_K7QF_v1_entreprise-2_DEMONSTRATION.pdf"
    text = words(path)
    assert "Lycée professionnel de démonstration" in text and "Menuiserie de l’Exemple" not in text
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == 1 and not pdf.attachments
    until(lambda: documents.locator(".remise").inner_text().startswith(f"Fichier {name} remis au navigateur."))


def test_the_complete_dossier_carries_its_file(documents):
    _, path = get(documents, "complet")
    with pikepdf.open(path) as pdf:
        assert uncopied(pdf.attachments["dossier.json"].get_file().read_bytes()) == EXAMPLES["complet"]


TYPED_MEANWHILE = """(button) => {
  button.click();
  setTimeout(() => setTimeout(() => {
    const input = document.getElementById('stages-1-activites');
    input.value = 'Zélindaëlle';
    input.dispatchEvent(new Event('input', { bubbles: true }));
  }));
}"""
"""An answer of the last pages is typed once the first parts of the document are described."""


@pytest.mark.parametrize("slug, action", [("documents", "[data-action=document-pdf][data-document=complet]"),
                                          ("verifier", "[data-action=telecharger-pdf]:visible")])
def test_what_is_typed_meanwhile_is_neither_printed_nor_inside(documents, slug, action):
    go(documents, "stages")
    go(documents, slug)
    button = documents.locator(action).first
    until(lambda: button.is_visible())
    with documents.expect_download() as started:
        button.evaluate(TYPED_MEANWHILE)
    with pikepdf.open(started.value.path()) as pdf:
        inside = uncopied(next(iter(pdf.attachments.values())).get_file().read_bytes())
    assert "Zélindaëlle" not in words(started.value.path()) and inside == EXAMPLES["complet"]
    go(documents, "verifier")
    assert file_of(documents)["stages"][1]["activites"] == "Zélindaëlle"


def test_a_contract_is_half_filled_then_blank(documents):
    documents.check("#remplissage-main")
    until(lambda: listed(documents, "bilan").count() == 1)
    name, path = get(documents, "contrat")
    assert "contrat-a-completer" in name and "Elif Doğan" in words(path) and "compléter à la main" in words(path)
    documents.check("#remplissage-vierge")
    until(lambda: listed(documents, "convention").count() == 1)
    name, path = get(documents, "contrat")
    assert name == "PID_contrat-vierge.pdf" and "Doğan" not in words(path)


def test_a_document_is_shown_on_screen_and_printed_alone(documents):
    documents.locator("[data-action=document-apercu][data-document=convention]").first.click()
    until(lambda: documents.locator("#apercu-feuille").is_visible())
    sheet = documents.locator("#apercu-feuille")
    assert "Fiche de convention de stage" in sheet.inner_text() and "José Exemple-Patron" in sheet.inner_text()
    assert documents.evaluate("document.activeElement.id") == "apercu-feuille"
    check(documents, "aperçu")
    halves = sheet.locator(".moitie")
    assert halves.nth(0).bounding_box()["y"] == halves.nth(1).bounding_box()["y"]
    documents.set_viewport_size({"width": 360, "height": 740})
    assert halves.nth(0).bounding_box()["x"] == halves.nth(1).bounding_box()["x"]
    assert documents.evaluate("document.documentElement.scrollWidth") <= 360
    documents.emulate_media(media="print")
    assert documents.locator(".entete").is_hidden() and documents.locator("#apercu-document > .actions").is_hidden()
    assert documents.locator("#documents > h1").is_hidden() and sheet.is_visible()
    documents.emulate_media(media="screen")
    documents.click("[data-action=document-fermer]")
    until(lambda: documents.locator("#liste-documents").is_visible() and sheet.is_hidden())


WIDER = """() => {
  const sheet = document.getElementById('apercu-feuille');
  return Math.max(sheet.scrollWidth - sheet.clientWidth, document.documentElement.scrollWidth - innerWidth);
}"""


@pytest.mark.telephone
def test_no_document_shown_on_a_telephone_is_wider_than_it(documents):
    found = {}
    for one in EXPECTED:
        documents.locator(f"[data-action=document-apercu][data-document={one.slug}]").first.click()
        until(lambda: documents.locator("#apercu-feuille > *").count() > 2)
        found[one.slug] = documents.evaluate(WIDER)
        documents.click("[data-action=document-fermer]")
        until(lambda: documents.locator("#liste-documents").is_visible())
    assert {slug: more for slug, more in found.items() if more > 0} == {}


def test_an_unfinished_dossier_gives_drafts(site):
    open_new(site)
    go(site, "documents")
    until(lambda: listed(site, "famille").count() == 1)
    name, path = get(site, "famille")
    assert name.endswith("_famille_BROUILLON.pdf") and "BROUILLON" in words(path)
    assert "Aucun stage dans le dossier" in site.locator("#liste-documents").inner_text()
