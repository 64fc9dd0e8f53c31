"""Subset the two faces of the PDF and list the characters that they can draw.

The faces are Arimo Regular and Bold (SIL Open Font License 1.1, metric twin of Liberation Sans), taken
from the npm package ``@expo-google-fonts/arimo``, which holds them complete.
"""

import json
from pathlib import Path
from typing import Any, cast

from fontTools import subset
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

PACKAGE = "@expo-google-fonts/arimo"
FACES = {"regular": "400Regular/Arimo_400Regular.ttf", "bold": "700Bold/Arimo_700Bold.ttf"}

#: What a French school may write. Every Latin letter of a name: Polish, Turkish, Vietnamese, Azerbaijani, those of West
#: Africa and of Polynesia… The combining accents that have no composed letter. The signs of typography.
WANTED = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x024F),  # Latin-1, Latin Extended-A and -B
    *[(code, code)
      for code in (0x251, 0x253, 0x254, 0x256, 0x257, 0x259, 0x25B, 0x260, 0x263, 0x268, 0x269, 0x26F, 0x272, 0x275,
                   # ɓ ɗ ə ɛ ɔ ʋ…
                   0x280, 0x283, 0x288, 0x289, 0x28A, 0x28B, 0x28C, 0x292, 0x294, 0x2C65, 0x2C66, 0x2C6D)],
    (0x02B9, 0x02CC),  # the letters and marks of Polynesian and Breton names: ʻ ʼ
    (0x0300, 0x036F),  # combining accents
    (0x1E00, 0x1EFF),  # Latin Extended Additional
    (0x2000, 0x200A),  # spaces
    (0x2010, 0x2027),  # dashes, quotation marks, bullet, ellipsis
    (0x202F, 0x203A),  # narrow no-break space, per mille, primes, angle quotes
    (0x2044, 0x2044),  # fraction slash
    (0x2070, 0x209C),  # superscripts and subscripts
    (0x0394, 0x0394), (0x03A9, 0x03A9), (0x03C0, 0x03C0),  # Δ Ω π
    (0x20AC, 0x20AC),  # euro
    (0x2116, 0x2122),  # numero, trade mark
    (0x2150, 0x215F),  # fractions
    (0x2190, 0x2195),  # arrows
    (0x2212, 0x2265),  # minus, inequality
    (0x25A0, 0x25CF),  # squares and discs
    (0xA78B, 0xA78C),  # saltillo
)

#: Boxes, ticks and crosses of forms, which Arimo has not. Contours are in thousandths of the em. Each sign says whether
#: it stands in a box.
TICK = ((60, 290), (150, 360), (260, 220), (500, 620), (590, 570), (270, 60))
CROSS = ((120, 40), (330, 250), (540, 40), (610, 110), (400, 320), (610, 530), (540, 600), (330, 390), (120, 600),
         (50, 530), (260, 320), (50, 110))
BOX = ((30, -20), (30, 660), (710, 660), (710, -20)), ((85, 35), (655, 35), (655, 605), (85, 605))
IN_BOX = 40
ADVANCE, ADVANCE_OF_BOX = 660, 740
#: Accents that the engine of the PDF puts where the letter ends, for want of the anchors of the face (twelve kB).
#: Those of two letters, and those that stand beside their letter, are well there.
ACCENTS = set(range(0x0300, 0x0370)) - {0x0315, 0x031B, 0x0321, 0x0322, 0x0358, *range(0x035C, 0x0363)}
SIGNS = {0x2610: (None, True), 0x2611: (TICK, True), 0x2612: (CROSS, True), 0x2713: (TICK, False),
         0x2717: (CROSS, False)}

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
    for code, (contour, boxed) in SIGNS.items():
        _draw(font, code, contour, boxed)
    for code in ACCENTS & set(characters(font)):
        _put_over_letters(font, code)
    wanted = {code for first, last in WANTED for code in range(first, last + 1)} - UNWANTED | set(SIGNS)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    font.save(target)
    return set(characters(font))


def characters(font: TTFont) -> dict[int, str]:
    """The glyph of each character of a face."""
    return font.getBestCmap() or {}


def _draw(font: TTFont, code: int, contour: tuple | None, boxed: bool) -> None:
    """Add one of the SIGNS to a face."""
    scale = cast("Any", font["head"]).unitsPerEm / 1000
    pen = TTGlyphPen(None)
    shift = IN_BOX if boxed else 0
    moved = () if contour is None else (tuple((x + shift, y) for x, y in contour),)
    for points in (*(BOX if boxed else ()), *moved):
        pen.moveTo(tuple(round(value * scale) for value in points[0]))
        for point in points[1:]:
            pen.lineTo(tuple(round(value * scale) for value in point))
        pen.closePath()
    _add(font, code, pen.glyph(), round((ADVANCE_OF_BOX if boxed else ADVANCE) * scale))


def _put_over_letters(font: TTFont, code: int) -> None:
    """Have an accent stand in the middle of the letter before, as wide as an « o »."""
    drawn = characters(font)[code]
    shape = font["glyf"][drawn]
    if shape.numberOfContours:
        pen = TTGlyphPen(cast("Any", font.getGlyphSet()))
        middle = (shape.xMin + shape.xMax) // 2
        pen.addComponent(drawn, (1, 0, 0, 1, -font["hmtx"]["o"][0] // 2 - middle, 0))
        _add(font, code, pen.glyph(), 0)


def _add(font: TTFont, code: int, glyph: Glyph, advance: int) -> None:
    """Have a face draw this glyph for a code point."""
    name = f"pid{code:04X}"
    font.setGlyphOrder([*font.getGlyphOrder(), name])
    font["glyf"].glyphs[name] = glyph
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (advance, glyph.xMin)
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[code] = name


def _ranges(codes: list[int]) -> list[list[int]]:
    """Group sorted code points into inclusive ranges."""
    ranges: list[list[int]] = []
    for code in codes:
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return ranges
