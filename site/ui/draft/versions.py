"""The versions kept beside the open draft: what was signed, what was sent, and the revision that grows after it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import window

from pid_rules.dossier.json_text import to_json
from pid_rules.dossier.paths import get, is_blank, put
from pid_rules.dossier.seal import borne, has_grown
from pid_rules.dossier.structure import VERSION, ordered
from pid_rules.dossier.versions import archive, follow_sending, next_revision, receipts, remember
from pid_rules.form import FORM, etablissement, suites
from pid_rules.questions.calendar_day import Date
from ui.kit import dom
from ui.kit.data import parse

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from browser import Error, Record

    from ui.draft.draft import Draft

CONVERTED = "convertie"
"""Key of what is kept beside a draft that was converted, until it is saved."""

MARKED = "marque"
"""Key of the fingerprint that was noted for a day of sending typed by hand."""


class Versions:
    """Reads and writes the text that the storage keeps beside a draft."""

    def __init__(self, record: Record, draft: Draft) -> None:
        self.draft = draft
        self.read(record)
        self.known = ""

    def read(self, record: Record) -> None:
        """What stands beside the draft in a record of it."""
        text = getattr(record, "versions", "")
        self.kept = parse(text) if isinstance(text, str) and text else {}
        if "version" not in self.kept:
            # Version 1 of the format noted otherwise what was sent.
            self.kept.pop("envoi", None)
            self.kept["version"] = VERSION

    def tell_conversion(self) -> None:
        """Say that the dossier was converted from version 1 of the format, until it is saved."""
        def here(*_: Any) -> None:
            from ui.draft.migration import tell
            tell(self.draft.dossier)

        if CONVERTED in self.kept:
            window.pidScripts.load("pages.js").then(here)

    def text(self) -> str:
        return to_json(self.kept)

    def write(self, then: Callable[..., Any] | None = None, failed: Any = None) -> None:
        """Keep them on the disk, then call ``then()``; a failure is said where failures to save are."""
        def not_written(error: Error) -> None:
            dom.show(dom.by_id("alerte-enregistrement"), error.message)
            if failed is not None:
                failed()

        window.pidStore.keepVersions(self.draft.id, self.text()).then(
            lambda *_: then() if then is not None else None, not_written)

    def know(self, fingerprint: str, judged: Any) -> None:
        """The fingerprint of a saved dossier is known: keep what a signature bears, notice a dossier sent that
        changes."""
        opening = self.known == ""
        self.known = fingerprint
        remembered = remember(self.kept, judged, fingerprint)
        noted, grows = follow_sending(self.kept, judged, fingerprint)
        told = not opening and self.kept.pop(CONVERTED, None) is not None
        if remembered or noted or told:
            self.write()
        if noted and not opening and "envoi" in self.kept and not self._is_sealed(judged):
            # Noted here: what is in the page is what was sent. A date that came with a file says nothing of that.
            self._mark(judged)
        if grows and not has_grown(self.draft.dossier):
            self.grow()
        self.forget_growth()

    def _is_sealed(self, judged: Any) -> Any:
        """Whether this revision already bears its fingerprint, as its receipt may tell: only its day is being noted."""
        given, revision = receipts(self.kept), get(judged, etablissement.REVISION.path)
        return borne(judged) != "" and (get(judged, suites.TRANSMISSION_REVISION.path) == revision or (
            given != [] and given[-1]["revision"] == revision and given[-1]["empreinte"] == borne(judged)))

    def _mark(self, judged: Any) -> None:
        """Note the fingerprint of what was sent; it is made of modules that the start does not need."""
        from pid_rules.dossier.seal import in_signs, sealed_text
        from ui.kit.fingerprint import digest

        def known(digits: str) -> None:
            self.kept[MARKED] = in_signs(digits)
            self.write()
            put(self.draft.dossier, suites.TRANSMISSION_EMPREINTE.path, in_signs(digits))
            put(self.draft.dossier, suites.TRANSMISSION_REVISION.path, get(judged, etablissement.REVISION.path))
            self.draft.changed(True)

        digest(sealed_text(judged), known)

    def dated(self, path: str) -> None:
        """The day of the sending is answered: once it is taken back, so is the fingerprint that was noted for it."""
        mark = borne(self.draft.dossier)
        if is_blank(get(self.draft.dossier, path)) and mark and self.kept.pop(MARKED, None) == mark:
            put(self.draft.dossier, suites.TRANSMISSION_EMPREINTE.path, "")
            put(self.draft.dossier, suites.TRANSMISSION_REVISION.path, None)
            self.write()

    def grow(self) -> None:
        """A dossier that was sent is being changed: it becomes the next revision, and the page says so."""
        number, sent = next_revision(self.draft.dossier), self.kept["envoi"]["date"]
        put(self.draft.dossier, suites.TRANSMISSION_REVISION.path, self.kept["envoi"]["revision"])
        put(self.draft.dossier, etablissement.REVISION.path, number)
        self.draft.changed(True)
        dom.show(dom.by_id("revision-nouvelle"),
                 "Ce dossier a été {0} et il vient de changer : il devient la révision {1}. "
                 "Envoyez-le de nouveau quand il est prêt."
                 .format("envoyé le " + Date().show(sent) if sent else "préparé pour l’envoi", number))

    def forget_growth(self) -> None:
        """Say no more that the revision is another than the one that was sent, where that was taken back."""
        if not has_grown(self.draft.dossier):
            dom.hide(dom.by_id("revision-nouvelle"))

    def keep_former(self, then: Callable[..., Any]) -> None:
        """Keep the whole present dossier among the former ones, then call ``then()`` once it is on the disk."""
        archive(self.kept, ordered(FORM, self.draft.dossier))
        self.write(then, lambda: self.kept["anterieures"].pop())

    def replace(self, text: str) -> None:
        """Take back former versions, as ``text`` gave them."""
        self.kept = parse(text)
        self.write()

    def former(self) -> Any:
        """The dossiers kept before each avenant."""
        return self.kept["anterieures"] if "anterieures" in self.kept else []
