"""Works through a directory of articles with all processors and prints JSON Lines."""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

from redaksi.cli.article_files import SUFFIXES, read_articles
from redaksi.cli.exits import CommandFailed
from redaksi.cli.screen import complain, say
from redaksi.extraction import article_record, extract
from redaksi.extraction.lexicon import load
from redaksi.instance.language import gettext as _

_SECONDS_BETWEEN = 2.0
_AT_ONCE = 16


@dataclass(frozen=True)
class Job:
    """One file to read; `name` is its path inside the archive."""

    path: Path
    name: str
    language: str
    raw: bool
    words: tuple[Path, ...]


@dataclass(frozen=True)
class Outcome:
    """The JSON lines of one file, and a sentence for each article that was left out."""

    lines: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def work_through(archive: Path, language: str, *, raw: bool, words: tuple[Path, ...]) -> None:
    """Print a line for each article below `archive`, in the order of the paths.

    Progress goes to the error stream. A file that cannot be read is named there and left out.

    Raises:
        CommandFailed: if that is no directory, or at the end if files were left out.
    """
    if not archive.is_dir():
        raise CommandFailed(_("%s is no directory: give one with texts or pages.") % archive)
    load(language, words)
    jobs = [
        Job(path, str(path.relative_to(archive)), language, raw, words)
        for path in sorted(archive.rglob("*"))
        if path.suffix.lower() in SUFFIXES and path.is_file()
    ]
    progress, left_out = Progress(len(jobs)), 0
    for outcome in _outcomes(jobs):
        for line in outcome.lines:
            say(line)
        for problem in outcome.problems:
            complain(problem)
        left_out += bool(outcome.problems)
        progress.step()
    if left_out:
        raise CommandFailed(
            _("Of %s files something was left out; the messages above say why.") % left_out
        )


def _outcomes(jobs: list[Job]) -> Iterator[Outcome]:
    workers = min(os.cpu_count() or 1, len(jobs))
    if workers < 2:
        yield from map(read_file, jobs)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        yield from pool.map(read_file, jobs, chunksize=_AT_ONCE)


def read_file(job: Job) -> Outcome:
    """The statements of every article in one file."""
    try:
        read = read_articles(job.path.name, job.path.read_bytes(), raw=job.raw)
    except (CommandFailed, OSError) as problem:
        return Outcome(problems=[f"{job.name}: {problem}"])
    lines = []
    for name, text in read.articles:
        found = extract(text, job.language, words=job.words)
        label = job.name if name == job.path.name else f"{job.name}#{name}"
        lines.append(json.dumps(article_record(label, text, found), ensure_ascii=False))
    return Outcome(lines, [f"{job.name}: {problem}" for problem in read.problems])


class Progress:
    """Tells on the error stream how many files are done, how fast, and how long it will take."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.done = 0
        self.started = self.told = time.monotonic()

    def step(self) -> None:
        """Note that one more file is done."""
        self.done += 1
        now = time.monotonic()
        if now - self.told >= _SECONDS_BETWEEN or self.done == self.total:
            self.told = now
            print(self.line(now), file=sys.stderr, flush=True)

    def line(self, now: float) -> str:
        """The progress at a moment of the monotonic clock."""
        rate = self.done / max(now - self.started, 1e-6)
        left = (self.total - self.done) / rate if rate else 0.0
        return _("%(done)s of %(total)s files, %(rate).0f a second, %(left)s left") % {
            "done": self.done,
            "total": self.total,
            "rate": rate,
            "left": time.strftime("%H:%M:%S", time.gmtime(left)),
        }
