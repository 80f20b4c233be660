"""The edge: a few processes that answer readers, started and watched by ``redaksi serve``.

It inherits the listening sockets, whose numbers are its arguments, so that whoever connects while
it is started again waits for it.
"""

from __future__ import annotations

import asyncio
import gc
import os
import resource
import signal
import socket
import sys
import time
from pathlib import Path

import uvloop

from redaksi.cli.lifeline import supervisor_is_gone, wait_for_the_word
from redaksi.cli.supervising import Stopping
from redaksi.edge.making import make_edge
from redaksi.edge.server import SECONDS_TO_FINISH, Server
from redaksi.instance.config import DIRECTORY_VARIABLE
from redaksi.instance.layout import Instance

TICK_SECONDS = 0.05
SECONDS_BETWEEN_DEATHS = 0.2
"""A process that dies at once is not replaced more often than this."""


def main() -> None:
    """Wait for the word, then answer readers until SIGTERM or the end of the supervisor."""
    wait_for_the_word()
    _allow_many_files()
    instance = Instance.open(Path(os.environ[DIRECTORY_VARIABLE]), environ=os.environ)
    Family(instance, [socket.socket(fileno=int(number)) for number in sys.argv[1:]]).run()


class Family:
    """The processes of the edge, each with a listening socket of its own on the same port.

    The parent keeps the sockets open: what waits on one whose process died is answered by the
    process that takes its place.
    """

    def __init__(self, instance: Instance, sockets: list[socket.socket]) -> None:
        self._instance = instance
        self._sockets = sockets
        self._at_work: dict[int, socket.socket] = {}

    def run(self) -> None:
        """Keep one process for each socket until asked to stop."""
        stopping = Stopping()
        stopping.listen()
        # What is loaded is shared by all of them as long as nobody writes to it.
        gc.freeze()
        for listener in self._sockets:
            self._start(listener)
        while not stopping.asked and not supervisor_is_gone(TICK_SECONDS):
            self._replace_the_dead()
        self._stop()

    def _start(self, listener: socket.socket) -> None:
        process = os.fork()
        if process:
            self._at_work[process] = listener
            return
        try:
            uvloop.run(_answer(self._instance, listener))
        except BaseException:
            sys.excepthook(*sys.exc_info())
            os._exit(1)
        os._exit(0)

    def _replace_the_dead(self) -> None:
        for process, listener in list(self._at_work.items()):
            if os.waitpid(process, os.WNOHANG)[0]:
                del self._at_work[process]
                time.sleep(SECONDS_BETWEEN_DEATHS)
                self._start(listener)

    def _stop(self) -> None:
        for process in self._at_work:
            os.kill(process, signal.SIGTERM)
        deadline = time.monotonic() + SECONDS_TO_FINISH + 2 * TICK_SECONDS
        while self._at_work and time.monotonic() < deadline:
            time.sleep(TICK_SECONDS)
            for process in list(self._at_work):
                if os.waitpid(process, os.WNOHANG)[0]:
                    del self._at_work[process]
        for process in self._at_work:
            os.kill(process, signal.SIGKILL)


async def _answer(instance: Instance, listener: socket.socket) -> None:
    loop = asyncio.get_running_loop()
    stop = asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, stop.set)

    def look_for_the_supervisor() -> None:
        if supervisor_is_gone(0):
            loop.remove_reader(sys.stdin.fileno())
            stop.set()

    loop.add_reader(sys.stdin.fileno(), look_for_the_supervisor)
    await Server(make_edge(instance), loop).serve(listener, stop)


def _allow_many_files() -> None:
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


if __name__ == "__main__":
    main()
