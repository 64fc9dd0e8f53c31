"""The notes of the log in « Suivi », the last first, with the visits done that none of them tells."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from pid_rules.documents.answers import Answers
from pid_rules.dossier.paths import day_at, fill, get
from pid_rules.form import FORM, stages, suites
from pid_rules.judgement.summary import page_of
from pid_rules.suivi.visites import VISITE, done_on, untold
from ui.kit import dom
from ui.questions.watch import link_to

if TYPE_CHECKING:
    from typing import Any

    from browser import Element

    from pid_rules.questions.schema import Page
    from pid_rules.shapes import Dossier

VISIT = suites.JOURNAL_TYPE.kind.show(VISITE)


def draw_notes(dossier: Dossier, written: Any) -> None:
    """List the notes but the one being written; those without a day come last."""
    names = Answers(FORM, dossier)
    listed = get(dossier, suites.JOURNAL.path)
    rows = [(day_at(note, suites.JOURNAL_DATE.name) or 0, rank, _note(suites.JOURNAL.path + "." + str(rank), names))
            for rank, note in enumerate(listed if isinstance(listed, list) else []) if note is not written]
    rows += [(day_at(dossier, done_on(path)) or 0, -1, _visit(path, names)) for path in untold(dossier)]
    rows.sort(key=lambda row: row[:2], reverse=True)
    dom.fill(dom.by_id("suivi-notes"), *[row[2] for row in rows])
    dom.by_id("suivi-notes-titre").textContent = "Notes (" + str(len(rows)) + ")"


def _note(path: str, names: Any) -> Element:
    told = (suites.JOURNAL_DATE, suites.JOURNAL_TYPE, suites.JOURNAL_LIEU)
    words = [names.text(path + "." + field.name) for field in told]
    text = path + "." + suites.JOURNAL_TEXTE.name
    return _row([words[0] or "Sans date"] + words[1:], names.text(text), text, "note du ")


def _visit(path: str, names: Any) -> Element:
    """A visit that the stage alone says is done: nobody types it twice."""
    words = [names.text(done_on(path)), VISIT, names.text(fill(stages.STAGE_LIEU.path, path))]
    return _row(words, names.text(fill(stages.VISITE_OBSERVATION.path, path)), done_on(path), "visite du ")


def _row(words: list[str], text: str, path: str, what: str) -> Element:
    row = dom.make("li", "", dom.make("p", " – ".join([word for word in words if word]), class_="item-nom"),
                   dom.make("p", text), class_="item")
    if cast("Page", page_of(FORM, path)).editable:
        row.appendChild(dom.make("p", "", dom.also_heard(link_to(path, "Modifier"), what + words[0])))
    return row
