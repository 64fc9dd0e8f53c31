"""The catalogue: every rule of every theme, in the order of a parcours."""

from pid_rules.judgement.catalogue import Catalogue
from pid_rules.rules import (
    accueil,
    avis,
    bilans,
    decision,
    durees_stage,
    eligibilite,
    emploi_du_temps,
    horaires_stage,
    periode,
    prepam,
    projet,
    repos_stage,
    signatures,
)

CATALOGUE = Catalogue((eligibilite.THEME, periode.THEME, projet.THEME, emploi_du_temps.THEME, durees_stage.THEME,
                       accueil.THEME, horaires_stage.THEME, repos_stage.THEME, signatures.THEME, avis.THEME,
                       decision.THEME, bilans.THEME, prepam.THEME))
