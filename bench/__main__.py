"""Measures the newsroom and the reader's pages at two sizes of archive, on each database."""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from bench.figures import Figures, Samples
from bench.machine import facts
from bench.papers import NoServer, Paper
from bench.report import EXPLANATION, show, write
from bench.workers import Worker, WorkerFailed

RUNS, WARM_UPS = 9, 2
#: How often the runs are repeated, all samples kept, while a limit seems broken: chance passes.
ATTEMPTS = 3


def main() -> int:
    """Measure and report; what is over a limit is said in the table, never by failing."""
    given = _parser().parse_args()
    place = given.at or Path(tempfile.mkdtemp(prefix="redaksi-bench-"))
    figures: list[Figures] = []
    versions: dict[str, str] = {}
    try:
        for database in given.databases:
            figures += _measure_database(given, place, database, versions)
    except (NoServer, WorkerFailed) as problem:
        print(problem, file=sys.stderr)
        return 2
    finally:
        if not (given.at or given.keep):
            shutil.rmtree(place)
    lines = [*facts(versions), EXPLANATION.format(runs=given.runs, warm_ups=WARM_UPS)]
    show(figures, given.sizes, lines)
    if given.output:
        write(given.output, figures, given.sizes, lines)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--sizes", type=_numbers, default=[20_000, 200_000], metavar="N,N")
    parser.add_argument("--databases", type=_names, default=["sqlite", "postgresql"], metavar="X,X")
    parser.add_argument("--runs", type=int, default=RUNS, help=f"timed runs of each ({RUNS})")
    parser.add_argument(
        "--only", default="", metavar="TEXT", help="operations with this in the name"
    )
    parser.add_argument("--output", type=Path, metavar="FILE", help="also write it as Markdown")
    parser.add_argument("--at", type=Path, metavar="DIR", help="where the newspapers are made")
    parser.add_argument(
        "--keep", action="store_true", help="leave them there; the same --at uses them again"
    )
    return parser


def _numbers(text: str) -> list[int]:
    return [int(part) for part in text.replace("_", "").split(",")]


def _names(text: str) -> list[str]:
    names = text.split(",")
    if unknown := set(names) - {"sqlite", "postgresql"}:
        raise argparse.ArgumentTypeError(f"unknown database: {', '.join(sorted(unknown))}")
    return names


def _measure_database(
    given: argparse.Namespace, place: Path, database: str, versions: dict[str, str]
) -> list[Figures]:
    papers = [Paper.at(place, database, size) for size in given.sizes]
    try:
        with ExitStack() as stack:
            workers = [stack.enter_context(Worker(paper)) for paper in papers]
            for worker in workers:
                filled = worker.ask("fill", size=worker.paper.size)
                versions[database] = filled["version"]
                _say(f"{worker.paper.directory.name}: ready after {filled['seconds']:.0f} s")
            operations = workers[0].ask("list")
            return [
                _measure(given, database, name, is_write, workers)
                for name, is_write in operations.items()
                if given.only in name
            ]
    finally:
        for paper in papers:
            if given.keep:
                _say(f"kept: {paper.directory}")
            else:
                paper.remove()


def _measure(
    given: argparse.Namespace, database: str, name: str, is_write: bool, workers: list[Worker]
) -> Figures:
    samples = {worker.paper.size: Samples() for worker in workers}
    figures = Figures(database, name, is_write, samples)
    for _warm_up in range(WARM_UPS):
        _one_turn(name, workers)
    for _attempt in range(ATTEMPTS):
        for _run in range(given.runs):
            for size, answer in _one_turn(name, workers):
                samples[size].add(answer)
        if figures.verdict == "ok":
            break
    _say(": ".join(figures.row()))
    return figures


def _one_turn(name: str, workers: list[Worker]) -> list[tuple[int, dict[str, Any]]]:
    return [(worker.paper.size, worker.ask("measure", operation=name)) for worker in workers]


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
