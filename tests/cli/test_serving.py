"""A newspaper is served by real processes: started, watched, stopped."""

from __future__ import annotations

import http.client
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from pysqlite3 import dbapi2 as sqlite

from redaksi.cli.exits import Exit
from tests.cli.conftest import COMMAND, Founded, Run
from tests.ports import unused_port
from tests.waiting import wait_until

SECONDS_FOR_A_START = 60
PROCESSES = ["redaksi.cli.edge", "redaksi.cli.web", "redaksi.cli.worker"]
ERRANDS = """
from pathlib import Path

from django_tasks import task


@task
def write(path: str) -> None:
    Path(path).write_text("done")
"""


@dataclass
class Served:
    """A running ``redaksi serve`` and what it has printed up to the announcement's end."""

    process: subprocess.Popen[str]
    paper: Path
    port: int
    printed: list[str] = field(default_factory=list)

    def get(self, path: str) -> int:
        """Return the status of a GET request."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request("GET", path)
            return connection.getresponse().status
        finally:
            connection.close()

    def stop(self, number: int) -> tuple[int, float]:
        """Send a signal; return the exit code and how long the end took."""
        started = time.monotonic()
        self.process.send_signal(number)
        return self.process.wait(timeout=30), time.monotonic() - started

    def children(self) -> dict[int, str]:
        """Return the supervisor's children: process id and module."""
        return {pid: module_of(pid) for pid in children_of(self.process.pid)}


def children_of(pid: int) -> list[int]:
    return [int(text) for text in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def module_of(pid: int) -> str:
    arguments = Path(f"/proc/{pid}/cmdline").read_text().split("\0")
    return next((name for name in arguments if name in PROCESSES), "")


Serve = Callable[..., Served]


@pytest.fixture(scope="module")
def start(surroundings: dict[str, str]) -> Iterator[Serve]:
    """Serve a newspaper and wait for the announcement; everything is stopped at the end."""
    running: list[subprocess.Popen[str]] = []

    def start(paper: Path, port: int, **variables: str) -> Served:
        process = subprocess.Popen(
            [COMMAND, "serve", paper, "--port", str(port)],
            env={**surroundings, **variables},
            stdout=subprocess.PIPE,
            text=True,
        )
        running.append(process)
        served = Served(process, paper, port)
        assert process.stdout is not None
        for line in process.stdout:
            served.printed.append(line.rstrip("\n"))
            if line == "Stop with Ctrl-C.\n":
                break
        return served

    yield start
    for process in running:
        if process.poll() is None:
            process.terminate()
        process.wait(timeout=30)
        assert process.stdout is not None
        process.stdout.close()


@pytest.fixture(scope="module")
def served(start: Serve, founded: Founded, tmp_path_factory: pytest.TempPathFactory) -> Served:
    """A newspaper that is being served, for the tests that leave it running."""
    directory = tmp_path_factory.mktemp("served")
    (directory / "errands.py").write_text(ERRANDS)
    paper = Path(shutil.copytree(founded[0], directory / "kabar"))
    return start(paper, unused_port(), PYTHONPATH=str(directory))


def test_readers_are_answered(served: Served) -> None:
    assert (served.get("/"), served.get("/tidak-ada/")) == (200, 404)


def test_the_announcement_has_all_addresses(served: Served) -> None:
    own = f"http://127.0.0.1:{served.port}"

    link = served.printed[3].removeprefix(f"  First sign-in: {own}")

    assert re.fullmatch(r"/redaksi/masuk/\w+/[\w-]+/", link)
    assert served.get(link) == 200
    assert served.printed == [
        "Kabar Uji is being served.",
        f"  Readers:  {own}/",
        f"  Newsroom: {own}/redaksi/",
        f"  First sign-in: {own}{link}",
        "  (the link works once, within 24 hours)",
        "Stop with Ctrl-C.",
    ]


def test_a_sign_in_link_leads_to_where_the_newspaper_runs(served: Served, redaksi: Run) -> None:
    link = redaksi("sign-in", served.paper, "admin").stdout.strip()

    assert link.startswith(f"http://127.0.0.1:{served.port}/")
    assert served.get(link.partition(str(served.port))[2]) == 200


def test_the_worker_does_queued_tasks(served: Served, redaksi: Run, tmp_path: Path) -> None:
    note = tmp_path / "note"
    program = f"import errands; errands.write.enqueue({str(note)!r})"
    errands = str(served.paper.parent)

    queued = redaksi("manage", served.paper, "shell", "-c", program, PYTHONPATH=errands)

    assert queued.returncode == 0, queued.stderr
    assert wait_until(lambda: note.exists() and note.read_text() == "done")


PUBLISHING = """
from redaksi.articles.models import Article
from redaksi.articles.publishing import publish
from redaksi.newsroom.models import Section
from wagtail.models import Locale
section, _made = Section.objects.get_or_create(slug="uji", defaults={"name": "Uji"})
article = Article(section=section, headline="Uji", locale=Locale.objects.first())
article.body = [("paragraph", "<p>Jembatan dibuka, kata juru bicara.</p>")]
article.save()
article.save_revision()
publish(article, by=None)
article.refresh_from_db()
print(article.url)
"""
UNPUBLISHING = """
from redaksi.articles.models import Article
from redaksi.articles.publishing import unpublish
for article in Article.objects.filter(live=True):
    unpublish(article)
"""


def test_the_worker_notices_every_change_that_others_make(served: Served, redaksi: Run) -> None:
    pages = []
    for _story in range(2):
        published = redaksi("manage", served.paper, "shell", "--no-imports", "-c", PUBLISHING)
        assert published.returncode == 0, published.stderr
        address = published.stdout.strip().splitlines()[-1]
        pages.append(served.paper / "pages" / "tree" / f"{address.strip('/')}.html.gz")
        assert wait_until(pages[-1].exists), published.stderr

    redaksi("manage", served.paper, "shell", "--no-imports", "-c", UNPUBLISHING)

    assert wait_until(lambda: not any(page.exists() for page in pages))


def test_a_round_that_fails_does_not_end_the_worker(served: Served) -> None:
    worker = next(pid for pid, name in served.children().items() if name == "redaksi.cli.worker")

    with sqlite.connect(served.paper / "db.sqlite3", isolation_level=None) as database:
        database.execute("ALTER TABLE wagtailcore_revision RENAME TO elsewhere")
        time.sleep(2.5)
        database.execute("ALTER TABLE elsewhere RENAME TO wagtailcore_revision")
    database.close()

    assert served.children().get(worker) == "redaksi.cli.worker"


@pytest.mark.parametrize("module", PROCESSES)
def test_a_killed_process_is_started_again(served: Served, module: str) -> None:
    killed = next(pid for pid, name in served.children().items() if name == module)

    os.kill(killed, signal.SIGKILL)

    def is_back() -> bool:
        others = {pid for pid, name in served.children().items() if name == module}
        return bool(others - {killed})

    assert wait_until(is_back)
    assert wait_until(lambda: answers(served))


def test_who_connects_while_the_edge_is_dead_waits_and_is_answered(served: Served) -> None:
    assert wait_until(lambda: answers(served))
    edge = next(pid for pid, name in served.children().items() if name == "redaksi.cli.edge")

    os.killpg(edge, signal.SIGKILL)

    assert [served.get("/") for _reader in range(5)] == [200] * 5


def test_the_children_end_with_a_killed_supervisor(served: Served) -> None:
    """The last of the tests on the newspaper that is being served."""
    children = served.children()

    served.process.kill()

    assert sorted(children.values()) == PROCESSES
    assert wait_until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in children))
    assert wait_until(lambda: not answers(served))


def test_it_ends_cleanly_and_a_later_start_finds_everything_as_it_was(
    start: Serve, paper: Path, free_port: int
) -> None:
    """No second founding, no migration, no link for who has signed in: a start only reads."""
    by_sigterm = start(paper, free_port).stop(signal.SIGTERM)
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", free_port))
    sign_somebody_in(paper)
    before = contents_of(paper)

    again = start(paper, free_port)
    visitor = socket.create_connection(("127.0.0.1", free_port))
    by_ctrl_c = again.stop(signal.SIGINT)
    visitor.close()

    for code, seconds in (by_sigterm, by_ctrl_c):
        assert (code, seconds < 5) == (Exit.DONE, True)
    assert contents_of(paper) == before
    assert [line for line in again.printed if "sign-in" in line] == []


def sign_somebody_in(paper: Path) -> None:
    with sqlite.connect(paper / "db.sqlite3") as database:
        database.execute("UPDATE newsroom_user SET last_login = '2026-01-30 07:00:00'")
    database.close()


def contents_of(paper: Path) -> dict[str, list[tuple[object, ...]]]:
    """Return the rows of the tables that founding and migrating write."""
    asked = {
        "django_migrations": "id, app, name, applied",
        "newsroom_user": "id, username, last_login",
        "wagtailcore_page": "id, title, live",
        "wagtailcore_site": "id, hostname, port",
    }
    with sqlite.connect(paper / "db.sqlite3") as database:
        found = {
            table: database.execute(f"SELECT {columns} FROM {table} ORDER BY 1").fetchall()  # noqa: S608
            for table, columns in asked.items()
        }
    database.close()
    return found


def test_a_port_in_use_is_said_before_anything_starts(redaksi: Run, paper: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])

        refused = redaksi("serve", paper, "--port", port)

    assert (refused.returncode, refused.stdout) == (Exit.PORT_TAKEN, "")
    assert refused.stderr == (
        f"redaksi: Port {port} is in use already; choose another with --port.\n"
    )


def test_a_database_behind_the_program_is_not_served(
    redaksi: Run, paper: Path, free_port: int
) -> None:
    (paper / "db.sqlite3").unlink()

    refused = redaksi("serve", paper, "--port", str(free_port))

    assert refused.returncode == Exit.NEEDS_UPGRADE
    assert refused.stderr.splitlines()[-1] == (
        f"redaksi: The database is older than the program; run redaksi upgrade {paper}."
    )


def answers(served: Served) -> bool:
    try:
        return served.get("/") == 200
    except OSError:
        return False


def test_the_doctor_finds_a_fresh_newspaper_healthy(redaksi: Run, paper: Path) -> None:
    told = redaksi("doctor", paper, "--json")
    checks = json.loads(told.stdout)

    assert told.returncode == Exit.DONE
    assert [check for check in checks if check["state"] == "failed"] == []
    assert {"settings", "secret", "SQLite", "database", "migrations", "tasks"} <= {
        check["name"] for check in checks
    }


def test_the_doctor_fails_on_a_database_behind_the_program(redaksi: Run, paper: Path) -> None:
    (paper / "db.sqlite3").unlink()
    (paper / "secret.key").chmod(0o644)

    told = redaksi("doctor", paper, "--json")
    faults = [check["name"] for check in json.loads(told.stdout) if check["state"] == "failed"]

    assert (told.returncode, faults) == (Exit.FAILED, ["secret", "migrations"])
