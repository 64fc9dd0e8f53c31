"""What the rules conclude of a level, an age, a period and a stage, without a dossier."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.dossier.items import add_item
from pid_rules.dossier.paths import get, is_blank, put
from pid_rules.dossier.structure import blank_dossier
from pid_rules.form import FORM, eleve, etablissement, parcours, stages
from pid_rules.judgement.catalogue import Catalogue
from pid_rules.judgement.evaluate import Inquiry
from pid_rules.questions.kinds import AVERTISSEMENT, BLOQUANT
from pid_rules.questions.schema import CONTRAT
from pid_rules.rules import CATALOGUE

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.judgement.report import Finding
    from pid_rules.judgement.rule import Theme
    from pid_rules.shapes import Dossier, Profile

ASKED = (eleve.NIVEAU, eleve.DATE_NAISSANCE, etablissement.ANNEE_SCOLAIRE, parcours.DEBUT, parcours.FIN)
"""Questions of the page, besides the type of a stage."""
KNOWN = [field.path for field in ASKED] + [field.path for field in (
    stages.STAGES, stages.STAGE_TYPE, stages.STAGE_DEBUT, stages.STAGE_FIN)]
"""What a rule can read here: a stage is taken to last as long as the parcours."""
NO_STAGE = "aucun"


class Asked:
    """The rules of a theme that the page asks."""

    def __init__(self, theme: Theme) -> None:
        self.rules = [rule for rule in theme.rules if rule.eligibility]


class Conclusion:
    """What is concluded from the answers found so far.

    ``findings`` speak of answers given. ``left`` are the questions still open. ``later`` are the rules that wait for
    answers of a dossier. ``unjudged`` are those that cannot be judged although all they read is known.
    """

    def __init__(self, findings: list[Finding], left: Any, later: Any, unjudged: Any) -> None:
        self.findings = findings
        self.left = left
        self.later = later
        self.unjudged = unjudged

    def sentence(self) -> Any:
        """The conclusion in a sentence."""
        severities = [finding.severity for finding in self.findings]
        if BLOQUANT in severities:
            return "Un parcours n’est pas possible ainsi. Voici pourquoi, et que faire."
        if self.left:
            return "Il manque une réponse pour conclure." if len(self.left) == 1 \
                else "Il manque des réponses pour conclure."
        if AVERTISSEMENT in severities:
            return "Un parcours est possible, à condition d’expliquer les points signalés."
        return "Rien ne s’oppose à un parcours, d’après ces réponses."


def conclude(found: Any, stage: Any, today: int, profile: Profile) -> Any:
    """The conclusion of the answers ``found``, a partial dossier, and of a type of stage: ``NO_STAGE``, or "" where
    unanswered."""
    dossier = with_answers(blank_dossier(FORM), found)
    if stage not in ("", NO_STAGE):
        period = dossier["parcours"]
        dossier[stages.STAGES.path] = [{
            stages.STAGE_TYPE.name: stage, stages.STAGE_DEBUT.name: period[parcours.DEBUT.name],
            stages.STAGE_FIN.name: period[parcours.FIN.name]}]
    asked = Catalogue(cast("Any", [Asked(theme) for theme in CATALOGUE.themes]))
    report = Inquiry(FORM, asked, CONTRAT, today, profile).load(dossier).report()
    # What only points at blanks is not a result: it is a question still open.
    findings = [finding for finding in report.findings if finding.rule in asked.by_id
                and [path for path in finding.paths if not is_blank(get(dossier, path))]]
    left = [field.path for field in ASKED if is_blank(get(dossier, field.path))] + ([stages.STAGE_TYPE.path]
                                                                                    if stage == "" else [])
    pending = [] if left else [rule for rule in asked.rules if rule.id in report.pending]
    later = [rule for rule in pending if [pattern for pattern in rule.patterns() if pattern not in KNOWN]]
    return Conclusion(findings, left, later, [rule for rule in pending if rule not in later])


def with_answers(dossier: Dossier, found: Any, stage: Any = "") -> Any:
    """``dossier`` with the answers of the page; those left blank there stay as they are in it."""
    for field in ASKED:
        if not is_blank(get(found, field.path)):
            put(dossier, field.path, get(found, field.path))
    if stage not in ("", NO_STAGE):
        put(dossier, stages.STAGE_TYPE.at(add_item(FORM, dossier, stages.STAGES.path, stages.STAGES.path)), stage)
    return dossier
