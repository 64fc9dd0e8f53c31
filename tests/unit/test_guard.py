"""The confidentiality guard warns on what does not belong in the dossier, and on nothing else."""

import pytest

from pid_rules.dossier import guard
from pid_rules.dossier.paths import put
from pid_rules.dossier.structure import blank_dossier
from pid_rules.form import FORM


@pytest.mark.parametrize("text, reason", [
    ("Elle prend un traitement.", guard.SANTE), ("Suivi pour TDAH depuis la 6e", guard.SANTE),
    ("hospitalisé en mai", guard.SANTE), ("d'origine étrangère", guard.ORIGINE),
    ("convoqué par la POLICE", guard.JUSTICE), ("mesure de garde à vue", guard.JUSTICE),
    ("placé à l’ASE", guard.SOCIAL), ("violences à la maison", guard.SOCIAL),
    ("1 84 12 76 451 089", guard.NUMERO), ("184127645108946", guard.NUMERO), ("1 11 03 2A 004 123 45", guard.NUMERO),
    ("2 12 05 2b 033 001", guard.NUMERO), ("famille d’accueil", guard.SOCIAL),
    ("problèmes de santé", guard.SANTE), ("en ULIS l’an dernier", guard.SANTE),
    ("élève épileptique : épilepsie", guard.SANTE), ("un PAP depuis la 5e", guard.SANTE),
    ("plusieurs sanctions", guard.JUSTICE), ("les revenus du foyer", guard.SOCIAL),
    ("famille immigrée", guard.ORIGINE)])
def test_a_guarded_word_is_found_with_its_reason(text, reason):
    assert reason in [why for _, why in guard.warnings(text)]


@pytest.mark.parametrize("text", [
    "", "Ponctuel à l'atelier, soigneux.", "La phase de bilan", "il aime jouer aux échecs", "Base du calcul",
    "Téléphone 02 41 00 00 00", "SIRET 732 829 320 00074", "le 12 avril 2A4 1234567", "un ramassage des copies",
    "12345678901234", "Les métiers de la santé et du social l’attirent.", "il estime le temps"])
def test_ordinary_words_pass(text):
    assert guard.warnings(text) == []


def test_the_words_found_are_listed_with_their_answers_wherever_they_stand():
    dossier = blank_dossier(FORM)
    put(dossier, "situation.constats", "Son TDAH est suivi.")
    put(dossier, "engagements.eleve", ["Être à l’heure.", "Ne plus parler de la police."])
    put(dossier, "etablissement.nom", "Collège de la Police")
    assert [path for path, _ in guard.to_reread(FORM, dossier)] == ["situation.constats", "engagements.eleve.1"]
    assert guard.to_reread(FORM, dossier)[0][1] == "Relisez «\u00a0tdah\u00a0». " + guard.SANTE


def test_nothing_is_said_of_what_is_no_text():
    dossier = blank_dossier(FORM)
    put(dossier, "situation.constats", 12)
    assert guard.to_reread(FORM, dossier) == []
