"""Ages, rests and nights that the rules go by, each with its text and the day from which it was read to hold."""

from pid_rules.seuils.seuil import CIRCULAIRE_2003, CIRCULAIRE_2024, STATE_READ, Seuil, Version
from pid_rules.sources import lettre
from pid_rules.sources.administration import CIVIL_414
from pid_rules.sources.circulaires import (
    CIRCULAIRE_2013_060,
    CONCEPTION,
    CONVENTION_2024,
    CONVENTION_ACADEMIQUE,
    SERVICE_PUBLIC_2025,
)
from pid_rules.sources.education import L131_1, R131_7
from pid_rules.sources.travail import L3163_1, L3164_1

AGE_PRIORITAIRE = Seuil(
    "Âge atteint dans l’année scolaire par le public prioritaire", "ans",
    Version(16, "2018-09-14", lettre.SEIZE_ANS))
FIN_INSTRUCTION = Seuil(
    "Fin de l’instruction obligatoire", "ans",
    Version(16, "2019-09-01", L131_1.quoting("dès l'âge de trois ans et jusqu'à l'âge de seize ans")))
MAJORITE = Seuil(
    "Majorité", "ans",
    Version(18, STATE_READ, CIVIL_414.quoting("La majorité est fixée à dix-huit ans accomplis")))
AGE_ALTERNANCE = Seuil(
    "Âge avant lequel l’alternance est déconseillée", "ans",
    Version(15, "2013-04-10", CIRCULAIRE_2013_060.quoting("les élèves de collège de moins de 15 ans")))
AGE_PLAUSIBLE_MINIMUM = Seuil(
    "Âge au 31 décembre au-dessous duquel la date de naissance est à relire", "ans",
    Version(12, "2026-09-01", CONCEPTION.quoting("Un âge inhabituel pour la classe")))
AGE_PLAUSIBLE_MAXIMUM = Seuil(
    "Âge au 31 décembre au-dessus duquel la date de naissance est à relire", "ans",
    Version(17, "2026-09-01", CONCEPTION.quoting("Un âge inhabituel pour la classe")))
AGE_PROTEGE = Seuil(
    "Âge avant lequel le repos, la nuit et la journée sont plus stricts", "ans",
    Version(16, STATE_READ, L3164_1.quoting("s'ils ont moins de seize ans")))
AGE_SEMAINE_REDUITE = Seuil(
    "Âge avant lequel la semaine de stage est plus courte", "ans",
    Version(15, CIRCULAIRE_2003, CONVENTION_ACADEMIQUE.quoting("limitée à 30 h pour les élèves de moins de 15 ans")),
    Version(15, CIRCULAIRE_2024, SERVICE_PUBLIC_2025.quoting("Avant 15 ans")))
REPOS_QUOTIDIEN_MOINS_DE_16 = Seuil(
    "Repos quotidien avant 16 ans", "heures",
    Version(14, STATE_READ, L3164_1.quoting("portée à quatorze heures consécutives s'ils ont moins de seize ans")))
REPOS_QUOTIDIEN = Seuil(
    "Repos quotidien de 16 à 18 ans", "heures",
    Version(12, STATE_READ, L3164_1.quoting("ne peut être inférieure à douze heures consécutives")))
REPOS_DES_CONVENTIONS = Seuil(
    "Repos quotidien dans les conventions, de 16 à 18 ans", "heures",
    Version(12, STATE_READ, L3164_1.quoting("ne peut être inférieure à douze heures consécutives")),
    Version(14, CIRCULAIRE_2024, CONVENTION_2024.quoting(
        "Les repos quotidiens de l’élève sont respectivement de quatorze heures consécutives au minimum")))
DEBUT_NUIT_MOINS_DE_16 = Seuil(
    "Heure à partir de laquelle le travail est de nuit avant 16 ans", "heures",
    Version(20, STATE_READ, L3163_1.quoting("tout travail entre 20 heures et 6 heures")))
DEBUT_NUIT = Seuil(
    "Heure à partir de laquelle le travail est de nuit de 16 à 18 ans", "heures",
    Version(22, STATE_READ, L3163_1.quoting("tout travail entre 22 heures et 6 heures")))
SOIR_DES_CONVENTIONS = Seuil(
    "Heure à laquelle la présence finit dans les conventions, de 16 à 18 ans", "heures",
    Version(22, STATE_READ, L3163_1.quoting("tout travail entre 22 heures et 6 heures")),
    Version(20, CIRCULAIRE_2024,
            SERVICE_PUBLIC_2025.quoting("Les horaires de stage doivent être compris entre 6h et 20h.")))
ABSENCES_DU_MOIS = Seuil(
    "Absences dans le mois à partir desquelles le chef d’établissement agit", "demi-journées",
    Version(4, STATE_READ, R131_7.quoting("au moins quatre demi-journées dans le mois")))
ABSENCES_EN_TOUT = Seuil(
    "Absences sur toute la période, au-delà desquelles l’outil s’interroge", "demi-journées",
    Version(20, "2026-11-29",
            CONCEPTION.quoting("Plus de vingt demi-journées d’absence appellent la procédure d’assiduité.")))

SEUILS = (AGE_PRIORITAIRE, FIN_INSTRUCTION, MAJORITE, AGE_ALTERNANCE, AGE_PLAUSIBLE_MINIMUM, AGE_PLAUSIBLE_MAXIMUM,
          AGE_PROTEGE, AGE_SEMAINE_REDUITE, REPOS_QUOTIDIEN_MOINS_DE_16, REPOS_QUOTIDIEN, REPOS_DES_CONVENTIONS,
          DEBUT_NUIT_MOINS_DE_16, DEBUT_NUIT, SOIR_DES_CONVENTIONS, ABSENCES_DU_MOIS, ABSENCES_EN_TOUT)
