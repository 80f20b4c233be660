"""What cannot be read is refused with a fact that says why."""

import pytest

from redaksi.formats.page import (
    SIZE_LIMIT,
    BinaryFile,
    EmptyPage,
    NoArticleFound,
    PageTooLarge,
    Reason,
    read_page,
)

CARD = "<div><h2><a href='/{0}'>Judul berita nomor {0} tentang hal lain</a></h2><p>{1}</p></div>"
TEASER = "Ringkasan cerita nomor {} yang cukup panjang untuk sebuah kalimat."
FRONT = "<main><h1>Kabar Kini</h1>" + "".join(CARD.format(i, TEASER.format(i)) for i in range(8))
MENU = "<nav><ul>" + "<li><a href='/'>Beranda</a></li>" * 9 + "</ul></nav><p>© 2024</p>"
MISSING = (
    "<title>404 Not Found</title><h1>Not Found</h1>"
    "<p>The requested URL /berita/123 was not found on this server, sorry.</p>"
)


@pytest.mark.parametrize("data", [b"", b" \r\n\t", "", "\u00a0\n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_blank_page_is_empty(data):
    with pytest.raises(EmptyPage):
        read_page(data)


@pytest.mark.parametrize(
    ("kind", "data"),
    [
        ("png", b"\x89PNG\r\n\x1a\n\x00\x00"),
        ("pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3"),
        ("docx", b"PK\x03\x04\x14\x00[Content_Types].xml word/document.xml"),
        ("zip", b"PK\x03\x04\x14\x00notes.txt"),
        ("doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"),
        ("jpeg", b"\xff\xd8\xff\xe0\x00\x10JFIF"),
        ("rtf", b"{\\rtf1\\ansi Halo}"),
        ("gzip", b"\x1f\x8b\x08\x00"),
        ("webp", b"RIFF\x00\x00\x00\x00WEBP"),
        ("unknown", b"teks \x00 dengan nol"),
        ("unknown", "teks \x00 dengan nol"),
        ("unknown", bytes(range(1, 9)) * 40),
    ],
)
def test_binary_file_is_named(kind, data):
    with pytest.raises(BinaryFile) as refusal:
        read_page(data)

    assert refusal.value.kind == kind


@pytest.mark.parametrize("data", ["a " * SIZE_LIMIT, b"<p>" * SIZE_LIMIT, b"x" * 9_000_000])
def test_page_of_more_than_two_megabytes_is_too_large(data):
    with pytest.raises(PageTooLarge) as refusal:
        read_page(data)

    assert refusal.value.limit == 2_000_000


def test_scripts_do_not_count_for_the_size():
    story = "<p>Jakarta - Warga menanam bakau di pesisir utara, kata lurah setempat.</p>"

    reading = read_page(f"<html><body><script>{'x' * 2_500_000}</script>{story}</body></html>")

    assert reading.dateline == "Jakarta"


@pytest.mark.parametrize(
    ("reason", "page"),
    [
        (
            Reason.NO_TEXT,
            "<html><head><title>x</title></head><body><script>1</script></body></html>",
        ),
        (Reason.NO_TEXT, "\u200b\u200b"),
        (Reason.ONLY_CHROME, "Beranda\nPrevious Next\nBagikan\n19 September 2024\n"),
        (Reason.ONLY_CHROME, MISSING),
        (Reason.TOO_SHORT, "Desa Pasir Angin Tanam Bakau Lagi"),
        (
            Reason.TOO_SHORT,
            "<article><h1>Desa Pasir Angin Tanam Bakau</h1><p>Segera.</p></article>",
        ),
        (Reason.LISTING, MENU),
        (Reason.LISTING, FRONT),
        (Reason.LISTING, "<?xml version='1.0'?><rss><channel><title>Kabar</title></channel></rss>"),
    ],
)
def test_page_without_an_article_says_why(reason, page):
    with pytest.raises(NoArticleFound) as refusal:
        read_page(page, content_type="text/html" if page.startswith("<") else None)

    assert refusal.value.reason is reason
