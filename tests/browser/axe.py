"""Puts axe-core, the accessibility checker, into a page and returns what it finds."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Page

from tests.browser import npm

RUN = "() => axe.run(document, {resultTypes: ['violations']})"


def fetch() -> str | None:
    """Return axe-core's source; None where npm could not get it."""
    packages = npm.installed()
    return (packages / "axe-core" / "axe.min.js").read_text() if packages else None


def findings(page: Page, axe: str) -> list[str]:
    """Return one line for each rule that the page breaks, with the elements that break it."""
    page.evaluate(axe)
    found: dict[str, Any] = page.evaluate(RUN)
    return [
        f"{rule['id']}: {', '.join(str(node['target']) for node in rule['nodes'])}"
        for rule in found["violations"]
    ]
