"""Where the data are when a command is not told."""

import os
from pathlib import Path


def default() -> Path:
    """Return the folder that `DASHBOARD_DATA` names, or `data` beside the code."""
    return Path(os.environ.get("DASHBOARD_DATA") or Path(__file__).parents[1] / "data")
