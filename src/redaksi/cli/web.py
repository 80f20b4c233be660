"""The web process: granian with Django, started and watched by ``redaksi serve``."""

from __future__ import annotations

import importlib
import os
from pathlib import Path

from redaksi.cli.lifeline import end_with_supervisor, wait_for_the_word
from redaksi.cli.ports import resolve
from redaksi.instance.config import DIRECTORY_VARIABLE
from redaksi.instance.layout import Instance

SECONDS_TO_FINISH = 2


def main() -> None:
    """Load the program, wait for the word, then answer requests until SIGTERM.

    The program is loaded before granian forks the process that answers, which is quick then.
    """
    failure = _load()
    wait_for_the_word()
    if failure is not None:
        raise failure
    end_with_supervisor()
    _answer()


def _load() -> Exception | None:
    # What fails here fails in the checks beside it too, and they explain it.
    try:
        importlib.import_module("redaksi.wsgi")
        importlib.import_module("redaksi.urls")
    except Exception as failure:
        return failure
    return None


def _answer() -> None:
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    config = Instance.open(Path(os.environ[DIRECTORY_VARIABLE]), environ=os.environ).config
    _family, (address, port) = resolve(config.host, config.port)
    Granian(
        "redaksi.wsgi:application",
        address=address,
        port=port,
        interface=Interfaces.WSGI,
        blocking_threads=config.newsroom_threads,
        websockets=False,
        log_level=LogLevels.error,
        workers_kill_timeout=SECONDS_TO_FINISH,
    ).serve()


if __name__ == "__main__":
    main()
