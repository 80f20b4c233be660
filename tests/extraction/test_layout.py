"""Only the body of an article is searched; its furniture is told apart."""

from __future__ import annotations

import pytest

from redaksi.extraction.layout import Part, read_layout


def parts(text: str) -> list[tuple[Part, str]]:
    """The parts of a text with their words."""
    return [(p.part, text[p.start : p.end]) for p in read_layout(text)]


@pytest.mark.parametrize(
    ("dateline", "first"),
    [
        ("JAKARTA, HARIAN.com - ", "Air naik sejak pagi tadi."),
        ("Kendari (KABAR) - ", "Air naik sejak pagi tadi."),
        ("Harian.com, Kendari — ", "Air naik sejak pagi tadi."),
        ("HARIAN.CO.ID - KENDARI. ", "Air naik sejak pagi tadi."),
        ("harian.com - KENDARI - ", "Air naik sejak pagi tadi."),
        ("KATHMANDU, April 25 (Kabar) - ", "Air naik sejak pagi tadi."),
    ],
)
def test_a_dateline_is_not_part_of_the_body(dateline: str, first: str) -> None:
    text = f"Banjir Datang Lagi\n\n{dateline}{first}"

    assert parts(text) == [(Part.HEADLINE, "Banjir Datang Lagi"), (Part.BODY, first)]


@pytest.mark.parametrize(
    "line",
    [
        "Baca juga: Warga Mengungsi",
        "ADVERTISEMENT SCROLL TO CONTINUE WITH CONTENT",
        "Editor: Ani Lestari",
        "(ani/bud)",
        "[Gambas:Video 20detik]",
        "* * *",
    ],
)
def test_furniture(line: str) -> None:
    text = f"Air naik sejak pagi tadi di dua kampung itu.\n{line}"

    assert parts(text)[1] == (Part.FURNITURE, line)


def test_a_caption_with_its_credit() -> None:
    line = "Warga menunggu perahu di Kendari, Senin (12/1/2026). (HARIAN/ANI)"

    assert parts(f"Air naik sejak pagi tadi di dua kampung itu.\n{line}")[1][0] is Part.CAPTION


def test_a_story_glued_to_a_related_link_is_body() -> None:
    body = "Sebagai info, air naik sejak pagi tadi. Warga dua kampung menunggu perahu karet."
    text = (
        f"Air naik sejak pagi tadi di dua kampung itu.\nBaca juga: Warga Mengungsi ke Balai{body}"
    )

    assert parts(text)[1] == (Part.BODY, body)
