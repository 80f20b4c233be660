"""What readers see in a published story is changed by those who edit that story, nobody else."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils.html import escape
from PIL import Image
from wagtail.models import Collection

from redaksi.articles.publishing import unpublish
from tests.cast import Cast
from tests.factories import TEXT, add_test_document, add_test_picture, write_draft, write_live

pytestmark = pytest.mark.django_db


def other_file() -> SimpleUploadedFile:
    buffer = BytesIO()
    Image.new("RGB", (90, 60), "red").save(buffer, "JPEG")
    return SimpleUploadedFile("lain.jpg", buffer.getvalue())


def words_of(thing: Any) -> dict[str, Any]:
    names = ("title", "caption", "alt_text", "credit_line", "copyright_notice", "usage_terms")
    kept = {name: getattr(thing, name) for name in names if hasattr(thing, name)}
    return {**kept, "tags": "", "collection": Collection.get_first_root_node().pk}


def change(client, thing: Any, **changes: Any) -> str:
    """Post the form as the browser would; return the page that answers."""
    room = "wagtailimages" if hasattr(thing, "alt_text") else "wagtaildocs"
    url = reverse(f"{room}:edit", args=[thing.pk])
    return client.post(url, {**words_of(thing), **changes}).content.decode()


def changed(thing: Any) -> bool:
    row = type(thing).objects.get(pk=thing.pk)
    return (row.title, row.file.name) != (thing.title, thing.file.name)


@pytest.fixture
def picture(cast: Cast) -> Any:
    return add_test_picture(uploaded_by_user=cast.ani)


@pytest.fixture
def document(cast: Cast) -> Any:
    return add_test_document(uploaded_by_user=cast.ani)


def test_reporters_change_their_own_pictures_until_readers_see_them(cast: Cast, client, picture):
    write_draft(section=cast.nasional, owner=cast.ani, lead_picture=picture)
    client.force_login(cast.ani)

    change(client, picture, title="Pelabuhan, Senin pagi")

    assert changed(picture)


@pytest.mark.parametrize("changes", [{"title": "HOAX"}, {"file": other_file}])
@pytest.mark.parametrize("name", ["ani", "citra"])
def test_a_picture_of_a_live_story_is_not_changed_by_others(
    name, changes, cast: Cast, client, picture
):
    story = write_live(section=cast.nasional, lead_picture=picture, headline="Kapal Sandar")
    client.force_login(getattr(cast, name))
    made = {key: value() if callable(value) else value for key, value in changes.items()}

    page = change(client, picture, **made)

    assert not changed(picture)
    assert escape(f"“{story.headline}”") in page


@pytest.mark.parametrize("name", ["budi", "dewi"])
def test_editors_of_the_story_and_chiefs_change_it(name, cast: Cast, client, picture):
    write_live(section=cast.nasional, lead_picture=picture)
    client.force_login(getattr(cast, name))

    change(client, picture, file=other_file())

    assert changed(picture)


def test_one_of_several_stories_is_enough(cast: Cast, client, picture):
    write_live(section=cast.nasional, lead_picture=picture)
    write_live(section=cast.ekonomi, lead_picture=picture, headline="Harga Ikan")
    client.force_login(cast.citra)

    change(client, picture, title="Pelabuhan, Senin pagi")

    assert changed(picture)


def test_the_screen_of_many_uploads_is_no_way_around(cast: Cast, client, picture):
    write_live(section=cast.nasional, lead_picture=picture)
    client.force_login(cast.ani)
    url = reverse("wagtailimages:edit_multiple", args=[picture.pk])
    words = {f"image-{picture.pk}-{name}": value for name, value in words_of(picture).items()}

    answer = client.post(
        url,
        {**words, f"image-{picture.pk}-title": "HOAX"},
        headers={"x-requested-with": "XMLHttpRequest"},
    )

    assert answer.json()["success"] is False
    assert not changed(picture)


def test_a_document_of_a_live_story_likewise(cast: Cast, client, document):
    body = [("paragraph", TEXT), ("document", {"document": document, "title": ""})]
    story = write_live(section=cast.nasional, body=body)

    client.force_login(cast.ani)
    assert story.headline in change(client, document, title="HOAX")
    assert not changed(document)

    client.force_login(cast.budi)
    change(client, document, title="Laporan tahunan 2026")
    assert changed(document)


def test_what_is_offline_again_is_the_reporters_own_again(cast: Cast, client, document):
    body = [("paragraph", TEXT), ("document", {"document": document, "title": ""})]
    unpublish(write_live(section=cast.nasional, body=body))
    client.force_login(cast.ani)

    change(client, document, title="Laporan tahunan 2026")

    assert changed(document)
