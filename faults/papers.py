"""Makes newspapers to break: copies of one that was founded once for each state of the program."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from faults.clusters import Cluster, programs, running
from redaksi.instance.layout import Instance
from tests.founded import NAME, database_with_cast, hire_cast
from tests.keeping import kept
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
    founded = database_with_cast() if database == SQLITE else _cluster_with_cast()
    with tempfile.TemporaryDirectory(prefix="redaksi-faults-", ignore_cleanup_errors=True) as name:
        place = Path(name)
        place.chmod(0o755)
        if database == SQLITE:
            paper = Paper(_instance(place / "paper"))
            shutil.copy(founded, paper.instance.database_path)
            yield paper
            return
        shutil.copytree(founded, place / CLUSTER)
        with running(place / CLUSTER) as cluster:
            yield Paper(_instance(place / "paper", database=cluster.url), cluster)


def _instance(directory: Path, **chosen: object) -> Instance:
    options = {"name": NAME, "port": unused_port(), "edge_processes": 1, **chosen}
    instance = Instance.create(directory, environ={}, chosen=options)
    instance.finish()
    return instance


def _cluster_with_cast() -> Path:
    """Return the folder of a stopped server with a founded newspaper; made at the first use."""
    programs()
    return kept("cluster", fingerprint(), _make_cluster)


def _make_cluster(folder: Path) -> None:
    # The server's own user must be able to reach it, wherever the project lies.
    with tempfile.TemporaryDirectory(prefix="redaksi-founding-") as name:
        place = Path(name)
        place.chmod(0o755)
        Cluster(place / CLUSTER, 0).make()
        with running(place / CLUSTER) as cluster:
            cluster.make_database()
            hire_cast(_instance(place / "paper", database=cluster.url))
        shutil.copytree(place / CLUSTER, folder)


def _own_environment() -> dict[str, str]:
    return {name: text for name, text in os.environ.items() if not name.startswith("REDAKSI_")}
