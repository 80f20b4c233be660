"""Runs every fault, prints one line for each, and fails when a promise was broken.

Then controls are switched off one by one: it fails, too, when no harm is seen without one.
"""

from __future__ import annotations

import argparse
import secrets
import sys
from collections.abc import Iterator

from faults.papers import POSTGRESQL, SQLITE
from faults.running import Order, run

#: Every fault on every database it is for, and how many rounds fit in ten minutes together.
PLAN = (
    ("killing", SQLITE, 260),
    ("killing", POSTGRESQL, 40),
    ("scheduling", SQLITE, 200),
    ("scheduling", POSTGRESQL, 200),
    ("disks", SQLITE, 2),
    ("locking", SQLITE, 30),
    ("restarting", POSTGRESQL, 3),
    ("slow_clients", SQLITE, 2000),
)

#: What must do harm: the fault, its rounds, and the control that is switched off.
HARMFUL = (
    ("killing", 20, "outbox"),
    ("killing", 20, "transaction"),
    ("killing", 4, "rename"),
    ("scheduling", 10, "claim"),
)


def main() -> int:
    """Run what is asked for; return 1 when anything was found."""
    given = _parser().parse_args()
    is_broken = False
    for order in _orders(given):
        report = run(order)
        print(report.line(), flush=True)
        for finding in report.findings:
            print(f"    {finding}", flush=True)
        is_broken |= bool(report.findings)
    for order in _harmful(given):
        seen = len(run(order).findings)
        said = f"does harm ({seen} findings), as it must" if seen else "FAILED: DOES NO HARM"
        print(f"{order.fault} without the {order.without}: {said}", flush=True)
        is_broken |= not seen
    return int(is_broken)


def _orders(given: argparse.Namespace) -> Iterator[Order]:
    for fault, database, rounds in PLAN:
        if fault in (given.only or fault) and database in (given.database or database):
            yield Order(fault, database, given.rounds or rounds, given.seed, given.without)


def _harmful(given: argparse.Namespace) -> Iterator[Order]:
    for fault, rounds, control in HARMFUL:
        is_asked_for = fault in (given.only or fault) and given.database in (None, SQLITE)
        if is_asked_for and not given.without:
            yield Order(fault, SQLITE, rounds, given.seed, control)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m faults", description=__doc__)
    parser.add_argument("only", nargs="*", help="faults to run; all of them if none is named")
    parser.add_argument("--database", choices=[SQLITE, POSTGRESQL])
    parser.add_argument("--rounds", type=int, help="instead of what fits in ten minutes together")
    parser.add_argument("--seed", type=int, default=secrets.randbelow(10**6))
    parser.add_argument(
        "--without", default="", metavar="CONTROL", help="switch a control off: it must fail then"
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())
