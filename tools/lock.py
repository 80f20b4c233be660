"""Pins every package with its hashes and without the address it came from."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

COMMON = [
    *(
        str(Path(sys.executable).with_name("uv")),
        "pip",
        "compile",
        "--universal",
        "--python-version",
        "3.11",
        "--upgrade",
    ),
    *("--generate-hashes", "--no-emit-index-url", "--no-header", "--no-annotate", "--quiet"),
]
PROJECT = ["pyproject.toml", "--extra", "postgresql"]

#: What goes into each file; pip comes first, because older ones fail on extras with hashes.
FILES: dict[str, tuple[list[str], str | None]] = {
    "requirements/pip.txt": (["--allow-unsafe", "-"], "pip\n"),
    "requirements/run.txt": (PROJECT, None),
    "requirements/dev.txt": ([*PROJECT, "--group", "dev"], None),
}


def main() -> int:
    """Write the files; return the first failure's exit code."""
    for name, (what, given) in FILES.items():
        done = subprocess.run([*COMMON, *what, "-o", name], input=given, text=True, check=False)
        if done.returncode:
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
