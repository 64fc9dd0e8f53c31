"""The rules of every theme together, and what the calendar is cut by for those that judge day by day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.judgement.rule import CUTS, given_of

if TYPE_CHECKING:
    from pid_rules.judgement.rule import Cuts, Rule, Theme, Threshold

YEARS = "ans"
"""Unit of the thresholds that are ages."""


class Catalogue:
    """Every rule, by theme; two rules of one id are an error. ``thresholds`` are those of the rules that judge day by
    day."""

    def __init__(self, themes: tuple[Theme, ...]) -> None:
        self.themes = themes
        self.rules: list[Rule] = []
        self.by_id: dict[str, Rule] = {}
        for theme in themes:
            for rule in theme.rules:
                if rule.id in self.by_id:
                    raise ValueError("rule declared twice: " + rule.id)
                self.by_id[rule.id] = rule
                self.rules.append(rule)
        self.thresholds: list[Threshold] = []
        for rule in self.rules:
            if CUTS in given_of(rule.reads):
                self.thresholds += [one for one in rule.thresholds() if one not in self.thresholds]

    def cuts(self) -> Cuts:
        """(days, ages) on which what rules judge day by day may change, in order.

        They are the days of the versions of the thresholds that these rules read, and the values of those that are
        ages.
        """
        days: set[int] = set()
        ages: set[int] = set()
        for threshold in self.thresholds:
            days.update(threshold.changes())
            if threshold.unit == YEARS:
                ages.update(threshold.values())
        return sorted(days), sorted(ages)
