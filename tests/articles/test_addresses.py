"""Addresses: unique, and never dead."""

from __future__ import annotations

import datetime
import re

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils import timezone
from hypothesis import given
from hypothesis import strategies as st

from redaksi.articles.addresses import SLUG_LENGTH, numbered_slug, tidy_slug
from redaksi.articles.embargoing import embargo
from redaksi.articles.kinds import WithdrawalGround
from redaksi.articles.models import Article, FormerAddress
from redaksi.articles.moving import move
from redaksi.articles.publishing import publish, unpublish
from redaksi.articles.withdrawing import withdraw
from redaksi.newsroom.models import FormerSectionSlug, Section
from redaksi.website.paths import SlugConverter
from tests.cast import Cast
from tests.editor import form_of
from tests.factories import write_live

pytestmark = pytest.mark.django_db


def republish(article: Article, **changes) -> Article:
    draft = Article.objects.get(pk=article.pk).get_latest_revision_as_object()
    for name, value in changes.items():
        setattr(draft, name, value)
    draft.save_revision()
    publish(Article.objects.get(pk=article.pk))
    return Article.objects.get(pk=article.pk)


def follow(client, path: str) -> list[tuple[str, int]]:
    return client.get(path, follow=True).redirect_chain


def test_a_changed_slug_leaves_one_redirect(cast: Cast, client):
    article = write_live(section=cast.nasional)
    old = article.path

    changed = republish(article, slug="slug-baru")

    assert follow(client, old) == [(changed.path, 301)]


def test_three_changes_still_lead_there_in_one_step(cast: Cast, client):
    article = write_live(section=cast.nasional)
    paths = [article.path]
    for slug in ("dua", "tiga", "empat"):
        article = republish(article, slug=slug)
        paths.append(article.path)

    assert [follow(client, path) for path in paths[:-1]] == [[(paths[-1], 301)]] * 3


def test_a_slug_taken_back_does_not_redirect_to_itself(cast: Cast, client):
    article = write_live(section=cast.nasional)
    first = article.path
    article = republish(article, slug="sementara")
    article = republish(article, slug=first.strip("/").split("/")[-1])

    assert article.path == first
    assert client.get(first).status_code == 200
    assert FormerAddress.objects.filter(path=first).exists() is False


def test_a_draft_changes_no_address(cast: Cast, client):
    article = write_live(section=cast.nasional)
    address = article.path
    draft = article.get_latest_revision_as_object()
    draft.slug = "belum-terbit"
    draft.save_revision()

    assert client.get(address).status_code == 200


def test_moving_to_another_section_redirects(cast: Cast, client):
    article = write_live(section=cast.nasional)
    old = article.path

    move(article, to=cast.ekonomi, by=cast.dewi)

    article = Article.objects.get(pk=article.pk)
    assert article.path.startswith("/ekonomi/")
    assert follow(client, old) == [(article.path, 301)]
    assert article.get_latest_revision_as_object().section == cast.ekonomi


def test_a_renamed_section_redirects_its_page_and_its_stories(cast: Cast, client):
    article = write_live(section=cast.nasional)
    old = article.path

    cast.nasional.slug = "negeri"
    cast.nasional.save()

    assert follow(client, "/nasional/") == [("/negeri/", 301)]
    assert follow(client, old) == [(old.replace("/nasional/", "/negeri/"), 301)]


def test_a_section_renamed_and_a_slug_changed_lead_there_in_one_step(cast: Cast, client):
    article = write_live(section=cast.nasional)
    oldest = article.path
    cast.nasional.slug = "negeri"
    cast.nasional.save()
    article = republish(article, slug="judul-lain")

    assert follow(client, oldest) == [(article.path, 301)]


def test_a_slug_that_redirects_cannot_be_taken_by_another_section(cast: Cast):
    cast.nasional.slug = "negeri"
    cast.nasional.save()
    usurper = Section(name="Lain", slug="nasional")

    with pytest.raises(ValidationError) as refusal:
        usurper.full_clean()

    assert "nasional" in refusal.value.message_dict["slug"][0]
    assert FormerSectionSlug.objects.get(slug="nasional").section == cast.nasional


@pytest.mark.parametrize("slug", ["redaksi", "orang", "media", "statis", "sebelum"])
def test_a_section_cannot_take_an_address_of_the_paper(slug, db):
    with pytest.raises(ValidationError):
        Section(name="X", slug=slug).full_clean()


def test_sections_have_two_levels_at_most(cast: Cast):
    with pytest.raises(ValidationError):
        Section(name="Desa", slug="desa", parent=cast.daerah).full_clean()
    cast.nasional.parent = cast.ekonomi
    with pytest.raises(ValidationError):
        cast.nasional.full_clean()


def test_a_sub_sections_stories_stand_on_the_parents_page(cast: Cast, client):
    write_live(section=cast.daerah, headline="Dari daerah")

    assert "Dari daerah" in client.get("/nasional/").content.decode()


def test_stories_follow_their_section_to_another_parent(cast: Cast, client):
    article = write_live(section=cast.daerah, headline="Dari daerah")

    cast.daerah.parent = cast.ekonomi
    cast.daerah.save()

    article.refresh_from_db()
    assert article.top_section == cast.ekonomi
    assert "Dari daerah" in client.get("/ekonomi/").content.decode()


@pytest.mark.parametrize(
    "path",
    [
        "/nasional/2026/13/45/x/",
        "/nasional/0/1/1/x/",
        "/nasional/2026/1/1/tidak-ada/",
        "/tidak-ada/",
        "/orang/tidak-ada/",
        "/sebelum/99999999T999999999999-1/",
        "/nasional/sebelum/20260101T000000000000-999999999999999999/",
    ],
)
def test_addresses_of_nothing_answer_404(path, cast: Cast, client):
    assert client.get(path).status_code == 404


def test_the_day_in_the_address_is_the_newspapers_day(cast: Cast, client):
    late = datetime.datetime(2026, 1, 1, 20, 0, tzinfo=datetime.UTC)
    article = write_live(section=cast.nasional)
    article.first_published_at = late
    article.date_publication(late)
    article.save()

    assert "/2026/01/02/" in article.path
    assert client.get(article.path).status_code == 200


def test_an_address_written_without_zeros_redirects(cast: Cast, client):
    article = write_live(section=cast.nasional, story_date=datetime.date(2026, 1, 2))

    short = article.path.replace("/2026/01/02/", "/2026/1/2/")

    assert follow(client, short) == [(article.path, 301)]


def test_a_slug_changed_while_offline_still_redirects(cast: Cast, client):
    article = write_live(section=cast.nasional)
    old = article.path
    unpublish(article, by=cast.budi)

    article = republish(article, slug="judul-lain")

    assert follow(client, old) == [(article.path, 301)]


def test_a_story_moved_while_offline_still_redirects(cast: Cast, client):
    article = write_live(section=cast.nasional)
    old = article.path
    unpublish(article, by=cast.budi)
    move(Article.objects.get(pk=article.pk), to=cast.ekonomi, by=cast.dewi)
    publish(Article.objects.get(pk=article.pk))

    assert follow(client, old) == [(Article.objects.get(pk=article.pk).path, 301)]


def test_what_a_story_offline_is_called_now_is_told_to_nobody(cast: Cast, client):
    article = write_live(section=cast.nasional)
    old = article.path
    unpublish(article, by=cast.budi)
    draft = Article.objects.get(pk=article.pk).get_latest_revision_as_object()
    draft.slug = "rahasia"
    draft.save()

    answer = client.get(old)

    assert (answer.status_code, "rahasia" in str(answer.headers)) == (404, False)


def test_an_embargoed_story_that_moved_is_led_to_by_nobody(cast: Cast, client):
    article = write_live(section=cast.nasional)
    old = article.path
    move(article, to=cast.ekonomi, by=cast.dewi)
    unpublish(Article.objects.get(pk=article.pk), by=cast.dewi)
    hour = timezone.now() + datetime.timedelta(hours=1)
    embargo(Article.objects.get(pk=article.pk), until=hour, by=cast.dewi)

    assert client.get(old).status_code == 404


def test_a_withdrawn_story_that_moves_still_says_so_at_its_old_address(cast: Cast, client):
    article = write_live(section=cast.nasional)
    old = article.path
    withdraw(article, ground=WithdrawalGround.COURT, note="Putusan.", by=cast.dewi)

    move(Article.objects.get(pk=article.pk), to=cast.ekonomi, by=cast.dewi)

    assert client.get(old, follow=True).status_code == 410


def test_two_renames_of_a_section_around_a_changed_slug_lead_there_in_one_step(cast: Cast, client):
    article = write_live(section=cast.nasional)
    oldest = article.path
    cast.nasional.slug = "negeri"
    cast.nasional.save()
    article = republish(article, slug="judul-lain")
    section = Section.objects.get(pk=cast.nasional.pk)
    section.slug = "tanah-air"
    section.save()

    present = Article.objects.get(pk=article.pk).path
    assert present.startswith("/tanah-air/")
    assert follow(client, oldest) == [(present, 301)]


def test_a_new_story_never_takes_an_address_that_redirects(cast: Cast, client):
    first = write_live(section=cast.nasional, headline="Satu")
    old = first.path
    first = republish(first, slug="dua")

    second = write_live(section=cast.nasional, headline="Satu")

    assert second.slug == "satu-2"
    assert follow(client, old) == [(first.path, 301)]


@given(st.text(max_size=300))
def test_every_headline_gives_a_slug_that_an_address_can_hold(headline):
    slug = tidy_slug(headline)

    assert re.fullmatch(SlugConverter.regex, slug)
    assert len(slug) <= SLUG_LENGTH
    assert re.fullmatch(SlugConverter.regex, numbered_slug(slug, 2))


def test_an_underscore_in_a_headline_does_not_reach_the_address(cast: Cast, client):
    article = write_live(section=cast.nasional, headline="Akun @info_kota diretas")

    assert article.slug == "akun-info-kota-diretas"
    assert client.get(article.path).status_code == 200


def test_the_editor_names_a_slug_that_is_taken(cast: Cast, client):
    write_live(section=cast.nasional, headline="Satu")
    second = write_live(section=cast.nasional, headline="Dua")
    client.force_login(cast.budi)
    url = reverse("wagtailsnippets_articles_article:edit", args=[second.pk])

    answer = client.post(url, {**form_of(second, slug="satu"), "action-publish": "1"})

    assert "slug" in answer.context["form"].errors
    second.refresh_from_db()
    assert second.slug == "dua"


def test_a_number_no_calendar_knows_answers_404(cast: Cast, client):
    assert client.get("/nasional/99999999999999999999/1/1/x/").status_code == 404
