"""The data in force: one folder, watched once for all that a server shows, its pages and its stage."""

import os
from pathlib import Path
from threading import Lock

import loaders

_FOLDER = Path(__file__).parent.parent / "data"
_lock = Lock()
_watches: dict[str, loaders.Watch] = {}


def folder() -> str:
    """Name the folder that DASHBOARD_DATA names, or the dashboard's own."""
    return os.environ.get("DASHBOARD_DATA") or str(_FOLDER)


def latest() -> loaders.Snapshot:
    """Give the package in force."""
    name = folder()
    with _lock:  # two who come first at once do not read the folder twice
        if name not in _watches:
            _watches[name] = loaders.Watch(Path(name))
    return _watches[name].latest()
