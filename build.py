"""Builds the static site: ``python build.py [--profil 49] [--serve] [--port 8000] [--plain]``.

Steps: JavaScript libraries, fonts, scripts, Brython ahead of time, frozen pages, list of files for offline use, checks.
The same commit gives the same bytes.
"""

import argparse
import datetime
import functools
import http.server
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import brotli

ROOT = Path(__file__).resolve().parent
DIST = ROOT / "dist"
sys.path.insert(0, str(ROOT / "site"))

import formulations  # noqa: E402 (site/ must be on the path first)
from pid_rules.dossier.json_schema import json_schema  # noqa: E402
from pid_rules.files import PROFILE, Unreadable, read_profile  # noqa: E402
from pid_rules.form import FORM  # noqa: E402 (site/ must be on the path first)
from pid_rules.received import LIMITS  # noqa: E402
from pid_rules.words.visible import WRITTEN_AS  # noqa: E402
from pipeline import (  # noqa: E402
    calendar,
    fontkit,
    fonts,
    freeze,
    headers,
    javascript,
    links,
    node,
    precache,
    residue,
    sbom,
    single,
)
from pipeline.brython import aot, fast, lighter, runtime  # noqa: E402

UNDATED = "2026-01-01"
"""Day of a version built without git."""


def main(arguments: list[str] | None = None, today: datetime.date | None = None) -> int:
    """Build, say what the calendar lacks on that day, then serve when asked; returns the exit code."""
    parser = argparse.ArgumentParser(description="Construit le site dans dist/")
    parser.add_argument("--profil", default=PROFILE.parent.name, metavar="DEPARTEMENT",
                        help="département du site : un dossier de pid_rules/profils, ou le chemin du sien")
    parser.add_argument("--serve", action="store_true", help="sert dist/ sur cet ordinateur, après la construction")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--plain", action="store_true", help="sans les raccourcis de site/pipeline/brython/fast")
    options = parser.parse_args(arguments)
    try:
        build(DIST, () if options.plain else fast.EVERY, options.profil)
    except (Unreadable, node.BuildError) as error:
        print(f"La construction s'est arrêtée. {error}", file=sys.stderr)
        return 1
    lacking = calendar.missing(today or datetime.date.today())
    if lacking:
        print(lacking)
    if options.serve:
        serve(DIST, options.port)
    return 0


def build(out: Path, families: tuple = fast.EVERY, departement: Path | str = PROFILE) -> None:
    """Build the whole site of a département into a folder, with these fast paths.

    Raises BuildError or Unreadable with a readable sentence.
    """
    start = time.perf_counter()
    profile = read_profile(departement)
    if node.install():
        print("Bibliothèques JavaScript installées.")
    write(out, profile, compiled(families))
    report(out, time.perf_counter() - start)


def compiled(families: tuple) -> dict[str, str]:
    """{name: text} of the scripts of the pages, with these fast paths: every département has the same."""
    scripts = {
        "brython.js": javascript.minify(runtime.text(families)),
        **{name: javascript.minify(text) for name, text in aot.scripts(lighter.modules(ROOT), families).items()},
    }
    scripts["app.js"] = aot.run_at_once(scripts["app.js"])
    with tempfile.TemporaryDirectory() as work:
        fonts.write_fonts(node.NODE_MODULES, Path(work))
        fontkit.write_latin(node.NODE_MODULES, Path(work))
        scripts |= javascript.scripts(json_schema(FORM), WRITTEN_AS, LIMITS, formulations.read(), Path(work))
    return scripts


def write(out: Path, profile: dict, scripts: dict[str, str]) -> None:
    """Write the site of a département into a folder, and check it."""
    day = commit_day()
    import pid_site  # imported here: templates are read when the application is made

    with pid_site.of_departement(profile):
        freeze.freeze(pid_site.app, scripts, day, out)
        fragments = pid_site.fragments()
        document = single.single_file(pid_site, fragments, scripts, javascript.single_file_start(), out / "static")
    (out / single.NAME).write_text(document, encoding="utf-8", newline="")
    single.tell(out)
    (out / "_headers").write_text(headers.cloudflare(), encoding="utf-8")
    (out / ".htaccess").write_text(headers.apache(), encoding="utf-8")
    components = sbom.sbom(ROOT / "pyproject.toml", node.SITE / "package-lock.json", day)
    (out / sbom.NAME).write_text(components, encoding="utf-8")
    precache.pack(out)
    files = precache.manifest(out)
    (out / "sw.js").write_text(javascript.service_worker(files, precache.version(files, day)), encoding="utf-8")
    found = links.problems(out, single.NAME) + links.problems_of_fragments(fragments)
    if found:
        raise node.BuildError("Liens à corriger :\n  " + "\n  ".join(found))
    held = residue.problems(out, ROOT / "site" / "ui")
    if held:
        raise node.BuildError("Ce que le site ne doit pas contenir :\n  " + "\n  ".join(held))


def commit_day() -> str:
    """Day of the last commit, or a fixed day without git: never the day of the build."""
    git = subprocess.run(["git", "log", "-1", "--format=%cs"], cwd=ROOT, capture_output=True, text=True, check=False)
    return git.stdout.strip() or UNDATED


def report(out: Path, seconds: float) -> None:
    """Print what was made: number of files, size as stored and as sent compressed, time."""
    sizes = [(path.stat().st_size, len(brotli.compress(path.read_bytes(), quality=9)))
             for path in out.rglob("*") if path.is_file()]
    raw, sent = (sum(column) // 1000 for column in zip(*sizes))
    print(f"{out.name}/ : {len(sizes)} fichiers, {raw} kB, {sent} kB compressés, en {seconds:.1f} s.")


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves the folder as a static host would; nothing is kept by the browser but by the service worker."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *arguments: object) -> None:
        pass


Handler.extensions_map = {**Handler.extensions_map, ".js": "text/javascript",
                          ".webmanifest": "application/manifest+json"}


def serve(out: Path, port: int) -> None:
    """Serve the folder on this computer only, until interrupted."""
    try:
        server = http.server.ThreadingHTTPServer(("127.0.0.1", port), functools.partial(Handler, directory=str(out)))
    except OSError:
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(out)))
    print(f"Le site est servi à l'adresse http://127.0.0.1:{server.server_port}/ (Ctrl+C pour arrêter).", flush=True)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print()


if __name__ == "__main__":
    sys.exit(main())
