"""The shipped vocabularies are whole: every term once, with its parent and both names."""

from __future__ import annotations

import re
from collections import Counter

from redaksi.articles.vocabularies.reading import (
    media_topics_release,
    read_agencies,
    read_media_topics,
)

TERMS_UNDER = {
    "medtop:01000000": 3,
    "medtop:02000000": 4,
    "medtop:03000000": 3,
    "medtop:04000000": 5,
    "medtop:05000000": 12,
    "medtop:06000000": 6,
    "medtop:07000000": 9,
    "medtop:08000000": 8,
    "medtop:09000000": 7,
    "medtop:10000000": 3,
    "medtop:11000000": 6,
    "medtop:12000000": 8,
    "medtop:13000000": 8,
    "medtop:14000000": 13,
    "medtop:15000000": 12,
    "medtop:16000000": 9,
    "medtop:17000000": 4,
}
"""Terms in use of IPTC's release of 2 July 2026."""

RETIRED = {
    "medtop:20000119",
    "medtop:20000160",
    "medtop:20000167",
    "medtop:20000411",
    "medtop:20000493",
    "medtop:20000497",
    "medtop:20000502",
    "medtop:20000647",
    "medtop:20000649",
    "medtop:20000687",
    "medtop:20000689",
}
"""Terms that IPTC's file still lists under their parents, marked as retired."""


def test_media_topics_are_those_of_the_release() -> None:
    topics = read_media_topics()

    assert media_topics_release() == "2026-07-02"
    assert Counter(topic.parent for topic in topics) == {None: 17} | TERMS_UNDER
    assert {topic.qcode for topic in topics if topic.parent is None} == set(TERMS_UNDER)
    assert {topic.qcode for topic in topics} & RETIRED == set()


def test_each_topic_stands_once_and_after_its_parent() -> None:
    seen: set[str | None] = {None}
    for topic in read_media_topics():
        assert re.fullmatch(r"medtop:\d{8}", topic.qcode)
        assert topic.parent in seen
        assert topic.qcode not in seen
        seen.add(topic.qcode)


def test_topics_have_their_own_name_in_both_languages() -> None:
    topics = read_media_topics()
    english = Counter(topic.name_en for topic in topics)
    indonesian = Counter(topic.name_id for topic in topics)

    assert all(name == name.strip() != "" for name in english | indonesian)
    assert [name for name, times in english.items() if times > 1] == []
    assert [name for name, times in indonesian.items() if times > 1] == []


def test_topics_carry_iptc_names_and_ours() -> None:
    names = {topic.qcode: (topic.name_en, topic.name_id) for topic in read_media_topics()}

    assert names["medtop:11000000"] == ("politics and government", "politik dan pemerintahan")
    assert names["medtop:20000349"] == ("business enterprise", "badan usaha")
    assert names["medtop:20001377"] == ("war victims", "korban perang")


def test_agencies_are_told_apart_by_code_name_and_credit() -> None:
    agencies = read_agencies()

    for values in zip(*((a.code, a.name, a.credit_text) for a in agencies), strict=True):
        assert len(set(values)) == len(agencies)
    assert all(re.fullmatch(r"[a-z0-9-]+", agency.code) for agency in agencies)


def test_the_agencies_of_every_desk_are_there_with_their_credit() -> None:
    credits = {agency.code: agency.credit_text for agency in read_agencies()}

    assert credits["reuters"] == "REUTERS"
    assert credits["antara"] == "ANTARA"
    assert credits["afp"] == "AFP"
    assert credits["xinhua"] == "XINHUA"
