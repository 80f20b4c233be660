"""The setting with which readers see, marked, what no editor has confirmed yet."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from django.conf import settings

from redaksi.articles.models import Article, OutboxEntry
from redaksi.articles.publishing import publish
from redaksi.statements.deciding import confirm, reject, reopen
from redaksi.statements.models import Speaker, Statement
from redaksi.statements.reading import ask_for_reading, read_due
from redaksi.statements.register import enter
from redaksi.statements.settling import follow_the_setting
from tests.cast import Cast
from tests.statements.telling import LAVROV, TEXT, a_draft, rewrite, said_by

pytestmark = pytest.mark.django_db

MARK = "ditemukan otomatis, belum dikonfirmasi"
START = "/tokoh/sergey-lavrov/"


@pytest.fixture
def shown(settings: Any) -> None:
    settings.CONFIG = replace(settings.CONFIG, automatic_statements="show")


@pytest.fixture
def lavrov(db: None) -> Speaker:
    return enter("Sergey Lavrov", kind="person")


def a_live_story(section: Any, text: str = TEXT) -> Article:
    story = a_draft(section, text=text)
    publish(story)
    return Article.objects.get(pk=story.pk)


def test_readers_see_nothing_unconfirmed_as_the_program_comes(cast: Cast, lavrov, client) -> None:
    story = a_live_story(cast.nasional)

    assert said_by(story, "Sergey Lavrov").is_confident
    assert client.get(START).status_code == 404
    assert "pernyataan-" not in client.get(story.path).content.decode()


def test_readers_see_what_is_certain_marked_as_automatic(cast, lavrov, shown, client) -> None:
    story = a_live_story(cast.nasional)
    statement = said_by(story, "Sergey Lavrov")

    for path in (START, statement.url, story.path):
        page = client.get(path).content.decode()
        assert LAVROV in page, path
        assert MARK in page, path
    record = json.loads(client.get(f"{START}pernyataan.json").content)
    assert [one["confirmed"] for one in record["statements"]] == [False]


def test_what_is_uncertain_waits_for_an_editor(cast, lavrov, shown, client) -> None:
    story = a_live_story(cast.nasional)
    Statement.objects.filter(article=story).update(
        is_confident=False, live_start=None, listed_on=None
    )

    publish(story)

    assert client.get(START).status_code == 404


@pytest.mark.parametrize("decide", [reject, reopen])
def test_what_an_editor_took_back_is_not_shown_again(decide, cast, lavrov, shown, client) -> None:
    story = a_live_story(cast.nasional)

    decide(said_by(story, "Sergey Lavrov"), by=cast.budi)
    publish(story)

    assert client.get(START).status_code == 404


def test_readers_see_the_published_words_until_the_draft_is_published(
    cast, lavrov, shown, client
) -> None:
    story = a_live_story(cast.nasional)
    moved = rewrite(story, TEXT.replace("Sergey Lavrov", "Maria Zakharova"))

    assert LAVROV in client.get(START).content.decode()

    publish(moved)
    read_due()

    assert client.get(START).status_code == 404
    assert LAVROV in client.get(said_by(moved, "Maria Zakharova").url).content.decode()


def test_words_that_go_take_their_pages_along(cast, lavrov, shown, client) -> None:
    story = a_live_story(cast.nasional)
    shorter = rewrite(story, TEXT.partition("</p>")[0] + "</p>")
    OutboxEntry.objects.all().delete()

    publish(shorter)
    read_due()

    assert client.get(START).status_code == 404
    promised = {path for entry in OutboxEntry.objects.all() for path in entry.addresses}
    assert START in promised


def test_the_setting_hides_at_once_and_shows_after_a_reading(cast, lavrov, shown, client) -> None:
    story = a_live_story(cast.nasional)
    with_it = settings.CONFIG

    settings.CONFIG = replace(with_it, automatic_statements="hide")
    follow_the_setting()
    assert client.get(START).status_code == 404
    assert not Statement.objects.filter(article=story, live_start__isnull=False).exists()

    settings.CONFIG = with_it
    follow_the_setting()
    read_due()
    assert LAVROV in client.get(START).content.decode()


def test_feeds_say_so_too_and_keep_the_word_that_denies(
    shown: None, lavrov: Speaker, cast: Cast, client: Any
) -> None:
    text = "<p>Sergey Lavrov membantah Rusia menginginkan perang.</p>"
    story = a_draft(cast.nasional, text=text)
    Statement.objects.update(is_confident=True)
    publish(story)

    feed = client.get(f"{START}umpan.xml").content.decode()

    assert "membantah: Rusia menginginkan perang" in feed
    assert MARK in feed


def test_a_nickname_that_only_a_draft_told_leads_no_other_story_to_a_person(
    cast, shown, client
) -> None:
    draft = a_draft(cast.nasional, text="<p>“Kami mundur,” ujar Hartono Rahasia.</p>")
    statement = draft.statements.get()
    statement.aliases = ["Kancil Emas"]
    statement.save()
    confirm(statement, by=cast.ani)

    story = a_live_story(cast.ekonomi, "<p>“Semua sudah diatur,” kata Kancil Emas.</p>")

    assert client.get("/tokoh/hartono-rahasia/").status_code == 404
    assert story.statements.get().speaker is None


def test_a_second_entry_of_the_name_takes_nothing_from_the_first(
    cast, lavrov, shown, client
) -> None:
    story = a_live_story(cast.nasional)
    enter("Sergey Lavrov")

    ask_for_reading(story.pk)
    read_due()

    assert said_by(story, "Sergey Lavrov").speaker == lavrov
    assert client.get("/tokoh/sergey-lavrov/").status_code == 200


def test_what_a_reporter_decides_in_a_draft_changes_no_role_that_readers_see(
    cast, lavrov, shown, client
) -> None:
    def roles() -> Any:
        return json.loads(client.get("/tokoh/sergey-lavrov/pernyataan.json").content)["speaker"]

    a_live_story(cast.nasional)
    draft = a_draft(cast.nasional, owner=cast.ani)
    before = roles()

    confirm(said_by(draft, "Sergey Lavrov"), by=cast.ani)
    confirmed = roles()
    reject(said_by(draft, "Sergey Lavrov"), by=cast.ani)

    assert before == confirmed == roles()
