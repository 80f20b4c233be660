"""Finds the port on which a newspaper runs, which may be another than its settings say."""

from __future__ import annotations

import re
import socket
from pathlib import Path

from redaksi.instance.layout import Instance

PORT = re.compile(r"newsroom-(\d+)\.sock\Z")


def running_on(instance: Instance) -> int | None:
    """Return the port on which ``redaksi serve`` answers; None if it does not, or on several.

    The port of the settings goes before all others.
    """
    place = instance.newsroom_socket
    beginning = place.name.rpartition("newsroom-")[0]
    found = [path for path in place.parent.glob(f"{beginning}newsroom-*.sock") if _answers(path)]
    if place in found:
        return instance.config.port
    ports = [int(match[1]) for path in found if (match := PORT.search(path.name))]
    return ports[0] if len(ports) == 1 else None


def _answers(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as asking:
        try:
            asking.connect(str(path))
        except OSError:
            return False
    return True
