"""Items and feeds that writers are tried with."""

from __future__ import annotations

import datetime

from hypothesis import strategies as st

from redaksi.formats.news_item import Author, Feed, Illustration, NewsItem, Subject

WIB = datetime.timezone(datetime.timedelta(hours=7))
MORNING = datetime.datetime(2026, 1, 30, 7, 5, tzinfo=WIB)

PICTURE = Illustration(
    url="https://kabar.example/media/renditions/0.jpg",
    media_type="image/jpeg",
    size=48_211,
    width=1200,
    height=675,
    alt_text="Kapal bersandar",
    caption="Kapal di pelabuhan.",
    credit_line="Foto: Uji",
    copyright_notice="© 2026 Uji",
    usage_terms="Hanya untuk berita.",
)
ITEM = NewsItem(
    uri="urn:uuid:6b1f0b0c-7f6d-5c1e-9a57-0d5a3f6b8a11",
    url="https://kabar.example/ekonomi/2026/01/30/harga-beras/",
    language="id",
    headline="Harga Beras & Cabai Turun",
    summary="Harga turun <sepekan> ini.",
    published_at=MORNING,
    updated_at=MORNING + datetime.timedelta(hours=2, microseconds=7),
    html="<p>Harga beras <b>turun</b>.</p>",
    text="Harga beras turun.",
    authors=(Author("Ani", "https://kabar.example/orang/ani/"), Author("Budi")),
    section="Ekonomi",
    label="Analisis",
    keywords=("beras", "pasar"),
    subjects=(Subject("medtop:04000000", "ekonomi"),),
    picture=PICTURE,
    dateline="Jakarta",
    source="Kantor Berita Uji",
    credit_line="KBU",
    publisher="Harian Uji",
    publisher_url="https://kabar.example",
)
BARE = NewsItem(
    uri="urn:uuid:1", url="https://kabar.example/a/", language="en", headline="", summary="",
    published_at=MORNING, updated_at=MORNING, publisher="Harian Uji",
    publisher_url="https://kabar.example",
)  # fmt: skip


def feed_of(*items: NewsItem) -> Feed:
    """A feed with these items."""
    return Feed(
        title="Ekonomi — Harian Uji",
        description="Uang dan pasar",
        language="id",
        publisher="Harian Uji",
        url="https://kabar.example/ekonomi/",
        feed_url="https://kabar.example/ekonomi/umpan.xml",
        items=items,
    )


#: Any text at all: control characters, lone surrogates, markup.
ANY_TEXT = st.text(st.characters(exclude_categories=[]), max_size=40)


@st.composite
def any_item(draw: st.DrawFn) -> NewsItem:
    """An item whose words are anything."""
    text = lambda: draw(ANY_TEXT)  # noqa: E731
    picture = Illustration(
        PICTURE.url, "image/jpeg", 1, 2, 3, text(), text(), text(), text(), text()
    )
    return NewsItem(
        uri="urn:uuid:2", url="https://kabar.example/b/", language="id", headline=text(),
        summary=text(), published_at=MORNING, updated_at=MORNING, html=text(), text=text(),
        authors=(Author(text()),), section=text(), label=text(), keywords=(text(),),
        subjects=(Subject("medtop:04000000", text()),), picture=picture, dateline=text(),
        source=text(), credit_line=text(), publisher="Harian Uji",
        publisher_url="https://kabar.example",
    )  # fmt: skip
