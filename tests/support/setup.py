"""``python -m tests.support.setup``: brings this machine what the tests need, and says in one sentence what it could
not.

Debian's packages come by apt-get where it is root who asks or where sudo answers, else the browser of Playwright; the
npm packages of the site and of the tests in any case. In CI, which must have everything, what is missing makes the exit
code 1.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "site")]

from pipeline import node  # noqa: E402
from tests.support.packages import packages  # noqa: E402
from tests.support.programs import missing, sentence  # noqa: E402

OPTIONS = ("-q", "-y", "--no-install-recommends")
CHROMIUM = "Chromium"


def main():
    """The exit code."""
    needs = missing()
    if needs:
        apt = how_to_apt()
        if apt:
            by_apt(apt, needs)
        elif CHROMIUM in [need.name for need in needs]:
            quiet([sys.executable, "-m", "playwright", "install", "chromium"])
    try:
        node.install()
        packages()
    except node.BuildError as error:
        print(error)
        return 1
    left = missing()
    if left:
        print(sentence(left))
    return 1 if left and os.environ.get("CI") else 0


def how_to_apt():
    """The words that run apt-get as root; none where nobody can."""
    if not shutil.which("apt-get"):
        return []
    apt = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    if os.geteuid() == 0:
        return apt
    sudo = ["sudo"] if sys.stdin.isatty() else ["sudo", "-n"]  # it may ask a person for her password, nobody else
    return [*sudo, *apt] if shutil.which("sudo") and subprocess.run([*sudo, "true"],
                                                                    check=False).returncode == 0 else []


def by_apt(apt, needs):
    """Install the packages of each need, apart from the others: one that this Debian has not does not keep the others
    away."""
    print("Installation de " + ", ".join(need.name for need in needs) + "…", flush=True)
    quiet([*apt, "update", "-q"])
    for need in needs:
        quiet([*apt, "install", *OPTIONS, *need.packages])


def quiet(command):
    """Run a command, the last words of which are told if it fails."""
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    if done.returncode:
        print((done.stderr or done.stdout).strip()[-500:], flush=True)


if __name__ == "__main__":
    sys.exit(main())
