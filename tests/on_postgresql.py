"""Runs the tests that a database can change once more, on a real PostgreSQL server.

The server is ``REDAKSI_TEST_POSTGRESQL`` (a URL), or else one on this machine that lets us in.
Without a server it says so loudly and passes.
"""

from __future__ import annotations

import os
import subprocess
import sys

ROOMS = [
    "tests/search", "tests/articles", "tests/newsroom", "tests/fronts", "tests/website",
    "tests/pictures", "tests/readers", "tests/statements",
]  # fmt: skip
CANDIDATES = ["postgresql://postgres@127.0.0.1:5432/postgres", "postgresql:///postgres"]


def server() -> str | None:
    """Return the URL of a server that answers."""
    import psycopg

    given = os.environ.get("REDAKSI_TEST_POSTGRESQL")
    for url in [given] if given else CANDIDATES:
        try:
            psycopg.connect(url, connect_timeout=3).close()
        except psycopg.OperationalError:
            continue
        return url
    return None


def main() -> int:
    """Run them, or say why not."""
    url = server()
    if url is None:
        print("SKIPPED: no PostgreSQL server; set REDAKSI_TEST_POSTGRESQL to a URL.", flush=True)
        return 0
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-n",
        "auto",
        "--dist",
        "loadfile",
        "--no-loadscope-reorder",
        *ROOMS,
    ]
    print("On PostgreSQL:", *command[1:], flush=True)
    return subprocess.call(command, env={**os.environ, "REDAKSI_DATABASE": url})


if __name__ == "__main__":
    sys.exit(main())
