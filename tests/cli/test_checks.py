"""Each check of the doctor sees the fault it is there for, and says what to do."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from redaksi.cli.checks import clock, files
from redaksi.cli.checks.database import check_migrations, check_sqlite
from redaksi.cli.checks.result import Check, State
from redaksi.cli.checks.settings import check_address
from redaksi.instance.config import Config
from redaksi.instance.layout import Instance


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")


@pytest.fixture
def instance(tmp_path: Path) -> Instance:
    made = Instance.create(tmp_path / "kabar", environ={}, chosen={})
    made.finish()
    return made


def test_a_fresh_directory_is_in_order(instance: Instance) -> None:
    checks = [*files.check_files(instance), *clock.check_clock(instance)]

    assert {check.state for check in checks if check.name != "disk"} == {State.GOOD}
    assert [check.name for check in checks] == [
        "creation",
        *(f"write access: {name}" for name in ("kabar", "media", "pages", "templates")),
        *(f"write access: {name}" for name in ("static", "inbox", "backups", "logs")),
        "disk",
        "secret",
        "clock",
        "disk clock",
    ]


def test_a_missing_folder_is_to_be_made(instance: Instance) -> None:
    instance.media.rmdir()

    assert files.check_writable(instance.media) == Check(
        "write access: media",
        State.FAILED,
        "does not exist",
        f"Make it with mkdir {instance.media}.",
    )


def test_what_cannot_be_written_into_is_named(instance: Instance) -> None:
    instance.media.rmdir()
    instance.media.touch()

    assert files.check_writable(instance.media) == Check(
        "write access: media",
        State.FAILED,
        "part of its path is no directory",
        f"Give the user who serves the newspaper write access to {instance.media}.",
    )


def test_a_secret_that_others_may_read_is_to_be_closed(instance: Instance) -> None:
    instance.secret_file.chmod(0o644)

    assert files.check_secret(instance) == Check(
        "secret",
        State.FAILED,
        "others may read it (mode 644)",
        f"Run chmod 600 {instance.secret_file}.",
    )


def test_a_secret_that_is_gone_is_to_be_put_back(instance: Instance) -> None:
    instance.secret_file.unlink()

    assert files.check_secret(instance).state is State.FAILED


@pytest.mark.parametrize("year", [1970, 2025, 2100])
def test_an_unlikely_year_is_a_wrong_clock(year: int) -> None:
    checked = clock.check_date(datetime(year, 1, 2, tzinfo=UTC), "Asia/Jayapura")

    assert checked.state is State.FAILED
    assert checked.found == f"{year}-01-02 09:00:00 +0900 (Asia/Jayapura)"


def test_a_disk_with_another_clock_is_found(instance: Instance) -> None:
    before = time.time()

    assert clock.compare(before, before + 5).state is State.GOOD
    assert clock.compare(before, before - 61) == Check(
        "disk clock",
        State.FAILED,
        "61 s from the machine's clock",
        "Set the clock of the file server to the same time.",
    )


@pytest.mark.parametrize(
    ("address", "state"),
    [
        ("http://127.0.0.1:8000", State.GOOD),
        ("http://localhost", State.GOOD),
        ("https://kabar.example", State.GOOD),
        ("http://kabar.example", State.WARNING),
        ("http://192.0.2.1", State.WARNING),
    ],
)
def test_readers_elsewhere_want_tls(address: str, state: State) -> None:
    assert check_address(Config(base_url=address)).state is state


def test_an_old_sqlite_is_a_failure() -> None:
    assert check_sqlite((3, 40, 1)).state is State.FAILED
    assert check_sqlite((3, 53, 0)) == Check("SQLite", State.GOOD, "3.53.0")


def test_an_old_database_is_to_be_upgraded(instance: Instance) -> None:
    assert check_migrations(["articles.0002_more"], instance) == Check(
        "migrations",
        State.FAILED,
        "1 not applied yet",
        f"Run redaksi upgrade {instance.directory}.",
    )
