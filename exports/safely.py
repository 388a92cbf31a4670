"""A file put in the place of another, whole or not at all."""

import os
from pathlib import Path


def put(out: Path, content: bytes) -> None:
    """Write a file so that nobody ever meets half of it; raises OSError where it cannot be written."""
    part = out.with_name(f".{out.name}.{os.getpid()}")
    try:
        part.write_bytes(content)
        part.replace(out)
    finally:
        part.unlink(missing_ok=True)
