"""Names newspapers that are kept between runs after what shapes them, so that none is stale.

Imports nothing of a newspaper: the faults, which found their own, name theirs alike.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable
from pathlib import Path

TESTS = Path(__file__).resolve().parent
ROOT = TESTS.parent


def fingerprint(*more: Path) -> str:
    """Return twelve letters for the program's tables, first content and cast, and more files."""
    parts = sorted((ROOT / "src").rglob("migrations/*.py"))
    parts += [ROOT / "pyproject.toml", TESTS / "cast.py", TESTS / "founding.py"]
    parts += [TESTS / "founded.py", ROOT / "src/redaksi/founding.py"]
    return digest_of([*parts, *sorted((ROOT / "src").rglob("vocabularies/*")), *more])


def program() -> str:
    """Return twelve letters for every file of the program."""
    return digest_of(
        [
            ROOT / "pyproject.toml",
            *sorted(file for file in (ROOT / "src").rglob("*") if file.suffix != ".pyc"),
        ]
    )


def digest_of(files: Iterable[Path]) -> str:
    """Return twelve letters for the contents of files and the version of Python."""
    digest = hashlib.sha256(sys.version.encode())
    for file in files:
        if file.is_file():
            digest.update(file.read_bytes())
    return digest.hexdigest()[:12]
