"""Who reads on has the stories read last without a network, and never an old one with it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.served import Served
from tests.browser.test_reading import STORY

OTHER = "/nasional/2024/05/06/bridge-opens/"
ACTIVE = "navigator.serviceWorker.ready.then((found) => found.active.state)"
KEPT = """
  caches.open("pages").then((pages) => pages.keys())
    .then((kept) => kept.map(({ url }) => new URL(url).pathname))
"""


@pytest.fixture
def page(browser: Browser, served: Served) -> Iterator[Page]:
    """A browser that has never been here, and is not watched: it fails on purpose."""
    context = browser.new_context(base_url=served.address, viewport={"width": 360, "height": 800})
    yield context.new_page()
    context.close()


def read_on(page: Page, *paths: str) -> None:
    """Open the home page, then each of the others from the one before."""
    page.goto("/")
    for path in paths:
        page.evaluate("(path) => { location.href = path }", path)
        page.wait_for_url(f"**{path}")
        assert page.evaluate(ACTIVE) in ("activating", "activated")
        page.wait_for_function(f"async () => (await ({KEPT})).includes({path!r})")


def lose_the_network(page: Page) -> None:
    page.context.new_cdp_session(page).send("Network.clearBrowserCache")
    page.context.set_offline(True)


def test_what_was_read_can_be_read_without_a_network(page: Page) -> None:
    read_on(page, STORY, OTHER)
    heading = page.locator("h1").inner_text()
    lose_the_network(page)

    page.goto(OTHER)
    expect(page.locator("h1")).to_have_text(heading)
    expect(page.locator(".offline-note")).to_be_visible()

    page.goto("/")
    expect(page.locator(".front")).to_be_visible()


def test_what_was_not_read_leads_to_what_was(page: Page) -> None:
    read_on(page, STORY)
    heading = page.locator("h1").inner_text()
    lose_the_network(page)

    page.goto(OTHER)

    expect(page.get_by_role("link", name=heading)).to_have_attribute("href", STORY)


def test_the_first_page_alone_keeps_nothing(page: Page) -> None:
    page.goto(STORY, wait_until="networkidle")

    assert (
        page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
    )


def test_nothing_of_the_newsroom_is_kept(page: Page) -> None:
    read_on(page, STORY)

    page.goto("/redaksi/login/", wait_until="networkidle")

    assert not [path for path in page.evaluate(KEPT) if path.startswith("/redaksi/")]
