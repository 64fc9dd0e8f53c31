"""Opinions: which are asked, and how little those of health and social staff may say."""

from pid_rules.form import contrat, situation
from pid_rules.kinds import AVERTISSEMENT, INFORMATION
from pid_rules.rule import Theme, Trip, optional
from pid_rules.sources.circulaires import CONCEPTION, PREVENTION_DECROCHAGE
from pid_rules.sources.lettre import LETTRE_2018

THEME = Theme("avis", "Avis")
GIVEN = ("favorable", "reserve", "defavorable", "joint_sous_pli")


@THEME.rule("AV-01", "Avis du PsyEN", reads=(optional(contrat.AVIS_PSYEN),), severity=INFORMATION,
            source=LETTRE_2018.quoting("sous le timbre IEN-IO pour validation par l'IA-DASEN"),
            message="L’avis du PsyEN n’est pas indiqué\u00a0: la lettre ne l’exige pas, mais l’IEN-IO peut le "
                    "demander.")
def avis_psyen_absent(sens):
    return sens is None


@THEME.rule("AV-02", "Avis social et de santé",
            reads=(optional(contrat.AVIS_SOCIAL), optional(contrat.AVIS_INFIRMIER)), severity=INFORMATION,
            source=CONCEPTION.quoting("Les avis de santé se limitent à leur sens, sans aucun contenu médical."),
            message="Un avis social ou de santé est indiqué\u00a0: seul son sens figure dans le dossier, son contenu "
                    "voyage sous pli confidentiel.")
def avis_social_ou_sante(social, infirmier):
    given = [field.path for field, sens in ((contrat.AVIS_SOCIAL, social), (contrat.AVIS_INFIRMIER, infirmier))
             if sens in GIVEN]
    return Trip(paths=given) if given else None


@THEME.rule("AV-03", "Réunion du GPDS ou de l’équipe éducative", reads=(optional(situation.GPDS),),
            severity=AVERTISSEMENT,
            source=PREVENTION_DECROCHAGE.quoting("transmission du dossier de demande auprès de la DSDEN et validation "
                                                 "par l'IEN-IO"),
            message="La date de la réunion du GPDS ou de l’équipe éducative manque.",
            advice="Réunissez le GPDS ou l’équipe éducative, puis notez la date.")
def gpds_absent(gpds):
    return gpds is None
