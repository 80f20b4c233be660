"""Gets the checkers that are npm packages, once for all test runs."""

from __future__ import annotations

import filecmp
import shutil
import subprocess
from pathlib import Path

from tests.keeping import CACHE, locked

HERE = Path(__file__).parent
NAMES = ("package.json", "package-lock.json")


def installed() -> Path | None:
    """Return the folder of installed packages; None where there is no npm or it fails."""
    shelf = CACHE / "npm"
    done = shelf / "done"
    with locked("npm"):
        is_new = (
            all((shelf / name).exists() for name in NAMES)
            and not filecmp.cmpfiles(HERE, shelf, NAMES, shallow=False)[1]
        )
        if not (is_new and done.exists()):
            done.unlink(missing_ok=True)
            if _install(shelf):
                done.touch()
    return shelf / "node_modules" if done.exists() else None


def _install(shelf: Path) -> bool:
    npm = shutil.which("npm")
    if npm is None:
        return False
    shelf.mkdir(exist_ok=True)
    for name in NAMES:
        shutil.copy(HERE / name, shelf)
    command = [npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"]
    done = subprocess.run(command, cwd=shelf, check=False, capture_output=True, timeout=120)
    return done.returncode == 0
