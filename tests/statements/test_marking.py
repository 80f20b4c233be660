"""Marks in a text: the words stay, the HTML stays whole, links are never nested."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from redaksi.design.cleaning import clean_rich_text, words_of
from redaksi.statements.marking import marked
from redaksi.statements.models import Speaker, Statement
from redaksi.statements.passages import plain_words

HTML = (
    '<p>Ia berkata, "Kami <b>tidak</b> &amp; <a href="/x">belum</a> pergi" di sana.</p><p>Lalu.</p>'
)


def said(html: str, words: str, *, pk: int = 1, kind: str = "direct") -> Statement:
    start = plain_words(html).index(words)
    return Statement(
        pk=pk, kind=kind, words=words, live_block="a", live_start=start, live_length=len(words),
        speaker=Speaker(pk=1, name='A "B" <C>', slug="abc", kind="person"),
    )  # fmt: skip


def test_words_in_one_run_become_one_link() -> None:
    html = marked(
        "<p>“Kami pergi,” katanya.</p>", [said("<p>“Kami pergi,” katanya.</p>", "Kami pergi")]
    )

    assert re.fullmatch(
        r'<p>“<a id="pernyataan-1" class="said" href="/tokoh/abc/" title="[^"]*">Kami pergi</a>,” '
        r"katanya.</p>",
        html,
    )
    assert "&lt;C&gt;" in html


def test_links_are_not_nested_and_tags_not_crossed() -> None:
    html = marked(HTML, [said(HTML, "Kami tidak & belum pergi")])

    assert plain_words(html) == plain_words(HTML)
    tree = etree.fromstring(f"<div>{html}</div>")
    assert tree.findall(".//a//a") == []
    assert len(tree.findall(".//*[@id='pernyataan-1']")) == 1


def test_indirect_words_have_an_address_and_no_link() -> None:
    html = marked("<p>Ia pergi.</p>", [said("<p>Ia pergi.</p>", "Ia pergi", kind="indirect")])

    assert html == '<p><span id="pernyataan-1"></span>Ia pergi.</p>'


def test_words_that_are_not_there_are_not_marked() -> None:
    statement = said("<p>Ia pergi.</p>", "Ia pergi")

    assert marked("<p>Ia tidak pergi.</p>", [statement]) == "<p>Ia tidak pergi.</p>"


@given(st.data())
def test_marking_changes_no_word_and_breaks_no_tag(data: st.DataObject) -> None:
    pieces = st.sampled_from(["kata ", "<b>dia</b> ", "&amp; ", '<a href="/x">situ</a> ', "“ya” "])
    inside = "".join(data.draw(st.lists(pieces, min_size=2, max_size=12)))
    html = clean_rich_text(f"<p>{inside}</p><p>{inside}</p>")
    plain = plain_words(html)
    statements = []
    for pk in range(data.draw(st.integers(1, 3))):
        start = data.draw(st.integers(0, len(plain) - 1))
        words = plain[start : data.draw(st.integers(start + 1, len(plain)))]
        statement = said(html, words, pk=pk)
        statement.live_start = start
        statements.append(statement)

    done = marked(html, statements)

    assert words_of(done) == words_of(html)
    tree = etree.fromstring(f"<div>{done}</div>")
    assert tree.findall(".//a//a") == []
    names = [one.get("id") for one in tree.iter() if one.get("id")]
    assert len(names) == len(set(names))


def test_words_inside_of_other_words_have_their_place_too() -> None:
    html = "<p>Kami pergi ke sana.</p>"
    both = [said(html, "Kami pergi ke sana", pk=1), said(html, "pergi ke", pk=2)]

    drawn = marked(html, both)

    tree = etree.fromstring(f"<div>{drawn}</div>")
    assert [len(tree.findall(f".//*[@id='pernyataan-{key}']")) for key in (1, 2)] == [1, 1]
    assert len(tree.findall(".//a")) == 1
    assert plain_words(drawn) == plain_words(html)
