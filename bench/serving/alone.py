"""One server of the newspaper without the others: ``python -m bench.serving.alone WHAT``."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def edge() -> None:
    """Answer readers from the page store until SIGTERM."""
    from redaksi.cli.edge import main
    from redaksi.cli.ports import listening
    from redaksi.edge.making import processes
    from redaksi.instance.layout import Instance

    instance = Instance.open(Path(os.environ["REDAKSI_DIR"]), environ=os.environ)
    config = instance.config
    lifeline, supervisor = os.pipe()
    os.dup2(lifeline, sys.stdin.fileno())
    os.write(supervisor, b"\n")
    with listening(config.host, config.port, processes(config)) as listeners:
        sys.argv[1:] = [str(listener.detach()) for listener in listeners]
        main()


def django() -> None:
    """Answer with Django itself, as the newsroom does, but on a port; until SIGTERM."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    from redaksi.instance.layout import Instance

    config = Instance.open(Path(os.environ["REDAKSI_DIR"]), environ=os.environ).config
    Granian(
        "redaksi.wsgi:application",
        address="127.0.0.1",
        port=config.port,
        interface=Interfaces.WSGI,
        blocking_threads=config.newsroom_threads,
        websockets=False,
        log_level=LogLevels.error,
    ).serve()


if __name__ == "__main__":
    {"edge": edge, "django": django}[sys.argv[1]]()
