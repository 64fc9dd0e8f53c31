"""Rules as small predicates with their metadata, and what they may read besides answers.

A rule says what it reads; its function receives exactly that, already parsed (days and minutes as integers) and
never blank, and returns nothing, True, a ``Trip`` with the words of its message, ``UNKNOWN``, or a list of them::

    @PROJET.rule("PR-03", "Échéance dans la période", over=parcours.OBJECTIFS, at=(parcours.ECHEANCE,), …)
    def echeance_hors_periode(echeance, debut, fin):
        return not debut <= echeance <= fin
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.questions.kinds import AVERTISSEMENT, BLOQUANT, INFORMATION
from pid_rules.questions.schema import BEFORE_START, Block, Field
from pid_rules.words.declared import declared

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Any, Literal, Protocol, TypeAlias

    from pid_rules.shapes import Profile
    from pid_rules.sources.lettre import Ground, Silence
    from pid_rules.sources.source import Citation

    class Threshold(Protocol):
        """What a judgement wants of a threshold: see ``Seuil``."""

        @property
        def role(self) -> Literal["threshold"]: ...
        @property
        def unit(self) -> str: ...
        def on(self, day: int) -> Any: ...
        def changes(self) -> list[int]: ...
        def values(self) -> list[Any]: ...

    class OnADay(Protocol):
        """What it wants of the value of a threshold on the day of an answer: see ``At``."""

        @property
        def role(self) -> Literal["at"]: ...
        @property
        def threshold(self) -> Threshold: ...
        @property
        def field(self) -> Field: ...

    Read: TypeAlias = "Field | Block | Given | Optional | Part | Derived | Threshold | OnADay"
    Reads: TypeAlias = "tuple[Read, ...]"
    Cuts: TypeAlias = "tuple[Sequence[int], Sequence[int]]"
    Verdict: TypeAlias = "Trip | bool | list[Trip] | None"
    Predicate: TypeAlias = "Callable[..., Verdict]"
    OfLetter: TypeAlias = "Ground | Silence"

SEVERITIES = (BLOQUANT, AVERTISSEMENT, INFORMATION)


class Given:
    """Something a rule reads that is not an answer: the day, the step, a value of the département's profile."""

    role: Literal["given"] = "given"

    def __init__(self, name: str, key: str = "") -> None:
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


def profile(key: str) -> Given:
    """A value of the département's profile, such as ``profile("delais.instruction_jours")``."""
    return Given("profile", key)


class Optional:
    """An answer that may be blank: the rule then receives None instead of being pending."""

    role: Literal["optional"] = "optional"

    def __init__(self, field: Field) -> None:
        self.field = field


def optional(field: Field) -> Optional:
    """Read a question without requiring its answer."""
    return Optional(field)


class Part:
    """A list of which only these questions matter: what is written in the others of its items changes nothing."""

    role: Literal["part"] = "part"

    def __init__(self, block: Block, *fields: Field) -> None:
        self.block = block
        self.fields = fields


class Derived:
    """What several rules need and one function computes, once for all of them, from what a rule may read::

        PLAN = Derived("plan", plan, stages.STAGES, emploi_du_temps.SEMAINES, optional(eleve.DATE_NAISSANCE))

    Its name is its own. It is computed again only when an answer that it reads changes. ``compute`` may return None:
    what reads it is then pending, as when an answer that it reads is missing.
    """

    role: Literal["derived"] = "derived"

    def __init__(self, name: str, compute: Callable[..., Any], *reads: Read) -> None:
        self.name = name
        self.compute = compute
        self.reads = reads


class Trip:
    """A rule that speaks: words for its message, and where they differ, its severity, paths, message and citation."""

    def __init__(self, severity: str | None = None, paths: list[str] | None = None, message: str = "",
                 citation: Citation | None = None, **words: Any) -> None:
        self.severity = severity
        self.paths = paths
        self.message = declared(message)
        self.citation = citation
        self.words = words


UNKNOWN = Trip()
"""What a rule returns when it cannot be judged although its answers are given (calendar unknown): it is pending."""


def patterns_of(reads: Reads) -> list[str]:
    """Patterns of the questions and blocks among what a rule reads, those of what is derived included."""
    found: list[str] = []
    for read in reads:
        source = read.field if read.role == "optional" or read.role == "at" else read
        if isinstance(source, (Field, Block)):
            found.append(source.path)
        elif isinstance(source, Part):
            found += [field.path for field in source.fields]
        elif isinstance(source, Derived):
            found += patterns_of(source.reads)
    return found


def derived_of(reads: Reads) -> list[Derived]:
    """The derived values among what is read, those that others are derived from included."""
    found: list[Derived] = []
    for read in reads:
        if isinstance(read, Derived):
            found += [read] + derived_of(read.reads)
    return found


def given_of(reads: Reads) -> list[Given]:
    """What is read besides answers, what is derived from included."""
    found = [read for read in reads if isinstance(read, Given)]
    for read in derived_of(reads):
        found += [one for one in read.reads if isinstance(one, Given)]
    return found


class Rule:
    """One rule of the catalogue; see ``Theme.rule`` for the arguments."""

    def __init__(self, predicate: Predicate, id: str, title: str, reads: Reads, severity: str,
                 citation: Citation, message: str, over: Block | None, at: tuple[Field | Block, ...] | None,
                 steps: tuple[str, ...], severity_at: dict[str, str] | None, advice: str, eligibility: bool,
                 elsewhere: tuple[OfLetter, str] | None) -> None:
        self.predicate = predicate
        self.id = id
        self.title = declared(title)
        self.reads = reads
        self.severity = severity
        self.citation = citation
        self.message = declared(message)
        self.over = over
        self.at = at
        self.steps = steps
        self.severity_at = severity_at or {}
        self.advice = declared(advice)
        self.eligibility = eligibility
        self.elsewhere = elsewhere

    def severity_for(self, step: str) -> str:
        """Severity at a step."""
        return self.severity_at[step] if step in self.severity_at else self.severity

    def words(self, profile: Profile) -> str:
        """Its message in a département."""
        return self.message if self.elsewhere is None or self.elsewhere[0].holds(profile) else self.elsewhere[1]

    def patterns(self) -> list[str]:
        """Patterns of the questions and blocks that the rule reads."""
        found = patterns_of(self.reads)
        if self.over is not None:
            found.append(self.over.path)
        return found

    def thresholds(self) -> list[Threshold]:
        """The thresholds that the rule reads, on the day of an answer or on each day that it judges."""
        return [read.threshold if read.role == "at" else read for read in self.reads
                if read.role == "threshold" or read.role == "at"]

    def __repr__(self) -> str:
        return "Rule({0!r})".format(self.id)


class Theme:
    """The rules of one module, in the order in which they are written."""

    def __init__(self, slug: str, title: str) -> None:
        self.slug = slug
        self.title = declared(title)
        self.rules: list[Rule] = []

    def rule(self, id: str, title: str, reads: Reads, severity: str, source: Citation, message: str,
             over: Block | None = None, at: tuple[Field | Block, ...] | None = None,
             steps: tuple[str, ...] = BEFORE_START, severity_at: dict[str, str] | None = None, advice: str = "",
             eligibility: bool = False,
             elsewhere: tuple[OfLetter, str] | None = None) -> Callable[[Predicate], Predicate]:
        """Declare a rule.

        - ``title``: what it is about, in a few words.
        - ``reads``: what its function receives.
        - ``source``: a Citation.
        - ``message``: the sentence of a finding, with {words} of the Trip.
        - ``over``: the block judged item by item.
        - ``at``: the questions a finding points at, by default all that it reads.
        - ``severity_at``: other severities, by step.
        - ``advice``: what to do otherwise.
        - ``eligibility``: whether the eligibility page asks it.
        - ``elsewhere``: what the département's letter must say, or leave unsaid, for ``message`` to be true. The
          message of the other départements comes with it.
        """

        def declare(predicate: Predicate) -> Predicate:
            self.rules.append(Rule(predicate, id, title, reads, severity, source, message, over, at, steps,
                                   severity_at, advice, eligibility, elsewhere))
            return predicate

        return declare
