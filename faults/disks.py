"""No room for pages: readers keep what there is, the log says why, and it heals by itself."""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path

from faults.presses import has_settled
from faults.reading import Line, Reader
from faults.stage import Stage, workers_of
from faults.stories import tell_headline
from redaksi.articles.models import Article
from redaksi.articles.publishing import publish
from redaksi.instance.layout import Instance
from redaksi.pagestore.store import PageStore
from redaksi.pagestore.trouble import Reason
from redaksi.press.checking import differences
from tests.cast import Cast
from tests.factories import write_live
from tests.waiting import wait_until

MEGABYTES = 24
STORIES = 6
SECONDS_TO_HEAL = 20.0
SECONDS_OF_TROUBLE = 1.0
#: A log that says more than this about one trouble buries it.
LINES_ENOUGH = 3
#: The supervisor's, of a worker that died.
NOT_OF_THE_DISK = "is started again"


def perform(stage: Stage) -> None:
    """Fill the disk of the pages, then make it read-only, while a worker and a reader work."""
    if not _mount(stage.instance.pages, "-t", "tmpfs", "-o", f"size={MEGABYTES}m", "none"):
        stage.report.skipped = "mounting a small disk takes more rights than we have"
        return
    try:
        _perform(stage)
    finally:
        subprocess.run(["umount", "--lazy", str(stage.instance.pages)], check=True)


def _perform(stage: Stage) -> None:
    section = Cast.called().nasional
    stories = [write_live(section=section, headline=f"Cerita versi{n}") for n in range(STORIES)]
    addresses = stage.instance.directory.parent / "addresses"
    addresses.write_text("".join(f"{story.path}\n" for story in stories) + "/\n/nasional/\n")
    with stage.served() as log:
        assert wait_until(lambda: has_settled(stage.instance, STORIES)), "the pages are not made"
        reader = Reader(stage.instance.config.port, addresses, stage.instance.pages / "tree")
        for number in range(stage.rounds):
            trouble = (_full, _read_only)[number % 2]
            reason = (Reason.FULL, Reason.READ_ONLY)[number % 2]
            _break(stage, log, trouble, reason, stories, number * 1000 + 100)
        notes = reader.stop()
    for answer in notes.changes:
        if answer.status != 200:
            stage.find(f"a reader got {answer.address}: {answer.status} {answer.problem}")
    stage.report.facts["answers"] = notes.answers


def _break(
    stage: Stage,
    log: Path,
    trouble: Callable[[Instance], AbstractContextManager[None]],
    reason: Reason,
    stories: list[Article],
    version: int,
) -> None:
    before = log.stat().st_size
    with trouble(stage.instance):
        for story in stories:
            tell_headline(story, version)
            publish(story)
        wait_until(lambda: reason.value in log.read_text()[before:], SECONDS_TO_HEAL)
        time.sleep(SECONDS_OF_TROUBLE)
        _check_readable(stage, stories)
        _check_log(stage, log.read_text()[before:], reason)
    started = time.monotonic()
    if not wait_until(lambda: has_settled(stage.instance, STORIES), SECONDS_TO_HEAL):
        stage.find(f"{reason.name}: not healed {SECONDS_TO_HEAL} s after the trouble")
    stage.report.facts[f"healed after {reason.name} (s)"] = round(time.monotonic() - started, 1)
    store = PageStore(stage.instance.pages)
    for page in differences(store):
        stage.find(f"{reason.name}: {page.address} {page.kind.value} afterwards")
    store.close()


def _check_readable(stage: Stage, stories: list[Article]) -> None:
    line = Line(stage.instance.config.port)
    for story in stories:
        if line.ask(story.path, "br").status != 200:
            stage.find(f"{story.path} cannot be read during the trouble")


def _check_log(stage: Stage, said: str, reason: Reason) -> None:
    lines = [line for line in said.splitlines() if NOT_OF_THE_DISK not in line]
    clear = [line for line in lines if reason.value in line and str(stage.instance.pages) in line]
    if not clear:
        stage.find(f"{reason.name}: the log does not say why: {lines[:5]}")
    if len(lines) > LINES_ENOUGH:
        stage.find(f"{reason.name}: {len(lines)} lines in the log: {lines[:8]}")


@contextmanager
def _full(instance: Instance) -> Iterator[None]:
    filling = instance.pages / "filling"
    with suppress(OSError), filling.open("wb", buffering=0) as file:
        while file.write(bytes(4096)):
            pass
    try:
        yield
    finally:
        filling.unlink()


@contextmanager
def _read_only(instance: Instance) -> Iterator[None]:
    def is_read_only() -> bool:
        # A disk with files that are open for writing cannot be made read-only by hand.
        for worker in workers_of(instance):
            with suppress(ProcessLookupError):
                os.kill(worker, signal.SIGKILL)
        return _mount(instance.pages, "-o", "remount,ro")

    assert wait_until(is_read_only), "the disk cannot be made read-only"
    try:
        yield
    finally:
        assert _mount(instance.pages, "-o", "remount,rw"), "the disk cannot be made writable again"


def _mount(folder: Path, *words: str) -> bool:
    done = subprocess.run(["mount", *words, str(folder)], capture_output=True, check=False)
    return done.returncode == 0
