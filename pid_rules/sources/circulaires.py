"""Circulars, practice and notes, none of them read in full: each awaits confirmation by a person."""

from pid_rules.sources.source import SECOND_READING, THIRD_READING, read, read_in_part, unconfirmed
from pid_rules.words.declared import declared

RELAYED = declared("Passage relayé par l’étude de domaine du projet ; à confirmer sur le texte officiel.")

CIRCULAIRE_2013_060 = read_in_part("circulaire-2013-060", "Circulaire de rentrée n° 2013-060 du 10 avril 2013", "",
                                   "Circulaire annuelle, jamais contredite par ce qui a été lu. " + RELAYED)
ARRETE_CALENDRIER = read_in_part("arrete-calendrier", "Arrêté du 20 juillet 2009 fixant le calendrier scolaire", "2",
                                 "Formule reprise d’un arrêté ancien ; à confirmer dans l’arrêté de l’année.")
ARRETE_DNB = read_in_part("arrete-dnb-2015", "Arrêté du 31 décembre 2015 sur le diplôme national du brevet", "2",
                          checked=THIRD_READING)
QUESTION_AN_50604 = read_in_part("question-an-50604",
                                 "Réponse à la question écrite n° 50604 (Assemblée nationale, 2015)", "")
DISPOSITIFS_RELAIS = read_in_part("dispositifs-relais", "Dispositifs relais, académie d’Amiens", "",
                                  "Dispositif voisin, simple repère. " + RELAYED)
PREVENTION_DECROCHAGE = read_in_part("prevention-decrochage", "Prévention du décrochage scolaire (PAFI, GPDS)", "",
                                     "Dispositif voisin, simple repère. " + RELAYED)
TOUS_DROITS_OUVERTS = read_in_part("circulaire-tous-droits-ouverts",
                                   "Circulaire du 18 juillet 2023, parcours « Tous droits ouverts »", "", RELAYED)
MAIF = read_in_part("maif-sequence-observation", "MAIF, séquence d’observation de troisième (novembre 2023)", "",
                    RELAYED)
MINI_STAGES = read_in_part("mini-stages", "Immersion facilitée, mini-stages", "", RELAYED)
GRILLES_COLLEGE = read_in_part("grilles-college", "Arrêté du 19 mai 2015, volumes horaires du collège", "",
                               "Lus sur la page du ministère de 2016 ; l’annexe remplacée par l’arrêté du 15 mars 2024 "
                               "n’a été lue qu’en partie, avec les mêmes chiffres.")
CONVENTION_NATIONALE = read("convention-type-nationale",
                            "Convention type de la plateforme nationale des stages (4e et 3e)", "",
                            "Confirmée par la convention postérieure, qui vise la circulaire du 12 juillet 2024.",
                            SECOND_READING)
CONVENTION_ACADEMIQUE = read_in_part(
    "convention-academique", "Convention de séquence d’observation, modèle académique", "6",
    "Applique la circulaire n° 2003-134, remplacée le 12 juillet 2024.", SECOND_READING)
SERVICE_PUBLIC = read_in_part(
    "service-public-f1882", "Service-Public.fr, stage d’un jeune de moins de 16 ans", "",
    "États de 2016 et de 2022 de la fiche F1882, remplacés par celui d’octobre 2025.", SECOND_READING)
SERVICE_PUBLIC_2025 = read(
    "service-public-f1882-2025", "Service-Public.fr, fiche F1882 du 21 octobre 2025, stages d’un jeune de moins de 16 "
                                 "ans", "",
    "Fiche d’information, qui cite la circulaire du 12 juillet 2024 ; le corps de cette circulaire n’a pas été lu.",
    THIRD_READING)
CONVENTION_2024 = read(
    "convention-nationale-2024", "Convention de séquence d’observation de la plateforme nationale des stages (2025)",
    "",
    "Vise la circulaire du 12 juillet 2024 ; une convention lie ceux qui l’ont acceptée.", THIRD_READING)
NOTE_CIRCULAIRE_2003_134 = unconfirmed(
    "note-circulaire-2003-134", "Chiffres attribués à la circulaire n° 2003-134 du 8 septembre 2003",
    "Remplacée en pratique par la circulaire du 12 juillet 2024 (NOR MENE2407449C).")
NOTE_AUTORITE_PARENTALE = unconfirmed("note-autorite-parentale",
                                      "Doctrine de l’Éducation nationale sur les actes usuels et non usuels", RELAYED)
NOTE_PREPA_METIERS = unconfirmed("note-prepa-metiers", "Repère tiré de la classe de troisième prépa-métiers", RELAYED)
NOTE_CONVENTION_TYPE = unconfirmed("note-convention-type", "Convention type de séquence d’observation", RELAYED)
CONCEPTION = unconfirmed("conception", "Règle de prudence de l’outil (aucun texte)",
                         "Proposition du projet, que la DSDEN peut changer.")
A_VENIR = CONCEPTION.quoting("Ce qui est noté comme fait n’est pas daté d’un jour à venir.")

SOURCES = (
    CIRCULAIRE_2013_060, ARRETE_CALENDRIER, ARRETE_DNB, QUESTION_AN_50604, DISPOSITIFS_RELAIS, PREVENTION_DECROCHAGE,
    TOUS_DROITS_OUVERTS, MAIF, MINI_STAGES, GRILLES_COLLEGE, CONVENTION_NATIONALE, CONVENTION_ACADEMIQUE,
    SERVICE_PUBLIC, SERVICE_PUBLIC_2025, CONVENTION_2024, NOTE_CIRCULAIRE_2003_134, NOTE_AUTORITE_PARENTALE,
    NOTE_PREPA_METIERS,
    NOTE_CONVENTION_TYPE, CONCEPTION,
)
