"""Subset the two faces of the PDF and list the characters that they can draw.

The faces are Arimo Regular and Bold (SIL Open Font License 1.1, metric twin of Liberation Sans), taken
from the npm package ``@expo-google-fonts/arimo``, which holds them complete.
"""

import json
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

PACKAGE = "@expo-google-fonts/arimo"
FACES = {"regular": "400Regular/Arimo_400Regular.ttf", "bold": "700Bold/Arimo_700Bold.ttf"}

#: What a French school may write: every Latin letter of a name (Polish, Turkish, Vietnamese, …), the
#: combining accents that have no composed letter, and the signs of typography.
WANTED = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x024F),  # Latin-1, Latin Extended-A and -B
    (0x0300, 0x036F),  # combining accents
    (0x1E00, 0x1EFF),  # Latin Extended Additional
    (0x2000, 0x200A),  # spaces
    (0x2010, 0x2027),  # dashes, quotation marks, bullet, ellipsis
    (0x202F, 0x203A),  # narrow no-break space, per mille, primes, angle quotes
    (0x2044, 0x2044),  # fraction slash
    (0x2070, 0x209C),  # superscripts and subscripts
    (0x20AC, 0x20AC),  # euro
    (0x2116, 0x2122),  # numero, trade mark
    (0x2190, 0x2193),  # arrows
    (0x2212, 0x2265),  # minus, inequality
    (0x25A0, 0x25CF),  # squares and discs, among them the substitute of a missing character
)

#: Invisible or conditional: dropped from every text by the renderer, so never drawn.
UNWANTED = {0x00AD}


def write_fonts(node_modules: Path, out: Path) -> None:
    """Write ``out/fonts/<face>.ttf`` and ``out/coverage.json``.

    The coverage is a JSON list of inclusive ranges ``[first, last]`` of code points, sorted, that both
    faces can draw. The bytes depend on the package and on fontTools only. Raises FileNotFoundError when
    the package is not installed, ValueError when the two faces do not cover the same characters.
    """
    folder = out / "fonts"
    folder.mkdir(parents=True, exist_ok=True)
    covered = {face: _subset(node_modules / PACKAGE / path, folder / f"{face}.ttf") for face, path in FACES.items()}
    if covered["regular"] != covered["bold"]:
        raise ValueError(f"{PACKAGE}: Regular and Bold do not cover the same characters")
    ranges = _ranges(sorted(covered["regular"]))
    (out / "coverage.json").write_text(json.dumps(ranges, separators=(",", ":")) + "\n", encoding="utf-8")


def _subset(source: Path, target: Path) -> set[int]:
    """Write the subset of one face; return the code points that it covers."""
    options = subset.Options()
    options.hinting = False
    options.layout_features = ["kern"]
    options.drop_tables += ["GSUB", "STAT", "gasp"]
    options.glyph_names = False
    options.notdef_outline = True
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    # The file keeps the date of the original, so that two builds give the same bytes.
    font = TTFont(source, recalcTimestamp=False)
    wanted = {code for first, last in WANTED for code in range(first, last + 1)} - UNWANTED
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    font.save(target)
    return set(font.getBestCmap())


def _ranges(codes: list[int]) -> list[list[int]]:
    """Group sorted code points into inclusive ranges."""
    ranges: list[list[int]] = []
    for code in codes:
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return ranges
