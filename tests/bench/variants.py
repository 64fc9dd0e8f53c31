"""The dossier page as others would make it: stock Brython, Pyodide, form libraries, by hand, no script; folders to
serve."""

import json
import re
import shutil
from pathlib import Path

from pid_rules.form import FORM
from pipeline import javascript, precache
from pipeline.brython import lighter, runtime
from pipeline.node import run_npm
from tests.bench import peers

ROOT = Path(__file__).resolve().parents[2]
NAMES = ("site", "stock", "pyodide", "surveyjs", "enketo", "floor", "loaded", "html")
PYODIDE = "pyodide@314.0.7"
SCRIPTS = re.compile(r"<script [^>]*src=[^>]*></script>\s*")
STORAGE = '<script src="../storage.js"></script>'
POLICY = re.compile(r"<meta http-equiv[^>]*>")

STOCK_START = """
window.pidSuite = true;
document.addEventListener('DOMContentLoaded', () => brython({debug: 0}));
window.pidPdf = {look: () => new Promise(() => {})};
"""
PYODIDE_START = """
(async () => {
  const python = await loadPyodide({indexURL: '../pyodide/'});
  for (const [name, source] of Object.entries(MODULES)) {
    const path = '/home/pyodide/' + name;
    python.FS.mkdirTree(path.slice(0, path.lastIndexOf('/')));
    python.FS.writeFile(path, source);
  }
  const id = new URLSearchParams(location.search).get('d');
  const record = await pidStore.get(id);
  python.globals.set('text', record.json);
  python.runPython(`
import json
from pid_rules.form import FORM
dossier = json.loads(text)`);
  document.documentElement.dataset.ouvert = '';
  await new Promise((resolve) => setTimeout(resolve));
  const words = python.runPython(`
from pid_rules.judgement.evaluate import evaluate
from pid_rules.judgement.summary import progress
from pid_rules.rules import CATALOGUE
report = evaluate(FORM, CATALOGUE, dossier, 'envoi', 739940, {'departement': {'zone': 'B'}})
'%d / %d' % progress(FORM, dossier, report)`);
  document.getElementById('avancement').textContent = words;
  document.documentElement.dataset.juge = '';
})();
"""


def without_scripts(html: str) -> str:
    """The page without scripts and without policy."""
    return POLICY.sub("", SCRIPTS.sub("", html))


def with_scripts(html: str, *names: str) -> str:
    """The page with the storage where the site has it, before the styles, then other scripts of its folder."""
    tags = "".join(f'<script defer src="../{name}"></script>' for name in names)
    styles = html.index("<link rel")
    return without_scripts(html[:styles]) + STORAGE + without_scripts(html[styles:]).replace("</head>",
                                                                                             tags + "</head>")


def precached(dist: Path) -> set[str]:
    """Names of the files that the service worker keeps."""
    return set(precache.manifest(dist))


def make(dist: Path, out: Path, without: set[str]) -> dict[str, Path]:
    """Folder of each variant but those named; « site » is the site itself, and each has a blank page with the storage
    only."""
    folders = {name: out / name for name in NAMES if name not in without}
    for folder in folders.values():
        shutil.copytree(dist, folder)
        (folder / "blank.html").write_text('<!doctype html><script src="storage.js"></script>', encoding="utf-8")
    html = (dist / "dossier" / "index.html").read_text(encoding="utf-8")
    page = Path("dossier") / "index.html"
    if "html" in folders:
        (folders["html"] / page).write_text(without_scripts(html), encoding="utf-8")
    if "stock" in folders:
        _stock(folders["stock"], page, html)
    if "floor" in folders:
        _floor(folders["floor"], page, html)
    if "loaded" in folders:
        _floor(folders["loaded"], page, html, "brython.js")
    if "pyodide" in folders:
        _pyodide(folders["pyodide"], page, html, out)
    libraries = out / "libraries"
    if {"surveyjs", "enketo"} & set(folders):
        peers.install(libraries)
    if "surveyjs" in folders:
        peers.survey(folders["surveyjs"], libraries)
    if "enketo" in folders:
        peers.enketo(folders["enketo"], libraries)
    return folders


def _floor(folder: Path, page: Path, html: str, *before: str) -> None:
    """The page bound by hand, after other scripts: once with the Brython that we ship, loaded and used by nothing."""
    required = json.dumps([path for path, field in FORM.field.items() if not field.optional])
    by_hand = Path(__file__).with_name("floor.js").read_text(encoding="utf-8")
    (folder / "floor.js").write_text(javascript.minify(f"const REQUIRED = {required};\n{by_hand}"), encoding="utf-8")
    (folder / page).write_text(with_scripts(html, *before, "floor.js"), encoding="utf-8")


def _stock(folder: Path, page: Path, html: str) -> None:
    (folder / "brython.js").write_text(runtime.source(), encoding="utf-8")
    modules = {one["name"]: [".py", one["source"], [], one["package"]] for one in lighter.modules(ROOT)}
    vfs = "__BRYTHON__.use_VFS = true;\n__BRYTHON__.update_VFS(" + json.dumps(modules) + ");\n"
    (folder / "start.js").write_text(vfs + STOCK_START, encoding="utf-8")
    python = '<script type="text/python">from ui import page_dossier\npage_dossier.start()</script>'
    made = with_scripts(html, "brython.js", "start.js").replace("</head>", python + "</head>")
    (folder / page).write_text(made, encoding="utf-8")


def _pyodide(folder: Path, page: Path, html: str, out: Path) -> None:
    run_npm(["install", "--no-save", "--ignore-scripts", "--prefix", str(out / "npm"), PYODIDE])
    shutil.copytree(out / "npm" / "node_modules" / "pyodide", folder / "pyodide")
    modules = {one["file"]: one["source"] for one in lighter.modules(ROOT) if one["name"].startswith("pid_rules")}
    (folder / "start.js").write_text("const MODULES = " + json.dumps(modules) + ";\n" + PYODIDE_START, encoding="utf-8")
    (folder / page).write_text(with_scripts(html, "pyodide/pyodide.js", "start.js"), encoding="utf-8")
