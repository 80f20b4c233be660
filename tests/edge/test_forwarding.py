"""What is not pressed goes to the newsroom whole, as it came, and so does the answer come back."""

from __future__ import annotations

import hashlib
import http.client
import socket
import threading
from collections.abc import Iterator

import pytest

from tests.edge.conftest import ARTICLE, PAGES, Served, wait_until
from tests.edge.echo import PIECE, PIECES

BODIES = {page.address: page.body for page in PAGES}


@pytest.fixture(scope="module")
def chosen() -> dict[str, object]:
    """A newsroom of one thread, so that the edge lets four requests in at once."""
    return {"newsroom_threads": 1, "upload_limit_mb": 20}


def test_method_path_query_and_body_arrive(served: Served) -> None:
    path = "/gema/a%20b/%E6%97%A5/?q=%20x&y=%2F"

    told = served.ask("PUT", path, b"isi", Content_Type="text/plain", X_Own="1").told

    assert (told["REQUEST_METHOD"], told["QUERY_STRING"]) == ("PUT", "q=%20x&y=%2F")
    assert told["PATH_INFO"].encode("latin-1").decode() == "/gema/a b/日/"
    assert (told["CONTENT_TYPE"], told["CONTENT_LENGTH"]) == ("text/plain", "3")
    assert (told["HTTP_X_OWN"], told["digest"]) == ("1", hashlib.sha256(b"isi").hexdigest())
    assert told["HTTP_HOST"] == f"127.0.0.1:{served.port}"


def test_the_answer_comes_back_as_it_is(served: Served) -> None:
    got = served.get("/gema/")

    cookies = [value for name, value in got.every_header if name == "set-cookie"]
    assert (got.status, got.headers["cache-control"], cookies) == (200, "max-age=7", ["a=1", "b=2"])
    assert [name for name, _value in got.every_header if name in ("server", "date")] == ["date"]


def test_posting_to_a_pressed_address_goes_to_the_newsroom(served: Served) -> None:
    assert served.ask("POST", ARTICLE, b"").told["REQUEST_METHOD"] == "POST"


def test_a_large_upload_arrives_whole(served: Served) -> None:
    pieces = [bytes([number]) * 65536 for number in range(200)]
    digest = hashlib.sha256(b"".join(pieces)).hexdigest()

    in_one = served.ask("POST", "/gema/", b"".join(pieces)).told
    chunked = ask_in_chunks(served, pieces)

    assert (in_one["length"], in_one["digest"]) == (200 * 65536, digest)
    assert (chunked["length"], chunked["digest"]) == (200 * 65536, digest)


def ask_in_chunks(served: Served, pieces: list[bytes]) -> dict[str, object]:
    import json

    connection = http.client.HTTPConnection("127.0.0.1", served.port, timeout=30)
    connection.request("POST", "/gema/", iter(pieces), encode_chunked=True)
    told: dict[str, object] = json.loads(connection.getresponse().read())
    connection.close()
    return told


def test_more_than_the_newsroom_ever_takes_is_refused_before_it_is_read(served: Served) -> None:
    too_much = (2 * 20 + 10) * 1024 * 1024 + 1
    request = f"POST /gema/ HTTP/1.1\r\nHost: x\r\nContent-Length: {too_much}\r\n\r\n"

    with socket.create_connection(("127.0.0.1", served.port), timeout=10) as connection:
        connection.sendall(request.encode())
        answer = connection.recv(1000)

    assert answer.startswith(b"HTTP/1.1 413 ")


def test_half_a_body_never_reaches_the_newsroom(served: Served) -> None:
    request = b"POST /gema/ HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc"

    with socket.create_connection(("127.0.0.1", served.port), timeout=10) as connection:
        connection.sendall(request)
        connection.shutdown(socket.SHUT_WR)
        answer = connection.recv(1000)

    assert not answer.startswith(b"HTTP/1.1 200 ")


def test_a_long_answer_is_passed_on_piece_by_piece(served: Served) -> None:
    got = served.get("/besar/")

    assert (got.status, got.headers["x-long"]) == (200, "yes")
    assert got.body == PIECE * PIECES


def test_a_reader_who_leaves_in_the_middle_gives_the_place_back(served: Served) -> None:
    for _visit in range(12):
        with socket.create_connection(("127.0.0.1", served.port), timeout=10) as connection:
            connection.sendall(b"GET /besar/ HTTP/1.1\r\nHost: x\r\n\r\n")
            assert connection.recv(100).startswith(b"HTTP/1.1 200 ")

    assert wait_until(lambda: served.get("/besar/").status == 200)


FORGED = {
    "X-Forwarded-For": "6.6.6.6",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Host": "evil.example",
    "X_Forwarded_For": "6.6.6.6",
    "Forwarded": "for=6.6.6.6",
    "X-Real-IP": "6.6.6.6",
    "Connection": "close, X-Secret",
    "X-Secret": "hop",
    "TE": "trailers",
}


def test_forged_headers_and_those_of_one_hop_go_no_further(served: Served) -> None:
    told = served.get("/gema/", **FORGED).told

    came = {name for name in told if name.startswith("HTTP_")}
    assert told["REMOTE_ADDR"] == "127.0.0.1"
    assert came == {"HTTP_HOST", "HTTP_ACCEPT_ENCODING", "HTTP_CONNECTION"}
    assert told["HTTP_CONNECTION"] == "close"


@pytest.fixture
def four_at_work(served: Served) -> Iterator[None]:
    """Four requests that the newsroom is busy with until the end of the test."""
    served.gate.unlink(missing_ok=True)
    answers: list[int] = []

    def occupy() -> None:
        # The question below may be in the way for a moment.
        while (status := served.get("/lambat/").status) == 503:
            pass
        answers.append(status)

    waiting = [threading.Thread(target=occupy) for _number in range(4)]
    for thread in waiting:
        thread.start()
    assert wait_until(lambda: served.get("/gema/").status == 503)
    yield
    served.gate.touch()
    for thread in waiting:
        thread.join()
    assert answers == [200] * 4


def test_over_the_limit_visitors_are_asked_to_come_again(
    served: Served, four_at_work: None
) -> None:
    got = served.get("/gema/", Accept_Encoding="identity")

    assert (got.status, got.headers["retry-after"], got.body) == (503, "5", b"<h1>Sebentar</h1>")
    assert got.headers["cache-control"] == "no-store"
    assert served.ask("POST", "/gema/", b"x").status == 503


def test_over_the_limit_readers_are_answered(served: Served, four_at_work: None) -> None:
    signed_in = {"Cookie": "a=b; sessionid=x"}

    answers = [served.get(address) for address in BODIES if BODIES[address]]
    answers.append(served.get(ARTICLE, **signed_in))

    assert {got.status for got in answers} == {200, 410}
    assert answers[-1].body == BODIES[ARTICLE]
