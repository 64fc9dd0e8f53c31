"""The complete dossier as a PDF, part after part so that the page goes on answering, with the dossier inside.

Loaded with what describes the documents. See ``complete``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import window
from javascript import JSON

from pid_rules.documents.catalogue import COMPLET
from pid_rules.documents.document import Composition, Edition
from pid_rules.form import FORM
from pid_rules.rules import CATALOGUE
from ui.kit.clock import elapsed

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from browser import Failed

    from pid_rules.shapes import Dossier

BUSY = 12
"""Milliseconds after which the page answers before another part is described: a browser makes each such pause last
four, and most parts take one or two."""


def compose(judged: Any, demonstration: bool, dossier: Dossier, seal: str, attached: bool, then: Callable[..., Any],
            failed: Failed) -> None:
    """What ``complete.make`` says."""
    day, report, fingerprint, profile = judged
    edition = Edition(FORM, CATALOGUE, profile, day, report, fingerprint, demonstration, seal)
    composition = Composition(COMPLET, dossier, edition)

    def go_on() -> None:
        until = elapsed() + BUSY
        while composition.go_on():
            if elapsed() > until:
                window.setTimeout(go_on, 0)
                return
        window.pidPdf.make(JSON.stringify(composition.described()), attached).then(
            lambda result: then(result.bytes, list(result.missing)), lambda error: failed())

    window.setTimeout(go_on, 0)
