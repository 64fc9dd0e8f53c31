"""Work that waits until the person rests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from browser import window

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


class Rest:
    """Calls ``function()`` once nothing has restarted it for some milliseconds."""

    def __init__(self, milliseconds: int, function: Callable[..., Any]) -> None:
        self.milliseconds = milliseconds
        self.function = function
        self.timer: Any = None

    def restart(self) -> None:
        """Wait again from now."""
        self.stop()
        self.timer = window.setTimeout(self._fire, self.milliseconds)

    def stop(self) -> None:
        """Do not call it any more."""
        if self.timer is not None:
            window.clearTimeout(self.timer)
            self.timer = None

    def _fire(self, *_: Any) -> None:
        self.timer = None
        self.function()
