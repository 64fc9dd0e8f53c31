"""A document of the dossier as blocks, for the PDF, the screen and print; the same dossier gives the same blocks."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.documents import blocks
from pid_rules.documents.answers import Answers
from pid_rules.documents.brouillon import draft_reasons
from pid_rules.documents.reduced import lone, reduced
from pid_rules.dossier.items import add_item
from pid_rules.dossier.paths import concrete, get, put
from pid_rules.dossier.structure import blank_dossier, ordered
from pid_rules.form import contrat, eleve, emploi_du_temps, etablissement, parcours, situation, stages
from pid_rules.form.bilans import BILANS, assessment_of
from pid_rules.questions.schema import CONTRAT
from pid_rules.words import dates
from pid_rules.words.typography import french

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from pid_rules.documents.blocks import Printed

    DocumentPart: TypeAlias = "Callable[[Answers, str, Edition], list[Printed]]"
    """What describes a part of a document, of the item at a place."""
    from pid_rules.judgement.catalogue import Catalogue
    from pid_rules.judgement.report import Report
    from pid_rules.questions.schema import Field, Form
    from pid_rules.shapes import Dossier, Json, Profile

PID = "Dossier de parcours individualisé dérogatoire"
LONGEST_REFERENCE = 40
BLANK_FORM_DATE = "2018-09-14T08:00:00Z"
"""The blank form has no day of its own: it carries that of the letter which founds the parcours."""

BLANK_ITEMS = ((eleve.RESPONSABLES, 2), (situation.MESURES, 3), (parcours.OBJECTIFS, 2), (stages.LIEUX, 1),
               (stages.STAGES, 1), (stages.HORAIRES, 5), (stages.VISITES, 1), (emploi_du_temps.SEMAINES, 1),
               (parcours.DISPENSES, 5), (contrat.PIECES, 3))
"""How many items the form to fill by hand leaves room for; other lists are left a space to write."""

BY_HAND = "À compléter à la main : écrivez sur les lignes, entourez la réponse choisie là où plusieurs sont imprimées."


class Document:
    """One document that a dossier gives.

    Each of ``parts``, called with (answers, place, edition), gives blocks; one function alone is one part.
    ``audience`` says whom it is for, in a plain sentence. ``each`` is the list of which every item has its own
    (« stages »), "" where there is one. ``step`` is the step at which the dossier is judged to tell a draft,
    ``assesses`` the block of the bilan that it shows. ``holds`` are all the questions that a reduced document may
    hold, None where nothing is left out. ``attached``: the file carries the dossier. ``large``: it is set in large
    type. ``summary``: it sums up what is answered, so that there is none to fill by hand.
    """

    def __init__(self, slug: str, title: str, audience: str, parts: DocumentPart | tuple[DocumentPart, ...],
                 each: str = "", step: str = CONTRAT, assesses: str = "", holds: tuple[Field, ...] | None = None,
                 attached: bool = False, large: bool = False, summary: bool = False) -> None:
        self.slug = slug
        self.title = title
        self.audience = french(audience)
        self.parts: tuple[DocumentPart, ...] = parts if isinstance(parts, tuple) else (parts,)
        self.each = each
        self.step = step
        self.assesses = assesses
        self.holds = None if holds is None else tuple([field.path for field in holds])
        self.attached = attached
        self.large = large
        self.summary = summary

    def __repr__(self) -> str:
        return "Document({0!r})".format(self.slug)

    def places(self, dossier: Dossier, by_hand: bool = False) -> list[str]:
        """The places of the dossier that have this document, [""] where there is one only.

        To fill by hand there is always one more bilan, the next one, and at least one stage; no summary.
        """
        if by_hand and self.summary:
            return []
        if not self.each:
            return [""]
        items = get(dossier, self.each)
        count = len(items) if isinstance(items, list) else 0
        if by_hand:
            count = count + 1 if self.each == BILANS.path else max(count, 1)
        return [self.each + "." + str(index) for index in range(count)]

    def assessed(self, place: str) -> str:
        """The path of the bilan that the document shows, "" where it shows none."""
        return place if self.each == BILANS.path else self.assesses

    def name(self, place: str = "") -> str:
        """Its name in a file name: « bilan-2 »."""
        return self.slug + "-" + str(int(place.split(".")[1]) + 1) if place else self.slug


class Edition:
    """On what occasion documents are made: the judgement (None where there is none), who prints and when.

    - ``today``: a day number, 0 for a blank form.
    - ``profile``: the département's profile.
    - ``fingerprint``: that of the contract's content, "" where unknown.
    - ``seal``: the sixteen characters of a dossier that is handed over, "" for a copy.
    """

    def __init__(self, form: Form, catalogue: Catalogue | None, profile: Profile, today: int, report: Report | None,
                 fingerprint: str = "", demonstration: bool = False, seal: str = "") -> None:
        self.form = form
        self.catalogue = catalogue
        self.profile = profile
        self.today = today
        self.report = report
        self.fingerprint = fingerprint
        self.demonstration = demonstration
        self.seal = seal


class Composition:
    """A document of a dossier being described, part after part, so that a page may answer between two of them.

    ``by_hand`` prints what is known and leaves room to write the rest; else it is a draft where the report gives
    reasons.
    """

    def __init__(self, document: Document, dossier: Dossier, edition: Edition, place: str = "",
                 by_hand: bool = False) -> None:
        self.document = document
        self.edition = edition
        self.draft = not by_hand and edition.report is not None and bool(
            draft_reasons(edition.form, edition.catalogue, document, place, edition.report, dossier))
        self.created = dates.to_iso(edition.today) + "T08:00:00Z" if edition.today else BLANK_FORM_DATE
        if by_hand:
            dossier = prepared(edition.form, dossier, place, document.assessed(place))
        if document.holds is not None:
            dossier, place = reduced(dossier, document.holds, place), lone(place)
        self.place = place
        self.answers = Answers(edition.form, dossier, by_hand, document.holds)
        self.answers.root()  # its days and hours are parsed here, once
        self.body: list[Printed] = []
        self.done = 0

    def go_on(self) -> bool:
        """Describe one more part; whether any is left."""
        self.body += self.document.parts[self.done](self.answers, self.place, self.edition)
        self.done += 1
        return self.done < len(self.document.parts)

    def described(self) -> Printed:
        """The document, as a JSON-serialisable dict of meta, header and blocks."""
        return _enveloped(self.document, self.answers, self.body, self.created, self.draft, self.edition)


def compose(document: Document, dossier: Dossier, edition: Edition, place: str = "", by_hand: bool = False) -> Printed:
    """The document of a dossier, described at once."""
    composition = Composition(document, dossier, edition, place, by_hand)
    while composition.go_on():
        pass
    return composition.described()


def blank(document: Document, form: Form) -> Printed:
    """The document to print and fill by hand: every question, nothing answered."""
    dossier = blank_dossier(form)
    for block, count in BLANK_ITEMS:
        for path in concrete(dossier, block.path):
            for _ in range(count):
                add_item(form, dossier, block.path, path)
    place = document.each + ".0" if document.each else ""
    return compose(document, dossier, Edition(form, None, {}, 0, None), place, by_hand=True)


def prepared(form: Form, dossier: Dossier, place: str, assessed: str) -> Dossier:
    """A copy of the dossier that has the item of ``place`` and, in the bilan ``assessed``, all that is to be
    assessed."""
    dossier = ordered(form, dossier)
    if place:
        pattern, index = place.split(".")
        while len(cast("list[Json]", get(dossier, pattern) or [])) <= int(index):
            add_item(form, dossier, pattern, pattern)
    for block, reference, identifier in assessment_of(assessed).judged if assessed else ():
        path = block.at(assessed)
        if not get(dossier, path):
            for known in concrete(dossier, identifier.path):
                item = add_item(form, dossier, block.path, path)
                put(dossier, reference.at(item), get(dossier, known))
    return dossier


def _enveloped(document: Document, answers: Answers, body: list[Printed], created: str, brouillon: bool,
               edition: Edition) -> Printed:
    dossier = answers.dossier
    title = document.title
    if answers.blank_form:
        body.insert(1, blocks.paragraph(BY_HAND, "note"))
    reference = _line(dossier, etablissement.REFERENCE)
    year = _line(dossier, etablissement.ANNEE_SCOLAIRE)
    revision = get(dossier, etablissement.REVISION.path)
    number = revision if isinstance(revision, int) and not isinstance(revision, bool) else None
    right = ["Réf. " + reference] if reference else []
    right += ["révision " + str(number)] if number is not None else []
    return {
        "meta": {"title": french(title + (" – " + reference if reference else "")), "lang": "fr-FR",
                 "author": french(_line(dossier, etablissement.NOM) or "Collège"),
                 "subject": french(title + (", année scolaire " + year if year else "")),
                 "keywords": french(title + ", collège"), "ref": reference, "revision": number, "created": created,
                 "brouillon": brouillon, "demonstration": edition.demonstration, "large": document.large},
        "header": {"left": french(title), "right": french(" – ".join(right)),
                   "foot": french("Empreinte : " + edition.seal) if document.attached and edition.seal else ""},
        "blocks": body,
    }


def _line(dossier: Dossier, field: Field) -> str:
    """A short text for the margins: one line, cut where a page could not hold it."""
    value = get(dossier, field.path)
    if not isinstance(value, str):
        return ""
    line = value.replace("\n", " ").strip()
    return line if len(line) <= LONGEST_REFERENCE or field is etablissement.NOM else line[:LONGEST_REFERENCE] + "…"
