"""What stories need cannot be deleted, and the refusal says why."""

from __future__ import annotations

import pytest
from django.contrib.messages import get_messages
from django.urls import reverse

from redaksi.articles.models import Agency, ArticleAuthor
from redaksi.newsroom.models import Person, Section
from tests.cast import Cast
from tests.factories import write_draft

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


@pytest.mark.parametrize("needed", [a_section, a_person, an_agency])
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


def test_what_no_story_needs_goes(cast: Cast, client):
    agency = Agency.objects.create(name="Kantor Berita Y", code="y")
    client.force_login(cast.dewi)

    delete(client, agency)

    assert not Agency.objects.filter(pk=agency.pk).exists()
