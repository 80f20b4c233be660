"""No door names a story, picture, document, section or account to those who may not see it."""

from __future__ import annotations

import pytest
from django.urls import reverse

from redaksi.newsroom.models import Section, User
from tests.cast import Cast
from tests.factories import add_test_document, add_test_picture, write_draft

pytestmark = pytest.mark.django_db

SECRET = "Rahasia laporan audit"


def bulk(app: str, model: str, action: str, *keys: object) -> str:
    url = reverse("wagtail_bulk_action", args=[app, model, action])
    return f"{url}?" + "&".join(f"id={key}" for key in keys)


@pytest.mark.parametrize("action", ["publish", "unpublish", "move", "delete"])
@pytest.mark.parametrize("name", ["eko", "citra", "ani"])
def test_nobody_reads_the_headlines_of_foreign_drafts(action, name, cast: Cast, client):
    section = cast.ekonomi if name == "ani" else cast.nasional
    foreign = write_draft(section=section, owner=cast.dewi, headline=SECRET)
    client.force_login(getattr(cast, name))

    for keys in ([foreign.pk], ["all"], [foreign.pk, "all"]):
        answer = client.get(bulk("articles", "article", action, *keys))
        assert SECRET not in answer.content.decode()

    assert client.get(bulk("articles", "article", action, foreign.pk)).status_code == 404


def test_a_foreign_draft_among_own_ones_stays_unnamed(cast: Cast, client):
    own = write_draft(section=cast.nasional, owner=cast.ani, headline="Milik sendiri")
    foreign = write_draft(section=cast.nasional, owner=cast.budi, headline=SECRET)
    client.force_login(cast.ani)

    page = client.get(bulk("articles", "article", "publish", own.pk, foreign.pk)).content.decode()

    assert "Milik sendiri" in page
    assert SECRET not in page


@pytest.mark.parametrize("action", ["delete", "add_tags", "add_to_collection"])
@pytest.mark.parametrize(
    ("add", "place"),
    [
        (lambda: add_test_picture(SECRET), ("pictures", "picture")),
        (lambda: add_test_document(SECRET), ("wagtaildocs", "document")),
    ],
)
def test_technicians_read_no_titles_of_media(action, add, place, cast: Cast, client):
    thing = add()
    client.force_login(cast.eko)

    for key in (thing.pk, "all"):
        assert client.get(bulk(*place, action, key)).status_code == 404

    client.force_login(cast.ani)
    assert SECRET in client.get(bulk(*place, action, thing.pk)).content.decode()


def test_sections_and_accounts_are_named_to_those_who_keep_them(cast: Cast, client):
    section = Section.objects.create(name=SECRET, slug="rahasia")
    account = User.objects.create(username=SECRET)
    doors = [
        bulk("newsroom", "section", "delete", section.pk),
        bulk("newsroom", "section", "delete", "all"),
        bulk("newsroom", "user", "delete", account.pk),
    ]
    client.force_login(cast.ani)
    assert [client.get(door).status_code for door in doors] == [404] * 3

    client.force_login(cast.dewi)
    assert SECRET in client.get(doors[0]).content.decode()


def test_reports_send_strangers_to_sign_in_and_refuse_reporters(cast: Cast, client):
    report = reverse("wagtailadmin_reports:locked_pages")

    assert client.get(report).url.startswith(reverse("wagtailadmin_login"))

    client.force_login(cast.ani)
    assert client.get(report).status_code == 403
