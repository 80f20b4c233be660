"""Without a terminal everything is plain lines."""

from __future__ import annotations

import pytest

from redaksi.cli.screen import complain, progress, table


def test_progress_is_about_ten_lines(capsys: pytest.CaptureFixture[str]) -> None:
    with progress("Preparing") as report:
        for done in range(1, 26):
            report(done, 25)

    lines = capsys.readouterr().out.splitlines()
    assert lines == [f"Preparing: {done}/25" for done in [*range(2, 26, 2), 25]]


def test_progress_of_few_steps_shows_each(capsys: pytest.CaptureFixture[str]) -> None:
    with progress("Preparing") as report:
        report(1, 2)
        report(2, 2)

    assert capsys.readouterr().out == "Preparing: 1/2\nPreparing: 2/2\n"


def test_a_table_is_one_line_a_row(capsys: pytest.CaptureFixture[str]) -> None:
    table(["Check", "State"], [["disk", "good", ""], ["clock", "failed", "Set it."]])

    assert capsys.readouterr().out == "disk: good\nclock: failed: Set it.\n"


def test_a_terminal_gets_a_grid_with_every_sign_as_written(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdout.isatty", lambda: True)

    table(["Check"], [['write [bold]["10.0.0.1"]']])

    assert '│ write [bold]["10.0.0.1"] │' in capsys.readouterr().out


def test_a_complaint_goes_to_the_error_stream(capsys: pytest.CaptureFixture[str]) -> None:
    complain("Too bad.")

    assert capsys.readouterr() == ("", "redaksi: Too bad.\n")
