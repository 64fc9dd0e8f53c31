"""The fictional files of other software, read as the scripts of the page read them: what is on the lists, no more."""

import pathlib
import xml.etree.ElementTree as ElementTree

from pid_rules.reprise import agenda, cours
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


def events(text):
    """The events of an iCalendar file, unfolded and without escapes, of the matter alone in their description."""
    lines, found, current = [], [], None
    for line in text.replace("\r\n", "\n").split("\n"):
        if line[:1] in (" ", "\t") and lines:
            lines[-1] += line[1:]
        else:
            lines.append(line)
    for line in lines:
        if line == "BEGIN:VEVENT":
            current = {}
        elif line == "END:VEVENT":
            found.append(current)
            current = None
        elif current is not None and ":" in line:
            head, value = line.split(":", 1)
            name = head.split(";")[0].upper()
            if name in agenda.READ:
                current[name] = without_escapes(value)
    for event in found:
        event["DESCRIPTION"] = "\n".join([line for line in event.get("DESCRIPTION", "").split("\n")
                                          if line.startswith("Matière :")])
    return found


def without_escapes(value):
    """The text of an iCalendar property."""
    kept, position = "", 0
    while position < len(value):
        if value[position] == "\\" and position + 1 < len(value):
            position += 1
            kept += "\n" if value[position] in "nN" else value[position]
        else:
            kept += value[position]
        position += 1
    return kept


def lessons_of_edt(name):
    """The lessons of an export of EDT."""
    root = ElementTree.fromstring((DATA / name).read_bytes())
    return [{child.tag: child.text or "" for child in node if child.tag in cours.READ} for node in root]
