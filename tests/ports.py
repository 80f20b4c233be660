"""Finds ports; imports nothing of a newspaper, so that benches and faults may use it too."""

from __future__ import annotations

import socket


def unused_port() -> int:
    """Return a port nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
