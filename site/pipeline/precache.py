"""The list of the files of one version, each with the hash that the service worker verifies."""

import base64
import hashlib
from pathlib import Path

FROM_NETWORK = ("dossier-pid.html", "sbom.cdx.json")
"""Files of the site that are read with a connection only, so that they weigh on nobody's first visit."""

NOT_CACHED = {"sw.js", "_headers", ".htaccess", *FROM_NETWORK}


def manifest(out: Path) -> dict[str, str]:
    """{relative address: « sha256-… »} of every file needed offline, in order."""
    files = {}
    for path in sorted(out.rglob("*")):
        name = path.relative_to(out).as_posix()
        if path.is_file() and name not in NOT_CACHED:
            files[name] = "sha256-" + base64.b64encode(hashlib.sha256(path.read_bytes()).digest()).decode()
    return files


def version(files: dict[str, str], date: str) -> str:
    """« AAAA-MM-JJ-xxxxxxxx »: the day of the commit and a hash of every file."""
    digest = hashlib.sha256("\n".join(f"{name} {hash}" for name, hash in files.items()).encode()).hexdigest()
    return f"{date}-{digest[:8]}"
