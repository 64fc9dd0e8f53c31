"""Every document of the catalogue: filled, half-filled and blank; each for whom it says, under a name of its own."""

import copy
import json

import pytest

from pid_rules.__main__ import main
from pid_rules.documents import convention, entreprise, famille, mentions
from pid_rules.documents.catalogue import BY_SLUG, DOCUMENTS
from pid_rules.documents.document import BY_HAND, blank, compose
from pid_rules.dossier.structure import blank_dossier
from pid_rules.form import FORM
from pid_rules.handover.names import file_name
from pid_rules.questions.schema import STEPS
from pid_rules.words.typography import french
from tests.support import archives
from tests.support.examples import DATA, EXAMPLES
from tests.support.papers import CLOS, document, edition, made, outspread, plain, printed, texts

EVERY = pytest.mark.parametrize("one", DOCUMENTS, ids=lambda one: one.slug)
TO_FILL = pytest.mark.parametrize("one", [one for one in DOCUMENTS if not one.summary], ids=lambda one: one.slug)


def pairs(described):
    return {label: value for block in described["blocks"] if block["t"] == "kv" for label, value in block["rows"]}


def lines_to_fill(described):
    rows = [row for block in described["blocks"] if block["t"] in ("kv", "table") for row in block["rows"]]
    return sum(cell.strip() == "" for row in rows for cell in row)


@EVERY
def test_a_document_says_for_whom_it_is(one):
    assert one.title and one.audience.startswith("Pour ") and one.audience.endswith(".") and one.step in STEPS
    assert " :" not in one.audience


@EVERY
def test_a_document_of_each_item_of_a_list_says_when_there_is_none(one):
    assert not one.each or FORM.block[one.each].none.startswith("Aucun")


def test_the_words_of_an_empty_list_agree():
    assert [FORM.block[path].none for path in ("stages", "bilans", "reponses")] == [
        "Aucun stage", "Aucun bilan d’étape", "Aucune réponse"]


@EVERY
def test_a_document_is_in_french_typography_and_its_tables_are_whole(one):
    untidy = EXAMPLES["desordre"]
    to_fill = () if one.summary else (made(one.slug, by_hand=True), blank(one, FORM))
    for described in (made(one.slug), *to_fill,
                      *[made(one.slug, untidy, place) for place in one.places(untidy)]):
        assert [text for text in texts([described["blocks"], described["header"]]) if text != french(text)] == []
        assert outspread(described["blocks"])[0]["t"] == "h" and outspread(described["blocks"])[0]["level"] == 1
        for block in outspread(described["blocks"]):
            if block["t"] == "table":
                assert {len(row) for row in block["rows"]} == {len(block["head"])} == {len(block["widths"])}
            assert block["t"] not in ("table", "kv") or block["rows"]


@TO_FILL
def test_a_document_half_filled_keeps_what_is_known_and_leaves_lines(one):
    half, whole = made(one.slug, by_hand=True), made(one.slug)
    assert plain(french(BY_HAND)) in printed(half) and BY_HAND not in printed(whole)
    assert half["meta"]["brouillon"] is False
    known = [value for value in pairs(whole).values() if value]
    assert [value for value in known if value not in texts(half["blocks"])] == []


@TO_FILL
def test_a_blank_document_leaves_more_lines_than_a_filled_one(one):
    assert lines_to_fill(blank(one, FORM)) > lines_to_fill(made(one.slug))


@EVERY
def test_a_document_of_a_blank_dossier_is_composed(one):
    empty = blank_dossier(FORM)
    for place in one.places(empty):
        assert compose(one, empty, edition(empty), place)["blocks"]


@EVERY
def test_making_a_document_leaves_the_dossier_as_it_is(one):
    before = copy.deepcopy(CLOS)
    made(one.slug, by_hand=not one.summary)
    assert CLOS == before


def test_each_stage_and_each_bilan_has_its_own():
    assert BY_SLUG["convention"].places(CLOS) == ["stages.0", "stages.1"]
    assert BY_SLUG["bilan"].places(CLOS) == ["bilans.0"]
    assert BY_SLUG["bilan"].places(CLOS, by_hand=True) == ["bilans.0", "bilans.1"]
    assert BY_SLUG["convention"].places(blank_dossier(FORM)) == []
    assert BY_SLUG["convention"].places(blank_dossier(FORM), by_hand=True) == ["stages.0"]
    assert BY_SLUG["contrat"].places(CLOS) == [""]


def test_file_names_say_which_document_and_never_who():
    names = [file_name(CLOS, "pdf", document=one.name(place)) for one in DOCUMENTS for place in one.places(CLOS)]
    assert len(set(names)) == len(names)
    assert "PID_0490000J_2026-2027_K7QF_v1_convention-2.pdf" in names
    assert all(len(name) <= 70 - len("_DEMONSTRATION") for name in names)


def test_the_convention_follows_the_order_of_the_paper():
    headings = [block["text"] for block in made("convention")["blocks"] if block["t"] == "h" and block["level"] == 2]
    assert [heading[:2] for heading in headings[:6]] == ["A.", "B.", "C.", "D.", "E.", "F."]
    assert plain("La convention reste celle votée par le conseil d’administration.") in printed(made("convention"))


@pytest.mark.parametrize("kind, words", [
    ("sequence_observation", "annexe 1 de la circulaire"), ("visite_information", "annexe 2 de la circulaire"),
    ("stage_initiation", "annexe 3 de la circulaire"), ("stage_application", "annexe 4 de la circulaire"),
    ("mini_stage", ""), ("", "")])
def test_the_convention_names_the_model_of_its_type(kind, words):
    dossier = copy.deepcopy(CLOS)
    dossier["stages"][0]["type"] = kind
    paper = printed(made("convention", dossier))
    assert ("MENE2407449C" in paper) == bool(words) and words in paper


def test_the_convention_holds_the_clauses_of_the_national_one():
    paper = printed(made("convention"))
    for words in ("déclaration d’accident dans la même journée", "harcèlement", "personne référente",
                  "Trousse d’urgence", "aucune rémunération", "Suspension ou rupture", "L124-7", "L124-14"):
        assert words in paper, words


def test_no_question_tells_that_a_pupil_carries_a_medical_kit():
    asked = [field.path for field in FORM.field.values() if "trousse" in field.label.lower() or "PAI" in field.label]
    assert asked == []


@pytest.mark.parametrize("kind, required", [("stage_initiation", True), ("stage_application", True),
                                            ("sequence_observation", False), ("mini_stage", False), ("", False)])
def test_the_fifteen_mentions_are_there_when_the_type_requires_them(kind, required):
    dossier = copy.deepcopy(CLOS)
    dossier["stages"][0]["type"] = kind
    tables = [block for block in made("convention", dossier)["blocks"]
              if block["t"] == "table" and block["head"][0] == "N°"]
    assert len(tables) == required
    if required:
        assert [row[0] for row in tables[0]["rows"]] == [f"{number}°" for number in range(1, 16)]
        assert tables[0]["rows"][1][2] == french("Référent : Maëlys Exemple-Référent\nTuteur : Inès Exemple-Tuteur")


def test_the_hours_of_a_week_leave_breaks_out():
    caption = [block["caption"] for block in made("convention")["blocks"] if block["t"] == "table"][0]
    assert plain(caption) == "Horaires : 13 h par semaine, pauses déduites"


@pytest.mark.parametrize("day, begin, said", [("mardi", "06:00", True), ("mardi", "05:59", False),
                                              ("dimanche", "09:00", False)])
def test_no_presence_at_night_or_on_sunday_is_said_only_when_the_hours_show_it(day, begin, said):
    dossier = copy.deepcopy(CLOS)
    dossier["stages"][0]["horaires"][0].update(jour=day, debut=begin)
    assert ("Aucune présence la nuit" in printed(made("convention", dossier))) == said


def test_who_signs_the_convention():
    labels = [box["label"] for block in made("convention")["blocks"] if block["t"] == "sign" for box in block["boxes"]]
    assert labels == ["Chef d’établissement", "Organisme d’accueil", "Élève", "Responsable légal 1",
                      "Responsable légal 2", "Référent", "Tuteur dans l’organisme d’accueil"]


def test_the_next_bilan_to_fill_by_hand_names_what_is_to_be_assessed():
    paper = printed(made("bilan", place="bilans.1", by_hand=True))
    for expected in ("sur le lieu de stage", "Mini-stage en lycée professionnel", "Menuiserie de l’Exemple"):
        assert plain(expected) in paper


def test_the_family_sheet_is_in_large_type_and_says_the_rights():
    described = made("famille")
    assert described["meta"]["large"] is True and made("contrat")["meta"]["large"] is False
    paper = printed(described)
    for expected in ("à tout moment", "une copie des documents", "02 41 00 00 01", "5 janvier 2027"):
        assert expected in paper
    # Short sentences: what a tired person reads once.
    sentences = [sentence for block in described["blocks"] if block["t"] == "p" and block["style"] == "normal"
                 for sentence in block["text"].split(". ")]
    assert max(len(sentence.split()) for sentence in sentences) <= 26


def test_the_family_sheet_names_who_decides_and_what_each_may_ask():
    paper = printed(made("famille"))
    for words in ("Le directeur académique (DASEN) doit dire oui avant le début", "écrite, avec ses raisons",
                  "donne son avis",
                  "Une fois la décision prise", "délégué à la protection des données", "CNIL", "rattrap"):
        assert words in paper, words
    assert "inspecteur d’académie" not in paper


@pytest.mark.parametrize("sens", ["", "valide", "refuse"])
def test_recourse_is_said_once_there_is_a_decision(sens):
    dossier = copy.deepcopy(CLOS)
    dossier["decision"]["sens"] = sens
    paper = printed(made("famille", dossier))
    for words in ("Si vous contestez la décision", "recours gracieux", "recours hiérarchique", "deux mois", "R421-5"):
        assert (words in paper) == bool(sens), words
    assert "Si vous contestez" not in printed(blank(BY_SLUG["famille"], FORM))


def test_the_court_is_that_of_the_profile_to_be_confirmed():
    one = BY_SLUG["famille"]
    known = edition(CLOS)
    known.profile = {"departement": {"tribunal": "Nantes"}}
    assert "tribunal administratif de Nantes (à confirmer sur la décision)" in printed(compose(one, CLOS, known))


def test_the_family_is_told_to_ask_what_a_dispense_changes_for_the_brevet():
    dossier = copy.deepcopy(CLOS)
    assert "brevet" in printed(made("famille", dossier)) and "brevet" in printed(blank(BY_SLUG["famille"], FORM))
    dossier["parcours"]["dispenses"] = []
    assert "brevet" not in printed(made("famille", dossier))


def test_a_long_text_does_not_push_the_host_sheet_off_its_page():
    dossier = copy.deepcopy(CLOS)
    dossier["stages"][0]["activites"] = "Ponçage. " * 500
    activities = pairs(made("entreprise", dossier))["Activités prévues"]
    assert len(activities) < 500 and activities.endswith("La suite est dans la convention.")


@pytest.mark.parametrize("citation", [citation for citation,
                                      _ in mentions.MENTIONS] + [mentions.ACCIDENTS] + list(convention.STATUS)
                         + list(entreprise.BY_TYPE.values()) + list(famille.RIGHTS + famille.RECOURSE),
                         ids=lambda citation: citation.extract[:30])
def test_a_text_quoted_is_the_text_archived(citation):
    assert archives.is_verbatim(citation)


def cells(described, first):
    """The rows of a document whose first cell is that."""
    return [row for block in described["blocks"] if block["t"] == "table" for row in block["rows"] if row[0] == first]


def test_the_timetable_shows_the_grid_then_what_is_dispensed_in_each_week():
    described = made("emploi-du-temps")
    assert [block["text"] for block in described["blocks"] if block["t"] == "h"][1:7] == [
        "Le calendrier", "Les semaines", "Avant et pendant, heures par semaine",
        french("Avant : les enseignements obligatoires"),
        french("Pendant : les semaines types"), french("Ce qui change : les heures dispensées")]
    names = [week["nom"] for week in CLOS["emploi_du_temps"]["semaines"]]
    tables = [block for block in described["blocks"] if block["t"] == "table" and block["head"][0] == "Enseignement"]
    assert tables[1]["head"] == ["Enseignement"] + [french(name) for name in names]
    assert plain(cells(described, "LV2")[0][1]) == "2 h 30"
    reduced = {row[0] for row in tables[1]["rows"]}
    # Lessons of the mini-stage are taught there: mathématiques, reduced in its week alone, are not dispensed.
    assert {one["discipline"] for one in CLOS["parcours"]["dispenses"]} - {"Mathématiques"} <= reduced


def test_more_than_four_week_models_make_several_tables():
    dossier = copy.deepcopy(CLOS)
    first = dossier["emploi_du_temps"]["semaines"][0]
    dossier["emploi_du_temps"]["semaines"] = [dict(first, nom=f"S{n}") for n in range(9)]
    tables = [block for block in made("emploi-du-temps", dossier)["blocks"]
              if block["t"] == "table" and block["head"][0] == "Enseignement"]
    assert [len(table["head"]) for table in tables] == [2, 5, 5, 2]


@pytest.mark.parametrize("reference", ["segpa", "autre"])
def test_without_a_grid_nothing_is_computed_and_it_is_said(reference):
    dossier = copy.deepcopy(CLOS)
    dossier["emploi_du_temps"]["reference"] = reference
    described = made("emploi-du-temps", dossier)
    assert "Aucune grille n’a été lue" in printed(described)
    assert cells(described, "Total dispensé") == []


def test_a_demonstration_that_is_a_draft_says_both():
    empty = blank_dossier(FORM)
    assert (document(empty, demonstration=True)["meta"]["demonstration"],
            document(empty, demonstration=True)["meta"]["brouillon"]) == (True, True)


def test_the_command_describes_a_document(capsys):
    command = ["document", "entreprise", str(DATA / "clos.json"), "--date", "2026-11-20"]
    assert main(command + ["--place", "stages.1"]) == 0
    assert json.loads(capsys.readouterr().out)["blocks"] == made("entreprise", place="stages.1")["blocks"]


@pytest.mark.parametrize("slug, name, place, words", [("bilan", "complet", "", "--by-hand"),
                                                      ("entreprise", "complet", "stages.9", "stages.0, stages.1")])
def test_the_command_says_what_a_document_lacks(capsys, slug, name, place, words):
    assert main(["document", slug, str(DATA / f"{name}.json"), "--place", place]) == 2
    assert words in capsys.readouterr().err
