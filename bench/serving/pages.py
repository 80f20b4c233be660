"""Measures how many pages a second are answered: edge, nginx, and Django itself."""

from __future__ import annotations

import http.client
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.serving import nginx, wrk
from bench.serving.archive import Served
from bench.serving.browser import HEADERS
from bench.serving.cores import SERVER
from bench.serving.programs import ProgramFailed, running
from bench.serving.rows import Better, Row, ratio_of
from bench.serving.settings import Run
from bench.serving.wrk import Load
from redaksi.edge.files import entity_tag
from tests.ports import unused_port

ENDINGS = {"br": ".br", "gzip": ".gz", "zstd": ".zst"}
FEW = 16
"""Connections to a server that answers slowly."""


def against_probing(run: Run) -> list[Row]:
    """Measure edge / nginx with try_files."""
    return [_against_nginx(run, "nginx with try_files", nginx.PROBING, 1.1, 1.5)]


def against_tuned(run: Run) -> list[Row]:
    """Measure edge / nginx with one rewrite and no probing."""
    return [_against_nginx(run, "nginx with one rewrite", nginx.TUNED, 0.9, 1.1)]


def _against_nginx(run: Run, name: str, locations: str, limit: float, aim: float) -> Row:
    with edge(run.served) as port, _nginx(run, locations) as other:
        loads = _in_turns(run, lambda: _ask(run, port), lambda: _ask(run, other))
    return _row(f"article requests/s, edge / {name}", *loads, limit, aim)


def against_django(run: Run) -> list[Row]:
    """Measure edge / our own article view in Django."""
    with edge(run.served) as port, django(run.served.elsewhere()) as other:
        loads = _in_turns(
            run,
            lambda: _ask(run, port),
            lambda: wrk.run(other, run.list_of_addresses, run.seconds, connections=FEW),
        )
    return [_row("article requests/s, edge / our uncached view in Django", *loads, 300, 800)]


def not_modified(run: Run) -> list[Row]:
    """Measure the 304 answers of edge / nginx, to browsers that have the page."""
    with edge(run.served) as port, _nginx(run, nginx.TUNED) as other:
        known = [_with_tags(run, one) for one in (port, other)]
        loads = _in_turns(
            run,
            lambda: wrk.run(port, known[0], run.seconds),
            lambda: wrk.run(other, known[1], run.seconds),
        )
    return [_row("304 answers/s, edge / nginx with one rewrite", *loads, 1.0, None)]


@contextmanager
def edge(served: Served) -> Iterator[int]:
    """Run the edge alone on the servers' core; give its port."""
    with _alone(served, "edge"):
        yield served.port


@contextmanager
def django(served: Served) -> Iterator[int]:
    """Run Django alone on the servers' core; give its port."""
    with _alone(served, "django"):
        yield served.port


@contextmanager
def _alone(served: Served, what: str) -> Iterator[None]:
    command = [sys.executable, "-m", "bench.serving.alone", what]
    with running(command, served.port, environment=served.environment, core=SERVER):
        yield


@contextmanager
def _nginx(run: Run, locations: str) -> Iterator[int]:
    port = unused_port()
    with nginx.nginx(run.place / "nginx", run.served.tree, port, locations):
        yield port


def _ask(run: Run, port: int) -> Load:
    return wrk.run(port, run.list_of_addresses, run.seconds)


def _in_turns(
    run: Run, ours: Callable[[], Load], other: Callable[[], Load]
) -> tuple[list[Load], list[Load]]:
    """Measure in turns after one turn to warm up."""
    ours(), other()
    turns = [(ours(), other()) for _round in range(run.rounds)]
    return [turn[0] for turn in turns], [turn[1] for turn in turns]


def _row(what: str, ours: list[Load], other: list[Load], limit: float, aim: float | None) -> Row:
    best, others = (max(loads, key=lambda load: load.rate) for loads in (ours, other))
    said = [
        f"{name} p50/p99 {load.p50:.2f}/{load.p99:.2f} ms, {load.bytes_each:,.0f} bytes an answer, "
        f"runs {', '.join(f'{one.rate:,.0f}' for one in loads)}"
        for name, load, loads in (("ours", best, ours), ("the other", others, other))
    ]
    ratio = ratio_of(best.rate, others.rate)
    cells = f"{best.rate:,.0f}/s", f"{others.rate:,.0f}/s"
    return Row(what, ratio, Better.MORE, limit, aim, *cells, note="; ".join(said))


def _with_tags(run: Run, port: int) -> Path:
    """Write the list of addresses with the entity tags that this server gives its answers."""
    coding, tag = _asked(port, run.addresses[0])
    lines = [f"{address} {_tag(run, address, ENDINGS[coding])}" for address in run.addresses]
    if lines[0] != f"{run.addresses[0]} {tag}":
        raise ProgramFailed(f"the entity tag is {tag}, not as in {lines[0]}")
    for line in lines[:: max(1, len(lines) // 50)]:
        address, _space, known = line.partition(" ")
        if _status(port, address, known) != 304:
            raise ProgramFailed(f"no 304 for {line}")
    return run.write(f"tags-{port}", lines)


def _tag(run: Run, address: str, ending: str) -> str:
    facts = (run.served.tree / f"{address[1:-1]}.html{ending}").stat()
    return entity_tag(int(facts.st_mtime), facts.st_size)


def _asked(port: int, address: str) -> tuple[str, str]:
    """Return coding and entity tag of a page."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", address, headers=HEADERS)
    answer = connection.getresponse()
    found = answer.headers["Content-Encoding"], answer.headers["ETag"]
    connection.close()
    return found


def _status(port: int, address: str, tag: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", address, headers={**HEADERS, "If-None-Match": tag})
    status = connection.getresponse().status
    connection.close()
    return status
