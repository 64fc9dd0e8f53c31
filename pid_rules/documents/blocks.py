"""Blocks of a document, as the renderers receive them: plain dicts, texts in French typography."""

from pid_rules.words.typography import french


def heading(level, text):
    """A heading of level 1 to 3."""
    return {"t": "h", "level": level, "text": french(text)}


def paragraph(text, style="normal"):
    """A paragraph; ``style`` is normal, legal, lead or note."""
    return {"t": "p", "text": french(text), "style": style}


def paragraphs(text, style="normal"):
    """One paragraph for each line of a text that is not blank."""
    return [paragraph(line.strip(), style) for line in text.split("\n") if line.strip()]


def pairs(rows, caption=""):
    """Labels and values, one under the other; no block at all without rows."""
    if not rows:
        return []
    return [{"t": "kv", "caption": french(caption), "rows": [[french(label), french(value)] for label, value in rows]}]


def table(caption, head, rows, widths):
    """A table whose first column names its rows; ``widths`` are relative."""
    return {"t": "table", "caption": french(caption), "head": [french(text) for text in head],
            "rows": [[french(text) for text in row] for row in rows], "widths": list(widths), "rowhead": True}


def bullets(items):
    """A list; no block at all without items."""
    return [{"t": "ul", "items": [french(item) for item in items]}] if items else []


def box(label, mention, name, date):
    """One place to sign by hand, with the name and the date already noted."""
    return {"label": french(label), "mention": french(mention), "name": french(name), "date": french(date)}


def signatures(boxes):
    """Places to sign, each kept whole on its page."""
    return {"t": "sign", "boxes": boxes}


def page_break():
    """What follows begins a new page."""
    return {"t": "pagebreak"}
