"""The database's engine finds what the plainest engine there can be finds."""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from redaksi.search.choosing import engine
from redaksi.search.engine import Engine, Phrase, TooSlow, Wanted
from redaksi.search.entries import Entry, Traits, mark, place_of
from redaksi.search.query import NotAQuery, read_query
from redaksi.search.ranking import best
from tests.search.memory import Memory
from tests.search.stories import NOON, entry, wanted

pytestmark = pytest.mark.django_db

VOCABULARY = ["umum", "mengumumkan", "rawa", "jembatan", "buku-buku", "Jum'at", "2026", "café"]
TEXTS = st.lists(st.sampled_from(VOCABULARY), max_size=6).map(" ".join)
QUERIES = st.lists(
    st.sampled_from([*VOCABULARY, '"umum rawa"', '"rawa"', "-rawa", '-"umum rawa"', "bukubuku"]),
    min_size=1,
    max_size=4,
).map(" ".join)


@pytest.fixture
def index() -> Iterator[Engine]:
    """The engine, with nothing in it but what a test puts there."""
    with transaction.atomic():
        yield engine()
        transaction.set_rollback(True)


def keys(index: Engine, what: Wanted, most: int = 100) -> list[int]:
    return [hit.key for hit in index.newest(what, most=most)]


def test_words_phrases_and_exclusions(index):
    index.put(
        [
            entry(1, "Gubernur mengumumkan jembatan", "Rawa besar."),
            entry(2, "Pengumuman harga", "Jembatan rawa besar."),
            entry(3, "Banjir"),
        ]
    )

    asked = ["umumkan", '"mengumumkan"', '"rawa besar" jembatan', "jembatan -harga", "besar rob"]
    assert [keys(index, wanted(text)) for text in asked] == [[2, 1], [1], [2, 1], [1], []]


def test_a_phrase_does_not_reach_from_the_headline_into_the_text(index):
    index.put([entry(1, "Jembatan", "rawa")])

    assert keys(index, wanted('"jembatan rawa"')) == []


def test_english_stories_have_english_stems(index):
    index.put([entry(1, "Bridges opened", language="en"), entry(2, "Bridges opened")])

    assert keys(index, wanted("bridge opening")) == [1]


def test_drafts_are_found_only_when_they_are_asked_for(index):
    index.put([entry(1, "rawa", is_live=False), entry(2, "rawa"), entry(3, "rawa", is_live=False)])

    assert keys(index, wanted("rawa")) == [2]
    assert keys(index, wanted("rawa", with_drafts=True)) == [3, 2, 1]
    assert keys(index, wanted("rawa", with_drafts=True), most=2) == [3, 2]


def test_a_story_is_found_by_what_it_says_now(index):
    index.put([entry(1, "rawa")])
    index.put([entry(1, "banjir")])

    found = [keys(index, wanted(text)) for text in ("rawa", "banjir")]
    index.remove([1])

    assert [*found, keys(index, wanted("banjir"))] == [[], [1], []]


def test_taken_offline_a_story_is_found_by_the_desk_alone(index):
    index.put([entry(1, "rawa")])
    index.put([entry(1, "rawa", is_live=False)])

    assert keys(index, wanted("rawa")) == []
    assert keys(index, wanted("rawa", with_drafts=True)) == [1]


def test_stories_of_one_moment_all_have_places(index):
    index.put([entry(key, "rawa", moment=NOON) for key in range(1, 601)])
    index.put([entry(key, "rawa", moment=NOON) for key in range(300, 310)])

    places = [hit.place for hit in index.newest(wanted("rawa"), most=1000)]

    assert places == list(range(place_of(NOON) + 599, place_of(NOON) - 1, -1))


def test_places_are_read_on_from(index):
    index.put([entry(key, "rawa") for key in range(1, 6)])
    everything = wanted("rawa")
    second = index.newest(everything, most=2)[-1]

    assert keys(index, everything.behind(second.place)) == [3, 2, 1]
    since = place_of(NOON + datetime.timedelta(minutes=3))
    assert keys(index, wanted("rawa", since=since, before=second.place)) == [3]


def test_marks_narrow_and_words_cannot_name_them(index):
    index.put(
        [
            entry(1, "rawa", traits=Traits(3, "opinion", 7, (9, 11))),
            entry(2, "rawa section 3 kind opinion", traits=Traits(33, "news")),
        ]
    )
    marks = [mark("section", 3), mark("kind", "opinion"), mark("person", 11), mark("agency", 7)]

    found = [keys(index, Wanted(((Phrase((token,)),),))) for token in marks]

    assert found == [[1]] * 4
    assert [(hit.key, traits) for hit, traits in index.traits(wanted("rawa"), most=10)] == [
        (2, Traits(33, "news")),
        (1, Traits(3, "opinion", 7, (9, 11))),
    ]


def test_the_headline_is_worth_more_than_the_text(index):
    index.put([entry(1, "Jembatan rawa"), entry(2, "Banjir", "jauh dari rawa")])

    terms = [(Phrase(("rawa",), in_headline=True),)]

    hits = index.newest(wanted("rawa"), most=10)
    assert [hit.key for hit in best(index, wanted("rawa"), terms, hits)] == [1, 2]
    assert [hit.key for hit in best(index, wanted("rawa"), terms, hits[:1])] == [2]


def test_a_beginning_finds_the_word(index):
    index.put([entry(1, "Jembatan"), entry(2, "Jembut")])

    assert keys(index, Wanted(((Phrase(("=jemba",), is_prefix=True),),))) == [1]


def test_a_story_of_any_length_is_taken(index):
    index.put([entry(1, "rawa", "kata " * 40_000 + "ekor"), entry(2, "x" * 255, "y" * 100_000)])

    assert keys(index, wanted("kata")) == [1]


def test_a_search_has_an_end(index, monkeypatch):
    monkeypatch.setattr("redaksi.search.fts5.STEPS", 1)
    index.put([entry(1, "rawa")])

    with pytest.raises(TooSlow), transaction.atomic(), index.limit(0.001):
        spend_time()


def spend_time() -> None:
    """Count so far that any database needs longer."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30000000)"
            " SELECT count(*) FROM n"
        )


def test_putting_in_order_loses_nothing(index):
    for key in range(1, 30):
        index.put([entry(key, "rawa")])

    index.settle()

    assert keys(index, wanted("rawa")) == list(range(29, 0, -1))


@given(texts=st.lists(st.tuples(TEXTS, TEXTS, st.booleans()), max_size=5), query=QUERIES)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_the_database_and_the_plain_engine_agree(texts, query, index):
    plain = Memory()
    entries: list[Entry] = [
        entry(key, headline, text, is_live=is_live)
        for key, (headline, text, is_live) in enumerate(texts, 1)
    ]
    try:
        asked = [wanted(query), wanted(query, with_drafts=True)]
        terms = [term.in_headline for term in read_query(query).wanted]
    except NotAQuery:
        return
    with transaction.atomic():
        index.remove(range(1, 10))
        for each in (index, plain):
            each.put(entries)

        found = [[each.newest(what, most=100) for what in asked] for each in (index, plain)]

    assert found[0] == found[1]
    ranked = [
        [best(each, what, terms, hits[:3]) for what, hits in zip(asked, found[0], strict=True)]
        for each in (index, plain)
    ]
    assert ranked[0] == ranked[1]


@given(text=st.text(max_size=300))
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_breaks_the_engine(text, index):
    index.put([entry(1, text, text)])
    try:
        asked = wanted(text)
    except NotAQuery:
        return

    assert keys(index, asked) == [1] if asked.all_of and not asked.none_of else True
