"""The works forbidden to minors, as the stage page asks them: code du travail, D4153-16 to D4153-37 and R4153-22-1."""

SUBJECTS = (
    "Actes ou représentations pornographiques ou violents",
    "Agents chimiques dangereux",
    "Fibres d’amiante",
    "Agents biologiques de groupe 3 ou 4",
    "Vibrations au-dessus des valeurs d’exposition journalière",
    "Rayonnements ionisants (catégorie A ou B)",
    "Rayonnements optiques artificiels pouvant dépasser les valeurs limites",
    "Travaux ou interventions en milieu hyperbare (sauf classe 0)",
    "Opérations sous tension, ou accès sans surveillance à des pièces nues sous tension (sauf très basse tension de "
    "sécurité)",
    "Démolition, tranchées ou étaiement, avec un risque d’effondrement ou d’ensevelissement",
    "Conduite de quadricycles à moteur, ou de tracteurs sans protection ni retenue en cas de renversement",
    "Conduite d’engins mobiles automoteurs ou d’appareils de levage",
    "Utilisation ou entretien de machines listées à l’article R4313-78 (scies, toupies, presses…) ou dont les éléments "
    "mobiles restent accessibles en marche",
    "Maintenance qui ne peut pas se faire machine à l’arrêt",
    "Travaux en hauteur sans protection collective",
    "Montage ou démontage d’échafaudages",
    "Travaux en hauteur dans les arbres",
    "Appareils à pression soumis à suivi en service",
    "Intérieur de cuves, citernes, bassins ou réservoirs, ou milieu confiné (puits, égouts, fosses…)",
    "Coulée de verre ou de métaux en fusion",
    "Température extrême susceptible de nuire à la santé",
    "Abattage, euthanasie ou équarrissage d’animaux, ou contact avec des animaux féroces ou venimeux",
)
FIRST = 16
BESIDE = ("R4153-22-1", "Champs électromagnétiques pouvant dépasser les valeurs limites (R4153-22-1)")
"""Added to the code by the décret 2016-1074, from 1 January 2017; accepted since version 2 of the format."""
AFTER = 22 - FIRST + 1
_NUMBERED = tuple([("D4153-" + str(FIRST + index), SUBJECTS[index] + " (D4153-" + str(FIRST + index) + ")")
                   for index in range(len(SUBJECTS))])
TRAVAUX = _NUMBERED[:AFTER] + (BESIDE,) + _NUMBERED[AFTER:]
"""(article, label) of each, in the order of the code."""
