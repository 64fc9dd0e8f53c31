"""The errors of a page: beside each question, and gathered in a summary that takes the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import document

from ui.kit import dom
from ui.questions import binding

if TYPE_CHECKING:
    from typing import Any

    from browser import Element


def mark(path: str, message: str) -> None:
    """Show the error of one question or list, or with "" take it away."""
    place = dom.by_id(dom.element_id(path) + "-erreur")
    words = dom.ERREUR + message if message else ""
    if place is None or place.textContent == words and not place.classList.contains("levee"):
        return  # what describes a question is said again when it is written again
    dom.say(place, words)
    place.classList.remove("levee")
    champ = dom.closest(place, ".champ")
    if champ is None or dom.attribute(champ, "data-path") != path:
        return
    if message:
        champ.classList.add("faux")
    else:
        champ.classList.remove("faux")
    help = dom.element_id(path) + "-aide"
    described = ([help] if dom.by_id(help) is not None else []) + ([place.id] if message else [])
    controls = binding.controls(champ)
    for control in controls:
        control.setAttribute("aria-invalid", "true" if message else "false")
    is_group = champ.tagName.lower() == "fieldset" and not champ.classList.contains("champ-date")
    target = champ if is_group else controls[0]
    if described:
        target.setAttribute("aria-describedby", " ".join(described))
    else:
        target.removeAttribute("aria-describedby")


def fade(place: Element, is_right: bool) -> None:
    """Make an error unseen, in its room, while the answer that is being typed is right."""
    for control in binding.controls(dom.closest(place, ".champ")):
        control.setAttribute("aria-invalid", "false" if is_right else "true")
    if is_right:
        place.classList.add("levee")
    else:
        place.classList.remove("levee")


def warn(path: str, message: str) -> None:
    """Show beside a question what is to be checked in its answer, or with "" take it away."""
    dom.say(dom.by_id(dom.element_id(path) + "-constat"), message)


def summarise(section: Element, links: Any) -> None:
    """Show the links to the errors at the top of a page, and move the focus there; without any, take the summary
    away."""
    summary = section.select_one(".resume-erreurs")
    dom.fill(summary.select_one("ul"), *[dom.make("li", "", link) for link in links])
    summary.hidden = not links
    title = document.title
    if title.startswith(dom.ERREUR):
        title = title[len(dom.ERREUR):]
    document.title = dom.ERREUR + title if links else title
    if links:
        dom.focus(summary)
