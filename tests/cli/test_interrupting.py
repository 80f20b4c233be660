"""Ctrl-C ends what can be interrupted, whatever Python is doing when it comes."""

from __future__ import annotations

import signal

import pytest

from redaksi.cli.interrupting import interruptible


class InterruptedWhileFreed:
    def __del__(self) -> None:
        signal.raise_signal(signal.SIGINT)


def test_ctrl_c_is_raised_at_once() -> None:
    with interruptible(), pytest.raises(KeyboardInterrupt):
        signal.raise_signal(signal.SIGINT)


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_ctrl_c_that_python_drops_is_raised_soon_after() -> None:
    with interruptible() as go_on:
        InterruptedWhileFreed()

        with pytest.raises(KeyboardInterrupt):
            go_on()


def test_without_ctrl_c_all_goes_on_and_the_handler_is_as_before() -> None:
    before = signal.getsignal(signal.SIGINT)

    with interruptible() as go_on:
        go_on()

    assert signal.getsignal(signal.SIGINT) is before
