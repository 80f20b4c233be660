"""What is typed is read as words, "exact words" and -without, whatever else stands there."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redaksi.search.engine import Phrase
from redaksi.search.query import (
    LONGEST,
    MOST_TERMS,
    NotAQuery,
    OnlyExclusions,
    Query,
    Term,
    TooLong,
    TooManyTerms,
    read_query,
)


def word(*words: str) -> Term:
    return Term(words)


def exact(*words: str) -> Term:
    return Term(words, is_exact=True)


@pytest.mark.parametrize(
    ("text", "query"),
    [
        ("", Query()),
        ("jembatan rawa", Query((word("jembatan"), word("rawa")))),
        ('"Jembatan Rawa" baru', Query((exact("jembatan", "rawa"), word("baru")))),
        ("“jembatan rawa”", Query((exact("jembatan", "rawa"),))),
        ('banjir "tanpa tutup', Query((word("banjir"), exact("tanpa", "tutup")))),
        ("banjir -rob", Query((word("banjir"),), (word("rob"),))),
        ('banjir -"rob besar"', Query((word("banjir"),), (exact("rob", "besar"),))),
        ("buku-buku", Query((word("buku", "buku"),))),
        ('OR AND NOT * ^ : ( ) " - -- \x00', Query((word("or"), word("and"), word("not")))),
        ("- banjir", Query((word("banjir"),))),
        ('""', Query()),
    ],
)
def test_a_query_is_read(text, query):
    assert read_query(text) == query


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a" * (LONGEST + 1), TooLong),
        ("a " * (MOST_TERMS + 1), TooManyTerms),
        ("-banjir", OnlyExclusions),
        ("-" * 50 + "banjir", OnlyExclusions),
    ],
)
def test_what_cannot_be_looked_for_is_refused(text, problem):
    with pytest.raises(problem):
        read_query(text)


def test_a_word_is_looked_for_by_its_stems_and_a_quotation_as_written():
    (loose,), (quoted,) = read_query("pengumuman").groups(), read_query('"pengumuman"').groups()

    assert loose == (Phrase(("umum",)), Phrase(("pengumuman",)))
    assert quoted == (Phrase(("=pengumuman",)),)


def test_only_the_last_word_of_an_unfinished_query_is_a_beginning():
    first, last = read_query("banjir jemb").groups(is_unfinished=True)

    assert [phrase.is_prefix for phrase in first] == [False]
    assert last[-1] == Phrase(("=jemb",), is_prefix=True)


@given(st.text(max_size=LONGEST))
def test_any_text_is_a_query_or_is_refused(text):
    try:
        query = read_query(text)
    except NotAQuery:
        return
    assert all(term.words for term in (*query.wanted, *query.unwanted))
