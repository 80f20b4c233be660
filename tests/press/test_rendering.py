"""Pages made together are the pages made one by one, with far fewer questions to the database."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from redaksi.pagestore.page import Page
from redaksi.pictures.models import Rendition
from redaksi.press.addresses import every_address
from redaksi.press.files import with_files
from redaksi.press.rendering import render, render_all
from tests.cast import Cast
from tests.factories import write_live
from tests.plans import plan_of
from tests.press.conftest import Paper

pytestmark = pytest.mark.django_db


def test_together_and_one_by_one_give_the_same(paper: Paper) -> None:
    original = paper.stories[5]
    translation = original.copy_for_translation(paper.english)
    translation.headline, translation.slug = "Story 5", "story-5"
    translation.save()
    translation.save_revision().publish()
    paper.press()

    together = render_all(list(every_address()))

    assert len(together) > 14
    assert together == [(address, render(address)) for address, _page in together]


def test_a_broken_page_is_told_and_holds_up_no_other(paper: Paper, monkeypatch) -> None:
    broken = paper.stories[3]

    def break_down(article: object) -> str:
        if getattr(article, "pk", None) == broken.pk:
            raise ValueError("broken")
        return ""

    monkeypatch.setattr("redaksi.articles.views.news_article", break_down)
    answers = dict(render_all([story.path for story in paper.stories]))

    assert isinstance(answers.pop(broken.path), ValueError)
    assert all(page is not None and page.status == 200 for page in answers.values())


@pytest.mark.parametrize("number", [5, 15])
def test_many_stories_cost_as_many_queries_as_few(number: int, cast: Cast) -> None:
    stories = [write_live(section=cast.nasional, headline=f"B {n}") for n in range(number)]
    addresses = [story.path for story in stories]

    with CaptureQueriesContext(connection) as queries:
        render_all(addresses)

    # The words of the texts' links are looked up story by story; everything else together.
    assert len(queries) <= 17


def test_whose_the_files_of_a_page_are_is_found_along_an_index() -> None:
    name = f"renditions/{'0' * 32}.webp"
    page = Page("/", f'<img src="/media/{name}"><a href="/documents/7/a.pdf">'.encode())

    with CaptureQueriesContext(connection) as asked:
        with_files([page])
        Rendition.objects.filter(file=name).first()
    plans = [plan_of(query["sql"]) for query in asked]

    assert len(plans) == 3
    assert [step for plan in plans for step in plan if "SCAN" in step] == []
