"""What may be typed at once in the first of several boxes: a person, an address, a period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.form import eleve, etablissement, parcours, situation, stages
from pid_rules.questions.line import OneLine

if TYPE_CHECKING:
    from pid_rules.questions.schema import Field


def _address(*fields: Field) -> OneLine:
    return OneLine("Ou l’adresse entière : 12 rue des Lilas, 49300 Cholet", *fields)


def _period(*fields: Field) -> OneLine:
    return OneLine("Ou les deux dates : 14/9-16/10", *fields)


PEOPLE = (
    OneLine("Ou toute la ligne : nom, prénom, date de naissance, classe, régime",
            eleve.NOM, eleve.PRENOM, eleve.DATE_NAISSANCE, eleve.NIVEAU, eleve.CLASSE, eleve.REGIME, eleve.TELEPHONE,
            eleve.COURRIEL),
    OneLine("Ou toute la ligne : nom, prénom, fonction",
            etablissement.CHEF_NOM, etablissement.CHEF_PRENOM, etablissement.CHEF_FONCTION),
    OneLine("Ou toute la ligne : nom, prénom, fonction, adresse électronique",
            etablissement.REDACTEUR_NOM, etablissement.REDACTEUR_PRENOM, etablissement.REDACTEUR_FONCTION,
            etablissement.REDACTEUR_COURRIEL),
    OneLine("Ou toute la ligne : nom, prénom, fonction, adresse électronique, téléphone",
            parcours.REFERENT_NOM, parcours.REFERENT_PRENOM, parcours.REFERENT_FONCTION, parcours.REFERENT_COURRIEL,
            parcours.REFERENT_TELEPHONE),
    OneLine("Ou toute la ligne : nom, prénom, qualité, téléphone, adresse électronique",
            eleve.RESPONSABLE_NOM, eleve.RESPONSABLE_PRENOM, eleve.QUALITE, eleve.RESPONSABLE_TELEPHONE,
            eleve.RESPONSABLE_COURRIEL),
    OneLine("Ou toute la ligne : nom, prénom, fonction, téléphone, adresse électronique",
            stages.REPRESENTANT_NOM, stages.REPRESENTANT_PRENOM, stages.REPRESENTANT_FONCTION,
            stages.REPRESENTANT_TELEPHONE, stages.REPRESENTANT_COURRIEL),
    OneLine("Ou toute la ligne : nom, prénom, fonction, téléphone, adresse électronique",
            stages.TUTEUR_NOM, stages.TUTEUR_PRENOM, stages.TUTEUR_FONCTION, stages.TUTEUR_TELEPHONE,
            stages.TUTEUR_COURRIEL))
"""How a legal representative exercises parental authority is never in a line: it is always asked."""
ADDRESSES = (
    _address(etablissement.ADRESSE, etablissement.CODE_POSTAL, etablissement.VILLE),
    _address(eleve.ADRESSE, eleve.CODE_POSTAL, eleve.VILLE),
    _address(stages.LIEU_ADRESSE, stages.LIEU_CODE_POSTAL, stages.LIEU_VILLE, stages.LIEU_PAYS))
PERIODS = (
    _period(situation.ABSENCES_DU, situation.ABSENCES_AU),
    _period(situation.MESURE_DEBUT, situation.MESURE_FIN),
    _period(parcours.DEBUT, parcours.FIN),
    _period(stages.STAGE_DEBUT, stages.STAGE_FIN))
LINES = {line.fields[0].path: line for line in (*PEOPLE, *ADDRESSES, *PERIODS)}

COLLEAGUES = (etablissement.REDACTEUR_COURRIEL, parcours.REFERENT_COURRIEL)
"""Whose e-mail address has the domain of the collège, unless another is written."""
OTHER_YEARS = (eleve.DATE_NAISSANCE, etablissement.DELIBERATION_CA)
"""Days that may be of any year: those without their year are of the school year elsewhere."""
