"""Rules PR-08 to PR-12 (``rules/emploi_du_temps.py``): where each points, and the whole sentence that it says."""

import pytest

from tests.support.judging import judge

MODELS = "emploi_du_temps.semaines."
HALF = ("La semaine type « {0} » dispense de {1} sur 26 h : plus de la moitié des enseignements obligatoires, repère "
        "de l’outil tiré d’un dispositif abrogé.")
NO_COLLEGE = ("La semaine type « {0} » n’a aucune heure au collège, et aucun stage n’occupe la semaine du {1} février "
              "2027.")
REMOVED = "La semaine type « Semaine ordinaire » retire en entier : {0}."
NO_RANK = ("« Anglais » ne dit pas s’il s’agit de la LV1 ou de la LV2 : choisissez en quoi compter ces heures, une "
           "fois pour tous les créneaux de ce nom.")
NOTHING = ("« Xyz » ne désigne aucune ligne de la grille, ou en désigne deux : choisissez en quoi compter ces heures, "
           "une fois pour tous les créneaux de ce nom.")
ACTION = {"stages.1.type": "autre_action"}
NEVER = "Français est indiquée comme dispensée, mais aucune semaine type ne réduit ses heures."
STAGE = "Semaines de stage en menuiserie"
ELSEWHERE = [{"jour": day, "debut": "09:00", "fin": "16:30", "lieu": "L1", "activite": "Stage"}
             for day in ("mardi", "jeudi")]


def named(number, discipline):
    return {f"parcours.dispenses.{number}": {"discipline": discipline, "compensation": "Aucune"}}


def model(name, first, last):
    return {"nom": name, "du": first, "au": last, "creneaux": ELSEWHERE}


def slots(*changes):
    """Changes of the activity of slots: (week model, slot, activity)."""
    return {f"{MODELS}{week}.creneaux.{slot}.activite": activity for week, slot, activity in changes}


@pytest.mark.parametrize("rule, changes, awaited, waits", [
    ("PR-08", {}, [], False),
    ("PR-08", {"emploi_du_temps.reference": "segpa"},
     [("emploi_du_temps.reference", "information",
       "Aucune grille n’a été lue pour cette organisation : les heures dispensées ne sont pas calculées.")], True),
    ("PR-08", slots((0, 3, "Anglais")), [(MODELS + "0.creneaux.3.activite", "avertissement", NO_RANK)], True),
    ("PR-08", {**slots((0, 3, "Anglais")), **named(0, "SVT"), **named(4, "SVT")},
     [(MODELS + "0.creneaux.3.activite", "avertissement", NO_RANK)], True),
    ("PR-08", {**slots((0, 3, "Xyz")), **named(0, "SVT"), **named(4, "SVT")},
     [(MODELS + "0.creneaux.3.activite", "avertissement", NOTHING)], True),
    ("PR-08", {**slots((0, 3, "Xyz")), MODELS + "0.creneaux.3.discipline": "LV1"}, [], False),
    ("PR-08", {**slots((0, 3, "Xyz")), MODELS + "0.creneaux.3.discipline": "hors_grille"}, [], False),
    ("PR-08", named(9, "Latin"),
     [("parcours.dispenses.9.discipline", "information",
       "« Latin » n’est pas une ligne de la grille : les heures dispensées ne sont pas calculées pour cette "
       "discipline.")], False),
    ("PR-08", named(9, ""), [], False),
    ("PR-08", named(9, "Français"), [("parcours.dispenses.9.discipline", "bloquant", NEVER)], False),
    ("PR-08", named(0, "Français"),
     [("parcours.dispenses.0.discipline", "bloquant", NEVER),
      ("parcours.dispenses", "bloquant",
       "LV2 : 2 h 30 de moins par semaine dans la semaine type « Semaine ordinaire », "
       "et cette discipline ne figure pas dans la liste des enseignements dispensés.")], False),
    ("PR-10", {**ACTION, MODELS + "2.creneaux.7.fin": "12:14"},
     [(MODELS + "2.creneaux", "avertissement", HALF.format("Semaine du mini-stage", "13 h 01"))], False),
    ("PR-10", {**ACTION, MODELS + "2.creneaux.7.fin": "12:14", **slots((2, 4, "Anglais"))}, [], True),
    ("PR-10", {**ACTION, MODELS + "2.creneaux.7.fin": "12:14", **slots((0, 3, "Anglais"))},
     [(MODELS + "2.creneaux", "avertissement", HALF.format("Semaine du mini-stage", "13 h 01"))], True),
    ("PR-11", {MODELS + "1.creneaux": ELSEWHERE, MODELS + "1.au": "2027-02-12"},
     [(MODELS + "1.creneaux", "avertissement", NO_COLLEGE.format(STAGE, "1er"))], False),
    ("PR-11", {MODELS + "1.creneaux": ELSEWHERE, MODELS + "3": model("A", "2027-02-01", "2027-02-03"),
               MODELS + "4": model("B", "2027-02-04", "2027-02-12")},
     [(MODELS + "3.creneaux", "avertissement", NO_COLLEGE.format("A", "1er")),
      (MODELS + "4.creneaux", "avertissement", NO_COLLEGE.format("B", "8"))], False),
    ("PR-11", {MODELS + "1.creneaux": ELSEWHERE, MODELS + "1.au": "2027-02-05", "stages.1.debut": "2027-02-07",
               "stages.1.fin": "2027-02-07",
               "stages.1.horaires": [{"jour": "dimanche", "debut": "09:00", "fin": "12:00", "pause_debut": "",
                                      "pause_fin": ""}]},
     [], False),
    ("PR-12", slots((0, 2, "Étude"), (0, 4, "Étude")),
     [(MODELS + "0.creneaux", "avertissement", REMOVED.format("Mathématiques"))], False),
    ("PR-12", slots((0, 0, "Étude"), (0, 6, "Étude"), (0, 5, "Étude"), (0, 9, "Étude")),
     [(MODELS + "0.creneaux", "avertissement", REMOVED.format("Français, Histoire-géographie-EMC"))], False),
])
def test_a_rule_on_lessons_says_where_and_how_much(rule, changes, awaited, waits):
    report = judge("complet", "envoi", "2026-11-20",
                   **{path.replace(".", "__"): value for path, value in changes.items()})
    said = [(finding.paths, finding.severity, finding.message.replace("\u00a0", " "))
            for finding in report.findings if finding.rule == rule]
    assert said == [([path], severity, message) for path, severity, message in awaited]
    assert (rule in report.pending) == waits
