"""Measures what one more statement costs of somebody who has said much, and of who has not.

``python -m bench.record`` (SQLite; ``--database postgresql`` the other): each speaker has one
statement a story, over the years of the archive. What is timed is from the promise of the pages to
the last one that is made, and the readers' search for words in what each of them said.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

from bench.machine import facts
from bench.papers import NoServer, Paper
from bench.workers import Worker, WorkerFailed

if TYPE_CHECKING:
    from redaksi.articles.models import Article
    from redaksi.pagestore.store import PageStore
    from redaksi.statements.models import Speaker

LITTLE, TURNS, WORDS = 150, 20, 12


def main() -> int:
    """Fill and measure; print a table of Markdown."""
    given = _parser().parse_args()
    place = given.at or Path(tempfile.mkdtemp(prefix="redaksi-bench-"))
    size = given.said + given.said // 10 + 100
    paper = Paper.at(place, given.database, size)
    try:
        with Worker(paper) as worker:
            filled = worker.ask("fill", size=size)
        command = [sys.executable, "-m", "bench.record", "--inside", str(given.said)]
        done = subprocess.run(command, env=paper.environment(), check=True, stdout=subprocess.PIPE)
    except (NoServer, WorkerFailed) as problem:
        print(problem, file=sys.stderr)
        return 2
    finally:
        if not given.at:
            paper.remove()
            shutil.rmtree(place, ignore_errors=True)
    print("\n".join(facts({given.database: filled["version"]})))
    print(f"| statements of the speaker | {given.said:,} | {LITTLE} | ratio |")
    for name, (much, little) in json.loads(done.stdout).items():
        print(f"| {name} | {much:.1f} | {little:.1f} | {much / little:.2f} |")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m bench.record", description=__doc__)
    parser.add_argument("--said", type=int, default=15_000, help="statements of the one")
    parser.add_argument("--database", choices=("sqlite", "postgresql"), default="sqlite")
    parser.add_argument(
        "--at", type=Path, metavar="DIR", help="where the newspaper is made and left"
    )
    return parser


def inside(said: int) -> dict[str, tuple[float, float]]:
    """Measure the newspaper of this process (``REDAKSI_DIR``)."""
    import django

    django.setup()
    from redaksi.articles.models import OutboxEntry
    from redaksi.press.pressing import open_store
    from redaksi.press.statics import bring_static_files

    stories = list(_stories())
    one, other = _speaker("Tokoh Banyak"), _speaker("Tokoh Sedikit")
    _speak(one, stories[TURNS * 4 :][:said])
    _speak(other, stories[TURNS * 4 :: len(stories) // LITTLE][:LITTLE])
    store = open_store()
    bring_static_files(store)
    OutboxEntry.objects.all().delete()  # The archive's own pages are not measured.
    _want_pages(store, [one, other])
    _make_all(store)
    times: dict[str, tuple[list[float], list[float]]] = {}
    fresh = iter(stories)
    for _turn in range(TURNS):
        for place, speaker in enumerate((one, other)):
            for name, taken in _measure(store, speaker, next(fresh)):
                times.setdefault(name, ([], []))[place].append(taken)
    return {name: (median(much), median(little)) for name, (much, little) in times.items()}


def _stories() -> Iterator[Article]:
    from redaksi.articles.models import Article
    from redaksi.statements.models import Reading

    found = Article.objects.filter(live=True).order_by("-published_on", "-pk")
    rows = list(found.values_list("pk", flat=True))
    Reading.objects.bulk_create(
        [Reading(article_id=key, is_stale=False) for key in rows], ignore_conflicts=True
    )
    yield from found.select_related("section", "locale").defer("body")


def _speaker(name: str) -> Speaker:
    from redaksi.statements.models import Speaker

    made: Speaker = Speaker.objects.get_or_create(name=name)[0]
    return made


def _speak(speaker: Speaker, stories: list[Article]) -> None:
    from redaksi.statements.models import OnRecord, Statement

    if speaker.statements.exists():
        return
    rows = [_statement(story, speaker) for story in stories]
    for row in rows:
        row.live_start, row.live_length, row.public_since = 0, row.length, row.found_at
        row.live_block, row.listed_on = row.block, row.day_on_record()
    Statement.objects.bulk_create(rows, batch_size=500)
    OnRecord.objects.create(speaker=speaker, changed_at=rows[0].found_at)


def _statement(story: Article, speaker: Speaker) -> Any:
    from redaksi.statements.models import State, Statement
    from redaksi.statements.passages import text_of_body

    passage = text_of_body(story.body.raw_data).passages[0]
    words = " ".join(passage.text.split()[:WORDS])
    return Statement(
        article=story, speaker=speaker, speaker_name=speaker.name, kind="indirect",
        cue="mengatakan", words=words, block=passage.block, start=0, length=len(words),
        state=State.CONFIRMED, is_cleared=True, role="Ketua",
    )  # fmt: skip


def _want_pages(store: PageStore, speakers: list[Speaker]) -> None:
    from redaksi.statements.pages import pages_of_speaker

    store.index.want(addresses=[page for one in speakers for page in pages_of_speaker(one)])


def _measure(store: PageStore, speaker: Speaker, story: Article) -> Iterator[tuple[str, float]]:
    from django.db import transaction
    from django.test import Client

    from redaksi.newsroom.addresses import words_address
    from redaksi.statements.settling import settle

    row = _statement(story, speaker)
    started = time.perf_counter()
    with transaction.atomic():
        row.save()
        settle(story)
    yield "a statement appears: its transaction, ms", (time.perf_counter() - started) * 1000
    started = time.perf_counter()
    pages = _make_all(store)
    yield "and all that shows it is made, ms", (time.perf_counter() - started) * 1000
    yield "pages that are made", pages
    client, word = Client(SERVER_NAME="localhost"), row.words.split()[-1]
    started = time.perf_counter()
    answer = client.get(words_address(speaker.slug), {"q": word})
    assert answer.status_code == 200
    yield "words are looked for in what was said, ms", (time.perf_counter() - started) * 1000
    started = time.perf_counter()
    answer = client.get("/cari/tokoh/", {"nama": "tokoh"})
    assert speaker.name in answer.content.decode()
    yield "the speaker is looked for by name, ms", (time.perf_counter() - started) * 1000


def _make_all(store: PageStore) -> int:
    from redaksi.press.draining import drain
    from redaksi.press.pressing import Pressed, press_wanted

    done = Pressed()
    while drain(store):
        pass
    while store.index.wanted_count():
        done.add(press_wanted(store, seconds=60))
    return len(done.made)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--inside"]:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "redaksi.settings")
        print(json.dumps(inside(int(sys.argv[2]))))
    else:
        sys.exit(main())
