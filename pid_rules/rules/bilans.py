"""Bilans: planned while drafting, complete when written, final one at the end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.form import bilans, parcours, stages, suites
from pid_rules.judgement.rule import STEP, TODAY, Theme, Trip, optional, profile
from pid_rules.questions.kinds import AVERTISSEMENT, BLOQUANT
from pid_rules.questions.schema import BEFORE_START, BILAN, CLOTURE
from pid_rules.sources import lettre
from pid_rules.sources.circulaires import A_VENIR, CONCEPTION
from pid_rules.words import dates

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from pid_rules.form.bilans import Assessment
    from pid_rules.judgement.item import Item
    from pid_rules.judgement.rule import Verdict
    from pid_rules.questions.schema import Block, Field

THEME = Theme("bilans", "Bilans")
WEEK = 7


def unrated(expected: list[Any], items: list[Item], named: Field, ratings: tuple[Field, ...], path: str) -> list[str]:
    """Paths of what is not rated: of the ratings that items lack, and of the list where an item is missing."""
    known = [item[named] for item in items]
    found = [rating.at(item.path) for item in items for rating in ratings if item[rating] is None]
    return found + [path for identifier in expected if identifier not in known]


def unrated_objectives(objectifs: list[Item], items: list[Item], assessment: Assessment, path: str) -> list[str]:
    """Paths of the objectives of the parcours that a bilan leaves without degré, efficacité or pertinence."""
    return unrated([objectif[parcours.OBJECTIF_ID] for objectif in objectifs], items, assessment.objectif,
                   (assessment.degre, assessment.objectif_efficacite, assessment.objectif_pertinence), path)


def unrated_strategies(objectifs: list[Item], items: list[Item], assessment: Assessment, path: str) -> list[str]:
    """Paths of the strategies of the parcours that a bilan leaves without efficacité or pertinence."""
    expected: list[Any] = []
    for objectif in objectifs:
        expected += [strategie[parcours.STRATEGIE_ID] for strategie in objectif[parcours.STRATEGIES]]
    return unrated(expected, items, assessment.strategie,
                   (assessment.strategie_efficacite, assessment.strategie_pertinence), path)


def once(paths: list[str]) -> list[str]:
    """The paths without repetition, in order."""
    return [path for index, path in enumerate(paths) if path not in paths[:index]]


def _not_rated(step: str, objectifs: list[Item], every_bilan: list[Item], final: list[Item],
               unrated_of: Callable[[list[Item], list[Item], Assessment, str], list[str]], name: str) -> list[Trip]:
    """What the final bilan leaves unrated in its list ``name``, or each of those before it; ``final`` is that list of
    the final one."""
    if step == CLOTURE:
        missing = [unrated_of(objectifs, final, bilans.FINAL, getattr(bilans.FINAL, name).path)]
    else:
        listed: Block = getattr(bilans.ETAPE, name)
        missing = [unrated_of(objectifs, bilan[listed], bilans.ETAPE, listed.at(bilan.path)) for bilan in every_bilan]
    return [Trip(paths=once(paths)) for paths in missing if paths]


@THEME.rule("EV-01", "Bilan d’étape prévu",
            reads=(parcours.BILANS_PREVUS, parcours.DEBUT, parcours.FIN,
                   profile("reperes.semaines_bilan_obligatoire")),
            at=(parcours.BILANS_PREVUS,), severity=AVERTISSEMENT, source=lettre.EVALUATION,
            message="Aucun bilan d’étape n’est prévu entre le début et la fin du parcours.",
            advice="Prévoyez au moins une date de bilan d’étape pendant le parcours.")
def sans_bilan_d_etape(planned: list[Item], debut: int, fin: int, weeks: int) -> Verdict:
    for bilan in planned:
        day = bilan[parcours.BILAN_PREVU]
        if day is not None and debut < day < fin:
            return None
    if fin - debut + 1 > weeks * WEEK:
        return Trip(semaines=weeks,
                    message="Aucun bilan d’étape n’est prévu, alors que le parcours dure plus de {semaines} "
                            "semaines (choix de l’outil).")
    return True


@THEME.rule("EV-02", "Bilan final",
            reads=(parcours.FIN, optional(parcours.BILAN_FINAL_PREVU), optional(bilans.FINAL.date), STEP,
                   profile("delais.bilan_final_jours")),
            severity=BLOQUANT, steps=BEFORE_START + (CLOTURE,), source=lettre.BILAN_FINAL,
            message="Aucune date n’est prévue pour le bilan final.",
            advice="Le bilan final se fait à la fin du parcours, ou dans les jours qui suivent.")
def bilan_final(fin: int, planned: int | None, made: int | None, step: str, delay: int) -> Verdict:
    if step == CLOTURE:
        if made is None:
            return Trip(paths=[bilans.FINAL.date.path], message="Le bilan final n’est pas daté.")
        # A bilan already made too late cannot be made again earlier: it only has to be explained.
        return Trip(paths=[bilans.FINAL.date.path], severity=AVERTISSEMENT, jours=made - fin, repere=delay,
                    message="Le bilan final a été fait {jours} jours après la fin du parcours, au lieu de "
                            "{repere} au plus.") if made > fin + delay else None
    if planned is None:
        return Trip(paths=[parcours.BILAN_FINAL_PREVU.path])
    if planned > fin + delay:
        return Trip(paths=[parcours.BILAN_FINAL_PREVU.path], severity=AVERTISSEMENT, limite=dates.in_words(fin + delay),
                    message="Le bilan final est prévu longtemps après la fin du parcours : au plus tard le "
                            "{limite}, selon le repère du profil (choix de l’outil).")


@THEME.rule("EV-03", "Objectifs évalués",
            reads=(STEP, parcours.OBJECTIFS, bilans.BILANS, bilans.FINAL.objectifs), severity=BLOQUANT,
            steps=(BILAN, CLOTURE), source=lettre.EVALUATION,
            message="Des objectifs ne sont pas évalués : il faut pour chacun le degré, l’efficacité et la "
                    "pertinence.",
            advice="Évaluez chaque objectif du parcours, abandonnés compris.")
def objectifs_non_evalues(step: str, objectifs: list[Item], every_bilan: list[Item], final: list[Item]) -> Verdict:
    return _not_rated(step, objectifs, every_bilan, final, unrated_objectives, "objectifs")


@THEME.rule("EV-04", "Stratégies évaluées",
            reads=(STEP, parcours.OBJECTIFS, bilans.BILANS, bilans.FINAL.strategies), severity=AVERTISSEMENT,
            steps=(BILAN, CLOTURE), source=lettre.EVALUATION,
            message="Des stratégies ne sont pas évaluées : il faut pour chacune l’efficacité et la pertinence.",
            advice="Évaluez chaque stratégie, ou expliquez pourquoi elle ne peut pas l’être.")
def strategies_non_evaluees(step: str, objectifs: list[Item], every_bilan: list[Item], final: list[Item]) -> Verdict:
    return _not_rated(step, objectifs, every_bilan, final, unrated_strategies, "strategies")


@THEME.rule("EV-05", "Visite faite", reads=(stages.VISITES, stages.STAGE_FIN, TODAY), over=stages.STAGES,
            at=(stages.VISITES,), severity=AVERTISSEMENT, steps=(BILAN,), source=lettre.VISITE,
            message="Ce stage est terminé et aucune visite n’y est notée comme faite.",
            advice="Notez la date de la visite, ou expliquez pourquoi elle n’a pas eu lieu.")
def visite_non_faite(visites: list[Item], fin: int, today: int) -> Verdict:
    done = [visite for visite in visites if visite[stages.VISITE_FAITE] is not None]
    early = [stages.VISITE_FAITE.at(visite.path) for visite in done if visite[stages.VISITE_FAITE] > today]
    if early:
        return Trip(paths=early, citation=A_VENIR, message="Une visite est notée comme faite un jour à venir.")
    return today > fin and not done


@THEME.rule("EV-06", "Suite du parcours", reads=(optional(bilans.SUITE),), severity=BLOQUANT, steps=(CLOTURE,),
            source=lettre.BILAN_FINAL, message="Le bilan final ne dit pas la suite donnée au parcours.",
            advice="Choisissez le retour à l’emploi du temps ordinaire, ou une autre suite.")
def sans_suite(suite: str | None) -> Verdict:
    return suite is None


@THEME.rule("EV-07", "Bilan en retard",
            reads=(parcours.BILANS_PREVUS, bilans.BILANS, optional(parcours.BILAN_FINAL_PREVU),
                   optional(bilans.FINAL.date), optional(bilans.SUITE), TODAY),
            at=(bilans.BILANS,), severity=AVERTISSEMENT, steps=(BILAN,),
            source=CONCEPTION.quoting("Un bilan prévu et non rédigé est à relancer."),
            message="Le bilan d’étape prévu le {date} n’est pas rédigé.",
            advice="Rédigez ce bilan, ou changez la date prévue.")
def bilan_en_retard(planned: list[Item], begun: list[Item], final_planned: int | None, final_made: int | None,
                    suite: str | None, today: int) -> Verdict:
    days = sorted([bilan[parcours.BILAN_PREVU] for bilan in planned if bilan[parcours.BILAN_PREVU] is not None])
    # The first bilan written answers the first date planned, and so on: nothing in the file ties one to the other.
    # One that says no more than what the site proposed, its date among others, is not written yet.
    written = [bilan for bilan in begun if bilan[bilans.ETAPE.date] is not None and bilan[bilans.DECISION] is not None]
    late = [day for day in days[len(written):] if day < today]
    if late:
        return Trip(date=dates.in_words(late[0]))
    if final_planned is not None and final_planned < today and (final_made is None or suite is None):
        lacking = bilans.FINAL.date if final_made is None else bilans.SUITE
        return Trip(paths=[lacking.path], date=dates.in_words(final_planned),
                    message="Le bilan final prévu le {date} n’est pas rédigé.")


@THEME.rule("EV-08", "Note ou signature à venir", reads=(suites.JOURNAL, bilans.BILANS, bilans.FINAL.signatures, TODAY),
            severity=AVERTISSEMENT, steps=(BILAN, CLOTURE), source=A_VENIR,
            message="Le journal, ou la signature d’un bilan, porte la date d’un jour à venir.",
            advice="Corrigez cette date : le journal et les signatures disent ce qui a eu lieu.")
def note_ou_signature_a_venir(journal: list[Item], every_bilan: list[Item], final: list[Item], today: int) -> Verdict:
    early = [_after(today, journal, suites.JOURNAL_DATE), _after(today, final, bilans.FINAL.signature_date)]
    early += [_after(today, bilan[bilans.ETAPE.signatures], bilans.ETAPE.signature_date) for bilan in every_bilan]
    return [Trip(paths=paths) for paths in early if paths]


def _after(today: int, items: list[Item], field: Field) -> list[str]:
    """Paths of the answers of items that are dated after today."""
    return [field.at(item.path) for item in items if item[field] is not None and item[field] > today]
