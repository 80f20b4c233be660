"""The edge: granian with the page store, started and watched by ``redaksi serve``."""

from __future__ import annotations

import os
import resource
from pathlib import Path

from redaksi.cli.lifeline import end_with_supervisor, wait_for_the_word
from redaksi.cli.ports import resolve
from redaksi.edge.making import make_edge, processes
from redaksi.instance.config import DIRECTORY_VARIABLE
from redaksi.instance.layout import Instance

SECONDS_TO_FINISH = 2
MILLISECONDS_FOR_HEADERS = 15_000
"""How long a connection may take to say what it wants, and how long it may say nothing."""

KEPT_OF_THE_ENVIRONMENT = {"TMPDIR", "XDG_RUNTIME_DIR"}
"""What tells where files for a while may lie."""

CONNECTIONS = 8192
"""How many connections one process holds at once; those that say nothing cost it little."""


def main() -> None:
    """Load the program, wait for the word, then answer readers until SIGTERM."""
    import granian  # noqa: F401 - it is loaded before the word comes

    wait_for_the_word()
    end_with_supervisor()
    _allow_many_files()
    serve(Instance.open(Path(os.environ[DIRECTORY_VARIABLE]), environ=os.environ))


def serve(instance: Instance) -> None:
    """Answer until SIGTERM; one of several processes that dies is replaced by granian."""
    from granian import Granian
    from granian.constants import HTTPModes, Interfaces
    from granian.http import HTTP1Settings
    from granian.log import LogLevels

    config = instance.config
    _family, (address, port) = resolve(config.host, config.port)
    _shorten_environment()
    Granian(
        "redaksi.cli.edge",
        address=address,
        port=port,
        interface=Interfaces.RSGI,
        workers=processes(config),
        backlog=CONNECTIONS,
        backpressure=CONNECTIONS,
        http1_settings=HTTP1Settings(header_read_timeout=MILLISECONDS_FOR_HEADERS),
        http=HTTPModes.http1,
        websockets=False,
        log_level=LogLevels.error,
        respawn_failed_workers=True,
        respawn_interval=0,
        workers_kill_timeout=SECONDS_TO_FINISH,
    ).serve(target_loader=lambda _target: make_edge(instance))


def _shorten_environment() -> None:
    # granian copies all of it into every request.
    for name in set(os.environ) - KEPT_OF_THE_ENVIRONMENT:
        del os.environ[name]


def _allow_many_files() -> None:
    _soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


if __name__ == "__main__":
    main()
