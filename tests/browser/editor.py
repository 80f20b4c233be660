"""What people do in the article editor, step by step as the browser sees it."""

from __future__ import annotations

import re
from pathlib import Path

from PIL import Image
from playwright.sync_api import Locator, Page, expect

LISTING = "/redaksi/articles/"
EDITING = re.compile(r"/redaksi/articles/edit/(\d+)/$")


def open_new(page: Page) -> None:
    """Open the form of a new story."""
    page.goto(f"{LISTING}add/")
    expect(body_of(page)).to_be_visible()


def open_story(page: Page, pk: int | str) -> None:
    """Open the editor of a story there is."""
    page.goto(f"{LISTING}edit/{pk}/")
    expect(page.locator("[name=headline]")).to_be_visible()


def body_of(page: Page, number: int = 0) -> Locator:
    """Return the place to type in of a paragraph block of the body."""
    return page.locator("[data-contentpath=body] [contenteditable=true]").nth(number)


def choose(page: Page, field: str, option: str) -> None:
    """Choose in a list of the form by the words one reads."""
    page.select_option(f"select[name={field}]", label=option)


def write(page: Page, headline: str, text: str) -> None:
    """Write headline and text with the keyboard."""
    page.fill("[name=headline]", headline)
    type_text(page, text)


def type_text(page: Page, text: str) -> None:
    """Type at the end of the first paragraph block, until the form has it too."""
    body_of(page).click()
    page.keyboard.press("Control+End")
    page.keyboard.type(text)
    expect(page.locator("[name=body-0-value]")).to_have_value(re.compile(re.escape(text)))


def press(page: Page, button: str) -> None:
    """Press a button of the editor's foot (``action-publish``, ``action-submit`` ...)."""
    wanted = page.locator(f"footer [name={button}]")
    if not wanted.is_visible():
        page.locator("footer [data-w-dropdown-target=toggle]").click()
    # An autosave changes the address too, but loads nothing.
    with page.expect_event("load"):
        wanted.click()


def save_draft(page: Page) -> str:
    """Save the draft and return the story's number."""
    page.locator("footer .action-save").first.click()
    page.wait_for_url(EDITING)
    return number_of(page)


def number_of(page: Page) -> str:
    """Return the number of the story whose editor is open."""
    found = EDITING.search(page.url)
    assert found is not None, page.url
    return found.group(1)


def messages(page: Page, kind: str) -> list[str]:
    """Return what the screen says above the form (``success``, ``error``), without buttons."""
    lines = page.locator(f".messages li.{kind}").all()
    return [line.inner_text().split("\n")[0].strip() for line in lines]


def a_jpeg(directory: Path, colour: str = "teal") -> Path:
    """Draw a picture of one colour."""
    path = directory / f"{colour}.jpg"
    Image.new("RGB", (1600, 1000), colour).save(path)
    return path


def press_review(page: Page, action: str) -> None:
    """Press ``approve`` or ``reject`` in the editor's foot."""
    wanted = page.locator(f"[data-workflow-action-name={action}]").first
    if not wanted.is_visible():
        page.locator("footer [data-w-dropdown-target=toggle]").click()
    wanted.click()


def open_side(page: Page, panel: str) -> None:
    """Open a panel beside the editor (``status``, ``preview``, ``checks``)."""
    toggle = page.locator(f"[data-side-panel-toggle={panel}]")
    if toggle.get_attribute("aria-expanded") != "true":
        toggle.click()
