"""How much memory a server holds."""

from pathlib import Path

import pytest

from tests.e2e.driving import Server

ON_LINUX = pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="memory is read as Linux tells it")


def memory_of(server: Server) -> float:
    """Read the memory that a server holds, in MB."""
    status = Path(f"/proc/{server.pid}/status").read_text(encoding="utf-8")
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1]) / 1024
