"""Gives every test a newspaper: its own directory, a migrated database, and the cast in it."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from xdist.scheduler import LoadFileScheduling

from tests.browser.skipping import pytest_terminal_summary  # noqa: F401 - a hook of pytest's
from tests.keeping import CACHE
from tests.shape import fingerprint

# A slow machine is no fault of what is tested.
settings.register_profile("anywhere", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("anywhere")


def pytest_xdist_auto_num_workers() -> int:
    """Run one process more than there are cores, because many tests wait for servers they start."""
    return len(os.sched_getaffinity(0)) + 1


#: Rooms whose tests share what is dear: a served newspaper, one that a command has made.
TOGETHER = ("tests/browser/", "tests/cli/")


class ByFileOrRoom(LoadFileScheduling):
    """Gives the tests of a file to one process, and those of some rooms, too."""

    def _split_scope(self, nodeid: str) -> str:
        file: str = super()._split_scope(nodeid)
        return next((room for room in TOGETHER if file.startswith(room)), file)


def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> ByFileOrRoom:
    """Have each process begin what is dear only once."""
    return ByFileOrRoom(config, log)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(request: pytest.FixtureRequest) -> None:
    """Keep the test database under the name of its shape; it begins as a copy of a founded one."""
    from django.conf import settings

    from tests.founded import template_with_cast

    database = settings.DATABASES["default"]
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    test = database.setdefault("TEST", {})
    test["NAME"] = f"test_{fingerprint()}_{worker}"
    if "sqlite" in database["ENGINE"]:
        test["NAME"] = str(_copied(CACHE / f"{test['NAME']}.sqlite3"))
    else:
        test["TEMPLATE"] = template_with_cast(settings.CONFIG.database)


def _copied(file: Path) -> Path:
    """Return the file, which is made at its first use; a copy that was broken off is no copy."""
    from tests.founded import database_with_cast

    if not file.exists():
        shutil.copy(database_with_cast(), file.with_suffix(".part"))
        file.with_suffix(".part").rename(file)
    return file


@pytest.fixture(scope="session")
def django_db_keepdb() -> bool:
    """Use the database of the last run if nothing that shapes it has changed."""
    return True


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: object) -> None:
    """Found the newspaper and hire the cast, once for each database."""
    from tests.cast import hire

    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        hire()


@pytest.fixture
def cast(db: None) -> object:
    """The people of the tests: ani, budi, citra, dewi, eko."""
    from tests.cast import Cast

    return Cast.called()


@pytest.fixture
def picture(db: None) -> object:
    """A picture with every word it needs."""
    from tests.factories import add_test_picture

    return add_test_picture()


def shorten_pages(patch: pytest.MonkeyPatch) -> None:
    """Let pages of lists hold three stories, six at most, so that few stories make many pages."""
    patch.setattr("redaksi.articles.stretching.PAGE_SIZE", 3)
    patch.setattr("redaksi.articles.stretching.LONGEST", 6)
    patch.setattr("redaksi.articles.stretching.SHORTEST", 2)


@pytest.fixture
def short_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lists with short pages."""
    shorten_pages(monkeypatch)
