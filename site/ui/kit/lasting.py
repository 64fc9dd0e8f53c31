"""Actions that take time, bound so that using their button twice acts once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import document

from ui.kit import dom

if TYPE_CHECKING:
    from typing import Any

    from browser import Event


def on_lasting_action(handlers: Any) -> None:
    """Like ``dom.on_action``, for handlers that give the promise of their work: until it is settled, the same action
    does nothing.

    Nor does the second click of a double click: it may come once the work is done, upon what has taken the place of the
    button.
    """
    busy = []
    dom.SERVED.extend(handlers)

    def handle(event: Event) -> None:
        button = dom.closest(event.target, "[data-action]")
        name = dom.attribute(button, "data-action") if button is not None else ""
        if name not in handlers or name in busy or event.detail > 1:
            return

        def free(*_: Any) -> None:
            busy.remove(name)

        work = handlers[name](button)
        busy.append(name)
        work.then(free, free)

    document.bind("click", handle)
