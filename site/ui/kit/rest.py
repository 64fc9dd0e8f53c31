"""Work that waits until the person rests."""

from browser import window


class Rest:
    """Calls ``function()`` once nothing has restarted it for some milliseconds."""

    def __init__(self, milliseconds, function):
        self.milliseconds = milliseconds
        self.function = function
        self.timer = None

    def restart(self):
        """Wait again from now."""
        self.stop()
        self.timer = window.setTimeout(self._fire, self.milliseconds)

    def stop(self):
        """Do not call it any more."""
        if self.timer is not None:
            window.clearTimeout(self.timer)
            self.timer = None

    def _fire(self, *_):
        self.timer = None
        self.function()
