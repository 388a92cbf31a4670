"""What a browser asks of other machines: a proxy that gives nothing and remembers every name it was asked for."""

import re
from socketserver import StreamRequestHandler, ThreadingTCPServer
from threading import Condition, Thread
from types import TracebackType
from typing import Self

# What Chromium asks for on its own behalf, whatever page is open, and no flag stops. A page that asked for one of
# these would still be told of by the tab itself.
OWN = re.compile(
    r"(update|content-autofill|optimizationguide-pa|safebrowsing)\.googleapis\.com|(accounts|clients\d)\.google\.com|.*\.gvt1\.com"
)
_NAME = re.compile(r"\w+ (?:\w+://)?([^/:\s]+)")  # of CONNECT name:443, and of GET http://name/


class Outside:
    """Stand where the way out of this machine is: a browser started with these flags comes by for any other."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self._heard = Condition()
        outside = self

        class Handler(StreamRequestHandler):
            def handle(self) -> None:
                outside._hear(self.rfile.readline().decode("latin-1").strip())
                self.wfile.write(b"HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")

        self._server = ThreadingTCPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        # Requests to this machine pass by: that is the browser's own rule.
        self.flags = (f"--proxy-server=127.0.0.1:{self._server.server_address[1]}",)

    def _hear(self, line: str) -> None:
        found = _NAME.match(line)
        name = found[1] if found else line
        with self._heard:
            if not OWN.fullmatch(name):
                self.asked.append(name)
            self._heard.notify_all()

    def heard(self, name: str, patience: float) -> bool:
        """Wait until a name has been asked for, `patience` seconds at most."""
        with self._heard:
            return self._heard.wait_for(lambda: name in self.asked, patience)

    def __enter__(self) -> Self:
        Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.shutdown()
        self._server.server_close()
