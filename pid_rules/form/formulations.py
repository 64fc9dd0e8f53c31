"""The questions whose answer may begin by a skeleton of sentence, with blanks to fill."""

from pid_rules.form import contrat, parcours

COMMITMENTS = (contrat.ENGAGEMENTS_ELEVE, contrat.ENGAGEMENTS_FAMILLE, contrat.ENGAGEMENTS_ETABLISSEMENT,
               contrat.ENGAGEMENTS_ACCUEIL)
HELPED = (parcours.OBJECTIF, parcours.INDICATEUR, parcours.STRATEGIE, parcours.COMPENSATION,
          *[field for block in COMMITMENTS for field in block.fields()], contrat.RUPTURE)
"""In the order of the pages."""
PATTERNS = [field.path for field in HELPED]
