"""Readers get pressed pages with correct HTTP: codings, conditions, statuses, headers."""

from __future__ import annotations

import gzip
from collections.abc import Callable

import brotli
import pytest
import zstandard

from redaksi.pagestore.page import Page
from tests.edge.conftest import ARTICLE, MOVED, PAGES, PICTURE, STYLE, WITHDRAWN, Served

DECODED: dict[str, Callable[[bytes], bytes]] = {
    "br": brotli.decompress,
    "gzip": gzip.decompress,
    "zstd": lambda body: zstandard.ZstdDecompressor().decompressobj().decompress(body),
}
BODIES = {page.address: page.body for page in PAGES}


@pytest.mark.parametrize("coding", sorted(DECODED))
@pytest.mark.parametrize("address", ["/", "/ekonomi/", ARTICLE, "/umpan.xml", WITHDRAWN])
def test_a_page_comes_in_the_coding_asked_for(served: Served, address: str, coding: str) -> None:
    got = served.get(address, Accept_Encoding=coding)

    assert got.status == (410 if address == WITHDRAWN else 200)
    assert got.headers["content-encoding"] == coding
    assert got.headers["vary"] == "Accept-Encoding"
    assert int(got.headers["content-length"]) == len(got.body)
    assert DECODED[coding](got.body) == BODIES[address]


@pytest.mark.parametrize("accepted", ["identity", "", "deflate", "br;q=0, *;q=0"])
def test_a_client_of_no_coding_gets_the_page_as_it_is(served: Served, accepted: str) -> None:
    got = served.get(ARTICLE, Accept_Encoding=accepted)

    assert (got.status, got.body) == (200, BODIES[ARTICLE])
    assert "content-encoding" not in got.headers
    assert got.headers["etag"].startswith('W/"')


def test_the_entity_tag_is_the_one_of_the_file(served: Served) -> None:
    file = served.store.tree.folder / "ekonomi/2026/01/30/harga-beras.html.br"
    facts = file.stat()

    got = served.get(ARTICLE, Accept_Encoding="br")

    assert got.headers["etag"] == f'"{int(facts.st_mtime):x}-{facts.st_size:x}"'


@pytest.mark.parametrize("accepted", ["br", "gzip", "identity"])
def test_what_the_client_has_is_not_sent_again(served: Served, accepted: str) -> None:
    first = served.get(ARTICLE, Accept_Encoding=accepted)
    tag, date = first.headers["etag"], first.headers["last-modified"]

    by_tag = served.get(ARTICLE, Accept_Encoding=accepted, If_None_Match=f'"x", {tag}')
    by_date = served.get(ARTICLE, Accept_Encoding=accepted, If_Modified_Since=date)
    other = served.get(ARTICLE, Accept_Encoding=accepted, If_None_Match='"x"')
    both = served.get(
        ARTICLE, Accept_Encoding=accepted, If_None_Match='"x"', If_Modified_Since=date
    )

    assert [got.status for got in (by_tag, by_date, other, both)] == [304, 304, 200, 200]
    assert (by_tag.body, by_tag.headers["etag"]) == (b"", tag)
    kept = ("cache-control", "vary", "cache-tag", "last-modified", "content-security-policy")
    assert [by_tag.headers[name] for name in kept] == [first.headers[name] for name in kept]


@pytest.mark.parametrize("address", [ARTICLE, "/media/renditions/beras.jpg"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_who_wants_another_version_only_gets_none(
    served: Served, address: str, method: str
) -> None:
    def status(**asked: str) -> int:
        return served.ask(method, address, Accept_Encoding="br", **asked).status

    first = served.get(address, Accept_Encoding="br")
    tag, date = first.headers["etag"], first.headers["last-modified"]
    old, no_date = "Thu, 01 Jan 1970 00:00:00 GMT", "kemarin"

    assert status(If_Match='"x"') == 412
    assert status(If_Match='"x"', If_None_Match=tag) == 412
    assert status(If_Match=f"W/{tag}") == 412
    assert status(If_Unmodified_Since=old) == 412
    assert status(If_Match=f'"x", {tag}') == 200
    assert status(If_Match="*") == 200
    assert status(If_Match=tag, If_Unmodified_Since=old) == 200
    assert status(If_Unmodified_Since=date) == 200
    assert status(If_Unmodified_Since=no_date) == 200
    assert served.ask(method, address, If_Match='"x"').body == b""


@pytest.mark.parametrize("address", ["/", ARTICLE, WITHDRAWN, MOVED, "/statis/design/paper.css"])
def test_head_is_get_without_the_body(served: Served, address: str) -> None:
    got, head = served.get(address), served.ask("HEAD", address)

    different = {"date"}
    assert head.body == b""
    assert head.status == got.status
    assert {name: head.headers.get(name) for name in got.headers if name not in different} == {
        name: value for name, value in got.headers.items() if name not in different
    }


def test_a_moved_page_redirects_by_path_alone(served: Served) -> None:
    got = served.get(MOVED, Host="evil.example", X_Forwarded_Host="evil.example")

    assert (got.status, got.headers["location"], got.body) == (301, ARTICLE, b"")
    assert got.headers["cache-control"] == "public, max-age=600"


@pytest.mark.parametrize(
    ("address", "cache", "tags"),
    [
        ("/", "public, max-age=30, ", "paper,s-home,p-home"),
        ("/ekonomi/", "public, max-age=30, ", "paper,s-ekonomi,p-ekonomi"),
        (
            ARTICLE,
            "public, max-age=180, ",
            "paper,s-ekonomi,p-ekonomi:2026:01:30:harga-beras",
        ),
        ("/orang/ani/", "public, max-age=180, ", "paper,s-orang,p-orang:ani"),
        ("/umpan.xml", "public, max-age=120, ", "paper,s-umpan.xml,p-umpan.xml"),
        (WITHDRAWN, "public, max-age=600", "paper,s-ekonomi,p-ekonomi:2026:01:30:ditarik"),
        ("/media/renditions/beras.jpg", "public, max-age=31536000, immutable", "paper,s-media,"),
    ],
)
def test_caches_learn_what_they_may_keep(
    served: Served, address: str, cache: str, tags: str
) -> None:
    headers = served.get(address).headers

    assert headers["cache-control"].startswith(cache)
    assert headers["cache-tag"].startswith(tags)
    assert headers["surrogate-key"].split(" ") == headers["cache-tag"].split(",")


def test_static_files_are_served_with_and_without_codings(served: Served) -> None:
    style = served.get("/statis/design/paper.css", Accept_Encoding="gzip")
    plain = served.get("/statis/design/paper.css")
    drawing = served.get("/statis/design/favicon.png", Accept_Encoding="gzip")

    assert gzip.decompress(style.body) == plain.body == STYLE
    assert (style.headers["content-type"], drawing.headers["content-type"]) == (
        "text/css; charset=utf-8",
        "image/png",
    )
    assert drawing.body == PICTURE
    assert not plain.headers["etag"].startswith("W/")


def test_a_new_version_is_served_at_once_and_a_removed_one_no_more(served: Served) -> None:
    address = "/orang/budi/"
    seen = []
    for body in (b"satu", b"dua", b"tiga"):
        served.store.put([Page(address, body)])
        got = served.get(address)
        seen.append((got.status, got.body, got.headers["etag"]))

    served.store.remove([address])

    assert [(status, body) for status, body, _tag in seen] == [
        (200, b"satu"),
        (200, b"dua"),
        (200, b"tiga"),
    ]
    assert len({tag for _status, _body, tag in seen}) == 3
    # What is not in the tree is the newsroom's to answer.
    assert served.get(address).told["PATH_INFO"] == address


def test_a_missing_coding_is_made_up_for_by_another(served: Served) -> None:
    served.store.put([Page("/orang/citra/", b"Citra")])
    (served.store.tree.folder / "orang/citra.html.br").unlink()
    served.store.generation.bump()

    both = served.get("/orang/citra/", Accept_Encoding="br, gzip")
    only = served.get("/orang/citra/", Accept_Encoding="br, identity;q=0.5")

    assert (both.headers["content-encoding"], gzip.decompress(both.body)) == ("gzip", b"Citra")
    assert ("content-encoding" in only.headers, only.body) == (False, b"Citra")


def test_codings_named_on_several_lines_are_all_heeded(served: Served) -> None:
    asking = f"GET {ARTICLE} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
    lines = "Accept-Encoding: *\r\nAccept-Encoding: br;q=0\r\n\r\n"

    answer = served.raw((asking + lines).encode())

    assert b"\r\nContent-Encoding: zstd\r\n" in answer
