"""The timetable: week models, each with the period in which it holds and its slots."""

from pid_rules.form.groups import OU_ET_QUAND
from pid_rules.form.options import AU_COLLEGE, COMPTER_EN, JOURS, LETTRES
from pid_rules.form.stages import LIEUX
from pid_rules.questions.calendar_day import Date
from pid_rules.questions.designations import ItemReference
from pid_rules.questions.kinds import Choice, Integer, Text
from pid_rules.questions.schema import Page
from pid_rules.questions.time_of_day import Time

PAGE = Page("emploi-du-temps", "Emploi du temps", group=OU_ET_QUAND,
            intro="Une semaine type pour chaque période : la semaine ordinaire du parcours, puis celles qui en "
                  "diffèrent. Là où deux périodes se recouvrent, la semaine type la plus bas dans la liste l’emporte.")
REFERENCE = PAGE.ask("emploi_du_temps.reference", "Grille horaire de référence",
                     Choice(("4e", "4e"), ("3e", "3e"), ("3e_prepa_metiers", "3e prépa-métiers"),
                            ("segpa", "SEGPA"), ("autre", "Autre")),
                     missing="Choisissez la grille horaire de référence",
                     hint="Les heures de son niveau, auxquelles l’emploi du temps est comparé")
DUREE_SEANCE = PAGE.ask("emploi_du_temps.duree_seance", "Durée d’une séance, en minutes", Integer(45, 60), since=2,
                        hint="Par exemple 55. Une séance compte pour une heure de la grille ; sans réponse, les "
                             "minutes sont comptées telles quelles")
LUNDIS_A = PAGE.repeat("emploi_du_temps.lundis_a", "Lundis des semaines A", "lundi", since=2,
                       hint="Si l’emploi du temps alterne et que le calendrier des semaines A est connu")
LUNDI_A = LUNDIS_A.ask("", "Lundi", Date(), hint="Par exemple 7 12 2026",
                       missing="Indiquez ce lundi, ou supprimez la ligne")
SEMAINES = PAGE.repeat("emploi_du_temps.semaines", "Semaines types", "semaine type", ids="M", feminine=True,
                       missing="Indiquez au moins une semaine type")
SEMAINE_NOM = SEMAINES.ask("nom", "Nom", Text(), hint="Par exemple Semaine ordinaire, ou Semaines de stage",
                           missing="Indiquez le nom de la semaine type")
SEMAINE_DU = SEMAINES.ask("du", "Du", Date(), hint="Par exemple 7 12 2026",
                          missing="Indiquez le premier jour de la semaine type")
SEMAINE_AU = SEMAINES.ask("au", "Au", Date(), hint="Par exemple 9 4 2027",
                          missing="Indiquez le dernier jour de la semaine type")
CRENEAUX = SEMAINES.repeat("creneaux", "Créneaux", "créneau", ids="C", maximum=120)
CRENEAU_JOUR = CRENEAUX.ask("jour", "Jour", Choice(*JOURS), missing="Indiquez le jour du créneau")
CRENEAU_DEBUT = CRENEAUX.ask("debut", "Début", Time(), missing="Indiquez l’heure de début du créneau")
CRENEAU_FIN = CRENEAUX.ask("fin", "Fin", Time(), missing="Indiquez l’heure de fin du créneau")
CRENEAU_LIEU = CRENEAUX.ask("lieu", "Lieu", ItemReference(LIEUX, "Ce lieu", (AU_COLLEGE,)),
                            missing="Indiquez le lieu du créneau")
CRENEAU_ACTIVITE = CRENEAUX.ask("activite", "Discipline ou activité", Text(),
                                missing="Indiquez la discipline ou l’activité du créneau")
CRENEAU_SEMAINE = CRENEAUX.ask("semaine", "Semaine", Choice(*LETTRES, control="select", unanswered="Toutes"), since=2)
CRENEAU_DISCIPLINE = CRENEAUX.ask("discipline", "Compter en", Choice(*COMPTER_EN), since=2)
