"""A chief lays out the home page by hand, looks at it, publishes, and puts the old one back."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser import editor
from tests.browser.conftest import SignIn
from tests.browser.served import Served

LEAD = "Pasar Rawa Pindah ke Tepi Sungai"


def test_a_front_is_laid_out_published_and_rolled_back(
    sign_in: SignIn, page: Page, served: Served
) -> None:
    chief = sign_in("dewi")
    chief.goto("/redaksi/fronts/add/")
    pin(chief, LEAD, "Pasar pindah")
    editor.press(chief, "action-publish")
    editor_url = chief.get_by_role("link", name="Home page", exact=False).first
    expect(editor_url).to_be_visible()

    await_lead(page, "Pasar pindah")
    editor_url.click()
    chief.get_by_role("link", name="Versions").click()
    chief.wait_for_url("**/versions/")
    expect(chief.locator(".listing tbody").first).to_contain_text(LEAD)

    chief.goto(chief.url.replace("/versions/", "/").replace("/fronts/", "/fronts/edit/"))
    chief.locator("[name=slots-0-value-pins-0-value-headline]").fill("Judul kedua")
    editor.press(chief, "action-publish")
    await_lead(page, "Judul kedua")
    chief.goto("/redaksi/fronts/")
    chief.get_by_role("link", name="Home page", exact=False).first.click()
    chief.get_by_role("link", name="Versions").click()
    chief.wait_for_url("**/versions/")
    chief.get_by_role("button", name="Put back").first.click()

    await_lead(page, "Pasar pindah")


def pin(chief: Page, story: str, headline: str) -> None:
    """Put a story into the lead, with another headline."""
    lead = chief.locator("[data-contentpath=slots] [data-contentpath=pins]").first
    lead.get_by_role("button").first.click()
    lead.locator("[data-chooser-action-choose]:visible").first.click()
    # Other tests have written newer stories than the chooser shows at first.
    chief.locator(".modal [name=q]:visible").fill(story)
    chief.locator(".modal").get_by_role("link", name=story).click()
    expect(lead).to_contain_text(story)
    chief.locator("[name=slots-0-value-pins-0-value-headline]").fill(headline)


def await_lead(page: Page, headline: str) -> None:
    """Look at the home page until it was pressed."""
    for _look in range(40):
        page.goto("/")
        if page.locator(".teaser-lead .teaser-headline").inner_text() == headline:
            return
        page.wait_for_timeout(250)
    expect(page.locator(".teaser-lead .teaser-headline")).to_have_text(headline)
