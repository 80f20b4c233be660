"""Desks: who may open and do what, on every screen of an article."""

from __future__ import annotations

import json

import pytest
from django.contrib.auth.models import AnonymousUser
from django.urls import reverse
from wagtail.permissions import policy_registry

from redaksi.articles.models import Article
from redaksi.newsroom.roles import reach_of
from tests.cast import Cast
from tests.editor import form_of
from tests.factories import write_draft, write_live

pytestmark = pytest.mark.django_db
NAMESPACE = "wagtailsnippets_articles_article"


def address(name, article, *more):
    return reverse(f"{NAMESPACE}:{name}", args=[article.pk, *more])


def screens_of(article: Article) -> list[str]:
    revision = article.get_latest_revision().pk
    return [
        address("edit", article),
        address("history", article),
        address("usage", article),
        address("copy", article),
        address("delete", article),
        address("unpublish", article),
        address("lock", article),
        address("unlock", article),
        address("preview_on_edit", article),
        address("revisions_view", article, revision),
        address("revisions_revert", article, revision),
        address("revisions_unschedule", article, revision),
        address("revisions_compare", article, "earliest", "latest"),
        address("workflow_history", article),
        reverse("article_notes", args=[article.pk]),
        reverse("article_embargo", args=[article.pk]),
        reverse("article_withdraw", args=[article.pk]),
    ]


def is_refused(answer) -> bool:
    """Whether Wagtail sent the person away to the home, or said 403."""
    home = reverse("wagtailadmin_home")
    return answer.status_code == 403 or (answer.status_code == 302 and answer["Location"] == home)


@pytest.mark.parametrize("who", ["citra", "eko", "ani"])
def test_no_screen_of_a_foreign_story_opens(who, cast: Cast, client):
    """Citra is editor of another desk and reporter here; Ani writes here but not this one."""
    article = write_draft(section=cast.nasional, owner=cast.budi)
    client.force_login(getattr(cast, who))

    opened = [
        url for url in screens_of(article)
        if not is_refused(client.get(url)) or not is_refused(client.post(url))
    ]  # fmt: skip

    assert opened == []


def test_every_screen_of_an_own_story_opens_for_the_editor(cast: Cast, client):
    article = write_draft(section=cast.nasional, owner=cast.ani)
    client.force_login(cast.budi)

    refused = [url for url in screens_of(article) if is_refused(client.get(url))]

    assert refused == [reverse("article_withdraw", args=[article.pk])]


def test_the_list_shows_each_person_their_own_work(cast: Cast, client):
    of_ani = write_draft(section=cast.nasional, owner=cast.ani, headline="Dari Ani")
    of_citra = write_draft(section=cast.ekonomi, owner=cast.citra, headline="Dari Citra")
    policy = policy_registry.get_by_type(Article)

    def listed(user):
        return list(policy.instances_user_has_any_permission_for(user, {"view"}).order_by("pk"))

    assert listed(cast.ani) == [of_ani]
    assert listed(cast.budi) == [of_ani]
    assert listed(cast.citra) == [of_citra]
    assert listed(cast.dewi) == [of_ani, of_citra]
    assert listed(cast.eko) == []


def test_a_reporter_writes_and_submits_but_does_not_publish(cast: Cast, client):
    article = write_draft(section=cast.nasional, owner=cast.ani)
    client.force_login(cast.ani)

    client.post(address("edit", article), {**form_of(article), "action-publish": "1"})
    article.refresh_from_db()
    assert article.live is False

    client.post(address("edit", article), {**form_of(article), "action-submit": "1"})
    assert Article.objects.get(pk=article.pk).current_workflow_state.requested_by == cast.ani


def test_a_returned_story_carries_its_note_to_the_reporter(cast: Cast, client):
    article = write_draft(section=cast.nasional, owner=cast.ani)
    article.get_workflow().start(article, cast.ani)
    state = article.current_workflow_task_state
    client.force_login(cast.budi)

    client.post(
        address("workflow_action", article, "reject", state.pk),
        {"comment": "Sebut narasumber kedua."},
        HTTP_X_REQUESTED_WITH="XMLHttpRequest",
    )

    client.force_login(cast.ani)
    assert "Sebut narasumber kedua." in client.get(reverse("wagtailadmin_home")).content.decode()


def test_a_reporter_of_another_desk_cannot_publish_by_editing_both_sections(cast: Cast, client):
    """Citra may publish in Ekonomi: moving her Nasional draft there must not be a way round."""
    article = write_draft(section=cast.nasional, owner=cast.citra)
    client.force_login(cast.citra)
    moved = form_of(article, section=cast.ekonomi.pk)

    client.post(address("edit", article), {**moved, "action-publish": "1"})

    article.refresh_from_db()
    assert article.live is False


def test_the_publish_button_is_hidden_where_it_would_be_refused(cast: Cast, client):
    article = write_draft(section=cast.nasional, owner=cast.citra)

    client.force_login(cast.citra)
    for_citra = client.get(address("edit", article)).content.decode()
    client.force_login(cast.budi)
    for_budi = client.get(address("edit", article)).content.decode()

    assert 'name="action-publish"' not in for_citra
    assert 'name="action-publish"' in for_budi


def test_the_form_offers_only_own_sections(cast: Cast, client):
    client.force_login(cast.ani)

    page = client.get(reverse(f"{NAMESPACE}:add"))

    offered = set(page.context["form"].fields["section"].queryset)
    assert offered == {cast.nasional, cast.daerah}


def test_a_story_cannot_be_made_in_a_foreign_section(cast: Cast, client):
    article = write_draft(section=cast.ekonomi, owner=cast.citra)
    client.force_login(cast.ani)

    client.post(reverse(f"{NAMESPACE}:add"), form_of(article))

    assert Article.objects.filter(owner=cast.ani).exists() is False


def test_a_desk_covers_its_sub_sections(cast: Cast):
    assert reach_of(cast.budi).edits_in == {cast.nasional.pk, cast.daerah.pk}


def test_a_technician_has_no_content(cast: Cast, client):
    client.force_login(cast.eko)

    assert is_refused(client.get(reverse(f"{NAMESPACE}:list")))
    assert is_refused(client.get(reverse("article_paste")))
    assert is_refused(client.get(reverse("wagtailimages:index")))
    assert client.get(reverse("wagtailusers_users:index")).status_code == 200


def test_reports_that_know_no_desks_are_for_chiefs(cast: Cast, client):
    names = ("site_history", "workflow", "workflow_tasks", "locked_pages")
    addresses_of_reports = [reverse(f"wagtailadmin_reports:{name}") for name in names]

    client.force_login(cast.budi)
    assert [url for url in addresses_of_reports if not is_refused(client.get(url))] == []
    client.force_login(cast.dewi)
    assert [client.get(url).status_code for url in addresses_of_reports] == [200] * 4


def test_nobody_without_an_account_enters(cast: Cast, client):
    assert reach_of(AnonymousUser()).has_a_desk is False
    assert client.get(reverse(f"{NAMESPACE}:list")).status_code == 302


def test_a_deactivated_account_reaches_nothing(cast: Cast):
    cast.budi.is_active = False

    assert reach_of(cast.budi).has_a_desk is False


def test_what_was_ever_published_is_not_deleted(cast: Cast, client):
    article = write_live(section=cast.nasional, by=cast.ani)
    client.force_login(cast.dewi)

    client.post(address("delete", article))

    assert Article.objects.filter(pk=article.pk).exists() is True


def test_bulk_actions_leave_foreign_stories_alone(cast: Cast, client):
    own = write_draft(section=cast.ekonomi, owner=cast.citra, headline="Milik sendiri")
    foreign = write_draft(section=cast.nasional, owner=cast.ani, headline="Milik desk lain")
    client.force_login(cast.citra)
    url = reverse("wagtail_bulk_action", args=["articles", "article", "publish"])

    client.post(f"{url}?id={own.pk}&id={foreign.pk}")

    own.refresh_from_db()
    foreign.refresh_from_db()
    assert (own.live, foreign.live) == (True, False)


def test_the_chooser_shows_no_foreign_draft(cast: Cast, client):
    write_draft(section=cast.nasional, owner=cast.ani, headline="Rahasia desk Nasional")
    write_live(section=cast.nasional, by=cast.ani, headline="Terbit untuk semua")
    client.force_login(cast.citra)

    url = reverse("wagtailsnippetchoosers_articles_article:choose_results")
    page = client.get(url).content.decode()

    assert "Terbit untuk semua" in page
    assert "Rahasia desk Nasional" not in page


def test_taking_over_a_lock_is_for_the_editors(cast: Cast, client):
    article = write_draft(section=cast.nasional, owner=cast.ani)
    client.force_login(cast.dewi)
    client.post(address("lock", article))

    client.force_login(cast.ani)
    client.post(address("unlock", article))
    article.refresh_from_db()
    assert article.locked is True

    client.force_login(cast.budi)
    client.post(address("unlock", article))
    article.refresh_from_db()
    assert article.locked is False


@pytest.mark.parametrize(
    ("who", "status", "headlines"), [("ani", 404, []), ("budi", 200, ["Sangat rahasia"])]
)
def test_a_choice_answers_no_foreign_draft(who, status, headlines, cast: Cast, client):
    draft = write_draft(section=cast.nasional, owner=cast.budi, headline="Sangat rahasia")
    live = write_live(section=cast.nasional, headline="Sudah terbit")
    client.force_login(getattr(cast, who))
    chooser = "wagtailsnippetchoosers_articles_article"

    one = client.get(reverse(f"{chooser}:chosen", args=[draft.pk]))
    both = client.get(reverse(f"{chooser}:chosen_multiple"), {"id": [draft.pk, live.pk]})

    assert one.status_code == status
    chosen = [story["string"] for story in json.loads(both.content)["result"]]
    assert sorted(chosen) == [*headlines, "Sudah terbit"]


@pytest.mark.parametrize("key", ["abc", "", "0", "-1", "9" * 30])
def test_what_is_no_key_chooses_nothing(key, cast: Cast, client):
    client.force_login(cast.budi)
    chooser = "wagtailsnippetchoosers_articles_article"

    assert client.get(reverse(f"{chooser}:chosen_multiple"), {"id": key}).status_code == 404
