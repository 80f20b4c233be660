"""Puts axe-core, the accessibility checker, into a page and returns what it finds."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from tests.keeping import CACHE, locked

HERE = Path(__file__).parent
RUN = "() => axe.run(document, {resultTypes: ['violations']})"


def fetch() -> str | None:
    """Return axe-core's source, got once with npm; None where there is no npm or it fails."""
    shelf = CACHE / "axe"
    source = shelf / "node_modules" / "axe-core" / "axe.min.js"
    with locked("axe"):
        if _wanted() != _there(source):
            _install(shelf)
    return source.read_text() if source.exists() else None


def findings(page: Page, axe: str) -> list[str]:
    """Return one line for each rule that the page breaks, with the elements that break it."""
    page.evaluate(axe)
    found: dict[str, Any] = page.evaluate(RUN)
    return [
        f"{rule['id']}: {', '.join(str(node['target']) for node in rule['nodes'])}"
        for rule in found["violations"]
    ]


def _wanted() -> str:
    package = json.loads((HERE / "package.json").read_text())
    return str(package["devDependencies"]["axe-core"])


def _there(source: Path) -> str | None:
    package = source.with_name("package.json")
    return str(json.loads(package.read_text())["version"]) if package.exists() else None


def _install(shelf: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        return
    shelf.mkdir(exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copy(HERE / name, shelf)
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    subprocess.run(command, cwd=shelf, check=False, capture_output=True, timeout=120)
