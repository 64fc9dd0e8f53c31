"""The catalogue: every rule of every theme. Ids and severities are those of the domain study, section C."""

from pid_rules.rule import Catalogue
from pid_rules.rules import avis, eligibilite, periode, projet, signatures

CATALOGUE = Catalogue((eligibilite.THEME, periode.THEME, projet.THEME, signatures.THEME, avis.THEME))
