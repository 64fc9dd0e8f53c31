"""The optional file for the affectation of a pupil with particular needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.form import bilans, eleve, etablissement, parcours
from pid_rules.judgement.rule import UNKNOWN, Theme, Trip, optional, profile
from pid_rules.questions.kinds import AVERTISSEMENT, BLOQUANT
from pid_rules.questions.schema import PREPAM
from pid_rules.rules.bilans import once, unrated_objectives, unrated_strategies
from pid_rules.rules.rentree import undecided
from pid_rules.seuils import reperes
from pid_rules.seuils.calendrier import school_year
from pid_rules.sources import lettre
from pid_rules.sources.circulaires import CONCEPTION
from pid_rules.words import dates
from pid_rules.words.declared import declared

if TYPE_CHECKING:
    from pid_rules.judgement.item import Item
    from pid_rules.judgement.rule import Verdict
    from pid_rules.seuils.seuil import Seuil

THEME = Theme("prepam", "Commission Prépam")
ASKED = (PREPAM,)
TROISIEMES = ("3e", "3e_prepa_metiers", "3e_segpa")
QUATRIEMES = ("4e", "4e_segpa")
OWED = (bilans.FINAL.date, bilans.SYNTHESE, bilans.EFFICACITE_GLOBALE, bilans.PERTINENCE_GLOBALE, bilans.SUITE)


@THEME.rule("PM-01", "Bilan final complet",
            reads=(parcours.OBJECTIFS, bilans.FINAL.objectifs,
                   bilans.FINAL.strategies) + tuple([optional(field) for field in OWED]),
            severity=BLOQUANT, steps=ASKED,
            source=lettre.PREPAM,
            message="Le bilan final, joint à la demande d’affectation, n’est pas complet.",
            advice="Complétez le bilan final avant de préparer la demande.")
def bilan_final_incomplet(objectifs: list[Item], rated: list[Item], strategies: list[Item],
                          *answers: int | None | str) -> Verdict:
    missing = [OWED[index].path for index in range(len(OWED)) if answers[index] is None]
    missing += unrated_objectives(objectifs, rated, bilans.FINAL, bilans.FINAL.objectifs.path)
    found = [Trip(paths=once(missing))] if missing else []
    left = unrated_strategies(objectifs, strategies, bilans.FINAL, bilans.FINAL.strategies.path)
    if left:
        found.append(Trip(paths=once(left), severity=AVERTISSEMENT,
                          message="Le bilan final, joint à la demande d’affectation, n’évalue pas toutes les "
                                  "stratégies : il faut pour chacune l’efficacité et la pertinence."))
    return found


@THEME.rule("PM-02", "Public de la commission",
            reads=(eleve.NIVEAU, eleve.DATE_NAISSANCE, etablissement.ANNEE_SCOLAIRE, profile("departement.zone"),
                   reperes.AGE_PRIORITAIRE),
            at=(eleve.NIVEAU,), severity=AVERTISSEMENT, steps=ASKED,
            source=CONCEPTION.quoting("La commission Prépam concerne les élèves de troisième, ou ceux de quatrième qui "
                                      "ont seize ans."),
            message="L’élève est en {niveau} : la commission concerne les élèves de 3e, ou de 4e qui ont 16 "
                    "ans à la fin de l’année scolaire.",
            advice="Voyez avec la DSDEN si une demande d’affectation est possible.")
def hors_public(niveau: str, date_naissance: int, annee: int, zone: str, years: Seuil) -> Verdict:
    if niveau in TROISIEMES:
        return None
    if niveau in QUATRIEMES:
        year = school_year(zone, annee)
        if year is None:
            return UNKNOWN
        birthday = dates.birthday(date_naissance, years.on(year.start))
        if year.is_over(birthday) is None:
            return undecided(year, declared("L’élève est en {niveau} et atteint 16 ans le {jour}."),
                             niveau=eleve.NIVEAU.kind.show(niveau), jour=dates.in_words(birthday))
        if not year.is_over(birthday):
            return None
    return Trip(niveau=eleve.NIVEAU.kind.show(niveau))
