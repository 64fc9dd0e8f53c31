"""The attachment that PDF programs give is the dossier that opens: each variant is read by ``pdfdetach`` of Poppler
too."""

import json
import re
import subprocess
import zlib

import pytest

from tests.campaigns.received import case, journeys
from tests.support import pdf_programs
from tests.support.examples import EXAMPLES
from tests.support.pdf_documents import compose_all, described
from tests.support.programs import tool

FIRST, SECOND = "Łukasz", "Autre"
GONE, NONE = "Ce PDF ne contient plus de dossier", "Ce PDF ne contient pas de dossier"
DELETED = ("MuPDF, deleted", "pypdf, deleted", "signed, deleted")


def dossiers():
    other = json.loads(json.dumps(EXAMPLES["complet"]))
    other["eleve"]["prenom"] = SECOND
    return EXAMPLES["complet"], other


@pytest.fixture(scope="module")
def base(built, tmp_path_factory):
    folder = tmp_path_factory.mktemp("base")
    compose_all(built, folder, {"complet": (described(dossiers()[0]), dossiers()[0])})
    return (folder / "complet.pdf").read_bytes()


@pytest.fixture(scope="module")
def made(base, tmp_path_factory):
    return pdf_programs.variants(base, json.dumps(dossiers()[1], ensure_ascii=False, indent=2).encode(),
                                 tmp_path_factory.mktemp("made"))


@pytest.fixture(scope="module")
def answers(made):
    return dict(zip(made, journeys([case(("recu.pdf", content)) for content in made.values()])))


def name_in(text):
    return json.loads(text)["eleve"]["prenom"]


def detached(content, folder):
    """First names of the pupils of the dossiers that Poppler takes out of a PDF."""
    path = folder / "recu.pdf"
    path.write_bytes(content)
    listed = subprocess.run([tool("pdfdetach"), "-list", path], capture_output=True, text=True, check=True).stdout
    names = set()
    for number in range(1, int(listed.split()[0]) + 1):
        subprocess.run([tool("pdfdetach"), "-save", str(number), "-o", folder / "sorti", path], check=True,
                       capture_output=True)
        names.add(name_in((folder / "sorti").read_text(encoding="utf-8")))
    return names


def opened(answer):
    """The same of what the site opens or names."""
    if answer["ok"]:
        return {name_in(answer["text"])}
    return {name_in(choice["text"]) for choice in answer.get("choix") or []}


def test_what_opens_is_what_programs_give(made, answers, tmp_path):
    assert len(made) >= 60
    told = {name: (detached(content, tmp_path), opened(answers[name])) for name, content in made.items()}
    assert {name: both for name, both in told.items() if both[0] != both[1]} == {}
    found = [len(given) for given, _ in told.values()]
    assert found.count(0) >= 8 and found.count(2) >= 5 and found.count(1) >= 40
    assert {SECOND} in [given for given, _ in told.values()]


def test_what_is_no_longer_attached_is_told(answers):
    refused = {name: answer["message"] for name, answer in answers.items() if not opened(answer)}
    assert {name: said[:len(GONE)] for name, said in refused.items() if name in DELETED} == dict.fromkeys(DELETED, GONE)
    assert all(said.startswith((GONE, NONE)) for said in refused.values())


def test_every_variant_is_read_in_time_and_unfolds_little(answers):
    assert {name: answer["ms"] for name, answer in answers.items() if answer["ms"] > 2000} == {}
    assert {name: answer["inflated"] for name, answer in answers.items() if answer["inflated"] > 5_000_000} == {}


def scanned(content):
    """The first dossier that a reader without tables finds, as the site's did: any stream that says it is an attached
    file."""
    for head in re.finditer(rb"/Type\s*/EmbeddedFile", content):
        start = content.index(b"stream", head.start()) + 6
        body = content[start:content.index(b"endstream", start)].lstrip(b"\r\n")
        try:
            body = zlib.decompressobj().decompress(body)
        except zlib.error:
            pass
        if b"pid-dossier" in body[:200]:
            return {name_in(body)}
    return set()


def test_control_a_reader_that_scans_opens_what_was_replaced_or_deleted(made, answers):
    wrong = [name for name in ("qpdf, replaced", "MuPDF, changed", *DELETED)
             if scanned(made[name]) != opened(answers[name])]
    assert len(wrong) == 2 + len(DELETED) and scanned(made["as it is"]) == {FIRST}


def test_the_dossiers_of_a_portfolio_open_too(base, made):
    other = made["pikepdf, replaced"]
    one, two = journeys([case(("recu.pdf", pdf_programs.portfolio(lettre=made["pikepdf, deleted"], dossier=base))),
                         case(("recu.pdf", pdf_programs.portfolio(premier=base, second=other)))])
    assert opened(one) == {FIRST} and opened(two) == {FIRST, SECOND}
    assert [choice["nom"] for choice in two["choix"]] == ["premier.pdf", "second.pdf"]


def test_the_name_of_an_attached_file_is_shown_without_signs_that_nobody_sees(base, made):
    hidden = pdf_programs.attach(json.dumps(dossiers()[1]).encode(), "a\u202egpj.json")
    answer, = journeys([case(("recu.pdf", pdf_programs.with_pikepdf(base, hidden)))])
    assert [choice["nom"] for choice in answer["choix"]] == ["a\ufffdgpj.json", "dossier.json"]


@pytest.mark.parametrize("part", [0.6, 0.9, 0.999])
def test_a_file_cut_after_its_dossier_still_opens(base, part):
    answer, = journeys([case(("recu.pdf", base[:int(len(base) * part)]))])
    assert opened(answer) == ({FIRST} if b"/EmbeddedFile" in base[:int(len(base) * part)] else set())


def test_a_size_is_told_as_size(base):
    large, fits = journeys([case(("recu.pdf", base, size)) for size in (100_000_001, 99_000_000)])
    assert "trop gros" in large["message"] and "100\u00a0Mo" in large["message"] and "n’est pas" not in large["message"]
    assert opened(fits) == {FIRST} and fits["ms"] < 4000
