"""A try without a dossier: one pupil, one presence on one day, and what the rules that it concerns say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.items import identify
from pid_rules.dossier.paths import fill, is_blank, put
from pid_rules.dossier.structure import blank_dossier, blank_item
from pid_rules.form import FORM, eleve, emploi_du_temps, etablissement, parcours, stages
from pid_rules.judgement.evaluate import Inquiry
from pid_rules.questions.schema import CONTRAT
from pid_rules.rules import CATALOGUE
from pid_rules.words import dates

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.judgement.rule import Rule
    from pid_rules.shapes import Dossier, Profile

STAGE = stages.STAGES.path + ".0"
DAY_OF_STAGE = stages.HORAIRES.at(STAGE) + ".0"
WEEK = emploi_du_temps.SEMAINES.path + ".0"
SLOT = emploi_du_temps.CRENEAUX.at(WEEK) + ".0"
ASKED = (eleve.DATE_NAISSANCE, eleve.NIVEAU, stages.STAGE_TYPE, stages.STAGE_DEBUT, stages.HORAIRE_DEBUT,
         stages.PAUSE_DEBUT, stages.PAUSE_FIN, stages.HORAIRE_FIN)
HOURS = (stages.HORAIRE_DEBUT, stages.PAUSE_DEBUT, stages.PAUSE_FIN, stages.HORAIRE_FIN)
GIVEN = [field.path for field in ASKED] + [
    field.path for field in (stages.STAGE_FIN, stages.STAGE_ID, stages.STAGE_LIEU, stages.LIEU_ID, stages.LIEU_TYPE,
                             stages.HORAIRE_JOUR, stages.HORAIRE_SEMAINE, emploi_du_temps.DUREE_SEANCE,
                             etablissement.ANNEE_SCOLAIRE, parcours.DEBUT, parcours.FIN)]
"""Questions that the trial answers: what was asked, and what follows from it."""
BLOCKS = (stages.STAGES.path, stages.HORAIRES.path, stages.LIEUX.path, emploi_du_temps.SEMAINES.path,
          emploi_du_temps.LUNDIS_A.path)
HALF_A_YEAR = 182


def born_for(age: Any, day: Any) -> int:
    """A day of birth for an age on a day, half a year after the birthday."""
    return dates.birthday(day - HALF_A_YEAR, -age)


def complete(answers: Any) -> Any:
    """The dossier of a trial from the answers asked: one stage of one day in a firm, and a timetable that says so."""
    dossier = blank_dossier(FORM)
    stage = blank_item(FORM, stages.STAGES.path)
    hours, place = blank_item(FORM, stages.HORAIRES.path), blank_item(FORM, stages.LIEUX.path)
    dossier[stages.STAGES.path], dossier[stages.LIEUX.path] = [stage], [place]
    place.update({stages.LIEU_ID.name: "L1", stages.LIEU_TYPE.name: "entreprise"})
    put(dossier, stages.HORAIRES.at(STAGE), [hours])
    for field in ASKED:
        put(dossier, fill(field.path, DAY_OF_STAGE), answers[field.path])
    day = answers[stages.STAGE_DEBUT.path]
    number = dates.parse_iso(day)
    if number is not None:
        year, month, _ = dates.parts(number)
        first = year if month >= 8 else year - 1
        put(dossier, etablissement.ANNEE_SCOLAIRE.path, str(first) + "-" + str(first + 1))
        put(dossier, stages.HORAIRE_JOUR.at(DAY_OF_STAGE), dates.DAYS_OF_WEEK[dates.weekday(number)])
    for path in (stages.STAGE_FIN.at(STAGE), parcours.DEBUT.path, parcours.FIN.path):
        put(dossier, path, day)
    stage.update({stages.STAGE_ID.name: "S1", stages.STAGE_LIEU.name: "L1"})
    if all([is_blank(answers[field.path]) for field in HOURS]):
        put(dossier, stages.HORAIRES.at(STAGE), [])
    else:
        _fill_week(dossier, day, hours)
    identify(FORM, dossier)
    return dossier


def _fill_week(dossier: Dossier, day: Any, hours: Any) -> None:
    """A week model of that day alone, in which these hours of the stage are a slot."""
    put(dossier, WEEK, {emploi_du_temps.SEMAINE_NOM.name: "", emploi_du_temps.SEMAINE_DU.name: day,
                        emploi_du_temps.SEMAINE_AU.name: day})
    put(dossier, SLOT, {emploi_du_temps.CRENEAU_JOUR.name: hours[stages.HORAIRE_JOUR.name],
                        emploi_du_temps.CRENEAU_DEBUT.name: hours[stages.HORAIRE_DEBUT.name],
                        emploi_du_temps.CRENEAU_FIN.name: hours[stages.HORAIRE_FIN.name],
                        emploi_du_temps.CRENEAU_LIEU.name: "L1", emploi_du_temps.CRENEAU_ACTIVITE.name: "Stage"})


def is_concerned(rule: Rule) -> bool:
    """Whether a rule reads something asked, and reads or points at nothing that the trial does not know."""
    patterns = rule.patterns()
    if [pattern for pattern in patterns + [source.path for source in rule.at or ()]
        if pattern not in GIVEN and pattern not in BLOCKS]:
        return False
    asked = [field.path for field in ASKED] + [stages.STAGES.path, stages.HORAIRES.path]
    return bool([pattern for pattern in patterns if pattern in asked])


def judge(dossier: Dossier, today: int, profile: Profile) -> Any:
    """(findings, rules that have nothing to say, rules that miss an answer), of the rules concerned."""
    concerned = [rule for rule in CATALOGUE.rules if CONTRAT in rule.steps and is_concerned(rule)]
    report = Inquiry(FORM, CATALOGUE, CONTRAT, today, profile).load(dossier).report()
    findings = [finding for finding in report.findings if finding.rule in CATALOGUE.by_id
                and CATALOGUE.by_id[finding.rule] in concerned]
    spoken = [finding.rule for finding in findings]
    pending = [rule for rule in concerned if rule.id in report.pending]
    silent = [rule for rule in concerned if rule.id not in spoken and rule.id not in report.pending]
    return findings, silent, pending
