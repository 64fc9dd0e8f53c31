"""The timetable: week models, each with the period in which it holds and its slots."""

from pid_rules.form.options import JOURS
from pid_rules.calendar_day import Date
from pid_rules.formats import Identifier
from pid_rules.kinds import Choice, Text, Time
from pid_rules.schema import Page

PAGE = Page("emploi-du-temps", "Emploi du temps", editable=False)
REFERENCE = PAGE.ask("emploi_du_temps.reference", "Grille horaire de référence",
                     Choice(("4e", "4e"), ("3e", "3e"), ("3e_prepa_metiers", "3e prépa-métiers"),
                            ("segpa", "SEGPA"), ("autre", "Autre")))
SEMAINES = PAGE.repeat("emploi_du_temps.semaines", "Semaines types", "semaine type", feminine=True)
SEMAINE_NOM = SEMAINES.ask("nom", "Nom", Text())
SEMAINE_DU = SEMAINES.ask("du", "Du", Date())
SEMAINE_AU = SEMAINES.ask("au", "Au", Date())
CRENEAUX = SEMAINES.repeat("creneaux", "Créneaux", "créneau", maximum=120)
CRENEAU_JOUR = CRENEAUX.ask("jour", "Jour", Choice(*JOURS))
CRENEAU_DEBUT = CRENEAUX.ask("debut", "Début", Time())
CRENEAU_FIN = CRENEAUX.ask("fin", "Fin", Time())
CRENEAU_LIEU = CRENEAUX.ask("lieu", "Lieu", Identifier())
CRENEAU_ACTIVITE = CRENEAUX.ask("activite", "Activité ou discipline", Text())
