"""Every boundary that the rules owe has a case on each side: one in which the rule speaks, one in which it is
silent."""

import pytest

from tests.support.cases_replay import load_cases, report_of

BOUNDARIES = (
    ("7 h before 16", "ST-13", "sept heures et une minute avant 16 ans", "sept heures avant 16 ans"),
    ("7 h from 16 on", "ST-13", "sept heures et une minute, 16 ans le premier jour", "sept heures à 16 ans"),
    ("7 h while observing", "ST-13", "sept heures et une minute en séquence d'observation, à 16 ans",
     "sept heures en séquence d'observation, à 16 ans"),
    ("30 h before 15, at work alone", "ST-14", "trente heures et une minute avant 15 ans",
     "trente heures et une minute en séquence d'observation, avant 15 ans"),
    ("30 h before 15", "ST-14", "trente heures et une minute avant 15 ans", "trente heures avant 15 ans"),
    ("35 h", "ST-14", "trente-cinq heures et une minute à 15 ans", "trente-cinq heures à 15 ans"),
    ("15th birthday", "ST-14", "15 ans le deuxième jour de la semaine", "15 ans le premier jour de la semaine"),
    ("29 February, 15th birthday", "ST-14", "né un 29 février, 14 ans le 28 février",
     "né un 29 février, 15 ans le 1er mars"),
    ("35 h with the collège", "ST-15", "trente-cinq heures et une minute en tout", "trente-cinq heures en tout"),
    ("8 h with the collège", "ST-16", "huit heures et une minute en tout", "huit heures en tout"),
    ("20:00 before 16", "ST-17", "jusqu’à 20 h 01 avant 16 ans", "jusqu’à 20 h avant 16 ans"),
    ("20:00 from 16 on", "ST-17", "jusqu’à 22 h à 16 ans", "20 h à 16 ans"),
    ("06:00", "ST-17", "dès 5 h 59", "dès 6 h"),
    ("4 h 30", "ST-18", "quatre heures trente et une d’affilée", "quatre heures et demie d’affilée"),
    ("30 minutes", "ST-18", "pause de vingt-neuf minutes", "pause de trente minutes"),
    ("14 h of rest", "ST-19", "une minute de moins avant 16 ans, avec le collège",
     "quatorze heures avant 16 ans, avec le collège"),
    ("14 h of rest from 16 on", "ST-19", "douze heures à 16 ans", "quatorze heures à 16 ans"),
    ("rest after lessons", "ST-19", "après le collège", "après le collège, quatorze heures"),
    ("two days of rest", "ST-20", "samedi de stage, dimanche libre", "samedi de stage et lundi, mardi libres"),
    ("Easter Monday", "ST-21", "lundi de Pâques", "le mardi après Pâques"),
    ("308 h", "ST-25", "une minute de plus un seul jour", "308 heures dans le même organisme"),
    ("change of school year, 308 h", "ST-25", "une minute de plus un seul jour",
     "une minute de plus, l’année scolaire d’avant"),
    ("six months", "ST-26", "924 heures et une seule minute de plus dans le même lieu", "924 heures"),
    ("5 days", "ST-11", "séquence de six jours non consécutifs", "séquence de cinq jours non consécutifs"),
    ("2 days", "ST-10", "visite de trois jours", "visite de deux jours"),
    ("four weeks", "ST-12", "cinq semaines", "quatre semaines, et une cinquième sans jour de présence"),
    ("24 h in a week", "ST-33", "une minute de moins", "vingt-quatre heures"),
    ("14th birthday", "ST-07", "quatorze ans le lendemain du premier jour", "quatorze ans le premier jour"),
    ("29 February, 14th birthday", "ST-07", "né un 29 février, stage le 28 d'une année commune",
     "né un 29 février, stage le 1er mars d'une année commune"),
    ("18th birthday", "ST-21", "lundi de Pâques, 18 ans le lendemain", "lundi de Pâques à 18 ans"),
    ("text of 2018, observation", "ST-08", "fin 2018, quatorze ans le lendemain",
     "fin 2018, quatorze ans le premier jour"),
    ("end of the school year", "PE-02", "fin le jour de la rentrée suivante", "fin le dernier jour de classe"),
    ("start of the school year", "PE-02", "début la veille de la rentrée", "début le jour de la rentrée"),
    ("holidays of zone B", "PE-05", "fin le mardi des vacances d'hiver, jour de présence",
     "dernier jeudi avant les vacances d'hiver"),
    ("holidays of zone A", "PE-05", "en zone A, le mardi des vacances d'hiver",
     "en zone A, le dernier jeudi avant les vacances d'hiver"),
    ("holidays of zone C", "PE-05", "en zone C, le mardi des vacances d'hiver",
     "en zone C, le dernier jeudi avant les vacances d'hiver"),
    ("holidays of zone A in 2028", "PE-05", "en zone A, le mardi des vacances d'hiver 2028",
     "en zone A, le dernier jeudi avant les vacances d'hiver 2028"),
    ("holidays of zone B in 2028", "PE-05", "en zone B, le mardi des vacances d'hiver 2028",
     "en zone B, le dernier jeudi avant les vacances d'hiver 2028"),
    ("holidays of zone C in 2028", "PE-05", "en zone C, le mardi des vacances d'hiver 2028",
     "en zone C, le dernier jeudi avant les vacances d'hiver 2028"),
    ("last day of class of 2028", "PE-05", "le lendemain, premier jour de l'été 2028",
     "le dernier jour de classe de 2027-2028, un mardi"),
    ("rentrée of 2027", "PE-05", "stage de la veille de la rentrée 2027, un mercredi",
     "stage du jour de la rentrée 2027, un jeudi"),
    ("16th birthday in the school year", "EL-04", "seize ans la veille de la rentrée suivante",
     "seize ans le jour de la rentrée suivante"),
)
SEVERITIES = (
    ("8 h from 16 on", "ST-13", "huit heures et une minute à 16 ans", "huit heures à 16 ans"),
    ("16th birthday, hours of a day", "ST-13", "sept heures et une minute, 16 ans le lendemain du premier jour",
     "sept heures et une minute, 16 ans le premier jour"),
    ("22:00 from 16 on", "ST-17", "jusqu’à 22 h 01 à 16 ans", "jusqu’à 22 h à 16 ans"),
    ("16th birthday, night", "ST-17", "20 h 01, 16 ans le lendemain du premier jour",
     "20 h 01, 16 ans le premier jour"),
    ("12 h of rest", "ST-19", "une minute de moins à 16 ans", "douze heures à 16 ans"),
    ("16th birthday, rest", "ST-19", "treize heures, 16 ans le lendemain", "treize heures, 16 ans le premier jour"),
    ("conditions notified", "DE-04", "notifiée à la famille le lendemain du début du parcours",
     "la famille n'a pas reçu une décision sans conditions"),
)
"""Where a rule speaks on both sides: severely, then less so."""
RANKS = ("bloquant", "avertissement", "information")
CASES = {case["name"].partition(" – ")[2]: case for case in load_cases()}


def says(rule, name):
    """(whether a rule speaks in a case, whether it waits there)."""
    report = report_of(CASES[f"{rule} : {name}"])
    return rule in {finding["rule"] for finding in report["findings"]}, rule in report["pending"]


@pytest.mark.parametrize("rule, beyond, within", [row[1:] for row in BOUNDARIES], ids=[row[0] for row in BOUNDARIES])
def test_a_boundary_has_a_case_on_each_side(rule, beyond, within):
    assert says(rule, beyond)[0]
    assert says(rule, within) == (False, False)


def worst(rule, name):
    """Rank of the most severe thing that a rule says in a case."""
    return min(RANKS.index(finding["severity"]) for finding in report_of(CASES[f"{rule} : {name}"])["findings"]
               if finding["rule"] == rule)


@pytest.mark.parametrize("rule, beyond, within", [row[1:] for row in SEVERITIES], ids=[row[0] for row in SEVERITIES])
def test_a_boundary_of_severity_has_a_case_on_each_side(rule, beyond, within):
    assert worst(rule, beyond) < worst(rule, within)
