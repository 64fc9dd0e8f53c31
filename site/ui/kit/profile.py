"""What « Mon établissement » keeps in this browser for the next dossiers: read, and written where it has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import window

from pid_rules.dossier.json_text import to_json
from pid_rules.dossier.paths import get, put
from pid_rules.form.emploi_du_temps import DUREE_SEANCE
from pid_rules.handover.habituel import only_kept
from ui.kit.data import parse

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from browser import Error

SETTINGS = ("etablissement", "habituel")
"""The collège with the length of its lessons, in the shape that they had alone; the rest."""
LESSON = DUREE_SEANCE.path.partition(".")[0]


def read(then: Callable[..., Any], failed: Callable[..., Any]) -> Any:
    """Call ``then(profile)``; gives the promise of what it gives."""
    return window.pidStore.getSetting(SETTINGS[0]).then(
        lambda first: window.pidStore.getSetting(SETTINGS[1]).then(
            lambda second: then(Profile([first or "", second or ""])), failed), failed)


class Profile:
    """``kept`` is a partial dossier, see ``handover.habituel``, with the length of a lesson."""

    def __init__(self, texts: list[Any]) -> None:
        held = [parse(text) if text else {} for text in texts]
        self.texts = texts
        self.kept = only_kept(held[0], held[1])
        if DUREE_SEANCE.name in held[0]:
            put(self.kept, DUREE_SEANCE.path, held[0][DUREE_SEANCE.name])

    def _present(self) -> list[str]:
        held = [{}, dict(self.kept)]
        if SETTINGS[0] in held[1]:
            held[0] = dict(held[1].pop(SETTINGS[0]))
        if LESSON in held[1]:
            held[1].pop(LESSON)
            held[0][DUREE_SEANCE.name] = get(self.kept, DUREE_SEANCE.path)
        return [to_json(one) for one in held]

    def write(self, then: Callable[..., Any], failed: Callable[..., Any]) -> None:
        """Write what has changed, then call ``then()``."""
        texts = self._present()
        left = [index for index in (0, 1) if texts[index] != self.texts[index]]
        self.texts = list(texts)

        def refused(error: Error) -> None:
            self.texts = ["", ""]  # nobody knows what is written now
            failed(error)

        def written(*_: Any) -> None:
            if left:
                index = left.pop(0)
                window.pidStore.putSetting(SETTINGS[index], texts[index]).then(written, refused)
            else:
                then()

        written()
