"""The project: situation, objectives, strategies, earlier measures, référent."""

from pid_rules.form import parcours, situation, stages
from pid_rules.kinds import AVERTISSEMENT, BLOQUANT, INFORMATION
from pid_rules.rule import UNKNOWN, Theme, Trip, optional, profile
from pid_rules.rules.types_stage import TRAVAIL
from pid_rules.seuils import accueil
from pid_rules.sources.education import D332_6
from pid_rules.sources.lettre import LETTRE_2018

THEME = Theme("projet", "Projet")
OBJECTIFS_ET_ECHEANCES = LETTRE_2018.quoting("fixant des objectifs et des échéances sur lesquels les parties "
                                             "s'engagent")


@THEME.rule("PR-01", "Situation décrite", reads=(optional(situation.CONSTATS), profile("reperes.constats_minimum")),
            severity=BLOQUANT,
            source=D332_6.quoting("Lorsqu'il apparaît à l'équipe pédagogique qu'un élève tirerait profit d'un "
                                  "aménagement de son parcours scolaire"),
            message="Les constats de l’équipe pédagogique sont trop courts\u00a0: au moins {minimum}\u00a0caractères.",
            advice="Décrivez en deux ou trois phrases ce que l’équipe observe.")
def constats_trop_courts(constats, minimum):
    if constats is None or len(constats.strip()) < minimum:
        return Trip(minimum=minimum)


@THEME.rule("PR-02", "Objectifs avec échéance", reads=(parcours.OBJECTIFS,), severity=BLOQUANT,
            source=OBJECTIFS_ET_ECHEANCES, message="Le contrat n’a pas d’objectif.",
            advice="Ajoutez au moins un objectif, avec son échéance.")
def objectif_sans_echeance(objectifs):
    if not objectifs:
        return True
    without = [objectif.path + ".echeance" for objectif in objectifs if objectif[parcours.ECHEANCE] is None]
    if without:
        return Trip(paths=without, message="Chaque objectif doit avoir une échéance.")


@THEME.rule("PR-03", "Échéance dans la période", reads=(parcours.ECHEANCE, parcours.DEBUT, parcours.FIN),
            over=parcours.OBJECTIFS, at=(parcours.ECHEANCE,), severity=AVERTISSEMENT, source=OBJECTIFS_ET_ECHEANCES,
            message="L’échéance de cet objectif n’est pas entre le début et la fin du parcours.",
            advice="Choisissez une date de la période.")
def echeance_hors_periode(echeance, debut, fin):
    return not debut <= echeance <= fin


@THEME.rule("PR-04", "Stratégie pour chaque objectif", reads=(parcours.STRATEGIES,), over=parcours.OBJECTIFS,
            severity=AVERTISSEMENT,
            source=LETTRE_2018.quoting("apprécier l'efficacité et la pertinence des objectifs et des stratégies mises "
                                       "en place"),
            message="Cet objectif n’a pas de stratégie\u00a0: le bilan ne pourra rien en dire.",
            advice="Ajoutez au moins une stratégie.")
def sans_strategie(strategies):
    return not [strategie for strategie in strategies if strategie[parcours.STRATEGIE] is not None]


@THEME.rule("PR-05", "Mesures déjà essayées", reads=(situation.MESURES,), severity=AVERTISSEMENT,
            source=LETTRE_2018.quoting("actions de soutien individualisé telles que le programme personnalisé de "
                                       "réussite éducative, le tutorat pédagogique et éducatif, le parcours "
                                       "dérogatoire"),
            message="Aucune mesure n’est indiquée avant le parcours dérogatoire.",
            advice="Indiquez ce qui a été essayé, ou choisissez «\u00a0Aucune mesure\u00a0» et dites pourquoi.")
def aucune_mesure(mesures):
    named = [mesure for mesure in mesures if mesure[situation.MESURE_TYPE] is not None]
    if not named:
        return True
    unexplained = [mesure.path + ".effet" for mesure in named
                   if mesure[situation.MESURE_TYPE] == "aucune" and mesure[situation.MESURE_EFFET] is None]
    if unexplained:
        return Trip(paths=unexplained, message="Aucune mesure n’a été prise\u00a0: dites pour quelle raison.")


@THEME.rule("PR-06", "Référent nommé", reads=(optional(parcours.REFERENT_NOM), optional(parcours.REFERENT_FONCTION)),
            severity=BLOQUANT,
            source=LETTRE_2018.quoting("un référent chargé d'assurer le suivi du jeune et les liens avec les "
                                       "intervenants externes au collège"),
            message="Le référent n’est pas désigné\u00a0: indiquez son nom et sa fonction.",
            advice="Un adulte du collège assure le suivi et les liens avec les lieux d’accueil.")
def referent_absent(nom, fonction):
    missing = [field.path for field, value in ((parcours.REFERENT_NOM, nom), (parcours.REFERENT_FONCTION, fonction))
               if value is None]
    return Trip(paths=missing) if missing else None


@THEME.rule("PR-07", "Stagiaires suivis par le référent", reads=(stages.STAGES, accueil.STAGIAIRES_PAR_REFERENT),
            at=(parcours.REFERENT_NOM,), severity=INFORMATION,
            source=accueil.STAGIAIRES_PAR_REFERENT.citation,
            message="Un enseignant référent suit {nombre}\u00a0stagiaires au plus à la fois, en stage d’initiation ou "
                    "d’application.")
def stagiaires_du_referent(every_stage, most):
    working = [stage for stage in every_stage if stage[stages.STAGE_TYPE] in TRAVAIL]
    days = [stage[stages.STAGE_DEBUT] for stage in working if stage[stages.STAGE_DEBUT] is not None]
    if working and not days:
        return UNKNOWN
    return Trip(nombre=most.on(days[0])) if days else None
