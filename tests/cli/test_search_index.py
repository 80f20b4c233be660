"""``redaksi search-index`` makes the index of a newspaper anew."""

from __future__ import annotations

from pathlib import Path

import pytest

from redaksi.cli.screen import Pace, progress
from tests.cli.conftest import Run


def test_the_index_is_made_anew(redaksi: Run, paper: Path) -> None:
    done = redaksi("search-index", paper)

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[-1].endswith(" a second.")


def test_a_newspaper_that_is_none_is_named(redaksi: Run, tmp_path: Path) -> None:
    done = redaksi("search-index", tmp_path / "tiada")

    assert done.returncode == 3
    assert "tiada" in done.stderr


def test_pace_is_counted_from_the_first_report_on(monkeypatch: pytest.MonkeyPatch) -> None:
    moments = iter([100.0, 110.0])
    monkeypatch.setattr("time.monotonic", lambda: next(moments))
    pace = Pace()

    said = [pace.in_words(1000, 10_000), pace.in_words(2000, 10_000)]

    assert said == ["", "100 a second, 0:01:20 left"]


def test_paced_lines_are_about_ten(capsys: pytest.CaptureFixture[str]) -> None:
    with progress("Stories", with_pace=True) as report:
        for done in range(7, 700, 7):
            report(done, 700)
        report(700, 700)

    assert len(capsys.readouterr().out.splitlines()) == 11
