"""The pages of tags."""

from __future__ import annotations

import pytest
from taggit.models import Tag

from redaksi.articles.models import Article
from redaksi.articles.publishing import publish, unpublish
from tests.cast import Cast
from tests.factories import write_draft

pytestmark = pytest.mark.django_db


def write_tagged(cast: Cast, *tags: str, headline: str = "Ombak tinggi") -> Article:
    story = write_draft(section=cast.nasional, headline=headline)
    story.tags.add(*tags)
    story.save()
    story.save_revision()
    publish(story)
    return Article.objects.get(pk=story.pk)


def test_a_story_links_the_pages_of_its_tags_which_list_it(cast: Cast, client):
    story = write_tagged(cast, "Laut Jawa")

    assert 'href="/topik/laut-jawa/" rel="tag">Laut Jawa' in client.get(story.path).content.decode()
    page = client.get("/topik/laut-jawa/")
    assert [found.pk for found in page.context["articles"]] == [story.pk]


def test_a_tag_that_only_drafts_carry_is_not_given_away(cast: Cast, client):
    draft = write_draft(section=cast.nasional)
    draft.tags.add("rahasia")
    draft.save()

    assert client.get("/topik/rahasia/").status_code == 404
    assert client.get("/topik/tidak-ada/").status_code == 404


def test_the_page_goes_with_the_last_story(cast: Cast, client):
    story = write_tagged(cast, "laut")

    unpublish(story)

    assert client.get("/topik/laut/").status_code == 404


def test_further_pages_lose_no_story_and_double_none(cast: Cast, client, short_pages):
    stories = [write_tagged(cast, "laut", headline=f"Ombak {n}") for n in range(8)]

    seen, path = [], "/topik/laut/"
    while path:
        context = client.get(path).context
        seen += [found.pk for found in context["articles"]]
        path = context["older_url"]

    assert seen == [story.pk for story in reversed(stories)]
    assert client.get("/topik/laut/sebelum/19990101T000000000000-1/").status_code == 404


def test_a_tag_that_no_address_can_hold_is_shown_without_a_link(cast: Cast, client):
    story = write_tagged(cast, "北京")
    Tag.objects.filter(name="北京").update(slug="北京")

    page = client.get(story.path).content.decode()

    assert "<li>北京</li>" in page


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_costs_the_same_for_any_number_of_stories(
    number, cast: Cast, client, django_assert_num_queries
):
    for place in range(number):
        write_tagged(cast, "laut", headline=f"Ombak {place}")

    client.get("/topik/laut/")
    with django_assert_num_queries(9):
        client.get("/topik/laut/")
