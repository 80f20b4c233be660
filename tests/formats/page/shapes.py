"""One invented story in the shapes in which the same page can be saved or copied."""

from __future__ import annotations

from html import escape
from pathlib import Path

PAGES = Path(__file__).parent / "pages"
STORY = (PAGES / "seed_shape.txt").read_text(encoding="utf-8")
HEADLINE = "Nelayan Teluk Ambon Minta Jalur Kapal Wisata Dipindah"
STARS = "Star Inactive" * 5


def as_paragraphs() -> str:
    """Every line a <p>, the headline also the title."""
    lines = "".join(f"<p>{escape(line)}</p>\n" for line in _lines())
    return f"<!DOCTYPE html><html><head><title>{HEADLINE}</title></head><body>{lines}</body></html>"


def as_breaks() -> str:
    """All lines in one table cell, parted by <br>; the title is only the site's name."""
    lines = "<br />\n".join(map(escape, STORY.split("\n")))
    cell = f'<tr><td class="contentheading">PILKADA</td></tr><tr><td>{lines}</td></tr>'
    return (
        f"<html><head><title>Portal Bahari</title></head><body><table>{cell}</table></body></html>"
    )


def as_preformatted() -> str:
    """The plain text in <pre>."""
    return f"<html><body><pre>{escape(STORY)}</pre></body></html>"


def as_joomla() -> str:
    """A Joomla 3 article page with menu, ticker and side column."""
    section, date, _, headline, _, *body = _lines()
    star = '<img src="/media/system/images/rating_star_blank.png" alt="Bintang mati" />'
    text = "\n".join(f"<p>{escape(line)}</p>" for line in body)
    return (
        f"<html><head><title>{headline} - Portal Bahari</title></head><body>"
        '<ul class="menu"><li><a href="/">Beranda</a></li><li><a href="/n">Nasional</a></li></ul>'
        f'<div class="ticker"><div>{section}</div><div>{date}</div>'
        '<a href="#">Previous</a> <a href="#">Next</a></div>'
        f'<main><div class="item-page"><h2 itemprop="headline">{headline}</h2>{star * 5}'
        f'<div itemprop="articleBody"><p>&nbsp;</p>{text}</div>'
        '<ul class="pager pagenav"><li><a href="/a" rel="prev">Prev</a></li></ul></div></main>'
        "<aside><h3>Berita Terbaru</h3><ul><li><a href='/b'>Harga Cengkih Naik di Saparua</a></li>"
        "</ul></aside><footer><p>© 2024 Portal Bahari</p></footer></body></html>"
    )


def as_crlf_utf16() -> bytes:
    """The plain text as Windows editors save it."""
    return STORY.replace("\n", "\r\n").encode("utf-16")


def _lines() -> list[str]:
    return [line.strip() for line in STORY.split("\n") if line.strip()]


SHAPES = {
    "text": lambda: STORY,
    "utf16": as_crlf_utf16,
    "paragraphs": as_paragraphs,
    "breaks": as_breaks,
    "preformatted": as_preformatted,
    "joomla": as_joomla,
}
