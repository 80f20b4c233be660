"""Paste a page of an old site, look the proposal over, publish, and read it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from playwright.sync_api import Page

from tests.browser import editor
from tests.browser.conftest import SignIn
from tests.samples import shared_file


@dataclass(frozen=True)
class Pasted:
    """A page as its reader copies it, and what is to become of it."""

    text: str
    headline: str
    first_words: str
    last_words: str


CHROME = ("19 September 2024", "Previous", "Star Inactive")
OWN = Pasted(
    text="""PILKADA
Thursday, 19 September 2024
Previous Next

Bupati Pastikan Tak Ada Pungutan di Pelabuhan Rawa

Star InactiveStar InactiveStar InactiveStar InactiveStar Inactive

Jakarta - Bupati Rawa memastikan tidak ada pungutan baru bagi nelayan di pelabuhan itu.

"Kami tidak memungut apa pun dari nelayan kecil," kata Bupati Rawa, Minggu, 30 Januari 2022.

“Pelabuhan ini milik bersama. Tidak ada keraguan tentang hal itu.”

Nelayan berkali-kali mengeluhkan pungutan liar, meski petugas sudah berjaga siang dan malam.

Mereka meminta pemerintah menjelaskan apakah aturan lama masih berlaku di dermaga timur.

Dinas perikanan menyebut sekitar 1.200 perahu bersandar di pelabuhan itu setiap pekan.

Sebelumnya, dinas mengatakan keluhan itu sedang dipelajari bersama perwakilan nelayan.

“Hari ini kami mengirim surat resmi kepada semua petugas di dermaga,” kata kepala dinas.

“Jika masih ada yang memungut, mereka harus menjelaskan alasannya,” katanya.

Nelayan menuntut bukan hanya janji, tetapi papan tarif yang dipasang di setiap gerbang.

Mereka juga menuntut pos pengaduan dibuka kembali di dermaga timur dan dermaga barat.

Pemerintah menolak tuntutan kedua itu tetapi siap membahas langkah lain bersama nelayan.

REUTERS
""",
    headline="Bupati Pastikan Tak Ada Pungutan di Pelabuhan Rawa",
    first_words="Bupati Rawa memastikan tidak ada pungutan baru",
    last_words="siap membahas langkah lain bersama nelayan.",
)


def seed() -> Pasted | None:
    """Return the page that began this project, where it lies beside it."""
    file = shared_file("seed", "nato-article.txt")
    return file and Pasted(
        text=file.read_text(),
        headline="NATO Tak Akan Kirim Pasukan jika Rusia Serang Ukraina",
        first_words="NATO menyatakan tidak memiliki rencana",
        last_words="langkah-langkah membangun kepercayaan.",
    )


@pytest.mark.parametrize("pasted", [seed() or OWN], ids=["page"])
def test_a_pasted_page_becomes_a_story(pasted: Pasted, sign_in: SignIn) -> None:
    page = sign_in("dewi")
    page.goto("/redaksi/articles/paste/")
    page.fill("[name=text]", pasted.text)
    page.click("main button[type=submit]")
    page.wait_for_selector("[name=headline]")

    assert doubtful_fields(page) == ["section"]
    assert "19 September 2024" in page.locator(".help-warning").inner_text()
    assert page.input_value("[name=headline]") == pasted.headline

    editor.choose(page, "section", "Nasional")
    page.click("main button[type=submit]")
    page.wait_for_url(editor.EDITING)
    editor.press(page, "action-publish")
    page.get_by_role("link", name="View live").click()

    assert page.url.endswith("/nasional/2022/01/30/" + slug_of(pasted.headline) + "/")
    check_what_readers_get(page, pasted)


def doubtful_fields(page: Page) -> list[str | None]:
    marked = page.locator("[data-doubtful=true]").all()
    return [field.get_attribute("name") for field in marked]


def slug_of(headline: str) -> str:
    return "-".join(headline.lower().split())


def check_what_readers_get(page: Page, pasted: Pasted) -> None:
    paragraphs = page.locator(".article-text p").all_inner_texts()
    whole = page.locator("main").inner_text()

    assert page.locator("h1").inner_text() == pasted.headline
    assert page.locator(".article-published").inner_text() == "Minggu, 30 Januari 2022"
    assert page.locator(".article-dateline").inner_text().casefold() == "jakarta —"
    assert page.locator(".article-credit").inner_text() == "REUTERS"
    assert page.locator(".article-rating p").first.inner_text().startswith("Belum ada penilaian.")
    assert len(paragraphs) == 12
    assert pasted.first_words in paragraphs[0]
    assert paragraphs[-1].endswith(pasted.last_words)
    assert [words for words in CHROME if words in whole] == []
