"""What the DSDEN answered: the opinion of the IEN-IO, the decision of the IA-DASEN, its notification."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.form import parcours, suites
from pid_rules.judgement.rule import TODAY, UNKNOWN, Theme, Trip, optional, profile
from pid_rules.questions.kinds import AVERTISSEMENT, BLOQUANT, INFORMATION
from pid_rules.questions.schema import DEMARRAGE
from pid_rules.sources import lettre
from pid_rules.sources.administration import CJA_R421_5, CRPA_L211_3, CRPA_L212_1, CRPA_L221_8, CRPA_L231_4
from pid_rules.sources.circulaires import A_VENIR
from pid_rules.words import dates

if TYPE_CHECKING:
    from pid_rules.judgement.rule import Verdict
    from pid_rules.questions.schema import Field

THEME = Theme("decision", "Décision")
START = (DEMARRAGE,)
CONDITIONNELLE = "valide_sous_conditions"
MOTIVEES = CRPA_L211_3.quoting("Doivent également être motivées les décisions administratives individuelles qui "
                               "dérogent aux règles générales fixées par la loi ou le règlement.")
SANS_VOIES = CJA_R421_5.quoting("ne sont opposables qu'à la condition d'avoir été mentionnés, ainsi que les voies de "
                                "recours, dans la notification de la décision")


def to_come(today: int, *dated: tuple[Field, int | None]) -> list[Trip]:
    """What says that answers, (question, day or None), are dated after today; [] where none is."""
    paths = [field.path for field, day in dated if day is not None and day > today]
    return [Trip(paths=paths, severity=AVERTISSEMENT, citation=A_VENIR,
                 message="Cette date est celle d’un jour à venir.")] \
        if paths else []


@THEME.rule("DE-01", "Avis de l’IEN-IO",
            reads=(optional(suites.AVIS_IEN_IO), optional(suites.DECISION), optional(suites.AVIS_IEN_IO_DATE),
                   optional(suites.DECISION_DATE), TODAY),
            at=(suites.AVIS_IEN_IO,), severity=INFORMATION, steps=START,
            source=lettre.AVIS_IEN_IO,
            message="L’avis de l’IEN-IO n’est pas indiqué : il prépare la décision.",
            advice="Recopiez l’avis s’il vous a été communiqué.")
def avis_ien_io(sens: str | None, decision: str | None, given_on: int | None, decided_on: int | None,
                today: int) -> Verdict:
    found = to_come(today, (suites.AVIS_IEN_IO_DATE, given_on))
    if sens is None:
        found.append(Trip())
    if sens == "complement_demande" and decision is None:
        found.append(Trip(severity=AVERTISSEMENT, message="L’IEN-IO demande un complément et aucune décision n’est "
                                                          "enregistrée : complétez le dossier et renvoyez-le."))
    if given_on is not None and decided_on is not None and given_on > decided_on:
        found.append(Trip(severity=AVERTISSEMENT, paths=[suites.AVIS_IEN_IO_DATE.path],
                          message="L’avis est daté d’après la décision, qu’il prépare : vérifiez les deux dates."))
    return found


@THEME.rule("DE-02", "Décision complète",
            reads=(optional(suites.DECISION), optional(suites.DECISION_DATE), optional(suites.MOTIVATION),
                   optional(suites.SIGNATAIRE_NOM), optional(suites.SIGNATAIRE_QUALITE), optional(suites.CONDITIONS)),
            severity=BLOQUANT, steps=START,
            source=CRPA_L212_1.quoting("la signature de son auteur ainsi que la mention, en caractères lisibles, du "
                                       "prénom, du nom et de la qualité de celui-ci"),
            message="La décision enregistrée est incomplète : il manque {manquants}.",
            advice="Recopiez ce que dit le courrier de la DSDEN ; s’il ne le dit pas, demandez-le-lui.")
def decision_incomplete(sens: str | None, date: int | None, motivation: str | None, nom: str | None,
                        qualite: str | None, conditions: str | None) -> Verdict:
    missing = [(field.path, words) for field, words, value in (
        (suites.DECISION, "le sens", sens), (suites.DECISION_DATE, "la date", date),
        (suites.SIGNATAIRE_NOM, "le nom du signataire", nom),
        (suites.SIGNATAIRE_QUALITE, "la qualité du signataire", qualite)) if value is None]
    found: list[Trip] = []
    if missing:
        found.append(Trip(paths=[path for path, _ in missing], manquants=", ".join([words for _, words in missing])))
    if sens is not None and motivation is None:
        found.append(Trip(paths=[suites.MOTIVATION.path], severity=AVERTISSEMENT, citation=MOTIVEES,
                          message="La décision enregistrée n’a pas de motivation : demandez-la à la DSDEN, qui "
                                  "doit la donner par écrit."))
    if sens == CONDITIONNELLE and conditions is None:
        found.append(Trip(paths=[suites.CONDITIONS.path], severity=AVERTISSEMENT,
                          message="La validation est sous conditions, qui ne sont pas indiquées."))
    return found


@THEME.rule("DE-03", "Sans décision",
            reads=(optional(suites.DECISION), optional(suites.TRANSMISSION_DATE), TODAY,
                   profile("delais.decision_jours")),
            at=(suites.DECISION,), severity=AVERTISSEMENT, steps=START,
            source=CRPA_L231_4.quoting("Lorsque la demande ne s'inscrit pas dans une procédure prévue par un texte "
                                       "législatif ou réglementaire"),
            message="Le dossier, envoyé le {envoi}, est sans décision depuis {jours} jours (repère : "
                    "{repere}, environ deux mois). L’outil n’en déduit rien : ce que le code attache au silence "
                    "(acceptation, L231-1, ou rejet, L231-4) vaut pour la demande d’une famille, non pour celle d’un "
                    "établissement.",
            advice="Relancez la DSDEN ; le parcours ne commence pas sans décision écrite.")
def sans_decision(decision: str | None, sent_on: int | None, today: int, delay: int) -> Verdict:
    if decision is not None:
        return None
    if sent_on is None:
        return UNKNOWN
    if today - sent_on > delay:
        return Trip(envoi=dates.in_words(sent_on), jours=today - sent_on, repere=delay)


@THEME.rule("DE-04", "Notification",
            reads=(suites.DECISION_DATE, optional(suites.NOTIFIEE_LE), optional(suites.FAMILLE_INFORMEE_LE),
                   optional(suites.RESPONSABLE_2_INFORME_LE), optional(suites.DECISION),
                   optional(suites.VOIES_ET_DELAIS), optional(parcours.DEBUT), TODAY),
            severity=INFORMATION, steps=START,
            source=CRPA_L221_8.quoting("une décision individuelle expresse est opposable à la personne qui en fait "
                                       "l'objet au moment où elle est notifiée"),
            message="Il manque la date {manquants}.",
            advice="Remettez la décision à chaque responsable légal, puis notez les dates.")
def notification(decided_on: int, notified_on: int | None, told_on: int | None, second_on: int | None, sens: str | None,
                 remedies: bool | None, debut: int | None, today: int) -> Verdict:
    dated = ((suites.NOTIFIEE_LE, "de la notification au collège", notified_on),
             (suites.FAMILLE_INFORMEE_LE, "de la notification à la famille", told_on))
    told = ((suites.FAMILLE_INFORMEE_LE, told_on), (suites.RESPONSABLE_2_INFORME_LE, second_on))
    every = ((suites.NOTIFIEE_LE, notified_on),) + told
    found = to_come(today, (suites.DECISION_DATE, decided_on), *every)
    missing = [(field.path, words) for field, words, day in dated if day is None]
    if missing:
        # Conditions bind the family only once they are notified to it.
        found.append(Trip(paths=[path for path, _ in missing], manquants=" et ".join([words for _, words in missing]),
                          severity=AVERTISSEMENT if sens == CONDITIONNELLE else None))
    early = [field.path for field, day in every if day is not None and day < decided_on]
    if early:
        found.append(Trip(paths=early, severity=AVERTISSEMENT,
                          message="La notification est datée d’avant la décision."))
    late = [field.path for field, day in told if day is not None and debut is not None and day > debut]
    if late:
        found.append(Trip(paths=late, severity=AVERTISSEMENT,
                          message="La décision est notifiée à la famille après le début du parcours : elle ne lui "
                                  "était pas encore opposable."))
    if remedies is False:
        found.append(Trip(paths=[suites.VOIES_ET_DELAIS.path], citation=SANS_VOIES,
                          message="La décision ne dit pas les voies et délais de recours : le délai de deux mois "
                                  "ne court pas contre la famille."))
    return found
