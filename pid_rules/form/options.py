"""Lists of answers that several pages share. Values are those of the file format, labels those of the screen."""

NIVEAUX = (("6e", "6e"), ("5e", "5e"), ("4e", "4e"), ("3e", "3e"), ("3e_prepa_metiers", "3e prépa-métiers"),
           ("3e_segpa", "3e SEGPA"), ("4e_segpa", "4e SEGPA"))
FONCTIONS = (("principal", "Direction du collège"), ("principal_adjoint", "Direction adjointe du collège"),
             ("directeur", "Direction d’un établissement privé"),
             ("directeur_segpa", "Direction adjointe de la SEGPA"), ("cpe", "CPE"),
             ("professeur_principal", "Professeur principal"), ("professeur", "Professeur"),
             ("psyen", "Psychologue de l’Éducation nationale"), ("secretaire", "Secrétaire"),
             ("autre", "Autre fonction"))
"""Names of functions, none of which says whether a man or a woman holds it in two words."""
ROLES = (("eleve", "Élève"), ("responsable_1", "Responsable légal 1"), ("responsable_2", "Responsable légal 2"),
         ("chef_etablissement", "Chef d’établissement"), ("referent", "Référent"),
         ("organisme_accueil", "Organisme d’accueil"))
AVIS = (("favorable", "Favorable"), ("reserve", "Réservé"), ("defavorable", "Défavorable"),
        ("joint_sous_pli", "Joint sous pli confidentiel"), ("sans_objet", "Sans objet"))
DISCIPLINES = ("Français", "Mathématiques", "Histoire-géographie-EMC", "LV1", "LV2", "EPS", "Arts plastiques",
               "Éducation musicale", "SVT", "Technologie", "Physique-chimie")
HORS_GRILLE = "hors_grille"
COMPTER_EN = tuple([(one, one) for one in DISCIPLINES]) + ((HORS_GRILLE, "Hors de la grille"),)
"""What a slot whose name is not understood is counted in."""
LETTRES = (("A", "Semaine A"), ("B", "Semaine B"))
"""The weeks of an alternating timetable; no letter stands for every week."""
CERTIFICATIONS = (("dnb_generale", "DNB, série générale"), ("dnb_professionnelle", "DNB, série professionnelle"),
                  ("cfg", "CFG"), ("aucune", "Aucune visée"))
COLLEGE = "college"
"""The place that is no item of the list of places."""
AU_COLLEGE = (COLLEGE, "Collège")
JOURS = (("lundi", "Lundi"), ("mardi", "Mardi"), ("mercredi", "Mercredi"), ("jeudi", "Jeudi"),
         ("vendredi", "Vendredi"), ("samedi", "Samedi"), ("dimanche", "Dimanche"))
