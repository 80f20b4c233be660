"""The worker asks the database for work when somebody wrote to it, or when a second is over."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import close_old_connections, connection

from redaksi.articles.models import Agency
from redaksi.cli import changes
from redaksi.cli.changes import Changes
from redaksi.cli.complaining import Complaints


@pytest.fixture
def committing(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Let what is written be seen by other connections, and clear it away."""
    with django_db_blocker.unblock():
        yield
        Agency.objects.filter(name="KABAR").delete()
        connection.close()


@pytest.fixture
def looking(committing: None) -> Iterator[Changes]:
    """The worker's eye on the database."""
    looking = Changes()
    yield looking
    looking.close()


def elsewhere() -> None:
    """Write through a connection of another thread."""

    def write() -> None:
        Agency.objects.create(name="KABAR", credit_text="KABAR")
        connection.close()

    thread = threading.Thread(target=write)
    thread.start()
    thread.join()


def seen_by(looking: Changes) -> bool:
    """Look as the worker does, which closes its connections after each piece of work."""
    found: list[bool] = []
    Complaints().attempt(lambda: found.append(looking.have_come()), "")
    close_old_connections()
    return found[0]


def test_what_others_wrote_is_noticed_once(
    looking: Changes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes, "SECONDS_OF_TRUST", 3600)
    monkeypatch.setattr(changes, "SECONDS_BETWEEN_GUESSES", 3600)
    seen_by(looking)

    quiet = seen_by(looking)
    elsewhere()
    loud, after = seen_by(looking), seen_by(looking)

    tells = connection.vendor == "sqlite"
    assert (quiet, loud, after) == (False, tells, False)


def test_what_the_worker_wrote_itself_is_noticed_too(
    looking: Changes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes, "SECONDS_OF_TRUST", 3600)
    monkeypatch.setattr(changes, "SECONDS_BETWEEN_GUESSES", 0)
    seen_by(looking)

    Agency.objects.create(name="KABAR", credit_text="KABAR")

    assert seen_by(looking)


def test_nobody_trusts_the_number_for_long(
    looking: Changes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(changes, "SECONDS_OF_TRUST", 0)
    monkeypatch.setattr(changes, "SECONDS_BETWEEN_GUESSES", 0)

    assert seen_by(looking)
    assert seen_by(looking)
