"""An item in one line of its list, and what is still awaited of it."""

import copy

import pytest

from pid_rules.documents.answers import Answers
from pid_rules.documents.items import LINES, after_of, line_of, visit_of
from pid_rules.dossier.paths import concrete
from pid_rules.dossier.structure import blank_dossier, blank_item
from pid_rules.form import FORM
from pid_rules.judgement.addresses import paged
from pid_rules.judgement.lacking import lacking_there
from pid_rules.judgement.report import Finding
from pid_rules.questions.kinds import AVERTISSEMENT, BLOQUANT, INFORMATION
from tests.support.examples import EXAMPLES


@pytest.fixture
def complet():
    return copy.deepcopy(EXAMPLES["complet"])


def line(dossier, pattern, index=0):
    return line_of(Answers(FORM, dossier), pattern, f"{pattern}.{index}").replace("\u00a0", " ")


def test_a_stage_says_when_and_where_its_convention_stands(complet):
    assert line(complet, "stages") == "5 janv.–29 janv., mar. et jeu., 13 h, convention signée"
    stage = complet["stages"][0]
    stage["horaires"] = [{**stage["horaires"][0], "jour": day} for day in ("jeudi", "lundi", "mardi")]
    stage["horaires"][0]["semaine"] = "A"
    stage.update(fin=stage["debut"], convention={"statut": "a_rechercher", "date_signature": ""})
    assert line(complet, "stages") == "5 janv., lun., mar. et jeu., 16 h 15 en moyenne, lieu à chercher"
    stage.update(debut="2027-02-01", fin="", horaires=[], convention={})
    assert line(complet, "stages") == "dès le 1er févr."


def test_the_other_lists_have_their_line(complet):
    assert line(complet, "lieux") == "Entreprise, Angers, tuteur : Inès Exemple-Tuteur"
    assert line(complet, "parcours.objectifs") == "Échéance : 29 janv. 2027, 2 stratégies"
    assert line(EXAMPLES["clos"], "bilans").startswith("7 déc.–29 janv., ")


def test_every_list_of_items_has_a_line_and_a_blank_item_an_empty_one():
    lists = [paged(page).path for page in FORM.pages if paged(page)]
    assert lists == ["parcours.objectifs", "lieux", "stages", "bilans"] and set(lists) == set(LINES)
    dossier = blank_dossier(FORM)
    for pattern in lists:
        held = dossier["parcours"] if "." in pattern else dossier
        held[pattern.rpartition(".")[2]] = [blank_item(FORM, pattern)]
        assert line(dossier, pattern) == ""


@pytest.mark.parametrize("name", sorted(EXAMPLES))
def test_the_lines_of_the_examples_hold_no_code(name):
    for pattern in LINES:
        for path in concrete(EXAMPLES[name], pattern + "[]"):
            words = line_of(Answers(FORM, EXAMPLES[name]), pattern, path)
            assert words and not {"a_rechercher", "L1", "S1"} & set(words.split())


def test_what_is_awaited_is_named_then_counted(complet):
    req = [Finding("REQ", BLOQUANT, ["lieux.0." + key], "", "") for key in ("nom", "ville", "adresse")]
    assert lacking_there(FORM, complet, req).replace("\u00a0", " ") == \
        "Il manque : nom ou raison sociale, ville, adresse."
    more = req + [Finding("REQ", BLOQUANT, ["lieux.0." + key], "", "") for key in ("activite", "tuteur.nom")]
    assert lacking_there(FORM, complet, more).endswith("adresse et 2 autres réponses.")
    assert lacking_there(FORM, complet, [Finding("REQ", BLOQUANT, ["stages.0.horaires"], "", "")]).endswith("horaires.")
    assert lacking_there(FORM, complet, req[:1] + [Finding("FMT", BLOQUANT, ["lieux.0.ville"], "", "")]).endswith(
        "sociale. 1 point à vérifier.")
    rules = [Finding("ST-01", severity, ["stages.0.type"], "", "") for severity in (BLOQUANT, INFORMATION)]
    assert lacking_there(FORM, complet, rules) == "1 point à vérifier."
    rules.append(Finding("ST-12", AVERTISSEMENT, ["stages.0.fin"], "", ""))
    assert lacking_there(FORM, complet, rules) == "2 points à vérifier."
    complet["justifications"] = {"ST-12": "Assumé."}
    assert lacking_there(FORM, complet, rules) == "1 point à vérifier." and lacking_there(FORM, complet, []) == ""


def test_what_is_known_afterwards_is_said_of_a_stage():
    answers = Answers(FORM, EXAMPLES["clos"])
    assert after_of(answers, "stages.0") == "1 visite faite sur 1, attestation remise"
    assert visit_of(answers, "stages.0.visites.0").replace("\u00a0", " ").startswith("Visite prévue le 19 janvier 2027")
    blank = Answers(FORM, {"stages": [{"visites": [{}]}]})
    assert after_of(blank, "stages.0") == "0 visite faite sur 1, attestation à remettre"
    assert visit_of(blank, "stages.0.visites.0") == "Visite prévue"
