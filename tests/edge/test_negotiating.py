"""Accept-Encoding, If-None-Match and Range are read as RFC 9110 has them, whatever comes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redaksi.edge.codings import PREFERRED, Codings, acceptable
from redaksi.edge.conditions import http_date, is_demanded, is_named, is_unchanged_since
from redaksi.edge.ranges import MOST_RANGES, Span, Unsatisfiable, wanted_spans

WEIGHTS = st.sampled_from(["0", "0.001", "0.5", "0.9", "1", "1.000"])
NAMES = st.sampled_from([*PREFERRED, "*", "deflate", "dcb"])


@pytest.mark.parametrize(
    ("header", "best"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate, br", "br"),
        ("gzip", "gzip"),
        ("x-gzip", "gzip"),
        ("GZIP;Q=1", "gzip"),
        ("br;q=0.5, gzip", "gzip"),
        ("br;q=0, *", "zstd"),
        ("*", "br"),
        ("zstd;q=0.3,gzip;q=0.3", "zstd"),
        ("identity;q=1, br;q=0.5", "identity"),
        ("br;q=0.000", "identity"),
        ("br;q=evil", "identity"),
        ("identity;q=0", "identity"),
        ("", "identity"),
        ("*;q=0", "identity"),
        ("*;q=0, gzip;q=0.1", "gzip"),
    ],
)
def test_the_best_coding_is_chosen(header: str, best: str) -> None:
    assert acceptable(header)[0] == best


@given(st.dictionaries(NAMES, WEIGHTS, max_size=6))
def test_no_refused_coding_is_chosen_and_none_of_less_weight(weights: dict[str, str]) -> None:
    header = ", ".join(f"{name};q={weight}" for name, weight in weights.items())

    wanted = acceptable(header)

    given_weights = {name: float(weight) for name, weight in weights.items()}
    others = given_weights.get("*", 0.0)
    of_each = {name: given_weights.get(name, others) for name in PREFERRED}
    of_each["identity"] = given_weights.get("identity", given_weights.get("*", 0.001))
    allowed = {name for name, weight in of_each.items() if weight > 0}
    assert set(wanted) == (allowed or {"identity"})
    ordered = [of_each[name] for name in wanted]
    assert ordered == sorted(ordered, reverse=True)


@given(st.text(st.characters(max_codepoint=0xFF)))
def test_any_text_means_something_and_always_the_same(header: str) -> None:
    codings = Codings()
    came = header.encode("latin-1")

    assert codings[came] == codings[came] == acceptable(header)
    assert set(acceptable(header)) <= set(PREFERRED)


def test_only_short_and_not_too_many_values_are_remembered() -> None:
    codings = Codings()

    for number in range(3000):
        assert codings[b"br, x%d" % number][0] == "br"
    codings[b"br," * 200]

    assert len(codings) <= 1000
    assert max(map(len, codings)) <= 200


TAGS = st.text(st.characters(min_codepoint=0x23, max_codepoint=0x7E), max_size=12)


@given(st.lists(st.tuples(st.booleans(), TAGS), min_size=1, max_size=6), TAGS, st.booleans())
def test_a_list_of_tags_is_compared_weakly(
    listed: list[tuple[bool, str]], own: str, is_weak: bool
) -> None:
    header = ",".join(f' {"W/" * weak}"{text}" ' for weak, text in listed)

    assert is_named(header, f'{"W/" * is_weak}"{own}"') == (own in [text for _weak, text in listed])


@pytest.mark.parametrize("header", [', "1-1"', '"2-2",,"1-1"', '"2-2", ,W/"1-1",'])
def test_empty_members_of_a_list_are_passed_over(header: str) -> None:
    assert is_named(header, 'W/"1-1"')
    assert is_demanded(header, '"1-1"') == ("W/" not in header)


@given(st.text())
def test_any_condition_is_survived(header: str) -> None:
    is_named(header, '"1-1"')
    is_unchanged_since(header, 0)


def test_a_star_names_everything() -> None:
    assert is_named(" * ", 'W/"1-1"')


def test_dates_are_compared_to_the_second() -> None:
    date = http_date(1_000_000_000)

    assert date == "Sun, 09 Sep 2001 01:46:40 GMT"
    assert [is_unchanged_since(date, 1_000_000_000 + more) for more in (-1, 0, 1)] == [
        True,
        True,
        False,
    ]


@given(st.text() | st.from_regex(r"bytes=[0-9, -]*", fullmatch=True), st.integers(0, 10_000))
def test_any_range_lies_within_the_file(header: str, size: int) -> None:
    try:
        spans = wanted_spans(header, size)
    except Unsatisfiable:
        return

    assert len(spans) <= MOST_RANGES
    assert all(0 <= span.first <= span.last < size for span in spans)


@given(st.integers(0, 500), st.integers(0, 500), st.integers(1, 400))
def test_a_range_is_what_slicing_says(first: int, more: int, size: int) -> None:
    content = bytes(number % 256 for number in range(size))
    expected = content[first : first + more + 1]
    header = f"bytes={first}-{first + more}"

    if not expected:
        with pytest.raises(Unsatisfiable):
            wanted_spans(header, size)
        return
    [span] = wanted_spans(header, size)

    assert content[span.first : span.last + 1] == expected
    assert span == Span(first, first + len(expected) - 1)
