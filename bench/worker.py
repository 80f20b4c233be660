"""The process of one newspaper: ``python -m bench.worker``, asked by ``bench.workers``."""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from pathlib import Path
from typing import Any

import django

django.setup()

from django.core.management import call_command  # noqa: E402
from django.db import connection  # noqa: E402

from bench.meter import Meter  # noqa: E402
from bench.operations import OPERATIONS, WRITES  # noqa: E402
from bench.papers import FILLED  # noqa: E402
from redaksi.cli.sqlite import refresh_statistics  # noqa: E402


def fill(size: int) -> dict[str, Any]:
    """Migrate, found and fill the newspaper unless that is done; return what it took."""
    from django.conf import settings

    from bench.filling import fill as fill_archive
    from redaksi.founding import found

    started, mark = time.perf_counter(), Path(os.environ["REDAKSI_DIR"]) / FILLED
    if not mark.exists():
        call_command("migrate", interactive=False, verbosity=0)
        found(config=settings.CONFIG, administrator="pendiri")
        fill_archive(size)
        mark.touch()
    # As `redaksi serve` does at its start and every hour.
    refresh_statistics()
    return {"seconds": time.perf_counter() - started, "version": _version()}


def measure(operation: str) -> dict[str, Any]:
    """Do one operation once; return its milliseconds, those in the database, and its queries."""
    perform = OPERATIONS[operation]()
    gc.collect()
    meter = Meter()
    with connection.execute_wrapper(meter):
        started = time.perf_counter()
        answer = perform()
        spent = time.perf_counter() - started
    status = getattr(answer, "status_code", 200)
    if status not in (200, 302):
        raise SystemExit(f"{operation}: answered {status}")
    return {"ms": spent * 1000, "database_ms": meter.seconds * 1000, "queries": meter.queries}


def _version() -> str:
    statement = (
        "SELECT sqlite_version()" if connection.vendor == "sqlite" else "SHOW server_version"
    )
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return str(cursor.fetchone()[0])


def operations() -> dict[str, Any]:
    """Return every operation and whether it is a write."""
    return {name: name in WRITES for name in OPERATIONS}


DOES = {"fill": fill, "list": operations, "measure": measure}

if __name__ == "__main__":
    for line in sys.stdin:
        asked = json.loads(line)
        print(json.dumps(DOES[asked.pop("what")](**asked)), flush=True)
