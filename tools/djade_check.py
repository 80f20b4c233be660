"""Runs djade over every template of ours in checking mode."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    """Return djade's verdict."""
    templates = sorted(map(str, (ROOT / "src").rglob("templates/**/*.html")))
    djade = str(Path(sys.executable).with_name("djade"))
    return subprocess.call([djade, "--check", "--target-version", "5.2", *templates])


if __name__ == "__main__":
    sys.exit(main())
