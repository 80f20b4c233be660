"""Pins every package with its hashes and without the address it came from."""

from __future__ import annotations

import subprocess
import sys

COMMON = ["uv", "pip", "compile", "--universal", "--python-version", "3.11", "--generate-hashes",
          "--no-emit-index-url", "--no-header", "--no-annotate", "--quiet", "--upgrade",
          "pyproject.toml", "--extra", "postgresql"]  # fmt: skip


def main() -> int:
    """Write ``requirements/run.txt`` and ``requirements/dev.txt``."""
    run = subprocess.call([*COMMON, "-o", "requirements/run.txt"])
    return run or subprocess.call([*COMMON, "--group", "dev", "-o", "requirements/dev.txt"])


if __name__ == "__main__":
    sys.exit(main())
