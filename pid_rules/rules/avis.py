"""Opinions: which are asked, and how little those of health and social staff may say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.form import contrat, situation
from pid_rules.judgement.rule import Theme, Trip, optional
from pid_rules.questions.kinds import AVERTISSEMENT, INFORMATION
from pid_rules.sources import lettre
from pid_rules.sources.circulaires import CONCEPTION
from pid_rules.words.declared import declared

if TYPE_CHECKING:
    from pid_rules.judgement.rule import Verdict

THEME = Theme("avis", "Avis")
GIVEN = ("favorable", "reserve", "defavorable", "joint_sous_pli")


@THEME.rule("AV-01", "Avis du PsyEN", reads=(optional(contrat.AVIS_PSYEN),), severity=INFORMATION,
            source=CONCEPTION.quoting("L’avis du PsyEN éclaire la demande sans être exigé."),
            message="L’avis du PsyEN n’est pas indiqué : la lettre ne l’exige pas, il éclaire la décision.",
            elsewhere=(lettre.SANS_AVIS_PSYEN, declared("L’avis du PsyEN n’est pas indiqué : l’outil ne l’exige pas, "
                                                        "il éclaire la décision.")))
def avis_psyen_absent(sens: str | None) -> Verdict:
    return sens is None


@THEME.rule("AV-02", "Avis social et de santé",
            reads=(optional(contrat.AVIS_SOCIAL), optional(contrat.AVIS_INFIRMIER)), severity=INFORMATION,
            source=CONCEPTION.quoting("Les avis de santé se limitent à leur sens, sans aucun contenu médical."),
            message="Un avis social ou de santé est indiqué : seul son sens figure dans le dossier, son contenu "
                    "voyage sous pli confidentiel.")
def avis_social_ou_sante(social: str | None, infirmier: str | None) -> Verdict:
    given = [field.path for field, sens in ((contrat.AVIS_SOCIAL, social), (contrat.AVIS_INFIRMIER, infirmier))
             if sens in GIVEN]
    return Trip(paths=given) if given else None


@THEME.rule("AV-03", "Réunion du GPDS ou de l’équipe éducative", reads=(optional(situation.GPDS),),
            severity=AVERTISSEMENT,
            source=CONCEPTION.quoting("Une réunion du GPDS ou de l’équipe éducative prépare la demande."),
            message="Aucune réunion du GPDS ou de l’équipe éducative n’est indiquée.",
            advice="Réunissez l’un ou l’autre avant d’envoyer la demande, puis notez la date.")
def gpds_absent(gpds: int | None) -> Verdict:
    return gpds is None
