"""The sums behind the figures of serving: who asks for what, when, and what share waited long."""

from __future__ import annotations

import random
import socket
import threading
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from bench.serving.open_loop import Generator, Plan, content_length
from bench.serving.quantiles import BUCKET, Histogram, quantile
from bench.serving.readers import choices, due, zipf
from bench.serving.rows import Better, Row


def test_zipf_halves_from_the_first_to_the_second_and_sums_up_to_one():
    shares = zipf(10_000)

    assert shares[0] == pytest.approx(2 * shares[1])
    assert shares[0] == pytest.approx(10_000 * shares[-1])
    assert sum(shares) == pytest.approx(1)


def test_choices_keep_the_share_of_the_home_page_and_of_the_favourite():
    counted = Counter(choices(stories=100, home=0.3, number=100_000, seed=1))

    assert counted[0] / 100_000 == pytest.approx(0.3, abs=0.01)
    assert counted[1] / 100_000 == pytest.approx(0.7 * zipf(100)[0], abs=0.01)
    assert max(counted) == 100


@pytest.mark.parametrize(("elapsed", "number"), [(0, 1), (0.0999, 1), (0.1001, 2), (1.0001, 11)])
def test_requests_are_due_at_even_distances_the_first_at_once(elapsed, number):
    assert due(elapsed, rate=10) == number


def test_quantile_is_one_of_the_samples_even_when_they_are_few():
    samples = random.Random(1).sample(range(1, 101), 100)

    assert [quantile(samples, share) for share in (0.5, 0.99, 1)] == [50, 99, 100]
    assert quantile([7], 0.99) == 7


def test_histogram_knows_quantiles_to_one_bucket_and_adds_up():
    one, other = Histogram(), Histogram()
    for milliseconds in range(1, 51):
        one.add(milliseconds / 1000)
        other.add((milliseconds + 50) / 1000)

    both = one + other

    assert both.number == 100
    assert both.quantile(0.99) == pytest.approx(0.099, abs=2 * BUCKET)
    assert Histogram().quantile(0.99) == 0


def test_histogram_keeps_what_is_longer_than_it_can_count():
    histogram = Histogram()
    histogram.add(60)

    assert histogram.quantile(1) >= 1.9


@pytest.mark.parametrize(
    ("head", "length"),
    [
        (b"HTTP/1.1 200 OK\r\nContent-Length: 123\r\nETag: x", 123),
        (b"HTTP/1.1 200 OK\r\ncontent-length:7", 7),
        (b"HTTP/1.1 304 Not Modified\r\nETag: x", 0),
    ],
)
def test_content_length_is_found_in_any_case(head, length):
    assert content_length(head, len(head)) == length


@pytest.mark.parametrize(
    ("value", "better", "kept"),
    [
        (1.1, Better.MORE, True),
        (1.09, Better.MORE, False),
        (1.1, Better.LESS, True),
        (1.11, Better.LESS, False),
        (None, Better.LESS, False),
    ],
)
def test_a_limit_is_kept_at_the_limit_and_never_without_a_figure(value, better, kept):
    assert Row("x", value, better, 1.1).is_kept is kept


class Answers(BaseHTTPRequestHandler):
    """Answers 200 with 5 bytes, and 404 for what is not there."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.send_response(404 if self.path == "/hilang/" else 200)
        self.send_header("Content-Length", "5")
        self.end_headers()
        self.wfile.write(b"kabar")

    def log_message(self, *_arguments):
        """Say nothing."""


@pytest.fixture
def port(request):
    answers = getattr(request, "param", Answers)
    with ThreadingHTTPServer(("127.0.0.1", 0), answers) as server:
        threading.Thread(target=server.serve_forever, args=[0.01]).start()
        yield server.server_port
        server.shutdown()


def test_generator_sends_as_many_as_are_due_and_counts_bad_answers(port):
    plan = Plan(port, ["/hilang/"], home=0.5, rate=200, seconds=0.5, connections=4, seed=1)

    taken = Generator(plan).run()

    assert taken.sent == taken.latencies.number == 100
    assert taken.errors == pytest.approx(50, abs=20)
    assert taken.latencies.quantile(1) < 1


class Silent(Answers):
    """Ends the connection instead of answering."""

    def do_GET(self):
        self.close_connection = True


@pytest.mark.parametrize("port", [Silent], indirect=True)
def test_generator_counts_broken_connections_as_errors(port):
    plan = Plan(port, [], home=1, rate=50, seconds=0.2, connections=2, seed=1)

    taken = Generator(plan).run()

    assert taken.errors == taken.sent == 10
    assert taken.latencies.number == 0


def test_generator_takes_another_connection_for_an_idle_one_that_ended(port):
    plan = Plan(port, [], home=1, rate=50, seconds=0.2, connections=2, seed=1)
    generator = Generator(plan)
    for connection in generator._free:
        connection.socket.shutdown(socket.SHUT_RDWR)
    generator._receive(1)

    taken = generator.run()

    assert (taken.errors, taken.latencies.number) == (0, 10)
