"""Nothing a visitor adds to a request changes the pressed page, for him or for the next one."""

from __future__ import annotations

import pytest

from tests.edge.conftest import ARTICLE, Served

QUERIES = [
    *(f"utm_{name}=evil" for name in ("source", "medium", "campaign", "term", "content")),
    *("fbclid=1", "gclid=1", "ref=x", "amp=1", "page=2", "q=%3Cscript%3E", "preview=true"),
    *("next=//evil.example", "lang=en", "_=1", "?", "&&", "a=b&a=c", "%00", "%0d%0aX-Evil:1"),
]
HEADERS = [
    *(("X-Forwarded-Host", value) for value in ("evil.example", "evil.example:1", '"><script>')),
    *(("X-Forwarded-Proto", value) for value in ("https", "ftp")),
    *(("X-Forwarded-For", value) for value in ("1.2.3.4", "::1", "evil")),
    *(("Forwarded", value) for value in ("host=evil.example", "for=1.2.3.4;proto=https")),
    *(("X-Forwarded-Prefix", "/evil"), ("X-Forwarded-Port", "1"), ("X-Real-IP", "1.2.3.4")),
    *(("X-Original-URL", "/redaksi/"), ("X-Rewrite-URL", "/redaksi/"), ("X-Host", "evil.example")),
    *(("X-HTTP-Method-Override", "POST"), ("X-Requested-With", "XMLHttpRequest")),
    *(("Accept", value) for value in ("application/json", "text/x-evil", "*/*;q=0")),
    *(("Accept-Language", value) for value in ("en", "id", "xx-evil")),
    *(("Cookie", value) for value in ("theme=evil", "csrftoken=evil", "sessionidx=1", ";;=;")),
    *(("Referer", "http://evil.example/"), ("Origin", "http://evil.example"), ("DNT", "1")),
    *(("User-Agent", value) for value in ("", "Googlebot", "evil" * 500)),
    *(("Authorization", "Basic evil"), ("Pragma", "no-cache"), ("Cache-Control", "no-cache")),
    *(("Range", "bytes=0-3"), ("If-Range", '"x"'), ("TE", "trailers"), ("Upgrade", "websocket")),
    *(("If-None-Match", '"evil"'), ("If-Modified-Since", "evil"), ("Via", "1.1 evil")),
    *(("X_Forwarded_For", "1.2.3.4"), ("Save-Data", "on"), ("Sec-Fetch-Dest", "image")),
]


@pytest.mark.parametrize("coding", ["br", "identity"])
def test_no_addition_changes_a_byte(served: Served, coding: str) -> None:
    plain = served.get(ARTICLE, Accept_Encoding=coding)
    asked = [(f"{ARTICLE}?{query}", {}) for query in QUERIES]
    asked += [(ARTICLE, {name: value}) for name, value in HEADERS]

    answers = [served.get(path, Accept_Encoding=coding, **extra) for path, extra in asked]

    assert len(answers) >= 60
    changing = {"date"}
    for (path, extra), got in zip(asked, answers, strict=True):
        assert (got.status, got.body) == (200, plain.body), (path, extra)
        assert {name: value for name, value in got.headers.items() if name not in changing} == {
            name: value for name, value in plain.headers.items() if name not in changing
        }
    assert served.get(ARTICLE, Accept_Encoding=coding).body == plain.body


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1:1", "", "evil evil", "x" * 300])
def test_the_host_is_never_in_the_answer(served: Served, host: str) -> None:
    request = f"GET {ARTICLE} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n"

    answer = served.raw(request.encode())

    assert answer.startswith((b"HTTP/1.1 200 ", b"HTTP/1.1 400 "))
    assert not host or host.encode() not in answer


@pytest.mark.parametrize(
    "path",
    [
        *("/../redaksi.toml", "/%2e%2e/secret.key", "/..%2fsecret.key", "/%2e%2e%2fsecret.key"),
        *("/ekonomi/../../secret.key", "/ekonomi/..;/secret.key", "/media/../../secret.key"),
        *("/media/%2e%2e/%2e%2e/%2e%2e/secret.key", "/statis/..%5c..%5csecret.key"),
        *("//etc/passwd", "/media//etc/passwd", "/%00", f"{ARTICLE}%00", "/media/x%00.jpg"),
        *("/ekonomi%5c..%5c", "/.htaccess", "/ekonomi/.tmp-x", "/.../x", "/" + "a" * 5000),
        *("/%c0%ae%c0%ae/secret.key", "/%252e%252e/secret.key", "/index.html.br", "/index.html"),
        *("/index.html.gz", "/ekonomi.html.br", "/ekonomi.html", "/404.html", "/503.html.br"),
        *("/ekonomi/2026/01/30/lama.301", "/media/renditions", "/media/", "/statis/"),
        *("/media/renditions/beras.jpg/", "/statis/design/paper.css.br", "/%ff%fe/"),
    ],
)
def test_no_file_is_reached_by_a_crooked_path(served: Served, path: str) -> None:
    request = f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"

    answer = served.raw(request.encode())

    secret = served.instance.secret_key.encode().lower()
    from_the_tree = (b"cache-tag:", b"etag:", b"root:", secret, b"base_url")
    assert not [piece for piece in from_the_tree if piece in answer.lower()]


def test_a_nul_or_a_dotted_path_is_not_found_and_not_forwarded(served: Served) -> None:
    for path in ("/%00", "/a/%2e%2e/b/", "/a%5cb/", "/" + "a" * 5000):
        request = f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"

        answer = served.raw(request.encode())

        assert answer.startswith(b"HTTP/1.1 404 "), path
        assert b"<h1>Tidak ada</h1>" in answer


def test_a_request_without_a_host_is_refused(served: Served) -> None:
    new = served.raw(f"GET {ARTICLE} HTTP/1.1\r\nConnection: close\r\n\r\n".encode())
    old = served.raw(f"GET {ARTICLE} HTTP/1.0\r\n\r\n".encode())

    assert (new[:13], old[:13]) == (b"HTTP/1.1 400 ", b"HTTP/1.1 200 ")
