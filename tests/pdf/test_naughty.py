"""Every naughty string on paper, in every text of the dossier in turn: composed, archivable, with no script inside."""

import copy
import json

import pikepdf
import pytest

from pid_rules.documents.catalogue import COMPLET, DOCUMENTS
from pid_rules.dossier.paths import concrete, put
from pid_rules.form import FORM
from tests.campaigns.naughty_files import active
from tests.support.examples import EXAMPLES
from tests.support.naughty import strings
from tests.support.pdf_documents import compose_all, described
from tests.support.verapdf import validate

VALIDATED = 1


def dossiers():
    """As few dossiers as the list needs, each text answered by the next string."""
    left = list(strings())
    made = []
    while left:
        dossier = copy.deepcopy(EXAMPLES["clos"])
        for field in FORM.field.values():
            if field.kind.blank == "" and field.kind.control in ("text", "textarea"):
                for path in concrete(dossier, field.path):
                    put(dossier, path, left.pop(0) if left else "")
        made.append(dossier)
    return made


@pytest.fixture(scope="module")
def papers(built, tmp_path_factory):
    folder = tmp_path_factory.mktemp("naughty")
    asked = {f"complet-{number}": (described(dossier), dossier) for number, dossier in enumerate(dossiers())}
    for number, document in enumerate(DOCUMENTS):
        dossier = dossiers()[number % len(dossiers())]
        to_fill = not document.summary
        places = document.places(dossier, to_fill)
        if document is not COMPLET:
            asked[document.slug] = (described(dossier, document=document, place=places[-1], by_hand=to_fill), "")
    compose_all(built, folder, asked)
    return {name: folder / f"{name}.pdf" for name in asked}


def test_every_document_is_composed_and_nothing_in_it_acts(papers):
    assert len(papers) >= len(DOCUMENTS)
    for path in papers.values():
        with pikepdf.open(path) as pdf:
            assert active(pdf) == set(), path.name


def test_the_dossier_inside_is_the_one_composed(papers):
    for number, dossier in enumerate(dossiers()):
        with pikepdf.open(papers[f"complet-{number}"]) as pdf:
            assert json.loads(pdf.attachments["dossier.json"].get_file().read_bytes()) == dossier


@pytest.mark.campaign
def test_one_is_archivable_and_accessible(papers):
    lines = validate("3a,ua1", *list(papers.values())[:VALIDATED])
    assert [line for line in lines if not line.startswith("PASS")] == []


def test_control_a_script_in_a_pdf_is_seen(papers, tmp_path):
    with pikepdf.open(next(iter(papers.values()))) as pdf:
        pdf.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")
        pdf.save(tmp_path / "script.pdf")
    with pikepdf.open(tmp_path / "script.pdf") as pdf:
        assert active(pdf) == {"/OpenAction", "/JavaScript", "/JS"}
