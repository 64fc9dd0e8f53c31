"""Versions of the built site, in memory: the same site, every file of which bears the number of its version.

Each version comes with the worker under trial. « site » is ours. « workbox » is what Workbox gives by default, and
« workbox+integrity » the same with the hash of each file. « naive » is the negative control.
"""

import base64
import functools
import hashlib
import json
from pathlib import Path

from pipeline import javascript, node, precache

LAB = Path(__file__).with_name("lab")
LAB_FILES = ("files.html", "files.js", "tell.js")
LAB_PAGE = "lab/files.html"
WORKBOX = ("workbox-precaching@7.4.1", "workbox-core@7.4.1", "workbox-routing@7.4.1")
KINDS = ("site", "workbox", "workbox+integrity", "naive")
MARKS = {
    ".html": "<!-- version {} -->", ".js": "/* version {} */", ".css": "/* version {} */",
    ".svg": "<!-- version {} -->",
}
"""How a file of each kind bears a number; the others, JSON, bear as many spaces."""


def hash_of(content: bytes) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content).digest()).decode()


def marked(path: str, content: bytes, number: int) -> bytes:
    """The same file in another version: other bytes, same effect."""
    mark = MARKS.get(Path(path).suffix)
    return content + (mark.format(number) if mark else " " * number).encode()


def read_site(dist: Path) -> dict[str, bytes]:
    """{path: content} of the built site without its worker, and of the page that looks at it from inside."""
    files = {path: (dist / path).read_bytes() for path in precache.manifest(dist)}
    files |= {f"lab/{name}": (LAB / name).read_bytes() for name in LAB_FILES}
    files["lab/paths.json"] = b""  # for its own name to be in the list
    files["lab/paths.json"] = json.dumps(list(files)).encode()
    return files


def hashes(files: dict[str, bytes]) -> dict[str, str]:
    return {path: hash_of(content) for path, content in files.items()}


class Maker:
    """Makes the versions of one site for one kind of worker. ``folder`` takes what a kind must install."""

    def __init__(self, dist: Path, kind: str, folder: Path):
        self.base = read_site(dist)
        self.kind = kind
        self.folder = folder

    def version(self, number: int) -> dict[str, bytes]:
        """Every file of version ``number``, its worker included."""
        return self.with_worker({path: marked(path, content, number) for path, content in self.base.items()})

    def with_worker(self, files: dict[str, bytes]) -> dict[str, bytes]:
        """These files and the worker that serves them."""
        content = {path: text for path, text in files.items() if path != "sw.js"}
        return {**content, "sw.js": worker(self.kind, hashes(content), self.folder).encode()}


def worker(kind: str, files: dict[str, str], folder: Path) -> str:
    """The text of a service worker of some kind for {path: hash}."""
    version = precache.version(files, "2026-11-25")
    if kind == "site":
        return javascript.service_worker(files, version)
    define = {"__PRECACHE__": json.dumps(files), "__VERSION__": json.dumps(version),
              "__INTEGRITY__": json.dumps(kind == "workbox+integrity"), "process.env.NODE_ENV": '"production"'}
    name = "naive_worker.js" if kind == "naive" else "workbox_worker.js"
    options = {"define": define, "nodePaths": [str(_workbox(folder))] if kind.startswith("workbox") else []}
    return javascript.bundle(str(LAB / name), options, {})


@functools.cache
def _workbox(folder: Path) -> Path:
    """Workbox, installed in ``folder`` for the time of the campaign."""
    node.run_npm(["install", "--no-save", "--ignore-scripts", "--prefix", str(folder / "npm"), *WORKBOX])
    return folder / "npm" / "node_modules"
