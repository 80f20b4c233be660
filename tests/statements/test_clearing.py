"""Whose decisions are for readers: those of who may publish the story, and what they published."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from redaksi.articles.models import Article
from redaksi.articles.publishing import publish, unpublish
from redaksi.articles.scheduling import publish_due
from redaksi.statements.deciding import confirm, reject, reopen, take_new_words
from redaksi.statements.models import Speaker, State, Statement
from redaksi.statements.reading import read_due
from redaksi.statements.register import enter
from tests.cast import Cast
from tests.editor import form_of
from tests.statements.telling import (
    LAVROV,
    TEXT,
    a_draft,
    a_record,
    rewrite,
    said_by,
    schedule,
    tickets,
)

pytestmark = pytest.mark.django_db

PUTIN = "Kami menunggu jawaban atas usul kami"
LONGER = f"{TEXT}<p>“{PUTIN},” ujar Presiden Rusia Vladimir Putin.</p>"


def who_is_public(story: Article) -> set[str]:
    rows = Statement.objects.filter(article=story, live_start__isnull=False)
    return set(rows.values_list("speaker_name", flat=True))


@pytest.fixture
def live(cast: Cast) -> Article:
    """A live story of Ani's with two statements on record, and one that nobody decided about."""
    story = a_record(cast.nasional, by=cast.budi, owner=cast.ani)
    rewrite(story, LONGER)
    publish(Article.objects.get(pk=story.pk), by=cast.budi)
    return Article.objects.get(pk=story.pk)


def test_what_a_reporter_confirms_in_a_live_story_waits_for_an_editor(
    live: Article, cast: Cast
) -> None:
    confirm(said_by(live, "Vladimir Putin"), by=cast.ani)

    assert "Vladimir Putin" not in who_is_public(live)

    confirm(said_by(live, "Vladimir Putin"), by=cast.budi)

    assert "Vladimir Putin" in who_is_public(live)


def test_publishing_a_story_clears_what_its_reporter_confirmed(cast: Cast) -> None:
    story = a_draft(cast.nasional, owner=cast.ani)
    confirm(said_by(story, "Sergey Lavrov"), by=cast.ani)

    publish(Article.objects.get(pk=story.pk), by=cast.budi)

    assert who_is_public(story) == {"Sergey Lavrov"}


def test_publishing_a_live_story_again_clears_it_too(live: Article, cast: Cast) -> None:
    confirm(said_by(live, "Vladimir Putin"), by=cast.ani)

    rewrite(live, f"{LONGER}<p>Satu alinea lagi.</p>")
    publish(Article.objects.get(pk=live.pk), by=cast.budi)

    assert "Vladimir Putin" in who_is_public(live)


def test_scheduling_clears_what_was_confirmed_until_then_and_no_more(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = a_draft(cast.nasional, owner=cast.ani)
    confirm(said_by(story, "Sergey Lavrov"), by=cast.ani)
    due = schedule(story, by=cast.budi)
    confirm(said_by(story, "Jens Stoltenberg"), by=cast.ani)
    read_due()
    monkeypatch.setattr(timezone, "now", lambda: due)

    assert publish_due().published == 1

    assert who_is_public(story) == {"Sergey Lavrov"}


@pytest.mark.parametrize(
    "decide",
    [confirm, reject, reopen, lambda one, by: take_new_words(one, words=one.words, by=by)],
    ids=["confirm", "reject", "reopen", "reword"],
)
def test_a_reporter_does_not_change_what_readers_see(decide, live: Article, cast: Cast) -> None:
    statement = said_by(live, "Sergey Lavrov")

    with pytest.raises(ValidationError, match="menerbitkan"):
        decide(statement, by=cast.ani)

    assert "Sergey Lavrov" in who_is_public(live)


def test_an_editor_of_another_desk_does_not_clear(live: Article, cast: Cast) -> None:
    """Citra edits Ekonomi and writes for Nasional."""
    confirm(said_by(live, "Vladimir Putin"), by=cast.citra)

    assert said_by(live, "Vladimir Putin").waits_for_editor


def panel(client: Client, user: Any, story: Article) -> str:
    client.force_login(user)
    url = reverse("article_statements", args=[story.pk])
    return client.get(url, HTTP_X_REQUESTED_WITH="XMLHttpRequest").content.decode()


def test_the_panel_tells_both_what_waits(live: Article, cast: Cast, client: Client) -> None:
    confirm(said_by(live, "Vladimir Putin"), by=cast.ani)

    of_the_editor, of_the_reporter = panel(client, cast.budi, live), panel(client, cast.ani, live)

    assert 'data-open="1"' in of_the_editor
    assert of_the_editor.count('name="ticked"') == of_the_editor.count(" checked") == 1
    assert 'data-open="0"' in of_the_reporter
    assert 'name="ticked"' not in of_the_reporter
    for page in (of_the_editor, of_the_reporter):
        assert page.count("Dikonfirmasi oleh ani.") == 1
    assert of_the_editor.count('value="reject"') == 3
    assert of_the_reporter.count('value="reject"') == 1


def test_all_that_waits_is_found_at_once(live: Article, cast: Cast, client: Client) -> None:
    waiting = confirm(said_by(live, "Vladimir Putin"), by=cast.ani)
    draft = a_draft(cast.nasional, owner=cast.ani)
    confirm(said_by(draft, "Sergey Lavrov"), by=cast.ani)
    client.force_login(cast.budi)

    page = client.get(reverse("search_statements"), {"state": "waiting"})

    assert [one.pk for one in page.context["found"].statements] == [waiting.pk]
    assert page.content.decode().count("menunggu redaktur") == 2  # the choice, and the line


def test_one_press_clears_what_a_reporter_confirmed(
    live: Article, cast: Cast, client: Client
) -> None:
    waiting = confirm(said_by(live, "Vladimir Putin"), by=cast.ani)
    client.force_login(cast.budi)
    url = reverse("article_statements", args=[live.pk])

    client.post(url, {"do": "confirm", "ticked": tickets(client, live)})

    assert waiting.waits_for_editor
    assert "Vladimir Putin" in who_is_public(live)


def test_publishing_without_the_words_warns_and_the_page_says_so(
    live: Article, cast: Cast, client: Client
) -> None:
    key = said_by(live, "Sergey Lavrov").url
    rewrite(live, LONGER.replace(LAVROV, LAVROV.replace("tidak", "belum")))
    client.force_login(cast.budi)
    edit = reverse("wagtailsnippets_articles_article:edit", args=[live.pk])

    draft = Article.objects.get(pk=live.pk).get_latest_revision_as_object()
    answer = client.post(edit, {**form_of(draft), "action-publish": "1"}, follow=True)
    gone = Client().get(key)

    assert "1 pernyataan tidak lagi tercatat" in answer.content.decode()
    assert reverse("article_statements", args=[live.pk]) in answer.content.decode()
    assert gone.status_code == 410
    assert LAVROV not in gone.content.decode()
    assert f'href="{live.path}"' in gone.content.decode()


def test_publishing_with_all_the_words_warns_of_nothing(
    live: Article, cast: Cast, client: Client
) -> None:
    client.force_login(cast.budi)
    edit = reverse("wagtailsnippets_articles_article:edit", args=[live.pk])

    answer = client.post(edit, {**form_of(live), "action-publish": "1"}, follow=True)

    assert "tidak lagi tercatat" not in answer.content.decode()


@pytest.mark.parametrize("take_back", [reject, reopen])
def test_what_was_on_record_once_says_that_it_is_no_more(
    take_back, live: Article, cast: Cast, client: Client
) -> None:
    statement = said_by(live, "Sergey Lavrov")
    take_back(statement, by=cast.budi)

    assert client.get(statement.url).status_code == 410
    assert client.get(said_by(live, "Vladimir Putin").url).status_code == 404


def test_what_only_a_draft_tells_of_a_speaker_readers_do_not_learn(
    live: Article, cast: Cast, client: Client
) -> None:
    text = "<p>“Kami mundur,” ujar Wakil Presiden Sergey Lavrov.</p>"
    draft = a_draft(cast.nasional, text=text)
    statement = draft.statements.get()
    statement.aliases = ["Seryozha"]
    statement.save()
    confirm(statement, by=cast.budi)
    paths = ["/tokoh/sergey-lavrov/", "/tokoh/sergey-lavrov/pernyataan.json", "/tokoh/"]

    before = [client.get(path).content.decode() for path in paths]
    publish(Article.objects.get(pk=draft.pk), by=cast.budi)
    after = [client.get(path).content.decode() for path in paths]

    assert not any("Wakil Presiden" in page or "Seryozha" in page for page in before)
    assert "Wakil Presiden" in after[0]
    told = json.loads(after[1])["speaker"]
    assert "Wakil Presiden" in {role["role"] for role in told["roles"]}
    assert told["other_names"] == ["Seryozha"]


def test_a_reporter_keeps_an_entry_until_readers_see_it(
    live: Article, cast: Cast, client: Client
) -> None:
    confirm(said_by(live, "Vladimir Putin"), by=cast.ani)
    client.force_login(cast.ani)
    entries = {one.name: one.pk for one in Speaker.objects.all()}

    def opened(name: str) -> Any:
        edit = reverse("wagtailsnippets_statements_speaker:edit", args=[entries[name]])
        return client.get(edit)

    assert opened("Vladimir Putin").status_code == 200
    assert opened("Sergey Lavrov").status_code != 200
    client.force_login(cast.budi)
    assert opened("Sergey Lavrov").status_code == 200
    assert Statement.objects.filter(state=State.CONFIRMED).count() == 3


@pytest.mark.parametrize("field", ["is_private", "is_hidden"])
def test_a_reporter_does_not_show_whom_an_editor_keeps_from_readers(
    field: str, cast: Cast, client: Client
) -> None:
    entry = enter("Hartono Rahasia")
    Speaker.objects.filter(pk=entry.pk).update(**{field: True})
    client.force_login(cast.ani)
    edit = reverse("wagtailsnippets_statements_speaker:edit", args=[entry.pk])

    assert client.get(edit).status_code == 302
    assert client.post(edit, {"name": "Hartono Rahasia"}).status_code == 302
    client.force_login(cast.budi)
    assert client.get(edit).status_code == 200


def test_a_reporter_does_not_change_whom_readers_saw_while_the_story_is_offline(
    live: Article, cast: Cast, client: Client
) -> None:
    unpublish(Article.objects.get(pk=live.pk))
    key = Speaker.objects.get(name="Sergey Lavrov").pk
    client.force_login(cast.ani)

    answer = client.get(reverse("wagtailsnippets_statements_speaker:edit", args=[key]))

    assert answer.status_code == 302
