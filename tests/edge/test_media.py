"""Pictures and documents of published stories come whole, in parts, or not again."""

from __future__ import annotations

import os
import re
import socket
import time
from contextlib import ExitStack
from email import message_from_bytes
from functools import partial
from pathlib import Path

import pytest

from redaksi.pagestore.page import Page
from tests.edge.conftest import PICTURE, Served

ADDRESS = "/media/renditions/beras.jpg"
SIZE = len(PICTURE)


def test_a_picture_comes_whole(served: Served) -> None:
    got = served.get(ADDRESS, Accept_Encoding="br, gzip")

    assert (got.status, got.body) == (200, PICTURE)
    assert (got.headers["content-type"], got.headers["accept-ranges"]) == ("image/jpeg", "bytes")
    assert "vary" not in got.headers
    assert served.get(ADDRESS, If_None_Match=got.headers["etag"]).status == 304
    assert served.get(ADDRESS, If_Modified_Since=got.headers["last-modified"]).status == 304


@pytest.mark.parametrize(
    ("asked", "first", "last"),
    [
        ("bytes=0-0", 0, 0),
        ("bytes=10-19", 10, 19),
        ("bytes=5000-", 5000, SIZE - 1),
        ("bytes=-7", SIZE - 7, SIZE - 1),
        ("bytes=-999999", 0, SIZE - 1),
        ("bytes=0-999999", 0, SIZE - 1),
        ("bytes=3-5, 999999-", 3, 5),
    ],
)
def test_a_part_is_sent(served: Served, asked: str, first: int, last: int) -> None:
    got = served.get(ADDRESS, Range=asked)

    assert (got.status, got.body) == (206, PICTURE[first : last + 1])
    assert got.headers["content-range"] == f"bytes {first}-{last}/{SIZE}"
    assert int(got.headers["content-length"]) == len(got.body)


def test_several_parts_are_sent_together(served: Served) -> None:
    got = served.get(ADDRESS, Range="bytes=0-9, 100-199, -5")

    kind = got.headers["content-type"]
    message = message_from_bytes(f"Content-Type: {kind}\r\n\r\n".encode() + got.body)
    parts = message.get_payload()
    assert got.status == 206
    assert [part["Content-Range"] for part in parts] == [
        f"bytes 0-9/{SIZE}",
        f"bytes 100-199/{SIZE}",
        f"bytes {SIZE - 5}-{SIZE - 1}/{SIZE}",
    ]
    boundary = kind.partition("boundary=")[2].encode()
    bodies = [part.partition(b"\r\n\r\n")[2] for part in got.body.split(b"\r\n--" + boundary)[1:-1]]
    assert bodies == [PICTURE[:10], PICTURE[100:200], PICTURE[-5:]]


@pytest.mark.parametrize("asked", ["bytes=999999-", "bytes=-0", "bytes=999999-, -0"])
def test_what_lies_beyond_the_end_cannot_be_had(served: Served, asked: str) -> None:
    got = served.get(ADDRESS, Range=asked)

    assert (got.status, got.headers["content-range"]) == (416, f"bytes */{SIZE}")


@pytest.mark.parametrize(
    "asked", ["bytes=5-3", "lines=0-3", "bytes=", "bytes=a-b", "bytes=0-9, 5-20", "bytes=-"]
)
def test_a_senseless_range_gets_the_whole_file(served: Served, asked: str) -> None:
    got = served.get(ADDRESS, Range=asked)

    assert (got.status, got.body) == (200, PICTURE)


def test_a_part_is_sent_only_of_the_file_that_was_meant(served: Served) -> None:
    facts = served.get(ADDRESS).headers

    same = [
        served.get(ADDRESS, Range="bytes=0-3", If_Range=condition).status
        for condition in (facts["etag"], facts["last-modified"])
    ]
    other = [
        served.get(ADDRESS, Range="bytes=0-3", If_Range=condition).status
        for condition in ('"x"', f"W/{facts['etag']}", "Mon, 01 Jan 2001 00:00:00 GMT", "x")
    ]

    assert (same, other) == ([206, 206], [200, 200, 200, 200])


def test_a_document_is_saved_and_runs_nothing(served: Served) -> None:
    private = served.instance.media / "laporan.pdf"
    private.write_bytes(b"%PDF-1.7")
    shown = frozenset({("7/laporan.pdf", "laporan.pdf")})
    served.store.put([Page("/dokumen/", b"x", documents=shown)], private_root=served.instance.media)

    got = served.get("/documents/7/laporan.pdf")

    assert (got.status, got.body) == (200, b"%PDF-1.7")
    assert got.headers["content-disposition"] == "attachment"
    assert got.headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert got.headers["cache-control"] == "public, no-cache"


def test_what_is_not_in_the_tree_is_the_newsrooms(served: Served) -> None:
    got = served.get("/media/renditions/rahasia.jpg")

    assert got.told["PATH_INFO"] == "/media/renditions/rahasia.jpg"


def test_slow_downloads_come_whole_and_do_not_fill_the_memory(served: Served) -> None:
    content = os.urandom(1024) * 12 * 1024
    (served.instance.media / "renditions" / "besar.jpg").write_bytes(content)
    shown = Page("/orang/budi/", b"", files=frozenset({"renditions/besar.jpg"}))
    served.store.put([shown], private_root=served.instance.media)
    asking = b"GET /media/renditions/besar.jpg HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    before = memory_of_edge(served)

    with ExitStack() as stack:
        slow = [stack.enter_context(socket.socket()) for _client in range(8)]
        for connection in slow:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65536)
            connection.connect(("127.0.0.1", served.port))
            connection.sendall(asking)
            connection.recv(1000)
        time.sleep(0.5)
        grown = memory_of_edge(served) - before
        meanwhile = served.get(ADDRESS).body
        got = [b"".join(iter(partial(connection.recv, 1 << 20), b"")) for connection in slow]

    assert grown < 24 * 1024
    assert meanwhile == PICTURE
    # The first bytes were taken before, which is less than the head and the picture.
    assert [content.endswith(body[-len(content) + 1000 :]) for body in got] == [True] * 8
    assert all(len(body) > len(content) - 1000 for body in got)


def memory_of_edge(served: Served) -> int:
    """Return the memory of all edge processes, in kilobytes."""
    assert served.edge.process is not None
    parent = served.edge.process.pid
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    rolled = [Path(f"/proc/{pid}/smaps_rollup").read_text() for pid in children]
    found = [re.search(r"^Pss:\s+(\d+) kB", text, re.MULTILINE) for text in rolled]
    return sum(int(match[1]) for match in found if match)
