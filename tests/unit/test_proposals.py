"""What a dossier proposes again for its own questions: only what it holds, never in the place of an answer."""

import copy
from pathlib import Path

import pytest

from pid_rules.dossier.items import add_item
from pid_rules.dossier.paths import get, put
from pid_rules.dossier.structure import blank_dossier
from pid_rules.form import FORM, stages
from pid_rules.form.proposals import BORN, LISTED, OFFERED, PATTERNS, TAKEN
from pid_rules.judgement.proposals import begin, choices, follow, held_by, offers, opinion_given, source_of, take
from pid_rules.judgement.repairs import REPAIRS, repairs_of
from pid_rules.rules import CATALOGUE
from tests.support.examples import EXAMPLES

TUTOR, REFERENT, STAGE = TAKEN


@pytest.fixture
def complet():
    return copy.deepcopy(EXAMPLES["complet"])


@pytest.fixture
def untidy():
    return copy.deepcopy(EXAMPLES["desordre"])


def test_what_is_declared_stands_in_the_form():
    assert all(pattern in FORM.field for pattern in PATTERNS)
    for field, sources in (*OFFERED, *BORN):
        assert FORM.field[field.path] is field and sources
    for taking in TAKEN:
        assert all(type(one.kind) is type(other.kind) for one, other in taking.pairs)


@pytest.mark.parametrize("example", ["complet", "desordre"])
def test_nothing_is_offered_for_what_is_answered(example):
    dossier = EXAMPLES[example]
    for field, _ in OFFERED:
        for index in range(3):
            path = field.path.replace("[]", f".{index}")
            assert get(dossier, path) in (None, "") or offers(dossier, path) == []


@pytest.mark.parametrize(("path", "value", "words"), [
    ("stages.1.fin", "2027-04-16", "échéance d’un objectif"),
    ("stages.0.visites.0.date", "2027-02-04", "milieu du stage"),
    ("stages.0.convention.date_signature", "2026-12-15", "signature du contrat"),
    ("parcours.objectifs.1.echeance", "2027-04-16", "bilan d’étape prévu"),
    ("evaluation.bilans_etape_prevus.0", "2027-02-19", "échéance d’un objectif")])
def test_the_first_offer_of_a_blank_answer_of_the_untidy_dossier(untidy, path, value, words):
    put(untidy, path, "")
    assert [(one.value, one.words) for one in offers(untidy, path)][0] == (value, words)


def test_texts_are_chosen_from_those_of_the_dossier(complet):
    assert choices(complet, "stages.1.transport") == ("transports", ["bus, ligne 4"])
    assert choices(complet, "stages.1.assurance.etablissement") == ("assurances", ["MAIF 0000001"])
    assert choices(complet, "lieux.1.ville") == ("villes", ["Saint-Laurent-des-Combes-sur-Démonstration", "Angers"])
    assert choices(complet, "eleve.code_postal") == ("codes-postaux", ["49000", "49100"])


def test_a_blank_dossier_offers_nothing():
    dossier = blank_dossier(FORM)
    assert [field for field, _ in OFFERED if offers(dossier, field.path.replace("[]", ".0"))] == []
    assert all(choices(dossier, fields[0].path.replace("[]", ".0"))[1] == [] for name, fields, _ in LISTED
               if name != "fonctions")
    assert "CPE" in choices(dossier, "parcours.objectifs.0.responsable")[1], "functions are those of everybody"


def test_a_day_that_a_neighbour_has_comes_last_or_not_at_all(untidy):
    put(untidy, "parcours.objectifs.0.echeance", "")
    put(untidy, "parcours.objectifs.1.echeance", "2027-02-19")
    assert [one.value for one in offers(untidy, "parcours.objectifs.0.echeance")] == [
        "2027-04-16", "2027-05-25"]
    put(untidy, "parcours.fin", "")
    put(untidy, "evaluation.bilan_final_prevu", "")
    assert [one.value for one in offers(untidy, "parcours.objectifs.0.echeance")] == ["2027-04-16", "2027-02-19"]
    put(untidy, "parcours.objectifs.0.echeance", "2027-02-19")
    put(untidy, "evaluation.bilans_etape_prevus", ["2027-02-19", ""])
    assert "2027-02-19" not in [one.value for one in offers(untidy, "evaluation.bilans_etape_prevus.1")]


def test_persons_are_those_of_this_dossier_and_the_pupil_only_where_she_may_sign(untidy):
    name, people = choices(untidy, "stages.0.visites.0.visiteur")
    assert name == "personnes" and people[:3] == [
        "Thibault OUÉDRAOGO-FICTION", "Nadia BELKACEM-EXEMPLE", "Solène Kervella-Exemple"]
    assert "Bastien Guérin-Exemple" in people and "Anaïs LEBRETON-FICTION" in people
    assert len(people) == len(set(people)) and "Enzo-Gabriel BROCHARD-EXEMPLE" not in people
    assert choices(untidy, "signatures.0.nom")[1][0] == "Enzo-Gabriel BROCHARD-EXEMPLE"


def test_wishes_choose_among_the_schools_of_the_dossier(complet):
    complet["prepam"] = None
    assert choices(complet, "prepam.voeux.0.etablissement") == (
        "etablissements", ["Lycée professionnel de démonstration"])
    assert choices(complet, "eleve.nom") == ("", [])


def test_half_a_name_is_not_proposed(complet):
    complet["redacteur"]["prenom"] = " "
    complet["avis"]["cpe"]["nom"] = ""
    assert len([one for one in choices(complet, "stages.0.visites.0.visiteur")[1] if "Cpe" in one]) == 0
    assert opinion_given(complet, "avis.cpe.sens") == ""


def test_a_new_stage_takes_insurer_and_transport_and_a_visit_its_visitor(complet):
    place = add_item(FORM, complet, "stages", "stages")
    assert begin(complet, place) == [stages.ASSURANCE_ETABLISSEMENT, stages.TRANSPORT]
    assert get(complet, place + ".assurance.etablissement") == "MAIF 0000001"
    visit = add_item(FORM, complet, "stages[].visites", place + ".visites")
    assert begin(complet, visit) == [stages.VISITEUR] and get(complet, visit + ".date") == ""
    assert begin(complet, visit) == [] and begin(complet, add_item(FORM, complet, "lieux", "lieux")) == []


def test_bilans_and_deadlines_are_planned_from_one_another(untidy):
    untidy["evaluation"]["bilans_etape_prevus"] = []
    for day in ("2027-02-19", "2027-04-16"):
        place = add_item(FORM, untidy, "evaluation.bilans_etape_prevus", "evaluation.bilans_etape_prevus")
        begin(untidy, place)
        assert get(untidy, place) == day
    untidy["parcours"]["objectifs"] = untidy["parcours"]["objectifs"][:1]
    place = add_item(FORM, untidy, "parcours.objectifs", "parcours.objectifs")
    begin(untidy, place)
    assert get(untidy, place + ".echeance") == "2027-04-16"


def test_the_tutor_takes_what_is_blank_and_keeps_the_rest(untidy):
    tutor = untidy["lieux"][1]["tuteur"]
    tutor.update(nom="", prenom="", telephone="")
    given, kept = take(untidy, TUTOR, "lieux.1", source_of(untidy, TUTOR, "lieux.1"))
    assert [one.name for one in given] == ["nom", "prenom", "telephone"]
    assert [one.name for one in kept] == ["fonction"], "another apostrophe is another answer"
    assert tutor["telephone"] == "0639980174" and tutor["courriel"] == "bastien.guerin@exemple.fr"


def test_the_person_who_follows_the_dossier_is_the_referent(complet):
    complet["referent"] = {}
    given, kept = take(complet, REFERENT, "", source_of(complet, REFERENT, ""))
    assert (len(given), kept) == (4, []) and complet["referent"]["nom"] == "Exemple-Cpe"


def test_a_later_stage_takes_from_the_first_one_that_has_answers(untidy):
    assert source_of(untidy, STAGE, "stages.0") is None
    untidy["stages"].append({"objectifs": "Le sien"})
    assert source_of(untidy, STAGE, "stages.2") == "stages.0"
    given, kept = take(untidy, STAGE, "stages.2", "stages.0")
    assert (len(given), [one.name for one in kept]) == (6, ["objectifs"])
    assert get(untidy, "stages.2.assurance.organisme") is None and untidy["stages"][2]["objectifs"] == "Le sien"


def test_the_tutor_follows_a_correction_while_both_are_one_person(complet):
    origins = [pair[1] for pair in TUTOR.pairs]
    take_all = complet["lieux"][0]
    take_all["tuteur"] = dict(take_all["representant"])
    before = held_by(complet, origins, "lieux.0")
    take_all["representant"]["telephone"] = "0241000009"
    assert [one.name for one in follow(complet, TUTOR, "lieux.0", before)] == ["telephone"]
    assert take_all["tuteur"]["telephone"] == "0241000009"
    take_all["tuteur"]["courriel"] = "le.sien@exemple.fr"
    before = held_by(complet, origins, "lieux.0")
    take_all["representant"].update(courriel="autre@exemple.fr", nom="Exemple-Patronne")
    assert [one.name for one in follow(complet, TUTOR, "lieux.0", before)] == ["nom"]
    assert take_all["tuteur"]["courriel"] == "le.sien@exemple.fr"
    before = held_by(complet, origins, "lieux.1")
    complet["lieux"][1]["representant"]["telephone"] = "0241000009"
    assert follow(complet, TUTOR, "lieux.1", before) == []
    assert complet["lieux"][1]["tuteur"]["telephone"] == "0241000005"


def test_an_opinion_given_names_whoever_is_known(complet):
    complet["avis"].update(cpe={"sens": "favorable", "nom": ""}, psyen={"sens": "favorable", "nom": ""})
    assert opinion_given(complet, "avis.cpe.sens") == "avis.cpe.nom"
    assert complet["avis"]["cpe"]["nom"] == "Loïc Exemple-Cpe"
    assert opinion_given(complet, "avis.cpe.sens") == opinion_given(complet, "avis.psyen.sens") == ""
    complet["avis"]["cpe"] = {"sens": "sans_objet", "nom": ""}
    assert opinion_given(complet, "avis.cpe.sens") == ""


def test_every_gesture_that_repairs_is_of_a_rule_and_has_its_button():
    here = Path(__file__).resolve().parents[2] / "site"
    sources = [path.read_text(encoding="utf-8") for folder in ("templates", "ui")
               for path in (here / folder).rglob("*") if path.suffix in (".html", ".py")]
    for rule in REPAIRS:
        assert rule in CATALOGUE.by_id and repairs_of(rule)
        for one in REPAIRS[rule]:
            name = one.selector.strip("[]").partition("=")[2]
            assert one.page in FORM.pages
            assert one.selector.startswith("[data-geste=") and name in [taking.name for taking in TAKEN] \
                or [text for text in sources if f'data-action="{name}"' in text] \
                or name in "dater-signatures"
    assert repairs_of("PR-01") == ()
