"""What goes into systemd's unit: who runs the newspaper, and what it may touch."""

from __future__ import annotations

import os
import pwd
import sys
from pathlib import Path

from redaksi.instance.layout import Instance

PROCESSES_MB = 1024
"""Megabytes that edge, newsroom and worker may take together beside the pages in memory."""

HOMES = (Path("/home"), Path("/root"), Path("/run/user"))


def systemd(instance: Instance) -> dict[str, str]:
    """Return the texts for the places of the template."""
    command = Path(sys.executable).with_name("redaksi")
    memory = PROCESSES_MB + instance.config.edge_memory_mb
    return {
        "name": instance.config.name.replace("%", "%%"),
        "user": _owner(instance.directory),
        "command": _escaped(command),
        "directory": _escaped(instance.directory),
        "memory": str(memory),
        "homes": "read-only" if _is_at_home(instance.directory, command) else "yes",
    }


def _owner(directory: Path) -> str:
    owner = directory.stat().st_uid
    try:
        # A newspaper that root looked at first shall not be run by root.
        return pwd.getpwuid(owner).pw_name if owner else "redaksi"
    except KeyError:
        return str(owner)


def _is_at_home(*paths: Path) -> bool:
    places = [place for path in paths for place in (path, Path(os.path.realpath(path)))]
    return any(place.is_relative_to(home) for place in places for home in HOMES)


def _escaped(path: Path) -> str:
    """Write a path as systemd.syntax(7) wants it."""
    text = str(path).replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{text}"' if " " in text else text
