"""How many pages the documents take, and how well their pages are filled: whole dossiers, untidy ones, vast ones."""

import re
import subprocess

import pytest

from pid_rules.documents.catalogue import BY_SLUG
from pid_rules.words import dates
from tests.bench.vast import vast
from tests.support.examples import EXAMPLES
from tests.support.pdf_documents import compose_all, described, text_of
from tests.support.programs import tool

SIGNED = dates.parse_iso("2026-12-18")
"""A day on which nothing of the untidy dossier is dated of the future."""
TOP, FLOOR = 53, 799
"""Of what is written on a page, between its header and its foot, in points from the top."""
LAST_PAGES = {"complet": 8, "desordre": 11, "clos": 11, "complet-contrat": 2, "desordre-contrat": 2, "clos-contrat": 2,
              "complet-famille": 4, "clos-famille": 4, "desordre-famille": 5}
"""Most pages of each."""


def requests():
    dossiers = {"complet": EXAMPLES["complet"], "desordre": EXAMPLES["desordre"], "clos": EXAMPLES["clos"],
                "vaste": vast()}
    made = {name: (described(dossier, day=SIGNED), "") for name, dossier in dossiers.items()}
    for slug in ("contrat", "famille"):
        made |= {f"{name}-{slug}": (described(dossier, document=BY_SLUG[slug]), "")
                 for name, dossier in dossiers.items()}
    short = described(EXAMPLES["complet"], document=BY_SLUG["contrat"])
    short["blocks"] = short["blocks"][:2] + [{"t": "pagebreak"}] + short["blocks"][2:]
    return made | {"coupe": (short, "")}


@pytest.fixture(scope="module")
def pdfs(built, tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    return {name: folder / f"{name}.pdf" for name in compose_all(built, folder, requests())}


def filled(path):
    """The part of each page that is written on, from its top."""
    boxes = subprocess.run([tool("pdftotext"), "-bbox", str(path), "-"], capture_output=True, text=True,
                           check=True).stdout
    parts = []
    for page in boxes.split("<page ")[1:]:
        # The mark across the page stands anywhere.
        ends = [float(end) for end, word in re.findall(r'yMax="([\d.]+)">([^<]*)<', page)
                if word not in ("BROUILLON", "DÉMONSTRATION")]
        parts.append((max([end for end in ends if end < FLOOR], default=TOP) - TOP) / (FLOOR - TOP))
    return parts


@pytest.mark.parametrize("name", LAST_PAGES)
def test_a_document_takes_few_pages(pdfs, name):
    assert len(filled(pdfs[name])) <= LAST_PAGES[name]


@pytest.mark.parametrize("name", ["complet", "desordre", "clos", "vaste", "complet-contrat", "desordre-contrat",
                                  "vaste-contrat", "complet-famille", "clos-famille", "desordre-famille"])
def test_no_page_but_the_last_is_under_a_third_full(pdfs, name):
    assert [part for part in filled(pdfs[name])[:-1] if part < 1 / 3] == []


def test_control_a_page_cut_short_is_seen(pdfs):
    assert filled(pdfs["coupe"])[0] < 1 / 3


@pytest.mark.parametrize("name", ["complet", "desordre", "clos", "complet-contrat", "desordre-contrat"])
def test_all_sign_the_contract_on_one_page(pdfs, name):
    awaited = [len(block["boxes"]) for block in requests()[name][0]["blocks"] if block["t"] == "sign"]
    pages = text_of(pdfs[name]).split("\f")
    assert [page.count("ignature :") for page in pages if "Le contrat se signe" in page] == awaited


def test_nothing_of_a_vast_dossier_is_cut(pdfs):
    text = " ".join(text_of(pdfs["vaste"]).replace("\u00a0", " ").split())
    assert all(f"Stage {number} " in text and f"Semaine {number}, du" in text for number in range(1, 13))
    assert text.count("Moins de deux demi-journées") == 40  # the contract has a row for each objective
