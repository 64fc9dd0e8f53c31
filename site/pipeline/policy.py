"""The Content-Security-Policy: one value for the pages, the single file and the headers of a host that accepts them."""

import base64
import hashlib

PAGES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data: blob:",
    "font-src": "'self'",
    "connect-src": "'none'",
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'none'",
    "base-uri": "'none'",
    "object-src": "'none'",
    "frame-src": "'none'",
    "require-trusted-types-for": "'script'",
    "trusted-types": "site",
}
"""What a page of the site may do, by directive."""

READING = {name: PAGES[name]
           for name in ("default-src", "style-src", "base-uri", "form-action")} | {"img-src": "'self'"}
"""That of the pages without any script, the rules first. It is shorter, as there are many, and they may do less."""


def text(directives: dict[str, str]) -> str:
    """The directives as a page or a header holds them."""
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def of_header() -> dict[str, str]:
    """The policy that a host sends with every file of the site.

    It adds what only a header can ask for. A service worker and a PDF worker obey their own header and no page's: the
    first must fetch the files of the site, hence ``connect-src 'self'``, which the pages narrow to nothing by
    themselves.
    """
    return {**PAGES, "connect-src": "'self'", "frame-ancestors": "'none'"}


def of_single_file(scripts: list[str], styles: list[str]) -> dict[str, str]:
    """The policy of the single file: no other script or style than these very texts; its PDF worker is a blob."""
    return {**PAGES, "script-src": " ".join(map(digest, scripts)), "style-src": " ".join(map(digest, styles)),
            "img-src": "data: blob:", "font-src": "'none'", "worker-src": "blob:", "manifest-src": "'none'"}


def digest(content: str) -> str:
    """« 'sha256-…' » of an inline text."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode() + "'"
