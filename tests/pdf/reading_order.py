"""``python -m tests.pdf.reading_order FILE.pdf``: a document read aloud by its tagged structure, in its order.

Poppler reads it, which knows nothing of what composed it; a figure is heard by its alternative text.
"""

import re
import subprocess
import sys

import pikepdf

from tests.support.programs import tool

ELEMENT = re.compile(r"^ *([A-Z][A-Za-z0-9]*)(?: \(\w+\)|:)?$")
WORDS = re.compile(r'^ *"(.*)"$')


def read(path):
    """[(element, words)] of the structure, such as (« H1 », « Document pédagogique »), in reading order."""
    told = subprocess.run([tool("pdfinfo"), "-struct-text", str(path)], capture_output=True, text=True,
                          encoding="utf-8", check=True).stdout
    with pikepdf.open(path) as pdf:
        alternatives = [str(one.Alt) for one in figures(pdf.Root.StructTreeRoot)]
    said = []
    for line in told.splitlines():
        element, words = ELEMENT.match(line), WORDS.match(line)
        if element:
            said.append((element[1], alternatives.pop(0) if element[1] == "Figure" else ""))
        elif words and said and said[-1][0] != "Figure":
            said[-1] = (said[-1][0], said[-1][1] + words[1])
    return [one for one in said if one[1]]


def figures(element):
    """The figures of the structure, in order."""
    found = [element] if element.get("/S") == "/Figure" else []
    below = element.get("/K")
    for child in below if isinstance(below, pikepdf.Array) else [below]:
        found += figures(child) if isinstance(child, pikepdf.Dictionary) else []
    return found


if __name__ == "__main__":
    for name, text in read(sys.argv[1]):
        print(f"{name} : {text}")
