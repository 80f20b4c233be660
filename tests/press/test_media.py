"""Pictures and documents can be reached while something published shows them, and not before."""

from __future__ import annotations

import pytest
from django.test import Client
from wagtail.models import ReferenceIndex

from redaksi.articles.models import Article
from redaksi.articles.publishing import publish, unpublish
from redaksi.pictures.models import Picture
from redaksi.pictures.rendering import make_renditions
from tests.cast import Cast
from tests.factories import TEXT, add_test_picture, write_draft
from tests.press.conftest import Paper

pytestmark = pytest.mark.django_db


def addresses_of(picture: Picture) -> list[str]:
    return [made.url for made in make_renditions(picture).values()]


def statuses(client: Client, picture: Picture) -> set[int]:
    return {client.get(address).status_code for address in addresses_of(picture)}


@pytest.mark.parametrize("place", ["lead", "text"])
def test_a_drafts_picture_is_for_the_newsroom_until_it_is_published(place, cast: Cast, client):
    picture = add_test_picture()
    body = [("paragraph", TEXT)]
    if place == "text":
        body.append(("picture", {"picture": picture, "caption": ""}))
    lead = picture if place == "lead" else None
    story = write_draft(section=cast.nasional, lead_picture=lead, body=body)

    assert statuses(client, picture) == {404}
    newsroom = Client()
    newsroom.force_login(cast.ani)
    assert statuses(newsroom, picture) == {200}

    publish(story)
    # The worker does this within a second; until then the edge has the files already.
    ReferenceIndex.create_or_update_for_object(Article.objects.get(pk=story.pk))
    assert statuses(client, picture) == {200}

    unpublish(Article.objects.get(pk=story.pk))
    assert statuses(client, picture) == {404}


def files_in(paper: Paper, place: str) -> set[str]:
    folder = paper.store.tree.folder / place
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


def test_files_come_into_the_tree_with_their_story_and_leave_with_it(paper: Paper):
    assert len(files_in(paper, "documents")) == 1
    with_the_story = files_in(paper, "media")
    assert with_the_story

    unpublish(Article.objects.get(pk=paper.stories[5].pk))
    paper.press()

    assert files_in(paper, "documents") == set()
    kept = files_in(paper, "media")
    portrait = paper.portrait.renditions.values_list("file", flat=True)
    assert kept == set(portrait)


def test_an_upload_that_nothing_shows_is_never_in_the_tree(paper: Paper):
    picture = add_test_picture("Rahasia")
    make_renditions(picture)
    story = write_draft(section=paper.cast.nasional, lead_picture=picture)
    paper.press()

    secret = {made.file.name for made in picture.renditions.all()}
    assert not secret & files_in(paper, "media")

    publish(story)
    paper.press()

    assert secret & files_in(paper, "media")
