"""Makes newspapers to break: copies of one that was founded once for each state of the program."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from faults.clusters import Cluster, programs, running
from faults.places import CACHE, ROOT
from redaksi.instance.layout import Instance
from tests.ports import unused_port
from tests.shape import fingerprint

SQLITE, POSTGRESQL = "sqlite", "postgresql"
CLUSTER = "cluster"


@dataclass(frozen=True)
class Paper:
    """A founded newspaper with the cast of the tests in it, and no story."""

    instance: Instance
    cluster: Cluster | None = None
    """The server it keeps its rows in, unless that is SQLite."""

    def environment(self) -> dict[str, str]:
        """Return the environment of a process that works on it."""
        return {
            **_own_environment(),
            "REDAKSI_DIR": str(self.instance.directory),
            "DJANGO_SETTINGS_MODULE": "redaksi.settings",
            "LC_ALL": "C.UTF-8",
        }


@contextmanager
def new_paper(database: str) -> Iterator[Paper]:
    """Make a newspaper in a temporary folder, and take everything away in the end.

    Raises:
        NoPostgreSQL: if that is asked for and not installed.
    """
    founded = _founded(database)
    with tempfile.TemporaryDirectory(prefix="redaksi-faults-", ignore_cleanup_errors=True) as name:
        place = Path(name)
        place.chmod(0o755)
        if database == SQLITE:
            paper = Paper(_instance(place / "paper"))
            shutil.copy(founded / "paper/db.sqlite3", paper.instance.database_path)
            yield paper
            return
        shutil.copytree(founded / CLUSTER, place / CLUSTER)
        with running(place / CLUSTER) as cluster:
            yield Paper(_instance(place / "paper", database=cluster.url), cluster)


def _instance(directory: Path, **chosen: object) -> Instance:
    options = {"name": "Harian Uji", "port": unused_port(), "edge_processes": 1, **chosen}
    instance = Instance.create(directory, environ={}, chosen=options)
    instance.finish()
    return instance


def _founded(database: str) -> Path:
    """Return the folder of the newspaper that is copied; made at the first use."""
    if database == POSTGRESQL:
        programs()
    CACHE.mkdir(exist_ok=True)
    folder = CACHE / f"faults-{database}-{fingerprint(ROOT / 'faults/founding.py')}"
    with (CACHE / f"faults-{database}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            for older in CACHE.glob(f"faults-{database}-*"):
                shutil.rmtree(older)
            _found(folder, database)
    return folder


def _found(folder: Path, database: str) -> None:
    with tempfile.TemporaryDirectory(prefix="redaksi-founding-") as name:
        place = Path(name)
        place.chmod(0o755)
        if database == SQLITE:
            _fill(Paper(_instance(place / "paper")))
        else:
            Cluster(place / CLUSTER, 0).make()
            with running(place / CLUSTER) as cluster:
                cluster.make_database()
                _fill(Paper(_instance(place / "paper", database=cluster.url), cluster))
        incomplete = folder.with_name(f"{folder.name}.new")
        shutil.rmtree(incomplete, ignore_errors=True)
        shutil.copytree(place, incomplete)
        incomplete.rename(folder)


def _fill(paper: Paper) -> None:
    command = [sys.executable, "-m", "faults.founding"]
    subprocess.run(command, env=paper.environment(), cwd=ROOT, check=True)


def _own_environment() -> dict[str, str]:
    return {name: text for name, text in os.environ.items() if not name.startswith("REDAKSI_")}
