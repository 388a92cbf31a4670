"""LibreOffice and poppler, which read our files as others do. `python -m tests.soak.office` exits 0 when they are there."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

MISSING = [tool for tool in ("soffice", "pdfinfo", "pdftotext", "pdffonts") if shutil.which(tool) is None]
NEEDED = pytest.mark.skipif(bool(MISSING), reason=f"{', '.join(MISSING)} not found: LibreOffice and poppler-utils")


def converted(file: Path, kind: str, profile: Path) -> Path:
    """Have LibreOffice write a file in another form, with its settings in a folder of our own."""
    out = file.parent / kind
    run = [f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", kind, "--outdir", str(out)]
    subprocess.run(["soffice", *run, str(file)], check=True, capture_output=True, timeout=300)
    return out / f"{file.stem}.{kind}"


def output(*command: str) -> str:
    """Run a command and give what it writes."""
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


if __name__ == "__main__":
    sys.exit(1 if MISSING else 0)
