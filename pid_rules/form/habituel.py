"""What « Mon établissement » may keep for the next dossiers: of the collège, its staff, insurer and usual places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.form import contrat, etablissement, parcours, stages

if TYPE_CHECKING:
    from pid_rules.questions.schema import Field


class Unit:
    """Answers that go together. ``named_by`` are groups of those that say whose they are: the first group of which both
    sides answer something tells whether they speak of the same."""

    def __init__(self, label: str, fields: tuple[Field, ...], *named_by: tuple[Field, ...]) -> None:
        self.label = label
        self.fields = fields
        self.named_by = named_by


def _opinion(name: Field) -> Unit:
    return Unit(name.label, (name,), (name,))


INSURER = Unit("Assurance", (stages.ASSURANCE_ETABLISSEMENT,), (stages.ASSURANCE_ETABLISSEMENT,))
COLLEGE = (
    Unit("Établissement",
         (etablissement.UAI, etablissement.NOM, etablissement.ADRESSE, etablissement.CODE_POSTAL, etablissement.VILLE,
          etablissement.TELEPHONE, etablissement.COURRIEL, etablissement.STATUT, etablissement.DELIBERATION_CA),
         (etablissement.UAI,), (etablissement.NOM,)),
    Unit("Chef d’établissement",
         (etablissement.CHEF_PRENOM, etablissement.CHEF_NOM, etablissement.CHEF_FONCTION),
         (etablissement.CHEF_NOM, etablissement.CHEF_PRENOM)))
UNITS = (
    *COLLEGE,
    Unit("Dossier suivi par",
         (etablissement.REDACTEUR_PRENOM, etablissement.REDACTEUR_NOM, etablissement.REDACTEUR_FONCTION,
          etablissement.REDACTEUR_COURRIEL), (etablissement.REDACTEUR_NOM, etablissement.REDACTEUR_PRENOM)),
    Unit("Référent habituel",
         (parcours.REFERENT_PRENOM, parcours.REFERENT_NOM, parcours.REFERENT_FONCTION, parcours.REFERENT_COURRIEL,
          parcours.REFERENT_TELEPHONE), (parcours.REFERENT_NOM, parcours.REFERENT_PRENOM)),
    *[_opinion(name) for name in (contrat.AVIS_PSYEN_NOM, contrat.AVIS_PP_NOM, contrat.AVIS_CPE_NOM,
                                  contrat.AVIS_SOCIAL_NOM, contrat.AVIS_INFIRMIER_NOM)],
    INSURER)
PLACE = tuple([field for field in stages.LIEUX.fields() if field is not stages.LIEU_ID])
"""The answers of a place, none of which is of a pupil."""
