"""Work that is done beside the press, which must not wait for it."""

from __future__ import annotations

import threading

from redaksi.cli.complaining import Complaints


class Beside:
    """A thread that goes its rounds until it is told to stop."""

    def __init__(self, name: str, *, seconds: float, is_cut_off: bool = False) -> None:
        """Name the thread and say how long it rests; cut off, the program does not wait for it."""
        self.complaints = Complaints()
        self.is_stopping = threading.Event()
        self._seconds = seconds
        self._thread = threading.Thread(target=self._go, name=name, daemon=is_cut_off)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End after the present round."""
        self.is_stopping.set()

    def begin(self) -> bool:
        """Get ready in the thread; return whether there is anything to go round for."""
        return True

    def go_round(self) -> None:
        """Do what there is to do; must not raise."""
        raise NotImplementedError

    def _go(self) -> None:
        if self.begin():
            while not self.is_stopping.wait(self._seconds):
                self.go_round()
