"""Starts real servers of Debian on this machine, for tests of their configurations."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.edge.conftest import Got, Served, wait_until

SYSTEM = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"


OF_EACH_SERVER = frozenset({"date", "server", "connection", "keep-alive"})
"""The headers that tell of a server or of one connection, not of a page."""


@dataclass
class Through(Served):
    """A running edge, asked through another server."""

    public_port: int = 0

    @property
    def port(self) -> int:
        return self.public_port

    @classmethod
    def of(cls, served: Served, port: int) -> Through:
        """Return the same paper at another port."""
        parts = (served.instance, served.store, served.edge, served.newsroom, served.gate)
        return cls(*parts, public_port=port)


def compared(got: Got, *, but: frozenset[str] = frozenset()) -> dict[str, object]:
    """Return what has to be the same at two servers, but for the named headers."""
    left_out = OF_EACH_SERVER | but
    headers: dict[str, list[str]] = {}
    for name, value in got.every_header:
        if name not in left_out:
            headers[name] = [*headers.get(name, []), value]
    return {"status": got.status, "body": got.body, **headers}


def behind(port: int) -> dict[str, object]:
    """Return the options of a paper whose readers ask another server on this machine."""
    return {"base_url": f"http://127.0.0.1:{port}", "trusted_proxies": ["127.0.0.1"]}


def need(command: str) -> str:
    """Return the path of a server's command; skip loudly when it is not on this machine."""
    found = shutil.which(command, path=f"{os.environ['PATH']}:{SYSTEM}")
    if found is None:
        pytest.skip(f"SERVER TESTS SKIPPED: {command} is not on this machine.")
    return found


@contextmanager
def running(
    command: Sequence[str | Path],
    port: int,
    folder: Path,
    environment: Mapping[str, str] | None = None,
) -> Iterator[None]:
    """Run a server in the foreground until the block ends; it has answered on the port."""
    with (folder / "output").open("wb") as output:
        process = subprocess.Popen(
            command,
            stdout=output,
            stderr=output,
            stdin=subprocess.DEVNULL,
            cwd=folder,
            env=environment,
        )
    try:
        up = wait_until(lambda: process.poll() is not None or answers(port))
        assert up, (folder / "output").read_text()
        assert process.poll() is None, (folder / "output").read_text()
        yield
    finally:
        process.terminate()
        process.wait(20)


def answers(port: int) -> bool:
    """Whether somebody listens on a port of this machine."""
    try:
        socket.create_connection(("127.0.0.1", port), timeout=1).close()
    except OSError:
        return False
    return True
