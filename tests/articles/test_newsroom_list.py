"""The newsroom's list: the right stories in the right order, at a cost that does not grow."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import html
from wagtail.models import Locale

from redaksi.articles.desk import paging
from redaksi.articles.models import Article
from tests.cast import Cast
from tests.editor import form_of
from tests.factories import write_draft, write_live
from tests.plans import plan_of

pytestmark = pytest.mark.django_db

LIST = reverse("wagtailsnippets_articles_article:list")


def listed(client, **choices: Any) -> list[str]:
    """The headlines on the list."""
    page = client.get(LIST, choices)
    return [article.headline for article in page.context["object_list"]]


@pytest.fixture(params=[2, 2000], ids=["more than the cap", "fewer than the cap"])
def cap(request, monkeypatch) -> int:
    """Both ways in which a list is read."""
    monkeypatch.setattr(paging, "CAP", request.param)
    return request.param


@pytest.fixture
def stories(cast: Cast) -> list[Article]:
    """Three of Ani's, one of another desk, one draft of nobody's."""
    written = [
        write_live(section=cast.nasional, by=cast.ani, headline="Pertama"),
        write_live(section=cast.daerah, by=cast.ani, headline="Kedua", kind="opinion"),
        write_live(section=cast.ekonomi, by=cast.citra, headline="Ekonomi"),
        write_draft(section=cast.daerah, owner=cast.ani, headline="Draf Ani"),
        write_draft(section=cast.nasional, headline="Draf lain"),
    ]
    written[0].save_revision(changed=True)
    return written


@pytest.mark.parametrize(
    ("who", "headlines"),
    [
        ("dewi", ["Pertama", "Draf lain", "Draf Ani", "Ekonomi", "Kedua"]),
        ("budi", ["Pertama", "Draf lain", "Draf Ani", "Kedua"]),
        ("ani", ["Pertama", "Draf Ani", "Kedua"]),
        ("citra", ["Ekonomi"]),
    ],
)
def test_everybody_sees_their_stories_latest_work_first(who, headlines, cap, cast, stories, client):
    client.force_login(getattr(cast, who))

    assert listed(client) == headlines


@pytest.mark.parametrize(
    ("choices", "headlines"),
    [
        ({"state": "draft"}, ["Draf lain", "Draf Ani"]),
        ({"state": "live"}, ["Pertama", "Ekonomi", "Kedua"]),
        ({"state": "withdrawn"}, []),
        ({"kind": "opinion"}, ["Kedua"]),
        ({"q": "draf"}, ["Draf lain", "Draf Ani"]),
    ],
)
def test_the_list_is_narrowed(choices, headlines, cap, cast: Cast, stories, client):
    client.force_login(cast.dewi)

    assert listed(client, **choices) == headlines


def test_the_second_page_goes_on_where_the_first_ends(cast: Cast, client):
    for place in range(23):
        write_draft(section=cast.daerah, headline=f"Berita {place}")
    client.force_login(cast.budi)

    pages = listed(client) + listed(client, p=2)

    assert pages == [f"Berita {place}" for place in reversed(range(23))]


def test_only_what_is_not_in_every_language_can_be_translated(cast: Cast, stories, client):
    cast.dewi.is_superuser = True
    cast.dewi.save()
    client.force_login(cast.dewi)
    english = Locale.objects.get(language_code="en")
    client.post(translation_of(stories[0]), {"locales": [english.pk]})

    page = client.get(LIST).content.decode()

    offered = [translation_of(story) in page for story in stories]
    assert offered == [False, True, True, True, True]


def test_a_translation_begins_as_a_draft(cast: Cast, stories, client):
    cast.dewi.is_superuser = True
    cast.dewi.save()
    client.force_login(cast.dewi)
    english = Locale.objects.get(language_code="en")

    client.post(translation_of(stories[0]), {"locales": [english.pk]})

    translation = Article.objects.get(translation_key=stories[0].translation_key, locale=english)
    assert (translation.live, translation.published_at, translation.headline) == (
        False, None, "Pertama",
    )  # fmt: skip
    assert stories[0].path == Article.objects.get(pk=stories[0].pk).path


def translation_of(story: Article) -> str:
    """The address at which a story is translated."""
    url = "simple_translation:submit_snippet_translation"
    return reverse(url, args=["articles", "article", story.pk])


PLANS = {
    "the paper": ("dewi", {}, "latest_revision"),
    "a desk": ("budi", {}, "latest_revision"),
    "one section": ("dewi", {"section": "nasional"}, "section_latest_work_first"),
    "one's own": ("ani", {}, "own_latest_work_first"),
    "drafts": ("dewi", {"state": "draft"}, "drafts_latest_first"),
    "unverified": ("dewi", {"state": "unverified"}, "unverified_latest_first"),
    "one kind": ("dewi", {"kind": "opinion"}, "kind_latest_work_first"),
}


@pytest.mark.skipif("sqlite" not in connection.vendor, reason="reads SQLite's query plans")
@pytest.mark.parametrize("name", PLANS)
def test_long_lists_walk_an_index_and_never_sort(name, monkeypatch, cast: Cast, stories, client):
    who, choices, index = PLANS[name]
    monkeypatch.setattr(paging, "CAP", 1)
    Article.objects.filter(live=True).update(awaiting_verification=True)
    client.force_login(getattr(cast, who))
    sections = {"nasional": cast.nasional.pk}
    chosen = {key: sections.get(value, value) for key, value in choices.items()}

    with CaptureQueriesContext(connection) as queries:
        client.get(LIST, chosen)

    (rows,) = [query["sql"] for query in queries if " LIMIT 20" in query["sql"]]
    plan = plan_of(rows)
    assert [step for step in plan if index in step] != []
    assert [step for step in plan if "TEMP B-TREE" in step] == []


@pytest.mark.skipif("sqlite" not in connection.vendor, reason="reads SQLite's query plans")
def test_the_desks_home_looks_only_at_what_it_lists(cast: Cast, stories, client):
    client.force_login(cast.budi)

    with CaptureQueriesContext(connection) as queries:
        client.get(reverse("wagtailadmin_home"))

    lists = [query["sql"] for query in queries if " LIMIT 10" in query["sql"]]
    indexes = [index_of(plan_of(rows)[0]) for rows in lists]
    assert indexes == [
        "rounds_of_one_writer",
        "articles_editorialnote_mentioned_user_id_30012332",
        "wagtailcore_revision_approved_go_live_at_88d3dee5",
        "unverified_oldest_first",
        "own_drafts_latest_first",
    ]


def index_of(step: str) -> str:
    """The index that a step follows."""
    return step.partition(" INDEX ")[2].partition(" ")[0]


def test_wagtails_large_tables_have_the_indexes_they_lack(db):
    with connection.cursor() as cursor:
        log = connection.introspection.get_constraints(cursor, "wagtailcore_modellogentry")
        steps = connection.introspection.get_constraints(cursor, "wagtailcore_taskstate")
        rounds = connection.introspection.get_constraints(cursor, "wagtailcore_workflowstate")

    assert log["log_of_one_object"]["columns"] == ["content_type_id", "object_id"]
    assert steps["reviews_by_status"]["columns"] == ["task_id", "status", "started_at"]
    assert rounds["rounds_of_one_writer"]["columns"] == [
        "requested_by_id", "status", "created_at",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "place",
    [
        "wagtailimages:index",
        "wagtaildocs:index",
        "wagtailadmin_pages:search",
        "wagtailusers_users:index",
    ],
)
def test_the_search_of_every_other_list_opens(place: str, cast: Cast, client):
    client.force_login(cast.dewi)

    assert client.get(reverse(place), {"q": "jembatan"}).status_code == 200


def test_a_new_story_leads_to_a_list_whose_filter_holds(cast: Cast, client):
    client.force_login(cast.budi)
    new = form_of(write_draft(section=cast.nasional), headline="Baru saja")

    answer = client.post(
        reverse("wagtailsnippets_articles_article:add"), {**new, "action-publish": "1"}, follow=True
    )

    assert answer.redirect_chain == [(LIST, 302)]
    assert "Baru saja" in [story.headline for story in answer.context["object_list"]]


def test_the_list_says_what_became_of_a_review(cast: Cast, client):
    story = write_draft(section=cast.nasional, owner=cast.ani, headline="Diajukan")
    story.get_workflow().start(story, cast.ani)
    client.force_login(cast.budi)

    submitted = states(client)
    task = story.current_workflow_task_state
    task.task.specific.on_action(task, user=cast.budi, action_name="reject", comment="Kurang")
    returned = states(client)

    assert (submitted, returned) == (["diajukan"], ["dikembalikan"])


def states(client) -> list[str]:
    page = html.fromstring(client.get(LIST).content.decode())
    return [found.text_content() for found in page.cssselect("td .w-status")]
