"""What the system refuses is told in the language of the terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from redaksi.instance.reasons import why


@pytest.mark.parametrize(
    ("language", "said"),
    [("id_ID.UTF-8", "berkas atau direktori itu tidak ada"),
     ("C.UTF-8", "there is no such file or directory")],
)  # fmt: skip
def test_a_missing_file_is_told_in_the_language_of_the_terminal(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, language: str, said: str
) -> None:
    monkeypatch.setenv("LC_ALL", language)

    with pytest.raises(FileNotFoundError) as refused:
        (tmp_path / "nowhere").read_bytes()

    assert why(refused.value) == said


def test_what_we_have_no_words_for_is_told_as_the_system_says_it() -> None:
    assert why(OSError(71, "Protocol error")) == "Protocol error"
    assert why(ValueError("embedded null byte")) == "embedded null byte"
