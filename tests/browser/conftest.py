"""Gives journeys a served newspaper and a watched browser; without a browser, says so loudly."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from tests.browser import axe
from tests.browser.served import Served, newspaper_with_cast, serving
from tests.browser.skipping import NO_BROWSER
from tests.browser.stage import PASSWORD
from tests.browser.watching import Watch

#: The first of these that is here; a browser without windows needs half the processor.
BROWSERS = ("chromium-headless-shell", "chromium", "google-chrome")
CHROMIUM = next(filter(None, map(shutil.which, BROWSERS)), None)
#: Opens a signed-in page for a member of the cast.
SignIn = Callable[[str], Page]
#: Returns what axe finds on a page.
FindFaults = Callable[[Page], list[str]]


# A machine that is busy answers late, and late is not wrong.
expect.set_options(timeout=20_000)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip the journeys where no browser can go on them."""
    if CHROMIUM:
        return
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.skip(reason=NO_BROWSER))


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A newspaper with the cast and their stories, served by real processes."""
    copy = tmp_path_factory.mktemp("browser") / "kabar"
    with serving(Path(shutil.copytree(newspaper_with_cast(), copy))) as served:
        yield served


# Playwright keeps an event loop running in its thread, which Django's database refuses to work
# beside: so it ends with each file, before tests of another room may follow.
@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A running chromium."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield chromium
        chromium.close()


@pytest.fixture
def watch(served: Served) -> Iterator[Watch]:
    """Watches every page of a test; at its end nothing may have gone wrong on any of them."""
    watch = Watch(served.address)
    yield watch
    assert watch.troubles == []


@pytest.fixture
def open_context(
    browser: Browser, served: Served, watch: Watch
) -> Iterator[Callable[..., BrowserContext]]:
    """Open a watched window of its own, with its own cookies."""
    opened: list[BrowserContext] = []

    def open_context(**options: object) -> BrowserContext:
        window = {"base_url": served.address, "viewport": {"width": 1280, "height": 900}}
        context = browser.new_context(**{**window, **options})  # type: ignore[arg-type]
        context.set_default_timeout(15_000)
        watch.over(context)
        opened.append(context)
        return context

    yield open_context
    for context in opened:
        context.close()


@pytest.fixture
def page(open_context: Callable[..., BrowserContext]) -> Page:
    """A page of somebody who is not signed in."""
    return open_context().new_page()


@pytest.fixture(scope="session")
def cookies() -> dict[str, object]:
    """What the browser keeps of each who has signed in, for the tests that follow."""
    return {}


@pytest.fixture
def sign_in(open_context: Callable[..., BrowserContext], cookies: dict[str, object]) -> SignIn:
    """Sign somebody in with name and password, once for all tests."""

    def sign_in(name: str) -> Page:
        if name in cookies:
            return open_context(storage_state=cookies[name]).new_page()
        page = open_context().new_page()
        page.goto("/redaksi/login/")
        page.fill("[name=username]", name)
        page.fill("[name=password]", PASSWORD)
        page.click("button[type=submit]")
        page.wait_for_url("/redaksi/")
        cookies[name] = page.context.storage_state()
        return page

    return sign_in


@pytest.fixture(scope="session")
def axe_source() -> str | None:
    """The accessibility checker's script; None where npm could not get it."""
    return axe.fetch()


@pytest.fixture(scope="session")
def find_faults(axe_source: str | None) -> FindFaults:
    """Return what the accessibility checker finds on a page; nothing where there is no checker."""
    return lambda page: axe.findings(page, axe_source) if axe_source else []
