"""Where the pages of a campaign write what they did: a server of its own, which outlives browsers and sites."""

import json
import threading
from pathlib import Path

from tests.support.server import StaticServer


class Mailbox:
    """Messages, JSON objects with a key ``trial``, that pages post to ``address``."""

    def __init__(self, folder: Path):
        """``folder`` is served too, for the pages that need no site around them."""
        self._messages = []
        self._arrival = threading.Condition()
        box = self

        class Posting:
            """Takes what is posted, from any page."""

            def do_POST(self):
                body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
                self.send_response(204)
                self.send_header("Access-Control-Allow-Origin", "*")
                self.send_header("Content-Length", "0")
                self.end_headers()
                with box._arrival:
                    box._messages.append(json.loads(body))
                    box._arrival.notify_all()

        self.server = StaticServer(folder, Posting)

    @property
    def address(self) -> str:
        return self.server.address

    def of(self, trial: str, kind: str) -> list[dict]:
        """The messages of one trial and kind, in the order of their arrival."""
        with self._arrival:
            return self._of(trial, kind)

    def wait(self, trial: str, kind: str, seconds: float = 60) -> dict | None:
        """The first message of one trial and kind, waited for; None when it does not come."""
        with self._arrival:
            self._arrival.wait_for(lambda: self._of(trial, kind), seconds)
            messages = self._of(trial, kind)
        return messages[0] if messages else None

    def forget(self, trial: str) -> None:
        """Drop the messages of a trial that has been judged."""
        with self._arrival:
            self._messages = [one for one in self._messages if one["trial"] != trial]

    def close(self) -> None:
        self.server.kill()

    def _of(self, trial, kind):
        return [one for one in self._messages if one["trial"] == trial and one["kind"] == kind]
