"""The real Varnish before a real edge, for tests of purging; skipped loudly without it."""

from __future__ import annotations

import http.client
import os
import socket
import socketserver
import threading
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from redaksi.cli.configuring import configuration
from redaksi.instance.layout import Instance
from tests.cli.other_servers import answers, need, running
from tests.edge.conftest import wait_until
from tests.edges import edge_of
from tests.ports import unused_port

HOST = "127.0.0.1:8000"
"""What readers type in the tests' newspaper."""


@dataclass(frozen=True)
class Varnish:
    """A running Varnish."""

    port: int

    def get(self, address: str, **headers: str) -> tuple[int, str, bool]:
        """Return status, body, and whether the answer was kept here."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request("GET", address, headers={"Host": HOST, **named})
            response = connection.getresponse()
            was_kept = len((response.getheader("X-Varnish") or "").split()) == 2
            return response.status, response.read().decode("latin-1"), was_kept
        finally:
            connection.close()

    def is_kept(self, address: str) -> bool:
        """Whether Varnish still has the answer at an address."""
        return self.get(address)[2]

    def ask(self, method: str, address: str, source: str = "127.0.0.1", **headers: str) -> int:
        """Return the status of any request, made from another address of this machine."""
        connection = http.client.HTTPConnection(
            "127.0.0.1", self.port, timeout=20, source_address=(source, 0)
        )
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            connection.request(method, address, headers={"Host": HOST, **named})
            return connection.getresponse().status
        finally:
            connection.close()


@contextmanager
def varnish_before(pages: Path, folder: Path) -> Iterator[Varnish]:
    """Run an edge over a page store, and Varnish before it, until the block ends."""
    command = need("varnishd")
    instance = Instance.create(
        folder / "kabar", environ={}, chosen={"port": unused_port(), "edge_processes": 1}
    )
    instance.finish()
    instance.pages.rmdir()
    instance.pages.symlink_to(pages)
    vcl, port = folder / "redaksi.vcl", unused_port()
    vcl.write_text(configuration("varnish", instance))
    own = {name: value for name, value in os.environ.items() if not name.startswith("REDAKSI_")}
    surroundings = {**own, "REDAKSI_DIR": str(instance.directory)}
    with ExitStack() as stack:
        stack.enter_context(edge_of(instance, surroundings))
        assert wait_until(lambda: answers(instance.config.port))
        arguments = ["-F", "-j", "none", "-n", folder / "varnish", "-f", vcl, "-s", "malloc,16m",
                     "-a", f"127.0.0.1:{port}", "-p", "http_gzip_support=off"]  # fmt: skip
        stack.enter_context(running([command, *arguments], port, folder))
        varnish = Varnish(port)
        assert wait_until(lambda: varnish.get("/")[0] == 200)
        yield varnish


@contextmanager
def way_to(port: int, at: int) -> Iterator[None]:
    """Have connections to ``at`` reach ``port`` while the block runs, and nothing before it."""

    class Relay(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            with socket.create_connection(("127.0.0.1", port)) as onward:
                threading.Thread(target=pump, args=(onward, self.request), daemon=True).start()
                pump(self.request, onward)

    with socketserver.ThreadingTCPServer(("127.0.0.1", at), Relay) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        try:
            yield
        finally:
            server.shutdown()


def pump(source: socket.socket, target: socket.socket) -> None:
    try:
        while data := source.recv(65536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        return
