"""The single file for a USB stick: every page, script and style in one HTML document that asks for nothing.

Pages are ``<template>`` elements. Scripts are inert texts that the one inline script runs by name, after the one that
looks whether the browser is too old. The policy of the document lists the hash of each of these texts. See
docs/adr/0010-un-seul-fichier.md.
"""

from __future__ import annotations

import base64
import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import policy
from pipeline.node import BuildError

if TYPE_CHECKING:
    from typing import Any

NAME = "dossier-pid.html"
STYLE, AGED, SCRIPTS = "@@STYLE@@", "@@ANCIEN@@", "@@SCRIPTS@@"
SIZE, SHA256 = "@@TAILLE@@", "@@SHA256@@"
NOSCRIPT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
# What ends the element, and what the HTML parser would replace, so that the hash would no longer be that of the text.
BREAKS_OUT = re.compile(r"</(?:script|style)|<!--|[\r\0]", re.IGNORECASE)
CONTROLS = re.compile(r"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


def single_file(site: Any, fragments: dict[str, str], scripts: dict[str, str], start: str, folder: Path) -> str:
    """The document; ``site`` gives its ``shell``, ``start`` is the one script that runs by itself.

    The style and the icon are those of ``folder``. Raises BuildError when a text cannot be held in an HTML element as
    it is.
    """
    style = (folder / "site.css").read_text(encoding="utf-8")
    icon = base64.b64encode((folder / "icone.svg").read_bytes()).decode()
    held = {name: _without_controls(text) for name, text in scripts.items() if name not in ("boot.js", "ancien.js")}
    for name, text in {**held, "boot.js": start, "ancien.js": scripts["ancien.js"], "site.css": style}.items():
        if found := BREAKS_OUT.search(text):
            raise BuildError(f"{name} : « {found[0]} » ne peut pas être écrit dans un fichier HTML.")
    pages = NOSCRIPT.sub("", "".join(fragments.values()))
    rules = policy.of_single_file([scripts["ancien.js"], start, *held.values()], [style])
    shell = _with_its_own_copy(site.shell(policy=policy.text(rules), icon=icon, fragments=pages))
    inert = [f'<script type="text/plain" id="script-{name}">{text}</script>' for name, text in held.items()]
    shell = _replaced(_replaced(shell, STYLE, style), AGED, scripts["ancien.js"])
    return _replaced(shell, SCRIPTS, "\n".join([*inert, f"<script>{start}</script>"]))


def _with_its_own_copy(shell: str) -> str:
    """The document with what its body begins with in a template: a page that the browser keeps as a file starts again
    from it."""
    start, end = shell.index("<body>") + len("<body>"), shell.index("<template")
    return shell[:end] + f'<template id="coquille">{NOSCRIPT.sub("", shell[start:end])}</template>\n' + shell[end:]


def _without_controls(script: str) -> str:
    """The same script, its control characters escaped: HTML forbids them, and they are only in literals."""
    return CONTROLS.sub(lambda found: f"\\x{ord(found[0]):02x}", script)


def tell(out: Path) -> None:
    """Write the size and the SHA-256 of the single file where the pages of the site leave room for them."""
    data = (out / NAME).read_bytes()
    size = f"{len(data) / 1_000_000:.1f}".replace(".", ",")
    for path in sorted(out.rglob("*.html")):
        if path.name != NAME:
            text = path.read_text(encoding="utf-8")
            told = text.replace(SIZE, size).replace(SHA256, hashlib.sha256(data).hexdigest())
            if told != text:
                path.write_text(told, encoding="utf-8", newline="")


def _replaced(document: str, mark: str, text: str) -> str:
    if document.count(mark) != 1:
        raise BuildError(f"La marque {mark} doit être une seule fois dans le fichier seul.")
    return document.replace(mark, text)
