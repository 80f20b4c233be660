"""Runs one process for each newspaper, so that two sizes can be measured in turns."""

from __future__ import annotations

import json
import subprocess
import sys
from types import TracebackType
from typing import Any

from bench.papers import Paper


class WorkerFailed(Exception):
    """The process of a newspaper ended; its own error stands above."""


class Worker:
    """A process that fills one newspaper and then does what it is asked, one line each."""

    def __init__(self, paper: Paper) -> None:
        self.paper = paper
        self._process = subprocess.Popen(
            [sys.executable, "-m", "bench.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=paper.environment(),
        )

    def __enter__(self) -> Worker:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        value: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._process.stdin.close()  # type: ignore[union-attr]
        self._process.wait(timeout=60)

    def ask(self, what: str, **details: Any) -> dict[str, Any]:
        """Have something done; return the answer.

        Raises:
            WorkerFailed: if there is none.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps({"what": what, **details}) + "\n")
        self._process.stdin.flush()
        line = self._process.stdout.readline()
        if not line:
            raise WorkerFailed(f"{self.paper.directory.name} failed at: {what} {details}")
        answer: dict[str, Any] = json.loads(line)
        return answer
