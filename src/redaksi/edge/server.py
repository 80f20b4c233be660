"""The server of one edge process: its connections and their clock."""

from __future__ import annotations

import asyncio
import socket

from redaksi.edge.application import Edge
from redaksi.edge.connection import Connection
from redaksi.edge.wire import Endings

CONNECTIONS = 8192
"""How many connections one process holds at once; those that say nothing cost it little."""

BACKLOG = 4096
TICK_SECONDS = 1.0
SECONDS_TO_FINISH = 2.0


class Server:
    """Answers on one listening socket until it is told to stop."""

    def __init__(self, edge: Edge, loop: asyncio.AbstractEventLoop) -> None:
        self.edge = edge
        self.loop = loop
        self.endings = Endings()
        self.now = loop.time()
        """Seconds by the loop's clock, no more than a tick old."""
        self._connections: set[Connection] = set()

    def admit(self, connection: Connection) -> bool:
        """Take a connection up; False when there are too many."""
        if len(self._connections) >= CONNECTIONS:
            return False
        self._connections.add(connection)
        return True

    def forget(self, connection: Connection) -> None:
        """Let a connection go that has ended."""
        self._connections.discard(connection)

    async def serve(self, listener: socket.socket, stop: asyncio.Event) -> None:
        """Answer until ``stop`` is set; then what is under way has a moment to be finished."""
        clock = self.loop.create_task(self._keep_time())
        server = await self.loop.create_server(
            lambda: Connection(self), sock=listener, backlog=BACKLOG
        )
        await stop.wait()
        server.close()
        await self._finish()
        clock.cancel()

    async def _keep_time(self) -> None:
        while True:
            await asyncio.sleep(TICK_SECONDS)
            self.now = self.loop.time()
            self.endings.tick()
            self.edge.generation.look_again()
            self.edge.reads.hand_over(self.now)
            for connection in list(self._connections):
                connection.look_at_the_clock()

    async def _finish(self) -> None:
        for connection in list(self._connections):
            connection.finish()
        deadline = self.loop.time() + SECONDS_TO_FINISH
        while self._connections and self.loop.time() < deadline:
            await asyncio.sleep(0.02)
        for connection in list(self._connections):
            connection.hang_up()
