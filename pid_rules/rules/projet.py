"""The project: situation, objectives, strategies, earlier measures, référent."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.dossier.paths import fill
from pid_rules.form import contrat, parcours, situation, stages
from pid_rules.form.formulations import COMMITMENTS, PATTERNS
from pid_rules.judgement.rule import TODAY, UNKNOWN, Part, Theme, Trip, optional, profile
from pid_rules.questions.kinds import AVERTISSEMENT, BLOQUANT, INFORMATION
from pid_rules.rules.types_stage import TRAVAIL
from pid_rules.seuils import reperes
from pid_rules.sources import lettre
from pid_rules.sources.circulaires import CONCEPTION
from pid_rules.sources.education import D124_3, D332_6
from pid_rules.words.brackets import blank_in

if TYPE_CHECKING:
    from pid_rules.judgement.item import Item
    from pid_rules.judgement.rule import Verdict
    from pid_rules.seuils.seuil import Seuil

THEME = Theme("projet", "Projet")
MONTH = 31


@THEME.rule("PR-01", "Situation décrite", reads=(optional(situation.CONSTATS), profile("reperes.constats_minimum")),
            severity=BLOQUANT,
            source=D332_6.quoting("Lorsqu'il apparaît à l'équipe pédagogique qu'un élève tirerait profit d'un "
                                  "aménagement de son parcours scolaire"),
            message="Les constats de l’équipe pédagogique sont trop courts : au moins {minimum} caractères.",
            advice="Décrivez en deux ou trois phrases ce que l’équipe observe.")
def constats_trop_courts(constats: str | None, minimum: int) -> Verdict:
    if constats is None or len(constats.strip()) < minimum:
        return Trip(minimum=minimum)


@THEME.rule("PR-02", "Objectifs avec échéance", reads=(parcours.OBJECTIFS,), severity=BLOQUANT,
            source=lettre.OBJECTIFS, message="Le contrat n’a pas d’objectif.",
            advice="Ajoutez au moins un objectif, avec son échéance.")
def objectif_sans_echeance(objectifs: list[Item]) -> Verdict:
    if not objectifs:
        return True
    without = [parcours.ECHEANCE.at(objectif.path) for objectif in objectifs if objectif[parcours.ECHEANCE] is None]
    if without:
        return Trip(paths=without, message="Chaque objectif doit avoir une échéance.")


@THEME.rule("PR-03", "Échéance dans la période", reads=(parcours.ECHEANCE, parcours.DEBUT, parcours.FIN),
            over=parcours.OBJECTIFS, at=(parcours.ECHEANCE,), severity=AVERTISSEMENT, source=lettre.OBJECTIFS,
            message="L’échéance de cet objectif n’est pas entre le début et la fin du parcours.",
            advice="Choisissez une date de la période.")
def echeance_hors_periode(echeance: int, debut: int, fin: int) -> Verdict:
    return not debut <= echeance <= fin


@THEME.rule("PR-04", "Stratégie pour chaque objectif", reads=(parcours.STRATEGIES,), over=parcours.OBJECTIFS,
            severity=AVERTISSEMENT, source=lettre.STRATEGIES,
            message="Cet objectif n’a pas de stratégie : le bilan ne pourra rien en dire.",
            advice="Ajoutez au moins une stratégie.")
def sans_strategie(strategies: list[Item]) -> Verdict:
    return not [strategie for strategie in strategies if strategie[parcours.STRATEGIE] is not None]


@THEME.rule("PR-05", "Mesures déjà essayées", reads=(situation.MESURES,), severity=AVERTISSEMENT, source=lettre.MESURES,
            message="Aucune mesure n’est indiquée avant le parcours dérogatoire.",
            advice="Indiquez ce qui a été essayé, ou choisissez « Aucune mesure » et dites pourquoi.")
def aucune_mesure(mesures: list[Item]) -> Verdict:
    named = [mesure for mesure in mesures if mesure[situation.MESURE_TYPE] is not None]
    if not named:
        return True
    unexplained = [situation.MESURE_EFFET.at(mesure.path) for mesure in named
                   if mesure[situation.MESURE_TYPE] == "aucune" and mesure[situation.MESURE_EFFET] is None]
    if unexplained:
        return Trip(paths=unexplained, message="Aucune mesure n’a été prise : dites pour quelle raison.")


@THEME.rule("PR-06", "Référent nommé", reads=(optional(parcours.REFERENT_NOM), optional(parcours.REFERENT_FONCTION)),
            severity=BLOQUANT,
            source=lettre.REFERENT,
            message="Le référent n’est pas désigné : indiquez son nom et sa fonction.",
            advice="Un adulte du collège assure le suivi et les liens avec les lieux d’accueil.")
def referent_absent(nom: str | None, fonction: str | None) -> Verdict:
    missing = [field.path for field, value in ((parcours.REFERENT_NOM, nom), (parcours.REFERENT_FONCTION, fonction))
               if value is None]
    return Trip(paths=missing) if missing else None


@THEME.rule("PR-07", "Stagiaires suivis par le référent", reads=(stages.STAGES,),
            at=(parcours.REFERENT_NOM,), severity=INFORMATION,
            source=D124_3.quoting("Chaque enseignant référent suit simultanément"),
            message="Un enseignant référent ne suit qu’un nombre limité de stagiaires à la fois, en stage d’initiation "
                    "ou d’application : vérifiez qu’il peut suivre celui-ci. Le nombre a changé en 2017, il est à "
                    "confirmer.")
def stagiaires_du_referent(every_stage: list[Item]) -> Verdict:
    return bool([stage for stage in every_stage if stage[stages.STAGE_TYPE] in TRAVAIL])


@THEME.rule("PR-13", "Parole de l’élève", reads=(optional(situation.PAROLE_ELEVE),), severity=AVERTISSEMENT,
            source=D332_6.quoting("en associant l'élève et ses représentants légaux"),
            message="Le dossier ne dit rien de ce que pense l’élève.",
            advice="Écrivez avec lui, et avec ses mots, ce qu’il en dit.")
def sans_parole_de_l_eleve(words: str | None) -> Verdict:
    return words is None


@THEME.rule("PR-14", "Absences et assiduité",
            reads=(optional(situation.ABSENCES), optional(situation.ABSENCES_DU), optional(situation.ABSENCES_AU),
                   reperes.ABSENCES_DU_MOIS, reperes.ABSENCES_EN_TOUT, TODAY),
            at=(situation.ABSENCES,), severity=INFORMATION, source=reperes.ABSENCES_DU_MOIS.citation,
            message="L’élève a {nombre} demi-journées d’absence dans le mois : dès {seuil} sans motif "
                    "légitime, le chef d’établissement réunit la commission éducative. Dites où en est cette "
                    "procédure, que le parcours ne remplace pas.")
def absences_et_assiduite(absences: int | None, begin: int | None, end: int | None, of_a_month: Seuil, in_all: Seuil,
                          today: int) -> Verdict:
    if absences is None:
        return None
    day = today if end is None else end
    most, total = of_a_month.on(day), in_all.version_on(day)
    if absences > total.value:
        return Trip(nombre=absences, seuil=total.value, citation=total.citation,
                    message="L’élève a {nombre} demi-journées d’absence, plus que le repère de {seuil} (choix de "
                            "l’outil) : dites où en est la procédure d’assiduité, que le parcours ne remplace "
                            "pas.")
    if absences < most:
        return None
    if begin is None or end is None:
        return UNKNOWN
    return Trip(nombre=absences, seuil=most) if end - begin < MONTH else None


@THEME.rule("PR-15", "Blanc à compléter",
            reads=(optional(contrat.RUPTURE),
                   Part(parcours.OBJECTIFS, parcours.OBJECTIF, parcours.INDICATEUR, parcours.STRATEGIE),
                   Part(parcours.DISPENSES, parcours.COMPENSATION), *COMMITMENTS),
            severity=AVERTISSEMENT,
            source=CONCEPTION.quoting("Une phrase où il reste un blanc n’engage personne."),
            message="Il reste un blanc à compléter (choix de l’outil) : « {blanc} ».",
            advice="Écrivez à la place, crochets compris, ce qui est convenu pour cet élève.")
def blanc_a_completer(rupture: str | None, *lists: list[Item]) -> Verdict:
    texts = [] if rupture is None else [(contrat.RUPTURE.path, rupture)]
    for items in lists:
        texts += _written(items)
    return [Trip(paths=[path], blanc=blank_in(text)) for path, text in texts if blank_in(text)]


def _written(items: list[Item]) -> list[tuple[str, str]]:
    """(path, text) of the answers of a list, and of the lists in it, that may begin by a skeleton of sentence."""
    found: list[tuple[str, str]] = []
    for item in items:
        for pattern in item.values:
            value = item.values[pattern]
            if isinstance(value, list):
                found += _written(cast("list[Item]", value))
            elif pattern in PATTERNS and value is not None:
                found.append((fill(pattern, item.path), value))
    return found
