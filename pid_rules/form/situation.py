"""What the teaching team observes, and what was already tried."""

from pid_rules.form.groups import PROJET
from pid_rules.questions.calendar_day import Date
from pid_rules.questions.kinds import Choice, Choices, Integer, LongText, Text
from pid_rules.questions.schema import Page

PAGE = Page("situation", "Situation scolaire", group=PROJET,
            intro="Des faits observables, sans diagnostic : la famille peut tout lire.")
CONSTATS = PAGE.ask("situation.constats", "Constats de l’équipe pédagogique", LongText(), guarded=True,
                    missing="Décrivez la situation scolaire de l’élève")
POINTS_APPUI = PAGE.ask("situation.points_appui", "Points d’appui, centres d’intérêt, projet du jeune", LongText(),
                        guarded=True, missing="Indiquez les points d’appui de l’élève")
DIFFICULTES = PAGE.ask("situation.difficultes", "Difficultés observées",
                       Choices(("apprentissages", "Apprentissages"), ("motivation", "Motivation"),
                               ("assiduite", "Assiduité"), ("comportement", "Comportement"),
                               ("relations", "Relations avec les autres"), ("organisation", "Organisation du travail"),
                               ("orientation", "Projet d’orientation")),
                       missing="Cochez au moins une difficulté observée")
DIFFICULTES_PRECISIONS = PAGE.ask("situation.difficultes_precisions", "Précisions sur les difficultés", LongText(),
                                  guarded=True)
SCOLARITE_ANTERIEURE = PAGE.ask("situation.scolarite_anterieure", "Scolarité de l’année précédente", Text(),
                                hint="Classe et établissement", guarded=True)
PARCOURS_PARTICULIER = PAGE.ask("situation.parcours_particulier", "Parcours particulier", LongText(), guarded=True,
                                hint="Redoublement, changement d’établissement…")
PAROLE_ELEVE = PAGE.ask("situation.parole_eleve", "Ce qu’en dit l’élève", LongText(), guarded=True,
                        hint="Avec ses mots : ce qu’il aime, ce qui l’a fait décrocher, ce qu’il veut essayer",
                        needed="pour l’envoi")
PAGE.section("Absences", intro="Un nombre et une période, sans les motifs.")
ABSENCES = PAGE.ask("situation.absences.demi_journees", "Demi-journées d’absence", Integer(0, 400))
ABSENCES_DU = PAGE.ask("situation.absences.du", "Du", Date(), hint="Par exemple 1 9 2026")
ABSENCES_AU = PAGE.ask("situation.absences.au", "Au", Date(), hint="Par exemple 13 11 2026")

MESURES_PAGE = Page("mesures", "Mesures déjà mises en œuvre", group=PROJET,
                    intro="Ce qui a été essayé avant de proposer un parcours dérogatoire, et ce que cela a donné.")
MESURES = MESURES_PAGE.repeat("situation.mesures", "Mesures", "mesure", ids="A", feminine=True, ticked="type")
MESURE_TYPE = MESURES.ask("type", "Mesure",
                          Choice(("ppre", "PPRE"), ("tutorat", "Tutorat"),
                                 ("dispositif_accompagnement", "Dispositif d’accompagnement"), ("gpds", "GPDS"),
                                 ("equipe_educative", "Équipe éducative"),
                                 ("commission_educative", "Commission éducative"),
                                 ("devoirs_faits", "Devoirs faits"), ("entretien_psyen", "Entretien avec le PsyEN"),
                                 ("dispositif_relais", "Dispositif relais"), ("autre", "Autre mesure"),
                                 ("aucune", "Aucune mesure")),
                          missing="Choisissez la mesure, ou « Aucune mesure »")
MESURE_DEBUT = MESURES.ask("debut", "Début", Date(), hint="Par exemple 14 9 2026")
MESURE_FIN = MESURES.ask("fin", "Fin", Date(), hint="Par exemple 16 10 2026")
MESURE_EFFET = MESURES.ask("effet", "Effet observé", LongText(), guarded=True,
                           hint="Ou, si aucune mesure n’a été prise, pour quelle raison")
GPDS = MESURES_PAGE.ask("situation.gpds", "Date de la réunion du GPDS ou de l’équipe éducative", Date(),
                        hint="Par exemple 9 11 2026", needed="pour l’envoi")
