"""Who said what: from the words typed to the speaker's page and back to their place in the text."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.browser import editor
from tests.browser.conftest import FindFaults, SignIn
from tests.browser.watching import Watch
from tests.waiting import wait_until

SAID = "Jembatan ini milik warga Rawa"
ALSO_SAID = "Tarifnya nol rupiah untuk selamanya"


def a_story(page: Page, headline: str, text: str) -> str:
    editor.open_new(page)
    editor.choose(page, "section", "Nasional")
    editor.write(page, headline, text)
    number = editor.save_draft(page)
    editor.open_side(page, "statements")
    expect(page.locator(".statement")).to_have_count(1)
    return number


def confirm(page: Page) -> None:
    """Confirm the only statement that was found, with one key."""
    page.locator(".statement-found").focus()
    page.keyboard.press("Enter")
    expect(page.locator(".statement-confirmed")).to_have_count(1)


def publish(page: Page) -> None:
    editor.press(page, "action-publish")
    assert editor.messages(page, "error") == []


def open_when_there(page: Page, path: str, words: str, *, is_there: bool = True) -> None:
    """Open a page when the press has made it with the words, or without them."""

    def follows() -> bool:
        page.goto(path)
        return (words in page.locator("main").inner_text()) is is_there

    assert wait_until(follows)


def test_from_the_words_to_the_record_and_back(
    sign_in: SignIn, watch: Watch, find_faults: FindFaults
) -> None:
    watch.expected.add(404)  # until the press has made a new page
    page = sign_in("budi")
    a_story(page, "Warga Punya Jembatan", f"“{SAID},” kata Gubernur Rawa Sekar Wulandari, Senin.")
    shown = page.locator(".statement-who strong").inner_text()
    is_ticked = page.locator("[name=ticked]").is_checked()
    confirm(page)
    publish(page)

    open_when_there(page, "/tokoh/sekar-wulandari/", SAID)
    faults = find_faults(page)
    page.get_by_role("link", name="Warga Punya Jembatan").click()
    page.wait_for_url("**/warga-punya-jembatan/#pernyataan-*")
    marked = page.locator(":target")

    assert (shown, is_ticked) == ("Sekar Wulandari", True)
    assert faults == []
    assert marked.inner_text() == SAID
    marked.click()
    page.wait_for_url("**/tokoh/sekar-wulandari/")
    page.locator(".record-day a").first.click()
    assert page.locator(".statement-page-words").inner_text() == SAID
    assert find_faults(page) == []


def test_a_selection_becomes_a_statement(sign_in: SignIn) -> None:
    page = sign_in("ani")
    a_story(page, "Dipilih Sendiri", f"Pagi itu ramai sekali. “{SAID},” kata Bupati Tirta Wijaya.")

    page.evaluate(
        """() => {
          const text = document.querySelector("[data-contentpath=body] [data-text=true]");
          const node = text.firstChild;
          document.getSelection().setBaseAndExtent(node, 0, node, "Pagi itu ramai sekali".length);
        }"""
    )
    page.locator("[data-add-selection]").click()

    expect(page.locator(".statement")).to_have_count(2)
    assert page.locator(".statement-words").first.inner_text() == "Pagi itu ramai sekali"


def test_a_speaker_is_corrected_after_publication(sign_in: SignIn, watch: Watch) -> None:
    watch.expected.add(404)
    page = sign_in("budi")
    number = a_story(page, "Salah Orang", f"“{ALSO_SAID},” kata Direktur Bayu Prasetya, Senin.")
    confirm(page)
    publish(page)
    open_when_there(page, "/tokoh/bayu-prasetya/", ALSO_SAID)

    editor.open_story(page, number)
    editor.open_side(page, "statements")
    page.get_by_text("Correct", exact=True).click()
    page.locator(".statement [name=speaker_name]").fill("Ratih Kencana")
    page.get_by_role("button", name="Confirm as corrected").click()
    expect(page.locator(".statement-who strong")).to_have_text("Ratih Kencana")

    open_when_there(page, "/tokoh/ratih-kencana/", ALSO_SAID)
    open_when_there(page, "/tokoh/bayu-prasetya/", ALSO_SAID, is_there=False)


def test_two_entries_become_one(sign_in: SignIn, watch: Watch) -> None:
    watch.expected.add(404)
    page = sign_in("budi")
    for name, headline in (("Mulyadi Hartono", "Satu Kali"), ("Mulyadi Hartanto", "Dua Kali")):
        a_story(
            page, headline, f"“{headline} cukup untuk semua orang,” kata Menteri {name}, Senin."
        )
        if page.locator(".statement-similar").count():
            page.get_by_label("Somebody new").check()
            page.get_by_role("button", name="Confirm", exact=True).click()
            expect(page.locator(".statement-confirmed")).to_have_count(1)
        else:
            confirm(page)
        publish(page)
    open_when_there(page, "/tokoh/mulyadi-hartanto/", "Dua Kali cukup")

    page.goto("/redaksi/speakers/?q=Hartono")
    page.locator("main tbody a").first.click()
    page.locator("header [data-w-dropdown-target=toggle]").last.click()
    page.get_by_role("link", name="Merge").click()
    page.get_by_label("Mulyadi Hartanto").check()
    page.get_by_role("button", name="Merge").click()
    page.wait_for_url("**/speakers/edit/*/")

    open_when_there(page, "/tokoh/mulyadi-hartono/", "Dua Kali cukup")
    assert "Satu Kali cukup" in page.locator("main").inner_text()
    page.goto("/tokoh/mulyadi-hartanto/")
    assert page.url.endswith("/tokoh/mulyadi-hartono/")
