"""fontkit without the tables that shape Indic scripts: our faces are Latin, and these tables are a tenth of the PDF
script."""

import re
from pathlib import Path

from pipeline.node import BuildError

MODULE = Path("fontkit") / "dist" / "browser-module.mjs"
# In order: two state machines and two tables of characters, each read by the shapers of those scripts only.
TABLES = (
    (re.compile(r'JSON\.parse\("\{\\"stateTable\\".*"\)'), '{stateTable: [], accepting: [], tags: []}'),
    (re.compile(r'JSON\.parse\("\{\\"categories\\".*"\)'),
     '{categories: [], decompositions: {}, stateTable: [], accepting: [], tags: []}'),
    (re.compile(r'new \(0, \$\w+\$unicodetrie\)\(\(0, \$\w+\$export\$\w+\)\("[^"]{4000,}"\)\)'), "null"),
)
EXPECTED = (1, 1, 2)


def write_latin(node_modules: Path, out: Path) -> None:
    """Write ``out/fontkit.mjs``; BuildError when the pinned module is not the one that was read."""
    text = (node_modules / MODULE).read_text(encoding="utf-8")
    for (pattern, instead), expected in zip(TABLES, EXPECTED):
        text, found = pattern.subn(instead, text)
        if found != expected:
            raise BuildError(f"fontkit : {found} tables « {pattern.pattern[:40]} » au lieu de {expected}.")
    out.mkdir(parents=True, exist_ok=True)
    (out / "fontkit.mjs").write_text(text, encoding="utf-8")
