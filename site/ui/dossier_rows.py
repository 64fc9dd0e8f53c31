"""What the rows of the list of dossiers and of the deleted ones share: an identifier, and buttons that name their dossier."""

from ui import dom


def titled(record):
    """The title of a record of the storage, demonstrations said."""
    return record.titre + (" (démonstration)" if record.demonstration else "")


def row_of(template, record, name):
    """A new row for a record, its identifier noted, its ``name`` in each button for those who do not see the row."""
    row = dom.by_id(template).content.cloneNode(True).querySelector("li")
    row.setAttribute("data-id", record.id)
    for button in row.querySelectorAll("button"):
        button.appendChild(dom.make("span", "\u00a0: " + name, class_="invisible"))
    return row


def identifier(button):
    """The identifier of the row in which a button stands."""
    return dom.attribute(dom.closest(button, "li"), "data-id")


def row_with(place, wanted):
    """The row of that identifier in the list ``place``, or None."""
    for row in dom.by_id(place).select("li"):
        if dom.attribute(row, "data-id") == wanted:
            return row
    return None
