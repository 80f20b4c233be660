"""Several stories at once, and the newsroom in the language of who works there."""

from __future__ import annotations

from playwright.sync_api import Page

from tests.browser import editor
from tests.browser.conftest import SignIn

THREE = [f"Naskah Borongan {number}" for number in (1, 2, 3)]


def test_several_stories_are_published_at_once(sign_in: SignIn) -> None:
    page = sign_in("budi")
    page.goto("/redaksi/articles/?q=Borongan")
    for headline in THREE:
        row = page.locator("tr", has=page.get_by_role("link", name=headline, exact=True))
        row.locator("[type=checkbox]").check()
    page.get_by_role("link", name="Publish the chosen stories").click()
    with page.expect_navigation():
        page.locator("main form [type=submit]").click()
    said = editor.messages(page, "success")
    page.goto("/nasional/")

    assert said == ["3 stories done."]
    assert page.get_by_role("link", name="Naskah Borongan").count() == 3


def test_each_person_chooses_the_language_of_the_newsroom(sign_in: SignIn) -> None:
    page, other = sign_in("citra"), sign_in("budi")

    speak(page, "id")
    page.goto("/redaksi/articles/")
    other.goto("/redaksi/articles/")
    languages = [who.locator("html").get_attribute("lang") for who in (page, other)]
    words = [search_word(who) for who in (page, other)]
    speak(page, "en")

    assert languages == ["id", "en"]
    assert words == ["Cari", "Search"]
    assert search_word(page) == "Search"


def speak(page: Page, language: str) -> None:
    page.goto("/redaksi/account/")
    page.select_option("[name$=preferred_language]", language)
    with page.expect_navigation():
        page.locator("main form [type=submit]").click()


def search_word(page: Page) -> str:
    return page.locator(".sidebar-search, [role=search]").first.inner_text().strip()
