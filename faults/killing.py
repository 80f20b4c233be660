"""Kills the desk and the press at random: nothing acknowledged is lost, nothing is torn."""

from __future__ import annotations

import itertools
import multiprocessing
import os
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from django.db import connection, connections

from faults.controls import switch_off
from faults.deeds import KINDS, STEADY, Ledger, open_newspaper, work_for_ever
from faults.presses import (
    note_renderings,
    press_everything_for_ever,
    press_for_ever,
    recover,
    renderings,
)
from faults.reading import DECODERS, TREE, Notes, Reader, digest_of
from faults.reading import Line as ReadingLine
from faults.stage import Stage
from redaksi.articles.models import Article
from redaksi.press.checking import differences
from tests.edges import edge_of
from tests.waiting import wait_until

FORK = multiprocessing.get_context("fork")
PRESSES = {"press": press_for_ever, "bulk press": press_everything_for_ever}
LONGEST_LIFE = 0.5
#: How often the newspaper is started again and compared in full; else the next kill follows.
CHANCE_OF_A_START = 0.25
#: Seconds that the helpers of a killed bulk press may take to notice.
SECONDS_TO_DIE = 20
VERSIONS_A_ROUND = 1000


def perform(stage: Stage) -> None:
    """Open a newspaper, then kill, recover and check, round after round, with a reader at it."""
    shorten_lists()
    notes = stage.instance.directory.parent / "renderings"
    note_renderings(notes)
    ledger = Ledger()
    ledger.take_in(open_newspaper())
    recover().close()
    steady = ["/", *_paths_of_the_steady()]
    connections.close_all()
    switch_off(stage.without)
    with edge_of(stage.instance, os.environ):
        _await_edge(stage)
        reader = Reader(stage.instance.config.port, notes, stage.instance.pages / "tree")
        _go_rounds(stage, ledger)
        _judge(stage, reader.stop(), renderings(notes), steady)
        _ask_once_more(stage)
    stage.report.facts["acknowledged"] = ledger.acknowledged


def shorten_lists() -> None:
    """Let few stories make several pages of a list."""
    from redaksi.articles import stretching

    stretching.PAGE_SIZE, stretching.LONGEST, stretching.SHORTEST = 3, 6, 2


def _go_rounds(stage: Stage, ledger: Ledger) -> None:
    combinations = itertools.cycle(itertools.product(KINDS, PRESSES))
    for number in range(1, stage.rounds + 1):
        focus, press = next(combinations)
        said = _kill_both(stage, focus, PRESSES[press], number * VERSIONS_A_ROUND)
        ledger.take_in(said)
        is_chosen = stage.chance.random() < CHANCE_OF_A_START
        is_started = is_chosen or bool(stage.without) or number == stage.rounds
        for what in (*ledger.check(), *(_check_pages() if is_started else [])):
            stage.find(f"round {number} ({focus}, {press}): {what}")
        stage.report.facts["kills"] = 2 * number
        if stage.without and stage.report.findings:
            return


def _kill_both(stage: Stage, focus: str, press: Callable[[], None], version: int) -> list[Any]:
    """Let the desk and the press run, kill each at an instant of its own; return what was said."""
    connections.close_all()
    receiving, sending = FORK.Pipe(duplex=False)
    seed = stage.chance.getrandbits(32)
    desk = _start(work_for_ever, focus, version, seed, sending)
    presser = _start(press)
    sending.close()
    ends = [(stage.chance.uniform(0.02, LONGEST_LIFE), process) for process in (desk, presser)]
    started = time.monotonic()
    for moment, process in sorted(ends, key=lambda end: end[0]):
        time.sleep(max(0.0, started + moment - time.monotonic()))
        kill = os.killpg if stage.chance.random() < 0.5 else os.kill
        kill(process.pid, signal.SIGKILL)
        process.join()
    _await_the_helpers(stage, presser.pid)
    _await_the_server()
    return list(_everything_from(receiving))


def _start(work: Callable[..., None], *details: Any) -> Any:
    process = FORK.Process(target=_lead, args=(work, *details))
    process.start()
    wait_until(lambda: os.getpgid(process.pid) == process.pid)
    return process


def _lead(work: Callable[..., None], *details: Any) -> None:
    os.setpgid(0, 0)
    work(*details)


def _everything_from(pipe: Any) -> Iterator[Any]:
    try:
        while True:
            yield pipe.recv()
    except EOFError:
        pipe.close()


def _await_the_helpers(stage: Stage, group: int) -> None:
    """A killed bulk press leaves helpers for a moment; they must end by themselves."""

    def are_gone() -> bool:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        return False

    if not wait_until(are_gone, SECONDS_TO_DIE):
        stage.find("the helpers of a killed bulk press stay for ever")
        os.killpg(group, signal.SIGKILL)


def _await_the_server() -> None:
    """Let PostgreSQL finish what killed processes had asked for: a commit may be on its way."""
    if connection.vendor != "postgresql":
        return
    others = (
        "SELECT count(*) FROM pg_stat_activity "
        "WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )

    def are_gone() -> bool:
        with connection.cursor() as cursor:
            cursor.execute(others)
            return bool(cursor.fetchone() == (0,))

    assert wait_until(are_gone), "PostgreSQL still works for the dead"


def _check_pages() -> list[str]:
    store = recover()
    found = [f"{page.address} {page.kind.value} after the restart" for page in differences(store)]
    store.close()
    return found


def _judge(stage: Stage, seen: Notes, made: set[tuple[str, str]], steady: list[str]) -> None:
    """Check everything that the reader got: whole, once rendered, never older than before."""
    newest: Counter[tuple[str, str]] = Counter()
    for answer in seen.changes:
        page = f"{answer.address} ({answer.status}, {answer.where})"
        if answer.problem:
            stage.find(f"a reader got {page}: {answer.problem}")
        elif answer.status in (200, 301, 410) and (answer.address, answer.digest) not in made:
            stage.find(f"a reader got {page}, which no press has ever made")
        elif answer.status != 200 and answer.address in steady:
            stage.find(f"a reader missed {page}, which was there throughout")
        if answer.where != TREE and answer.status == 200:
            place = (answer.where, answer.address)
            if 0 <= answer.version < newest[place]:
                stage.find(f"a reader got {page} older than before")
            newest[place] = max(newest[place], answer.version)
    stage.report.facts |= {"answers": seen.answers, "changes seen": len(seen.changes)}


def _ask_once_more(stage: Stage) -> None:
    """After everything, the edge must not remember an older page than the store holds."""
    line = ReadingLine(stage.instance.config.port)
    store = recover()
    for address in store.addresses():
        page = store.read(address)
        assert page is not None
        for coding in DECODERS:
            answer = line.ask(address, coding)
            if answer.digest != digest_of(page.status, page.body, page.location):
                stage.find(f"the edge gives an old {address} ({coding or 'as it is'})")


def _paths_of_the_steady() -> list[str]:
    return [story.path for story in Article.objects.filter(live=True).order_by("pk")[:STEADY]]


def _await_edge(stage: Stage) -> None:
    line = ReadingLine(stage.instance.config.port)
    assert wait_until(lambda: line.ask("/", "").status == 200), "the edge does not answer"
