"""A static server on loopback that remembers every request and that can die like a cut connection."""

import functools
import http.server
import socket
import threading
from pathlib import Path

TURN = 0.05
"""Seconds between two looks of a server at whether it must stop."""


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    caching = "no-cache"
    extensions_map = {**http.server.SimpleHTTPRequestHandler.extensions_map, ".js": "text/javascript"}

    def setup(self):
        self.server.connections.add(self.request)
        super().setup()

    def do_GET(self):
        self.server.requests.append(self.path)
        super().do_GET()

    def end_headers(self):
        self.send_header("Cache-Control", self.caching)
        super().end_headers()

    def log_message(self, format, *arguments):
        pass


class _Threads(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request, client_address):
        """A connection that the browser or ``kill`` has cut is not an error of the test."""


class StaticServer:
    """Serves ``folder``; ``requests`` lists the paths asked for. ``manners`` is a mixin of its request handler."""

    def __init__(self, folder: Path, manners: type | None = None):
        kind = type("Handler", (manners, _Handler), {}) if manners else _Handler
        handler = functools.partial(kind, directory=str(folder))
        self._server = _Threads(("127.0.0.1", 0), handler)
        self._server.requests, self._server.connections = [], set()
        # ``kill`` waits for the end of a turn of the loop.
        self._thread = threading.Thread(target=self._server.serve_forever, args=(TURN,), daemon=True)
        self._thread.start()

    @property
    def address(self) -> str:
        """Root of the site, with its final slash."""
        return f"http://127.0.0.1:{self._server.server_port}/"

    @property
    def requests(self) -> list[str]:
        return self._server.requests

    def kill(self) -> None:
        """Stop listening and cut every open connection, idle ones included; nothing happens the second time."""
        if self._thread is None:
            return
        self._server.shutdown()
        self._server.server_close()
        for connection in self._server.connections:
            try:
                connection.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue  # already closed by the browser
        self._thread = None
