"""The fictional files of other software, read as the scripts of the page read them: what is on the lists, no more."""

import pathlib
import xml.etree.ElementTree as ElementTree

from pid_rules.reprise.siecle import READ

DATA = pathlib.Path(__file__).parents[1] / "data" / "reprise"


def siecle(name):
    """One XML file of SIECLE as plain data."""
    return opened(ElementTree.fromstring((DATA / name).read_bytes()))


def opened(root):
    """The elements of each block that may be read, an attribute of what stands around them being one of their tags."""
    found = {"racine": root.tag, **{block: [] for block in READ}}

    def walk(node, around):
        held = {**around, **node.attrib}
        if node.tag in READ:
            children = {child.tag: child.text or "" for child in node if len(child) == 0}
            found[node.tag].append({tag: {**held, **children}[tag] for tag in READ[node.tag]
                                    if tag in children or tag in held})
        for child in node:
            walk(child, held)
    walk(root, {})
    return found
