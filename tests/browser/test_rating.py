"""A reader gives stars: the story stays where it is, and without a script it works as well."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import BrowserContext, Page

from tests.browser.conftest import FindFaults
from tests.browser.test_reading import ADD_UP_SHIFTS, STORY_IN_ENGLISH


def test_stars_are_sent_without_leaving_the_story_or_moving_it(
    open_context: Callable[..., BrowserContext],
) -> None:
    context = open_context(viewport={"width": 360, "height": 800})
    context.add_init_script(ADD_UP_SHIFTS)
    page = context.new_page()
    page.goto(STORY_IN_ENGLISH)
    height = page.evaluate("document.body.scrollHeight")

    choose(page, 4)
    page.get_by_text("Thank you. The figure follows within a minute.").wait_for()

    assert page.url.endswith(STORY_IN_ENGLISH)
    assert page.evaluate("[shifted, document.body.scrollHeight]") == [0, height]
    assert [cookie["path"] for cookie in context.cookies()] == ["/nilai/"]


def test_without_a_script_a_page_says_thank_you(
    open_context: Callable[..., BrowserContext],
) -> None:
    page = open_context(java_script_enabled=False).new_page()
    page.goto(STORY_IN_ENGLISH)

    choose(page, 2)

    assert page.locator(".rating-answer").inner_text().startswith("Thank you. You gave 2 of 5")
    assert page.get_by_role("radio", name="2 of 5 stars").is_checked()
    page.get_by_role("link", name="To the story").click()
    assert page.url.endswith(STORY_IN_ENGLISH)


def test_the_page_of_a_rating_is_accessible(page: Page, find_faults: FindFaults) -> None:
    page.goto(STORY_IN_ENGLISH)
    page.goto(page.locator(".rating-form").get_attribute("action") or "")

    assert find_faults(page) == []


def choose(page: Page, stars: int) -> None:
    page.get_by_role("radio", name=f"{stars} of 5 stars").check()
    page.get_by_role("button", name="Send").click()
