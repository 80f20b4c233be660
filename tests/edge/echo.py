"""A newsroom for the edge's tests: a real server on the socket that tells what it was asked."""

from __future__ import annotations

import hashlib
import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from redaksi.cli.lifeline import end_with_supervisor, wait_for_the_word
from redaksi.edge.visitors import BehindTheEdge
from redaksi.instance.layout import Instance

PIECES, PIECE = 80, b"redaksi " * 8192


def application(environ: dict[str, Any], start_response: Any) -> Any:
    path = environ["PATH_INFO"]
    with Path(os.environ["GATE"]).with_name("asked").open("a") as asked:
        asked.write(environ["QUERY_STRING"] + "\n")
    if path == "/lambat/":
        while not Path(os.environ["GATE"]).exists():
            time.sleep(0.01)
    if path == "/rusak/":
        start_response("500 Internal Server Error", [("Content-Type", "text/plain")])
        return [b"rusak"]
    if path == "/besar/":
        start_response("200 OK", [("Content-Type", "text/plain"), ("X-Long", "yes")])
        return pieces()
    digest, length = hashlib.sha256(), 0
    while piece := environ["wsgi.input"].read(65536):
        digest.update(piece)
        length += len(piece)
    told = {name: value for name, value in environ.items() if isinstance(value, str)}
    told |= {"length": length, "digest": digest.hexdigest()}
    headers = [("Content-Type", "application/json"), ("Cache-Control", "max-age=7")]
    start_response("200 OK", [*headers, ("Set-Cookie", "a=1"), ("Set-Cookie", "b=2")])
    return [json.dumps(told).encode()]


def pieces() -> Iterator[bytes]:
    for _number in range(PIECES):
        yield PIECE


def main() -> None:
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    wait_for_the_word()
    end_with_supervisor()
    instance = Instance.open(Path(os.environ["REDAKSI_DIR"]), environ=os.environ)
    instance.newsroom_socket.unlink(missing_ok=True)
    behind_the_edge = BehindTheEdge(application)
    Granian(
        "echo",
        uds=instance.newsroom_socket,
        interface=Interfaces.WSGI,
        blocking_threads=16,
        websockets=False,
        log_level=LogLevels.error,
        workers_kill_timeout=1,
    ).serve(target_loader=lambda _target: lambda *arguments: behind_the_edge(*arguments))


if __name__ == "__main__":
    main()
