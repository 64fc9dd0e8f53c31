"""Every document of a complete, an empty and a huge dossier on paper: PDF/A-3a and PDF/UA-1, the dossier inside the one
that carries it, nothing cut."""

import copy
import functools
import json
import subprocess

import pikepdf
import pytest

from pid_rules.documents.catalogue import COMPLET, DOCUMENTS
from pid_rules.documents.document import blank
from pid_rules.dossier.structure import blank_dossier
from pid_rules.form import FORM
from pid_rules.words import dates
from tests.campaigns import importer
from tests.pdf.reading_order import figures, read
from tests.support.examples import EXAMPLES
from tests.support.papers import outspread
from tests.support.pdf_documents import compose_all, described, text_of
from tests.support.programs import tool
from tests.support.verapdf import validate

AFTER_SIGNATURES = dates.parse_iso("2026-12-18")
"""A day on which nothing of the untidy dossier is dated of the future."""
SEAL = "7K3F-9QXW-2MPD-HJ4T"


def huge():
    """40 objectives, 12 stages, 20 week models of 60 slots, texts of 5,000 characters, letters beyond Latin-1, an
    emoji, a word of 5,000 letters."""
    dossier = copy.deepcopy(EXAMPLES["clos"])
    dossier["eleve"].update(nom="Đặng-Œuvré d'Łódź", prenom="Łucja 🦄")
    dossier["etablissement"]["ville"] = "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson-sur-Démonstrati"
    dossier["situation"]["constats"] = ("Depuis la rentrée, l'équipe observe un désintérêt marqué. " * 90)[:5000]
    dossier["situation"]["points_appui"] = "x" * 5000
    dossier["signatures"] = []
    objectif = dossier["parcours"]["objectifs"][0]
    objectif["indicateur"] = "Indicateur & <suite> " * 40
    dossier["parcours"]["objectifs"] = [dict(copy.deepcopy(objectif), id=f"O{n}") for n in range(1, 41)]
    stage = dossier["stages"][0]
    stage.update(activites="Ponçage & traçage. " * 250, objectifs="Découvrir. " * 450)
    days = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "lundi")
    stage["horaires"] = [dict(stage["horaires"][0], jour=day, fin=f"16:3{number}") for number, day in enumerate(days)]
    stage["visites"] = stage["visites"] * 12
    dossier["stages"] = [dict(copy.deepcopy(stage), id=f"S{n}") for n in range(1, 13)]
    week = dossier["emploi_du_temps"]["semaines"][0]
    week["creneaux"] = (week["creneaux"] * 10)[:60]
    dossier["emploi_du_temps"]["semaines"] = [dict(copy.deepcopy(week), nom=f"Semaine {n}") for n in range(1, 21)]
    dossier["bilans"] = [dict(copy.deepcopy(dossier["bilans"][0]), numero=n) for n in range(1, 7)]
    dossier["bilans"][-1]["point_eleve"] = "Je me lève. " * 400
    return dossier


LENGTHENED = ("fiche-de-synthese", "entreprise", "famille", "convention", "bilan-final")
"""Documents whose words are not all in the complete dossier: they are composed of the immense one too."""


@functools.cache
def _requests():
    """{name: (blocks, dossier attached or "")} of what is composed once for all the tests."""
    clos, untidy, empty, large = EXAMPLES["clos"], EXAMPLES["desordre"], blank_dossier(FORM), huge()
    made = {"complet": (described(EXAMPLES["complet"]), EXAMPLES["complet"]),
            "demonstration": (described(clos, demonstration=True), clos), "immense": (described(large), large),
            "desordre": (described(untidy, day=AFTER_SIGNATURES), untidy),
            "scelle": (described(EXAMPLES["complet"], seal=SEAL), EXAMPLES["complet"]),
            "vide-complet": (described(empty, demonstration=True), empty)}
    for one in DOCUMENTS:
        if not one.summary:
            made["vierge-" + one.slug] = (blank(one, FORM), "")
            place = one.places(clos, True)[-1]
            made["main-" + one.slug] = (described(clos, document=one, place=place, by_hand=True), "")
        for kind, dossier in (("clos-", clos), ("desordre-", untidy), ("vide-", empty), ("immense-", large)):
            if one is not COMPLET and (dossier is not large or one.slug in LENGTHENED):
                for place in one.places(dossier)[-1:]:
                    made[kind + one.slug] = (described(dossier, document=one, place=place), "")
    return made


@pytest.fixture(scope="module")
def composed(built, tmp_path_factory):
    """(folder, {name: {missing, ms}})."""
    folder = tmp_path_factory.mktemp("pdf")
    return folder, compose_all(built, folder, _requests())


@pytest.fixture(scope="module")
def pdfs(composed):
    """Path of each document by name."""
    return {name: composed[0] / f"{name}.pdf" for name in composed[1]}


def test_every_document_is_archivable_and_accessible(pdfs):
    lines = validate("3a,ua1", *pdfs.values())
    assert [line for line in lines if not line.startswith("PASS")] == []


def test_a_document_without_its_structure_is_refused(pdfs, tmp_path):
    with pikepdf.open(pdfs["complet"]) as pdf:
        del pdf.Root.StructTreeRoot
        pdf.save(tmp_path / "sans.pdf")
    assert all(line.startswith("FAIL") for line in validate("3a,ua1", tmp_path / "sans.pdf"))


@pytest.mark.parametrize("name", ["clos-emploi-du-temps", "desordre-famille", "vierge-emploi-du-temps",
                                  "clos-entreprise"])
def test_a_drawing_is_one_figure_with_its_text_and_its_place(pdfs, name):
    drawn = [block for block in _requests()[name][0]["blocks"] if block["t"] == "figure"]
    with pikepdf.open(pdfs[name]) as pdf:
        found = figures(pdf.Root.StructTreeRoot)
        assert drawn and [str(one.Alt) for one in found] == [block["alt"] for block in drawn]
        for figure, block in zip(found, drawn):
            left, bottom, right, top = [float(value) for value in figure.A.BBox]
            assert (round(right - left), round(top - bottom)) == (block["width"], block["height"])
            assert 50 <= left and right <= 545 and bottom >= 30 and top <= 812


def test_the_structure_is_read_in_the_order_of_the_sections(pdfs):
    """Headings and figures, each figure by its alternative text."""
    blocks = described(EXAMPLES["complet"])["blocks"]
    written = [("Figure", spaced(one["alt"])) if one["t"] == "figure" else (f"H{one['level']}", spaced(one["text"]))
               for one in outspread(blocks) if one["t"] in ("h", "figure")]
    heard = [(element, spaced(words)) for element, words in read(pdfs["complet"])
             if element == "Figure" or element[0] == "H"]
    assert heard == written
    assert len(set(heard)) > 30  # an order that could not be told from another would show nothing
    assert [words.split(" ")[0] for element, words in heard if element == "Figure"][:2] == ["Calendrier,", "Semaine"]


def test_words_are_apart_where_a_line_ends(pdfs):
    blocks = described(EXAMPLES["complet"])["blocks"]
    written = {spaced(one["text"]) for one in blocks if one["t"] == "p"}
    heard = {spaced(words) for element, words in read(pdfs["complet"]) if element == "P"}
    assert written - heard == set() and max(map(len, written)) > 200


def spaced(text):
    """With plain spaces, one at a time."""
    return " ".join(text.split())


INSIDE = {"complet": EXAMPLES["complet"], "demonstration": EXAMPLES["clos"], "immense": huge(),
          "desordre": EXAMPLES["desordre"]}


@pytest.mark.parametrize("name", INSIDE)
def test_the_dossier_is_inside_and_the_document_navigable(pdfs, name):
    with pikepdf.open(pdfs[name]) as pdf:
        assert json.loads(pdf.attachments["dossier.json"].get_file().read_bytes()) == INSIDE[name]
        assert str(pdf.Root.Lang) == "fr-FR" and pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_outline() as outline:
            assert len(outline.root) >= 2 and any(item.children for item in outline.root)


def test_every_page_has_its_number_and_its_reference(pdfs):
    pages = text_of(pdfs["complet"]).split("\f")[:-1]
    for number, page in enumerate(pages, 1):
        assert f"page {number} / {len(pages)}" in page
        assert "0490000J-2026-K7QF" in page


def test_the_fingerprint_of_what_is_handed_over_is_on_every_page_and_only_there(pdfs):
    pages = text_of(pdfs["scelle"]).replace("\u00a0", " ").split("\f")[:-1]
    assert all(f"Empreinte : {SEAL}" in page for page in pages)
    assert sum(page.count(SEAL) for page in pages) == len(pages)
    assert "Empreinte du dossier" not in text_of(pdfs["complet"])


def test_a_draft_says_so_on_every_page_and_a_ready_dossier_does_not(pdfs):
    assert "BROUILLON" not in text_of(pdfs["complet"]) + text_of(pdfs["desordre"])
    assert all("BROUILLON" in page for page in text_of(pdfs["immense"]).split("\f")[:-1])
    assert all("DÉMONSTRATION" in page for page in text_of(pdfs["demonstration"]).split("\f")[:-1])


def test_a_demonstration_that_is_a_draft_says_both_on_every_page(pdfs):
    assert all("DÉMONSTRATION – BROUILLON" in page for page in text_of(pdfs["vide-complet"]).split("\f")[:-1])


def test_only_the_complete_dossier_carries_the_file(pdfs):
    carrying = []
    for name, path in pdfs.items():
        with pikepdf.open(path) as pdf:
            if pdf.attachments:
                carrying.append(name)
    assert carrying == ["complet", "demonstration", "immense", "desordre", "scelle", "vide-complet"]


@pytest.mark.parametrize("name", ["clos-entreprise", "desordre-entreprise", "immense-entreprise", "vierge-entreprise",
                                  "main-entreprise"])
def test_the_host_sheet_is_one_page(pdfs, name):
    with pikepdf.open(pdfs[name]) as pdf:
        assert len(pdf.pages) == 1


def test_the_family_sheet_is_set_in_sixteen_points(pdfs):
    fonts = subprocess.run(["pdftohtml", "-xml", "-stdout", "-i", str(pdfs["clos-famille"])], capture_output=True,
                           text=True, check=True).stdout
    # pdftohtml counts at 108 dots to the inch: 16 points are 24 of its units.
    sizes = {line.split('id="')[1].split('"')[0]: int(line.split('size="')[1].split('"')[0])
             for line in fonts.splitlines() if "<fontspec" in line}
    running = next(line for line in fonts.splitlines() if "reste élève du collège" in line)
    assert sizes[running.split('font="')[1].split('"')[0]] >= 23


def test_nothing_stands_outside_the_margins(pdfs):
    for path in pdfs.values():
        boxes = subprocess.run([tool("pdftotext"), "-bbox", str(path), "-"], capture_output=True, text=True,
                               check=True).stdout
        for line in boxes.splitlines():
            # The mark across the page is turned; its words, and the dash between them, may stand anywhere.
            if "<word" in line and "BROUILLON" not in line and "DÉMONSTRATION" not in line and ">–<" not in line:
                assert float(line.split('xMin="')[1].split('"')[0]) >= 50, (path, line)
                assert float(line.split('xMax="')[1].split('"')[0]) <= 545, (path, line)
                assert float(line.split('yMax="')[1].split('"')[0]) <= 817, (path, line)


def test_no_heading_ends_a_page(pdfs):
    headings = {name: {block["text"] for block in outspread(blocks["blocks"]) if block["t"] == "h"}
                for name, (blocks, _) in _requests().items()}
    orphans = []
    for name, path in pdfs.items():
        for page in text_of(path).split("\f")[:-1]:
            lines = [line.strip() for line in page.replace("\u00a0", " ").splitlines() if line.strip()]
            if lines[-2].replace("BROUILLON", "").strip() in {text.replace("\u00a0", " ") for text in headings[name]}:
                orphans.append((name, lines[-2]))
    assert orphans == []


@pytest.mark.parametrize("name",
                         ["clos-contrat", "desordre-contrat", "vierge-contrat", "main-contrat", "clos-convention",
                          "desordre-convention", "vierge-convention", "clos-bilan", "vierge-bilan", "clos-prepam"])
def test_all_sign_on_one_page_under_their_heading(pdfs, name):
    boxes = [box["label"] for block in _requests()[name][0]["blocks"] if block["t"] == "sign" for box in block["boxes"]]
    signing = [page.split("Signatures\n")[1] for page in text_of(pdfs[name]).split("\f") if "Signatures\n" in page]
    assert len(signing) == 1 and all(label.split(" ")[0] in signing[0] for label in boxes)
    assert signing[0].count("ignature :") == len(boxes)


def test_no_table_is_left_by_its_rows(pdfs):
    def joined(texts):
        return "".join("".join(texts).split())

    # Rows to fill by hand have no words: only their lines follow the headings.
    heads = {name: {joined(block["head"]) for block in blocks["blocks"] if block["t"] == "table"}
             - {joined(block["head"]) for block in blocks["blocks"]
                if block["t"] == "table" and "" in map(joined, block["rows"])}
             for name, (blocks, _) in _requests().items()}
    orphans = []
    for name, path in pdfs.items():
        for page in text_of(path).split("\f")[:-1]:
            lines = [line.strip() for line in page.splitlines() if line.strip()]
            if joined(lines[-2]) in heads[name]:
                orphans.append((name, lines[-2]))
    assert orphans == []


def test_letters_beyond_latin_1_are_printed_and_others_are_said(composed):
    assert composed[1]["immense"]["missing"] == ["🦄 [U+1F984]"] and composed[1]["clos-contrat"]["missing"] == []


def test_the_time_to_compose_grows_as_the_document(built, tmp_path):
    once = described(EXAMPLES["clos"])
    longer = dict(once, blocks=once["blocks"] * 8)
    said = compose_all(built, tmp_path, {"chaud": (once, ""), "une-fois": (once, ""), "huit-fois": (longer, "")})
    assert said["huit-fois"]["ms"] <= 24 * said["une-fois"]["ms"]


def test_the_same_dossier_gives_the_same_bytes(built, pdfs, tmp_path):
    compose_all(built, tmp_path, {"complet": _requests()["complet"]})
    assert (tmp_path / "complet.pdf").read_bytes() == pdfs["complet"].read_bytes()


def test_a_stream_whose_length_stands_elsewhere_is_read_whole(pdfs, tmp_path):
    path = tmp_path / "indirect.pdf"
    content = pdfs["complet"].read_bytes()
    start = content.index(b"/EmbeddedFile")
    length = content.index(b"/Length ", content.rindex(b" obj", 0, start)) + len(b"/Length ")
    end = length
    while content[end:end + 1].isdigit():
        end += 1
    path.write_bytes(content[:length] + b"4512 0 R" + content[end:])
    assert reopened(path) == EXAMPLES["complet"]


def reopened(path):
    """The dossier that the importer of the site finds in a PDF."""
    answer = importer.read({path.name: path.read_bytes()})["answers"][path.name]
    assert answer["ok"], answer
    return json.loads(answer["text"])


@pytest.mark.parametrize("options", [{}, {"object_stream_mode": pikepdf.ObjectStreamMode.generate}, {"linearize": True},
                                     {"compress_streams": False, "stream_decode_level": pikepdf.StreamDecodeLevel.all}])
def test_the_dossier_is_found_again_after_another_program_has_rewritten_the_file(pdfs, tmp_path, options):
    path = tmp_path / "reecrit.pdf"
    with pikepdf.open(pdfs["complet"]) as pdf:
        pdf.save(path, **options)
    assert reopened(path) == EXAMPLES["complet"]


@pytest.mark.parametrize("kind", ["clos", "desordre", "vide", "immense"])
def test_the_synthesis_is_one_page_alone_and_at_the_head(pdfs, kind):
    with pikepdf.open(pdfs[kind + "-fiche-de-synthese"]) as pdf:
        assert len(pdf.pages) == 1
    complete = {"clos": "demonstration", "vide": "vide-complet"}.get(kind, kind)
    first = text_of(pdfs[complete]).split("\f")[0]
    for title in ("Dossier suivi par", "Avis et accords", "Pourquoi maintenant", "Déjà essayé", "Objectifs",
                  "À trancher", "Avis de l’IEN-IO", "Décision de l’IA-DASEN"):
        assert title in first, title


def test_the_synthesis_is_read_part_after_part(pdfs):
    heard = [words for element, words in read(pdfs["desordre-fiche-de-synthese"]) if element in ("H1", "H2")]
    blocks = outspread(_requests()["desordre-fiche-de-synthese"][0]["blocks"])
    assert [spaced(one) for one in heard] == [spaced(one["text"]) for one in blocks if one["t"] == "h"]


@pytest.mark.parametrize("kind", ["clos", "desordre", "vide", "immense"])
def test_the_lines_that_the_core_counts_are_enough_for_the_faces(pdfs, kind):
    """The page is set in its own letters, of 8.5 points: nothing had to be made smaller."""
    fonts = subprocess.run(["pdftohtml", "-xml", "-stdout", "-i", "-fontfullname",
                            str(pdfs[kind + "-fiche-de-synthese"])], capture_output=True, text=True, check=True).stdout
    named = {line.split('id="')[1].split('"')[0]: int(line.split('size="')[1].split('"')[0])
             for line in fonts.splitlines() if "<fontspec" in line}
    first = next(line for line in fonts.splitlines() if "Dossier" in line and ">" in line and "<text" in line)
    assert named[first.split('font="')[1].split('"')[0]] >= 12  # pdftohtml counts 13 for 8.5 points, 12 for 8
