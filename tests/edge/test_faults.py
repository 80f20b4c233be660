"""Readers are answered whatever happens behind the edge or in front of it."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import threading
from contextlib import ExitStack
from pathlib import Path

import pytest

from redaksi.pagestore.page import Page
from tests.edge.conftest import ARTICLE, PAGES, Served, is_up, wait_until

BODIES = {page.address: page.body for page in PAGES if page.status == 200}


def test_without_newsroom_all_that_is_pressed_is_served(served: Served) -> None:
    served.newsroom.clear_away()

    statuses = {address: served.get(address).status for address in BODIES}
    rest = ["/statis/design/paper.css", "/media/renditions/beras.jpg"]
    unknown, posted = served.get("/redaksi/"), served.ask("POST", "/redaksi/login/", b"x=1")
    served.newsroom.start()

    assert statuses == dict.fromkeys(BODIES, 200)
    assert [served.get(address).status for address in rest] == [200, 200]
    for got in (unknown, posted):
        assert (got.status, got.headers["retry-after"]) == (503, "5")
        assert got.body == b"<h1>Sebentar</h1>"
        assert "content-security-policy" in got.headers
    assert wait_until(lambda: is_up(served, "/gema/"))


def test_the_newsroom_killed_under_load_harms_no_reader(served: Served) -> None:
    wrong: list[object] = []
    over = threading.Event()

    def read() -> None:
        connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=10)
        while not over.is_set():
            connection.request("GET", ARTICLE)
            response = connection.getresponse()
            if (response.status, response.read()) != (200, BODIES[ARTICLE]):
                wrong.append(response.status)

    def write() -> None:
        while not over.is_set():
            status = served.ask("POST", "/gema/", b"x" * 1000).status
            if status not in (200, 503):
                wrong.append(status)

    threads = [threading.Thread(target=work) for work in (read, read, write)]
    for thread in threads:
        thread.start()
    for _death in range(3):
        assert wait_until(lambda: is_up(served, "/gema/"))
        assert served.newsroom.process is not None
        os.killpg(served.newsroom.process.pid, signal.SIGKILL)
        served.newsroom.clear_away()
        served.newsroom.start()
    assert wait_until(lambda: is_up(served, "/gema/"))
    over.set()
    for thread in threads:
        thread.join()

    assert wrong == []


@pytest.mark.parametrize(
    "beginning",
    [
        b"GET / HTTP/1.1\r\nHost: x\r\nX-Slow: ",
        b"POST /gema/ HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\na",
        b"",
    ],
    ids=["headers", "body", "nothing"],
)
def test_hundreds_of_slow_clients_keep_no_reader_waiting(served: Served, beginning: bytes) -> None:
    with ExitStack() as slow:
        for _client in range(300):
            connection = slow.enter_context(socket.create_connection(("127.0.0.1", served.port)))
            connection.sendall(beginning)

        reader = http.client.HTTPConnection("127.0.0.1", served.port, timeout=5)
        answered = 0
        for _page in range(200):
            reader.request("GET", ARTICLE)
            answered += reader.getresponse().read() == BODIES[ARTICLE]
        newcomer = served.get(ARTICLE)

    assert (answered, newcomer.status) == (200, 200)
    assert wait_until(lambda: served.ask("POST", "/gema/", b"x").status == 200)


def test_one_client_cannot_keep_the_newsroom_from_all_others(served: Served) -> None:
    with ExitStack() as slow:
        for _upload in range(300):
            connection = slow.enter_context(
                socket.create_connection(
                    ("127.0.0.1", served.port), source_address=("127.0.0.2", 0)
                )
            )
            connection.sendall(b"POST /gema/ HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\na")

        others = served.ask("POST", "/gema/", b"x" * 50)

    assert others.status == 200


def test_an_edge_notices_that_the_pages_were_thrown_away(served: Served) -> None:
    page = Page("/orang/budi/", b"<h1>Budi</h1>")
    served.store.put([page])
    before = served.get("/orang/budi/").body
    (served.instance.pages / "generation").unlink()
    served.store.generation.make()

    def body_of(text: bytes) -> bytes:
        served.store.put([Page("/orang/budi/", text)])
        return served.get("/orang/budi/").body

    assert before == page.body
    assert wait_until(lambda: body_of(b"<h1>Baru</h1>") == b"<h1>Baru</h1>")
    assert body_of(b"<h1>Lagi</h1>") == b"<h1>Lagi</h1>"


def test_a_dead_edge_process_is_replaced(served: Served) -> None:
    assert served.edge.process is not None
    parent = served.edge.process.pid

    def workers() -> set[int]:
        children = Path(f"/proc/{parent}/task/{parent}/children").read_text()
        return {int(pid) for pid in children.split()}

    before = workers()
    for pid in before:
        os.kill(pid, signal.SIGKILL)

    assert wait_until(lambda: bool(workers() - before))
    assert wait_until(lambda: is_up(served, ARTICLE))
    assert served.edge.is_running


def test_the_edge_loads_no_django(served: Served) -> None:
    assert served.edge.process is not None
    maps = Path(f"/proc/{served.edge.process.pid}/maps").read_text()
    loaded = [line for line in maps.splitlines() if "httptools" in line]
    heavy = [line for line in maps.splitlines() if "pysqlite3" in line or "PIL" in line]

    assert loaded != []
    assert heavy == []
