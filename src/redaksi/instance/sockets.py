"""Finds a place for a Unix socket, whose whole path may be only 107 bytes long."""

from __future__ import annotations

import os
import tempfile
from hashlib import sha256
from pathlib import Path

LONGEST_PATH = 107
"""Bytes; ``sun_path`` of unix(7) without the zero at its end."""


def socket_in(directory: Path, name: str) -> Path:
    """Return the path of a socket in the directory, or near it in spirit when that is too long.

    The other place is a private directory of this user, where the name tells whose it is.
    """
    path = directory / name
    if len(os.fsencode(path)) <= LONGEST_PATH:
        return path
    whose = sha256(os.fsencode(directory)).hexdigest()[:16]
    return runtime_directory() / f"{whose}-{name}"


def runtime_directory() -> Path:
    """Return where sockets of this user may lie; nothing is made here."""
    given = os.environ.get("XDG_RUNTIME_DIR")
    if given and Path(given).is_dir():
        return Path(given) / "redaksi"
    return Path(tempfile.gettempdir()) / f"redaksi-{os.getuid()}"


def make_room(path: Path) -> None:
    """Take away the socket that a killed process left, and make its directory if it has none.

    Raises:
        PermissionError: when the directory belongs to somebody else, who could listen there.
    """
    path.parent.mkdir(mode=0o700, exist_ok=True)
    if path.parent == runtime_directory() and path.parent.stat().st_uid != os.getuid():
        raise PermissionError(str(path.parent))
    path.unlink(missing_ok=True)
