"""The « document pédagogique »: what the collège proposes and why, page after page of the form."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.documents import blocks, pages, timetable
from pid_rules.form import contrat, emploi_du_temps, suites
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


def _some_pages(number: int) -> DocumentPart:
    """The part that shows a slice of the pages."""
    def part(answers: Answers, place: str, edition: Edition) -> list[Printed]:
        shown = answers.form.pages
        made: list[Printed] = []
        for page in shown[number * len(shown) // SLICES:(number + 1) * len(shown) // SLICES]:
            if page is emploi_du_temps.PAGE:
                made += timetable.timetable(answers)
            elif page is contrat.AVIS_PAGE:
                made += opinions(answers, page)
            elif page not in ELSEWHERE:
                made += pages.page(answers, page)
        return made
    return part


SLICES = 8
DOCUMENT_PEDAGOGIQUE = (_opening,) + tuple([_some_pages(number) for number in range(SLICES)])
"""Parts of the document, in the order of the pages: between two of them the page of the site can answer."""


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

