"""Checks the database: version, reach, migrations, and work that waits too long."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from redaksi.cli import sqlite
from redaksi.cli.checks.result import Check, failed, good, warning
from redaksi.cli.migrating import pending_migrations
from redaksi.instance.language import gettext as _
from redaksi.instance.layout import Instance

LONGEST_WAIT = timedelta(minutes=5)


def check_database(instance: Instance) -> Iterator[Check]:
    """Check reach, version, migrations and tasks, each only when the one before allows it."""
    from django.db.utils import Error

    try:
        version = sqlite.version_in_use()
        pending = pending_migrations()
    except Error as problem:
        found = " ".join(str(problem).split())
        yield failed("database", found, _("Start the database, or mend the option database."))
        return
    yield good("database", _("answers"))
    if version is not None:
        yield check_sqlite(version)
    yield check_migrations(pending, instance)
    if not pending:
        yield check_tasks()


def check_sqlite(version: tuple[int, ...]) -> Check:
    """Whether several processes may use this SQLite."""
    found = sqlite.written(version)
    if sqlite.is_safe(version):
        return good("SQLite", found)
    return failed("SQLite", found, sqlite.advice(version))


def check_migrations(pending: list[str], instance: Instance) -> Check:
    """Whether the database fits the program."""
    if not pending:
        return good("migrations", _("all applied"))
    found = _("{number} not applied yet").format(number=len(pending))
    advice = _("Run redaksi upgrade {directory}.").format(directory=instance.directory)
    return failed("migrations", found, advice)


def check_tasks() -> Check:
    """Whether queued tasks are taken up in time."""
    from django.utils import timezone
    from django_tasks_db.models import DBTaskResult

    waiting = DBTaskResult.objects.ready()
    late = waiting.filter(enqueued_at__lt=timezone.now() - LONGEST_WAIT).exists()
    found = _("{number} waiting").format(number=waiting.count())
    if late:
        advice = _("Nobody takes them up: is redaksi serve running?")
        return warning("tasks", found, advice)
    return good("tasks", found)
