"""Only a SQLite without the WAL-reset bug serves several processes; it knows its tables."""

from __future__ import annotations

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.utils import timezone
from wagtail.models import ModelLogEntry

from redaksi.articles.models import Article
from redaksi.cli import sqlite
from redaksi.cli.exits import CommandFailed, Exit


@pytest.mark.parametrize(
    ("version", "safe"),
    [((3, 40, 1), False), ((3, 51, 2), False), ((3, 51, 3), True), ((3, 53, 0), True)],
)
def test_a_version_is_safe_from_the_fix_on(version: tuple[int, ...], safe: bool) -> None:
    assert sqlite.is_safe(version) is safe


def test_an_unsafe_version_is_refused_with_the_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")

    with pytest.raises(CommandFailed) as caught:
        sqlite.require_safe((3, 40, 1))

    assert caught.value.code == Exit.UNSAFE_SQLITE
    assert str(caught.value) == (
        "SQLite 3.40.1 may damage the database (its WAL-reset bug, mended in 3.51.3); "
        "install the package pysqlite3 0.6.1 or later."
    )


def test_another_database_needs_no_sqlite() -> None:
    sqlite.require_safe(None)


@pytest.mark.django_db
def test_with_fresh_statistics_the_log_of_one_story_is_found_by_its_own_index() -> None:
    kind = ContentType.objects.get_for_model(Article)
    now = timezone.now()
    ModelLogEntry.objects.bulk_create(
        ModelLogEntry(content_type=kind, object_id=str(story), action="a", timestamp=now, label="x")
        for story in range(200)
    )
    log = ModelLogEntry.objects.for_instance(Article(pk=7)).select_related("content_type")

    before = log.explain()
    sqlite.refresh_statistics()

    assert "log_of_one_object" not in before
    assert "log_of_one_object" in log.all().explain()


@pytest.mark.django_db
def test_of_other_tables_sqlite_knows_nothing_so_that_lists_are_walked_and_not_sorted() -> None:
    sqlite.refresh_statistics()

    with connection.cursor() as cursor:
        cursor.execute("SELECT DISTINCT tbl FROM sqlite_stat1")
        counted = cursor.fetchall()
    assert {table for (table,) in counted} <= {"wagtailcore_modellogentry"}
