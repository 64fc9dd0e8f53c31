"""Rule ST-32 (``rules/coherence.py``): each contradiction is said once, at the answer to mend, in a whole sentence."""

import pytest

from tests.support.judging import judge

MODEL = "emploi_du_temps.semaines.1.creneaux."
STAGE = "Semaines de stage en menuiserie"
MISSING = "Le mardi de 9 h à 16 h 30, l’élève est en stage : ce créneau manque dans la semaine type « " + STAGE + \
    " » (dès le 5 janvier 2027)."
EXPECTED = ("Le {0}, l’élève est en stage de 9 h à 16 h 30 et attendu au collège à la même heure "
            "(dès le {1} janvier 2027).")
NOT_WHOLE = "Ce créneau ne couvre pas toute la présence en stage du {0} (dès le {1})."
BEYOND = "Le mardi, ce créneau dépasse la présence en stage, de {0} à {1} (dès le 5 janvier 2027)."
NOBODY = "Le {0} 2027, ce créneau place l’élève dans un lieu où aucun stage ne l’attend."
BEFORE_THE_END = "Ce créneau commence à {0}, avant la fin du précédent ({1})."
NO_MODEL = ("Le {0} de 8 h 30 à 16 h, l’élève est en stage mais aucune semaine type n’est valable "
            "(dès le {1} avril 2027).")


def slot(number, day, start, end, place="college"):
    """Change of one slot of the week model of the stage at the menuiserie."""
    return {MODEL + str(number): {"jour": day, "debut": start, "fin": end, "lieu": place, "activite": "Étude"}}


def lines(*times):
    """Change of the hours of that stage: pieces of Tuesday, then Thursday as it was."""
    found = [("mardi", start, end) for start, end in times] + [("jeudi", "09:00", "16:30")]
    return {"stages.0.horaires": [{"jour": day, "debut": start, "fin": end, "pause_debut": "", "pause_fin": ""}
                                  for day, start, end in found]}


NO_STAGE = ("Le {0}, ce créneau place l’élève dans un lieu où aucun stage n’est prévu (dès le {1}) : ni ses heures ni "
            "sa convention n’y sont vérifiées. Ajoutez ce stage, au besoin de type « Autre action », ou placez ces "
            "heures au collège.")


@pytest.mark.parametrize("changes, awaited", [
    ({}, []),
    ({"stages.0.fin": "2027-01-04"}, [("stages.0.fin", "bloquant", "Ce stage finit avant d’avoir commencé.")]),
    ({"stages.0.horaires.0.fin": "09:00"},
     [("stages.0.horaires.0.fin", "bloquant", "Cette présence finit avant d’avoir commencé.")]),
    ({"emploi_du_temps.semaines.1.au": "2027-01-04"},
     [("emploi_du_temps.semaines.1.au", "bloquant", "Cette semaine type finit avant d’avoir commencé."),
      ("emploi_du_temps.semaines.0.creneaux.9.debut", "bloquant", EXPECTED.format("mardi", 5)),
      ("emploi_du_temps.semaines.0.creneaux.11.debut", "bloquant", EXPECTED.format("jeudi", 7))]),
    ({"emploi_du_temps.semaines.0.creneaux.0.fin": "08:30"},
     [("emploi_du_temps.semaines.0.creneaux.0.fin", "bloquant", "Ce créneau finit avant d’avoir commencé.")]),
    (slot(9, "lundi", "10:29", "11:30"),
     [(MODEL + "9.debut", "avertissement", BEFORE_THE_END.format("10 h 29", "10 h 30"))]),
    ({**slot(0, "lundi", "08:30", "12:00"), **slot(9, "lundi", "09:00", "10:00"),
      **slot(10, "lundi", "11:00", "11:30")},
     [(MODEL + "9.debut", "avertissement", BEFORE_THE_END.format("9 h", "12 h")),
      (MODEL + "10.debut", "avertissement", BEFORE_THE_END.format("11 h", "12 h"))]),
    ({**slot(0, "lundi", "08:00", "12:00"), **slot(9, "lundi", "10:00", "12:00", "L3"),
      **slot(10, "lundi", "11:00", "11:30")},
     [(MODEL + "9.debut", "bloquant", BEFORE_THE_END.format("10 h", "12 h")),
      (MODEL + "10.debut", "avertissement", BEFORE_THE_END.format("11 h", "12 h")),
      (MODEL + "9.lieu", "bloquant", NO_STAGE.format("lundi", "11 janvier 2027"))]),
    (lines(("09:00", "16:30"), ("10:00", "11:00"), ("12:00", "13:00")),
     [("stages.0.horaires.1.debut", "bloquant",
       "Cette présence commence à 10 h, avant la fin d’une autre le même jour (16 h 30)."),
      ("stages.0.horaires.2.debut", "bloquant",
       "Cette présence commence à 12 h, avant la fin d’une autre le même jour (16 h 30).")]),
    (slot(3, "mardi", "08:00", "09:00", "L1"),
     [("stages.0.horaires.0.jour", "bloquant", MISSING),
      (MODEL + "3.jour", "bloquant", NOBODY.format("mardi 5 janvier"))]),
    ({"stages.0.lieu": ""}, []),
    ({"stages.0.lieu": "", "stages.1.horaires.0.fin": "16:01"},
     [("emploi_du_temps.semaines.2.creneaux.0.fin", "bloquant",
       NOT_WHOLE.format("lundi, de 8 h 30 à 16 h 01", "15 mars 2027"))]),
    ({MODEL + "0.fin": "", MODEL + "3.fin": "12:00"}, []),
    (slot(9, "mardi", "08:30", "09:30"),
     [(MODEL + "3.debut", "bloquant", BEFORE_THE_END.format("9 h", "9 h 30")),
      (MODEL + "9.debut", "bloquant", EXPECTED.format("mardi", 5))]),
    ({"stages.1.debut": "2027-04-12", "stages.1.fin": "2027-04-13"},
     [("emploi_du_temps.semaines.2.creneaux.0.jour", "bloquant", NOBODY.format("lundi 15 mars")),
      ("emploi_du_temps.semaines.2.creneaux.1.jour", "bloquant", NOBODY.format("mardi 16 mars")),
      ("stages.1.horaires.0.jour", "bloquant", NO_MODEL.format("lundi", 12)),
      ("stages.1.horaires.1.jour", "bloquant", NO_MODEL.format("mardi", 13))]),
    ({**slot(3, "mardi", "09:00", "12:00", "L1"), **slot(9, "mardi", "12:01", "16:30", "L1")}, []),
    ({**slot(3, "mardi", "09:00", "12:00", "L1"), **slot(9, "mardi", "13:01", "16:30", "L1")},
     [(MODEL + "9.debut", "bloquant", NOT_WHOLE.format("mardi, de 9 h à 16 h 30", "5 janvier 2027"))]),
    ({**slot(3, "mardi", "09:00", "11:59", "L1"), **slot(9, "mardi", "13:00", "16:30", "L1")},
     [(MODEL + "3.fin", "bloquant", NOT_WHOLE.format("mardi, de 9 h à 16 h 30", "5 janvier 2027"))]),
    ({**slot(3, "mardi", "09:00", "12:00", "L1"), **slot(9, "mardi", "13:00", "16:30", "L1"),
      **slot(10, "mardi", "12:00", "13:00")},
     []),
    ({**slot(3, "mardi", "09:30", "12:00", "L1"), **slot(9, "mardi", "12:00", "16:30", "L1")},
     [(MODEL + "3.debut", "bloquant", NOT_WHOLE.format("mardi, de 9 h à 16 h 30", "5 janvier 2027"))]),
    ({**slot(3, "mardi", "08:00", "12:00", "L1"), **slot(9, "mardi", "12:30", "16:30", "L1")},
     [(MODEL + "3.debut", "bloquant", BEYOND.format("9 h", "16 h 30"))]),
    ({**slot(3, "mardi", "09:30", "12:00"), **slot(9, "mardi", "13:00", "16:30")},
     [(MODEL + "3.debut", "bloquant", EXPECTED.format("mardi", 5))]),
    ({**slot(3, "mardi", "09:30", "12:00"), **slot(9, "mardi", "13:00", "16:30", "L2")},
     [(MODEL + "3.debut", "bloquant", EXPECTED.format("mardi", 5)),
      (MODEL + "9.jour", "bloquant", NOBODY.format("mardi 5 janvier"))]),
    ({**slot(3, "mardi", "09:30", "12:00", "L2"), **slot(9, "mardi", "13:00", "16:30", "L2")},
     [(MODEL + "3.lieu", "bloquant",
       "Le mardi de 9 h à 16 h 30, l’élève est en stage dans un autre lieu que celui de ce créneau (dès le 5 janvier "
       "2027)."),
      (MODEL + "9.jour", "bloquant", NOBODY.format("mardi 5 janvier"))]),
    (slot(9, "mardi", "10:00", "11:00", "L2"),
     [(MODEL + "9.debut", "bloquant", BEFORE_THE_END.format("10 h", "16 h 30")),
      (MODEL + "9.jour", "bloquant", NOBODY.format("mardi 5 janvier"))]),
    ({MODEL + "3.debut": "08:59"}, [(MODEL + "3.debut", "bloquant", BEYOND.format("9 h", "16 h 30"))]),
    ({MODEL + "3.fin": "16:31"}, [(MODEL + "3.fin", "bloquant", BEYOND.format("9 h", "16 h 30"))]),
    (lines(("09:00", "12:00"), ("13:00", "16:00")), [(MODEL + "3.fin", "bloquant", BEYOND.format("9 h", "16 h"))]),
    ({"stages.1.debut": "2027-01-05", "stages.1.fin": "2027-01-05", "stages.1.lieu": "L1"},
     [("stages.0.horaires.0.debut", "bloquant",
       "Cette présence commence à 9 h, avant la fin d’une autre le même jour (16 h)."),
      (MODEL + "3.debut", "bloquant", NOT_WHOLE.format("mardi, de 8 h 30 à 16 h", "5 janvier 2027")),
      ("emploi_du_temps.semaines.2.creneaux.0.lieu", "bloquant", NO_STAGE.format("lundi", "15 mars 2027")),
      ("emploi_du_temps.semaines.2.creneaux.1.lieu", "bloquant", NO_STAGE.format("mardi", "16 mars 2027"))]),
])
def test_what_contradicts_is_said_at_the_answer_to_mend(changes, awaited):
    report = judge("complet", "envoi", "2026-11-20",
                   **{path.replace(".", "__"): value for path, value in changes.items()})
    said = [(finding.paths, finding.severity, finding.message.replace("\u00a0", " "))
            for finding in report.findings if finding.rule == "ST-32"]
    assert said == [([path], severity, message) for path, severity, message in awaited]
