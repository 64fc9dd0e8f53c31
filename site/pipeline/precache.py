"""The list of the files of one version, each with the hash that the service worker verifies.

The pages of rules, short and alike, are taken in one file: together they weigh a quarter of what they weigh apart.
"""

import base64
import hashlib
import json
from pathlib import Path

FROM_NETWORK = ("dossier-pid.html", "sbom.cdx.json")
"""Files of the site that are read with a connection only, so that they weigh on nobody's first visit."""

PACK = "regles.json"
"""{relative address: text} of the pages that are not taken one by one."""
PACKED = "regles/*/index.html"

NOT_CACHED = {"sw.js", "_headers", ".htaccess", *FROM_NETWORK}


def pack(out: Path) -> None:
    """Write the file that holds the pages of rules; each keeps its own, for who comes with a connection."""
    pages = {path.relative_to(out).as_posix(): path.read_text(encoding="utf-8") for path in sorted(out.glob(PACKED))}
    (out / PACK).write_text(json.dumps(pages, ensure_ascii=False), encoding="utf-8")


def manifest(out: Path) -> dict[str, str]:
    """{relative address: « sha256-… »} of every file needed offline, in order."""
    packed = set(out.glob(PACKED))
    files = {}
    for path in sorted(out.rglob("*")):
        name = path.relative_to(out).as_posix()
        if path.is_file() and path not in packed and name not in NOT_CACHED:
            files[name] = "sha256-" + base64.b64encode(hashlib.sha256(path.read_bytes()).digest()).decode()
    return files


def version(files: dict[str, str], date: str) -> str:
    """« AAAA-MM-JJ-xxxxxxxx »: the day of the commit and a hash of every file."""
    digest = hashlib.sha256("\n".join(f"{name} {hash}" for name, hash in files.items()).encode()).hexdigest()
    return f"{date}-{digest[:8]}"
