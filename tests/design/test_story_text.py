"""The text of a story and its dateline."""

from __future__ import annotations

import pytest
from django.template import Context
from wagtail.blocks import StreamValue

from redaksi.articles.blocks import BodyBlock
from redaksi.design.templatetags.redaksi_story import story_text, with_dateline

MARK = '<span class="article-dateline">Larantuka —</span> '


@pytest.mark.parametrize(
    ("paragraphs", "dated"),
    [
        ("<p>Kapal tiba.</p><p>Pagi.</p>", f"<p>{MARK}Kapal tiba.</p><p>Pagi.</p>"),
        ('\n<p lang="en">Ships.</p>', f'\n<p lang="en">{MARK}Ships.</p>'),
        ("<ul><li>Satu</li></ul>", f"<p>{MARK}</p><ul><li>Satu</li></ul>"),
    ],
)
def test_the_dateline_stands_before_the_first_words(paragraphs: str, dated: str) -> None:
    assert with_dateline(paragraphs, "Larantuka") == dated


def test_a_dateline_cannot_carry_markup() -> None:
    dated = with_dateline("<p>Kapal tiba.</p>", "<b>Ende</b>")

    assert dated == (
        '<p><span class="article-dateline">&lt;b&gt;Ende&lt;/b&gt; —</span> Kapal tiba.</p>'
    )


def test_only_the_first_paragraph_gets_the_dateline() -> None:
    text = set_text(
        ("heading", "Feri"), ("paragraph", "<p>Satu.</p>"), ("paragraph", "<p>Dua.</p>")
    )

    assert [line.strip() for line in text.splitlines() if line.strip()] == [
        '<h2 class="story-heading">Feri</h2>',
        f"<p>{MARK}Satu.</p>",
        "<p>Dua.</p>",
    ]


def test_a_story_without_dateline_is_set_as_it_is() -> None:
    assert set_text(("paragraph", "<p>Satu.</p>"), dateline="").strip() == "<p>Satu.</p>"


def test_words_in_a_block_are_escaped() -> None:
    assert "&lt;script&gt;" in set_text(("heading", "<script>"))


def set_text(*blocks: tuple[str, str], dateline: str = "Larantuka") -> str:
    """Set a body of these blocks."""
    stream = BodyBlock()
    values = [(name, stream.child_blocks[name].to_python(value)) for name, value in blocks]
    return story_text(Context(), StreamValue(stream, values), dateline)
