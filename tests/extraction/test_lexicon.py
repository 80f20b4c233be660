"""A newsroom adds words in its own file, and takes some out."""

from __future__ import annotations

from pathlib import Path

import pytest

from redaksi.extraction import LANGUAGES, LexiconError, extract
from redaksi.extraction.lexicon import load
from redaksi.extraction.lexicon.flags import BY_SECTION
from redaksi.extraction.lexicon.reading import Sections, read_sections

HOME = Path(load.__code__.co_filename).parent


def test_a_word_of_the_newsrooms_own(tmp_path: Path) -> None:
    own = tmp_path / "kata.txt"
    own.write_text("# dari redaksi\n[after]\nsergap\n", encoding="utf-8")
    text = '"Air naik," sergap Budi Santoso.'

    assert [s.cue for s in extract(text, words=[own])] == ["sergap"]


def test_a_word_taken_out(tmp_path: Path) -> None:
    own = tmp_path / "kata.txt"
    own.write_text("[before]\n-mengatakan\n", encoding="utf-8")

    assert extract("Budi Santoso mengatakan air naik dua meter.", words=[own]) == []


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"kata\n", "kata.txt, line 1: put a [section] before the words."),
        (b"[after]\n\xff\n", "kata.txt is not UTF-8: save it as UTF-8."),
    ],
)
def test_a_file_that_cannot_be_read(tmp_path: Path, content: bytes, sentence: str) -> None:
    own = tmp_path / "kata.txt"
    own.write_bytes(content)

    with pytest.raises(LexiconError) as problem:
        load("id", [own])

    assert str(problem.value) == sentence


def test_a_language_without_words() -> None:
    with pytest.raises(LexiconError):
        extract("Text.", "xx")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_section_of_our_files_is_known(language: str) -> None:
    sections: Sections = {}
    for path in (HOME / language).glob("*.txt"):
        read_sections(path, sections)

    assert sections.keys() - BY_SECTION.keys() <= {"speaks_for"}
