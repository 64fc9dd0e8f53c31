"""The « document pédagogique »: what the collège proposes and why, page after page of the form."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.documents import blocks, pages, timetable
from pid_rules.documents.answers import NONE
from pid_rules.form import contrat, emploi_du_temps, parcours, suites
from pid_rules.questions.schema import Field, Section

if TYPE_CHECKING:
    from pid_rules.documents.answers import Answers
    from pid_rules.documents.blocks import Printed, Rows
    from pid_rules.documents.document import DocumentPart, Edition
    from pid_rules.questions.schema import Page

ELSEWHERE = (contrat.ENGAGEMENTS, contrat.SIGNATURES_PAGE, suites.TRANSMISSION, suites.DECISION_PAGE,
             suites.JOURNAL_PAGE, suites.BILANS_PAGE, suites.BILAN_FINAL_PAGE, suites.PREPAM_PAGE)
"""Pages of the contract and of what follows the sending; every other page stands in this document."""


def _opening(answers: Answers, place: str, edition: Edition) -> list[Printed]:
    return [blocks.heading(1, "Document pédagogique"),
            blocks.paragraph("Projet de parcours individualisé dérogatoire, adressé à la DSDEN pour validation par "
                             "l’IA-DASEN.", "lead")]


def _some_pages(number: int, alone: bool) -> DocumentPart:
    """The part that shows a slice of the pages, ``alone`` where no contract comes before."""
    def part(answers: Answers, place: str, edition: Edition) -> list[Printed]:
        shown = answers.form.pages
        made: list[Printed] = []
        for page in shown[number * len(shown) // SLICES:(number + 1) * len(shown) // SLICES]:
            if page is emploi_du_temps.PAGE:
                made += timetable.timetable(answers, alone)
            elif page is contrat.AVIS_PAGE:
                made += opinions(answers, page)
            elif page is parcours.OBJECTIFS_PAGE and not answers.blank_form:
                made += objectives(answers, alone)
            elif page is contrat.PIECES_PAGE and not answers.blank_form:
                made += enclosed(answers)
            elif page is parcours.PAGE and not alone:
                made += [blocks.heading(2, page.title)] + pages.contents(
                    answers, pages.Part(page, (parcours.RETOUR,)), "", 3)
            elif page not in ELSEWHERE:
                made += pages.page(answers, page)
        return made
    return part


SLICES = 8


def _parts(alone: bool) -> tuple[DocumentPart, ...]:
    return (_opening,) + tuple([_some_pages(number, alone) for number in range(SLICES)])


DOCUMENT_PEDAGOGIQUE = _parts(alone=True)
"""Parts of the document, in the order of the pages: between two of them the page of the site can answer."""
AFTER_CONTRACT = _parts(alone=False)
"""The same in the complete dossier, which does not print twice what the contract says."""


def objectives(answers: Answers, alone: bool) -> list[Printed]:
    """A row for each objective; after the contract, which says the rest, its strategies only."""
    places = answers.places(parcours.OBJECTIFS)
    if not places:
        return pages.page(answers, parcours.OBJECTIFS_PAGE)
    head = ("Objectif", "Indicateur", "Échéance, personne responsable", "Stratégies")
    rows = [_objective(answers, place) for place in places]
    if not alone:
        head, rows = ("Objectif", "Stratégies"), [[row[0], row[3]] for row in rows]
    return [blocks.heading(2, parcours.OBJECTIFS_PAGE.title),
            blocks.table("", head, rows, (60, 60, 44, 60) if alone else (60, 90))]


def _objective(answers: Answers, place: str) -> list[str]:
    lines = [answers.cell(field, place) for field in (parcours.OBJECTIF, parcours.INDICATEUR)]
    lines.append("\n".join(answers.texts(place, parcours.ECHEANCE, parcours.OBJECTIF_RESPONSABLE)))
    listed = pages.line(answers, parcours.STRATEGIES, place)
    return lines + [listed[0][1] if listed else NONE]


def enclosed(answers: Answers) -> list[Printed]:
    """The pieces that come with the dossier, and those that do not."""
    rows = [[answers.text(contrat.PIECE_TYPE.at(place)), answers.text(contrat.PIECE_JOINTE.at(place))]
            for place in answers.places(contrat.PIECES)]
    if not all([row[0] for row in rows]):
        return pages.page(answers, contrat.PIECES_PAGE)
    return [blocks.heading(2, contrat.PIECES_PAGE.title)] + blocks.pairs(rows) if rows else []


def opinions(answers: Answers, page: Page) -> list[Printed]:
    """The head's opinion in full, then one row for each person who gives a sense and a name."""
    rows: Rows
    people: list[tuple[str, list[Field]]]
    person: tuple[str, list[Field]] | None
    rows, people, person = [], [], None
    for content in page.contents:
        if isinstance(content, Section):
            person = (content.title, [])
            people.append(person)
        elif isinstance(content, Field) and person is None:
            rows += answers.row(content)
        elif isinstance(content, Field):
            cast("tuple[str, list[Field]]", person)[1].append(content)
    given = [[title] + [answers.cell(field, "") for field in fields] for title, fields in people
             if answers.blank_form or any([answers.held(field.path) for field in fields])]
    made = blocks.pairs(rows)
    if given:
        made.append(blocks.table("", ("Avis de", "Sens", "Nom"), given, (20, 15, 18)))
    return [blocks.heading(2, page.title)] + made if made else []

