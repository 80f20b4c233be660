"""Starts ``redaksi serve`` on a newspaper made for the browser, and stops it."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.cli.conftest import COMMAND
from tests.newspaper import CACHE, ROOT
from tests.ports import unused_port
from tests.shape import digest_of

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
    kept = CACHE / f"browser-{_fingerprint()}"
    CACHE.mkdir(exist_ok=True)
    with (CACHE / "browser.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            _make(kept)
    return kept


def _fingerprint() -> str:
    """Name the newspaper after everything that shapes it, so that a stale one is never reused."""
    source = ROOT / "src" / "redaksi"
    parts = [*source.rglob("migrations/*.py"), *source.rglob("vocabularies/*.toml")]
    parts += [source / "founding.py", source / "articles" / "blocks.py", ROOT / "tests" / "cast.py"]
    parts += [Path(__file__), Path(__file__).with_name("stage.py")]
    return digest_of(sorted(parts))


def _make(kept: Path) -> None:
    for old in CACHE.glob("browser-*"):
        shutil.rmtree(old)
    unfinished = CACHE / "browser-unfinished"
    redaksi("init", unfinished, "--name", "Kabar Uji")
    redaksi("manage", unfinished, "shell", "--no-imports", "-c", SET_THE_STAGE)
    unfinished.rename(kept)


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
