"""Each stage: its type, its convention, the visit, the tutor, the pupil's age; its length is in ``durees_stage``."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.form import eleve, etablissement, stages
from pid_rules.judgement.rule import PATH, STEP, TODAY, UNKNOWN, Theme, Trip, optional
from pid_rules.questions.kinds import AVERTISSEMENT, BLOQUANT, INFORMATION
from pid_rules.questions.schema import DEMARRAGE, ENVOI
from pid_rules.rules.types_stage import (
    APPLICATION,
    AVANT_LA_QUATRIEME,
    INITIATION,
    OBSERVATION,
    PFMP,
    PROGRAMME_PROFESSIONNEL,
    PUBLICS,
    SENT,
    TRAVAIL,
    place_of,
)
from pid_rules.seuils import accueil
from pid_rules.sources import lettre
from pid_rules.sources.circulaires import A_VENIR
from pid_rules.sources.education import D124_4, D331_3, D331_6_2019, D331_11, D331_13, D331_15, R421_20
from pid_rules.sources.travail import L4153_1
from pid_rules.words import dates

if TYPE_CHECKING:
    from pid_rules.judgement.item import Item
    from pid_rules.judgement.rule import Verdict
    from pid_rules.seuils.seuil import Seuil

THEME = Theme("stages", "Stages")
PROFESSIONNEL = D331_11.quoting("Ils s'adressent aux élèves dont le programme d'enseignement comporte une initiation "
                                "aux activités professionnelles.")
PREPARATOIRE = D331_13.quoting("dans le cadre d'une formation préparatoire à une formation technologique ou "
                               "professionnelle")
ENSEIGNEMENT_ALTERNE = L4153_1.quoting("D'élèves qui suivent un enseignement alterné ou un enseignement professionnel")
TUTEUR_NOMME = D124_4.quoting("le nom du tuteur dans l'organisme d'accueil")
PASSEE = D331_3.quoting("Dans tous les cas, une convention est passée entre l'établissement d'enseignement scolaire "
                        "dont relève l'élève et l'entreprise ou l'organisme d'accueil intéressé")


@THEME.rule("ST-01", "Type de stage", reads=(stages.STAGE_TYPE, optional(eleve.NIVEAU)), over=stages.STAGES,
            at=(stages.STAGE_TYPE,), severity=BLOQUANT,
            source=D331_15.quoting("dans le cadre d'une formation conduisant à un diplôme technologique ou "
                                   "professionnel"),
            message="Une période de formation en milieu professionnel n’est pas ouverte à un élève de collège.",
            advice="Choisissez une séquence d’observation ; en SEGPA, en EREA ou en 3e prépa-métiers, le "
                   "programme prévoit les stages d’initiation ou d’application.")
def type_refuse(presence_type: str, niveau: str | None) -> Verdict:
    if presence_type == PFMP:
        return True
    if niveau is None or niveau in PROGRAMME_PROFESSIONNEL:
        return None
    if presence_type == APPLICATION:
        return Trip(severity=AVERTISSEMENT, citation=PREPARATOIRE,
                    message="Le stage d’application est prévu dans une formation préparatoire à une formation "
                            "technologique ou professionnelle (SEGPA, EREA, 3e prépa-métiers) : ce n’est pas le "
                            "cas de cette classe.")
    if presence_type == INITIATION and niveau == "3e":
        return Trip(severity=INFORMATION, citation=PROFESSIONNEL,
                    message="Le stage d’initiation s’adresse aux élèves dont le programme comporte une initiation aux "
                            "activités professionnelles : écrivez dans le contrat « le parcours comporte une "
                            "initiation aux activités professionnelles ».")
    if presence_type == INITIATION:
        return Trip(severity=AVERTISSEMENT, citation=ENSEIGNEMENT_ALTERNE,
                    message="Le stage d’initiation est réservé à ceux qui suivent un enseignement alterné ou "
                            "professionnel : le programme de cette classe n’en comporte pas.")


@THEME.rule("ST-02", "Convention", reads=(stages.CONVENTION_STATUT, STEP), over=stages.STAGES,
            at=(stages.CONVENTION_STATUT,), severity=AVERTISSEMENT, severity_at={DEMARRAGE: BLOQUANT}, steps=SENT,
            source=lettre.CONVENTION,
            message="La convention de ce stage n’est pas encore signée.",
            advice="Faites signer la convention avant le premier jour du stage ; si elle est rompue, retirez ce "
                   "stage ou remplacez-le.")
def convention_non_signee(statut: str, step: str) -> Verdict:
    if statut == "signee":
        return None
    if statut == "rompue":
        return Trip(severity=BLOQUANT,
                    message="La convention de ce stage a été rompue : il ne peut pas avoir lieu.")
    if step == ENVOI and statut != "projet":
        return Trip(severity=BLOQUANT, message="Ce stage n’a pas de convention, même en projet.")
    return True


@THEME.rule("ST-03", "Accord du conseil d’administration",
            reads=(stages.STAGES, optional(etablissement.DELIBERATION_CA), optional(etablissement.STATUT)),
            at=(etablissement.DELIBERATION_CA,), severity=AVERTISSEMENT,
            source=R421_20.quoting("La passation des marchés, contrats et conventions dont l'établissement est "
                                   "signataire"),
            message="La délibération du conseil d’administration sur les conventions n’est pas datée.",
            advice="Indiquez sa date, ou inscrivez la convention à l’ordre du jour du prochain conseil.")
def sans_deliberation(every_stage: list[Item], deliberation: int | None, statut: str | None) -> Verdict:
    return cast("bool", every_stage) and deliberation is None and statut != "prive_sous_contrat"


@THEME.rule("ST-04", "Convention antérieure au stage",
            reads=(stages.CONVENTION_STATUT, optional(stages.CONVENTION_DATE), stages.STAGE_DEBUT, STEP, TODAY),
            over=stages.STAGES, at=(stages.CONVENTION_DATE,), severity=AVERTISSEMENT, severity_at={DEMARRAGE: BLOQUANT},
            steps=SENT,
            source=PASSEE, message="La convention est datée du {date}, après le premier jour du stage ({debut}).",
            advice="Vérifiez les deux dates ; un stage ne commence pas sans convention signée.")
def convention_trop_tard(statut: str, signed_on: int | None, debut: int, step: str, today: int) -> Verdict:
    if signed_on is not None:
        if signed_on > debut:
            return Trip(date=dates.in_words(signed_on), debut=dates.in_words(debut))
        return Trip(severity=AVERTISSEMENT, citation=A_VENIR, date=dates.in_words(signed_on),
                    message="La dernière signature de la convention est datée du {date}, un jour à venir."
                    ) if signed_on > today else None
    if statut != "signee":
        return None
    if step != DEMARRAGE:
        return UNKNOWN
    return Trip(message="La convention est indiquée comme signée, sans la date de la dernière signature.")


@THEME.rule("ST-05", "Visite prévue", reads=(stages.VISITES, stages.STAGE_DEBUT, stages.STAGE_FIN, PATH),
            over=stages.STAGES, at=(stages.VISITES,), severity=BLOQUANT, source=lettre.VISITE,
            message="Aucune visite du collège n’est prévue sur le lieu de ce stage.",
            advice="Prévoyez au moins une visite pendant le stage, et nommez qui la fait.")
def sans_visite(visites: list[Item], debut: int, fin: int, path: str) -> Verdict:
    if fin < debut:
        return Trip(paths=[stages.STAGE_FIN.at(path)],
                    message="Le dernier jour de ce stage précède le premier : aucune visite n’est possible.")
    outside: list[str]
    unnamed: list[str]
    outside, unnamed = [], []
    for visite in visites:
        day = visite[stages.VISITE_DATE]
        if day is None or not debut <= day <= fin:
            outside.append(stages.VISITE_DATE.at(visite.path))
        elif visite[stages.VISITEUR] is None:
            unnamed.append(stages.VISITEUR.at(visite.path))
        else:
            return None
    if unnamed:
        return Trip(paths=unnamed, message="La visite prévue pendant ce stage n’a pas de visiteur nommé.")
    if outside:
        return Trip(paths=outside, message="Aucune visite n’est prévue entre le premier et le dernier jour du stage.")
    return True


@THEME.rule("ST-06", "Tuteur nommé",
            reads=(stages.LIEU_ID, stages.STAGES, optional(stages.TUTEUR_NOM), optional(stages.TUTEUR_FONCTION),
                   optional(stages.TUTEUR_TELEPHONE), optional(stages.TUTEUR_COURRIEL), PATH),
            over=stages.LIEUX, severity=BLOQUANT,
            source=D331_6_2019.quoting("les conditions d'encadrement des élèves sont précisées dans la convention"),
            message="Le tuteur dans l’organisme d’accueil n’est pas désigné : il manque {manquants}.",
            advice="Indiquez son nom, sa fonction, et un téléphone ou une adresse électronique.")
def tuteur_absent(lieu: str, every_stage: list[Item], nom: str | None, fonction: str | None, telephone: str | None,
                  courriel: str | None, path: str) -> Verdict:
    types = [stage[stages.STAGE_TYPE] for stage in every_stage if stage[stages.STAGE_LIEU] == lieu]
    missing = [(fields, words) for fields, words, value in (
        ((stages.TUTEUR_NOM,), "son nom", nom), ((stages.TUTEUR_FONCTION,), "sa fonction", fonction),
        ((stages.TUTEUR_TELEPHONE, stages.TUTEUR_COURRIEL), "un moyen de le joindre", telephone or courriel))
               if value is None]
    if types and missing:
        working = [one for one in types if one in TRAVAIL]
        return Trip(paths=[field.at(path) for fields, _ in missing for field in fields],
                    citation=TUTEUR_NOMME if working else None, manquants=", ".join([words for _, words in missing]))


@THEME.rule("ST-07", "Âge en stage d’initiation ou d’application",
            reads=(stages.STAGE_TYPE, stages.STAGE_DEBUT, eleve.DATE_NAISSANCE,
                   accueil.AGE_STAGE.at(stages.STAGE_DEBUT)),
            over=stages.STAGES, at=(stages.STAGE_DEBUT,), severity=BLOQUANT, source=accueil.AGE_STAGE.citation,
            message="L’élève a {age} ans au premier jour du stage : il faut en avoir {minimum}.",
            advice="Reculez le stage, ou choisissez une séquence d’observation.")
def trop_jeune_pour_travailler(presence_type: str, debut: int, date_naissance: int, minimum: int) -> Verdict:
    age = dates.age(date_naissance, debut)
    if presence_type in TRAVAIL and age < minimum:
        return Trip(age=age, minimum=minimum)


@THEME.rule("ST-08", "Classe en séquence d’observation",
            reads=(stages.STAGE_TYPE, stages.STAGE_DEBUT, stages.STAGE_LIEU, stages.LIEUX, eleve.DATE_NAISSANCE,
                   eleve.NIVEAU, accueil.CONDITION_OBSERVATION, accueil.DEUX_DERNIERES_ANNEES.at(stages.STAGE_DEBUT)),
            over=stages.STAGES, at=(stages.STAGE_DEBUT,), severity=BLOQUANT,
            source=accueil.CONDITION_OBSERVATION.citation,
            message="Avant la 4e, une séquence d’observation n’est pas possible dans une entreprise ou une "
                    "association.",
            advice="Retirez cette séquence, ou attendez que la condition soit remplie.")
def observation_trop_tot(presence_type: str, debut: int, lieu: str, lieux: list[Item], date_naissance: int, niveau: str,
                         conditions: Seuil, minimum: int) -> Verdict:
    if presence_type != OBSERVATION:
        return None
    place = place_of(lieu, lieux)
    if place is None or place[stages.LIEU_TYPE] is None:
        return UNKNOWN
    if place[stages.LIEU_TYPE] in PUBLICS:
        return None
    condition = conditions.version_on(debut)
    if condition.value == accueil.SELON_LA_CLASSE:
        return niveau in AVANT_LA_QUATRIEME
    age = dates.age(date_naissance, debut)
    return Trip(citation=condition.citation, age=age, minimum=minimum,
                message="L’élève a {age} ans au premier jour : avant 2019, il fallait avoir {minimum} "
                        "ans pour une séquence d’observation dans un organisme privé.") if age < minimum else None
