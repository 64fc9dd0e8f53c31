"""The parts of the special pages, each made when somebody first goes there: its modules come after the start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.kit import dom

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from browser import Element


class Parts:
    """``made`` are those that are there at once; of others ``special`` gives the script, None for suite.js, and the
    maker."""

    def __init__(self, made: Any, special: Any) -> None:
        self.made = made
        self.special = special

    def of(self, element: Element) -> Any:
        """The part of the page in which an element stands, None without any or while it has not been made."""
        section = dom.closest(element, "section.page")
        return self.made.get(section.id) if section is not None else None

    def shown(self) -> Any:
        """The part of the page that is seen."""
        return self.of(dom.shown_page())

    def bring(self, name: str, then: Callable[..., Any]) -> None:
        """Call ``then(part)`` once the part of that name is here; never where there is none."""
        if name in self.made:
            then(self.made[name])
        elif name in self.special:
            script, make = self.special[name]

            def here() -> None:
                if name not in self.made:
                    self.made[name] = make()
                then(self.made[name])

            dom.once_all_is_here(here if script is None else lambda: dom.once_script_is_here(script, here))
