"""A story goes from reporter to editor and back, and out to readers."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser import editor
from tests.browser.conftest import SignIn

NOTE = "Siapa yang mengatakannya? Sebut namanya."


def test_review_until_it_is_live_and_again_for_a_change(sign_in: SignIn) -> None:
    ani, budi = sign_in("ani"), sign_in("budi")

    number = hand_in(ani)
    turn_back(budi, number)
    assert waiting(ani, "Returned to you") == ["Kapal Baru Tiba di Rawa", NOTE]
    revise(ani, number, "Kapal baru tiba, kata Kepala Syahbandar Umar.")
    assert waiting(budi, "Waits for you") == ["Kapal Baru Tiba di Rawa", "ani"]
    pass_on(budi, number)
    address = address_of(budi, number)
    assert text_at(budi, address) == "Kapal baru tiba, kata Kepala Syahbandar Umar."

    revise(ani, number, "Kapal baru tiba dan berangkat lagi.")
    assert text_at(budi, address) == "Kapal baru tiba, kata Kepala Syahbandar Umar."
    pass_on(budi, number)
    assert text_at(budi, address) == "Kapal baru tiba dan berangkat lagi."


def hand_in(page: Page) -> str:
    editor.open_new(page)
    editor.choose(page, "section", "Nasional")
    editor.write(page, "Kapal Baru Tiba di Rawa", "Kapal baru tiba.")
    assert page.locator("footer [name=action-publish]").count() == 0
    editor.press(page, "action-submit")
    page.get_by_role("link", name="Kapal Baru Tiba di Rawa").click()
    page.wait_for_url(editor.EDITING)
    return editor.number_of(page)


def turn_back(page: Page, number: str) -> None:
    editor.open_story(page, number)
    editor.press_review(page, "reject")
    page.fill(".modal [name=comment]", NOTE)
    with page.expect_navigation():
        page.click(".modal [type=submit]")


def revise(page: Page, number: str, text: str) -> None:
    editor.open_story(page, number)
    editor.body_of(page).click()
    page.keyboard.press("Control+A")
    page.keyboard.press("Delete")
    editor.type_text(page, text)
    editor.press(page, "action-submit")


def pass_on(page: Page, number: str) -> None:
    editor.open_story(page, number)
    with page.expect_navigation():
        editor.press_review(page, "approve")


def address_of(page: Page, number: str) -> str:
    editor.open_story(page, number)
    return str(page.get_by_role("link", name="View live").get_attribute("href"))


def text_at(page: Page, address: str) -> str:
    page.goto(address)
    return page.locator(".article-text").inner_text()


def waiting(page: Page, heading: str) -> list[str]:
    """Return headline and remark of the first story in a list of the home."""
    page.goto("/redaksi/")
    panel = page.locator(".desk-panel", has=page.get_by_role("heading", name=heading))
    first = panel.locator("li").first
    expect(first).to_be_visible()
    return [first.locator("a").inner_text(), first.locator("p").inner_text()]
