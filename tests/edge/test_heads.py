"""What many readers send alike is parsed once, and nothing else is taken for it."""

from __future__ import annotations

import socket

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from redaksi.edge.heads import KEPT, LONGEST_KEPT, Heads
from redaksi.edge.request import Request
from tests.edge.conftest import ARTICLE, PAGES, Served
from tests.edge.test_connection import BODY, answers, connected

HEAD = b"\r\nHost: x\r\nUser-Agent: Peramban/1\r\nAccept: */*\r\n\r\n"
ASK = b"GET " + ARTICLE.encode() + b" HTTP/1.1" + HEAD
HOME = next(page.body for page in PAGES if page.address == "/")


@pytest.fixture
def known(served: Served) -> None:
    """Make the edge know the head and the pages."""
    with connected(served) as connection:
        for _turn in range(3):
            connection.sendall(ASK)
            connection.sendall(ASK.replace(ARTICLE.encode(), b"/"))
            assert len(answers(connection, 2)) == 2


def ask(served: Served, *pieces: bytes, number: int = 1) -> list[tuple[int, bytes]]:
    with connected(served) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for piece in pieces:
            connection.sendall(piece)
        return answers(connection, number)


def test_a_page_is_the_same_the_first_time_and_later(served: Served, known: None) -> None:
    assert ask(served, ASK) == ask(served, ASK[:30], ASK[30:]) == [(200, BODY)]


@pytest.mark.parametrize(
    ("request_line", "status"),
    [
        (b"GET " + ARTICLE.encode() + b"?x=1 HTTP/1.1", 200),
        (b"GET " + ARTICLE.encode() + b"%20 HTTP/1.1", 200),
        (b"GET " + ARTICLE.encode() + b"/.. HTTP/1.1", 404),
        (b"GET " + ARTICLE.encode() + b"\x00 HTTP/1.1", 400),
        (b"GET " + ARTICLE.encode() + b" HTTP/1.1 ", 400),
        (b"GET " + ARTICLE.encode() + b" HTTP/3.1", 400),
        (b"BLA " + ARTICLE.encode() + b" HTTP/1.1", 400),
        (b"DELETE " + ARTICLE.encode() + b" HTTP/1.1", 200),
    ],
)
def test_another_request_line_is_read_anew(
    served: Served, known: None, request_line: bytes, status: int
) -> None:
    (got, body) = ask(served, request_line + HEAD)[0]

    assert got == status
    assert body != BODY or b"?" in request_line


def test_one_more_byte_in_the_head_counts(served: Served, known: None) -> None:
    refused = ASK.replace(b"Accept: ", b"Accept : ")
    coded = ASK.replace(b"Accept: */*", b"Accept-Encoding: gzip")

    assert ask(served, refused)[0][0] == 400
    assert ask(served, coded)[0][1].startswith(b"\x1f\x8b")
    assert ask(served, ASK) == [(200, BODY)]


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            ["Accept: */*", "ACCEPT:text/html", "Accept-Encoding: br", "accept-encoding: gzip, br",
             "Accept-Encoding: identity", "Cookie: a=b", "Cache-Control: no-cache",
             "If-None-Match: *", "if-none-match: TAG", "If-None-Match: W/TAG",
             "If-None-Match: TAG", "If-None-Match: TAG, \"x\"", "If-None-Match:TAG",
             "If-Modified-Since: DATE", "If-Modified-Since: Thu, 01 Jan 1970 00:00:00 GMT",
             "If-Modified-Since: kemarin", "If-Match: TAG", "if-match: \"x\"", "If-Match: *",
             "If-Unmodified-Since: DATE", "If-Unmodified-Since: Thu, 01 Jan 1970 00:00:00 GMT",
             "Range: bytes=0-3"]
        ),
        st.from_regex(r"X-[A-Za-z]{1,8}: [ -~]{0,20}", fullmatch=True),
    ),
    max_size=5,
)  # fmt: skip
PATHS = st.sampled_from([ARTICLE, "/", "/ekonomi/", "/ekonomi", "/tidak-ada/", ARTICLE + "?a=b"])


@given(path=PATHS, lines=LINES)
@settings(max_examples=60, suppress_health_check=[*HealthCheck])
def test_what_is_known_by_heart_is_answered_as_what_is_parsed(
    served: Served, path: str, lines: list[str]
) -> None:
    facts = served.get(ARTICLE, Accept_Encoding="br").headers
    head = "\r\n".join([f"GET {path} HTTP/1.1", "Host: x", *lines, "", ""])
    head = head.replace("TAG", facts["etag"]).replace("DATE", facts["last-modified"])
    asking = head.encode()

    with connected(served) as connection:
        by_heart = []
        for _turn in range(3):
            connection.sendall(asking)
            by_heart += answers(connection, 1)
    parsed = ask(served, asking[:20], asking[20:] + asking, number=2)

    assert by_heart == [parsed[0]] * 3
    assert parsed == [parsed[0]] * 2


@pytest.mark.parametrize("with_date", [False, True])
def test_who_has_the_page_is_told_so_each_time(
    served: Served, known: None, with_date: bool
) -> None:
    facts = served.get(ARTICLE, User_Agent="Peramban/1").headers
    date = f"If-Modified-Since: {facts['last-modified']}\r\n" if with_date else ""
    has = f"If-None-Match: {facts['etag']}\r\n{date}Accept:".encode()
    asking = ASK.replace(b"Accept:", has)
    other = asking.replace(b'"\r\n', b'x"\r\n')
    hostile = asking.replace(b'"\r\n', b'"\x00\r\n')
    odd = asking.replace(b"If-None-Match", b"iF-nOnE-mAtCh")

    with connected(served) as connection:
        for _turn in range(3):
            connection.sendall(asking)
            assert answers(connection, 1) == [(304, b"")]
    assert ask(served, odd) == ask(served, odd) == [(304, b"")]
    assert ask(served, other) == ask(served, ASK) == [(200, BODY)]
    assert ask(served, hostile)[0][0] == 400


def test_what_comes_together_or_in_parts_is_not_mixed_up(served: Served, known: None) -> None:
    home = ASK.replace(ARTICLE.encode(), b"/")
    post = b"POST /gema/ HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n" % len(ASK)

    assert ask(served, ASK + home, number=2) == [(200, BODY), (200, HOME)]
    assert ask(served, ASK[:7], ASK[7:] + home[:3], home[3:], number=2)[1] == (200, HOME)
    # A page's request inside a body is a body, wherever the pieces are cut.
    posted = ask(served, post, ASK, home, number=2)
    assert (posted[0][0], posted[1]) == (200, (200, HOME))
    assert b'"length": %d' % len(ASK) in posted[0][1]


def test_a_slow_answer_goes_before_a_known_page(served: Served, known: None) -> None:
    echo = b"GET /gema/ HTTP/1.1\r\nHost: x\r\n\r\n"

    got = ask(served, echo, ASK, number=2)

    assert b'"PATH_INFO": "/gema/"' in got[0][1]
    assert got[1] == (200, BODY)


def test_only_plain_heads_are_remembered() -> None:
    heads = Heads()
    plain = {b"host": b"x", b"accept": b"*/*"}
    for name in (b"cookie", b"authorization", b"content-length"):
        heads.learn(ASK, Request(b"GET", b"/", plain | {name: b"1"}, [], ""), "br")
    heads.learn(ASK, Request(b"GET", b"/", plain, [], "", is_last=True), "br")
    odd = ASK.replace(b"Accept:", b'if-none-match: "a"\r\nAccept:')
    heads.learn(odd, Request(b"GET", b"/", plain | {b"if-none-match": b'"a"'}, [], ""), "br")
    heads.learn(ASK + ASK, Request(b"GET", b"/", plain, [], ""), "br")
    heads.learn(ASK.replace(b"GET", b"HEAD"), Request(b"HEAD", b"/", plain, [], ""), "br")
    heads.learn(
        ASK[:-4] + b"\r\nA: " + b"a" * LONGEST_KEPT + b"\r\n\r\n",
        Request(b"GET", b"/", plain, [], ""),
        "br",
    )

    assert heads == {}


def test_not_too_many_heads_are_remembered() -> None:
    heads = Heads()
    for number in range(KEPT + 10):
        one = ASK.replace(b"Peramban/1", b"Peramban/%d" % number)
        heads.learn(one, Request(b"GET", b"/", {b"host": b"x"}, [], ""), "br")

    assert 0 < len(heads) <= KEPT
