"""What every fault has at hand: its newspaper, chance, a list for findings, and processes."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import IO

from faults.clusters import Cluster
from faults.report import Report
from redaksi.instance.layout import Instance

COMMAND = Path(sys.executable).with_name("redaksi")
ENOUGH_FINDINGS = 20


@dataclass
class Stage:
    """One performance of one fault."""

    report: Report
    without: str = ""
    cluster: Cluster | None = None
    chance: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self.chance = random.Random(self.report.seed)  # noqa: S311 - no secret

    @cached_property
    def instance(self) -> Instance:
        """The newspaper that Django works on in this process."""
        from django.conf import settings

        instance: Instance = settings.INSTANCE
        return instance

    @property
    def log(self) -> Path:
        """The file into which the processes of ``redaksi serve`` write."""
        return self.instance.directory.parent / "log"

    @property
    def rounds(self) -> int:
        """How often to try, or how much of it."""
        return self.report.rounds

    def find(self, what: str) -> None:
        """Note a promise that was not kept."""
        if len(self.report.findings) < ENOUGH_FINDINGS:
            self.report.findings.append(what)

    @contextmanager
    def served(self) -> Iterator[Path]:
        """Run ``redaksi serve``; give the file into which its processes write their log."""
        with self.log.open("wb") as said:
            process = subprocess.Popen(
                [COMMAND, "serve", str(self.instance.directory)],
                stdout=subprocess.PIPE,
                stderr=said,
                env=dict(os.environ),
            )
            try:
                _await_announcement(process, self.log)
                yield self.log
            finally:
                process.terminate()
                process.wait(timeout=30)


def _await_announcement(process: subprocess.Popen[bytes], log: Path) -> None:
    said: IO[bytes] | None = process.stdout
    assert said is not None
    for line in said:
        if line == b"Stop with Ctrl-C.\n":
            return
    raise RuntimeError(f"redaksi serve did not start:\n{log.read_text()[-3000:]}")


def workers_of(instance: Instance) -> set[int]:
    """Return the process ids of the workers on a newspaper."""
    return {int(entry.name) for entry in Path("/proc").glob("[0-9]*") if _works_on(instance, entry)}


def _works_on(instance: Instance, process: Path) -> bool:
    try:
        words = (process / "cmdline").read_bytes().split(b"\0")
        variables = (process / "environ").read_bytes().split(b"\0")
    except OSError:
        return False
    return (
        b"redaksi.cli.worker" in words
        and b"REDAKSI_DIR=%s" % bytes(instance.directory) in variables
    )
