"""Pages that ``redaksi press`` makes are those that ``redaksi serve`` would make."""

from __future__ import annotations

import gzip
from pathlib import Path

from redaksi.cli.exits import Exit
from redaksi.pagestore.store import PageStore
from tests.cli.conftest import Run


def test_pages_are_pressed_for_the_address_at_which_the_paper_is_served(
    redaksi: Run, paper: Path
) -> None:
    done = redaksi("press", paper, "--port", "8123")

    assert (done.returncode, done.stderr) == (Exit.DONE, "")
    robots = pressed(paper, "robots.txt")
    assert b"http://127.0.0.1:8123/" in robots
    assert b":8000" not in robots

    compared = redaksi("press", paper, "--port", "8123", "--check")
    assert compared.stdout == "0 pages differ from what they would be now.\n"

    # A cron line that forgot the port must not make every page for another address.
    forgotten = redaksi("press", paper, "--all")
    assert (forgotten.returncode, forgotten.stdout) == (Exit.SETTINGS, "")
    assert "http://127.0.0.1:8123" in forgotten.stderr
    assert "--base-url" in forgotten.stderr

    # Whoever starts the newspaper next must not make them all again.
    store = PageStore(paper / "pages")
    assert store.index.count() > 0
    assert store.index.want_unsettled() == 0
    store.close()


def pressed(paper: Path, name: str) -> bytes:
    (file,) = (paper / "pages").rglob(f"{name}*.gz")
    return gzip.decompress(file.read_bytes())
