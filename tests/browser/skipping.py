"""Says at the very end of a run what could not be tested here, so that nobody is deceived."""

from __future__ import annotations

import pytest

NO_BROWSER = "BROWSER TESTS SKIPPED: no chromium and no google-chrome is on this machine."
NO_AXE = "ACCESSIBILITY CHECKS SKIPPED: npm could not install axe-core."
NO_VALIDATOR = (
    "HTML NOT VALIDATED: npm could not install html-validate, or Node.js is older than 20."
)

NO_SERVER = "SERVER TESTS SKIPPED"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print a line for each kind of test that was left out."""
    skipped = terminalreporter.stats.get("skipped", [])
    reasons = [str(report.longrepr) for report in skipped]
    for told in (NO_BROWSER, NO_AXE, NO_VALIDATOR, NO_SERVER):
        if any(told in reason for reason in reasons):
            terminalreporter.write_line(told, red=True, bold=True)
