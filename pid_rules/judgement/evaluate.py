"""The judgement of a dossier: every answer read once, then every rule of the step.

``evaluate`` gives the report of a dossier. An ``Inquiry`` keeps what it read, so that the page can change one answer
and judge again only the rules that read it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.paths import concrete, fill, get, pattern_of
from pid_rules.judgement.reading import Reading
from pid_rules.judgement.report import Finding, Report
from pid_rules.judgement.rule import FINGERPRINT, UNKNOWN, Optional, Trip, derived_of, patterns_of
from pid_rules.questions.kinds import AVERTISSEMENT
from pid_rules.questions.schema import Block, Field

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any

    from pid_rules.judgement.catalogue import Catalogue
    from pid_rules.judgement.item import Item
    from pid_rules.judgement.rule import Derived, Given, Rule
    from pid_rules.questions.schema import Form
    from pid_rules.shapes import Dossier, Profile


def evaluate(form: Form, catalogue: Catalogue, dossier: Dossier, step: str, today: int, profile: Profile,
             fingerprint: str = "") -> Report:
    """The report of a dossier at a step.

    ``today`` is a day number, ``profile`` the département's profile as a dict, ``fingerprint`` the fingerprint of the
    contract's present content (text, "" where unknown: rule SI-08 is then pending).
    """
    return Inquiry(form, catalogue, step, today, profile, fingerprint).load(dossier).report()


class Inquiry:
    """A judgement that remembers: ``load`` reads a dossier, ``changed`` one answer, ``report`` gives the result."""

    def __init__(self, form: Form, catalogue: Catalogue, step: str, today: int, profile: Profile,
                 fingerprint: str = "") -> None:
        self.form = form
        self.step = step
        self.given = {"today": today, "step": step, "fingerprint": fingerprint, "cuts": catalogue.cuts()}
        self.profile = profile
        self.rules = [rule for rule in catalogue.rules if step in rule.steps]
        self.computed: list[Derived] = []
        for rule in self.rules:
            self.computed += [one for one in derived_of(rule.reads) if one not in self.computed]
        self.readers: dict[str, tuple[list[Rule], list[Derived]]] = {}

    def _questions(self, patterns: list[str]) -> set[str]:
        """Patterns of the questions that these patterns of questions and blocks hold."""
        found: set[str] = set()
        for pattern in patterns:
            if pattern in self.form.block:
                found.update([field.path for field in self.form.block[pattern].fields()])
            else:
                found.add(pattern)
        return found

    def _readers(self, pattern: str) -> tuple[list[Rule], list[Derived]]:
        """(rules, derived values) that read the question of that pattern; sought once for each question changed."""
        if pattern not in self.readers:
            rules = [rule for rule in self.rules if pattern in self._questions(rule.patterns())]
            derived = [one for one in self.computed if pattern in self._questions(patterns_of(one.reads))]
            self.readers[pattern] = rules, derived
        return self.readers[pattern]

    def load(self, dossier: Dossier) -> Inquiry:
        """Read a whole dossier; to be called again when a list gains, loses or reorders items."""
        self.dossier = dossier
        self.reading = Reading(self.form, self.step, dossier)
        self.derived: dict[str, Any] = {}
        self.verdicts: dict[str, tuple[list[Finding], bool]] = {}
        for rule in self.rules:
            self.verdicts[rule.id] = self._judge(rule)
        return self

    def changed(self, path: str) -> list[str]:
        """Read one answer again and judge the rules that read it; returns their ids."""
        pattern = pattern_of(path)
        field = self.form.field[pattern]
        if field.name == "id":  # references to the item, wherever they stand, are right or wrong anew
            self.load(self.dossier)
            return [rule.id for rule in self.rules]
        self.reading.again(field, path)
        rules, derived = self._readers(pattern)
        for depending in field.decides:
            for place in concrete(self.dossier, depending.path):
                self.reading.again(depending, place)
            more, computed = self._readers(depending.path)
            rules, derived = rules + [rule for rule in more if rule not in rules], derived + computed
        for one in derived:
            self.derived.pop(one.name, None)
        for rule in rules:
            self.verdicts[rule.id] = self._judge(rule)
        return [rule.id for rule in rules]

    def spoken(self) -> list[Finding]:
        """What the rules of the catalogue say, entry rules left out."""
        found: list[Finding] = []
        for rule in self.rules:
            found += self.verdicts[rule.id][0]
        return found

    def field_at(self, path: str) -> Field:
        """The question at a concrete path."""
        return self.form.field[pattern_of(path)]

    def give_fingerprint(self, fingerprint: str) -> None:
        """The fingerprint of the contract is now known: judge again the rules that read it."""
        self.given["fingerprint"] = fingerprint
        for rule in self.rules:
            if FINGERPRINT in rule.reads:
                self.verdicts[rule.id] = self._judge(rule)

    def entry_finding(self, path: str) -> Finding | None:
        """What the entry rules say of one answer, or None."""
        return self.reading.entry[path] if path in self.reading.entry else None

    def entry_warnings(self) -> list[Finding]:
        """The entry findings that do not block, such as the letter of a UAI."""
        entry = self.reading.entry
        return [entry[path] for path in entry if entry[path].severity == AVERTISSEMENT]

    def report(self) -> Report:
        """The report of what was read."""
        findings = self.reading.entry_findings()
        pending: list[str] = []
        for rule in self.rules:
            spoken, unanswered = self.verdicts[rule.id]
            findings += spoken
            if unanswered:
                pending.append(rule.id)
        return Report(findings, pending)

    def _judge(self, rule: Rule) -> tuple[list[Finding], bool]:
        """(findings, whether some answer that the rule needs is missing)."""
        findings: list[Finding]
        findings, pending = [], False
        for item in [self.reading.root] if rule.over is None else self._every_item(rule.over):
            values = self._read_for(rule.reads, item)
            if values is None:
                pending = True
                continue
            verdict = rule.predicate(*values)
            for one in verdict if isinstance(verdict, list) else [verdict]:
                if one is UNKNOWN:
                    pending = True
                elif one:
                    findings.append(self._finding(rule, item.path, one))
        return findings, pending

    def _every_item(self, block: Block) -> list[Item]:
        """Every item of a list, those of each list of this pattern one after the other."""
        if block.within == "":
            return self.reading.root.values[block.path]
        found: list[Item] = []
        for item in self._every_item(self.form.block[block.within]):
            found += item.values[block.path]
        return found

    def _read_for(self, reads: tuple[Any, ...], item: Item) -> list[Any] | None:
        """What a rule or a derived value reads, for the item judged; None where something that it needs is missing."""
        values: list[Any] = []
        for read in reads:
            role = read.role
            if role == "answer" or role == "items":
                value = item.around(read.within).values[read.path]
            elif role == "optional":
                values.append(item.around(read.field.within).values[read.field.path])
                continue
            elif role == "derived":
                value = self._derive(read)
            elif role == "given":
                value = self._given(read, item)
            elif role == "threshold":
                value = read
            elif role == "at":
                day = item.around(read.field.within).values[read.field.path]
                value = None if day is None else read.threshold.on(day)
            else:
                value = item.around(read.block.within).values[read.block.path]
            if value is None:
                return None
            values.append(value)
        return values

    def _given(self, given: Given, item: Item) -> Any:
        if given.name == "profile":
            return get(self.profile, given.key)
        return item.path if given.name == "path" else self.given[given.name]

    def _derive(self, derived: Derived) -> Any:
        if derived.name not in self.derived:
            values = self._read_for(derived.reads, self.reading.root)
            self.derived[derived.name] = None if values is None else derived.compute(*values)
        return self.derived[derived.name]

    def _finding(self, rule: Rule, place: str, verdict: Trip | bool) -> Finding:
        trip = verdict if isinstance(verdict, Trip) else Trip()
        paths = trip.paths
        if paths is None:
            paths = [fill(source.path, place) for source in self._pointed(rule)]
        message = trip.message or rule.words(self.profile)
        if trip.words:
            message = message.format(**trip.words)
        return Finding(rule.id, trip.severity or rule.severity_for(self.step), paths, message,
                       (trip.citation or rule.citation).under(self.profile).label())

    def _pointed(self, rule: Rule) -> Sequence[Field | Block]:
        if rule.at is not None:
            return rule.at
        sources = [read.field if isinstance(read, Optional) else read for read in rule.reads]
        return [source for source in sources if isinstance(source, (Field, Block))]
