"""Tries one fault in a few rounds."""

from __future__ import annotations

import pytest

from faults.report import Report
from faults.running import Order, run

SEED = 1


def tried(fault: str, database: str, rounds: int) -> Report:
    """Return the report; skips the test where the fault cannot be tried."""
    report = run(Order(fault, database, rounds, SEED))
    if report.skipped:
        pytest.skip(f"NOT TESTED: {report.skipped}")
    return report
