"""Who may be proposed a parcours, and for which period."""

from pid_rules import dates
from pid_rules.form import eleve, etablissement, parcours, stages, suites
from pid_rules.kinds import AVERTISSEMENT, BLOQUANT, INFORMATION
from pid_rules.rule import STEP, TODAY, Theme, Trip, optional, profile
from pid_rules.schema import DEMARRAGE
from pid_rules.seuils import reperes
from pid_rules.seuils.calendrier import school_year
from pid_rules.sources.circulaires import CIRCULAIRE_2013_060, CONCEPTION
from pid_rules.sources.education import D331_6, D332_6, L114_1
from pid_rules.sources.lettre import LETTRE_2018
from pid_rules.sources.travail import L3164_1

THEME = Theme("eligibilite", "Élève, classe et période")
QUATRIEME_TROISIEME = ("4e", "3e", "3e_prepa_metiers", "3e_segpa", "4e_segpa")
FAVORABLE = ("valide", "valide_sous_conditions")
ZONE = profile("departement.zone")


@THEME.rule("EL-01", "Identité minimale", severity=BLOQUANT,
            reads=(optional(eleve.NOM), optional(eleve.PRENOM), optional(eleve.DATE_NAISSANCE), optional(eleve.CLASSE),
                   optional(etablissement.UAI)),
            source=LETTRE_2018.quoting("Le parcours est toujours individualisé."),
            message="L’identité minimale est incomplète\u00a0: il manque {manquants}.",
            advice="Indiquez le nom, le prénom, la date de naissance et la classe de l’élève, et l’UAI du collège.")
def identite_incomplete(nom, prenom, date_naissance, classe, uai):
    fields = ((eleve.NOM, nom, "le nom"), (eleve.PRENOM, prenom, "le prénom"),
              (eleve.DATE_NAISSANCE, date_naissance, "la date de naissance"), (eleve.CLASSE, classe, "la classe"),
              (etablissement.UAI, uai, "l’UAI du collège"))
    missing = [(field.path, words) for field, value, words in fields if value is None]
    if missing:
        return Trip(paths=[path for path, _ in missing], manquants=", ".join([words for _, words in missing]))


@THEME.rule("EL-02", "Niveau de 4e ou de 3e", reads=(eleve.NIVEAU,), severity=AVERTISSEMENT, eligibility=True,
            source=LETTRE_2018.quoting("s'adresse en priorité aux élèves scolarisés en classe de 4ème ou 3ème"),
            message="L’élève n’est ni en 4e ni en 3e\u00a0: la lettre réserve la priorité à ces classes.",
            advice="Expliquez pourquoi le parcours est proposé plus tôt\u00a0; un PPRE ou un tutorat peut suffire.")
def autre_niveau(niveau):
    return niveau not in QUATRIEME_TROISIEME


@THEME.rule("EL-03", "Stage avant la 4e", reads=(eleve.NIVEAU, stages.STAGES), at=(eleve.NIVEAU,), severity=BLOQUANT,
            eligibility=True,
            source=D331_6.quoting("pour des élèves scolarisés au moins en classe de quatrième ou de troisième"),
            message="Un élève de {niveau} ne peut pas accomplir de stage\u00a0: il faut être au moins en 4e.",
            advice="Retirez le stage, ou cherchez une visite collective avec la classe.")
def stage_avant_la_quatrieme(niveau, listed):
    if niveau in ("6e", "5e") and listed:
        return Trip(niveau=niveau)


@THEME.rule("EL-04", "Public prioritaire", reads=(eleve.DATE_NAISSANCE, etablissement.ANNEE_SCOLAIRE, ZONE),
            at=(eleve.DATE_NAISSANCE,), severity=INFORMATION, eligibility=True,
            source=LETTRE_2018.quoting("ceux qui atteindront l'âge de 16 ans, soit la limite légale de scolarité, au "
                                       "cours de l'année scolaire"),
            message="L’élève atteint 16\u00a0ans le {jour}, pendant l’année scolaire\u00a0: il relève du public "
                    "prioritaire.")
def seize_ans_dans_l_annee(date_naissance, annee, zone):
    year = school_year(zone, annee)
    birthday = dates.birthday(date_naissance, reperes.AGE_PRIORITAIRE.on(date_naissance))
    if year is not None and year.start <= birthday <= year.end:
        return Trip(jour=dates.in_words(birthday))


@THEME.rule("EL-05", "Seize ans pendant le parcours", reads=(eleve.DATE_NAISSANCE, parcours.DEBUT, parcours.FIN),
            at=(eleve.DATE_NAISSANCE,), severity=INFORMATION, eligibility=True,
            source=L3164_1.quoting("Cette durée minimale est portée à quatorze heures consécutives s'ils ont moins de "
                                   "seize ans."),
            message="L’élève atteint 16\u00a0ans le {jour}, pendant le parcours\u00a0: les limites d’heures et de "
                    "repos changent ce jour-là, et l’obligation de formation dure jusqu’à 18\u00a0ans.")
def seize_ans_pendant_le_parcours(date_naissance, debut, fin):
    birthday = dates.birthday(date_naissance, 16)
    if debut <= birthday <= fin:
        return Trip(jour=dates.in_words(birthday))


@THEME.rule("EL-06", "Déjà seize ans", reads=(eleve.DATE_NAISSANCE, parcours.DEBUT), at=(eleve.DATE_NAISSANCE,),
            severity=INFORMATION, eligibility=True,
            source=L114_1.quoting("La formation est obligatoire pour tout jeune jusqu'à l'âge de sa majorité."),
            message="L’élève a déjà 16\u00a0ans au début du parcours\u00a0: l’instruction n’est plus obligatoire, la "
                    "formation l’est jusqu’à 18\u00a0ans.",
            advice="D’autres dispositifs sont possibles\u00a0: «\u00a0Tous droits ouverts\u00a0», PAFI, MLDS.")
def deja_seize_ans(date_naissance, debut):
    return dates.age(date_naissance, debut) >= 16


@THEME.rule("EL-07", "Élève majeur", reads=(eleve.DATE_NAISSANCE, parcours.DEBUT), at=(eleve.DATE_NAISSANCE,),
            severity=AVERTISSEMENT, eligibility=True,
            source=CONCEPTION.quoting("Une personne majeure signe elle-même son contrat et sort du public visé par le "
                                      "dispositif."),
            message="L’élève a 18\u00a0ans au début du parcours\u00a0: il signe seul, et sort du public visé.",
            advice="Voyez avec le CIO un dispositif pour jeunes majeurs.")
def majeur(date_naissance, debut):
    return dates.age(date_naissance, debut) >= reperes.MAJORITE.on(debut)


@THEME.rule("EL-08", "Âge plausible", reads=(eleve.DATE_NAISSANCE, eleve.NIVEAU, etablissement.ANNEE_SCOLAIRE),
            at=(eleve.DATE_NAISSANCE,), severity=AVERTISSEMENT, eligibility=True,
            source=CONCEPTION.quoting("Un âge inhabituel pour la classe signale le plus souvent une faute de frappe "
                                      "dans la date de naissance."),
            message="L’élève aurait {age}\u00a0ans au 31\u00a0décembre\u00a0: c’est inhabituel dans cette classe.",
            advice="Vérifiez la date de naissance.")
def age_inhabituel(date_naissance, niveau, annee):
    end_of_year = dates.day_number(annee, 12, 31)
    age = dates.age(date_naissance, end_of_year)
    youngest = reperes.AGE_PLAUSIBLE_MINIMUM.on(end_of_year)
    oldest = reperes.AGE_PLAUSIBLE_MAXIMUM.on(end_of_year)
    if niveau in QUATRIEME_TROISIEME and not youngest <= age <= oldest:
        return Trip(age=age)


@THEME.rule("EL-09", "Stage avant quinze ans",
            reads=(eleve.DATE_NAISSANCE, stages.STAGE_DEBUT, stages.STAGE_TYPE, stages.STAGES),
            over=stages.STAGES, at=(stages.STAGE_DEBUT,), severity=AVERTISSEMENT, eligibility=True,
            source=CIRCULAIRE_2013_060.quoting("toutes les formes d'alternance sont à présent proscrites pour les "
                                               "élèves de collège de moins de 15 ans"),
            message="L’élève a {age}\u00a0ans au premier jour du stage\u00a0: la circulaire de rentrée 2013 proscrit "
                    "l’alternance avant 15\u00a0ans.",
            advice="Une séquence d’observation isolée reste possible\u00a0; sinon, attendez les 15\u00a0ans.")
def stage_avant_quinze_ans(date_naissance, debut, type, listed):
    age = dates.age(date_naissance, debut)
    if age < reperes.AGE_ALTERNANCE.on(debut) and not (type == "sequence_observation" and len(listed) == 1):
        return Trip(age=age)


@THEME.rule("PE-01", "Début et fin", reads=(optional(parcours.DEBUT), optional(parcours.FIN)), severity=BLOQUANT,
            eligibility=True, source=LETTRE_2018.quoting("Il s'agit d'un dispositif transitoire"),
            message="Le parcours doit avoir une date de début et une date de fin.",
            advice="Indiquez les deux dates\u00a0: le parcours est transitoire.")
def periode_incomplete(debut, fin):
    if debut is None or fin is None:
        return Trip(paths=[field.path for field, value in ((parcours.DEBUT, debut), (parcours.FIN, fin))
                           if value is None])
    if debut > fin:
        return Trip(message="La fin du parcours précède son début\u00a0: vérifiez les deux dates.")


@THEME.rule("PE-02", "Dans une seule année scolaire",
            reads=(parcours.DEBUT, parcours.FIN, etablissement.ANNEE_SCOLAIRE, ZONE), at=(parcours.FIN,),
            severity=AVERTISSEMENT, eligibility=True,
            source=D332_6.quoting("des dispositifs spécifiques à vocation transitoire"),
            message="Le parcours se termine le {fin}, après le dernier jour de classe ({dernier}).",
            advice="Avancez la date de fin, ou préparez un nouveau dossier à la rentrée suivante.")
def hors_de_l_annee_scolaire(debut, fin, annee, zone):
    if fin >= dates.birthday(debut, 1):
        return Trip(severity=BLOQUANT, message="Le parcours dure plus d’un an\u00a0: il doit rester transitoire. "
                                               "Préparez un nouveau dossier pour l’année scolaire suivante.")
    year = school_year(zone, annee)
    if year is None:
        return None
    if debut < year.start or debut > year.end:
        return Trip(paths=[parcours.DEBUT.path], message="Le parcours commence hors de l’année scolaire indiquée.")
    if fin > year.last_class_day:
        return Trip(fin=dates.in_words(fin), dernier=dates.in_words(year.last_class_day))


@THEME.rule("PE-03", "Parcours long sans bilan",
            reads=(parcours.DEBUT, parcours.FIN, parcours.BILANS_PREVUS, profile("reperes.semaines_sans_bilan")),
            at=(parcours.FIN,), severity=AVERTISSEMENT, eligibility=True,
            source=CONCEPTION.quoting("Un parcours long gagne à prévoir un bilan intermédiaire."),
            message="Le parcours dure plus de {semaines}\u00a0semaines sans bilan d’étape.",
            advice="Prévoyez un bilan d’étape, ou raccourcissez le parcours.")
def long_sans_bilan(debut, fin, bilans, weeks):
    between = [bilan for bilan in bilans if bilan[parcours.BILAN_PREVU] is not None
               and debut < bilan[parcours.BILAN_PREVU] < fin]
    if fin - debut + 1 > weeks * 7 and not between:
        return Trip(semaines=weeks)


@THEME.rule("PE-04", "Début après la décision",
            reads=(parcours.DEBUT, TODAY, STEP, optional(suites.DECISION), optional(suites.DECISION_DATE),
                   profile("delais.instruction_jours")),
            at=(parcours.DEBUT,), severity=AVERTISSEMENT, severity_at={DEMARRAGE: BLOQUANT}, eligibility=True,
            source=LETTRE_2018.quoting("aussi doit-il être validé par l'IA-DASEN"),
            message="Le parcours commence dans moins de {jours}\u00a0jours\u00a0: la DSDEN risque de ne pas pouvoir "
                    "décider à temps.",
            advice="Reculez le début, ou appelez la DSDEN avant d’envoyer le dossier.")
def debut_avant_la_decision(debut, today, step, decision, decided_on, delay):
    if step == DEMARRAGE:
        if decision not in FAVORABLE or decided_on is None:
            return Trip(message="Le parcours ne peut pas commencer\u00a0: il n’a pas de décision favorable de "
                                "l’IA-DASEN.")
        if debut < decided_on:
            return Trip(message="Le parcours commence avant la décision de l’IA-DASEN.")
        return None
    if decision is None and debut < today + delay:
        return Trip(jours=delay)
