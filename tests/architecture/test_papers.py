"""No paper, docstring or comment sends a reader to a file that the repository has not: what is cited can be opened."""

import re
import tomllib
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROOMS = (".ci", ".github", "docs", "pid_rules", "site", "tests")
INSTALLED = {"node_modules", "__pycache__"}
COMMENTS = {
    ".js": re.compile(r"/\*.*?\*/|(?<![:\"'])//[^\n]*", re.DOTALL),
    ".py": re.compile(r'^[ ]*"""(?:.*?)"""|(?<!\S)#[^\n]*', re.DOTALL | re.MULTILINE),
    ".css": re.compile(r"/\*.*?\*/", re.DOTALL),
    ".html": re.compile(r"\{#.*?#\}", re.DOTALL),
    **dict.fromkeys((".toml", ".yml", ""), re.compile(r"(?<!\S)#[^\n]*")),
}
"""How each kind of file speaks to who reads it; Markdown is read whole."""

SUFFIXES = "md|py|js|mjs|toml|txt|html|css|json|tsv|yml"
PATH = re.compile(r"(?<![\w@/.{-])\.?[\w*-][\w.*-]*(?:/[\w.*-]+)*\.(?:" + SUFFIXES + r")(?![\w(]|\.\w)")
FOLDER = re.compile(r"`([\w.-]+(?:/[\w.-]+)*)/`")
DECISION = re.compile(r"(?:\bADR |\badr/)(\d{4})")
MODULE = re.compile(r"\b(?:pid_rules|pipeline|tests|ui)(?:\.[a-z_]\w*)+(?<!_)\b")
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")
NOWHERE = re.compile(r"\bthe (?:brief|domain study|study)\b|\(issue \d", re.IGNORECASE)
"""Papers that were read by those who wrote the first version, and stayed with them."""

NOT_OURS = {
    "app.js": "made by the build", "suite.js": "made by the build", "pages.js": "made by the build",
    "documents.js": "made by the build", "suivi.js": "made by the build", "gestes.js": "made by the build",
    "brython.js": "comes with Brython", "zip.js": "a library",
    "index.html": "made by the build", "dossier-pid.html": "made by the build", "sbom.cdx.json": "made by the build",
    "dossier.json": "attached to a document", "dossier.pdf": "downloaded", "FILE.json": "to be given",
    "dist": "made by the build", "out": "made by the build",
}
"""Names, of files or of the folder where they stand, that a text may say though the repository has them not."""

TO_COME = {"docs/calendrier.md": {"pid_rules/sources/archives/arrete-calendrier-2028-2029.txt"}}
"""What a recipe asks to write."""


def files():
    """Every file of the repository, as a path from its root."""
    inside = [path for room in ROOMS for path in (ROOT / room).rglob("*") if not INSTALLED & set(path.parts)]
    return sorted(path.relative_to(ROOT).as_posix() for path in [*inside, *ROOT.iterdir()] if path.is_file())


FILES = files()
ENDS = {name[start:] for name in FILES for start in [0, *[sign.end() for sign in re.finditer("/", name)]]}
"""What a text may write for a file: its path, or the end of it."""
FOLDERS = {end[:sign.start()] for end in ENDS for sign in re.finditer("/", end)}
READ = [name for name in FILES if Path(name).suffix in {*COMMENTS, ".md"} and not name.startswith("tests/data/")]


@cache
def said(name):
    """What a file says to its reader."""
    text, suffix = (ROOT / name).read_text(encoding="utf-8"), Path(name).suffix
    return text if suffix == ".md" else "\n".join(COMMENTS[suffix].findall(text))


def missing(text, place=None):
    """What a text cites and that the repository has not; ``place`` is the folder that its links start from, if it has
    any."""
    paths = [found.lstrip("./") for found in PATH.findall(text)]
    found = [path for path in paths if "*" not in path and path not in ENDS and not of_others(path)]
    found += [folder + "/" for folder in FOLDER.findall(text) if folder not in FOLDERS and not of_others(folder)]
    found += ["ADR " + number for number in DECISION.findall(text) if not list((ROOT / "docs/adr").glob(number + "-*"))]
    found += [module for module in MODULE.findall(text) if not is_module(module)]
    found += [link for link in LINK.findall(text) if place is not None and not (ROOT / place / link).exists()]
    return sorted({*found, *NOWHERE.findall(text)})


def of_others(path):
    """Whether a path is one that the build makes, a library or a download."""
    parts = path.split("/")
    return parts[0] in NOT_OURS or parts[-1] in NOT_OURS


def is_module(name):
    """Whether a dotted name is a file or a folder of Python, or starts with one that holds the next word."""
    here = ROOT / "site" if name.split(".")[0] in ("ui", "pipeline") else ROOT
    for part in name.split("."):
        if here.with_suffix(".py").is_file():
            return re.search(rf"\b{part}\b", here.with_suffix(".py").read_text(encoding="utf-8")) is not None
        here = here / part
    return here.is_dir() or here.with_suffix(".py").is_file()


def absent(name):
    """What a file cites in vain."""
    place = Path(name).parent if name.endswith(".md") else None
    return [cited for cited in missing(said(name), place) if cited not in TO_COME.get(name, ())]


def test_what_is_cited_can_be_opened():
    in_vain = [f"{name} cites {', '.join(absent(name))}" for name in READ if absent(name)]
    assert in_vain == [], \
        "not in the repository: cite what holds it now, or write here what it says\n" + "\n".join(in_vain)


def test_names_that_are_not_ours_are_still_said():
    whole = "\n".join(map(said, READ))
    assert [name for name in NOT_OURS if name not in whole] == []


def test_control_what_is_nowhere_is_seen():
    nowhere = ("domaine.md", "exemples/complet.json", "`exemples/`", "ADR 0999", "docs/adr/0999", "pid_rules.nowhere",
               "ui.kit.dom.nobody", "[here](nowhere.md)", "as the brief asks", "(issue 13)")
    present = ("docs/format.md", "planning/disciplines.py", "`docs/`", "ADR 0002", "pid_rules.rules", "ui.kit.dom.make",
               "[here](README.md)", "https://example.org/a.md", "a brief sentence", "tests/cases/*.toml", "site.css")
    assert [text for text in nowhere if not missing(text, "")] == []
    assert [text for text in present if missing(text, "")] == []


def test_the_glossary_has_the_words_of_the_code():
    table = (ROOT / "docs/glossaire.md").read_text(encoding="utf-8").partition("## La mécanique")[2]
    words = [word for line in table.splitlines()
             for word in re.findall(r"`(\w+)`", line.split("|")[1] if "|" in line else "")]
    code = "\n".join((ROOT / name).read_text(encoding="utf-8") for name in FILES
                     if name.startswith(("pid_rules/", "site/")) and name.endswith((".py", ".js")))
    gone = [word for word in words if not re.search(rf"\b{word}\b", code)]
    assert words and gone == [], "docs/glossaire.md: write the word that the code says now"


def test_the_changelog_begins_with_what_is_not_released_then_the_version_of_the_project():
    told = [heading.split()[0]
            for heading in re.findall(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)]
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert told[0] == "Unreleased", "keep « ## Unreleased » first, empty after a release"
    assert told[1:2] in ([], [version]), f"pyproject.toml says {version}, the last release of CHANGELOG.md is {told[1]}"
