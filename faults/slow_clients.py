"""Hundreds of connections that say half of something: readers are answered as quickly as ever."""

from __future__ import annotations

import http.client
import os
import socket
import statistics
import time
from contextlib import ExitStack

from faults.stage import Stage
from redaksi.pagestore.page import Page
from redaksi.pagestore.store import PageStore
from tests.edges import edge_of
from tests.waiting import wait_until

HALVES = (
    b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ",
    b"POST /redaksi/ HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\na",
    b"",
)
SLOW_CLIENTS = 300
LIMIT = 0.050
PAGE = Page("/berita/", b"<h1>Berita</h1>" * 500)


def perform(stage: Stage) -> None:
    """Open half connections of each kind, and time a reader's requests meanwhile."""
    store = PageStore(stage.instance.pages)
    store.put([PAGE])
    with edge_of(stage.instance, os.environ):
        assert wait_until(lambda: _answers(stage)), "the edge does not answer"
        alone = _measure(stage, stage.rounds)
        stage.report.facts["p99 alone (ms)"] = round(1000 * alone, 2)
        for half in HALVES:
            with ExitStack() as slow:
                for _client in range(SLOW_CLIENTS):
                    address = ("127.0.0.1", stage.instance.config.port)
                    slow.enter_context(socket.create_connection(address)).sendall(half)
                _judge(stage, half, _measure(stage, stage.rounds))


def _judge(stage: Stage, half: bytes, p99: float) -> None:
    said = half.split(b" ")[0].decode() or "nothing"
    stage.report.facts[f"p99 beside {SLOW_CLIENTS} that say {said} (ms)"] = round(1000 * p99, 2)
    if p99 > LIMIT:
        stage.find(f"p99 is {1000 * p99:.0f} ms beside {SLOW_CLIENTS} half requests of {said}")


def _measure(stage: Stage, requests: int) -> float:
    """Return the p99 of requests on one kept connection and on new ones in turns, in seconds."""
    kept = _connection(stage)
    times = []
    for number in range(requests):
        started = time.monotonic()
        line = kept if number % 4 else _connection(stage)
        line.request("GET", PAGE.address, headers={"Accept-Encoding": "gzip"})
        response = line.getresponse()
        response.read()
        times.append(time.monotonic() - started)
        if response.status != 200:
            stage.find(f"a reader got {response.status}")
        if line is not kept:
            line.close()
    kept.close()
    return statistics.quantiles(times, n=100)[98]


def _connection(stage: Stage) -> http.client.HTTPConnection:
    return http.client.HTTPConnection("127.0.0.1", stage.instance.config.port, timeout=10)


def _answers(stage: Stage) -> bool:
    try:
        line = _connection(stage)
        line.request("GET", PAGE.address)
        return line.getresponse().status == 200
    except OSError:
        return False
