"""What leaves the collège: the files to attach, made once from a dossier that does not change any more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import window

from pid_rules.dossier import seal
from pid_rules.dossier.json_text import contract_text, to_json
from pid_rules.dossier.structure import ordered
from pid_rules.form import FORM
from pid_rules.handover.names import file_name
from pid_rules.handover.transmission import recipient
from pid_rules.judgement.summary import ready
from ui.documents import complete
from ui.draft.dossier_file import file_text
from ui.kit import fingerprint
from ui.kit.data import parse

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from browser import Failed

    from ui.draft.draft import Draft
    from ui.questions.watch import Watch

PDF, JSON_FILE = "application/pdf", "application/json"


class Attachment:
    """A file to attach: its name, MIME type and bytes (a Uint8Array)."""

    def __init__(self, name: str, mime: str, data: Any) -> None:
        self.name = name
        self.mime = mime
        self.data = data


class Prepared:
    """The dossier as it was when its files were made.

    ``mark`` is its fingerprint, "" where the browser has no WebCrypto; it is made of ``sealed``. ``contract`` is the
    fingerprint of its contract. ``code`` opens its ZIP and is kept nowhere else, "" without one. ``missing`` are the
    characters that the PDF could not print. ``judged`` is what was said of it, and on which day. ``brouillon``: it is
    not ready.
    """

    def __init__(self, draft: Draft, watch: Watch) -> None:
        # A copy: the person may go on typing while the files are made.
        self.dossier = parse(to_json(ordered(FORM, draft.dossier)))
        self.sealed = seal.sealed_text(self.dossier)
        self.judged = watch.judged()
        self.brouillon = not ready(self.judged[1], self.dossier)
        self.demonstration = draft.demonstration
        self.contract = self.mark = self.code = ""
        self.files: list[Any] = []
        self.missing: list[Any] = []

    def name(self, extension: str) -> str:
        """The name of one of its files."""
        return file_name(self.dossier, extension, self.brouillon, self.demonstration, seal=self.mark)


def files_to_attach(prepared: Any, protection: Any, then: Callable[..., Any], failed: Failed) -> None:
    """Call ``then([Attachment])`` with the PDF, which holds the dossier, and the JSON, the same bytes; or ``failed()``.

    This is the one place that decides what is attached, protected as the person has chosen.
    """
    text = file_text(seal.bearing(FORM, prepared.dossier, prepared.mark, recipient(protection.profile)))

    def made(data: Any, missing: Any) -> None:
        prepared.missing = missing
        files = [(prepared.name("pdf"), PDF, data), (prepared.name("json"), JSON_FILE, window.pidHandover.bytes(text))]
        protection.protect(files, prepared.name("zip"), protected, failed)

    def protected(files: Any, code: Any) -> None:
        prepared.code = code
        then([Attachment(name, mime, data) for name, mime, data in files])

    complete.make(prepared.judged, prepared.demonstration, prepared.dossier, prepared.mark, text, made, failed)


def prepare(draft: Draft, watch: Watch, protection: Any, then: Callable[..., Any], failed: Failed) -> None:
    """Make the files of the dossier as it is now, with its fingerprint: ``then(prepared)``, or ``failed()``."""
    prepared = Prepared(draft, watch)

    def made(files: Any) -> None:
        prepared.files = files
        then(prepared)

    def compose(*_: Any) -> None:
        window.pidScripts.load("handover.js").then(
            lambda *_: files_to_attach(prepared, protection, made, failed), lambda error: failed())

    def marked(digits: str) -> None:
        prepared.mark = seal.in_signs(digits)
        # Not that of the last save, which may be of the dossier a moment ago.
        fingerprint.digest(contract_text(prepared.dossier), contracted)

    def contracted(digits: str) -> None:
        prepared.contract = digits
        compose()

    if fingerprint.is_there():
        fingerprint.digest(prepared.sealed, marked)
    else:
        compose()
