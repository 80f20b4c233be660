"""What the editor does for those who write: keep, lock, compare, talk, hold back, go out later."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, Route, expect

from tests.browser import editor
from tests.browser.conftest import SignIn

#: Milliseconds after which Wagtail's editor begins to look for changes.
WATCHES_AFTER = 2200


def a_draft(page: Page, headline: str, text: str = "Kalimat pertama.") -> str:
    editor.open_new(page)
    editor.choose(page, "section", "Nasional")
    editor.write(page, headline, text)
    return editor.save_draft(page)


def test_what_is_typed_is_kept_without_saving(sign_in: SignIn) -> None:
    page = sign_in("ani")
    number = a_draft(page, "Disimpan Sendiri")

    page.wait_for_timeout(WATCHES_AFTER)
    with page.expect_response(re.compile(rf"/edit/{number}/$")) as saved:
        editor.type_text(page, " Kalimat kedua.")
    assert saved.value.ok
    editor.open_story(page, number)

    assert editor.body_of(page).inner_text() == "Kalimat pertama. Kalimat kedua."


def test_what_the_page_weighs_stands_beside_it(sign_in: SignIn) -> None:
    page = sign_in("ani")
    editor.open_story(page, a_draft(page, "Ditimbang Dulu"))

    page.locator("[data-side-panel-toggle=weight]").click()

    panel = page.locator("[data-weight]")
    expect(panel.get_by_role("row", name="Pictures (0)")).to_contain_text("0.0 kB")
    expect(panel.get_by_role("row", name="Together")).to_contain_text(re.compile(r"1\d kB"))


def test_a_story_sent_while_it_is_kept_is_made_once(sign_in: SignIn) -> None:
    page = sign_in("ani")
    held: list[Route] = []
    editor.open_new(page)
    editor.choose(page, "section", "Nasional")
    page.wait_for_timeout(WATCHES_AFTER)
    page.route(re.compile("/articles/add/"), hold_the_first(held))

    with page.expect_request(re.compile("/articles/add/")):
        editor.write(page, "Dikirim Seketika", "Kalimat pertama.")
    page.locator("footer button").first.click()
    page.wait_for_timeout(500)
    with page.expect_event("load"):
        held[0].continue_()
    page.goto(f"{editor.LISTING}?q=Seketika")

    expect(page.locator("main tbody").get_by_role("link", name="Dikirim Seketika")).to_have_count(1)


def hold_the_first(held: list[Route]) -> Callable[[Route], None]:
    """Hold the first request back, and let those after it through."""

    def decide(route: Route) -> None:
        if held:
            route.continue_()
        else:
            held.append(route)

    return decide


def test_a_lock_keeps_others_out_until_it_is_taken_over(sign_in: SignIn) -> None:
    ani, budi = sign_in("ani"), sign_in("budi")
    number = a_draft(ani, "Terkunci Dulu")

    turn_lock(budi, number)
    editor.open_story(ani, number)
    locked_out = ani.locator("footer button").first.inner_text().strip()
    turn_lock(budi, number)
    editor.open_story(ani, number)

    assert locked_out == "Locked"
    assert ani.locator("footer button").first.inner_text().strip() == "Save draft"


def turn_lock(page: Page, number: str) -> None:
    editor.open_story(page, number)
    editor.open_side(page, "status")
    with page.expect_navigation():
        page.click("[data-side-panel=status] .switch:has([data-controller=w-action])")


def test_two_versions_are_compared(sign_in: SignIn) -> None:
    page = sign_in("ani")
    number = a_draft(page, "Judul Lama")
    page.fill("[name=headline]", "Judul Baru")
    editor.save_draft(page)

    page.goto(f"/redaksi/articles/history/{number}/")
    page.locator("main table [data-w-dropdown-target=toggle]").first.click()
    page.get_by_role("link", name="Compare with previous version").first.click()
    page.wait_for_url("**/revisions/compare/**")

    assert page.locator("main .addition").all_inner_texts() == ["Baru"]
    assert page.locator("main .deletion").all_inner_texts() == ["Lama"]


def test_a_note_reaches_the_colleague_it_names(sign_in: SignIn) -> None:
    ani, budi = sign_in("ani"), sign_in("budi")
    number = a_draft(ani, "Perlu Dicek")

    ani.get_by_role("link", name="Notes").click()
    ani.fill("[name=text]", "@budi, tolong cek angkanya.")
    ani.get_by_role("button", name="Add note").click()
    budi.goto("/redaksi/")
    budi.get_by_role("link", name="Perlu Dicek").click()
    budi.get_by_role("link", name="Notes").click()
    budi.wait_for_url(f"**/{number}/notes/")
    thread = budi.locator(".editorial-note > p").all_inner_texts()
    budi.get_by_role("button", name="Resolve").click()
    budi.goto("/redaksi/")

    assert number in ani.url
    assert thread[1:] == ["@budi, tolong cek angkanya."]
    assert budi.get_by_role("link", name="Perlu Dicek").count() == 0


def test_an_embargo_holds_a_story_back(sign_in: SignIn) -> None:
    page = sign_in("budi")
    number = a_draft(page, "Baru Boleh Tahun Depan")

    page.goto(f"/redaksi/articles/{number}/embargo/")
    page.fill("[name=until]", "2099-01-01 08:00")
    # By keyboard, because the calendar may open over the button later than a mouse would come.
    page.locator("main form button[type=submit]").press("Enter")
    page.wait_for_url(editor.EDITING)
    editor.press(page, "action-publish")

    refusal = (
        "“Baru Boleh Tahun Depan” is under embargo until "
        "Thursday, 1 January 2099, 08:00 WIB: publish it after that."
    )
    assert editor.messages(page, "error") == [refusal]
    assert page.get_by_role("link", name="View live").count() == 0


def test_a_scheduled_story_stands_on_the_home(sign_in: SignIn) -> None:
    page = sign_in("budi")
    a_draft(page, "Terbit Nanti")

    editor.open_side(page, "status")
    page.get_by_role("button", name="Set schedule").click()
    page.fill("[name=go_live_at]:visible", "2099-01-01 08:00")
    calendar = page.locator(".xdsoft_datetimepicker:visible")
    expect(calendar).to_have_count(1)
    page.get_by_role("heading", name="Set publishing schedule").click()
    expect(calendar).to_have_count(0)
    with page.expect_navigation():
        page.get_by_role("button", name="Save schedule").click()
    editor.press(page, "action-publish")
    page.goto("/redaksi/")
    panel = page.locator(".desk-panel", has=page.get_by_role("heading", name="Goes out next"))

    expect(panel.locator("li a")).to_have_text("Terbit Nanti")
