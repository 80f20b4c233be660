"""Keeps the processes of a newspaper running until Ctrl-C or SIGTERM."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable, Sequence
from types import FrameType

from redaksi.cli.children import Child
from redaksi.cli.exits import CommandFailed, Exit
from redaksi.cli.screen import complain
from redaksi.instance.language import gettext as _

TICK_SECONDS = 0.1
SECONDS_TO_STOP = 3.5


class Stopping:
    """Remembers that Ctrl-C, SIGTERM or SIGHUP came; the second time there is no patience."""

    def __init__(self) -> None:
        self.asked = 0

    def listen(self) -> None:
        """Take over the signals."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self._ask)

    def _ask(self, _number: int, _frame: FrameType | None) -> None:
        self.asked += 1


def keep_running(
    children: Sequence[Child], stopping: Stopping, each_tick: Callable[[], None]
) -> None:
    """Run the children until asked to stop, then stop them all.

    Those that come first are started again first. Raises CommandFailed when one that is vital
    dies again and again; the others are tried for ever, with pauses.
    """
    try:
        while not stopping.asked:
            for child in children:
                _look_after(child)
            each_tick()
            time.sleep(TICK_SECONDS)
    finally:
        _stop(children, stopping)


def _look_after(child: Child) -> None:
    if not child.look_after():
        return
    if not child.is_hopeless:
        complain(_("The {name} died; it is started again.").format(name=child.name))
        return
    if child.is_vital:
        message = _("The {name} died again and again; its messages above say why.")
        raise CommandFailed(message.format(name=child.name), Exit.CRASHED)
    message = _(
        "The {name} died again and again; its messages above say why. "
        "Readers still get the finished pages. It is started again in {seconds} seconds."
    )
    complain(message.format(name=child.name, seconds=round(child.pause)))


def _stop(children: Sequence[Child], stopping: Stopping) -> None:
    for child in children:
        child.ask_to_stop()
    deadline = time.monotonic() + SECONDS_TO_STOP
    while any(child.is_running for child in children):
        if time.monotonic() > deadline or stopping.asked > 1:
            break
        time.sleep(TICK_SECONDS / 2)
    for child in children:
        child.clear_away()
