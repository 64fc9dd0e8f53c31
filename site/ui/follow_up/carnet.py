"""« Enregistrer mon carnet » in « Suivi »: what the log and the visits say, for the dossier of the collège."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pid_rules.dossier.json_text import to_json
from pid_rules.form import FORM
from pid_rules.form.suites import JOURNAL_DATE
from pid_rules.handover.names import carnet_name
from pid_rules.suivi.carnet import carnet_of, has_lines, naming
from ui.kit import dom
from ui.kit.clock import now
from ui.kit.given import give

if TYPE_CHECKING:
    from typing import Any

    from browser import Element

    from ui.draft.draft import Draft

UNNAMED = "Ce dossier n’a pas de référence : sans elle, personne ne saurait de quel dossier est ce carnet."
NAMED = " Le nom de l’élève est écrit dans ce que vous avez noté : "
EMPTY = "Rien n’est encore noté : ni note au journal, ni visite faite."


class Carnet:
    """The button under the notes."""

    def __init__(self, draft: Draft, versions: Any) -> None:
        self.draft = draft
        self.versions = versions
        dom.on_action({"suivi-carnet": lambda button: draft.once_saved(lambda: self.save(button))})

    def save(self, button: Element) -> None:
        """Give the file, or say why there is none."""
        moment = now()
        made = carnet_of(FORM, self.draft.dossier, self.versions.known, moment)
        said = UNNAMED if made["reference"] == "" else "" if has_lines(made) else EMPTY
        dom.by_id("suivi-carnet-etat").textContent = said
        if not said:
            days = [JOURNAL_DATE.kind.show(day) for day in naming(self.draft.dossier, made)]
            more = NAMED + ", ".join(days) + "." if days else ""
            give(button, carnet_name(self.draft.dossier, self.draft.demonstration, moment), to_json(made) + "\n", more)
