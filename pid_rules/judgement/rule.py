"""Rules as small predicates with their metadata, and what they may read besides answers.

A rule says what it reads; its function receives exactly that, already parsed (days and minutes as integers) and
never blank, and returns nothing, True, a ``Trip`` with the words of its message, ``UNKNOWN``, or a list of them::

    @PROJET.rule("PR-03", "Échéance dans la période", over=parcours.OBJECTIFS, at=(parcours.ECHEANCE,), …)
    def echeance_hors_periode(echeance, debut, fin):
        return not debut <= echeance <= fin
"""

from pid_rules.questions.kinds import AVERTISSEMENT, BLOQUANT, INFORMATION
from pid_rules.questions.schema import BEFORE_START, Block, Field

SEVERITIES = (BLOQUANT, AVERTISSEMENT, INFORMATION)


class Given:
    """Something a rule reads that is not an answer: the day, the step, a value of the département's profile."""

    role = "given"

    def __init__(self, name, key=""):
        self.name = name
        self.key = key


TODAY = Given("today")
STEP = Given("step")
CUTS = Given("cuts")
"""(Days, ages) on which the thresholds of the rules change, see ``catalogue``."""
FINGERPRINT = Given("fingerprint")
"""Fingerprint of the contract's present content, given by the application as text; "" where it is not known."""
PATH = Given("path")
"""Concrete path of the item being judged, for rules over a block."""


def profile(key):
    """A value of the département's profile, such as ``profile("delais.instruction_jours")``."""
    return Given("profile", key)


class Optional:
    """An answer that may be blank: the rule then receives None instead of being pending."""

    role = "optional"

    def __init__(self, field):
        self.field = field


def optional(field):
    """Read a question without requiring its answer."""
    return Optional(field)


class Part:
    """A list of which only these questions matter: what is written in the others of its items changes nothing."""

    role = "part"

    def __init__(self, block, *fields):
        self.block = block
        self.fields = fields


class Derived:
    """What several rules need and one function computes, once for all of them, from what a rule may read::

        PLAN = Derived("plan", plan, stages.STAGES, emploi_du_temps.SEMAINES, optional(eleve.DATE_NAISSANCE))

    Its name is its own. It is computed again only when an answer that it reads changes. ``compute`` may return None: what reads it is then
    pending, as when an answer that it reads is missing.
    """

    role = "derived"

    def __init__(self, name, compute, *reads):
        self.name = name
        self.compute = compute
        self.reads = reads


class Trip:
    """A rule that speaks: words for its message, and where they differ, its severity, paths, message and citation."""

    def __init__(self, severity=None, paths=None, message=None, citation=None, **words):
        self.severity = severity
        self.paths = paths
        self.message = message
        self.citation = citation
        self.words = words


UNKNOWN = Trip()
"""What a rule returns when it cannot be judged although its answers are given (calendar unknown): it is pending."""


def patterns_of(reads):
    """Patterns of the questions and blocks among what a rule reads, those of what is derived included."""
    found = []
    for read in reads:
        source = read.field if read.role in ("optional", "at") else read
        if isinstance(source, (Field, Block)):
            found.append(source.path)
        elif isinstance(source, Part):
            found += [field.path for field in source.fields]
        elif isinstance(source, Derived):
            found += patterns_of(source.reads)
    return found


def derived_of(reads):
    """The derived values among what is read, those that others are derived from included."""
    found = []
    for read in reads:
        if isinstance(read, Derived):
            found += [read] + derived_of(read.reads)
    return found


def given_of(reads):
    """What is read besides answers, what is derived from included."""
    found = [read for read in reads if isinstance(read, Given)]
    for read in derived_of(reads):
        found += [one for one in read.reads if isinstance(one, Given)]
    return found


class Item:
    """One item of a repeated block as a rule sees it: parsed answers by question, None where blank or wrong.

    ``block`` is the pattern of its list and ``holder`` the item that holds this list; the whole dossier is an item too,
    of the block "".
    """

    def __init__(self, path, values, block="", holder=None):
        self.path = path
        self.values = values
        self.block = block
        self.holder = holder
        self.made = None

    def around(self, block):
        """This item or the one around it that belongs to the list of that pattern, "" for the dossier itself."""
        item = self
        while item.block != block:
            item = item.holder
        return item

    def once(self, name, make):
        """``make(item)``, kept under a name until an answer of the item, or of its lists, changes."""
        if self.made is None:
            self.made = {}
        if name not in self.made:
            self.made[name] = make(self)
        return self.made[name]

    def touched(self):
        """An answer of the item has changed: forget what was made of it and of the items around it."""
        item = self
        while item is not None:
            item.made = None
            item = item.holder

    def __getitem__(self, field):
        return self.values[field.path] if field.path in self.values else None


class Rule:
    """One rule of the catalogue; see ``Theme.rule`` for the arguments."""

    def __init__(self, predicate, id, title, reads, severity, citation, message, over, at, steps, severity_at, advice,
                 eligibility):
        self.predicate = predicate
        self.id = id
        self.title = title
        self.reads = reads
        self.severity = severity
        self.citation = citation
        self.message = message
        self.over = over
        self.at = at
        self.steps = steps
        self.severity_at = severity_at or {}
        self.advice = advice
        self.eligibility = eligibility

    def severity_for(self, step):
        """Severity at a step."""
        return self.severity_at[step] if step in self.severity_at else self.severity

    def patterns(self):
        """Patterns of the questions and blocks that the rule reads."""
        found = patterns_of(self.reads)
        if self.over is not None:
            found.append(self.over.path)
        return found

    def thresholds(self):
        """The thresholds that the rule reads, on the day of an answer or on each day that it judges."""
        return [read.threshold if read.role == "at" else read for read in self.reads if read.role in ("threshold", "at")]

    def __repr__(self):
        return "Rule({0!r})".format(self.id)


class Theme:
    """The rules of one module, in the order in which they are written."""

    def __init__(self, slug, title):
        self.slug = slug
        self.title = title
        self.rules = []

    def rule(self, id, title, reads, severity, source, message, over=None, at=None, steps=BEFORE_START,
             severity_at=None, advice="", eligibility=False):
        """Declare a rule.

        ``title`` is what it is about in a few words, ``reads`` what its function receives, ``source`` a Citation,
        ``message`` the sentence of a finding with {words} of the Trip, ``over`` the block judged item by item, ``at``
        the questions a finding points at (by default all that it reads), ``severity_at`` other severities by step,
        ``advice`` what to do otherwise, ``eligibility`` whether the eligibility page asks it.
        """

        def declare(predicate):
            self.rules.append(Rule(predicate, id, title, reads, severity, source, message, over, at, steps,
                                   severity_at, advice, eligibility))
            return predicate

        return declare
