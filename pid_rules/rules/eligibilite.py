"""Who may be proposed a parcours: identity, level, age."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.form import eleve, emploi_du_temps, etablissement, parcours, stages
from pid_rules.judgement.rule import UNKNOWN, Theme, Trip, optional, profile
from pid_rules.questions.kinds import AVERTISSEMENT, BLOQUANT, INFORMATION
from pid_rules.rules.rentree import undecided
from pid_rules.rules.types_stage import AVANT_LA_QUATRIEME, CINQ_TYPES, MINI_STAGE, OBSERVATION, VISITE, place_of
from pid_rules.seuils import reperes, temps_de_travail
from pid_rules.seuils.calendrier import school_year
from pid_rules.sources import lettre
from pid_rules.sources.administration import CIVIL_414
from pid_rules.sources.circulaires import CIRCULAIRE_2013_060, CONCEPTION, CONVENTION_2024
from pid_rules.sources.education import D331_6_2019, L114_1
from pid_rules.words import dates
from pid_rules.words.declared import declared
from pid_rules.words.horaires import in_words

if TYPE_CHECKING:
    from pid_rules.judgement.item import Item
    from pid_rules.judgement.rule import Verdict
    from pid_rules.seuils.seuil import Seuil

THEME = Theme("eligibilite", "Élève et classe")
PRIORITAIRES = ("4e", "3e")
QUATRIEMES_ET_TROISIEMES = ("4e", "3e", "3e_prepa_metiers", "3e_segpa", "4e_segpa")
ENTREPRISE = "entreprise"
PONCTUELLES = (VISITE, MINI_STAGE)
"""Presences that make no alternance where there is one of them."""
ZONE = profile("departement.zone")
GRILLE_PAR_NIVEAU = {"4e": "4e", "3e": "3e", "3e_prepa_metiers": "3e_prepa_metiers", "3e_segpa": "segpa",
                     "4e_segpa": "segpa"}


@THEME.rule("EL-01", "Identité minimale", severity=BLOQUANT,
            reads=(optional(eleve.NOM), optional(eleve.PRENOM), optional(eleve.DATE_NAISSANCE), optional(eleve.CLASSE),
                   optional(etablissement.UAI), eleve.RESPONSABLES),
            at=(eleve.NOM, eleve.PRENOM, eleve.DATE_NAISSANCE, eleve.CLASSE, etablissement.UAI),
            source=lettre.INDIVIDUALISE,
            message="L’identité minimale est incomplète : il manque {manquants}.",
            advice="Indiquez le nom, le prénom, la date de naissance et la classe de l’élève, et l’UAI du collège.")
def identite_incomplete(nom: str | None, prenom: str | None, date_naissance: int | None, classe: str | None,
                        uai: str | None, responsables: list[Item]) -> Verdict:
    fields = ((eleve.NOM, nom, "le nom"), (eleve.PRENOM, prenom, "le prénom"),
              (eleve.DATE_NAISSANCE, date_naissance, "la date de naissance"), (eleve.CLASSE, classe, "la classe"),
              (etablissement.UAI, uai, "l’UAI du collège"))
    missing = [(field.path, words) for field, value, words in fields if value is None]
    found: list[Trip] = []
    if missing:
        found.append(Trip(paths=[path for path, _ in missing], manquants=", ".join([words for _, words in missing])))
    reachable = [one for one in responsables
                 if one[eleve.RESPONSABLE_TELEPHONE] is not None or one[eleve.RESPONSABLE_COURRIEL] is not None]
    if responsables and not reachable:
        paths: list[str] = []
        for one in responsables:
            paths += [eleve.RESPONSABLE_TELEPHONE.at(one.path), eleve.RESPONSABLE_COURRIEL.at(one.path)]
        found.append(Trip(paths=paths, citation=lettre.CONTRAT,
                          message="Aucun responsable légal ne peut être joint : indiquez un téléphone ou une "
                                  "adresse électronique, d’un responsable au moins."))
    return found


@THEME.rule("EL-02", "Niveau de 4e ou de 3e", reads=(eleve.NIVEAU,), severity=AVERTISSEMENT, eligibility=True,
            source=lettre.CLASSES,
            message="L’élève est en {niveau} : la lettre donne la priorité aux classes de 4e et de 3e.",
            elsewhere=(lettre.CLASSES, declared("L’élève est en {niveau} : le parcours est proposé en priorité aux "
                                                "classes de 4e et de 3e (choix de l’outil).")),
            advice="Expliquez pourquoi le parcours lui est proposé ; un PPRE, un tutorat ou le dispositif propre "
                   "à sa classe peut suffire.")
def autre_niveau(niveau: str) -> Verdict:
    return None if niveau in PRIORITAIRES else Trip(niveau=eleve.NIVEAU.kind.show(niveau))


@THEME.rule("EL-03", "Stage avant la 4e",
            reads=(eleve.NIVEAU, stages.STAGE_TYPE, optional(stages.STAGE_LIEU), stages.LIEUX), over=stages.STAGES,
            at=(stages.STAGE_TYPE,), severity=BLOQUANT, eligibility=True,
            source=D331_6_2019.quoting("Elles ne peuvent être organisées qu'à partir des deux derniers niveaux de "
                                       "l'enseignement des collèges"),
            message="Un élève de {niveau} ne peut pas être accueilli seul dans un milieu professionnel : il faut "
                    "être au moins en 4e.",
            advice="Retirez ce stage ; une visite avec toute la classe reste possible.")
def stage_avant_la_quatrieme(niveau: str, presence: str, lieu: str | None, lieux: list[Item]) -> Verdict:
    if niveau not in AVANT_LA_QUATRIEME:
        return None
    if presence in CINQ_TYPES:
        return Trip(niveau=niveau)
    place = place_of(lieu, lieux)
    if place is None or place[stages.LIEU_TYPE] is None:
        return UNKNOWN
    # Under another name, a pupil alone in a firm is there all the same.
    return Trip(niveau=niveau) if place[stages.LIEU_TYPE] == ENTREPRISE else None


@THEME.rule("EL-04", "Public prioritaire",
            reads=(eleve.DATE_NAISSANCE, etablissement.ANNEE_SCOLAIRE, ZONE, reperes.AGE_PRIORITAIRE),
            at=(eleve.DATE_NAISSANCE,), severity=INFORMATION, eligibility=True,
            source=lettre.SEIZE_ANS,
            message="L’élève atteint 16 ans le {jour}, pendant l’année scolaire : c’est la fin de "
                    "l’instruction obligatoire, il relève du public "
                    "prioritaire.")
def seize_ans_dans_l_annee(date_naissance: int, annee: int, zone: str, priority: Seuil) -> Verdict:
    year = school_year(zone, annee)
    if year is None:
        return UNKNOWN
    birthday = dates.birthday(date_naissance, priority.on(year.start))
    if birthday < year.start or year.is_over(birthday):
        return None
    if year.is_over(birthday) is None:
        return undecided(year, declared("L’élève atteint 16 ans le {jour}."), jour=dates.in_words(birthday))
    return Trip(jour=dates.in_words(birthday))


@THEME.rule("EL-05", "Seize ans pendant le parcours",
            reads=(eleve.DATE_NAISSANCE, parcours.DEBUT, parcours.FIN, reperes.FIN_INSTRUCTION.at(parcours.DEBUT),
                   reperes.REPOS_QUOTIDIEN, reperes.DEBUT_NUIT, temps_de_travail.JOUR, reperes.REPOS_DES_CONVENTIONS,
                   reperes.SOIR_DES_CONVENTIONS, temps_de_travail.JOUR_DES_CONVENTIONS),
            at=(eleve.DATE_NAISSANCE,), severity=INFORMATION, eligibility=True,
            source=CONVENTION_2024.quoting("Les repos quotidiens de l’élève sont respectivement de quatorze heures "
                                           "consécutives au minimum"),
            message="L’élève atteint 16 ans le {jour}, pendant le parcours. Le code du travail permettrait alors "
                    "en stage {repos} h de repos quotidien, une présence jusqu’à {nuit} h et {duree} par "
                    "jour ; les conventions de collège gardent {repos_garde} h, {soir} h et "
                    "{duree_gardee}. L’instruction n’est plus obligatoire, la formation le reste jusqu’à 18 ans.",
            advice="Gardez les mêmes horaires de stage après cette date.")
def seize_ans_pendant_le_parcours(date_naissance: int, debut: int, fin: int, years: int, rest: Seuil, night: Seuil,
                                  most: Seuil, kept_rest: Seuil, evening: Seuil, kept: Seuil) -> Verdict:
    birthday = dates.birthday(date_naissance, years)
    if debut <= birthday <= fin:
        return Trip(jour=dates.in_words(birthday), repos=rest.on(birthday), nuit=night.on(birthday),
                    duree=in_words(most.on(birthday)), repos_garde=kept_rest.on(birthday), soir=evening.on(birthday),
                    duree_gardee=in_words(kept.on(birthday)))


@THEME.rule("EL-06", "Déjà seize ans",
            reads=(eleve.DATE_NAISSANCE, parcours.DEBUT, reperes.FIN_INSTRUCTION.at(parcours.DEBUT)),
            at=(eleve.DATE_NAISSANCE,), severity=INFORMATION, eligibility=True,
            source=L114_1.quoting("La formation est obligatoire pour tout jeune jusqu'à l'âge de sa majorité."),
            message="L’élève a déjà 16 ans au début du parcours : l’instruction n’est plus obligatoire, la "
                    "formation l’est jusqu’à 18 ans.",
            advice="D’autres dispositifs sont possibles : « Tous droits ouverts », PAFI, MLDS.")
def deja_seize_ans(date_naissance: int, debut: int, years: int) -> Verdict:
    return dates.age(date_naissance, debut) >= years


@THEME.rule("EL-07", "Élève majeur",
            reads=(eleve.DATE_NAISSANCE, parcours.DEBUT, reperes.MAJORITE.at(parcours.DEBUT)),
            at=(eleve.DATE_NAISSANCE,), severity=AVERTISSEMENT, eligibility=True,
            source=CIVIL_414.quoting("à cet âge, chacun est capable d'exercer les droits dont il a la jouissance"),
            message="L’élève a 18 ans ou plus au début du parcours : il signe seul, et exerce seul ses "
                    "droits.",
            advice="Voyez avec le CIO un dispositif pour jeunes majeurs : ce parcours s’adresse aux mineurs "
                   "(choix de l’outil).")
def majeur(date_naissance: int, debut: int, majority: int) -> Verdict:
    return dates.age(date_naissance, debut) >= majority


@THEME.rule("EL-08", "Âge plausible", reads=(eleve.DATE_NAISSANCE, eleve.NIVEAU, etablissement.ANNEE_SCOLAIRE,
                   reperes.AGE_PLAUSIBLE_MINIMUM, reperes.AGE_PLAUSIBLE_MAXIMUM),
            at=(eleve.DATE_NAISSANCE,), severity=AVERTISSEMENT, eligibility=True,
            source=CONCEPTION.quoting("Un âge inhabituel pour la classe signale le plus souvent une faute de frappe "
                                      "dans la date de naissance."),
            message="L’élève a {age} ans au 31 décembre : c’est inhabituel dans cette classe.",
            advice="Vérifiez la date de naissance.")
def age_inhabituel(date_naissance: int, niveau: str, annee: int, lowest: Seuil, highest: Seuil) -> Verdict:
    end_of_year = cast("int", dates.day_number(annee, 12, 31))
    age = dates.age(date_naissance, end_of_year)
    youngest = lowest.on(end_of_year)
    oldest = highest.on(end_of_year)
    if niveau in QUATRIEMES_ET_TROISIEMES and not youngest <= age <= oldest:
        return Trip(age=age)


@THEME.rule("EL-09", "Stage avant quinze ans",
            reads=(eleve.DATE_NAISSANCE, stages.STAGE_DEBUT, stages.STAGE_TYPE, stages.STAGES,
                   reperes.AGE_ALTERNANCE.at(stages.STAGE_DEBUT)),
            over=stages.STAGES, at=(stages.STAGE_DEBUT,), severity=AVERTISSEMENT, eligibility=True,
            source=CIRCULAIRE_2013_060.quoting("toutes les formes d'alternance sont à présent proscrites pour les "
                                               "élèves de collège de moins de 15 ans"),
            message="L’élève a {age} ans au premier jour du stage : la circulaire de rentrée 2013 proscrit "
                    "l’alternance avant 15 ans.",
            advice="Une visite, un mini-stage ou une séquence d’observation isolée reste possible ; sinon, "
                   "attendez les 15 ans.")
def stage_avant_quinze_ans(date_naissance: int, debut: int, presence: str, every_stage: list[Item],
                           minimum: int) -> Verdict:
    age = dates.age(date_naissance, debut)
    # One visit, one mini-stage or one sequence of observation makes no alternance.
    alike = [stage for stage in every_stage if stage[stages.STAGE_TYPE] == presence]
    others = [stage for stage in every_stage if stage[stages.STAGE_TYPE] not in PONCTUELLES]
    alone = presence in PONCTUELLES and len(alike) == 1 or presence == OBSERVATION and len(others) == 1
    return None if age >= minimum or alone else Trip(age=age)


@THEME.rule("EL-10", "Majorité pendant le parcours",
            reads=(eleve.DATE_NAISSANCE, parcours.DEBUT, parcours.FIN, reperes.MAJORITE.at(parcours.DEBUT)),
            at=(eleve.DATE_NAISSANCE,), severity=AVERTISSEMENT, eligibility=True,
            source=CIVIL_414.quoting("La majorité est fixée à dix-huit ans accomplis"),
            message="L’élève atteint 18 ans le {jour}, pendant le parcours : dès ce jour il signe, reçoit "
                    "les décisions et exerce ses droits seul.",
            advice="Prévoyez sa signature ce jour-là pour ce qui reste à faire, et voyez avec le CIO la suite de son "
                   "parcours.")
def majeur_pendant_le_parcours(date_naissance: int, debut: int, fin: int, majority: int) -> Verdict:
    birthday = dates.birthday(date_naissance, majority)
    return Trip(jour=dates.in_words(birthday)) if debut < birthday <= fin else None


@THEME.rule("EL-11", "Grille de la classe", reads=(eleve.NIVEAU, emploi_du_temps.REFERENCE),
            at=(emploi_du_temps.REFERENCE,), severity=AVERTISSEMENT,
            source=CONCEPTION.quoting("La grille horaire de référence est celle de la classe de l’élève."),
            message="L’élève est en {niveau} et la grille horaire de référence est « {grille} ».",
            advice="Corrigez la grille ou le niveau ; si la classe suit une autre grille, choisissez "
                   "« Autre ».")
def grille_d_une_autre_classe(niveau: str, reference: str) -> Verdict:
    if reference not in (GRILLE_PAR_NIVEAU.get(niveau), "autre"):
        return Trip(niveau=eleve.NIVEAU.kind.show(niveau), grille=emploi_du_temps.REFERENCE.kind.show(reference))
