"""Starts ``redaksi serve`` on a newspaper made for the browser, and stops it."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.founded import COMMAND, newspaper_by_command
from tests.keeping import kept
from tests.ports import unused_port
from tests.shape import ROOT, fingerprint

SET_THE_STAGE = "from tests.browser.stage import set_the_stage; set_the_stage()"
LAST_LINE = "Stop with Ctrl-C.\n"


@dataclass(frozen=True)
class Served:
    """A newspaper that answers at ``address`` (no slash at the end)."""

    address: str
    directory: Path
    first_sign_in: str
    """The one-time link of the first administrator, as ``redaksi serve`` printed it."""

    def run(self, program: str) -> str:
        """Run Python in the newspaper, as a technician would, and return what it prints."""
        return redaksi("manage", self.directory, "shell", "--no-imports", "-c", program)


def redaksi(*words: str | Path) -> str:
    """Run one command to its end and return what it printed."""
    done = subprocess.run(
        [COMMAND, *words], env=surroundings(), capture_output=True, text=True, timeout=180
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def surroundings() -> dict[str, str]:
    """The environment of a person who speaks English and has set nothing of ours."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("REDAKSI_")}
    own.pop("DJANGO_SETTINGS_MODULE", None)
    return {**own, "LC_ALL": "C.UTF-8", "PYTHONPATH": str(ROOT)}


def newspaper_with_cast() -> Path:
    """Return a newspaper with the cast and their stories, made once for all runs that share it."""
    return kept("browser", _state(), _make)


def _state() -> str:
    """Name everything that shapes the newspaper, so that a stale one is never reused."""
    stage = Path(__file__).with_name("stage.py")
    return fingerprint(stage, ROOT / "src" / "redaksi" / "articles" / "blocks.py")


def _make(folder: Path) -> None:
    shutil.copytree(newspaper_by_command()[0], folder)
    redaksi("manage", folder, "shell", "--no-imports", "-c", SET_THE_STAGE)


@contextmanager
def serving(directory: Path) -> Iterator[Served]:
    """Serve a newspaper on a free port until the end of the block."""
    port = unused_port()
    process = subprocess.Popen(
        [COMMAND, "serve", directory, "--port", str(port)],
        env=surroundings(),
        stdout=subprocess.PIPE,
        stderr=(directory / "logs" / "browser.log").open("w"),
        text=True,
    )
    try:
        yield Served(f"http://127.0.0.1:{port}", directory, _sign_in_printed_by(process))
    finally:
        process.terminate()
        process.wait(timeout=30)


def _sign_in_printed_by(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    link = ""
    for line in process.stdout:
        if "First sign-in: " in line:
            link = line.partition("First sign-in: ")[2].strip()
        if line == LAST_LINE:
            return link
    raise AssertionError("redaksi serve ended before it answered; see logs/browser.log")
