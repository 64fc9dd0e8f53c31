"""What a judgement says: findings, with the entry rules, and the report that gathers them."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.dossier.paths import get, is_blank
from pid_rules.questions.kinds import AVERTISSEMENT, BLOQUANT, INFORMATION
from pid_rules.words.declared import declared

if TYPE_CHECKING:
    from typing import Any

    from pid_rules.shapes import Dossier

REQ = "REQ"
FMT = "FMT"
CLE = "CLE"
ENTRY_RULES = (
    (REQ, BLOQUANT, "Une réponse nécessaire manque."),
    (FMT, BLOQUANT, "Une réponse n’a pas la forme attendue."),
    (CLE, INFORMATION,
     declared("Le fichier contient une information que cette version ne connaît pas ; elle est conservée.")),
)
"""Rules of entry, applied to every question: id, severity, what they say."""

FILE_FORMAT = "Format du fichier pid-dossier, version 2"


class Finding:
    """What a rule says of a dossier: rule id, severity, concrete paths, message, printable source."""

    def __init__(self, rule: str, severity: str, paths: list[str], message: str, source: str) -> None:
        self.rule = rule
        self.severity = severity
        self.paths = paths
        self.message = message
        self.source = source

    def key(self) -> str:
        """``id@path``, under which the school's justification of a warning is kept."""
        return self.rule + "@" + self.paths[0] if self.paths else self.rule

    def as_dict(self) -> dict[str, Any]:
        """The finding as the command line prints it."""
        return {"rule": self.rule, "severity": self.severity, "paths": self.paths, "message": self.message,
                "source": self.source}


class Report:
    """Findings (entry rules first, then catalogue order) and ids of the rules that could not be judged."""

    def __init__(self, findings: list[Finding], pending: list[str]) -> None:
        self.findings = findings
        self.pending = pending

    def summary(self) -> dict[str, int]:
        """Number of findings by severity."""
        count = {BLOQUANT: 0, AVERTISSEMENT: 0, INFORMATION: 0}
        for finding in self.findings:
            count[finding.severity] += 1
        return count

    def as_dict(self) -> dict[str, Any]:
        """The report as the command line prints it."""
        return {"findings": [finding.as_dict() for finding in self.findings], "pending": self.pending,
                "summary": self.summary()}


def justification_of(finding: Finding, dossier: Dossier) -> str:
    """The text with which the school assumes a finding, for this path or for the whole rule; "" where none."""
    texts = get(dossier, "justifications")
    if isinstance(texts, dict):
        for key in (finding.key(), finding.rule):
            if key in texts and isinstance(texts[key], str) and not is_blank(texts[key]):
                return cast("str", texts[key])
    return ""


def motives(findings: list[Finding], dossier: Dossier) -> list[str]:
    """For each finding the key under which its motive is asked, "" where another one of its rule asks for both.

    A motive that the file holds for one finding stays its own; the others of a rule have one, beside the last.
    """
    texts = get(dossier, "justifications")
    held: list[str] = [key for key in texts if not is_blank(texts[key])] if isinstance(texts, dict) else []
    keys: list[str] = []
    for finding in findings:
        key = finding.key() if finding.severity == AVERTISSEMENT else ""
        if key and key not in held and (finding.rule in held or _warns_again(finding, findings)):
            key = finding.rule
        if key in keys:
            keys[keys.index(key)] = ""
        keys.append(key)
    return keys


def _warns_again(finding: Finding, findings: list[Finding]) -> bool:
    return len([one for one in findings if one.rule == finding.rule and one.severity == AVERTISSEMENT]) > 1
