"""A static host in memory that goes wrong as asked: bad answers, cut network, long HTTP cache, silence."""

import io
import socket
import time
from pathlib import Path
from urllib.parse import urlsplit

from tests.support.server import StaticServer

PORTAL = b"<!doctype html><title>Portail</title><p>Identifiez-vous pour naviguer."
ALTERED = ("404", "500", "truncated", "one byte", "captive portal")
"""The ways in which a file may arrive wrong; the sixth, a stale HTTP cache, is ``max_age``."""
TYPES = {".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml"}


class FaultyHost:
    """Serves ``files``. ``altered`` is (path, way) or None, with path « * » for every file but the worker.

    - ``cut_after``: requests of files answered before the network dies, or None
    - ``max_age``: seconds that browsers may keep a file
    - ``pause``: seconds before each answer
    - ``alive``: False for a network that is down
    """

    def __init__(self, files: dict[str, bytes]):
        self.deploy(files)
        self.max_age = 0
        self.pause = 0.0
        self.alive = True
        self.server = StaticServer(Path(__file__).parent, _manners(self))

    def deploy(self, files: dict[str, bytes]) -> None:
        """Serve other files, without any fault."""
        self.files = files
        self.altered = None
        self.cut_after = None
        self.asked = 0

    @property
    def address(self) -> str:
        return self.server.address

    def answer(self, path: str) -> tuple[int, bytes] | None:
        """(status, body) for the file of a path; None for a connection that is cut."""
        if path != "sw.js":
            self.asked += 1
        if not self.alive or self.cut_after is not None and path != "sw.js" and self.asked > self.cut_after:
            return None
        if path not in self.files:
            return 404, b"introuvable"
        content = self.files[path]
        if self.altered and path != "sw.js" and self.altered[0] in (path, "*"):
            return _altered(content, self.altered[1])
        return 200, content

    def close(self) -> None:
        self.server.kill()


def _altered(content, way):
    if way == "404":
        return 404, b"introuvable"
    if way == "500":
        return 500, b"panne"
    if way == "truncated":
        return 200, content[:len(content) // 2]
    if way == "one byte":
        middle = len(content) // 2
        return 200, content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1:]
    return 200, PORTAL


def _manners(host):
    class Manners:
        """Answers as ``host`` says."""

        def send_head(self):
            path = urlsplit(self.path).path.removeprefix("/")
            if path == "" or path.endswith("/"):
                path += "index.html"
            time.sleep(host.pause)
            answer = host.answer(path)
            if answer is None:
                self.close_connection = True
                self.connection.shutdown(socket.SHUT_RDWR)
                return None
            status, content = answer
            self.caching = f"max-age={host.max_age}" if host.max_age and path != "sw.js" else "no-cache"
            self.send_response(status)
            self.send_header("Content-Type", TYPES.get(Path(path).suffix, "application/octet-stream"))
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            return io.BytesIO(content)

    return Manners
