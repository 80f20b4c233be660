"""``redaksi init`` makes a whole newspaper or says why not, and never hides half a one."""

from __future__ import annotations

import re
import signal
import subprocess
from pathlib import Path

from redaksi.cli.exits import Exit
from redaksi.instance.layout import Instance
from tests.cli.conftest import COMMAND, Founded, Run


def test_a_newspaper_is_made_with_progress_to_watch(founded: Founded) -> None:
    directory, done = founded
    lines = done.stdout.splitlines()
    steps = [line for line in lines if line.startswith("Preparing the database: ")]
    last, total = steps[-1].split(": ")[1].split("/")

    assert Instance.open(directory, environ={}).config.name == "Kabar Uji"
    assert Instance.open(directory, environ={}).is_finished
    assert len(steps) >= 10
    assert last == total
    ready = r"The newspaper is ready: start it with redaksi serve /.+/kabar"
    assert re.fullmatch(ready, lines[-1])


def test_the_first_administrator_may_sign_in_by_link(redaksi: Run, paper: Path) -> None:
    link = redaksi("sign-in", paper, "admin", REDAKSI_BASE_URL="https://kabar.example")

    assert link.returncode == Exit.DONE
    assert link.stdout.startswith("https://kabar.example/redaksi/masuk/")


def test_a_link_for_another_port_is_asked_for_as_the_server_is(redaksi: Run, paper: Path) -> None:
    link = redaksi("sign-in", paper, "admin", "--port", "8611")

    assert link.stdout.startswith("http://127.0.0.1:8611/redaksi/masuk/")


def test_nobody_signs_in_under_an_unknown_name(redaksi: Run, paper: Path) -> None:
    refused = redaksi("sign-in", paper, "siapa")

    assert refused.returncode == Exit.FAILED
    assert refused.stderr.splitlines()[-1] == (
        'redaksi: There is no active user "siapa"; look the name up in the newsroom.'
    )


def test_a_directory_that_is_not_empty_is_refused(redaksi: Run, tmp_path: Path) -> None:
    (tmp_path / "catatan.txt").write_text("penting")

    refused = redaksi("init", tmp_path)

    assert refused.returncode == Exit.NOT_EMPTY
    assert refused.stderr == (
        f"redaksi: {tmp_path} is not empty; choose a new or an empty directory.\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["catatan.txt"]


def test_an_unusable_option_makes_nothing(redaksi: Run, tmp_path: Path) -> None:
    refused = redaksi("init", tmp_path / "kabar", "--timezone", "Bulan")

    assert refused.returncode == Exit.SETTINGS
    assert refused.stderr.startswith('redaksi: --timezone: timezone names no time zone: "Bulan"')
    assert list(tmp_path.iterdir()) == []


def test_a_bad_variable_leaves_nothing_behind(redaksi: Run, tmp_path: Path) -> None:
    refused = redaksi("init", tmp_path / "kabar", REDAKSI_UPLOAD_LIMIT_MB="abc")

    assert refused.returncode == Exit.SETTINGS
    assert "REDAKSI_UPLOAD_LIMIT_MB" in refused.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_database_out_of_reach_is_said_with_what_to_remove(
    redaksi: Run, tmp_path: Path, free_port: int
) -> None:
    directory = tmp_path / "kabar"
    database = f"postgresql://ani:rahasia@127.0.0.1:{free_port}/kabar"

    refused = redaksi("init", directory, "--database", database)

    said = refused.stderr.splitlines()[-1]
    assert refused.returncode == Exit.DATABASE
    assert said.startswith("redaksi: The database cannot be used: connection failed")
    assert said.endswith(
        f"run redaksi doctor {directory}. Remove {directory} before you try again."
    )
    assert "rahasia" not in refused.stderr


def test_ctrl_c_during_init_says_what_to_remove(
    surroundings: dict[str, str], tmp_path: Path
) -> None:
    directory = tmp_path / "kabar"

    interrupted = end_during_migration(directory, surroundings, signal.SIGINT)

    assert interrupted.wait() == Exit.INTERRUPTED
    assert interrupted.stderr.read().splitlines()[-1] == (
        f"redaksi: Remove {directory} before you try again."
    )


def test_a_killed_init_is_recognised_by_every_later_command(
    redaksi: Run,
    surroundings: dict[str, str],
    tmp_path: Path,
) -> None:
    directory = tmp_path / "kabar"
    end_during_migration(directory, surroundings, signal.SIGKILL).wait()

    again = redaksi("init", directory)
    serve = redaksi("serve", directory)

    sentence = (
        f"redaksi: {directory} holds a newspaper whose creation was interrupted; "
        "remove the directory and run redaksi init again.\n"
    )
    assert (again.returncode, again.stderr) == (Exit.NOT_EMPTY, sentence)
    assert (serve.returncode, serve.stderr) == (Exit.SETTINGS, sentence)


def end_during_migration(
    directory: Path, surroundings: dict[str, str], number: int
) -> subprocess.Popen[str]:
    init = subprocess.Popen(
        [COMMAND, "init", directory],
        env=surroundings,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert init.stdout.readline().startswith("Preparing the database")
    init.send_signal(number)
    return init
