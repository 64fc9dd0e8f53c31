"""The pages to read again: every answer is said, once, in as few lines as can be."""

import copy

import pytest

from pid_rules.documents.answers import Answers
from pid_rules.documents.recapitulatif import PageRead
from pid_rules.dossier.paths import concrete, get, is_blank, put
from pid_rules.dossier.structure import blank_dossier, blank_item
from pid_rules.form import FORM, contrat, eleve, parcours, situation, stages, suites
from pid_rules.form import emploi_du_temps as edt
from tests.support.examples import EXAMPLES

MONDAY = {"jour": "lundi", "debut": "08:30", "fin": "09:30", "lieu": "college", "activite": "Français"}


def read(dossier, page=None):
    """What each page says, or one of them."""
    answers = Answers(FORM, dossier)
    return PageRead(answers, page) if page else [PageRead(answers, one) for one in FORM.pages]


def said(dossier, page):
    """{label: text} of the lines of a page."""
    return {line.label: line.text.replace("\u00a0", " ") for line in read(dossier, page).lines}


def changed(name="complet", **changes):
    dossier = copy.deepcopy(EXAMPLES[name])
    for path, value in changes.items():
        put(dossier, path.replace("__", "."), value)
    return dossier


def given(dossier):
    """Every path that somebody has answered."""
    return [path for pattern, field in FORM.field.items() if not field.computed
            and not any(FORM.block[one].computed for one in FORM.block if pattern.startswith(one + "[]"))
            for path in concrete(dossier, pattern) if not is_blank(get(dossier, path))]


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_answer_is_said_once_with_its_words(name):
    dossier = EXAMPLES[name]
    answers, pages = Answers(FORM, dossier), read(dossier)
    for path in given(dossier):
        lines = [line for page in pages for line in page.lines if line.says(path)]
        assert len(lines) == 1, path
        drawn = lines[0].week is not None and ".creneaux." in path
        if not drawn and get(dossier, path) is not False:
            assert answers.text(path).replace("\n", "") in (lines[0].label + lines[0].text).replace("\n", ""), path
    assert sum(page.given for page in pages) == len(given(dossier))
    assert all(not is_blank(get(dossier, path)) for page in pages for line in page.lines for path in line.paths)


@pytest.mark.parametrize("name", EXAMPLES)
def test_control_an_answer_taken_away_is_no_longer_said(name):
    path = "eleve.classe"
    assert any(line.says(path) for line in read(changed(name), eleve.PAGE).lines)
    assert not any(line.says(path) for line in read(changed(name, eleve__classe=""), eleve.PAGE).lines)


def test_a_complete_dossier_is_about_a_hundred_lines():
    pages = read(EXAMPLES["complet"])
    assert 4 * sum(len(page.lines) for page in pages) < sum(page.given for page in pages) < 450


def test_a_person_an_address_a_period_are_one_line_each():
    lines = said(EXAMPLES["complet"], parcours.REFERENT)
    assert lines["Référent"].startswith("Maëlys Exemple-Référent, ")
    assert lines["Référent"].endswith(", 02 41 00 00 01, maelys.exemple@ac-nantes.fr")
    lines = said(EXAMPLES["complet"], eleve.PAGE)
    assert lines["Élève"] == "Łukasz Doğan-Lefèvre"
    assert lines["Adresse"] == "2 impasse de l'Œillet, 49000 Angers"
    assert said(EXAMPLES["complet"], parcours.PAGE)["Parcours"] == "du 7 décembre 2026 au 9 avril 2027"
    assert said(EXAMPLES["complet"], situation.PAGE)["Demi-journées d’absence"] == \
        "23, du 1er septembre 2026 au 13 novembre 2026"


def test_what_cannot_be_read_is_said_as_it_was_typed():
    lines = said(changed(parcours__debut="31/02/2026", eleve__niveau="quatrième"), parcours.PAGE)
    assert lines["Parcours"] == "du 31/02/2026 au 9 avril 2027"
    assert "quatrième" in said(changed(eleve__niveau="quatrième"), eleve.PAGE)["Classe"]


def test_a_stage_is_a_sentence_then_its_sections_under_its_name():
    lines = read(EXAMPLES["complet"], stages.STAGES_PAGE).lines
    assert lines[0].label.startswith("Stage d’initiation, Menuiserie de l'Exemple")
    assert lines[0].text.replace("\u00a0", " ") == "du 5 janvier 2027 au 29 janvier 2027\n" \
        "Horaires : Mardi, Jeudi de 9 h à 16 h 30, pause de 12 h à 13 h"
    assert [line.item for line in lines[1:6]] == [lines[0].label] * 5


def test_days_with_other_hours_are_told_apart():
    hours = [dict(day, id=str(index)) for index, day in enumerate((
        {"jour": "lundi", "debut": "09:00", "fin": "12:00"}, {"jour": "mardi", "debut": "09:00", "fin": "12:00"},
        {"jour": "jeudi", "debut": "09:00", "fin": "12:00", "semaine": "A"}))]
    lines = read(changed(stages__0__horaires=hours), stages.STAGES_PAGE).lines
    assert lines[0].text.replace("\u00a0", " ").endswith(
        "Horaires : Lundi, Mardi de 9 h à 12 h ; Jeudi de 9 h à 12 h, Semaine A")


def test_what_was_answered_by_no_is_said_at_once():
    lines = [line.text.replace("\u00a0", " ") for line in read(EXAMPLES["complet"], stages.STAGES_PAGE).lines]
    assert "Non : L’élève participera-t-il au service du bar ? L’élève utilisera-t-il une machine ? " \
        "L’élève effectuera-t-il des travaux légers ?" in lines
    lines = [line.text.replace("\u00a0", " ") for line in
             read(changed(stages__0__utilise_machines=True), stages.STAGES_PAGE).lines]
    assert "L’élève utilisera-t-il une machine ? Oui\nNon : L’élève participera-t-il au service du bar ? " \
        "L’élève effectuera-t-il des travaux légers ?" in lines


def test_what_is_missing_has_its_path_and_optional_questions_are_counted():
    page = read(blank_dossier(FORM), eleve.PAGE)
    assert page.missing == ["eleve.prenom", "eleve.nom", "eleve.date_naissance", "eleve.classe", "eleve.niveau"]
    assert (page.lines, page.given, page.left) == ([], 0, 3)
    assert "eleve.adresse" in read(changed(eleve__adresse=""), eleve.PAGE).missing


def test_what_is_not_asked_is_not_missing():
    dossier = changed(lieux__0__debit_boissons=None, lieux__1__debit_boissons=None)
    assert read(dossier, stages.LIEUX_PAGE).missing == ["lieux.0.debit_boissons"]


def test_a_page_that_follows_the_sending_misses_nothing_until_it_is_begun():
    assert read(blank_dossier(FORM), suites.DECISION_PAGE).missing == []
    assert suites.DECISION.path in read(changed(decision__date="2026-12-03"), suites.DECISION_PAGE).missing


def test_a_list_that_must_hold_something_is_missing():
    assert read(changed(emploi_du_temps__semaines=[]), edt.PAGE).missing == ["emploi_du_temps.semaines"]
    assert read(changed(engagements__accueil=[]), contrat.ENGAGEMENTS).missing == ["engagements.accueil"]
    assert read(changed(stages=[], engagements__accueil=[]), contrat.ENGAGEMENTS).missing == []


def test_an_item_without_any_answer_is_there_by_its_rank():
    line = read(changed(situation__mesures=[{"id": "A1"}]), situation.MESURES_PAGE).lines[0]
    assert (line.label, line.text) == ("Mesure 1", "")


def test_a_slot_that_cannot_be_drawn_is_said():
    week = {"id": "M1", "nom": "Ordinaire", "creneaux": [MONDAY, dict(MONDAY, fin=""), dict(MONDAY, fin="08:00")]}
    line = read(changed(emploi_du_temps__semaines=[week]), edt.PAGE).lines[-1]
    assert line.label == "Ordinaire" and line.week is not None
    assert line.text.replace("\u00a0", " ") == "1 h au collège\n" \
        "Créneaux : Lundi de 8 h 30, Collège, Français ; Lundi de 8 h 30 à 8 h, Collège, Français"


def test_what_a_slot_is_counted_in_is_said_once():
    slots = [dict(MONDAY, activite="Atelier", discipline="Technologie"),
             dict(MONDAY, debut="10:00", fin="11:00", activite="Atelier", discipline="Technologie"),
             dict(MONDAY, debut="11:00", fin="12:00", activite="")]
    page = read(changed(emploi_du_temps__semaines=[{"id": "M1", "nom": "O", "creneaux": slots}]), edt.PAGE)
    assert page.lines[-1].text.replace("\u00a0", " ") == "3 h au collège\nCompter en : Atelier → Technologie"
    assert "emploi_du_temps.semaines.0.creneaux.2.activite" in page.missing


def test_every_line_leads_to_an_answer_where_every_list_has_one_blank_item():
    dossier = blank_dossier(FORM)
    for pattern, block in FORM.block.items():
        for path in concrete(dossier, pattern) if not block.computed else ():
            put(dossier, path, [blank_item(FORM, pattern)])
    assert all(line.paths for page in read(dossier) for line in page.lines)
