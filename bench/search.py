"""Measures the search over an invented archive: making the index, finding, and being found.

``python -m bench.search --size 100000`` (SQLite; ``--database postgresql`` the other).
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from bench.machine import facts
from bench.papers import NoServer, Paper
from bench.workers import Worker, WorkerFailed

QUESTIONS = 200
#: Of the vocabulary by frequency: words of nearly every story, of some, of few.
RANKS = {"common": (0, 40), "middling": (40, 800), "rare": (800, 4000)}


def main() -> int:
    """Fill, index and measure; print a table of Markdown."""
    given = _parser().parse_args()
    place = given.at or Path(tempfile.mkdtemp(prefix="redaksi-bench-"))
    paper = Paper.at(place, given.database, given.size)
    try:
        with Worker(paper) as worker:
            filled = worker.ask("fill", size=given.size)
        command = [sys.executable, "-m", "bench.search", "--inside", str(given.size)]
        done = subprocess.run(command, env=paper.environment(), check=True, stdout=subprocess.PIPE)
    except (NoServer, WorkerFailed) as problem:
        print(problem, file=sys.stderr)
        return 2
    finally:
        if not given.keep:
            paper.remove()
            shutil.rmtree(place, ignore_errors=not given.at)
    print("\n".join(facts({given.database: filled["version"]})))
    for name, figure in json.loads(done.stdout).items():
        print(f"| {given.database} | {given.size:,} | {name} | {figure} |")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.search", description=__doc__)
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument("--at", type=Path, metavar="DIR", help="where the newspaper is made")
    parser.add_argument("--keep", action="store_true", help="leave it there and use it again")
    return parser


def inside(size: int) -> dict[str, str]:
    """Measure the newspaper of this process (``REDAKSI_DIR``)."""
    import django

    django.setup()
    return {
        "index made, articles a second": _index(),
        "index, bytes for each article": f"{_bytes() // size}",
        **dict(_searches()),
        "one story put into the index, ms": _ms(_times(_put, 50)),
    }


def _index() -> str:
    from redaksi.articles.finding.rebuilding import rebuild
    from redaksi.search import rebuilding

    _empty()
    rebuilding.reach(0)
    started, done = time.perf_counter(), 0
    for step in rebuild():
        done = step.now
    return f"{done / (time.perf_counter() - started):.0f}"


def _empty() -> None:
    """Forget the index, so that it is made as for an archive that comes in."""
    from redaksi.search.choosing import engine

    engine().drop()
    engine().create()


def _bytes() -> int:
    from django.db import connection

    live = "SELECT sum(length(block)) FROM search_live_data"
    table = "SELECT pg_total_relation_size('search_story')"
    with connection.cursor() as cursor:
        cursor.execute(live if connection.vendor == "sqlite" else table)
        return int(cursor.fetchone()[0])


def _searches() -> Iterator[tuple[str, str]]:
    from django.test import Client

    from redaksi.newsroom.models import Section

    # As the newsroom's processes do (``redaksi.cli.web``).
    gc.freeze()
    client, dice = Client(SERVER_NAME="localhost"), random.Random(1)
    sections = list(Section.objects.values_list("slug", flat=True))
    words = _words()
    for order in ("terbaru", "tepat"):
        for number, name in ((1, "one word"), (2, "two words")):
            found: list[bool] = []

            def ask(order: str = order, number: int = number, found: list[bool] = found) -> None:
                asked = {
                    "q": " ".join(_drawn(dice, words) for _ in range(number)),
                    "bagian": dice.choice(sections),
                    "urut": order,
                }
                answer = client.get("/cari/", asked)
                assert answer.status_code == 200
                found.append(b'class="search-result ' in answer.content)

            ask()
            times = _ms(_times(ask, QUESTIONS))
            share = sum(found) / len(found)
            yield f"{name}, section, {order}, ms", f"{times}; {share:.0%} found something"


def _drawn(dice: random.Random, words: list[str]) -> str:
    first, last = RANKS[dice.choice(list(RANKS))]
    return words[dice.randrange(first, last)]


def _words() -> list[str]:
    """Return the vocabulary of the archive, the commonest first."""
    from bench.filling.archive import SEED
    from bench.filling.words import Words

    return Words(random.Random(SEED)).vocabulary


def _put() -> None:
    from django.db import transaction

    from redaksi.articles.finding.indexing import index

    with transaction.atomic():
        index([random.randint(1, 10_000)])


def _times(perform: Callable[[], None], number: int) -> list[float]:
    times = []
    for _ in range(number):
        started = time.perf_counter()
        perform()
        times.append((time.perf_counter() - started) * 1000)
    return times


def _ms(times: list[float]) -> str:
    return f"median {median(times):.1f}, p95 {quantiles(times, n=20)[-1]:.1f}, max {max(times):.1f}"


if __name__ == "__main__":
    if sys.argv[1:2] == ["--inside"]:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "redaksi.settings")
        figures: dict[str, Any] = inside(int(sys.argv[2]))
        print(json.dumps(figures))
    else:
        sys.exit(main())
