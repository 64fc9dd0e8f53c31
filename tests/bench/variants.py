"""The dossier page as others would make it: stock Brython, Pyodide, no script; folders to serve side by side."""

import json
import re
import shutil
from importlib.resources import files
from pathlib import Path

from pipeline import brython_aot
from pipeline.node import run_npm

ROOT = Path(__file__).resolve().parents[2]
PYODIDE = "pyodide@314.0.7"
SCRIPTS = re.compile(r"<script defer[^>]*></script>\s*")
POLICY = re.compile(r"<meta http-equiv[^>]*>")

STOCK_START = """
window.pidSuite = true;
document.addEventListener('DOMContentLoaded', () => brython({debug: 0}));
window.pidPdf = {warm() {}};
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
from pid_rules.evaluate import evaluate
from pid_rules.rules import CATALOGUE
from pid_rules.output.summary import progress
report = evaluate(FORM, CATALOGUE, dossier, 'envoi', 739940, {'departement': {'zone': 'B'}})
'%d / %d' % progress(FORM, dossier, report)`);
  document.getElementById('avancement').textContent = words;
  document.documentElement.dataset.juge = '';
})();
"""


def without_scripts(html: str) -> str:
    """The page without scripts and without policy."""
    return POLICY.sub("", SCRIPTS.sub("", html))


def with_scripts(html: str, *tags: str) -> str:
    return without_scripts(html).replace("</head>", "".join(tags) + "</head>")


def make(dist: Path, out: Path, pyodide: bool) -> dict[str, Path]:
    """Folder of each variant; « site » is the site itself, and each has a blank page with the storage only."""
    folders = {"site": out / "site", "stock": out / "stock", "html": out / "html"}
    if pyodide:
        folders["pyodide"] = out / "pyodide"
    for folder in folders.values():
        shutil.copytree(dist, folder)
        (folder / "blank.html").write_text('<!doctype html><script src="storage.js"></script>', encoding="utf-8")
    html = (dist / "dossier" / "index.html").read_text(encoding="utf-8")
    page = Path("dossier") / "index.html"
    (folders["html"] / page).write_text(without_scripts(html), encoding="utf-8")
    _stock(folders["stock"], page, html)
    if pyodide:
        _pyodide(folders["pyodide"], page, html, out)
    return folders


def _stock(folder: Path, page: Path, html: str) -> None:
    (folder / "brython.js").write_text(brython_aot.source(), encoding="utf-8")
    modules = {one["name"]: [".py", one["source"], [], one["package"]] for one in brython_aot.modules(ROOT)}
    vfs = "__BRYTHON__.use_VFS = true;\n__BRYTHON__.update_VFS(" + json.dumps(modules) + ");\n"
    (folder / "start.js").write_text(vfs + STOCK_START, encoding="utf-8")
    tags = [f'<script src="../{name}"></script>' for name in ("storage.js", "brython.js", "start.js")]
    tags.append('<script type="text/python">from ui import page_dossier\npage_dossier.start()</script>')
    (folder / page).write_text(with_scripts(html, *tags), encoding="utf-8")


def _pyodide(folder: Path, page: Path, html: str, out: Path) -> None:
    run_npm(["install", "--no-save", "--ignore-scripts", "--prefix", str(out / "npm"), PYODIDE])
    shutil.copytree(out / "npm" / "node_modules" / "pyodide", folder / "pyodide")
    modules = {one["file"]: one["source"] for one in brython_aot.modules(ROOT) if one["name"].startswith("pid_rules")}
    (folder / "start.js").write_text("const MODULES = " + json.dumps(modules) + ";\n" + PYODIDE_START, encoding="utf-8")
    tags = [f'<script defer src="../{name}"></script>' for name in ("storage.js", "pyodide/pyodide.js", "start.js")]
    (folder / page).write_text(with_scripts(html, *tags), encoding="utf-8")
