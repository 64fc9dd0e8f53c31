"""The catalogue: every rule of every theme, in the order of the domain study."""

from pid_rules.rule import Catalogue
from pid_rules.rules import avis, eligibilite, projet, signatures

CATALOGUE = Catalogue((eligibilite.THEME, projet.THEME, signatures.THEME, avis.THEME))
