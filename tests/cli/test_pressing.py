"""Pages that ``redaksi press`` makes are those that ``redaksi serve`` would make."""

from __future__ import annotations

import gzip
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

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


def test_a_full_disk_is_told_in_a_sentence_and_the_rest_is_made_later(
    redaksi: Run, paper: Path, small_disk: Path
) -> None:
    refused = redaksi("press", paper, "--all", "--port", "8123")
    subprocess.run(["mount", "-o", "remount,size=200m", small_disk], check=True)
    done = redaksi("press", paper, "--port", "8123")
    compared = redaksi("press", paper, "--port", "8123", "--check")

    assert refused.returncode == Exit.FAILED
    assert "Traceback" not in refused.stderr
    assert "the disk is full" in refused.stderr
    assert done.returncode == Exit.DONE
    assert compared.stdout == "0 pages differ from what they would be now.\n"


@pytest.fixture
def small_disk(paper: Path) -> Iterator[Path]:
    """A disk for the pages that holds a few of them."""
    pages = paper / "pages"
    shutil.rmtree(pages, ignore_errors=True)
    pages.mkdir()
    small = ["mount", "-t", "tmpfs", "-o", "size=300k", "none", str(pages)]
    if subprocess.run(small, capture_output=True, check=False).returncode:
        pytest.skip("NOT TESTED: a full disk; mounting a small one takes more rights than we have")
    yield pages
    subprocess.run(["umount", "--lazy", str(pages)], check=True)


def pressed(paper: Path, name: str) -> bytes:
    (file,) = (paper / "pages").rglob(f"{name}*.gz")
    return gzip.decompress(file.read_bytes())
