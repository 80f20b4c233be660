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

LOG_SHOWN = 6000


def main() -> None:
    """Perform what the command line names."""
    fault, database, rounds, seed, without, *cluster = sys.argv[1:]

    import django

    django.setup()
    server = Cluster(Path(cluster[0]), int(cluster[1])) if cluster else None
    report = Report(fault, database, int(seed), int(rounds))
    stage = Stage(report, without, server)
    importlib.import_module(f"faults.{fault}").perform(stage)
    if report.findings and stage.log.exists():
        report.findings.append(f"the end of the log:\n{stage.log.read_text()[-LOG_SHOWN:]}")
    print(report.packed(), flush=True)


if __name__ == "__main__":
    main()
