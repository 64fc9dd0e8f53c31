"""Figures on the reception of a pupil outside the collège: ages, durations and what a bar may not ask of a minor."""

from pid_rules.seuils.seuil import CIRCULAIRE_2003, CIRCULAIRE_2024, STATE_READ, Seuil, Version
from pid_rules.sources.circulaires import (
    CONVENTION_NATIONALE,
    MAIF,
    NOTE_CIRCULAIRE_2003_134,
    NOTE_PREPA_METIERS,
    SERVICE_PUBLIC,
    SERVICE_PUBLIC_2025,
)
from pid_rules.sources.education import D124_6, D331_10, D332_14, L124_5, R124_10
from pid_rules.sources.travail import L4153_1, L4153_1_ANCIEN, L4153_6, L4153_6_ANCIEN
from pid_rules.words.declared import declared

SELON_L_AGE = declared("14 ans")
SELON_LA_CLASSE = "classe de 4e ou de 3e"
TOUT_STAGE = "tout stage"
SERVICE_DU_BAR = "service du bar"
DECRET_2015 = "2015-10-29"
"""Day on which the décret 2015-1359 came into force."""

AGE_STAGE = Seuil(
    "Âge minimal en stage d’initiation ou d’application", "ans",
    Version(14, STATE_READ, D332_14.quoting("pour les élèves âgés de 14 ans au moins")))
DEUX_DERNIERES_ANNEES = Seuil(
    "Âge auquel commencent les deux dernières années de la scolarité obligatoire", "ans",
    Version(14, STATE_READ, D331_10.quoting("durant les deux dernières années de la scolarité obligatoire")))
CONDITION_OBSERVATION = Seuil(
    "Condition d’une séquence d’observation dans un organisme privé", "",
    Version(SELON_L_AGE, STATE_READ,
            L4153_1_ANCIEN.quoting("durant les deux dernières années de leur scolarité obligatoire")),
    Version(SELON_LA_CLASSE, "2019-01-01",
            L4153_1.quoting("durant les deux derniers niveaux de l'enseignement des collèges")))
DEBIT_DE_BOISSONS = Seuil(
    "Ce qui est interdit à un mineur dans un débit de boissons à consommer sur place", "",
    Version(TOUT_STAGE, "2008-05-01",
            L4153_6_ANCIEN.quoting("Il est interdit d'employer ou de recevoir en stage des mineurs dans les débits de "
                                   "boissons à consommer sur place")),
    Version(SERVICE_DU_BAR, "2018-09-06",
            L4153_6.quoting("Il est interdit d'employer ou d'affecter des mineurs en stage au service du bar dans les "
                            "débits de boissons à consommer sur place")))
JOURS_DE_VISITE = Seuil(
    "Durée d’une visite d’information", "jours",
    Version(2, CIRCULAIRE_2003, NOTE_CIRCULAIRE_2003_134.quoting("Les visites d’information durent deux jours "
                                                                 "consécutifs au plus.")),
    Version(2, "2016-12-14", SERVICE_PUBLIC.quoting("Les visites ne doivent pas excéder 2 jours consécutifs")),
    Version(2, "2022-01-21", SERVICE_PUBLIC.quoting("La visite ne doit pas durer plus de 2 jours consécutifs.")))
JOURS_D_OBSERVATION = Seuil(
    "Durée d’une séquence d’observation", "jours",
    Version(5, CIRCULAIRE_2003,
            NOTE_CIRCULAIRE_2003_134.quoting("La séquence d’observation dure une semaine au plus.")),
    Version(5, "2016-12-14", SERVICE_PUBLIC.quoting("D'une durée maximum d'une semaine")),
    Version(5, "2023-11-01", MAIF.quoting("durée de 5 jours consécutifs ou non")),
    Version(5, "2025-01-01",
            CONVENTION_NATIONALE.quoting("La séquence d’observation ne peut pas excéder 5 jours consécutifs.")))
SEQUENCES_PAR_AN = Seuil(
    "Séquences d’observation dans l’année scolaire, au-delà desquelles l’outil s’interroge", "",
    Version(1, CIRCULAIRE_2024, SERVICE_PUBLIC_2025.quoting("Sa durée maximum est d'1 semaine.")))
SEMAINES_D_INITIATION = Seuil(
    "Durée totale des stages d’initiation au-delà de laquelle s’interroger", "semaines",
    Version(4, "2019-04-10", NOTE_PREPA_METIERS.quoting("une à quatre semaines de stage ou d’immersion dans l’année")))
MOIS_PAR_ORGANISME = Seuil(
    "Durée maximale des stages dans un même organisme, par année d’enseignement", "mois",
    Version(6, STATE_READ, L124_5.quoting("ne peut excéder six mois par année d'enseignement")))
JOURS_PAR_MOIS = Seuil(
    "Jours de présence comptés pour un mois de stage", "jours",
    Version(22, STATE_READ, D124_6.quoting("chaque période au moins égale à vingt-deux jours de présence")))
HEURES_PAR_JOUR = Seuil(
    "Heures de présence comptées pour un jour de stage", "heures",
    Version(7, STATE_READ, D124_6.quoting("Chaque période au moins égale à sept heures de présence")))
PETIT_ORGANISME = Seuil(
    "Effectif à partir duquel les places de stagiaires se comptent en part", "personnes",
    Version(20, DECRET_2015, R124_10.quoting("pour les organismes d’accueil dont l’effectif est inférieur à vingt")))
PLACES = Seuil(
    "Stagiaires reçus dans une même semaine par un petit organisme", "stagiaires",
    Version(3, DECRET_2015, R124_10.quoting("Trois stagiaires")))
PART_DES_PLACES = Seuil(
    "Stagiaires reçus dans une même semaine par les autres organismes", "pour cent de l’effectif",
    Version(15, DECRET_2015, R124_10.quoting("15 % de l’effectif arrondis à l’entier supérieur")))

SEUILS = (AGE_STAGE, DEUX_DERNIERES_ANNEES, CONDITION_OBSERVATION, DEBIT_DE_BOISSONS, JOURS_DE_VISITE,
          JOURS_D_OBSERVATION, SEMAINES_D_INITIATION, MOIS_PAR_ORGANISME, JOURS_PAR_MOIS, HEURES_PAR_JOUR,
          SEQUENCES_PAR_AN, PETIT_ORGANISME, PLACES, PART_DES_PLACES)
