"""The site that the tests look at: built once for one state of the sources, however many workers and runs there are."""

import hashlib
import os
import shutil
import time
from pathlib import Path

from filelock import FileLock

ROOT = Path(__file__).resolve().parents[2]
KEPT = ROOT / ".pytest_cache" / "site"
SOURCES = ("build.py", "pyproject.toml", "pid_rules", "site")
LEFT_OUT = {"node_modules", "__pycache__"}
DAY = 24 * 60 * 60


def site() -> Path:
    """The folder of the built site: that of these sources, made anew when one of them has changed."""
    import build

    KEPT.mkdir(parents=True, exist_ok=True)
    with FileLock(KEPT / "lock"):
        kept = KEPT / key(build.commit_day())
        if not kept.is_dir():
            for former in KEPT.iterdir():
                if time.time() - former.stat().st_mtime > DAY:  # another run may be looking at a younger one
                    shutil.rmtree(former, ignore_errors=True)
            made = KEPT / "unfinished"
            build.build(made / "dist")
            made.rename(kept)
    return kept / "dist"


def key(day: str) -> str:
    """What the bytes of the site depend on: the sources and the day that it says."""
    digest = hashlib.sha256(day.encode())
    for path in sources():
        digest.update(path.relative_to(ROOT).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()[:16]


def sources() -> list[Path]:
    """Every file that the build may read, in order."""
    found = [ROOT / name for name in SOURCES if (ROOT / name).is_file()]
    for name in SOURCES:
        for folder, below, files in os.walk(ROOT / name):
            below[:] = [one for one in below if one not in LEFT_OUT]
            found += [Path(folder) / one for one in files]
    return sorted(found)
