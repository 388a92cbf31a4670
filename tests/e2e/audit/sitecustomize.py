"""Say in a server's log when it reaches for another machine: Python reads this file at its start."""

import sys

_HERE = ("127.", "0.0.0.0", "::", "::1", "localhost", "")  # noqa: S104  # names of this machine, not a place to listen


def _watch(event: str, args: tuple[object, ...]) -> None:
    if event not in ("socket.connect", "socket.sendto", "socket.getaddrinfo"):
        return
    place = args[0] if event == "socket.getaddrinfo" else args[1]
    host = place[0] if isinstance(place, tuple) else place if event == "socket.getaddrinfo" else ""
    name = host.decode() if isinstance(host, bytes) else str(host or "")
    if name not in _HERE and not name.startswith("127."):
        sys.stderr.write(f"Warning: the server reaches for {name}\n")


sys.addaudithook(_watch)
