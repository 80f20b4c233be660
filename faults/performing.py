"""The process that performs one fault, with Django on the newspaper in ``REDAKSI_DIR``.

Its last line of standard output is the report.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

from faults.clusters import Cluster
from faults.report import Report
from faults.stage import Stage


def main() -> None:
    """Perform what the command line names."""
    fault, database, rounds, seed, without, *cluster = sys.argv[1:]

    import django

    django.setup()
    server = Cluster(Path(cluster[0]), int(cluster[1])) if cluster else None
    report = Report(fault, database, int(seed), int(rounds))
    stage = Stage(report, without, server)
    importlib.import_module(f"faults.{fault}").perform(stage)
    print(report.packed(), flush=True)


if __name__ == "__main__":
    main()
