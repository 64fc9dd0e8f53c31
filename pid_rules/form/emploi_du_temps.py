"""The timetable: week models, each with the period in which it holds and its slots."""

from pid_rules.calendar_day import Date
from pid_rules.form.options import COLLEGE, JOURS
from pid_rules.form.stages import LIEUX
from pid_rules.formats import ItemReference
from pid_rules.kinds import Choice, Text, Time
from pid_rules.schema import Page

PAGE = Page("emploi-du-temps", "Emploi du temps",
            intro="Une semaine type pour chaque période : la semaine ordinaire du parcours, puis celles qui en diffèrent. "
                  "Là où deux périodes se recouvrent, la semaine type la plus bas dans la liste l’emporte.")
REFERENCE = PAGE.ask("emploi_du_temps.reference", "Grille horaire de référence",
                     Choice(("4e", "4e"), ("3e", "3e"), ("3e_prepa_metiers", "3e prépa-métiers"),
                            ("segpa", "SEGPA"), ("autre", "Autre")),
                     missing="Choisissez la grille horaire de référence",
                     hint="Celle dont l’élève est en partie dispensé")
SEMAINES = PAGE.repeat("emploi_du_temps.semaines", "Semaines types", "semaine type", feminine=True,
                       missing="Indiquez au moins une semaine type")
SEMAINE_NOM = SEMAINES.ask("nom", "Nom", Text(), hint="Par exemple Semaine ordinaire, ou Semaines de stage",
                           missing="Indiquez le nom de la semaine type")
SEMAINE_DU = SEMAINES.ask("du", "Du", Date(), hint="Par exemple 7 12 2026",
                          missing="Indiquez le premier jour de la semaine type")
SEMAINE_AU = SEMAINES.ask("au", "Au", Date(), hint="Par exemple 9 4 2027",
                          missing="Indiquez le dernier jour de la semaine type")
CRENEAUX = SEMAINES.repeat("creneaux", "Créneaux", "créneau", maximum=120)
CRENEAU_JOUR = CRENEAUX.ask("jour", "Jour", Choice(*JOURS), missing="Indiquez le jour du créneau")
CRENEAU_DEBUT = CRENEAUX.ask("debut", "Début", Time(), missing="Indiquez l’heure de début du créneau")
CRENEAU_FIN = CRENEAUX.ask("fin", "Fin", Time(), missing="Indiquez l’heure de fin du créneau")
CRENEAU_LIEU = CRENEAUX.ask("lieu", "Lieu", ItemReference(LIEUX, "Ce lieu", (COLLEGE,)),
                            missing="Indiquez le lieu du créneau")
CRENEAU_ACTIVITE = CRENEAUX.ask("activite", "Discipline ou activité", Text(),
                                missing="Indiquez la discipline ou l’activité du créneau")
