"""Requests come in every shape that HTTP/1.1 allows, and in some that it does not."""

from __future__ import annotations

import contextlib
import hashlib
import http.client
import json
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from redaksi.edge.request import Request
from tests.edge.conftest import ARTICLE, PAGES, Served, is_up, wait_until

BODY = next(page.body for page in PAGES if page.address == ARTICLE)
ASK = f"GET {ARTICLE} HTTP/1.1\r\nHost: x\r\n\r\n".encode()
ASK_LAST = f"GET {ARTICLE} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode()
ECHO_LAST = b"GET /gema/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"


def sent_until_it_waits(connection: socket.socket, piece: bytes, most: int) -> int:
    sent = 0
    with contextlib.suppress(TimeoutError):
        while sent < most:
            sent += connection.send(piece)
    return sent


@contextmanager
def connected(served: Served) -> Iterator[socket.socket]:
    with socket.create_connection(("127.0.0.1", served.port), timeout=10) as connection:
        yield connection


def answers(stream: socket.socket, number: int) -> list[tuple[int, bytes]]:
    """Read so many answers, each with a length."""
    found = []
    file = stream.makefile("rb")
    for _answer in range(number):
        status = int(file.readline().split()[1])
        headers = http.client.parse_headers(file)
        found.append((status, file.read(int(headers["content-length"] or 0))))
    return found


def test_requests_sent_together_are_answered_in_their_order(served: Served) -> None:
    with connected(served) as connection:
        connection.sendall(
            ASK * 3 + b"GET /gema/ HTTP/1.1\r\nHost: x\r\n\r\n" + ASK * 200 + ECHO_LAST
        )

        got = answers(connection, 205)

    assert [status for status, _body in got] == [200] * 205
    assert [body for _status, body in got[:3] + got[4:204]] == [BODY] * 203
    assert json.loads(got[3][1])["PATH_INFO"] == "/gema/"


@pytest.mark.parametrize("size", [1, 2, 7])
def test_a_request_may_come_in_crumbs(served: Served, size: int) -> None:
    with connected(served) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for at in range(0, len(ASK), size):
            connection.sendall(ASK[at : at + size])

        assert answers(connection, 1) == [(200, BODY)]


def test_a_body_in_chunks_goes_on_whole_and_its_trailers_do_not(served: Served) -> None:
    head = ECHO_LAST.replace(b"GET", b"POST")[:-2] + b"Transfer-Encoding: chunked\r\n\r\n"
    chunks = b"".join(b"%x\r\n%b\r\n" % (size, b"x" * size) for size in (1, 70000, 5))

    answer = served.raw(head + chunks + b"0\r\nX-Real-Ip: 1.2.3.4\r\nX-Late: 1\r\n\r\n")
    told = json.loads(answer.partition(b"\r\n\r\n")[2])

    assert told["length"] == 70006
    assert told["digest"] == hashlib.sha256(b"x" * 70006).hexdigest()
    assert "HTTP_X_LATE" not in told


def test_a_client_that_asks_first_is_told_to_go_on(served: Served) -> None:
    with connected(served) as connection:
        connection.sendall(
            b"POST /gema/ HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n"
        )
        word = connection.recv(100)
        connection.sendall(b"abc")

        told = json.loads(answers(connection, 1)[0][1])

    assert word == b"HTTP/1.1 100 Continue\r\n\r\n"
    assert told["length"] == 3


def test_a_client_that_only_stopped_sending_is_answered(served: Served) -> None:
    for request in (ASK, b"GET /gema/ HTTP/1.1\r\nHost: x\r\n\r\n"):
        with connected(served) as connection:
            connection.sendall(request)
            connection.shutdown(socket.SHUT_WR)

            assert answers(connection, 1)[0][0] == 200
            assert connection.recv(1) == b""


@pytest.mark.parametrize(
    "request_head",
    [
        b"GET / HTTP/1.1\r\nHost : x\r\n\r\n",
        b"GET / HTTP/1.1\nHost: x\n\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nA: b\r\n c\r\n\r\n",
        b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"POST /gema/ HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\nContent-Length: 4\r\n\r\n",
        b"POST /gema/ HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nA: \x00\r\n\r\n",
        b"GE T / HTTP/1.1\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    ],
)
def test_what_is_not_http_is_refused_and_the_line_cut(served: Served, request_head: bytes) -> None:
    with connected(served) as connection:
        connection.sendall(request_head)

        status, _body = answers(connection, 1)[0]
        # Nothing that follows is taken for a request: that is how requests are smuggled.
        connection.sendall(ASK)

        assert status == 400
        assert connection.recv(1) == b""


def test_a_head_without_end_is_refused(served: Served) -> None:
    with connected(served) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n")
        try:
            for _piece in range(200):
                connection.sendall(b"A: " + b"b" * 1000 + b"\r\n")
                time.sleep(0.001)
        except ConnectionError:
            pass

        assert connection.recv(12) == b"HTTP/1.1 431"


def test_old_clients_get_their_answer_and_the_end_of_the_line(served: Served) -> None:
    answer = served.raw(f"GET {ARTICLE} HTTP/1.0\r\nConnection: keep-alive\r\n\r\n".encode())

    head, _empty, body = answer.partition(b"\r\n\r\n")
    assert b"\r\nConnection: close" in head
    assert body == BODY


UPGRADE = b"Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\n"


def test_another_protocol_is_not_taken_up(served: Served) -> None:
    form = b"POST /gema/ HTTP/1.1\r\nHost: x\r\nContent-Length: 70000\r\n%b\r\n" % UPGRADE
    chunked = b"POST /gema/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n%b\r\n" % UPGRADE
    page = ASK[:-2] + UPGRADE + b"\r\n"
    with connected(served) as connection:
        connection.sendall(form + b"x" * 70000 + page + chunked + b"3\r\nabc\r\n0\r\n\r\n" + ASK)

        got = answers(connection, 4)

    assert [status for status, _body in got] == [200] * 4
    assert [json.loads(got[at][1])["length"] for at in (0, 2)] == [70000, 3]
    assert got[1][1] == got[3][1] == BODY


def test_nothing_is_done_that_follows_the_last_request(served: Served) -> None:
    marked = b"POST /gema/?%b HTTP/1.1\r\nHost: x\r\nContent-Length: 0\r\n\r\n"
    last = b"GET /gema/ HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    broken = b"GET / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\n\r\n"

    after_last = served.raw(last + marked % b"kedua")
    after_body = served.raw(broken + b"x" + marked % b"ketiga")

    assert after_last.count(b"HTTP/1.1 200") == after_body.count(b"HTTP/1.1 200") == 1
    asked = served.asked.read_text().splitlines()
    assert [line for line in asked if line in ("kedua", "ketiga")] == []


@pytest.mark.parametrize(
    "framing",
    [
        b"Transfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"Transfer-Encoding: chunked\r\n\r\n3\nabc\n0\n\n",
        b"Transfer-Encoding: gzip\r\n\r\n",
        b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
    ],
)
def test_a_body_that_is_none_is_refused_at_once(served: Served, framing: bytes) -> None:
    with connected(served) as connection:
        connection.settimeout(5)
        connection.sendall(b"POST /gema/ HTTP/1.1\r\nHost: x\r\n" + framing)

        assert connection.recv(12) == b"HTTP/1.1 400"


@pytest.mark.parametrize("coding", [b"gzip, chunked", b"gzip,chunked", b"chunked\r\nX: y"])
def test_a_body_in_a_coding_that_we_do_not_know_goes_nowhere(served: Served, coding: bytes) -> None:
    with connected(served) as connection:
        connection.settimeout(5)
        head = b"POST /gema/ HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: " + coding
        connection.sendall(head + b"\r\n\r\n3\r\nabc\r\n0\r\n\r\n")

        wanted = b"HTTP/1.1 501" if b"gzip" in coding else b"HTTP/1.1 200"
        assert connection.recv(12) == wanted


@pytest.mark.parametrize("hosts", [["x", "x"], [""], ["a b"], ["x/y"], ["[::1"]])
def test_a_request_names_one_host(served: Served, hosts: list[str]) -> None:
    lines = "".join(f"Host: {host}\r\n" for host in hosts)
    for path in (ARTICLE, "/gema/"):
        request = f"GET {path} HTTP/1.1\r\n{lines}Connection: close\r\n\r\n"

        assert served.raw(request.encode()).startswith(b"HTTP/1.1 400 ")


def test_a_body_on_its_way_may_still_come_when_the_edge_ends(served: Served) -> None:
    assert served.edge.process is not None
    with connected(served) as connection:
        connection.sendall(b"POST /gema/ HTTP/1.1\r\nHost: x\r\nContent-Length: 6\r\n\r\nabc")
        time.sleep(0.2)

        served.edge.process.send_signal(signal.SIGTERM)
        time.sleep(0.3)
        connection.sendall(b"def")

        assert json.loads(answers(connection, 1)[0][1])["length"] == 6
    assert wait_until(lambda: not served.edge.is_running)
    served.edge.clear_away()
    served.edge.start()
    assert wait_until(lambda: is_up(served, ARTICLE))


def test_the_absolute_form_names_the_same_page(served: Served) -> None:
    asked = f"GET http://other.example{ARTICLE}?a=http:// HTTP/1.1\r\nHost: x\r\n"

    answer = served.raw(asked.encode() + b"Connection: close\r\n\r\n")

    assert answer.endswith(BODY)


def test_a_body_sent_with_get_is_no_second_request(served: Served) -> None:
    inner = b"GET /gema/ HTTP/1.1\r\nHost: x\r\n\r\n"
    outer = ASK_LAST.replace(b"\r\n\r\n", b"\r\nContent-Length: %d\r\n\r\n" % len(inner))

    answer = served.raw(outer + inner)

    assert answer.count(b"HTTP/1.1 200") == 1
    assert answer.endswith(BODY)


def test_a_client_that_takes_nothing_does_not_fill_the_memory(served: Served) -> None:
    with connected(served) as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.settimeout(1)
        sent = sent_until_it_waits(connection, ASK * 500, 50 * 1024 * 1024)

        assert served.get(ARTICLE).status == 200
    assert sent < 20 * 1024 * 1024


def test_every_process_answers_and_what_is_under_way_is_finished(served: Served) -> None:
    assert served.edge.process is not None
    with connected(served) as busy, connected(served) as idle:
        busy.sendall(b"GET /lambat/ HTTP/1.1\r\nHost: x\r\n\r\n")
        idle.sendall(ASK)
        assert answers(idle, 1) == [(200, BODY)]
        time.sleep(0.2)

        served.edge.process.send_signal(signal.SIGTERM)
        ended = idle.recv(1)
        served.gate.touch()

        assert ended == b""
        assert answers(busy, 1)[0][0] == 200
    served.gate.unlink()
    assert wait_until(lambda: not served.edge.is_running)
    served.edge.clear_away()
    served.edge.start()
    assert wait_until(lambda: is_up(served, ARTICLE))


def test_the_processes_end_with_a_supervisor_that_was_killed(served: Served) -> None:
    process = served.edge.process
    assert process is not None
    assert process.stdin is not None
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()

    process.stdin.close()

    assert wait_until(lambda: not served.edge.is_running)
    assert not [child for child in children if Path(f"/proc/{child}").exists()]
    served.edge.clear_away()
    served.edge.start()
    assert wait_until(lambda: is_up(served, ARTICLE))


@settings(max_examples=60)
@given(st.lists(st.binary(max_size=200), max_size=5))
def test_no_bytes_break_the_server(served: Served, pieces: list[bytes]) -> None:
    with connected(served) as connection:
        try:
            for piece in pieces:
                connection.sendall(piece)
            connection.shutdown(socket.SHUT_WR)
            while connection.recv(65536):
                pass
        except ConnectionError:
            pass

    assert served.edge.is_running
    assert served.get(ARTICLE).status == 200


@given(st.from_regex(rb"(/[!-~]{0,30}|[a-z]{1,5}://[!-~]{0,30}|[!-~]{1,20})", fullmatch=True))
def test_every_target_has_a_path_and_a_query(target: bytes) -> None:
    request = Request(b"GET", target, {}, [], "")

    assert "?" not in request.path or b"%3F" in target.upper()
    if target.startswith(b"/") and b"%" not in target:
        whole = f"{request.path}?{request.query_string}" if b"?" in target else request.path
        assert whole.encode() == target
