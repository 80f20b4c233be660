"""Founds newspapers for tests, once for each state of the program; what begins with one copies it.

Most of the time that a newspaper takes to be made goes into its tables.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

from redaksi.instance.layout import Instance
from tests.keeping import kept, locked
from tests.shape import ROOT, fingerprint, program

NAME = "Harian Uji"
COMMAND = Path(sys.executable).with_name("redaksi")


def database_with_cast() -> Path:
    """Return a closed SQLite database: a founded newspaper, the cast in it, and no story."""

    def make(folder: Path) -> None:
        instance = Instance.create(folder, environ={}, chosen={"name": NAME})
        instance.finish()
        hire_cast(instance)

    return kept("sqlite", fingerprint(), make) / "db.sqlite3"


def template_with_cast(url: str) -> str:
    """Return the name of such a database on the PostgreSQL server of ``url``, to copy there."""
    import psycopg

    name = f"redaksi_tests_{fingerprint()}"
    with locked("template"), psycopg.connect(url, autocommit=True) as server:
        known = "SELECT FROM pg_database WHERE datname = %s"
        if server.execute(known, [name]).rowcount:
            return name
        unfinished = f"{name}_unfinished"
        server.execute(f'DROP DATABASE IF EXISTS "{unfinished}"'.encode())
        server.execute(f'CREATE DATABASE "{unfinished}"'.encode())
        with tempfile.TemporaryDirectory(prefix="redaksi-founding-") as place:
            address = urlsplit(url)._replace(path=f"/{unfinished}").geturl()
            chosen = {"name": NAME, "database": address}
            instance = Instance.create(Path(place) / "paper", environ={}, chosen=chosen)
            instance.finish()
            hire_cast(instance)
        server.execute(f'ALTER DATABASE "{unfinished}" RENAME TO "{name}"'.encode())
    return name


def hire_cast(instance: Instance) -> None:
    """Make the tables of a newspaper, found it and hire the cast, in a process of its own."""
    environment = {**_own_environment(), "REDAKSI_DIR": str(instance.directory)}
    environment["DJANGO_SETTINGS_MODULE"] = "redaksi.settings"
    command = [sys.executable, "-m", "tests.founding"]
    subprocess.run(command, env=environment, cwd=ROOT, check=True)


def newspaper_by_command() -> tuple[Path, str]:
    """Return the newspaper *Kabar Uji* that ``redaksi init`` made, and what it printed."""

    def make(folder: Path) -> None:
        folder.mkdir()
        done = subprocess.run(
            [COMMAND, "init", folder / "kabar", "--name", "Kabar Uji"],
            env={**_own_environment(), "LC_ALL": "C.UTF-8"},
            capture_output=True,
            text=True,
            timeout=300,
        )
        assert done.returncode == 0, done.stderr
        (folder / "printed").write_text(done.stdout)

    folder = kept("founded", program(), make)
    return folder / "kabar", (folder / "printed").read_text()


def _own_environment() -> dict[str, str]:
    own = {name: text for name, text in os.environ.items() if not name.startswith("REDAKSI_")}
    own.pop("DJANGO_SETTINGS_MODULE", None)
    return own
