"""Hours of presence outside the collège, by day, week and school year; times are minutes unless the unit says so.

The daily rest and the night are in ``reperes``, with the other figures that change with age.
"""

from pid_rules.seuils.seuil import CIRCULAIRE_2003, CIRCULAIRE_2024, STATE_READ, Seuil, Version
from pid_rules.sources.circulaires import (
    CONCEPTION,
    CONVENTION_2024,
    CONVENTION_ACADEMIQUE,
    CONVENTION_NATIONALE,
    SERVICE_PUBLIC_2025,
)
from pid_rules.sources.education import D124_6, D337_177
from pid_rules.sources.travail import L3162_1, L3162_3, L3163_1

SINCE_2019 = "2019-01-01"
"""Day since which article L3162-1 was read to hold."""
HUIT_HEURES = L3162_1.quoting("ne peuvent être employés à un travail effectif excédant huit heures par jour et "
                              "trente-cinq heures par semaine")
SEPT_HEURES = SERVICE_PUBLIC_2025.quoting("Le stage ne doit pas dépasser 7 heures par jour et 35 heures par semaine.")
TRENTE_HEURES = SERVICE_PUBLIC_2025.quoting("Le stage ne doit pas dépasser 7 heures par jour et 30 heures par semaine.")
CUMUL = CONCEPTION.quoting("Les heures passées au collège et chez l’organisme d’accueil s’ajoutent pour juger la "
                           "charge de l’élève.")

JOUR = Seuil("Présence par jour", "minutes", Version(480, SINCE_2019, HUIT_HEURES))
JOUR_MOINS_DE_16 = Seuil(
    "Présence par jour avant 16 ans", "minutes",
    Version(420, CIRCULAIRE_2003, CONVENTION_ACADEMIQUE.quoting(
        "La durée journalière de travail est limitée 7 h pour les élèves de moins de 16 ans")),
    Version(420, CIRCULAIRE_2024, SEPT_HEURES))
JOUR_OBSERVE = Seuil(
    "Présence par jour en visite d’information et en séquence d’observation", "minutes",
    Version(480, SINCE_2019, HUIT_HEURES),
    Version(420, CIRCULAIRE_2024, CONVENTION_2024.quoting(
        "Les durées maximales de travail sont de trente-cinq heures hebdomadaires et de sept heures quotidiennes.")))
JOUR_DES_CONVENTIONS = Seuil(
    "Présence par jour dans les conventions, de 16 à 18 ans", "minutes",
    Version(480, SINCE_2019, HUIT_HEURES),
    Version(420, "2025-01-01",
            CONVENTION_NATIONALE.quoting("La durée de travail de l’élève mineur ne peut excéder 7 heures par jour")))
SEMAINE = Seuil("Présence par semaine", "minutes", Version(2100, SINCE_2019, HUIT_HEURES))
SEMAINE_MOINS_DE_15 = Seuil(
    "Présence par semaine en stage d’initiation ou d’application avant 15 ans", "minutes",
    Version(1800, CIRCULAIRE_2003, CONVENTION_ACADEMIQUE.quoting(
        "La durée hebdomadaire est limitée à 30 h pour les élèves de moins de 15 ans")),
    Version(1800, CIRCULAIRE_2024, TRENTE_HEURES))
CUMUL_JOUR = Seuil("Collège et lieu d’accueil le même jour", "minutes", Version(480, "2026-09-01", CUMUL))
CUMUL_SEMAINE = Seuil("Collège et lieu d’accueil la même semaine", "minutes", Version(2100, "2026-09-01", CUMUL))
SANS_PAUSE = Seuil(
    "Présence sans interruption", "minutes",
    Version(270, STATE_READ, L3162_3.quoting("une durée maximale de quatre heures et demie")))
PAUSE = Seuil("Pause au-delà de cette durée", "minutes",
              Version(30, STATE_READ, L3162_3.quoting("un temps de pause d'au moins trente minutes consécutives")))
FIN_NUIT = Seuil("Heure à laquelle la nuit finit", "heures",
                 Version(6, STATE_READ, L3163_1.quoting("tout travail entre 20 heures et 6 heures")))
GRATIFICATION = Seuil(
    "Présence par année scolaire dans un même organisme avant gratification", "heures",
    Version(308, STATE_READ, D124_6.quoting(
        "Chaque période au moins égale à sept heures de présence, consécutives ou non, est considérée comme "
        "équivalente à un jour et chaque période au moins égale à vingt-deux jours de présence, consécutifs ou non, "
        "est considérée comme équivalente à un mois")))
SEMAINE_COURTE = Seuil(
    "Présence au-dessous de laquelle une semaine entière de stage est courte", "minutes",
    Version(1440, "2026-09-01", CONCEPTION.quoting("Une présence trop courte laisse peu voir du métier.")))
PART_DISPENSEE = Seuil(
    "Part des enseignements obligatoires dispensée", "pour cent",
    Version(50, STATE_READ, D337_177.quoting("enseignements généraux, pour la moitié au moins du temps")))

SEUILS = (JOUR, JOUR_MOINS_DE_16, JOUR_OBSERVE, JOUR_DES_CONVENTIONS, SEMAINE, SEMAINE_MOINS_DE_15, CUMUL_JOUR,
          CUMUL_SEMAINE, SANS_PAUSE, PAUSE, FIN_NUIT, GRATIFICATION, SEMAINE_COURTE, PART_DISPENSEE)
