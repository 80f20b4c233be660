"""Pictures and documents that stories use: kept, described, and open to readers in time."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.contrib.messages import get_messages
from django.core.files.base import ContentFile
from django.urls import reverse
from django.utils import timezone
from wagtail.documents import get_document_model
from wagtail.models import ReferenceIndex, Revision

from redaksi.articles.kinds import WithdrawalGround
from redaksi.articles.models import Article
from redaksi.articles.publishing import publish, unpublish
from redaksi.articles.withdrawing import withdraw
from redaksi.pictures.models import Picture
from tests.cast import Cast
from tests.factories import TEXT, add_test_picture, write_draft, write_live

pytestmark = pytest.mark.django_db

PDF = b"%PDF-1.4 rahasia"


@pytest.fixture
def document(cast: Cast) -> Any:
    """A document that Ani uploaded."""
    kept = get_document_model()(title="Salinan putusan", uploaded_by_user=cast.ani)
    kept.file.save("putusan.pdf", ContentFile(PDF))
    kept.save()
    return kept


def offering(document: Any) -> list[tuple[str, Any]]:
    return [("paragraph", TEXT), ("document", {"document": document, "title": ""})]


def showing(picture: Picture) -> list[tuple[str, Any]]:
    shown = {"picture": picture, "caption": ""}
    return [("paragraph", TEXT), ("gallery", {"title": "", "pictures": [shown, shown]})]


def work_through(article: Article) -> None:
    """Do what the worker does after a save, and forget that the versions are new."""
    ReferenceIndex.create_or_update_for_object(article)
    long_ago = timezone.now() - datetime.timedelta(days=30)
    Revision.objects.filter(object_id=str(article.pk)).update(created_at=long_ago)


def delete(client, thing: Any) -> list[str]:
    """Ask for the deletion and return the sentences in answer."""
    room = "wagtailimages" if isinstance(thing, Picture) else "wagtaildocs"
    answer = client.post(reverse(f"{room}:delete", args=[thing.pk]))
    return [str(message).strip() for message in get_messages(answer.wsgi_request)]


def is_kept(thing: Any) -> bool:
    return type(thing).objects.filter(pk=thing.pk).exists()


def in_a_draft(cast: Cast, body: Any) -> Article:
    return write_draft(section=cast.nasional, body=body)


def in_a_version_to_come(cast: Cast, body: Any) -> Article:
    article = write_live(section=cast.nasional)
    article.body = body
    article.save_revision()
    return article


def in_a_live_story(cast: Cast, body: Any) -> Article:
    return write_live(section=cast.nasional, body=body)


def as_a_lead(cast: Cast, body: Any) -> Article:
    picture = body[1][1]["pictures"][0]["picture"]
    return write_live(section=cast.nasional, lead_picture=picture)


@pytest.mark.parametrize("user", ["ani", "budi", "dewi"])
@pytest.mark.parametrize("used", [in_a_draft, in_a_version_to_come, in_a_live_story, as_a_lead])
def test_a_used_picture_stays(used: Any, user: str, cast: Cast, client):
    picture = add_test_picture(uploaded_by_user=cast.ani)
    work_through(used(cast, showing(picture)))
    client.force_login(getattr(cast, user))

    (sentence,) = delete(client, picture)

    assert is_kept(picture)
    assert str(picture) in sentence
    assert "1" in sentence


@pytest.mark.parametrize("used", [in_a_draft, in_a_version_to_come, in_a_live_story])
def test_a_used_document_stays(used: Any, cast: Cast, client, document):
    work_through(used(cast, offering(document)))
    client.force_login(cast.dewi)

    (sentence,) = delete(client, document)

    assert is_kept(document)
    assert str(document) in sentence


def test_before_the_worker_has_been_there_too(cast: Cast, client, picture):
    write_live(section=cast.nasional, body=showing(picture))
    client.force_login(cast.dewi)

    delete(client, picture)

    assert is_kept(picture)


def test_a_number_that_only_begins_alike_is_no_use(cast: Cast, client, picture):
    longer = add_test_picture(pk=int(f"{picture.pk}0"))
    write_draft(section=cast.nasional, body=showing(longer))
    client.force_login(cast.dewi)

    delete(client, picture)

    assert not is_kept(picture)


def test_reporters_delete_unused_uploads_of_their_own_only(cast: Cast, client, document):
    own, anothers = add_test_picture(uploaded_by_user=cast.ani), add_test_picture()
    client.force_login(cast.ani)

    for thing in (own, anothers, document):
        delete(client, thing)

    assert [is_kept(thing) for thing in (own, anothers, document)] == [False, True, False]


def test_many_at_once_are_no_way_round(cast: Cast, client, picture, document):
    work_through(write_live(section=cast.nasional, lead_picture=picture, body=offering(document)))
    unused = add_test_picture()
    client.force_login(cast.dewi)

    pictures = reverse("wagtail_bulk_action", args=["pictures", "picture", "delete"])
    client.post(f"{pictures}?id={picture.pk}&id={unused.pk}")
    documents = reverse("wagtail_bulk_action", args=["wagtaildocs", "document", "delete"])
    client.post(f"{documents}?id={document.pk}")

    assert is_kept(picture)
    assert is_kept(unused)
    assert is_kept(document)


def test_many_unused_at_once_go(cast: Cast, client, picture):
    client.force_login(cast.dewi)

    address = reverse("wagtail_bulk_action", args=["pictures", "picture", "delete"])
    client.post(f"{address}?id={picture.pk}")

    assert not is_kept(picture)


def test_taking_back_an_upload_is_no_way_round(cast: Cast, client, picture, document):
    write_draft(section=cast.nasional, lead_picture=picture, body=offering(document))
    unused = add_test_picture()
    client.force_login(cast.dewi)

    for thing in (picture, unused):
        client.post(reverse("wagtailimages:delete_multiple", args=[thing.pk]))
    client.post(reverse("wagtaildocs:delete_multiple", args=[document.pk]))

    assert [is_kept(thing) for thing in (picture, unused, document)] == [True, False, True]


def words_of(picture: Picture, **changes: str) -> dict[str, Any]:
    """What the form of a picture posts."""
    names = ("title", "caption", "alt_text", "credit_line", "copyright_notice", "usage_terms")
    words = {name: getattr(picture, name) for name in names}
    focus = {f"focal_point_{name}": "" for name in ("x", "y", "width", "height")}
    return {**words, **focus, "tags": "", "collection": picture.collection_id, **changes}


@pytest.mark.parametrize("name", ["credit_line", "alt_text"])
def test_words_that_readers_need_are_not_blanked(name: str, cast: Cast, client, picture):
    write_live(section=cast.nasional, lead_picture=picture)
    client.force_login(cast.budi)
    address = reverse("wagtailimages:edit", args=[picture.pk])

    answer = client.post(address, words_of(picture, **{name: " "}))

    assert answer.status_code == 200
    assert list(answer.context["form"].errors) == [name]
    assert getattr(Picture.objects.get(pk=picture.pk), name) == getattr(picture, name)


def test_the_words_may_change(cast: Cast, client, picture):
    write_live(section=cast.nasional, lead_picture=picture)
    client.force_login(cast.budi)
    address = reverse("wagtailimages:edit", args=[picture.pk])

    client.post(address, words_of(picture, credit_line="Foto: Lain"))

    assert Picture.objects.get(pk=picture.pk).credit_line == "Foto: Lain"


def test_words_of_a_picture_in_drafts_may_be_blanked(cast: Cast, client, picture):
    write_draft(section=cast.nasional, lead_picture=picture)
    client.force_login(cast.budi)

    client.post(reverse("wagtailimages:edit", args=[picture.pk]), words_of(picture, alt_text=""))

    assert Picture.objects.get(pk=picture.pk).alt_text == ""


def test_a_document_is_nobodys_before_a_story_offers_it(cast: Cast, client, document):
    article = write_draft(section=cast.nasional, body=offering(document))
    assert client.get(document.url).status_code == 404

    publish(article)
    article.refresh_from_db()
    assert client.get(document.url).status_code == 404  # the worker has not been there

    work_through(article)
    assert client.get(document.url).status_code == 200


def test_a_draft_in_the_index_offers_nothing(cast: Cast, client, document):
    work_through(write_draft(section=cast.nasional, body=offering(document)))

    assert client.get(document.url).status_code == 404


def embargo(article: Article, by: Any) -> None:
    until = timezone.now() + datetime.timedelta(hours=1)
    Article.objects.filter(pk=article.pk).update(embargoed_until=until)


def take_offline(article: Article, by: Any) -> None:
    unpublish(article)


def take_back(article: Article, by: Any) -> None:
    withdraw(article, ground=WithdrawalGround.FALSE, note="", by=by)


def take_out(article: Article, by: Any) -> None:
    article.body = [("paragraph", TEXT)]
    article.save_revision()
    publish(article)


@pytest.mark.parametrize("end", [embargo, take_offline, take_back, take_out])
def test_a_document_goes_with_its_story(end: Any, cast: Cast, client, document):
    article = write_live(section=cast.nasional, body=offering(document))
    work_through(article)
    assert client.get(document.url).status_code == 200

    end(article, cast.dewi)

    assert client.get(document.url).status_code == 404


@pytest.mark.parametrize(
    ("user", "status"), [("ani", 200), ("budi", 200), ("dewi", 200), ("eko", 404)]
)
def test_the_newsroom_opens_every_document(user: str, status: int, cast: Cast, client, document):
    client.force_login(getattr(cast, user))

    assert client.get(document.url).status_code == status


def test_a_document_runs_nowhere(cast: Cast, client, document):
    client.force_login(cast.ani)

    answer = client.get(document.url)

    assert b"".join(answer.streaming_content) == PDF
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert answer["Cache-Control"] == "no-cache"
