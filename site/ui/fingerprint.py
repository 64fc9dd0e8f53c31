"""SHA-256 of the contract's content, by the browser; it tells whether a contract is still the one that was signed."""

from browser import window

from pid_rules.output.json_text import contract_text
from pid_rules.form import FORM
from pid_rules.structure import ordered

HEX = "0123456789abcdef"


def compute(dossier, then):
    """Call ``then(fingerprint, dossier)`` with 64 hexadecimal digits and a copy of what they are the fingerprint of.

    It is never called where the browser has no WebCrypto.
    """
    if not window.isSecureContext:
        return
    judged = ordered(FORM, dossier)
    encoded = window.TextEncoder.new().encode(contract_text(judged))

    def done(buffer):
        digest = window.Uint8Array.new(buffer)
        then("".join([HEX[byte // 16] + HEX[byte % 16] for byte in list(digest)]), judged)

    window.crypto.subtle.digest("SHA-256", encoded).then(done)
