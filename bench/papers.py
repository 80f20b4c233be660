"""Makes the newspapers that are measured, and takes them away with their databases."""

from __future__ import annotations

import os
import secrets
import shutil
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from redaksi.instance.layout import Instance
from tests.on_postgresql import server

FILLED = "filled"


class NoServer(Exception):
    """There is no PostgreSQL server to measure on; the text says what to do."""


@dataclass(frozen=True)
class Paper:
    """A newspaper of one size on one database."""

    database: str
    size: int
    directory: Path

    @classmethod
    def at(cls, place: Path, database: str, size: int) -> Paper:
        """Return the paper in its folder under ``place``, made if it is not there.

        Raises:
            NoServer: if PostgreSQL is asked for and none answers.
        """
        paper = cls(database, size, place / f"{database}-{size}")
        if not (paper.directory / FILLED).exists():
            paper.remove()
            _make(paper)
        return paper

    @property
    def is_filled(self) -> bool:
        """Whether its archive is complete."""
        return (self.directory / FILLED).exists()

    def remove(self) -> None:
        """Remove the directory, and the database on the server."""
        if not self.directory.exists():
            return
        if self.database == "postgresql":
            name = Instance.open(self.directory, environ={}).database.name
            _on_server(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)')
        shutil.rmtree(self.directory)

    def environment(self) -> dict[str, str]:
        """Return the environment of a process that works on this paper."""
        mine = {name: text for name, text in os.environ.items() if not name.startswith("REDAKSI_")}
        return {
            **mine,
            "REDAKSI_DIR": str(self.directory),
            "DJANGO_SETTINGS_MODULE": "redaksi.settings",
        }


def _make(paper: Paper) -> None:
    chosen = {"name": "Harian Ukur", "log_level": "error"}
    if paper.database == "postgresql":
        name = f"redaksi_bench_{paper.size}_{secrets.token_hex(4)}"
        chosen["database"] = urlsplit(_server())._replace(path=f"/{name}").geturl()
        _on_server(f'CREATE DATABASE "{name}"')
    Instance.create(paper.directory, environ={}, chosen=chosen).finish()


def _server() -> str:
    url = server()
    if url is None:
        raise NoServer("No PostgreSQL server: set REDAKSI_TEST_POSTGRESQL to a URL.")
    return url


def _on_server(statement: str) -> None:
    import psycopg

    with psycopg.connect(_server(), autocommit=True) as connection:
        connection.execute(statement)  # type: ignore[call-overload]
