"""Compresses the stored pages as well as can be: a process that the worker starts, with no Django.

Killed at any moment, every page is whole, and those that are left are done the next time.
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from redaksi.cli.lifeline import end_with_supervisor
from redaksi.pagestore.store import PageStore
from redaksi.pagestore.trouble import StoreUnwritable
from redaksi.press.improving import Improving

SECONDS_OF_QUIET = 10.0
"""After a page was wanted: who publishes now will do so again, and nothing here is urgent."""


def main() -> None:
    """Compress until every page of the store named by the argument is done."""
    end_with_supervisor()
    improving = Improving(PageStore(Path(sys.argv[1])))
    try:
        while improving.is_anything_left():
            if not improving.go_on():
                time.sleep(SECONDS_OF_QUIET)
    except StoreUnwritable:
        # The worker, whose pages cannot be written either, says so to people.
        sys.exit(1)


if __name__ == "__main__":
    main()
