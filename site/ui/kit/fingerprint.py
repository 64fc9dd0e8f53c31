"""SHA-256 by the browser. That of the contract tells whether it is still the one that was signed; that of the whole
dossier goes with what is handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import window

from pid_rules.dossier.json_text import contract_text
from pid_rules.dossier.structure import ordered
from pid_rules.form import FORM
from ui.kit.data import composed

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from pid_rules.shapes import Dossier

HEX = "0123456789abcdef"


def is_there() -> bool:
    """Whether the browser makes digests at this address."""
    return bool(window.isSecureContext and getattr(window.crypto, "subtle", None))


def compute(dossier: Dossier, then: Callable[..., Any]) -> None:
    """Call ``then(fingerprint, dossier)`` with 64 hexadecimal digits and a copy of what they are the fingerprint of.

    It is never called where the browser has no WebCrypto.
    """
    judged = ordered(FORM, dossier)
    digest(contract_text(judged), lambda digits: then(digits, judged))


def digest(text: str, then: Callable[..., Any]) -> None:
    """Call ``then(digits)`` with the 64 hexadecimal digits of a text; never where the browser has no WebCrypto.

    The text is digested in its composed form (NFC), since that is how the importer takes a file.
    """
    if not is_there():
        return

    def done(buffer: Any) -> None:
        found = window.Uint8Array.new(buffer)
        then("".join([HEX[byte // 16] + HEX[byte % 16] for byte in list(found)]))

    window.crypto.subtle.digest("SHA-256", window.TextEncoder.new().encode(composed(text))).then(done)
