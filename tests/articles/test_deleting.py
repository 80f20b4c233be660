"""What stories need cannot be deleted, and the refusal says why."""

from __future__ import annotations

import datetime

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse
from django.utils import timezone

from redaksi.articles.models import Agency, ArticleAuthor
from redaksi.articles.moving import move
from redaksi.articles.publishing import publish
from redaksi.newsroom.models import Person, Section
from tests.cast import Cast
from tests.factories import write_draft, write_live

pytestmark = pytest.mark.django_db


def delete(client, thing):
    """Ask for the deletion of a section, person or agency and return the sentences in answer."""
    answer = client.post(reverse(thing.snippet_viewset.get_url_name("delete"), args=[thing.pk]))
    return [str(message).strip() for message in get_messages(answer.wsgi_request)]


def a_section(cast: Cast):
    write_draft(section=cast.ekonomi)
    return cast.ekonomi


def a_person(cast: Cast):
    person = Person.objects.create(name="Ani", slug="ani")
    story = write_draft(section=cast.ekonomi)
    story.article_authors = [ArticleAuthor(person=person)]
    story.save()
    return person


def an_agency(cast: Cast):
    agency = Agency.objects.create(name="Kantor Berita X", code="x")
    write_draft(section=cast.ekonomi, source=agency)
    return agency


def a_section_of_a_draft(cast: Cast):
    section = Section.objects.create(name="Olahraga", slug="olahraga")
    redraft(write_live(section=cast.ekonomi), section=section)
    return section


def a_person_of_a_draft(cast: Cast):
    person = Person.objects.create(name="Ani", slug="ani")
    redraft(write_draft(section=cast.ekonomi), article_authors=[ArticleAuthor(person=person)])
    return person


def an_agency_of_a_draft(cast: Cast):
    agency = Agency.objects.create(name="Kantor Berita X", code="x")
    redraft(write_draft(section=cast.ekonomi), source=agency)
    return agency


def an_agency_of_a_scheduled_version(cast: Cast):
    agency = Agency.objects.create(name="Kantor Berita X", code="x")
    story = write_live(section=cast.ekonomi)
    redraft(story, source=agency, go_live_at=timezone.now() + datetime.timedelta(days=1))
    publish(story)
    redraft(story, source=None)
    return agency


def a_section_with_sub_sections(cast: Cast):
    section = Section.objects.create(name="Olahraga", slug="olahraga")
    Section.objects.create(name="Basket", slug="basket", parent=section)
    return section


def a_section_that_was_renamed(cast: Cast):
    section = Section.objects.create(name="Olahraga", slug="olahraga")
    section.slug = "raga"
    section.save()
    return section


def a_section_that_stories_left(cast: Cast):
    section = Section.objects.create(name="Olahraga", slug="olahraga")
    story = write_live(section=section)
    move(story, to=cast.ekonomi, by=cast.dewi)
    return section


def redraft(article, **changes):
    """Save a version with other content beside the row."""
    draft = article.get_latest_revision_as_object()
    for name, value in changes.items():
        setattr(draft, name, value)
    draft.save_revision()


NEEDED = [
    a_section,
    a_person,
    an_agency,
    a_section_of_a_draft,
    a_person_of_a_draft,
    an_agency_of_a_draft,
    an_agency_of_a_scheduled_version,
    a_section_with_sub_sections,
    a_section_that_was_renamed,
    a_section_that_stories_left,
]


@pytest.mark.parametrize("needed", NEEDED)
def test_what_stories_need_stays(needed, cast: Cast, client):
    thing = needed(cast)
    client.force_login(cast.dewi)

    (sentence,) = delete(client, thing)

    assert type(thing).objects.filter(pk=thing.pk).exists()
    assert str(thing) in sentence


def test_all_at_once_is_no_way_round(cast: Cast, client):
    section = a_section(cast)
    client.force_login(cast.dewi)

    url = reverse("wagtail_bulk_action", args=["newsroom", "section", "delete"])
    client.post(f"{url}?id={section.pk}")

    assert Section.objects.filter(pk=section.pk).exists()


def an_agency_without_stories():
    return Agency.objects.create(name="Kantor Berita Y", code="y")


def a_person_without_stories():
    return Person.objects.create(name="Tanpa Cerita", slug="tanpa-cerita")


def a_section_without_stories():
    return Section.objects.create(name="Olahraga", slug="olahraga")


@pytest.mark.parametrize(
    "needless", [an_agency_without_stories, a_person_without_stories, a_section_without_stories]
)
def test_what_no_story_needs_goes(needless, cast: Cast, client):
    thing = needless()
    write_draft(section=cast.nasional)
    client.force_login(cast.dewi)

    delete(client, thing)

    assert not type(thing).objects.filter(pk=thing.pk).exists()
