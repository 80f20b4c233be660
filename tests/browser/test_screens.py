"""Every screen of the newsroom, and what opens within it, works under its policy."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser import editor
from tests.browser.conftest import SignIn

SCREENS = [
    "articles/",
    "articles/paste/",
    "articles/history/1/",
    "articles/1/notes/",
    "articles/1/embargo/",
    "articles/1/withdraw/",
    "articles/unpublish/1/",
    "articles/copy/1/",
    "sections/",
    "sections/add/",
    "people/",
    "people/edit/1/",
    "desks/",
    "desks/edit/1/",
    "images/",
    "images/multiple/add/",
    "images/1/",
    "documents/",
    "documents/multiple/add/",
    "documents/edit/1/",
    "users/",
    "users/new/",
    "groups/",
    "groups/new/",
    "account/",
    "sites/new/",
    "locales/",
    "workflows/list/",
    "workflows/add/",
    "workflows/edit/2/",
    "workflows/tasks/index/",
    "workflows/tasks/edit/2/",
    "redirects/",
    "redirects/add/",
    "redirects/import/",
    "agencies/",
    "agencies/add/",
    "fronts/",
    "fronts/add/",
    "breaking/",
    "letters/",
    "ratings/",
    "speakers/",
    "speakers/add/",
    "statements/",
    "collections/",
    "sites/",
    "reports/site-history/",
    "reports/workflow/",
    "reports/locked/",
    "pages/",
    "password_reset/",
]
CHOOSE = "[data-chooser-action-choose]:visible"


def test_every_screen_opens(sign_in: SignIn) -> None:
    page = sign_in("dewi")

    opened = {screen: status_of(page, screen) for screen in SCREENS}
    page.goto("/redaksi/pages/")
    page.goto(f"{page.url}edit/")
    expect(page.locator("[name=title]")).to_be_visible()

    assert {screen for screen, status in opened.items() if status != 200} == set()


def status_of(page: Page, screen: str) -> int:
    response = page.goto(f"/redaksi/{screen}")
    assert response is not None
    return response.status


def test_what_opens_within_the_editor(sign_in: SignIn) -> None:
    page = sign_in("budi")
    page.goto("/redaksi/articles/?q=Semua+Bagian")
    page.get_by_role("link", name="Semua Bagian Berita dalam Satu Halaman").click()

    add_an_author(page)
    add_a_table_column(page)
    choose_a_document(page)
    look_at_the_preview(page)
    count_words(page)
    pick_a_day(page)


def add_an_author(page: Page) -> None:
    page.click("#id_article_authors-ADD")
    page.click(f"#id_article_authors-1-person-chooser {CHOOSE}")
    page.click(".modal [data-chooser-modal-choice]")
    chosen = page.locator("#id_article_authors-1-person-chooser .chooser__title")
    expect(chosen).to_have_text("Sari Lestari")
    page.click("#inline_child_article_authors-1 [id$=-DELETE-button]")


def add_a_table_column(page: Page) -> None:
    table = page.locator(".typed-table-block")
    columns = table.locator("thead input[name$=heading]")
    before = columns.count()
    table.locator("[data-append-column]").click()
    table.locator(".add-column-menu button").first.click()
    expect(columns).to_have_count(before + 1)
    columns.last.fill("Catatan")


def choose_a_document(page: Page) -> None:
    chooser = page.locator(".document-chooser")
    chooser.locator("[data-w-dropdown-target=toggle]").click()
    page.click(CHOOSE)
    page.click(".modal [data-chooser-modal-choice]")
    expect(chooser.locator(".chooser__title")).to_have_text("Siaran pers")


def look_at_the_preview(page: Page) -> None:
    editor.open_side(page, "preview")
    preview = page.frame_locator("[data-w-preview-target=iframe], iframe[id*=preview]").first
    # The newsroom gives way to everything else on a busy machine, and a preview is made by it.
    expect(preview.locator("h1")).to_have_text(
        "Semua Bagian Berita dalam Satu Halaman", timeout=30_000
    )
    expect(preview.locator("html")).to_have_attribute("lang", "id")


def count_words(page: Page) -> None:
    editor.open_side(page, "checks")
    expect(page.locator("[data-content-word-count]")).not_to_have_text("-")


def pick_a_day(page: Page) -> None:
    page.click("#tab-label-details")
    page.click("[name=story_date]")
    page.locator(".xdsoft_datetimepicker:visible td[data-date='15']").first.click()
    assert page.input_value("[name=story_date]").endswith("-15")


def test_from_the_readers_page_to_the_editor_and_back(sign_in: SignIn) -> None:
    page = sign_in("budi")
    story = "/daerah/2022/01/30/semua-bagian/"

    page.goto(story)
    page.get_by_role("link", name="Edit this story").click()
    page.wait_for_url(editor.EDITING)
    page.get_by_role("link", name="View live").click()
    page.wait_for_url(f"**{story}")

    assert page.locator("h1").inner_text() == "Semua Bagian Berita dalam Satu Halaman"


def test_who_may_not_edit_a_story_sees_no_way_to_its_editor(sign_in: SignIn) -> None:
    page = sign_in("ani")

    page.goto("/nasional/2024/05/06/bridge-opens/")

    assert page.locator(".staff").count() == 0
