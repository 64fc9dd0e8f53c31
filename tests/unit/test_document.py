"""The document: nothing of the file is lost on paper, drafts say so, texts are in French typography."""

import copy
import json

import pytest

from pid_rules.documents import annexes, contrat
from pid_rules.documents.answers import Answers
from pid_rules.documents.catalogue import COMPLET
from pid_rules.documents.document import blank
from pid_rules.dossier.paths import concrete, get, is_blank
from pid_rules.dossier.structure import blank_dossier
from pid_rules.form import FORM
from pid_rules.judgement.report import Finding, Report
from pid_rules.questions.kinds import AVERTISSEMENT, BLOQUANT
from pid_rules.questions.schema import AVANT, Section
from pid_rules.words.typography import french
from tests.support import archives
from tests.support.examples import EXAMPLES
from tests.support.papers import NB, document, plain, printed, texts


@pytest.fixture
def complet():
    return copy.deepcopy(EXAMPLES["complet"])


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_every_answer_of_the_file_is_on_paper(name):
    dossier = EXAMPLES[name]
    paper, answers = printed(document(dossier)), Answers(FORM, dossier)
    lost = []
    for field in [field for field in FORM.field.values() if not field.hidden and field.name != "id"]:
        for path in concrete(dossier, field.path):
            value = get(dossier, path)
            shown = "" if is_blank(value) else plain(french(answers.text(path)))
            # The letter of a week is said inside a line.
            if shown not in paper and not (path.endswith(".semaine") and shown.lower() in paper.lower()):
                lost.append(path)
    # Timetable days are the rows of its tables, « college » is said « au collège » in their captions.
    assert [path for path in lost if not path.endswith(".lieu")] == []
    assert all([get(dossier, path) == "college" for path in lost])


def test_a_justification_is_printed_even_when_its_warning_is_gone(complet):
    complet["justifications"] = {"T-1@eleve.niveau": "Motif du premier.", "T-2": "Motif du second."}
    warning = Finding("T-1", AVERTISSEMENT, ["eleve.niveau"], "Attention au niveau.", "Code, art. 1")
    described = document(complet, Report([warning], ["T-9"]))
    paper = printed(described)
    for expected in ("Attention au niveau.", "Motif du premier.", "Motif du second.", "Code, art. 1", "T-9"):
        assert expected in paper
    assert described["meta"]["brouillon"] is False


@pytest.mark.parametrize("severity", [BLOQUANT, AVERTISSEMENT])
def test_what_stands_in_the_way_makes_a_draft(complet, severity):
    assert document(complet)["meta"]["brouillon"] is False
    finding = Finding("T-1", severity, ["eleve.niveau"], "Attention.", "Source")
    assert document(complet, Report([finding], []))["meta"]["brouillon"] is True


def test_a_demonstration_says_so(complet):
    assert document(complet, demonstration=True)["meta"]["demonstration"] is True


def test_the_same_dossier_gives_the_same_document(complet):
    first = document(complet, fingerprint="ab" * 32)
    assert first == document(copy.deepcopy(complet), fingerprint="ab" * 32)
    assert first["meta"]["created"] == "2026-11-20T08:00:00Z"
    assert first["header"]["right"] == "Réf. 0490000J-2026-K7QF – révision 1"
    assert "ab" * 32 in printed(first)


def test_the_margins_do_not_name_the_pupil(complet):
    described = document(complet)
    assert "Doğan" not in json.dumps([described["meta"], described["header"]], ensure_ascii=False)


def test_a_blank_dossier_is_a_draft_with_lines_to_fill():
    described = document(blank_dossier(FORM))
    rows = [row for block in described["blocks"] if block["t"] == "kv" for row in block["rows"]]
    assert described["meta"]["brouillon"] is True
    assert ["Nom du collège", ""] in rows


def test_the_form_to_fill_by_hand_asks_every_question_of_the_screen():
    paper = printed(blank(COMPLET, FORM))
    # The opinions are a table, whose rows are the persons of the page's sections.
    asked = [field for page in FORM.pages if page.editable and page.phase == AVANT and page.slug != "avis"
             for field in page.fields() if not field.computed and field.path.count("[]") == 0]
    people = [content for content in FORM.page("avis").contents if isinstance(content, Section)]
    assert [person.title for person in people if plain(french(person.title)) not in paper] == []
    assert [field.path for field in asked if plain(french(field.label)) not in paper] == []
    assert "Externe / Demi-pensionnaire / Interne" in paper


def test_a_long_dossier_is_described_whole(complet):
    complet["situation"]["constats"] = "\n".join(["Constat " + str(number) + "." for number in range(400)])
    for number, item in enumerate(complet["parcours"]["objectifs"] * 25):
        complet["parcours"]["objectifs"].append(dict(copy.deepcopy(item), intitule=f"Objectif {number + 3}"))
    complet["emploi_du_temps"]["semaines"] = complet["emploi_du_temps"]["semaines"] * 15
    paper = printed(document(complet))
    assert "Constat 399." in paper
    assert "Objectif 52" in paper


def test_a_signature_noted_twice_keeps_both_boxes(complet):
    complet["signatures"].append({"role": "referent", "nom": "Remplaçante Exemple", "date": "2026-11-23",
                                  "empreinte": ""})
    boxes = [box for block in document(complet)["blocks"] if block["t"] == "sign" for box in block["boxes"]]
    assert [box["name"] for box in boxes if box["label"] == "Référent"] == ["Maëlys Exemple-Référent",
                                                                          "Remplaçante Exemple"]
    assert [box["date"] for box in boxes if box["label"] == "Élève"] == [f"18{NB}novembre{NB}2026"]


def test_every_text_is_in_french_typography(complet):
    complet["situation"]["constats"] = "L'élève dit : « oui »..."
    described = document(complet)
    assert [text for text in texts([described["blocks"], described["header"]]) if text != french(text)] == []
    assert f"L’élève dit{NB}: «{NB}oui{NB}»…" in texts(described["blocks"])


@pytest.mark.parametrize("citation", (contrat.OF_THE_CODE, annexes.ERASED) + annexes.TEXTS,
                         ids=lambda citation: citation.label())
def test_a_text_quoted_is_the_text_archived(citation):
    assert archives.is_verbatim(citation)


@pytest.mark.parametrize("level, printed_there",
                         [("3e", True), ("3e_segpa", True), ("3e_prepa_metiers", True), ("4e", False),
                          ("4e_segpa", False), ("", False), (3, False)])
def test_what_the_law_keeps_for_the_last_year_is_printed_for_that_year(complet, level, printed_there):
    complet["eleve"]["niveau"] = level
    assert ("dernière année de scolarité au collège" in printed(document(complet))) == printed_there


def test_the_notice_says_who_answers_for_the_data_and_what_may_be_erased(complet):
    notice = printed(document(complet)).split("Données personnelles")[-1]
    for words in ("pour l’exemplaire du collège", "pour celui de la DSDEN (à confirmer)", "DPD de l’académie",
                  "Facultatives",
                  "article 14", "Aucune décision automatisée", "archive publique", "sans ce visa",
                  "après le décès (à confirmer)"):
        assert words in notice, words
    assert "Rappel d’effacement" not in notice


def test_tables_have_as_many_cells_as_columns():
    for name in sorted(EXAMPLES):
        for block in document(EXAMPLES[name])["blocks"]:
            if block["t"] == "table":
                assert {len(row) for row in block["rows"]} == {len(block["head"])} == {len(block["widths"])}
