"""PostgreSQL servers of our own, in a folder for a while, so that they may be restarted."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.ports import unused_port

SERVER_USER = "postgres"
DATABASE = "redaksi"


class NoPostgreSQL(Exception):
    """There is no PostgreSQL on this machine to start a server of our own with."""


def programs() -> Path:
    """Return the folder with the newest PostgreSQL's programs; raises NoPostgreSQL."""
    found = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))
    on_path = shutil.which("pg_ctl")
    if not found and on_path is None:
        raise NoPostgreSQL("no PostgreSQL is installed (apt install postgresql)")
    return (found[-1] if found else Path(str(on_path))).parent


@dataclass
class Cluster:
    """One server; its folder belongs to the user that it runs as, who must not be root."""

    folder: Path
    port: int

    @property
    def url(self) -> str:
        """The address of the newspaper's database on it."""
        return f"postgresql://{_user()}@127.0.0.1:{self.port}/{DATABASE}"

    def make(self) -> None:
        """Make an empty cluster."""
        self.give()
        self._run("initdb", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8")

    def give(self) -> None:
        """Give the folder to the server's user."""
        self.folder.mkdir(exist_ok=True)
        if os.geteuid() == 0:
            subprocess.run(["chown", "-R", SERVER_USER, self.folder], check=True)
        self.folder.chmod(0o700)

    def start(self) -> None:
        """Start the server and wait until it answers."""
        self._control("start", "-o", self._options)

    def restart(self) -> None:
        """Let the server fall dead, all connections with it, and start it again."""
        self._control("restart", "-m", "immediate", "-o", self._options)

    def stop(self) -> None:
        """Stop the server."""
        self._control("stop", "-m", "fast")

    def make_database(self) -> None:
        """Make the empty database."""
        where = ("-h", "127.0.0.1", "-p", str(self.port))
        subprocess.run([programs() / "createdb", *where, "-U", _user(), DATABASE], check=True)

    @property
    def _options(self) -> str:
        return f"-p {self.port} -c listen_addresses=127.0.0.1 -k '' -c max_connections=60"

    def _control(self, action: str, *words: str) -> None:
        self._run("pg_ctl", "-w", "-t", "60", "-l", str(self.folder / "log"), *words, action)

    def _run(self, program: str, *words: str) -> None:
        as_server: dict[str, Any] = {}
        if os.geteuid() == 0:
            server = pwd.getpwnam(SERVER_USER)
            as_server = {"user": server.pw_uid, "group": server.pw_gid, "extra_groups": []}
        subprocess.run(
            [programs() / program, "-D", self.folder, *words],
            check=True,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            cwd="/",
            **as_server,
        )


@contextmanager
def running(folder: Path) -> Iterator[Cluster]:
    """Run a server from a cluster that was made already."""
    cluster = Cluster(folder, unused_port())
    cluster.give()
    cluster.start()
    try:
        yield cluster
    finally:
        cluster.stop()


def _user() -> str:
    return SERVER_USER if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
