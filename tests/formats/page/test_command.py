"""The command `redaksi read-page`."""

import argparse
import io
import json

import pytest

from redaksi.cli import read_page
from redaksi.cli.exits import CommandFailed
from tests.formats.page.shapes import HEADLINE, PAGES, STORY


def run(*words):
    parser = argparse.ArgumentParser()
    read_page.add_parser(parser.add_subparsers())
    given = parser.parse_args(["read-page", *words])
    return given.func(given)


def test_json_has_every_field(capsys):
    code = run(str(PAGES / "seed_shape.txt"), "--json")

    found = json.loads(capsys.readouterr().out)
    assert code == 0
    assert (found["headline"], found["section"]) == (HEADLINE, "PILKADA")
    assert found["section_confidence"] < 0.5
    assert (found["page_date"], found["story_date"]) == ("2024-10-11", "2022-06-04")
    assert (found["credit_line"], found["rating"], found["language"]) == ("REUTERS", None, "id")
    assert len(found["paragraphs"]) == 4
    assert found["dropped"][0] == {"text": "Friday, 11 October 2024", "why": "date"}
    assert found["confidence"]["section"] == found["section_confidence"]


def test_text_marks_what_is_unsure(capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "C")

    run(str(PAGES / "seed_shape.txt"))

    shown = capsys.readouterr().out
    assert f"Headline: {HEADLINE}\nSection: PILKADA  (please check)\n" in shown
    assert (
        "“Kami tidak menolak wisata. Kami hanya minta jalurnya digeser dua ratus meter.”" in shown
    )


def test_the_remark_is_in_the_language_of_the_terminal(capsys, monkeypatch):
    monkeypatch.setenv("LC_ALL", "id_ID.UTF-8")

    run(str(PAGES / "seed_shape.txt"))

    assert "PILKADA  (mohon diperiksa)\n" in capsys.readouterr().out


def test_standard_input_is_read(capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(STORY.encode())))

    run("-", "--json")

    assert json.loads(capsys.readouterr().out)["headline"] == HEADLINE


PROBLEMS = {
    "empty_page": b"",
    "page_too_large": b"a " * 1_500_000,
    "binary_file": b"%PDF-1.4",
    "no_article_found": b"Beranda\nBagikan\n",
}


@pytest.mark.parametrize("code", PROBLEMS)
def test_problem_is_one_sentence(code, tmp_path):
    page = tmp_path / "page"
    page.write_bytes(PROBLEMS[code])

    with pytest.raises(CommandFailed) as failure:
        run(str(page))

    assert failure.value.code == 1
    assert str(failure.value).count(".") == 1


def test_a_file_of_no_known_kind_is_refused_without_a_foreign_word(tmp_path):
    page = tmp_path / "page"
    page.write_bytes(bytes(range(256)) * 50)

    with pytest.raises(CommandFailed) as failure:
        run(str(page))

    assert str(failure.value).count(".") == 1
    assert "unknown" not in str(failure.value)


@pytest.mark.parametrize("code", PROBLEMS)
def test_problem_is_json_for_programs(code, tmp_path, capsys):
    page = tmp_path / "page"
    page.write_bytes(PROBLEMS[code])

    assert run(str(page), "--json") == 1
    assert json.loads(capsys.readouterr().out)["error"] == code


def test_missing_file_is_named(tmp_path, capsys):
    missing = str(tmp_path / "tidak-ada.html")

    with pytest.raises(CommandFailed, match="tidak-ada"):
        run(missing)
    assert run(missing, "--json") == 1
    assert json.loads(capsys.readouterr().out)["error"] == "file_not_read"
