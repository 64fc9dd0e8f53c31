"""What a source found elsewhere proposes to a dossier, answer by answer: nothing is written before somebody saw it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.items import begin_item
from pid_rules.dossier.paths import get, is_blank, put
from pid_rules.form import FORM, eleve
from pid_rules.questions.kinds import AVERTISSEMENT
from pid_rules.words.alike import plain
from pid_rules.words.declared import declared

if TYPE_CHECKING:
    from pid_rules.questions.schema import Field
    from pid_rules.shapes import Dossier, Json

    Choices = list[tuple[str, str]]

REFUSED = "refus"
TO_CONFIRM = "a_confirmer"
TOLD = "a_savoir"

NEW = "nouvelle"
OTHER = "differente"
SAME = "identique"

MOST = eleve.RESPONSABLES.maximum
FULL = declared("Le dossier a déjà deux responsables légaux, d’autres noms : supprimez celui qui est à remplacer, puis "
                "recommencez.")


class Notice:
    """A sentence about a source: ``REFUSED`` ends there, ``TO_CONFIRM`` waits for a tick, ``TOLD`` is only told."""

    def __init__(self, level: str, text: str) -> None:
        self.level = level
        self.text = text


class Given:
    """What a source says for a question, in its own words: ``typed`` goes through ``accept`` as if somebody typed it.

    ``why`` says what to look at, and ``doubtful`` that it is not taken unless somebody says so. ``choices`` are the
    (value, words) among which the source does not choose.
    """

    def __init__(self, field: Field, typed: str, why: str = "", doubtful: bool = False,
                 choices: Choices | None = None) -> None:
        self.field = field
        self.typed = typed
        self.why = why
        self.doubtful = doubtful
        self.choices = choices or []


class Person:
    """A legal representative of a source: what it says, and ``words`` by which people know who it is."""

    def __init__(self, words: str, given: list[Given]) -> None:
        self.words = words
        self.given = given

    def said(self, field: Field) -> str:
        """What is said for one question, "" for nothing."""
        return ([one.typed for one in self.given if one.field is field] + [""])[0]


class Pupil:
    """One pupil of a source: what it says of the pupil and of the legal representatives, and what to tell."""

    def __init__(self, given: list[Given], persons: list[Person], notices: list[Notice]) -> None:
        self.given = given
        self.persons = persons
        self.notices = notices

    def assumed(self) -> list[int]:
        """The representatives taken unless somebody says otherwise: none where two must be chosen among more."""
        return list(range(len(self.persons))) if len(self.persons) <= MOST else []


class Proposal:
    """One answer at a path: ``before`` in the dossier, ``after`` in the source, both as they are stored.

    ``kind`` is ``NEW`` where the dossier has none, ``OTHER`` where it says something else, ``SAME``. ``ticked`` is
    whether it is taken unless somebody says otherwise: never over an answer.
    """

    def __init__(self, dossier: Dossier, path: str, given: Given) -> None:
        field = given.field
        self.path = path
        self.field = field
        self.label = field.label
        self.before: Json = get(dossier, path)
        self.after: Json = field.kind.accept(given.typed) if given.typed else field.kind.blank
        self.why = given.why
        self.choices = given.choices
        wrong = None if is_blank(self.after) else field.kind.read(self.after)[1]
        if wrong is not None:
            self.why = wrong.message
        same = is_blank(self.before) or plain_value(self.before) == plain_value(self.after)
        self.kind = NEW if is_blank(self.before) else SAME if same else OTHER
        self.ticked = self.kind == NEW and not is_blank(self.after) and not given.doubtful \
            and (wrong is None or wrong.severity == AVERTISSEMENT)

    def shown(self, value: Json) -> str:
        """One of both answers as a person reads it."""
        return "" if is_blank(value) else self.field.kind.show(value)


def plain_value(value: Json) -> Json:
    """An answer of which neither case, accents nor blanks make another."""
    return " ".join(plain(value).split()) if isinstance(value, str) else value


class Preview:
    """What taking a pupil would do to a dossier: ``proposals`` in the order of the screen, ``notices`` to tell."""

    def __init__(self, dossier: Dossier, pupil: Pupil, kept: list[int]) -> None:
        self.proposals: list[Proposal] = []
        self.notices = list(pupil.notices)
        for given in pupil.given:
            self._propose(dossier, given.field.path, given)
        places: list[str] = []
        for rank in kept[:MOST]:
            place = place_of(dossier, pupil.persons[rank], places)
            if place == "":
                self.notices.append(Notice(TOLD, FULL))
                continue
            places.append(place)
            for given in pupil.persons[rank].given:
                self._propose(dossier, given.field.at(place), given)

    def _propose(self, dossier: Dossier, path: str, given: Given) -> None:
        made = Proposal(dossier, path, given)
        if not is_blank(made.after) or made.choices:
            self.proposals.append(made)


def place_of(dossier: Dossier, person: Person, others: list[str]) -> str:
    """Where a person stands in the dossier, else the first place of nobody; "" where there is none left."""
    wanted = [plain_value(person.said(field)) for field in (eleve.RESPONSABLE_NOM, eleve.RESPONSABLE_PRENOM)]
    free: list[str] = []
    for rank in range(MOST):
        place = eleve.RESPONSABLES.path + "." + str(rank)
        held = [get(dossier, field.at(place)) for field in (eleve.RESPONSABLE_NOM, eleve.RESPONSABLE_PRENOM)]
        if place not in others and [plain_value(value) for value in held] == wanted:
            return place
        if place not in others and is_blank(held[0]) and is_blank(held[1]):
            free.append(place)
    return (free + [""])[0]


def write(dossier: Dossier, chosen: list[tuple[str, Json]]) -> None:
    """Put the answers that somebody ticked, [(path, answer)], at their places; the items that they need are begun."""
    for path, value in chosen:
        begin_item(FORM, dossier, path)
        put(dossier, path, value)
