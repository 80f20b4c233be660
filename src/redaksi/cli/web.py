"""The newsroom: granian with Django on a Unix socket, started and watched by ``redaksi serve``."""

from __future__ import annotations

import gc
import importlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

from redaksi.cli.lifeline import end_with_supervisor, wait_for_the_word
from redaksi.cli.priority import LOW, give_way
from redaksi.edge.visitors import BehindTheEdge
from redaksi.instance.config import DIRECTORY_VARIABLE
from redaksi.instance.layout import Instance
from redaksi.instance.sockets import make_room

SECONDS_TO_FINISH = 2
SOCKET_PERMISSIONS = 0o660


def main() -> None:
    """Load the program, wait for the word, then answer the edge until SIGTERM.

    The program is loaded before granian forks the process that answers, which is quick then.
    """
    failure = _load()
    # What is loaded is shared with the process that answers as long as nobody writes to it, and
    # the collector would write to all of it.
    gc.collect()
    gc.freeze()
    wait_for_the_word()
    if failure is not None:
        raise failure
    end_with_supervisor()
    # Not before: a newspaper shall start quickly on a busy machine too.
    give_way(os.getpid(), LOW)
    _answer(Instance.open(Path(os.environ[DIRECTORY_VARIABLE]), environ=os.environ))


def _load() -> Exception | None:
    # What fails here fails in the checks beside it too, and they explain it.
    try:
        importlib.import_module("redaksi.wsgi")
        importlib.import_module("redaksi.urls")
        importlib.import_module("redaksi.search.stems").open_dictionaries()
    except Exception as failure:
        return failure
    return None


def _answer(instance: Instance) -> None:
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    make_room(instance.newsroom_socket)
    Granian(
        "redaksi.wsgi:application",
        uds=instance.newsroom_socket,
        uds_permissions=SOCKET_PERMISSIONS,
        interface=Interfaces.WSGI,
        blocking_threads=instance.config.newsroom_threads,
        websockets=False,
        log_level=LogLevels.error,
        workers_kill_timeout=SECONDS_TO_FINISH,
    ).serve(target_loader=lambda _target: _callable())


def _callable() -> Callable[..., Any]:
    from redaksi.wsgi import application

    behind_the_edge = BehindTheEdge(application)

    # granian copies a function's name and notes, which an object does not have.
    def answer(environ: dict[str, Any], start_response: Any) -> Any:
        return behind_the_edge(environ, start_response)

    return answer


if __name__ == "__main__":
    main()
