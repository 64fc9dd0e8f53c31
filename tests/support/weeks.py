"""Week models of a few slots."""

from pid_rules.form.options import COLLEGE
from pid_rules.planning.draft import week_at


def slot(day="mardi", debut="08:00", fin="09:00", lieu=COLLEGE, activite="Français", semaine="", discipline=""):
    return {"jour": day, "debut": debut, "fin": fin, "lieu": lieu, "activite": activite, "semaine": semaine,
            "discipline": discipline}


def week(*slots, length=None, **more):
    dossier = {"emploi_du_temps": {"duree_seance": length, "semaines": [{"creneaux": list(slots), **more}]}}
    return week_at(dossier, "emploi_du_temps.semaines.0")
