"""The committed annotations are those of the sources, and the rules find what is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from .build import HERE, LANGUAGES, articles, lines
from .rules import faults
from .source import Article, SourceError, read, unmark

ANA = "A = person | Ana Lim | Mayor\n"


def _read(tmp_path: Path, text: str, annotations: str) -> Article:
    path = tmp_path / "article.txt"
    head = "id: x\nstyle: s\ngenre: g\nmarks: straight"
    path.write_text(f"{head}\n=====\n{text}\n=====\n{annotations}", encoding="utf-8")
    return read(path)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lines_are_those_of_the_sources(language: str) -> None:
    """Nobody edits the built files by hand, and no annotation breaks a rule."""
    assert (HERE / f"{language}.jsonl").read_text(encoding="utf-8") == lines(language)


@pytest.mark.parametrize(
    ("language", "least_articles", "least_statements"), [("id", 50, 563), ("en", 26, 320)]
)
def test_the_set_never_shrinks(language: str, least_articles: int, least_statements: int) -> None:
    """Articles are corrected and added, not dropped."""
    read_all = articles(language)
    assert len(read_all) >= least_articles
    assert sum(len(article.statements) for article in read_all) >= least_statements


def test_every_article_has_its_own_id() -> None:
    """Scores are kept by id."""
    ids = [article.head["id"] for language in LANGUAGES for article in articles(language)]
    assert len(set(ids)) == len(ids)


def test_spans_are_offsets_in_the_text_without_marks() -> None:
    """Code points are counted, also beyond the basic plane."""
    assert unmark("😂 ⟦satu⟧, ⟦dua⟧") == ("😂 satu, dua", [(2, 6), (8, 11)])


@pytest.mark.parametrize("marked", ["a ⟧ b", "⟦a ⟦b⟧⟧"])
def test_marks_that_do_not_pair_are_refused(marked: str) -> None:
    """A slip of the annotator does not pass."""
    with pytest.raises(SourceError, match="do not pair"):
        unmark(marked)


def test_a_statement_has_every_field(tmp_path: Path) -> None:
    """The record has the keys of the gold files."""
    text = '"⟦Go⟧," Mayor Ana Lim, alias Nan, told BBN today.'
    speaker = "A = person | Ana Lim | Mayor | Nan\n"
    article = _read(tmp_path, text, speaker + "d A | told | Mayor Ana Lim | BBN | today\n")
    assert list(faults(article)) == []
    assert article.statements == [
        {
            "kind": "direct",
            "quote": "Go",
            "start": 1,
            "end": 3,
            "cue": "told",
            "speaker_mention": "Mayor Ana Lim",
            "speaker": "Ana Lim",
            "speaker_type": "person",
            "role": "Mayor",
            "addressee_or_channel": "BBN",
            "when": "today",
            "aliases": ["Nan"],
        }
    ]


@pytest.mark.parametrize(
    ("text", "annotations", "fault"),
    [
        ("Mayor Ana Lim said ⟦go⟧.", "d A | said | Ana Lim", "follow a quotation mark"),
        ("Mayor Ana Lim said ⟦go⟧.", "p A | said | Ana Lim", "holds no quotation mark"),
        ("Mayor Ana Lim said ⟦go⟧.", "i A | told | Ana Lim", "no cue 'told' nearby"),
        ("Mayor Ana Lim said ⟦go⟧.", "i A | said | she", "no speaker_mention 'she' nearby"),
        ("Mayor Ana Lim said ⟦go⟧.", "i A | said | Lim | BBN", "addressee_or_channel 'BBN'"),
        ("Mayor Ana said ⟦go⟧.", "i A | said | Ana", "of which ['Lim'] is not in the text"),
        ("Mayor Ana Lim said⟦ go⟧.", "i A | said | Ana Lim", "begins or ends with a space"),
    ],
)
def test_each_fault_is_told(tmp_path: Path, text: str, annotations: str, fault: str) -> None:
    """One sentence says which rule an annotation breaks."""
    found = list(faults(_read(tmp_path, text, ANA + annotations)))
    assert len(found) == 1
    assert fault in found[0]


def test_a_span_without_its_line_is_refused(tmp_path: Path) -> None:
    """Marks and lines go together one by one."""
    with pytest.raises(SourceError, match="1 spans but 0 statement lines"):
        _read(tmp_path, "Ana Lim said ⟦go⟧.", ANA)
