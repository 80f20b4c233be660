"""Pictures and documents of published stories come whole, in parts, or not again."""

from __future__ import annotations

from email import message_from_bytes

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
