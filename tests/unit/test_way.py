"""The list of pages: its groups, the pages that are asked, what each lacks, and the way from one to another."""

import copy

import pytest

from pid_rules.dossier.paths import put
from pid_rules.dossier.structure import blank_dossier
from pid_rules.form import FORM, etablissement, parcours, stages
from pid_rules.form.groups import GROUPS, LA_SUITE
from pid_rules.judgement.catalogue import Catalogue
from pid_rules.judgement.evaluate import evaluate
from pid_rules.judgement.lacking import LONGEST, lacking
from pid_rules.judgement.report import Finding, Report
from pid_rules.judgement.summary import asked_pages, place_in_words, progress, step_of
from pid_rules.judgement.way import beside, pages_around, place_in_group
from pid_rules.questions.kinds import BLOQUANT
from pid_rules.questions.schema import APRES, AVANT, ENVOI
from pid_rules.rules import CATALOGUE
from tests.support.examples import EXAMPLES
from tests.support.judging import PROFILE_49


def example(name, **changes):
    dossier = copy.deepcopy(EXAMPLES[name])
    for path, value in changes.items():
        put(dossier, path.replace("__", "."), value)
    return dossier


def slugs(dossier):
    return [page.slug for page in asked_pages(FORM, dossier)]


def words(slug, dossier, report=None):
    page = FORM.page(slug)
    report = report or evaluate(FORM, CATALOGUE, dossier, step_of(page), 740111, PROFILE_49)
    return lacking(FORM, page, dossier, report).replace("\u00a0", " ")


def test_every_page_is_in_a_group_and_the_groups_follow_each_other():
    order = [page.group for page in FORM.pages]
    assert [one for index, one in enumerate(order) if order.index(one) == index] == list(GROUPS)
    assert order == sorted(order, key=GROUPS.index)
    assert all((page.group == LA_SUITE) == (page.phase == APRES) for page in FORM.pages)
    assert all(order.count(group) <= 6 for group in GROUPS)


def test_a_new_dossier_is_asked_neither_stages_nor_what_follows_the_sending():
    blank = blank_dossier(FORM)
    assert "stages" not in slugs(blank) and slugs(blank)[-1] == "transmission" and len(slugs(blank)) == 18
    put(blank, "lieux", [{"id": "L1"}])
    assert "stages" in slugs(blank)


@pytest.mark.parametrize("change", [{"transmission__date": "2026-11-20"}, {"decision__sens": "valide"}])
def test_what_follows_is_asked_once_the_dossier_was_sent(change):
    assert slugs(example("complet", transmission=None))[-1] == "transmission"
    assert slugs(example("complet", transmission=None, **change)) == [page.slug for page in FORM.pages]


@pytest.mark.parametrize(("path", "value", "slug"), [
    ("stages", [{"id": "S1", "type": "autre_action"}], "stages"), ("prepam", {"motif": "autre"}, "prepam"),
    ("bilans", [{"numero": 1}], "bilans")])
def test_what_is_begun_is_always_asked(path, value, slug):
    dossier = blank_dossier(FORM)
    put(dossier, "dossier.nature", "avenant")
    assert slug not in slugs(dossier)
    put(dossier, path, value)
    assert slug in slugs(dossier)


@pytest.mark.parametrize("name", ["complet", "desordre", "clos"])
def test_as_many_pages_count_as_are_asked_before_the_sending(name):
    for dossier in (EXAMPLES[name], blank_dossier(FORM)):
        report = evaluate(FORM, CATALOGUE, dossier, ENVOI, 740111, PROFILE_49)
        asked = [page for page in asked_pages(FORM, dossier) if page.phase == AVANT]
        assert progress(FORM, dossier, report)[1] == len(asked)


def test_a_page_that_is_done_or_not_begun_lacks_nothing():
    assert {words(page.slug, EXAMPLES["clos"]) for page in FORM.pages} == {""}
    assert {words(page.slug, blank_dossier(FORM)) for page in FORM.pages} == {""}


@pytest.mark.parametrize(("changes", "slug", "said"), [
    ({"eleve__date_naissance": "", "eleve__classe": ""}, "eleve", "Il manque : date de naissance, classe."),
    ({"etablissement__uai": ""}, "etablissement", "Il manque : UAI du collège."),
    ({"parcours__objectifs__1__echeance": ""}, "objectifs", "Il manque : échéance (objectif 2)."),
    ({"transmission__date": "", "transmission__destinataire": "a@b.fr"}, "transmission",
     "Il manque : dossier envoyé le."),
    ({"signatures__0__nom": "", "signatures__1__nom": ""}, "signatures", "Il manque : prénom et nom (2 fois)."),
    ({"signatures__0__nom": ""}, "signatures", "Il manque : prénom et nom (Élève).")])
def test_what_a_page_lacks_is_named(changes, slug, said):
    dossier = example("clos", **changes)
    step = step_of(FORM.page(slug))
    assert words(slug, dossier, evaluate(FORM, Catalogue(()), dossier, step, 740111, PROFILE_49)) == said


@pytest.mark.parametrize(("missing", "ends"), [(3, ""), (4, " et 1 autre réponse"), (7, " et 4 autres réponses")])
def test_three_answers_are_named_and_the_others_counted(missing, ends):
    names = ["uai", "nom", "statut", "adresse", "code_postal", "ville", "telephone"][:missing]
    report = Report([Finding("REQ", BLOQUANT, ["etablissement." + name], "", "") for name in names], [])
    said = words("etablissement", EXAMPLES["complet"], report)
    assert said.startswith("Il manque : UAI du collège, nom du collège, ") and said.endswith(ends + ".")
    assert said.count(",") == 2


def test_a_page_to_check_says_why():
    report = Report([Finding("X", BLOQUANT, ["eleve.nom"], "Une phrase.", "")], [])
    assert words("eleve", EXAMPLES["complet"], report) == "À vérifier : Une phrase."
    report.findings += report.findings * 2
    assert words("eleve", EXAMPLES["complet"], report) == "À vérifier : Une phrase. Et 2 autres points."
    report.findings.append(Finding("REQ", BLOQUANT, ["eleve.classe"], "", ""))
    assert words("eleve", EXAMPLES["complet"], report) == "Il manque : classe. 3 points à vérifier."


def test_a_long_reason_is_cut_between_two_words():
    report = Report([Finding("X", BLOQUANT, ["eleve.nom"], "mot " * 100, "")], [])
    said = words("eleve", EXAMPLES["complet"], report)
    assert said.endswith(" mot…") and len(said) < LONGEST + 20


@pytest.mark.parametrize(("page", "move", "slug"), [
    (etablissement.DOSSIER, -1, None), (etablissement.DOSSIER, 1, "etablissement"),
    (stages.LIEUX_PAGE, 1, "emploi-du-temps"), (stages.STAGES_PAGE, -1, "lieux")])
def test_the_page_beside_is_one_that_is_asked(page, move, slug):
    found = beside(pages_around(FORM, blank_dossier(FORM), page), page, move)
    assert (found and found.slug) == slug


def test_a_page_says_its_group_and_its_place():
    def place(dossier, page):
        return place_in_group(pages_around(FORM, dossier, page), page)

    blank = blank_dossier(FORM)
    assert place(blank, parcours.OBJECTIFS_PAGE) == "Le projet, page 4 sur 4"
    assert place(blank, parcours.DISPENSES_PAGE) == "Où et quand, page 3 sur 3"
    assert place(EXAMPLES["complet"], parcours.DISPENSES_PAGE) == "Où et quand, page 4 sur 4"
    assert place(blank, FORM.page("pieces")) == "Envoyer"


@pytest.mark.parametrize(("name", "path", "said"), [
    ("complet", "emploi_du_temps.semaines.1.creneaux.0.fin", "Semaines de stage en menuiserie, lundi matin"),
    ("complet", "emploi_du_temps.semaines.0.creneaux.5", "Semaine ordinaire, mercredi à 10 h 45"),
    ("complet", "stages.1.debut", "stage 2 (Lycée professionnel de démonstration)"),
    ("complet", "lieux.1.nom", "Lycée professionnel de démonstration"),
    ("complet", "parcours.objectifs.0.strategies.2.intitule", "objectif 1, stratégie 3"),
    ("complet", "eleve.nom", ""), ("complet", "inconnu.0.x", ""),
    ("desordre", "emploi_du_temps.semaines.1.creneaux.16.fin", "Garage : mardi et jeudi, jeudi matin"),
    ("desordre", "stages.0.horaires.0.fin", "stage 1 (SARL GARAGE DE L'EXEMPLE), mardi matin"),
    ("desordre", "situation.mesures.1.debut", "Tutorat"), ("desordre", "signatures.3.date", "Chef d’établissement")])
def test_items_are_named_as_people_do(name, path, said):
    assert place_in_words(FORM, path, EXAMPLES[name]).replace("\u00a0", " ") == said


@pytest.mark.parametrize(("changes", "said"), [
    ({"emploi_du_temps__semaines__1__nom": ""}, "semaine type 2, lundi matin"),
    ({"emploi_du_temps__semaines__1__nom": "Semaine ordinaire"}, "semaine type 2 (Semaine ordinaire), lundi matin"),
    ({"emploi_du_temps__semaines__1__creneaux__0__jour": "", "emploi_du_temps__semaines__1__nom": "N"},
     "N, créneau 1"),
    ({"emploi_du_temps__semaines__1__creneaux__0__debut": "8h", "emploi_du_temps__semaines__1__nom": "N"},
     "N, créneau 1"),
    ({"emploi_du_temps__semaines__1__creneaux__0": "abîmé", "emploi_du_temps__semaines__1__nom": 3},
     "semaine type 2, créneau 1"),
    ({"emploi_du_temps__semaines": []}, "semaine type 2, créneau 1")])
def test_an_item_without_a_name_of_its_own_is_told_by_its_rank(changes, said):
    place = "emploi_du_temps.semaines.1.creneaux.0.fin"
    assert place_in_words(FORM, place, example("complet", **changes)).replace("\u00a0", " ") == said


def test_a_stage_whose_place_is_gone_is_told_by_its_rank():
    assert place_in_words(FORM, "stages.0.debut", example("complet", stages__0__lieu="L9")) == \
        "stage 1 (Stage d’initiation)"
    assert place_in_words(FORM, "stages.0.debut", example("complet", stages__0__lieu="college")) == "stage 1 (Collège)"
