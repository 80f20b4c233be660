"""The first journey: from the printed link to the first published story."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser import editor
from tests.browser.served import Served

SENTENCE = "Jembatan Sungai Rawa dibuka pagi ini dan langsung ramai."


def test_from_the_link_to_the_first_story(page: Page, served: Served, tmp_path: Path) -> None:
    follow_the_link(page, served)

    editor.open_new(page)
    editor.choose(page, "section", "Nasional")
    editor.write(page, "Jembatan Rawa Dibuka", SENTENCE)
    upload(page, editor.a_jpeg(tmp_path), title="Jembatan Rawa")
    editor.press(page, "action-publish")
    refused = editor.messages(page, "error")
    describe_picture(page)
    editor.press(page, "action-publish")

    assert refused == [
        "The picture “Jembatan Rawa” has no credit line: open it and say whose it is.",
        "The picture “Jembatan Rawa” has no alt text: open it and say what it shows.",
    ]
    read_it(page)


def follow_the_link(page: Page, served: Served) -> None:
    page.goto(served.first_sign_in)
    page.click("button[type=submit]")
    page.wait_for_url("/redaksi/kata-sandi/")
    page.fill("[name=new_password1]", "dua-belas-huruf-lebih")
    page.fill("[name=new_password2]", "dua-belas-huruf-lebih")
    page.click("button[type=submit]")
    page.wait_for_url("/redaksi/")


def upload(page: Page, file: Path, *, title: str) -> None:
    page.click("#id_lead_picture-chooser [data-chooser-action-choose]:visible")
    page.click("#tab-label-upload")
    form = page.locator("[data-chooser-modal-creation-form]")
    form.locator("[type=file]").set_input_files(file)
    form.locator("[name$=title]").fill(title)
    form.locator("[type=submit]").click()
    expect(page.locator("#id_lead_picture-chooser .chooser__title")).to_have_text(title)


def describe_picture(page: Page) -> None:
    page.click("#id_lead_picture-chooser [data-w-dropdown-target=toggle]")
    with page.context.expect_page() as opened:
        page.click("[data-chooser-edit-link]:visible")
    picture = opened.value
    picture.fill("[name=credit_line]", "Foto: Sari Lestari")
    picture.fill("[name=alt_text]", "Jembatan di atas sungai")
    picture.click("main form button[type=submit]")
    picture.wait_for_url("**/redaksi/images/")
    picture.close()


def read_it(page: Page) -> None:
    page.goto("/nasional/")
    page.get_by_role("link", name="Jembatan Rawa Dibuka").first.click()

    assert page.locator("h1").inner_text() == "Jembatan Rawa Dibuka"
    assert page.locator(".article-text").inner_text() == SENTENCE
    assert page.locator(".article-lead img").get_attribute("alt") == "Jembatan di atas sungai"
    assert page.locator(".article-lead .picture-credit").inner_text() == "Foto: Sari Lestari"
    assert page.locator("html").get_attribute("lang") == "id"
