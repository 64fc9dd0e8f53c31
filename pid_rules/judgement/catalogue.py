"""The rules of every theme together, and what the calendar is cut by for those that judge day by day."""

from pid_rules.judgement.rule import CUTS, given_of

YEARS = "ans"
"""Unit of the thresholds that are ages."""


class Catalogue:
    """Every rule, by theme; two rules of one id are an error. ``thresholds`` are those of the rules that judge day by day."""

    def __init__(self, themes):
        self.themes = themes
        self.rules = []
        self.by_id = {}
        for theme in themes:
            for rule in theme.rules:
                if rule.id in self.by_id:
                    raise ValueError("rule declared twice: " + rule.id)
                self.by_id[rule.id] = rule
                self.rules.append(rule)
        self.thresholds = []
        for rule in self.rules:
            if CUTS in given_of(rule.reads):
                self.thresholds += [one for one in rule.thresholds() if one not in self.thresholds]

    def cuts(self):
        """(days, ages) on which what rules judge day by day may change, in order.

        They are the days of the versions of the thresholds that these rules read, and the values of those that are ages.
        """
        days, ages = set(), set()
        for threshold in self.thresholds:
            days.update(threshold.changes())
            if threshold.unit == YEARS:
                ages.update(threshold.values())
        return sorted(days), sorted(ages)
