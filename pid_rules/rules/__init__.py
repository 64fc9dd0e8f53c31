"""The catalogue: every rule of every theme. Ids and severities are those of the domain study, section C."""

from pid_rules.rule import Catalogue
from pid_rules.rules import (avis, eligibilite, emploi_du_temps, horaires_stage, periode, projet, repos_stage,
                             signatures)

CATALOGUE = Catalogue((eligibilite.THEME, periode.THEME, projet.THEME, signatures.THEME, avis.THEME,
                       emploi_du_temps.THEME, horaires_stage.THEME, repos_stage.THEME))
