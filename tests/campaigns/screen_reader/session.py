"""What Orca needs around it: a bus, a screen that nobody sees, French, and a voice that writes.

Everything is begun in one group of processes with a home of its own, and ended with it. Orca runs once for a user: the
sessions wait for each other, and none takes the place of an Orca that somebody listens to.
"""

import contextlib
import fcntl
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.support.programs import Need

MODULE = Path(__file__).with_name("written_speech.py")
BUS = Path("/usr/libexec/at-spi-bus-launcher")
PROGRAMS = ("orca", "speech-dispatcher", "Xvfb", "xdotool", "openbox", "dbus-run-session", "dbus-send", "localedef")
ORCA = Need("Orca", lambda: BUS.exists() and all(map(shutil.which, PROGRAMS)),
            ("orca", "at-spi2-core", "speech-dispatcher", "xvfb", "xdotool", "openbox", "dbus", "locales"))
SPOKEN = "SPOKEN_TO"
"""The variable that names the file of what is said, within a session only."""
VOICE = """LogLevel 1
DefaultLanguage "fr"
AddModule "written" "{module}" "written.conf"
DefaultModule written
"""
PREFERENCES = {
    "general": {"speechServerInfo": ["Default Synthesizer", "default"], "enableBraille": False,
                "enableBrailleMonitor": False, "sayAllOnLoad": False, "presentToolTips": False, "enableKeyEcho": False},
    "pronunciations": {}, "keybindings": {},
    "profiles": {"default": {"profile": ["Default", "default"], "pronunciations": {}, "keybindings": {}}}}
"""Those of Orca as it is delivered, but that it neither reads a page whole once loaded nor names each key."""
PATIENCE = 30
LOCK = Path(tempfile.gettempdir()) / "dossier-pid-orca.lock"


def run_again(module):
    """Run this command again within a session of its own; its exit code."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with LOCK.open("w") as turn, tempfile.TemporaryDirectory(prefix="orca-", ignore_cleanup_errors=True) as folder:
        fcntl.flock(turn, fcntl.LOCK_EX)
        command = ["dbus-run-session", "--", sys.executable, "-m", module, *sys.argv[1:]]
        with (Path(folder) / "programs.log").open("w") as log:
            session = subprocess.Popen(command, env=_environment(Path(folder)), stderr=log, start_new_session=True)
            try:
                code = session.wait()
            finally:  # whatever happens, nothing of the session outlives it
                _end(session)
        if code not in (0, 1) or os.environ.get("LOUD"):
            sys.stderr.write((Path(folder) / "programs.log").read_text(errors="replace")[-3000:])
        return code


def _end(session):
    for number in (signal.SIGTERM, signal.SIGKILL):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(session.pid, number)
            time.sleep(1)


def _environment(home):
    """What the programs of a French desk see; ``home`` is theirs alone."""
    folders = {name: home / name for name in ("config", "data", "run", "locale")}
    for folder in folders.values():
        folder.mkdir(mode=0o700)
    subprocess.run(["localedef", "-i", "fr_FR", "-f", "UTF-8", str(folders["locale"] / "fr_FR.UTF-8")],
                   capture_output=True, check=False)
    return os.environ | {
        "HOME": str(home), "XDG_CONFIG_HOME": str(folders["config"]), "XDG_DATA_HOME": str(folders["data"]),
        "XDG_RUNTIME_DIR": str(folders["run"]), "LOCPATH": str(folders["locale"]), "LANG": "fr_FR.UTF-8",
        "LC_ALL": "fr_FR.UTF-8", "LANGUAGE": "fr", SPOKEN: str(home / "spoken.txt"),
        "SPEECHD_ADDRESS": f"unix_socket:{folders['run']}/speechd.sock",
        "ACCESSIBILITY_ENABLED": "1", "GNOME_ACCESSIBILITY": "1", "GTK_MODULES": "gail:atk-bridge"}


@contextlib.contextmanager
def orca():
    """Orca and what it stands on, within a session; gives the file of what it says."""
    home, spoken = Path(os.environ["HOME"]), Path(os.environ[SPOKEN])
    spoken.write_text("", encoding="utf-8")
    with contextlib.ExitStack() as running:
        os.environ["DISPLAY"] = _screen(running)
        _start(running, ["openbox", "--config-file", _windows(home)])
        socket = Path(os.environ["SPEECHD_ADDRESS"].partition(":")[2])
        _start(running, ["speech-dispatcher", "-s", "-t", "0", "-C", _voice(home), "-L", str(home), "-S", str(socket)])
        _start(running, [str(BUS), "--launch-immediately"])
        _until(lambda: socket.exists() and _has_accessibility())
        _prefer(Path(os.environ["XDG_DATA_HOME"]) / "orca")
        _start(running, ["orca"])
        _until(lambda: spoken.stat().st_size)
        yield spoken


def _screen(running):
    """The name of a new screen."""
    screen = _start(running, ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"],
                    stdout=subprocess.PIPE, text=True)
    return ":" + screen.stdout.readline().strip()


def _start(running, command, **options):
    process = subprocess.Popen(command, **{"stdout": subprocess.DEVNULL, **options})
    running.callback(_stop, process)
    return process


def _stop(process):
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _windows(home):
    """The settings of a window manager that takes no key for itself: those of tables are Orca's."""
    path = home / "windows.xml"
    path.write_text('<openbox_config xmlns="http://openbox.org/3.4/rc"><keyboard/></openbox_config>', encoding="utf-8")
    return str(path)


def _voice(home):
    """The folder of a configuration of Speech Dispatcher whose only voice is ``written_speech.py``."""
    folder = home / "speech"
    (folder / "modules").mkdir(parents=True, exist_ok=True)
    (folder / "speechd.conf").write_text(VOICE.format(module=MODULE), encoding="utf-8")
    (folder / "modules" / "written.conf").write_text("", encoding="utf-8")
    return str(folder)


def _prefer(folder):
    folder.mkdir(exist_ok=True)
    (folder / "user-settings.conf").write_text(json.dumps(PREFERENCES), encoding="utf-8")


def _has_accessibility():
    asked = ["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/", "org.freedesktop.DBus."
             "NameHasOwner", "string:org.a11y.Bus"]
    return "true" in subprocess.run(asked, capture_output=True, text=True, check=False).stdout


def _until(condition):
    end = time.monotonic() + PATIENCE
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError("un programme de la salle ne démarre pas")
        time.sleep(0.1)


def version():
    """The version of Orca."""
    told = subprocess.run(["orca", "--version"], capture_output=True, text=True, check=False).stdout
    return re.sub(r"[^\d.]", "", told)
