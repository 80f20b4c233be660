"""A reader reads: on a telephone and on a desk, by day and by night, and on paper."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page

from tests.browser.conftest import FindFaults
from tests.browser.skipping import NO_AXE
from tests.browser.watching import Watch

STORY = "/daerah/2022/01/30/semua-bagian/"
STORY_IN_ENGLISH = "/nasional/2024/05/06/bridge-opens/"
PAGES = {
    "/": (200, "id"),
    "/nasional/": (200, "id"),
    STORY: (200, "id"),
    STORY_IN_ENGLISH: (200, "en"),
    "/orang/sari-lestari/": (200, "id"),
    "/cari/": (200, "id"),
    "/cari/?q=jembatan": (200, "id"),
    "/cari/?q=jemabtan": (200, "id"),
    "/cari/?q=-jembatan&bagian=nasional": (400, "id"),
    "/tidak-ada/": (404, "id"),
    "/nasional/2024/05/06/ditarik/": (410, "id"),
}
WIDTHS = {"telephone": 360, "desk": 1280}
FURNITURE = (
    ".masthead .sections",
    ".masthead-search",
    ".theme-switch",
    ".footer",
    ".article-share",
    ".neighbours",
)
ADD_UP_SHIFTS = """
  window.shifted = 0;
  new PerformanceObserver((list) => {
    for (const shift of list.getEntries()) window.shifted += shift.value;
  }).observe({ type: "layout-shift", buffered: true });
"""
TOO_WIDE = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture(params=["light", "dark"])
def by(request: pytest.FixtureRequest) -> str:
    """The colour scheme of the reader's device."""
    return str(request.param)


def test_the_accessibility_checker_is_at_work(
    page: Page, axe_source: str | None, find_faults: FindFaults
) -> None:
    if axe_source is None:
        pytest.skip(NO_AXE)
    page.goto("/")
    page.evaluate("document.querySelector('main').append(new Image())")

    assert find_faults(page) == ["image-alt: ['#main > img']"]


@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_every_kind_of_page_is_sound(
    by: str,
    width: int,
    open_context: Callable[..., BrowserContext],
    watch: Watch,
    find_faults: FindFaults,
) -> None:
    watch.expected = {400, 404, 410}
    context = open_context(color_scheme=by, viewport={"width": width, "height": 800})
    context.add_init_script(ADD_UP_SHIFTS)
    page = context.new_page()

    seen = {address: look_at(page, address, find_faults) for address in PAGES}

    assert seen == {address: (*told, [], False, 0) for address, told in PAGES.items()}


def look_at(page: Page, address: str, find_faults: FindFaults) -> tuple[object, ...]:
    """Return status, language, what axe finds, whether it is too wide, and how much it shifted."""
    response = page.goto(address, wait_until="networkidle")
    assert response is not None
    language = page.locator("html").get_attribute("lang")
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    shifted, too_wide = page.evaluate("shifted"), page.evaluate(TOO_WIDE)
    return response.status, language, find_faults(page), too_wide, shifted


def test_a_story_on_paper_is_only_the_story(page: Page) -> None:
    page.goto(STORY)
    on_screen = {part for part in FURNITURE if page.locator(part).is_visible()}

    page.emulate_media(media="print")

    assert on_screen == set(FURNITURE)
    assert [part for part in FURNITURE if page.locator(part).is_visible()] == []
    assert page.locator(".article-printed").inner_text().endswith(STORY)
    assert page.locator(".article-text").is_visible()


def test_a_reader_sees_nothing_of_the_newsroom(page: Page) -> None:
    page.goto(STORY)

    assert page.locator(".staff").count() == 0
    assert page.context.cookies() == []
