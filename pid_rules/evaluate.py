"""The judgement of a dossier: every answer read once, then every rule of the step.

``evaluate`` gives the report of a dossier. An ``Inquiry`` keeps what it read, so that the page can change one answer
and judge again only the rules that read it.
"""

from pid_rules.kinds import BLOQUANT, INFORMATION
from pid_rules.paths import concrete, fill, get, is_blank, pattern_of
from pid_rules.references import identifiers
from pid_rules.report import CLE, FILE_FORMAT, FMT, REQ, Finding, Report
from pid_rules.rule import FINGERPRINT, UNKNOWN, Derived, Given, Item, Optional, Part, Trip, derived_of, patterns_of
from pid_rules.schema import Block, Field
from pid_rules.structure import tree, unknown_keys


def evaluate(form, catalogue, dossier, step, today, profile, fingerprint=""):
    """The report of a dossier at a step.

    ``today`` is a day number, ``profile`` the département's profile as a dict, ``fingerprint`` the fingerprint of the
    contract's present content (text, "" where unknown: rule SI-08 is then pending).
    """
    return Inquiry(form, catalogue, step, today, profile, fingerprint).load(dossier).report()


class Inquiry:
    """A judgement that remembers: ``load`` reads a dossier, ``changed`` one answer, ``report`` gives the result."""

    def __init__(self, form, catalogue, step, today, profile, fingerprint=""):
        self.form = form
        self.step = step
        self.given = {"today": today, "step": step, "fingerprint": fingerprint or None}
        self.profile = profile
        self.rules = [rule for rule in catalogue.rules if step in rule.steps]
        self.computed = []
        for rule in self.rules:
            self.computed += [one for one in derived_of(rule.reads) if one not in self.computed]
        self.readers = {}

    def _questions(self, patterns):
        """Patterns of the questions that these patterns of questions and blocks hold."""
        found = set()
        for pattern in patterns:
            if pattern in self.form.block:
                found.update([field.path for field in self.form.block[pattern].fields()])
            else:
                found.add(pattern)
        return found

    def _readers(self, pattern):
        """(rules, derived values) that read the question of that pattern; sought once for each question changed."""
        if pattern not in self.readers:
            rules = [rule for rule in self.rules if pattern in self._questions(rule.patterns())]
            derived = [one for one in self.computed if pattern in self._questions(patterns_of(one.reads))]
            self.readers[pattern] = rules, derived
        return self.readers[pattern]

    def load(self, dossier):
        """Read a whole dossier; to be called again when a list gains, loses or reorders items."""
        self.dossier = dossier
        self.answers = {}
        self.entry = {}
        self.order = []
        self.items = {}
        self.item_at = {}
        self.derived = {}
        self.designated = {}
        self._walk(tree(self.form), dossier, "", None)
        self.unknown = [Finding(CLE, INFORMATION, [path], "Information inconnue de cette version : elle est "
                                "conservée telle quelle dans le fichier.", FILE_FORMAT)
                        for path in unknown_keys(self.form, dossier)]
        self.verdicts = {}
        for rule in self.rules:
            self.verdicts[rule.id] = self._judge(rule)
        return self

    def changed(self, path):
        """Read one answer again and judge the rules that read it; returns their ids."""
        pattern = pattern_of(path)
        field = self.form.field[pattern]
        if field.name == "id":  # references to the item, wherever they stand, are right or wrong anew
            self.load(self.dossier)
            return [rule.id for rule in self.rules]
        parsed = self._read(field, path, get(self.dossier, path))
        place = self._place(field, path)
        if place in self.item_at:
            self.item_at[place].values[pattern] = parsed
        rules, derived = self._readers(pattern)
        for one in derived:
            self.derived.pop(one, None)
        for rule in rules:
            self.verdicts[rule.id] = self._judge(rule)
        return [rule.id for rule in rules]

    def _place(self, field, path):
        """Path of the list item that holds an answer, or "" where none does."""
        holder, bracket, own = field.path.rpartition("[]")
        return path[:len(path) - len(own)] if bracket else ""

    def spoken(self):
        """What the rules of the catalogue say, entry rules left out."""
        found = []
        for rule in self.rules:
            found += self.verdicts[rule.id][0]
        return found

    def field_at(self, path):
        """The question at a concrete path."""
        return self.form.field[pattern_of(path)]

    def give_fingerprint(self, fingerprint):
        """The fingerprint of the contract is now known: judge again the rules that read it."""
        self.given["fingerprint"] = fingerprint or None
        for rule in self.rules:
            if FINGERPRINT in rule.reads:
                self.verdicts[rule.id] = self._judge(rule)

    def entry_finding(self, path):
        """What the entry rules say of one answer, or None."""
        return self.entry[path] if path in self.entry else None

    def report(self):
        """The report of what was read."""
        findings = [self.entry[path] for path in self.order if path in self.entry] + self.unknown
        pending = []
        for rule in self.rules:
            spoken, unanswered = self.verdicts[rule.id]
            findings += spoken
            if unanswered:
                pending.append(rule.id)
        return Report(findings, pending)

    def _walk(self, node, value, path, holder):
        """Read what stands at and under one level of the file, in its order; ``holder`` is the list item around it."""
        if node.field is not None:
            self.order.append(path)
            parsed = self._read(node.field, path, value)
            if holder is not None:
                holder.values[node.field.path] = parsed
        elif node.block is not None:
            self.order.append(path)
            self._walk_list(node, value if isinstance(value, list) else [], path, holder)
        else:
            held = value if isinstance(value, dict) else {}
            prefix = path + "." if path else ""
            for key in node.below:
                self._walk(node.below[key], held[key] if key in held else None, prefix + key, holder)

    def _walk_list(self, node, values, path, holder):
        block = node.block
        if not values and block.missing and self.step in block.required_at:
            self.entry[path] = Finding(REQ, BLOQUANT, [path], block.missing, FILE_FORMAT)
        items = []
        below = node.below["[]"]
        for index in range(len(values)):
            place = path + "." + str(index)
            item = Item(place, {})
            items.append(item)
            self.item_at[place] = item
            self._walk(below, values[index], place, item)
        self.items[path] = items
        if holder is not None:
            holder.values[block.path] = items

    def _read(self, field, path, value):
        """Parse one answer once, note what is missing or wrong in it, and return what the rules see."""
        self.entry.pop(path, None)
        self.answers[path] = None
        if is_blank(value):
            if not field.optional and self._required(field, path):
                self.entry[path] = Finding(REQ, BLOQUANT, [path], field.missing, FILE_FORMAT)
            return None
        parsed, wrong = field.kind.read(value)
        if wrong is None and field.kind.target is not None and parsed not in self._designated(field.kind):
            wrong = field.kind.gone()
        self.answers[path] = parsed
        if wrong is not None:
            self.entry[path] = Finding(FMT, wrong.severity, [path], wrong.message, FILE_FORMAT)
        return parsed

    def _designated(self, kind):
        """The identifiers that a reference may hold; sought once per reading of the whole dossier."""
        if kind not in self.designated:
            self.designated[kind] = identifiers(self.dossier, kind)
        return self.designated[kind]

    def _required(self, field, path):
        if self.step not in field.required_at:
            return False
        for root in self.form.nullable:
            if path[:len(root) + 1] == root + "." and get(self.dossier, root) is None \
                    and self.step not in self.form.nullable[root]:
                return False
        if field.needed_with is None:
            return True
        return not is_blank(get(self.dossier, field.needed_with.path))

    def _judge(self, rule):
        """(findings, whether some answer that the rule needs is missing)."""
        places = [""] if rule.over is None else self._items_paths(rule.over)
        findings, pending = [], False
        for place in places:
            values, complete = self._read_for(rule.reads, place)
            if not complete:
                pending = True
                continue
            verdict = rule.predicate(*values)
            for one in verdict if isinstance(verdict, list) else [verdict]:
                if one is UNKNOWN:
                    pending = True
                elif one:
                    findings.append(self._finding(rule, place, one))
        return findings, pending

    def _items_paths(self, block):
        return [path for path in concrete(self.dossier, block.path + "[]")]

    def _read_for(self, reads, place):
        """(values, whether none that is needed is missing) of what a rule or a derived value reads."""
        values = []
        for read in reads:
            if isinstance(read, Given):
                value = self._given(read, place)
            elif isinstance(read, Optional):
                values.append(self._answer(read.field, place))
                continue
            elif isinstance(read, Derived):
                value = self._derive(read)
            elif isinstance(read, Block):
                value = self._items(fill(read.path, place))
            elif isinstance(read, Part):
                value = self._items(fill(read.block.path, place))
            else:
                value = self._answer(read, place)
            if value is None:
                return values, False
            values.append(value)
        return values, True

    def _given(self, given, place):
        if given.name == "profile":
            return get(self.profile, given.key)
        return place if given.name == "path" else self.given[given.name]

    def _answer(self, field, place):
        path = fill(field.path, place)
        return self.answers[path] if path in self.answers else None

    def _items(self, path):
        """The items of a list as rules see them; [] where the list is empty or missing."""
        return self.items[path] if path in self.items else []

    def _derive(self, derived):
        if derived not in self.derived:
            values, complete = self._read_for(derived.reads, "")
            self.derived[derived] = derived.compute(*values) if complete else None
        return self.derived[derived]

    def _finding(self, rule, place, verdict):
        trip = verdict if isinstance(verdict, Trip) else Trip()
        paths = trip.paths
        if paths is None:
            paths = [fill(source.path, place) for source in self._pointed(rule)]
        message = trip.message or rule.message
        if trip.words:
            message = message.format(**trip.words)
        return Finding(rule.id, trip.severity or rule.severity_for(self.step), paths, message,
                       (trip.citation or rule.citation).label())

    def _pointed(self, rule):
        if rule.at is not None:
            return rule.at
        sources = [read.field if isinstance(read, Optional) else read for read in rule.reads]
        return [source for source in sources if isinstance(source, (Field, Block))]
