"""The worker asks the database for work only when somebody wrote to it, or the clock says so."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any

import pytest
from django.db import connection

from redaksi.articles.models import Agency
from redaksi.cli.changes import Changes


def elsewhere(name: str) -> None:
    """Write through a connection of another thread."""

    def write() -> None:
        Agency.objects.create(name=name, credit_text=name)
        connection.close()

    thread = threading.Thread(target=write)
    thread.start()
    thread.join()


@pytest.fixture
def committing(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Let what is written be seen by other connections, and clear it away."""
    with django_db_blocker.unblock():
        yield
        Agency.objects.filter(name="KABAR").delete()
        connection.close()


def test_what_others_wrote_is_noticed_once(committing: None) -> None:
    changes = Changes()
    changes.have_come()

    quiet = changes.have_come()
    elsewhere("KABAR")
    loud, after = changes.have_come(), changes.have_come()

    tells = connection.vendor == "sqlite"
    assert (quiet, loud, after) == (not tells, True, not tells)
