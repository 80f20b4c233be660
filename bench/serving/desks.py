"""Asks the newsroom's process of a paper to do something, while its servers run."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from bench.serving.cores import on_core
from bench.serving.programs import ProgramFailed
from redaksi.cli.priority import LOW, give_way


class Desk:
    """A process with Django that does one thing after another."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def ask(self, what: str, **details: Any) -> Any:
        """Have something done and return the answer; raises ProgramFailed if there is none."""
        self.begin(what, **details)
        return self.answer()

    def begin(self, what: str, **details: Any) -> None:
        """Have something done; ``answer`` waits for it."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"what": what, **details}) + "\n")
        self._process.stdin.flush()

    def answer(self) -> Any:
        """Wait for what was begun; raises ProgramFailed if there is no answer."""
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise ProgramFailed("the newsroom's process ended; its own error stands above")
        return json.loads(line)["answer"]


@contextmanager
def desk(environment: Mapping[str, str], *, core: int | None = None) -> Iterator[Desk]:
    """Run a newsroom's process; on a core shared with servers it gives way as theirs does."""
    command = [sys.executable, "-m", "bench.serving.desk"]
    process = subprocess.Popen(
        command if core is None else on_core(core, command),
        env=environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    if core is not None:
        give_way(process.pid, LOW)
    try:
        yield Desk(process)
    finally:
        process.communicate(timeout=60)
