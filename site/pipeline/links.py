"""Checks of the frozen site: no dead link, no page or file that nothing leads to."""

from __future__ import annotations

import posixpath
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

ENTRANCES = {"index.html", "404.html", "sw.js", "pdf.js", "documents.js", "suivi.js", "gestes.js", "formulations.js",
             "handover.js", "coffre.js", "crypto.js", "regles.json", "_headers", ".htaccess"}
"""Files that the browser, the host or a script asks for, without a link in a page."""


class _Page(HTMLParser):
    """Links and identifiers of one page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.links, self.ids = [], []
        self.feed(text)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        for name, value in attributes:
            if name == "id":
                self.ids.append(value)
            elif name in ("href", "src") and value is not None:
                self.links.append(value)


def problems(out: Path, single: str = "") -> list[str]:
    """What is wrong with the links of the folder, as sentences; [] when all is well. ``single`` has pages of its
    own."""
    pages = {path.relative_to(out).as_posix(): _Page(path.read_text(encoding="utf-8"))
             for path in sorted(out.rglob("*.html")) if path.name != single}
    files = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    reached, found = set(), []
    for name, page in pages.items():
        doubled = {one for one in page.ids if page.ids.count(one) > 1}
        found += [f"{name} : l'identifiant « {one} » est en double" for one in sorted(doubled)]
        for link in page.links:
            target, fragment = _target(name, link)
            if target is None:
                continue
            reached.add(target)
            if target not in files:
                found.append(f"{name} : lien mort vers « {link} »")
            elif fragment and target in pages and fragment not in pages[target].ids:
                found.append(f"{name} : « {link} » vise un passage qui n'existe pas")
    found += [f"{name} : rien n'y mène" for name in sorted(files - reached - ENTRANCES)]
    return found


def problems_of_fragments(fragments: dict[str, str]) -> list[str]:
    """The same of the pages of the single file, by the name that follows « ?page= » in a link."""
    pages = {name: _Page(text) for name, text in fragments.items()}
    found = []
    for name, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            target = parts.query.removeprefix("page=").split("&")[0] if parts.query else name
            if parts.scheme:
                continue
            if parts.path:
                found.append(f"fichier seul, {name} : « {link} » sort du fichier")
            elif target not in pages or parts.fragment and parts.fragment not in pages[target].ids:
                found.append(f"fichier seul, {name} : lien mort vers « {link} »")
    return found


def _target(page: str, link: str) -> tuple[str | None, str]:
    """(file of the site, fragment) of a link, or (None, "") for another site."""
    parts = urlsplit(link)
    if parts.scheme or parts.netloc:
        return None, ""
    if not parts.path:
        return page, parts.fragment
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path)))
    if parts.path.endswith("/") or target == ".":
        target = posixpath.normpath(posixpath.join(target, "index.html"))
    return target, parts.fragment
