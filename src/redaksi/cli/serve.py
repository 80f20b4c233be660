"""``redaksi serve``: runs a newspaper until Ctrl-C, without any other server."""

from __future__ import annotations

import argparse
import json
import socket
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from typing import Any

from redaksi.cli.answering import FirstAnswer
from redaksi.cli.children import Child
from redaksi.cli.exits import CommandFailed, Exit
from redaksi.cli.flags import ADDRESS, add_directory, add_option_flags, given_options
from redaksi.cli.newspaper import environment, open_newspaper
from redaksi.cli.ports import listening
from redaksi.cli.priority import MODEST
from redaksi.cli.screen import say
from redaksi.cli.supervising import TICK_SECONDS, Stopping, keep_running
from redaksi.edge.making import processes
from redaksi.instance.config import Config
from redaksi.instance.language import gettext as _

OPTIONS = (*ADDRESS, "edge_processes", "newsroom_threads", "log_level")


def add_parser(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the command line."""
    parser = subparsers.add_parser(
        "serve",
        help=_("run a newspaper until Ctrl-C"),
        description=_("Run a newspaper until Ctrl-C: edge, newsroom, and worker."),
    )
    add_directory(parser)
    add_option_flags(parser, OPTIONS)


def run(given: argparse.Namespace) -> Exit:
    """Check, start, announce, and keep everything running until asked to stop."""
    stopping = Stopping()
    stopping.listen()
    flags = given_options(given, OPTIONS)
    instance = open_newspaper(given.directory, flags)
    config = instance.config
    with listening(config.host, config.port, processes(config)) as listeners:
        _run(config, environment(instance, flags), listeners, stopping)
    return Exit.DONE


def _run(
    config: Config,
    surroundings: Mapping[str, str],
    listeners: Sequence[socket.socket],
    stopping: Stopping,
) -> None:
    edge = Child(_("edge"), "redaksi.cli.edge", surroundings, listeners=listeners)
    newsroom = Child(_("newsroom"), "redaksi.cli.web", surroundings, is_vital=False)
    worker = Child(_("worker"), "redaksi.cli.worker", surroundings, is_vital=False, niceness=MODEST)
    children = (edge, newsroom, worker)
    # The programs take a second to load, which is the second that the checks take.
    edge.load()
    newsroom.load()
    try:
        found = _look_over(surroundings, stopping)
        if found is not None:
            edge.begin()
            newsroom.begin()
            _serve(config, children, stopping, sign_in=found["sign_in"])
    finally:
        for child in children:
            child.clear_away()


def _look_over(surroundings: Mapping[str, str], stopping: Stopping) -> dict[str, Any] | None:
    """Run the checks in their own process; None when asked to stop meanwhile."""
    checks = subprocess.Popen(
        [sys.executable, "-m", "redaksi.cli.preflight"],
        env=dict(surroundings),
        stdout=subprocess.PIPE,
        start_new_session=True,
    )
    while checks.poll() is None and not stopping.asked:
        time.sleep(TICK_SECONDS / 2)
    checks.kill()
    answer, _errors = checks.communicate()
    return None if stopping.asked else _understood(answer)


def _understood(answer: bytes) -> dict[str, Any]:
    if not answer:
        message = _("The newspaper could not be looked over; the messages above say why.")
        raise CommandFailed(message)
    found: dict[str, Any] = json.loads(answer.splitlines()[-1])
    if "problem" in found:
        raise CommandFailed(found["problem"], Exit(found["code"]))
    return found


def _serve(
    config: Config, children: Sequence[Child], stopping: Stopping, *, sign_in: str | None
) -> None:
    answer = FirstAnswer(config)
    announced = False

    def announce_once() -> None:
        nonlocal announced
        if not announced and answer.has_come():
            announced = True
            _announce(config, sign_in)

    keep_running(children, stopping, announce_once)


def _announce(config: Config, sign_in: str | None) -> None:
    say(_("{name} is being served.").format(name=config.name))
    say(_("  Readers:  {address}").format(address=f"{config.base_url}/"))
    say(_("  Newsroom: {address}").format(address=f"{config.base_url}/{config.newsroom_path}/"))
    if sign_in is not None:
        say(_("  First sign-in: {address}").format(address=config.base_url + sign_in))
        say(_("  (the link works once, within 24 hours)"))
    say(_("Stop with Ctrl-C."))
