"""Brings the database to the program's version, showing how far it is."""

from __future__ import annotations

from typing import Any

from redaksi.cli.screen import Report, progress
from redaksi.instance.language import gettext as _


def pending_migrations() -> list[str]:
    """Return the names of the migrations that the database still lacks (Django must run)."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _backwards in plan]


def migrate() -> int:
    """Apply every pending migration and return how many there were."""
    from django.core.management import call_command

    total = len(pending_migrations())
    with progress(_("Preparing the database")) as report:
        call_command(_counting_command(report, total), interactive=False, verbosity=0)
    return total


def _counting_command(report: Report, total: int) -> Any:
    from django.core.management.commands.migrate import Command

    class CountingMigrate(Command):
        """Django's own migrate, with a count."""

        done = 0

        def migration_progress_callback(
            self, action: str, migration: Any | None = None, fake: bool = False
        ) -> None:
            """Count each migration as it is finished."""
            if action == "apply_success":
                self.done += 1
                report(self.done, total)

    return CountingMigrate()
