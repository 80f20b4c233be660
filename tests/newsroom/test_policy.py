"""Each kind of page has its Content-Security-Policy, and none may be framed elsewhere."""

from __future__ import annotations

import re

from django.test import Client

from redaksi.newsroom.choosers import start_of
from tests.cast import Cast
from tests.editor import form_of
from tests.factories import write_live

READERS = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
}
NEWSROOM = READERS - {"style-src 'self'", "img-src 'self'"} | {
    "style-src 'self' 'nonce-…'",
    "img-src 'self' data: blob:",
    "frame-src 'self'",
}
PREVIEW = READERS - {"frame-ancestors 'none'"} | {"frame-ancestors 'self'"}


def policy_of(headers: object) -> tuple[set[str], str]:
    """Return the directives, every nonce the same, and who may frame the page in old browsers."""
    policy, frame = headers["content-security-policy"], headers["x-frame-options"]  # type: ignore[index]
    return set(re.sub(r"nonce-[^']+", "nonce-…", policy).split("; ")), frame


def test_readers_pages_have_the_strictest_policy(cast: Cast, client: Client) -> None:
    story = write_live(section=cast.nasional)

    answers = [client.get(address).headers for address in ("/", story.url, "/tidak-ada/")]

    assert [policy_of(headers) for headers in answers] == [(READERS, "DENY")] * 3


def test_the_newsroom_runs_no_inline_script(cast: Cast, client: Client) -> None:
    client.force_login(cast.dewi, "django.contrib.auth.backends.ModelBackend")
    story = write_live(section=cast.nasional)

    screen = client.get(f"/redaksi/articles/edit/{story.pk}/")

    inline = re.findall(
        r"<script(?![^>]*(?:src=|type=\"application/json\"))[^>]*>", str(screen.content)
    )
    assert policy_of(screen.headers) == (NEWSROOM, "DENY")
    assert inline == []


def test_a_preview_may_be_framed_by_the_editor_only(cast: Cast, client: Client) -> None:
    client.force_login(cast.dewi, "django.contrib.auth.backends.ModelBackend")
    story = write_live(section=cast.nasional)
    address = f"/redaksi/articles/preview/{story.pk}/"

    client.post(address, form_of(story))
    preview = client.get(address, {"in_preview_panel": "true"})

    assert policy_of(preview.headers) == (PREVIEW, "SAMEORIGIN")


def test_a_choosers_script_becomes_data() -> None:
    script = 'new ImageChooser("id_lead_picture", {"modalUrl": "/pilih/", "linkedFields": {}});'

    assert start_of(script) == {
        "new": True,
        "name": "ImageChooser",
        "arguments": ["id_lead_picture", {"modalUrl": "/pilih/", "linkedFields": {}}],
    }
    assert start_of('createTaskChooser("id_task");') == {
        "new": False,
        "name": "createTaskChooser",
        "arguments": ["id_task"],
    }
