"""The web process: granian with Django, started and watched by ``redaksi serve``."""

from __future__ import annotations

import os
from pathlib import Path

from redaksi.cli.lifeline import end_with_supervisor
from redaksi.cli.ports import resolve
from redaksi.instance.config import DIRECTORY_VARIABLE
from redaksi.instance.layout import Instance

SECONDS_TO_FINISH = 3


def main() -> None:
    """Answer requests until SIGTERM; requests in work get a few seconds to finish."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    end_with_supervisor()
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
