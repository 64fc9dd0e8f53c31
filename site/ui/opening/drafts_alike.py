"""The drafts of this computer that have the reference of a file: what tells them apart, and what the file would change
in each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import window

from pid_rules.dossier.copies import beside
from pid_rules.dossier.paths import get
from pid_rules.form import FORM, etablissement
from pid_rules.handover.names import reference_of_college
from pid_rules.suivi.differences import all_differences
from pid_rules.words.horaires import moment_in_words
from ui.draft.file_differences import count_in_words, listed
from ui.draft.migration import present
from ui.kit import dom
from ui.kit.data import parse

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from browser import Failed, Record

    from pid_rules.shapes import Dossier, Json

def each_of_reference(reference: Json, then: Callable[..., Any], failed: Failed) -> None:
    """Call ``then`` with the [(record, its dossier in the present version)] of this reference on this computer."""
    drafts = []

    def next_one(rest: Any) -> None:
        if not rest or not reference:
            then(drafts)
            return

        def opened(record: Record) -> None:
            dossier = parse(record.json) if record else {}
            if reference_of_college(dossier) == reference:
                present(dossier, lambda made, *_: found(record, made))
            else:
                next_one(rest[1:])

        def found(record: Record, made: Any) -> None:
            drafts.append((record, made))
            next_one(rest[1:])
        window.pidStore.get(rest[0].id).then(opened, failed)

    window.pidStore.list().then(lambda records: next_one(list(records)), failed)


class Alike:
    """A draft, its dossier in the present version of the format, and what the chosen file would change in it."""

    def __init__(self, record: Record, dossier: Dossier, chosen: Any) -> None:
        self.record = record
        self.dossier = dossier
        self.found = all_differences(FORM, dossier, chosen.dossier)
        # A draft that came from a file and has not changed since is as old as that file.
        moment = getattr(record, "copie", None) or record.modifie
        self.age = beside(chosen.dossier, chosen.copied, dossier, moment, self.found != [])
        self.revision = get(dossier, etablissement.REVISION.path) or 1

    def parts(self, index: int, count: int) -> list[Any]:
        """What is said of it, alone, or as one of several with a button of its own."""
        title = "Un dossier de même référence est sur cet ordinateur, modifié le " if count == 1 else \
            "Dossier {0} sur {1} de même référence sur cet ordinateur, modifié le ".format(index + 1, count)
        parts = [dom.make("h3", title + moment_in_words(self.record.modifie)),
                 dom.make("div", "Ce fichier : " + self._age())]
        if count == 1:
            return parts + listed(self.found)
        words = "{0}, révision {1}, {2}".format(self.record.titre, self.revision, self.record.etat)
        heard = "{0} sur {1}".format(index + 1, count)
        buttons = [dom.also_heard(dom.make("button", label, type="button", class_="bouton secondaire",
                                           data_action=action, data_index=str(index)), heard)
                   for label, action in (("Remplacer ce dossier", "remplacer"), ("Page par page…", "page-par-page"))]
        return [dom.make("div", "", parts[0], dom.make("p", words), parts[1], self._folded(),
                         dom.make("p", "", *buttons, class_="actions"), class_="regle")]

    def _age(self) -> Any:
        return self.age[:1].lower() + self.age[1:]

    def _folded(self) -> Any:
        said = listed(self.found)
        if not self.found:
            return said[0]
        return dom.make("details", "", dom.make("summary", count_in_words(len(self.found)).rstrip(" :")),
                        *said[1:])
