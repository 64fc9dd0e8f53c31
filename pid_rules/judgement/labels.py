"""Words for what the catalogue names: severities, and how far a source was read."""

from pid_rules.questions.kinds import AVERTISSEMENT, BLOQUANT, INFORMATION
from pid_rules.sources.source import A_CONFIRMER, CHOIX, LU, LU_EN_PARTIE

SEVERITIES = {BLOQUANT: "Bloquant", AVERTISSEMENT: "Avertissement", INFORMATION: "Information"}
STATUSES = {LU: "texte lu", LU_EN_PARTIE: "lu en partie", A_CONFIRMER: "à confirmer", CHOIX: "choix de l’outil"}
