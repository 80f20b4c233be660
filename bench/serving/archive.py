"""The papers that are served: filled like those of ``bench``, and pressed."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass, replace
from pathlib import Path

from bench.papers import Paper
from bench.serving.desks import desk
from bench.serving.programs import ProgramFailed
from bench.workers import Worker
from tests.ports import unused_port

#: The same on whichever port a paper is served: what its pages show does not change.
BASE_URL = "http://127.0.0.1"


@dataclass(frozen=True)
class Served:
    """A paper and the port where it is served this time."""

    paper: Paper
    port: int

    @classmethod
    def at(cls, place: Path, size: int) -> Served:
        """Return the paper of a size under a folder, filled if it is not."""
        paper = Paper.at(place, "sqlite", size)
        served = cls(paper, unused_port())
        if paper.is_filled:
            # Kept from an earlier run, and the program may be newer.
            served.do("upgrade")
        else:
            with Worker(paper) as worker:
                worker.ask("fill", size=size)
        return served

    @property
    def environment(self) -> dict[str, str]:
        """What the processes of the paper need."""
        own = {"REDAKSI_BASE_URL": BASE_URL, "REDAKSI_PORT": str(self.port)}
        return {**self.paper.environment(), **own}

    @property
    def tree(self) -> Path:
        """Where the pages are."""
        return self.paper.directory / "pages" / "tree"

    def command(self, name: str, *arguments: str) -> list[str]:
        """Return the command line of ``redaksi``."""
        start = "import sys; from redaksi.cli.main import main; sys.exit(main())"
        return [sys.executable, "-c", start, name, str(self.paper.directory), *arguments]

    def do(self, name: str, *arguments: str) -> None:
        """Run a command of ``redaksi`` to its end; raises ProgramFailed when it fails."""
        command, environment = self.command(name, *arguments), self.environment
        done = subprocess.run(command, env=environment, stdout=subprocess.DEVNULL, check=False)
        if done.returncode:
            raise ProgramFailed(f"redaksi {name} ended with {done.returncode}")

    def elsewhere(self) -> Served:
        """Return the same paper on another port."""
        return replace(self, port=unused_port())

    @property
    def pressed(self) -> Path:
        """The file that says that every page has been made."""
        return self.paper.directory / "pressed"

    def press(self) -> None:
        """Have every page made, unless they are there; raises ProgramFailed if the press fails."""
        if not self.pressed.exists():
            self.do("press", "--all")
            self.pressed.touch()

    def addresses(self, limit: int) -> list[str]:
        """Return the addresses of articles, the newest first."""
        with desk(self.environment) as newsroom:
            found: list[str] = newsroom.ask("addresses", limit=limit)
        return found
