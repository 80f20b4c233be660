"""Asks at a steady rate whatever comes back: ``python -m bench.serving.open_loop``.

The plan comes as JSON on standard input, what was measured goes as JSON to standard output.
Latency counts from the moment when a request was due, so that a server that stalls is charged
for everybody who had to wait meanwhile.
"""

from __future__ import annotations

import gc
import json
import select
import socket
import sys
import time
from collections import deque
from dataclasses import dataclass, field

from bench.serving.browser import request
from bench.serving.quantiles import Histogram
from bench.serving.readers import HOME, choices, due

CHOSEN = 1 << 20
"""Choices that are made before the start; after the last comes the first again."""

TURN = 0.0005
"""Seconds from one look at the schedule to the next.

Sending to a server that sleeps costs the sender as much as waking it, which is most on a virtual
machine; what falls due within a turn wakes it once.
"""

PIECE = 256 * 1024
END_OF_HEAD = b"\r\n\r\n"
GOOD = b"HTTP/1.1 200"
LENGTH = b"\r\ncontent-length:"
SECONDS_FOR_THE_LAST = 10.0


@dataclass(frozen=True)
class Plan:
    """What to ask for, how often and for how long."""

    port: int
    addresses: list[str]
    home: float
    """Share of the home page."""

    rate: float
    """Requests a second."""

    seconds: float
    connections: int
    seed: int


@dataclass
class Taken:
    """What came of it."""

    latencies: Histogram = field(default_factory=Histogram)
    lateness: Histogram = field(default_factory=Histogram)
    """How long after it was due the generator itself got to a request."""

    sent: int = 0
    errors: int = 0
    seconds: float = 0.0


class Connection:
    """One keep-alive connection with at most one request under way."""

    __slots__ = ("due", "head", "is_good", "left", "socket")

    def __init__(self, port: int) -> None:
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=10)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.socket.setblocking(False)
        self.due = 0.0
        self.head = b""
        """What came of a head that has not come whole."""

        self.left = 0
        """Bytes of the body that have not come yet, once the head has come."""

        self.is_good = False


class Generator:
    """Keeps the schedule with one thread that does nothing else."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.taken = Taken()
        host = f"127.0.0.1:{plan.port}"
        self._requests = [request(path, host) for path in (HOME, *plan.addresses)]
        self._chosen = choices(len(plan.addresses), plan.home, CHOSEN, plan.seed)
        self._epoll = select.epoll()
        self._by_number: dict[int, Connection] = {}
        # In turns, so that none is idle until the server ends it.
        self._free: deque[Connection] = deque()
        self._buffer = bytearray(PIECE)
        for _connection in range(plan.connections):
            self._connect()

    def run(self) -> Taken:
        """Ask until the time is over, then wait for the last answers."""
        gc.collect()
        gc.disable()
        started = next_turn = time.monotonic()
        end, total = started + self.plan.seconds, int(self.plan.seconds * self.plan.rate)
        while self.taken.sent < total and next_turn < end + SECONDS_FOR_THE_LAST:
            if time.monotonic() >= next_turn:
                next_turn = time.monotonic() + TURN
                self._send(started, total)
            self._receive(0)
        while len(self._free) < len(self._by_number) and time.monotonic() < (
            end + SECONDS_FOR_THE_LAST
        ):
            self._receive(0.01)
        self.taken.errors += len(self._by_number) - len(self._free)
        self.taken.seconds = time.monotonic() - started
        return self.taken

    def _send(self, started: float, total: int) -> None:
        """Send what is due, as long as there are free connections."""
        taken, rate, free = self.taken, self.plan.rate, self._free
        now = time.monotonic()
        until = min(due(now - started, rate), total)
        while taken.sent < until and free:
            connection = free.popleft()
            connection.due = started + taken.sent / rate
            taken.lateness.add(now - connection.due)
            page = self._chosen[taken.sent % CHOSEN]
            taken.sent += 1
            try:
                connection.socket.send(self._requests[page])
            except OSError:
                self._fail(connection)

    def _receive(self, wait: float) -> None:
        for number, _events in self._epoll.poll(wait):
            connection = self._by_number[number]
            try:
                length = connection.socket.recv_into(self._buffer)
            except BlockingIOError:
                continue
            except OSError:
                length = 0
            if not length:
                self._fail(connection)
            elif self._is_over(connection, length):
                self._finish(connection)

    def _is_over(self, connection: Connection, length: int) -> bool:
        """Take in a piece; whether the answer is complete now."""
        if connection.left:
            connection.left -= length
            return connection.left <= 0
        if connection.head:
            head = connection.head + self._buffer[:length]
            return self._begins(connection, head, len(head))
        return self._begins(connection, self._buffer, length)

    def _begins(self, connection: Connection, answer: bytes | bytearray, length: int) -> bool:
        """Take in what came since the beginning of an answer; whether it is complete now."""
        end = answer.find(END_OF_HEAD, 0, length)
        if end < 0:
            connection.head = bytes(answer[:length])
            return False
        connection.head = b""
        connection.is_good = answer.startswith(GOOD)
        connection.left = end + 4 + content_length(answer, end) - length
        return connection.left <= 0

    def _finish(self, connection: Connection) -> None:
        self.taken.latencies.add(time.monotonic() - connection.due)
        if not connection.is_good:
            self.taken.errors += 1
        connection.left = 0
        self._free.append(connection)

    def _fail(self, connection: Connection) -> None:
        """Connect again; an error, unless nothing was under way."""
        number = connection.socket.fileno()
        self._epoll.unregister(number)
        del self._by_number[number]
        connection.socket.close()
        if connection in self._free:
            self._free.remove(connection)
        else:
            self.taken.errors += 1
        self._connect()

    def _connect(self) -> None:
        try:
            connection = Connection(self.plan.port)
        except OSError:
            # One connection less, and one error more.
            self.taken.errors += 1
            return
        number = connection.socket.fileno()
        self._epoll.register(number, select.EPOLLIN)
        self._by_number[number] = connection
        self._free.append(connection)


def content_length(answer: bytes | bytearray, end: int) -> int:
    """Return the length of the body that an answer's head announces; 0 when it announces none.

    The head goes up to ``end``. Its names may be in any case.
    """
    # As the edge writes it, first: that is looked for thirty thousand times a second.
    start = answer.rfind(LENGTH, 0, end)
    if start < 0:
        answer = answer[:end].lower()
        start = answer.rfind(LENGTH, 0, end)
    if start < 0:
        return 0
    stop = answer.find(b"\r", start + 2, end)
    return int(answer[start + len(LENGTH) : stop if stop > 0 else end])


def main() -> None:
    """Read the plan, keep it, and tell what was measured."""
    plan = Plan(**json.load(sys.stdin))
    taken = Generator(plan).run()
    told = {
        "latencies": taken.latencies.counts,
        "lateness": taken.lateness.counts,
        "sent": taken.sent,
        "errors": taken.errors,
        "seconds": taken.seconds,
    }
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    main()
