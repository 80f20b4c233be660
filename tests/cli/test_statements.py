"""``redaksi statements`` prints who said what of a text, a page, a list and an archive."""

from __future__ import annotations

import json
import subprocess
import time
from pathlib import Path

import pytest

from redaksi.cli.exits import Exit
from tests.cli.conftest import COMMAND, Run

TEXT = 'Banjir Datang\n\nKENDARI - Air naik.\n\n"Pompa rusak," kata Ketua RT Budi Santoso, Senin.\n'
PAGE = (
    "<html><head><title>Banjir Datang</title></head><body><article><h1>Banjir Datang</h1>"
    "<p>Air naik sejak pagi tadi di dua kampung, dan warga menunggu perahu karet di balai.</p>"
    '<p>"Pompa rusak sejak tiga hari lalu," kata Ketua RT Budi Santoso, Senin, di lokasi.</p>'
    "<p>Warga dua kampung itu menunggu bantuan makanan dan selimut sampai petang hari.</p>"
    "</article></body></html>"
)


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A text file with one statement."""
    path = tmp_path / "banjir.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_text_file_as_a_table_in_under_a_second(redaksi: Run, story: Path) -> None:
    durations = []
    for _turn in range(3):
        started = time.monotonic()
        shown = redaksi("statements", story)
        durations.append(time.monotonic() - started)

    headings = ["Kind", "Speaker", "Role", "Words", "Channel", "Day", "Sure"]
    assert cells(shown.stdout, "┃") == headings
    said = ["direct", "Budi Santoso", "Ketua RT", "Pompa rusak", "", "Senin", "yes"]
    assert cells(shown.stdout, "│") == said
    assert min(durations) < 1


def cells(table: str, border: str) -> list[str]:
    """Return the cells of one row, which takes several lines where the table is narrow."""
    lines = [line.strip(border).split(border) for line in table.splitlines() if line[0] == border]
    return [" ".join(" ".join(column).split()) for column in zip(*lines, strict=True)]


def test_json_has_the_text_and_its_offsets(redaksi: Run, story: Path) -> None:
    record = json.loads(redaksi("statements", story, "--json").stdout)

    [found] = record["statements"]
    assert (record["id"], record["text"]) == (str(story), TEXT)
    assert record["text"][found["start"] : found["end"]] == found["quote"] == "Pompa rusak"
    assert found["confident"] is True


def test_stdin(story: Path) -> None:
    shown = subprocess.run(
        [COMMAND, "statements", "-", "--json"],
        input=story.read_bytes(),
        capture_output=True,
        check=True,
    )

    assert [s["speaker"] for s in json.loads(shown.stdout)["statements"]] == ["Budi Santoso"]


def test_a_saved_page(redaksi: Run, tmp_path: Path) -> None:
    page = tmp_path / "banjir.html"
    page.write_text(PAGE, encoding="utf-8")

    record = json.loads(redaksi("statements", page, "--json").stdout)

    assert record["text"].startswith("Banjir Datang\n\nAir naik")
    assert [s["quote"] for s in record["statements"]] == ["Pompa rusak sejak tiga hari lalu"]


def test_a_list_of_articles_gives_a_line_each(redaksi: Run, tmp_path: Path) -> None:
    listed = tmp_path / "two.jsonl"
    listed.write_text(
        "\n".join(json.dumps({"id": n, "text": TEXT}) for n in ("a", "b")), encoding="utf-8"
    )

    lines = redaksi("statements", listed).stdout.splitlines()

    assert [json.loads(line)["id"] for line in lines] == ["a", "b"]


def test_a_broken_line_of_a_list_is_named_and_loses_no_other(redaksi: Run, tmp_path: Path) -> None:
    listed = tmp_path / "three.jsonl"
    good = [json.dumps({"id": n, "text": TEXT}) for n in ("a", "b")]
    listed.write_text("\n".join([good[0], '{"id": "c"', good[1]]), encoding="utf-8")

    one, all_of_them = redaksi("statements", listed), redaksi("statements", "--dir", tmp_path)

    for shown, beginning in ((one, ""), (all_of_them, "three.jsonl#")):
        records = [json.loads(line) for line in shown.stdout.splitlines()]
        assert [record["id"] for record in records] == [beginning + "a", beginning + "b"]
        assert shown.returncode == 1
        assert "Line 2 of" in shown.stderr


@pytest.mark.parametrize("coding", ["utf-16", "utf-16-le", "utf-8-sig", "cp1252"])
def test_a_text_may_be_in_another_coding(redaksi: Run, tmp_path: Path, coding: str) -> None:
    text, page = tmp_path / "naskah.txt", tmp_path / "naskah.html"
    text.write_bytes(TEXT.encode(coding))
    page.write_bytes(PAGE.encode(coding))

    shown = [json.loads(redaksi("statements", file, "--json").stdout) for file in (text, page)]

    quotes = [[said["quote"] for said in record["statements"]] for record in shown]
    assert quotes == [["Pompa rusak"], ["Pompa rusak sejak tiga hari lalu"]]


def test_half_a_character_is_no_reason_to_stop(redaksi: Run, tmp_path: Path) -> None:
    listed = tmp_path / "half.jsonl"
    listed.write_text(json.dumps({"id": "a", "text": "\ud800 " + TEXT}))

    record = json.loads(redaksi("statements", listed).stdout)

    assert [s["quote"] for s in record["statements"]] == ["Pompa rusak"]


def test_an_archive_with_progress(redaksi: Run, story: Path) -> None:
    (story.parent / "lain").mkdir()
    (story.parent / "lain" / "dua.txt").write_text(TEXT, encoding="utf-8")

    shown = redaksi("statements", "--dir", story.parent)

    records = [json.loads(line) for line in shown.stdout.splitlines()]
    assert [record["id"] for record in records] == ["banjir.txt", "lain/dua.txt"]
    assert shown.stderr.splitlines()[-1].startswith("2 of 2 files, ")
    assert shown.stderr.rstrip().endswith("00:00:00 left")


def test_an_archive_of_which_something_was_left_out_ends_with_a_failure(
    redaksi: Run, story: Path
) -> None:
    (story.parent / "rusak.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\x00\x01" * 100)

    shown = redaksi("statements", "--dir", story.parent)

    assert shown.returncode == 1
    assert [json.loads(line)["id"] for line in shown.stdout.splitlines()] == ["banjir.txt"]
    assert "Of 1 files something was left out" in shown.stderr


def test_a_text_without_statements(redaksi: Run, tmp_path: Path) -> None:
    empty = tmp_path / "kosong.txt"
    empty.write_text("", encoding="utf-8")

    assert redaksi("statements", empty).stdout == "No statements found.\n"


def test_a_file_that_is_not_there(redaksi: Run, tmp_path: Path) -> None:
    shown = redaksi("statements", tmp_path / "tidak-ada.txt")

    assert shown.returncode == Exit.FAILED
    assert shown.stderr.startswith("redaksi: ")
    assert "cannot be read" in shown.stderr
