"""Sitemaps follow every change, and a change presses one part of them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from redaksi.articles import parts
from redaksi.articles.models import Article
from redaksi.articles.publishing import unpublish
from redaksi.newsroom.models import Person
from redaksi.press.starting import forget_old_news
from tests.factories import write_live
from tests.press.conftest import Paper
from tests.press.test_changes import edit, save

pytestmark = pytest.mark.django_db


def a_new_story(paper: Paper) -> None:
    write_live(section=paper.cast.nasional, headline="Baru")


def a_text(paper: Paper) -> None:
    edit(paper.stories[2], body=[("paragraph", "<p>Teks yang baru.</p>")])


def the_newest_offline(paper: Paper) -> None:
    unpublish(Article.objects.get(pk=paper.stories[7].pk))


def an_old_one_offline(paper: Paper) -> None:
    unpublish(Article.objects.get(pk=paper.stories[0].pk))


def all_offline(paper: Paper) -> None:
    for story in paper.stories:
        unpublish(Article.objects.get(pk=story.pk))


def a_new_person(paper: Paper) -> None:
    Person.objects.create(name="Tuti", slug="tuti")


def a_person_gone(paper: Paper) -> None:
    Person.objects.create(name="Tuti", slug="tuti")
    paper.press()
    Person.objects.get(slug="tuti").delete()


def a_persons_address(paper: Paper) -> None:
    save(paper.person, slug="sari-dewi")


@pytest.mark.parametrize(
    "change",
    [a_new_story, a_text, the_newest_offline, an_old_one_offline, all_offline, a_new_person,
     a_person_gone, a_persons_address],
)  # fmt: skip
def test_no_stale_byte_and_no_sitemap_too_many(
    change: Callable[[Paper], None], paper: Paper
) -> None:
    change(paper)

    done = paper.press()

    assert paper.faults() == []
    vain = set(done.made) - set(done.changed) - set(done.gone)
    assert {address for address in vain if "sitemap" in address} == set()


def test_a_change_presses_one_part(paper: Paper, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "PART", 2)
    for story in paper.stories:
        edit(story, standfirst="Ringkasan.")
    paper.press()

    edit(paper.stories[0], headline="Judul yang baru")
    done = paper.press()

    number = paper.stories[0].pk // 2
    assert sorted(address for address in done.made if address.startswith("/sitemap/berita-")) == [
        f"/sitemap/berita-{number}.xml",
        "/sitemap/berita-terbaru.xml",
    ]


def test_the_clock_makes_the_latest_news_anew(paper: Paper) -> None:
    forget_old_news(paper.store)

    assert paper.press().made == ["/sitemap/berita-terbaru.xml"]
