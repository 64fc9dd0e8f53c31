"""What no file of the site may hold: a way out of the page, code made from text, a script or a style inside of HTML, a
claim larger than the facts.

A Content-Security-Policy forbids most of it in the page, but neither navigation nor WebRTC: these must not be written
at all. The few exceptions are listed one by one, with how many times each is found; another count stops the build.
"""

import re
from collections import Counter
from pathlib import Path

WAYS = re.compile("|".join((
    r"RTC(?:PeerConnection|DataChannel|IceCandidate)", r"WebTransport", r"WebSocket", r"EventSource", r"XMLHttpRequest",
    r"sendBeacon", r"\bfetch\(", r"importScripts", r"(?<![.\w$])import\(", r"(?:window|globalThis|self|top)\.open\b",
    r"location\s*=(?!=)", r"location\.(?:href|search|host|hostname|port|protocol|pathname)\s*=(?!=)",
    r"location\.(?:assign|replace)\b", r"\beval\(", r"\bFunction\(", r"(?:inner|outer)HTML", r"insertAdjacentHTML",
    r"setHTMLUnsafe",
    r"parseHTMLUnsafe", r"createContextualFragment", r"document\.write", r"http-equiv", r"\.ping\b", r"\.srcdoc\b",
    r"prerender|prefetch",
    r"\.href\s*=(?!=)", r"\biframe\b", r"\.(?:request)?[sS]ubmit\(", r"wss?://", r"https?://[^\"'` )\\<>]*",
)))
NAMESPACES_OF_A_PDF = (
    "http://www.aiim.org/pdfa/ns/id/", "http://www.aiim.org/pdfua/ns/id/",
    "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "http://ns.adobe.com/xap/1.0/", "http://purl.org/dc/elements/1.1/", "http://ns.adobe.com/pdf/1.3/",
    "http://www.aiim.org/pdfa/ns/extension/", "http://www.aiim.org/pdfa/ns/schema#",
    "http://www.aiim.org/pdfa/ns/property#")
VOCABULARY = "http://www.w3.org/2000/svg"
"""The name of what a drawing is made of, in whichever script makes one: nothing is read there."""
ALLOWED = {
    # the address of a file to download, made by URL.createObjectURL
    "boot.js": {".href=": 1}, "cles.js": {".href=": 1}, "dossier-pid.html, script 2": {".href=": 1},
    # the property « .html » of elements, which Trusted Types refuse to write; names that are only compared or said
    "brython.js": {"innerHTML": 4, "importScripts": 2, "http://localhost/": 2},
    # the service worker takes the files of the site, each with its hash, and the two that are read with a connection
    "sw.js": {"fetch(": 2},
    # names of vocabularies: nothing is read there
    "pdf.js": {**dict.fromkeys(NAMESPACES_OF_A_PDF, 1), "http://www.aiim.org/pdfua/ns/id/": 3,
               # comments of saslprep in the text of an error
               "https://tools.ietf.org/html/rfc4013#section-2.3": 1,
               "https://tools.ietf.org/html/rfc4013#section-2.5": 1,
               "https://tools.ietf.org/html/rfc3454#section-6": 2},
}
INLINE_NAME = re.compile(r'id="script-([^"]+)"')
SCRIPT = re.compile(r"<script\b([^>]*)>(.*?)</script>", re.DOTALL)
STYLE = re.compile(r"<style\b[^>]*>.*?</style>", re.DOTALL)
MARKUP = re.compile("|".join((
    r"\son[a-z]+\s*=\s*[\"']", r"\sstyle\s*=\s*[\"']", r"javascript:", r"<(?:iframe|frame|object|embed|base|portal)\b",
    r"http-equiv=\"?refresh", r"\sping=", r"<form\b[^>]*\saction=",
    r"(?:href|src|srcset|action|data)=\"(?:https?:)?//[^\"]*", r"rel=\"(?:prefetch|prerender|preconnect|dns-prefetch)",
)), re.IGNORECASE)
ADDRESS = re.compile(r"location\.(?:href|search)\s*=(?!=)|location\s*=(?!=)|location\.(?:assign|replace)|window\.open"
                     r"|\.html\s*=(?!=)")
NAVIGATION = {"kit/dom.py": {"location.href =": 1}}
"""The one place where Python leaves a page: for a draft, at an address that the template gives."""


CLAIMS = re.compile("|".join((
    r"effac[ée]e?s? définitivement", r"conformes? (?:au )?rgpd", r"(?<!professionnels )(?<!boissons )\bagréée?s?\b",
    r"aucune donnée ne (?:peut sortir|sort\b)", r"signée?s? (?:numériquement|électroniquement)",
    r"empreinte (?:est )?signée", r"veuillez", r"\boups\b",
)), re.IGNORECASE)
"""Words that would promise more than the site does, or that it does not speak with. « agréé » is also a word of the
law."""


def of_script(name: str, text: str) -> list[str]:
    """What a script holds that it should not, or no longer, as sentences."""
    return _compared(name, Counter(found[0] for found in WAYS.finditer(text)), ALLOWED.get(name, {}))


def of_markup(name: str, text: str) -> list[str]:
    """What a page holds that it should not. Its scripts must be outside of it, or be listed by hash: see the policy."""
    return _compared(name, Counter(found[0].strip() for found in MARKUP.finditer(STYLE.sub("", SCRIPT.sub("", text)))),
                     {})


def of_inline_scripts(name: str, text: str) -> list[str]:
    """What the scripts inside of a page hold that they should not: those of the single file, which keeps all of them as
    texts."""
    found, unnamed = [], 0
    for attributes, script in SCRIPT.findall(text):
        if " src=" in attributes or "application/json" in attributes:
            continue
        known = INLINE_NAME.search(attributes)
        unnamed += not known
        called = known[1] if known else f"{name}, script {unnamed}"
        found += [sentence if not known else f"{name}, {sentence}" for sentence in of_script(called, script)]
    return found


def of_words(name: str, text: str) -> list[str]:
    """The claims that are larger than the facts, in any text of the site."""
    return _compared(name, Counter(found[0] for found in CLAIMS.finditer(text.replace("\u00a0", " "))), {})


def of_python(name: str, text: str) -> list[str]:
    """The navigations that a Python module of the page writes."""
    return _compared(name, Counter(found[0] for found in ADDRESS.finditer(text)), NAVIGATION.get(name, {}))


def of_stylesheet(name: str, text: str) -> list[str]:
    """The addresses that a style asks for: none."""
    return _compared(name, Counter(re.findall(r"@import|url\((?![\"']?data:)", text)), {})


def problems(out: Path, sources: Path) -> list[str]:
    """All of it in the folder of the site, and in the Python of ``sources``."""
    found = []
    for path in sorted(out.rglob("*")):
        if path.suffix not in (".js", ".html", ".svg", ".css", ".webmanifest"):
            continue
        name, text = path.relative_to(out).as_posix(), path.read_text(encoding="utf-8")
        found += of_words(name, text)
        if path.suffix == ".js":
            found += of_script(name, text)
        elif path.suffix in (".html", ".svg"):
            found += of_markup(name, text) + of_inline_scripts(name, text)
        elif path.suffix == ".css":
            found += of_stylesheet(name, text)
    for path in sorted(sources.rglob("*.py")):
        found += of_python(path.relative_to(sources).as_posix(), path.read_text(encoding="utf-8"))
    return found


def _compared(name: str, found: Counter, allowed: dict[str, int]) -> list[str]:
    return [f"{name} : « {what} », {found[what]} fois au lieu de {allowed.get(what, 0)}"
            for what in sorted((found.keys() | allowed.keys()) - {VOCABULARY}) if found[what] != allowed.get(what, 0)]
