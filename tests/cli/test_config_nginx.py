"""The real nginx, configured by ``redaksi config nginx``, answers as the edge does."""

from __future__ import annotations

import gzip
import os
from collections.abc import Iterator

import pytest

from redaksi.cli.configuring import configuration
from redaksi.pagestore.page import Page
from tests.cli.other_servers import Through, behind, compared, need, running
from tests.edge import conftest
from tests.edge.conftest import (
    ARTICLE,
    MOVED,
    PAGES,
    PICTURE,
    WITHDRAWN,
    Got,
    Served,
)
from tests.edge.test_pages import DECODED
from tests.ports import unused_port

served = conftest.served

PICTURE_AT = "/media/renditions/beras.jpg"
STYLE_AT = "/statis/design/paper.css"
DRAWING_AT = "/statis/design/favicon.png"
GONE_FEED = "/ekonomi/umpan.json"
FILES_OF_TEXT = ("/site.webmanifest", "/sw.js", "/tokoh/budi/pernyataan.csv", "/robots.txt")
PUBLIC_PORT = unused_port()

BY_INFLATING = frozenset({"content-length", "transfer-encoding"})
"""nginx inflates a page while it sends it, and does not know its length when it begins."""

MAIN = """
worker_processes 1;
daemon off;
error_log {folder}/error.log warn;
pid {folder}/nginx.pid;
events {{ worker_connections 256; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    gzip on;
    include {folder}/redaksi.conf;
}}
"""


@pytest.fixture(scope="module")
def chosen() -> dict[str, object]:
    return behind(PUBLIC_PORT)


@pytest.fixture(scope="module")
def nginx(served: Served, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The same paper, asked through nginx."""
    command = need("nginx")
    folder = tmp_path_factory.mktemp("nginx")
    served.store.put([Page(GONE_FEED, b"{}", status=410)])
    served.store.put([Page(address, b"text " * 40) for address in FILES_OF_TEXT])
    (folder / "redaksi.conf").write_text(configuration("nginx", served.instance))
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(user + MAIN.format(folder=folder))
    with running([command, "-p", folder, "-c", folder / "nginx.conf"], PUBLIC_PORT, folder):
        yield Through.of(served, PUBLIC_PORT)


@pytest.mark.parametrize("coding", ["br", "zstd", "gzip", "gzip, deflate, br, zstd", "x-gzip"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize(
    "address",
    ["/", "/ekonomi/", ARTICLE, "/orang/ani/", "/umpan.xml", WITHDRAWN, GONE_FEED, MOVED,
     *FILES_OF_TEXT, STYLE_AT, DRAWING_AT, PICTURE_AT,
     f"{ARTICLE}?utm_source=x&a=/../b", "/%65konomi/"],
)  # fmt: skip
def test_readers_get_the_same(
    served: Served,
    nginx: Served,
    address: str,
    method: str,
    coding: str,
) -> None:
    by_edge = served.ask(method, address, Accept_Encoding=coding)
    by_nginx = nginx.ask(method, address, Accept_Encoding=coding)

    assert compared(by_nginx) == compared(by_edge)


@pytest.mark.parametrize("address", ["/", ARTICLE, "/umpan.xml", WITHDRAWN])
@pytest.mark.parametrize("accepted", ["identity", "", "deflate", "gzip;q=0"])
def test_a_client_of_no_coding_gets_the_page_as_it_is(
    served: Served,
    nginx: Served,
    address: str,
    accepted: str,
) -> None:
    by_edge = served.get(address, Accept_Encoding=accepted)
    by_nginx = nginx.get(address, Accept_Encoding=accepted)

    assert compared(by_nginx, but=BY_INFLATING) == compared(by_edge, but=BY_INFLATING)


@pytest.mark.parametrize("accepted", ["gzip;q=0.5, br;q=0.9", "*", "br, identity;q=0"])
def test_whoever_gives_weights_gets_a_coding_that_suits(nginx: Served, accepted: str) -> None:
    got = nginx.get(ARTICLE, Accept_Encoding=accepted)

    body = gzip.decompress(got.body) if "content-encoding" in got.headers else got.body
    assert (got.status, body) == (200, PAGES[2].body)
    assert got.headers.get("content-encoding", "gzip") == "gzip"


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("coding", ["br", "zstd", "gzip"])
@pytest.mark.parametrize("address", ["/", ARTICLE, "/umpan.xml", STYLE_AT, PICTURE_AT])
def test_what_the_client_has_is_not_sent_again(
    served: Served,
    nginx: Served,
    address: str,
    coding: str,
    method: str,
) -> None:
    first = served.get(address, Accept_Encoding=coding)
    conditions = [
        {"If_None_Match": f'"x", {first.headers["etag"]}'},
        {"If_None_Match": f"W/{first.headers['etag']}"},
        {"If_Modified_Since": first.headers["last-modified"]},
    ]

    for condition in conditions:
        by_edge = served.ask(method, address, Accept_Encoding=coding, **condition)
        by_nginx = nginx.ask(method, address, Accept_Encoding=coding, **condition)
        assert by_nginx.status == 304
        assert compared(by_nginx) == compared(by_edge)


@pytest.mark.parametrize("address", ["/", ARTICLE, "/umpan.xml", STYLE_AT, PICTURE_AT])
@pytest.mark.parametrize(
    ("condition", "value", "status"),
    [
        ("If_Match", "TAG", 200),
        ("If_Match", '"x", TAG', 200),
        ("If_Match", "*", 200),
        ("If_Match", '"x"', 412),
        ("If_Match", "W/TAG", 412),
        ("If_Unmodified_Since", "DATE", 200),
        ("If_Unmodified_Since", "Thu, 01 Jan 1970 00:00:00 GMT", 412),
        ("If_Modified_Since", "Thu, 01 Jan 1970 00:00:00 GMT", 200),
        ("If_Modified_Since", "Fri, 01 Jan 2100 00:00:00 GMT", 304),
        ("If_Modified_Since", "kemarin", 200),
    ],
)
def test_conditions_are_understood_alike(
    served: Served, nginx: Served, address: str, condition: str, value: str, status: int
) -> None:
    facts = served.get(address, Accept_Encoding="br").headers
    value = value.replace("TAG", facts["etag"]).replace("DATE", facts["last-modified"])
    asked = {"Accept_Encoding": "br", condition: value}

    assert [server.get(address, **asked).status for server in (served, nginx)] == [status] * 2


def test_a_page_as_it_is_is_not_sent_again_either(served: Served, nginx: Served) -> None:
    tag = nginx.get(ARTICLE).headers["etag"]

    by_edge, by_nginx = (server.get(ARTICLE, If_None_Match=tag) for server in (served, nginx))

    assert by_nginx.status == 304
    # nginx weakens the tag where it inflates, which it does not for 304.
    assert by_edge.headers["etag"] == f"W/{by_nginx.headers['etag']}"
    weak = frozenset({"etag"})
    assert compared(by_nginx, but=weak) == compared(by_edge, but=weak)


@pytest.mark.parametrize(
    "asked",
    ["bytes=0-0", "bytes=10-19", "bytes=5000-", "bytes=-7", "bytes=0-999999", "lines=1-2", "x"],
)
# nginx says that parts may be asked for only where it did not send one.
def test_a_part_of_a_picture_is_sent(served: Served, nginx: Served, asked: str) -> None:
    by_edge, by_nginx = (server.get(PICTURE_AT, Range=asked) for server in (served, nginx))

    said = frozenset({"accept-ranges"})
    assert compared(by_nginx, but=said) == compared(by_edge, but=said)


def test_no_part_of_a_page_is_sent(served: Served, nginx: Served) -> None:
    for accepted in ("br", "gzip"):
        asked = {"Range": "bytes=0-3", "Accept_Encoding": accepted}
        by_edge, by_nginx = (server.get(ARTICLE, **asked) for server in (served, nginx))

        assert compared(by_nginx) == compared(by_edge)


def test_a_part_beyond_the_end_is_refused(nginx: Served) -> None:
    got = nginx.get(PICTURE_AT, Range="bytes=999999-")

    assert (got.status, got.headers["content-range"]) == (416, f"bytes */{len(PICTURE)}")


@pytest.mark.parametrize(
    "address",
    ["//ekonomi//", "/index/", "/404/", "/503/", "/ekonomi", "/ekonomi/2026/01/30/ditarik.410/",
     "/ekonomi.html", "/ekonomi.html.br", "/umpan.xml.gz", "/media/", "/media/renditions",
     "/statis/", "/media/tidak-ada.jpg", "/statis/tidak-ada.css", "/tidak-ada/", "/tidak.xml",
     "/ekonomi/%2e%2e/", "/ekonomi/%20/", "/ekonomi/x%5c/", "/cari/?q=beras&p=2"],
)  # fmt: skip
def test_what_is_not_in_the_tree_is_forwarded_as_it_is(
    served: Served,
    nginx: Served,
    address: str,
) -> None:
    by_edge, by_nginx = served.get(address), nginx.get(address)

    assert (by_nginx.status, "etag" in by_nginx.headers) == (by_edge.status, False)
    if by_edge.status == 200:
        told = ("PATH_INFO", "QUERY_STRING", "HTTP_HOST", "REQUEST_METHOD")
        assert [by_nginx.told[name].replace(str(nginx.port), "PORT") for name in told] == [
            by_edge.told[name].replace(str(served.port), "PORT") for name in told
        ]


def test_somebody_signed_in_gets_the_newsrooms_view(nginx: Served) -> None:
    got = nginx.get(ARTICLE, Cookie="a=1; sessionid=abc")
    feed = nginx.get("/umpan.xml", Cookie="sessionid=abc")

    assert got.told["PATH_INFO"] == ARTICLE
    assert got.headers["cache-control"] == "private, no-cache"
    assert feed.headers["content-type"].startswith("application/rss+xml")


def test_the_newsroom_learns_who_asks_and_nobody_can_lie_about_it(nginx: Served) -> None:
    lies = {"X_Forwarded_For": "10.9.8.7", "X_Forwarded_Host": "evil.example", "Forwarded": "for=x"}

    told = nginx.get("/gema/", **lies).told

    assert told["HTTP_X_FORWARDED_FOR"] == "127.0.0.1"
    assert "HTTP_X_FORWARDED_HOST" not in told
    assert "HTTP_FORWARDED" not in told


@pytest.mark.parametrize("address", [ARTICLE, PICTURE_AT, STYLE_AT, "/redaksi/login/"])
def test_what_is_posted_reaches_the_newsroom(nginx: Served, address: str) -> None:
    told = nginx.ask("POST", address, body=b"a=1").told

    assert (told["REQUEST_METHOD"], told["PATH_INFO"], told["length"]) == ("POST", address, 3)


def test_signing_in_is_slowed_down(nginx: Served) -> None:
    statuses = [nginx.ask("POST", "/redaksi/login/", body=b"").status for _number in range(20)]

    assert statuses[0] == 200
    assert 429 in statuses


def test_a_body_that_is_too_long_is_refused(nginx: Served) -> None:
    got = nginx.ask("POST", "/gema/", Content_Length=str(10**9))

    assert (got.status, got.body) == (413, b"<h1>Terlalu besar</h1>")


@pytest.mark.parametrize("address", ["/.git/config", "/media/.env", "/.coded/ekonomi.html.br"])
@pytest.mark.parametrize("coding", ["br", "identity"])
def test_files_of_the_system_are_not_there(nginx: Served, address: str, coding: str) -> None:
    (nginx.store.tree.folder / "media" / ".env").write_text("SECRET")

    got = nginx.get(address, Accept_Encoding=coding)

    assert b"SECRET" not in got.body
    assert got.status == (200 if "coded" in address else 404)
    assert "etag" not in got.headers


def test_a_new_version_is_served_at_once(nginx: Served) -> None:
    seen = []
    for body in (b"satu", b"dua"):
        nginx.store.put([Page("/orang/budi/", body)])
        seen.append(nginx.get("/orang/budi/").body)

    assert seen == [b"satu", b"dua"]


@pytest.mark.parametrize("coding", ["br", "zstd", "gzip", "identity"])
def test_without_the_edge_pages_are_served_and_the_rest_says_so(
    served: Served,
    nginx: Served,
    coding: str,
) -> None:
    served.edge.ask_to_stop()
    served.edge.clear_away()

    page = nginx.get(ARTICLE, Accept_Encoding=coding)
    gone = nginx.get(WITHDRAWN, Accept_Encoding=coding)
    files = [nginx.get(address, Accept_Encoding=coding).status for address in FILES_OF_TEXT]
    rest = nginx.get("/cari/?q=beras", Accept_Encoding=coding)
    missing = nginx.get("/tidak-ada/", Accept_Encoding=coding)

    assert files == [200] * len(FILES_OF_TEXT)
    assert [page.status, gone.status, rest.status, missing.status] == [200, 410, 503, 503]
    assert decoded(rest) == decoded(missing) == b"<h1>Sebentar</h1>"
    assert (rest.headers["retry-after"], rest.headers["cache-control"]) == ("5", "no-store")
    assert "cache-tag" not in rest.headers
    assert "x-frame-options" in rest.headers


def decoded(got: Got) -> bytes:
    return DECODED.get(got.headers.get("content-encoding", ""), bytes)(got.body)
