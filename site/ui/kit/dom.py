"""Small words for the document: find, make, show, announce."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import document, window

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from browser import Element, Error, Event

ERREUR = "Erreur : "
"""What begins the sentence of a mistake, beside its question and in the title of the page."""


def by_id(identifier: str) -> Element:
    """The element of that id, or None."""
    return document[identifier] if identifier in document else None


def element_id(path: str) -> str:
    """The HTML id of the question at a concrete path."""
    return path.replace(".", "-")


def closest(node: Element, selector: str) -> Element:
    """The nearest element around ``node`` that matches, or None."""
    try:
        return node.closest(selector)
    except KeyError:  # Brython's own ``closest`` raises where JavaScript's gives null
        return None


def attribute(element: Element, name: str) -> str:
    """The text of an attribute, "" where it is absent."""
    return element.getAttribute(name) if element.hasAttribute(name) else ""


def make(tag: str, text: str = "", *children: Any, **attributes: Any) -> Element:
    """A new element with a text, children and attributes (``class_`` for class, ``data_path`` for data-path)."""
    made = document.createElement(tag)
    if text != "":
        made.textContent = text
    for name in attributes:
        made.setAttribute(name.rstrip("_").replace("_", "-"), attributes[name])
    for child in children:
        made.appendChild(child)
    return made


def also_heard(element: Element, words: str) -> Element:
    """Add to a button or a link what tells it from the others, for those who do not see where it stands; gives it."""
    element.appendChild(make("span", " : " + words, class_="invisible"))
    return element


def fill(element: Element, *children: Any) -> None:
    """Replace what an element holds."""
    element.textContent = ""
    for child in children:
        element.appendChild(child)


def say(place: Any, words: str) -> None:
    """Write words at a place, which is hidden while it has none."""
    place.textContent = words
    place.hidden = words == ""


def show(element: Element, text: str | None = None) -> None:
    """Make an element visible, its paragraph (or itself) holding ``text``."""
    if text is not None:
        paragraph = element.select_one("p")
        (paragraph if paragraph else element).textContent = text
    element.hidden = False


def hide(element: Element) -> None:
    element.hidden = True


def announce(text: str) -> None:
    """Say something to screen readers without moving the focus."""
    by_id("annonce").textContent = text


def focus(element: Element) -> None:
    """Move the focus, and what is seen, to an element."""
    element.focus()
    element.scrollIntoView()


def focus_text(control: Element) -> None:
    """Move the focus to a text, selected so that typing replaces it."""
    focus(control)
    if control.tagName == "INPUT" and control.type not in ("radio", "checkbox"):
        control.setSelectionRange(0, len(control.value))  # « select » is Brython's search by selector


SERVED: list[Any] = []
"""Names of the actions that something answers."""
COMING: list[Any] = []
"""Scripts that were asked for, and have not come yet."""


def on_action(handlers: Any) -> None:
    """Call ``handlers[name](button)`` when a button of ``data-action`` name is used."""
    SERVED.extend(handlers)

    def handle(event: Event) -> None:
        button = closest(event.target, "[data-action]")
        if button is not None and attribute(button, "data-action") in handlers:
            handlers[attribute(button, "data-action")](button)
    document.bind("click", handle)


def search_parameter(name: str) -> str:
    """A parameter of the page's address, "" where it is absent."""
    value = window.URLSearchParams.new(window.location.search).get(name)
    return value if value else ""


def address_of_dossier(identifier: str) -> str:
    """Where a draft opens: its page of the site, or the dossier inside of the single file."""
    return attribute(document.documentElement, "data-dossier") + identifier


def tell(error: Error) -> None:
    """Show why the storage could not be read or written."""
    show(by_id("alerte-enregistrement"), error.message)


def refuse(error: Error) -> None:
    """A button cannot do what it says: why, under the eyes of whoever used it."""
    tell(error)
    focus(by_id("alerte-enregistrement"))


def open_dossier(identifier: str, passage: Any = "") -> Any:
    """Leave this page for a draft, at one of its pages (« #eleve ») or at its list of pages; gives ``left()``."""
    window.dispatchEvent(window.Event.new("pid-navigation"))
    window.location.href = address_of_dossier(identifier) + passage
    return left()


def left() -> Any:
    """The promise of what ends by leaving the page: settled only where the browser shows the page again as it was."""
    return window.Promise.new(lambda resolve, reject: window.addEventListener("pageshow", resolve))


def nothing() -> Any:
    """The promise of a lasting action that had nothing to do."""
    return window.Promise.resolve(None)


def shown_page() -> Element:
    """The page of the dossier that is seen."""
    return document.select_one("section.page:not([hidden])")


def once_all_is_here(then: Callable[..., Any]) -> None:
    """Call ``then`` as soon as the modules that pages import while they are used (suite.js) can be imported."""
    if window.pidSuite:
        then()
    else:
        document.bind("pid-suite", lambda event: then())


def once_script_is_here(name: str, then: Callable[..., Any]) -> None:
    """Call ``then`` once a script of the site has run; where it does not come, say so."""
    def here(*_: Any) -> None:
        COMING.remove(name)
        then()
        document.dispatchEvent(window.Event.new("pid-script"))

    def lost(error: Error) -> None:
        COMING.remove(name)
        refuse(error)

    COMING.append(name)
    window.pidScripts.load(name).then(here, lost)


def use_again_once_all_is_here() -> None:
    """A button of the page used before the script that answers it has come is used again then, once."""
    waiting = []

    def remember(event: Event) -> None:
        button = closest(event.target, "main [data-action]")
        early = not window.pidSuite or COMING
        if early and button is not None and attribute(button, "data-action") not in SERVED \
                and not [one for one in waiting if one.isSameNode(button)]:
            waiting.append(button)

    def again(*_: Any) -> None:
        if window.pidSuite and not COMING:
            while waiting:
                waiting.pop(0).click()

    document.bind("click", remember)
    # What the page itself awaits is done first.
    document.bind("pid-suite", lambda event: window.setTimeout(again, 0))
    document.bind("pid-script", again)
