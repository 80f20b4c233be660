"""Runs the real edge over a real page store, with a real server in the newsroom's place."""

from __future__ import annotations

import http.client
import json
import os
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from redaksi.cli.children import Child
from redaksi.instance.layout import Instance
from redaksi.pagestore.page import Page
from redaksi.pagestore.store import PageStore
from tests import waiting
from tests.edges import edge_of
from tests.ports import unused_port

ARTICLE = "/ekonomi/2026/01/30/harga-beras/"
WITHDRAWN = "/ekonomi/2026/01/30/ditarik/"
MOVED = "/ekonomi/2026/01/30/lama/"
PICTURE = bytes(range(256)) * 20
STYLE = b"body { color: black }\n" * 50
PAGES = [
    Page("/", b"<h1>Beranda</h1>" * 40),
    Page("/ekonomi/", b"<h1>Ekonomi</h1>" * 40),
    Page(ARTICLE, b"<h1>Harga beras</h1>" * 40, files=frozenset({"renditions/beras.jpg"})),
    Page("/orang/ani/", b"<h1>Ani</h1>" * 40),
    Page("/umpan.xml", b"<rss/>" * 40),
    Page(WITHDRAWN, b"<h1>Ditarik</h1>" * 40, status=410),
    Page(MOVED, status=301, location=ARTICLE),
]


@dataclass(frozen=True)
class Got:
    """One answer."""

    status: int
    headers: dict[str, str]
    body: bytes
    every_header: list[tuple[str, str]] = field(default_factory=list)

    @property
    def told(self) -> dict[str, Any]:
        """What the newsroom was asked, as it tells it."""
        found: dict[str, Any] = json.loads(self.body)
        return found


@dataclass
class Served:
    """A running edge and its newsroom."""

    instance: Instance
    store: PageStore
    edge: Child
    newsroom: Child
    gate: Path

    @property
    def asked(self) -> Path:
        """What the newsroom was asked: a line for each query string."""
        return self.gate.with_name("asked")

    @property
    def port(self) -> int:
        return self.instance.config.port

    def ask(self, method: str, path: str, body: Any = None, **headers: str) -> Got:
        """Ask with headers whose names have "_" for "-"."""
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.request(method, path, body, named, encode_chunked=False)
            response = connection.getresponse()
            every = [(name.lower(), value) for name, value in response.getheaders()]
            return Got(response.status, dict(every), response.read(), every)
        finally:
            connection.close()

    def get(self, path: str, **headers: str) -> Got:
        return self.ask("GET", path, **headers)

    def raw(self, request: bytes) -> bytes:
        """Send bytes as they are and return everything that comes until the end."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=10) as connection:
            connection.sendall(request)
            answer = b""
            while piece := connection.recv(65536):
                answer += piece
        return answer


def wait_until(condition: Callable[[], bool], seconds: float = 20) -> bool:
    return waiting.wait_until(condition, seconds)


@pytest.fixture(scope="module")
def chosen() -> dict[str, object]:
    """Options of the module's newspaper; a module may have others."""
    return {}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory, chosen: dict[str, object]) -> Iterator[Served]:
    """The edge over a few pages, and a newsroom behind it."""
    directory = tmp_path_factory.mktemp("edge")
    port = unused_port()
    options = {"name": "Kabar", "port": port, "edge_processes": 1, **chosen}
    instance = Instance.create(directory / "kabar", environ={}, chosen=options)
    instance.finish()
    store = fill(instance)
    own = {name: value for name, value in os.environ.items() if not name.startswith("REDAKSI_")}
    gate = directory / "gate"
    surroundings = {**own, "REDAKSI_DIR": str(instance.directory), "GATE": str(gate)}
    newsroom = Child("newsroom", "tests.edge.echo", surroundings)
    with edge_of(instance, surroundings) as edge:
        newsroom.start()
        running = Served(instance, store, edge, newsroom, gate)
        assert wait_until(lambda: is_up(running, "/gema/"))
        yield running
    newsroom.clear_away()
    store.close()


def fill(instance: Instance) -> PageStore:
    (instance.media / "renditions").mkdir(parents=True)
    (instance.media / "renditions" / "beras.jpg").write_bytes(PICTURE)
    store = PageStore(instance.pages)
    store.put(PAGES, private_root=instance.media)
    store.put_error_page(404, b"<h1>Tidak ada</h1>")
    store.put_error_page(413, b"<h1>Terlalu besar</h1>")
    store.put_error_page(503, b"<h1>Sebentar</h1>")
    store.put_static({"design/paper.css": STYLE, "design/favicon.png": PICTURE})
    return store


def is_up(served: Served, path: str) -> bool:
    try:
        return served.get(path).status == 200
    except OSError:
        return False
