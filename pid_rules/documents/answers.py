"""The answers of a dossier as paper shows them: labels and values taken from the questions."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.dossier.asked import is_asked
from pid_rules.dossier.paths import get, is_blank, pattern_of
from pid_rules.dossier.references import names
from pid_rules.form import eleve, emploi_du_temps, stages
from pid_rules.form.options import ROLES
from pid_rules.form.suites import VOEU_RANG
from pid_rules.judgement.signatories import full_name
from pid_rules.planning import alternation_of
from pid_rules.planning.draft import plan_of, read
from pid_rules.planning.hours import stay_of
from pid_rules.questions.designations import Identifier
from pid_rules.questions.kinds import Choices, LongText

if TYPE_CHECKING:
    from pid_rules.documents.blocks import Rows
    from pid_rules.judgement.item import Item
    from pid_rules.planning.hours import Stay
    from pid_rules.planning.letters import Alternation
    from pid_rules.planning.timeline import Timeline
    from pid_rules.questions.schema import Block, Field, Form
    from pid_rules.shapes import Dossier

WRITING_SPACE = "\n\n\n"
"""Empty lines left for a long answer on the form to fill by hand."""

CIRCLED = 7
"""Above this number of options, the form to fill by hand names them one under the other, or leaves a line where only
one counts."""

BEFORE_A_SPACE = (eleve.PRENOM.name, eleve.CODE_POSTAL.name)
"""Names of the answers after which what stands beside them needs no comma."""

LINKS = {"du": "du ", "debut": "du ", "au": "au ", "fin": "au "}
"""Words that stand before the days of a period."""

NONE = "–"
"""An optional cell of a table that holds nothing."""


class Answers:
    """Reads one dossier; ``blank_form`` leaves room to write wherever there is no answer, optional ones included.

    ``only`` are the patterns of the answers that the document may hold, None where it may hold every one.
    """

    def __init__(self, form: Form, dossier: Dossier, blank_form: bool = False,
                 only: tuple[str, ...] | None = None) -> None:
        self.form = form
        self.dossier = dossier
        self.blank_form = blank_form
        self.only = only
        self.names = names(form, dossier)
        self.parsed: Item | None = None
        self.planned: Timeline | None = None

    def root(self) -> Item:
        """The dossier as the rules read it; read once."""
        if self.parsed is None:
            self.parsed = read(self.dossier)
        return self.parsed

    def plan(self) -> Timeline:
        """The ``Timeline`` of the dossier, made once."""
        if self.planned is None:
            self.planned = plan_of(self.root())
        return self.planned

    def alternation(self) -> Alternation:
        """The weeks A that are known."""
        return alternation_of(self.root()[emploi_du_temps.LUNDIS_A])

    def stay(self, place: str) -> Stay:
        """The hours of the stage at a place."""
        return stay_of(self.root()[stages.STAGES][int(place.split(".")[1])])

    def held(self, path: str) -> bool:
        """Whether the answer at a concrete path is given."""
        return not is_blank(get(self.dossier, path))

    def text(self, path: str) -> str:
        """The answer at a concrete path in words, "" where it is blank."""
        value = get(self.dossier, path)
        if is_blank(value):
            return ""
        field = self.form.field[pattern_of(path)]
        if isinstance(field.kind, Identifier) and field.name != "id":
            return self.called(cast("str", value))
        return field.kind.show(value)

    def texts(self, place: str, *fields: Field) -> list[str]:
        """The answers given to some questions of the item at ``place``, in words."""
        found = [self.text(field.at(place)) for field in fields]
        return [text for text in found if text]

    def period(self, stage: str) -> list[str]:
        """[« du 5 janvier 2027 », « au 29 janvier 2027 »] of the stage at a place, without what is blank."""
        return [word + " " + self.text(field.at(stage))
                for word, field in (("du", stages.STAGE_DEBUT), ("au", stages.STAGE_FIN)) if self.held(field.at(stage))]

    def called(self, identifier: str) -> str:
        """An identifier with the name of what it designates: « Menuiserie de l’Exemple »."""
        return self.names[identifier] if identifier in self.names else identifier

    def count(self, path: str) -> int:
        """Number of items of the list at a concrete path."""
        items = get(self.dossier, path)
        return len(items) if isinstance(items, list) else 0

    def places(self, block: Block, place: str = "") -> list[str]:
        """The places of the items of a list, of the item at ``place``."""
        path = block.at(place)
        return [path + "." + str(index) for index in range(self.count(path))]

    def asks(self, asked: Field | Block) -> bool:
        """Whether a question, or a list, belongs to the document."""
        if self.only is None or asked.path in self.only:
            return True
        return any([pattern.startswith(asked.path + "[]") for pattern in self.only])

    def expected(self, field: Field) -> bool:
        """Whether a blank answer leaves a line to fill by hand."""
        if not self.asks(field):
            return False
        if self.blank_form:
            return not field.computed or field is VOEU_RANG  # written by hand, it is a place in the list on screen
        if field.optional:
            return False
        return field.needed_with is None or self.held(field.needed_with.path)

    def row(self, field: Field, place: str = "") -> list[list[str]]:
        """[[label, value]] of a question, or [] where it is blank and nobody expects it, or is never shown."""
        if field.hidden or is_identifier(field):
            return []
        path = field.at(place)
        if not self.held(path):
            if not self.expected(field) or not (self.blank_form or is_asked(self.dossier, field, path)):
                return []
            return [[field.label, self.room(field) if self.blank_form else ""]]
        return [[field.label, self.text(path)]]

    def rows(self, place: str, *fields: Field) -> list[list[str]]:
        """The rows of several questions of the item at ``place``."""
        found: Rows = []
        for field in fields:
            found += self.row(field, place)
        return found

    def together(self, label: str, place: str, *fields: Field) -> list[list[str]]:
        """One row for several short answers, « 2 rue de l’Exemple, 49000 Angers »; a row each where one is awaited."""
        rows = self.rows(place, *fields)
        if not rows or any([row[1].strip() == "" for row in rows]) or self.blank_form and len(rows) < len(fields):
            return rows
        return [[label, self._joined(place, fields)]]

    def _joined(self, place: str, fields: tuple[Field, ...]) -> str:
        """« Inès Exemple-Tuteur, cheffe d’atelier », « du 5 janvier 2027 au 29 janvier 2027 »."""
        words = before = ""
        for field in fields:
            value = self.text(field.at(place))
            if value:
                close = before in BEFORE_A_SPACE or before in LINKS and field.name in LINKS
                words += ("" if not words else " " if close else ", ") \
                    + (LINKS[field.name] if field.name in LINKS else "") + value
                before = field.name
        return words

    def room(self, field: Field) -> str:
        """What the form to fill by hand prints for an answer: options to circle, or room to write."""
        options = getattr(field.kind, "options", ())
        if 0 < len(options) <= CIRCLED:
            return " / ".join([label for _, label in options])
        if isinstance(field.kind, Choices):
            return "\n".join([label for _, label in options])
        return WRITING_SPACE if isinstance(field.kind, LongText) else ""

    def cell(self, field: Field, place: str) -> str:
        """The answer in a table: an expected blank is a line to fill, another is a dash."""
        path = field.at(place)
        return self.text(path) if self.held(path) or self.expected(field) else NONE

    def lieu_of(self, stage: str) -> str:
        """The concrete path of the place of the stage at ``stage``, one that holds nothing where it is not known."""
        identifier = get(self.dossier, stages.STAGE_LIEU.at(stage))
        places = self.places(stages.LIEUX)
        for place in places:
            if not is_blank(identifier) and get(self.dossier, stages.LIEU_ID.at(place)) == identifier:
                return place
        return stages.LIEUX.path + "." + str(len(places))

    def full_name(self, first: Field, last: Field, place: str = "") -> str:
        """The answers to both questions of the item at ``place``, « Aïcha Exemple-Chef »."""
        return full_name(self.dossier, first, last, place)


def is_identifier(field: Field) -> bool:
    """Whether a question is only the identifier of its item, which no person reads."""
    return field.name == "id"


def role_label(role: str) -> str:
    """Words of a role of the contract."""
    labels = dict(ROLES)
    return labels[role] if role in labels else role
