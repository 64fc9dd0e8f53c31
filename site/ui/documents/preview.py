"""A document as HTML, from the same blocks as its PDF: for the screen, and for the browser's own print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.kit import dom
from ui.kit.figure import drawn

if TYPE_CHECKING:
    from typing import Any

    from browser import Element

MENTIONS = (("demonstration", "DÉMONSTRATION"), ("brouillon", "BROUILLON"))


def draw(sheet: Element, described: Any) -> None:
    """Show a described document in an element."""
    meta = described["meta"]
    sheet.setAttribute("class", "feuille gros" if meta["large"] else "feuille")
    said = [words for key, words in MENTIONS if meta[key]]
    parts = [dom.make("p", " – ".join(said), class_="filigrane")] if said else []
    parts.append(dom.make("p", described["header"]["right"], class_="reference"))
    dom.fill(sheet, *parts, *_drawn(described["blocks"]))


def _drawn(blocks: Any) -> list[Any]:
    return [DRAW[block["t"]](block) for block in blocks]


def _heading(block: Any) -> Any:
    # The page has its own first heading: those of the document come one level below.
    return dom.make("h" + str(block["level"] + 1), block["text"])


def _paragraph(block: Any) -> Any:
    return dom.make("p", block["text"], class_="texte-" + block["style"])


def _pairs(block: Any) -> Any:
    made = dom.make("dl", "", class_="paires")
    for rank, (label, value) in enumerate(block["rows"]):
        beside = rank in block["beside"] or rank - 1 in block["beside"]
        made.appendChild(dom.make("div", "", dom.make("dt", label), _cell(value, "dd"),
                                  class_="moitie" if beside else "seule"))
    return dom.make("div", "", dom.make("p", block["caption"], class_="legende"), made) if block["caption"] else made


def _table(block: Any) -> Any:
    table = dom.make("table")
    if block["caption"]:
        table.appendChild(dom.make("caption", block["caption"]))
    table.appendChild(dom.make("thead", "", dom.make("tr", "", *[dom.make("th", text, scope="col")
                                                                 for text in block["head"]])))
    body = dom.make("tbody")
    for row in block["rows"]:
        cells = [_cell(text) for text in row[1:]]
        for text, cell in zip(block["head"][1:], cells):
            cell.setAttribute("data-entete", text)  # said in the cell where a narrow screen has no room for columns
        body.appendChild(dom.make("tr", "", dom.make("th", row[0], scope="row"), *cells))
    table.appendChild(body)
    return table


def _cell(text: str, tag: str = "td") -> Any:
    return dom.make(tag, text) if text.strip() else dom.make(tag, "", dom.make("p", "", class_="a-remplir"))


def _list(block: Any) -> Any:
    return dom.make("ul", "", *[dom.make("li", item) for item in block["items"]])


def _signatures(block: Any) -> Any:
    boxes = []
    for box in block["boxes"]:
        lines = [box["name"], box["mention"], "Le " + box["date"] if box["date"] else ""]
        boxes.append(dom.make("div", "", dom.make("p", "", dom.make("strong", box["label"])),
                              *[dom.make("p", line) for line in lines if line], class_="cadre"))
    return dom.make("div", "", *boxes, class_="cadres")


def _ticks(block: Any) -> Any:
    return dom.make("div", "", *[dom.make("div", "", dom.make("p", "", dom.make("strong", one["title"])), dom.make(
        "ul", "", *[dom.make("li", (sign + " " + words).strip()) for sign, words in one["items"]]))
        for one in block["lists"]], class_="coches")


def _frames(block: Any) -> Any:
    return dom.make("div", "", *[dom.make("div", "", dom.make("p", "", dom.make("strong", one["title"])),
                                          *[dom.make("p", line) for line in one["lines"]], class_="cadre")
                                 for one in block["frames"]], class_="cadres")


def _sheet(block: Any) -> Any:
    columns = [dom.make("div", "", *_drawn(block[side])) for side in ("left", "right")]
    return dom.make("div", "", *_drawn(block["head"]), dom.make("div", "", *columns, class_="fiche-colonnes"),
                    *_drawn(block["foot"]), class_="fiche")


def _page_break(block: Any) -> Any:
    return dom.make("hr", class_="saut")


DRAW = {"h": _heading, "p": _paragraph, "kv": _pairs, "table": _table, "ul": _list, "sign": _signatures,
        "figure": drawn, "ticks": _ticks, "frames": _frames, "sheet": _sheet, "pagebreak": _page_break}
