"""Bytes become text whatever their encoding, and broken text is repaired with care."""

import pytest

from redaksi.formats.page import read_page
from redaksi.formats.page.decoding import decode
from redaksi.formats.page.mhtml import unpacked
from redaksi.formats.page.mojibake import repair

WORDS = "“Café” – kata Zoë…"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"]
)
def test_text_is_decoded_without_being_told_how(encoding):
    assert decode(WORDS.encode(encoding)) == WORDS


@pytest.mark.parametrize(
    ("label", "encoding"),
    [("iso-8859-1", "cp1252"), ("windows-1251", "cp1251"), ("shift_jis", "cp932"), ("x", "utf-8")],
)
def test_charset_of_the_page_is_followed(label, encoding):
    words = {"cp1251": "Звезда", "cp932": "星の話です"}.get(encoding, WORDS)
    page = f'<meta charset="{label}"><p>{words}</p>'

    assert words in decode(page.encode(encoding))


def test_charset_of_http_comes_before_that_of_the_page():
    page = '<meta charset="windows-1251"><p>Zażółć</p>'.encode("cp1250")

    assert "Zażółć" in decode(page, "text/html; charset=windows-1250")


def test_utf_8_is_seen_through_a_wrong_western_label():
    assert WORDS in decode(f'<meta charset="iso-8859-1"><p>{WORDS}</p>'.encode())


def test_a_cut_letter_does_not_spoil_the_rest():
    assert decode(("é" * 100).encode() + b"\xc3") == "é" * 100 + "\ufffd"


def test_broken_encoding_is_repaired_when_it_is_beyond_doubt():
    broken = "â€œKata diaâ€”ya,â€œ ujar ZoÃ«."

    texts, repairs = repair([broken, "Utuh."])

    assert texts == ("“Kata dia—ya,“ ujar Zoë.", "Utuh.")
    assert [(r.before, r.applied) for r in repairs] == [(broken, True)]


def test_single_doubtful_letter_is_shown_and_not_rewritten():
    texts, repairs = repair(["Huruf Ã dalam"])

    assert texts == ("Huruf Ã dalam",)
    assert [(r.after, r.applied) for r in repairs] == [("Huruf à dalam", False)]


MHTML = (
    b"From: <Saved by Blink>\r\nMIME-Version: 1.0\r\n"
    b'Content-Type: multipart/related; type="text/html"; boundary="x"\r\n\r\n'
    b"--x\r\nContent-Type: text/html; charset=utf-8\r\n"
    b"Content-Transfer-Encoding: quoted-printable\r\n\r\n"
    b"<h1>Warung Apung Dibuka di Danau Poso</h1><p>POSO =E2=80=93 Warung apung dibuka =\r\n"
    b"di Danau Poso, kata camat setempat.</p>\r\n"
    b"--x\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\n"
    b"iVBORw0KGgo=\r\n--x--\r\n"
)


def test_page_saved_as_one_file_is_unpacked():
    reading = read_page(MHTML)

    assert reading.headline == "Warung Apung Dibuka di Danau Poso"
    assert reading.paragraphs == ("POSO – Warung apung dibuka di Danau Poso, kata camat setempat.",)


def test_other_bytes_are_no_web_archive():
    assert unpacked(b"From: Ani\r\n\r\nHalo") is None
