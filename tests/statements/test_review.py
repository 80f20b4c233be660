"""The review of a story's statements over HTTP: who may, what each button does, what is told."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from redaksi.articles.models import Article
from redaksi.articles.publishing import publish
from redaksi.statements.deciding import Details, confirm, reject
from redaksi.statements.models import State, Statement
from redaksi.statements.reading import read_due
from redaksi.statements.register import enter
from tests.cast import Cast
from tests.statements.telling import LAVROV, TEXT, a_draft, a_record, rewrite, said_by, tickets

pytestmark = pytest.mark.django_db

PANEL = {"x-requested-with": "XMLHttpRequest"}


def review(story: Article) -> str:
    return reverse("article_statements", args=[story.pk])


def press(client: Client, statement: Statement, do: str, **fields: Any) -> Any:
    """Press a button of a statement's form as the panel does, everything else as it is shown."""
    as_shown = {
        "speaker_name": statement.shown_name,
        "role": statement.role,
        "kind": statement.kind,
        "channel": statement.channel,
        "day": statement.day or "",
    }
    url = reverse("article_statement", args=[statement.article_id, statement.pk])
    return client.post(url, {**as_shown, **fields, "do": do}, headers=PANEL)


@pytest.fixture
def desk(client: Client, cast: Cast) -> Client:
    client.force_login(cast.budi)
    return client


def test_the_panel_shows_what_was_found_and_ticks_what_is_certain(desk, cast: Cast) -> None:
    story = a_draft(cast.nasional)

    page = desk.get(review(story), headers=PANEL).content.decode()

    assert "<html" not in page
    assert page.count('class="statement statement-found ') == 2
    assert page.count('name="ticked"') == page.count(" checked") == 2


def test_the_screen_works_without_a_script(desk, cast: Cast) -> None:
    story = a_draft(cast.nasional)

    answer = desk.post(
        review(story), {"do": "confirm", "ticked": tickets(desk, story)}, follow=True
    )

    assert answer.redirect_chain == [(review(story), 302)]
    assert {one.state for one in story.statements.all()} == {State.CONFIRMED}


def test_a_press_confirms_a_correction(desk, cast: Cast) -> None:
    statement = said_by(a_draft(cast.nasional), "Sergey Lavrov")

    press(
        desk, statement, "confirm", speaker_name="Maria Zakharova", role="Juru bicara",
        kind="indirect", channel="TASS", day="2022-01-29",
    )  # fmt: skip

    done = Statement.objects.get(pk=statement.pk)
    assert (done.speaker.name, done.role, done.kind, done.channel, str(done.day)) == (
        "Maria Zakharova", "Juru bicara", "indirect", "TASS", "2022-01-29",
    )  # fmt: skip
    assert done.state == State.CONFIRMED


def test_a_similar_name_is_asked_about_and_taken(desk, cast: Cast) -> None:
    known = enter("Sergei Lavrov")
    statement = said_by(a_draft(cast.nasional), "Sergey Lavrov")

    asked = press(desk, statement, "confirm").content.decode()
    press(desk, statement, "confirm", same_as=known.pk)

    assert f'name="same_as" value="{known.pk}"' in asked
    assert Statement.objects.get(pk=statement.pk).speaker == known
    assert [other.name for other in known.other_names.all()] == ["Sergey Lavrov"]


def test_ticked_statements_with_a_doubtful_name_are_left_and_told_of(desk, cast: Cast) -> None:
    enter("Sergei Lavrov")
    story = a_draft(cast.nasional)
    form = {"do": "confirm", "ticked": tickets(desk, story)}

    page = desk.post(review(story), form, headers=PANEL)

    assert "1 " in page.context["told"][0]
    assert said_by(story, "Sergey Lavrov").state == State.FOUND
    assert said_by(story, "Jens Stoltenberg").state == State.CONFIRMED


@pytest.mark.parametrize(("do", "state"), [("reject", "rejected"), ("reopen", "found")])
def test_other_buttons(do: str, state: str, desk, cast: Cast) -> None:
    statement = said_by(a_draft(cast.nasional), "Sergey Lavrov")

    press(desk, statement, do)

    assert Statement.objects.get(pk=statement.pk).state == state


def test_a_speaker_is_corrected_after_publication(desk, cast: Cast) -> None:
    statement = said_by(a_record(cast.nasional, by=cast.budi), "Sergey Lavrov")
    other = enter("Maria Zakharova")

    press(desk, statement, "confirm", speaker_name="maria zakharova")

    done = Statement.objects.get(pk=statement.pk)
    assert (done.speaker, done.is_public) == (other, True)


def test_a_selection_is_added(desk, cast: Cast) -> None:
    story = a_draft(cast.nasional)

    desk.post(review(story), {"do": "add", "words": "kepada BBC", "block": ""}, headers=PANEL)

    assert Statement.objects.filter(article=story, is_by_hand=True, words="kepada BBC").exists()


def test_new_words_are_taken(desk, cast: Cast) -> None:
    story = a_record(cast.nasional, by=cast.budi)
    rewrite(story, TEXT.replace("tidak menginginkan", "menginginkan"))
    flagged = Statement.objects.get(article=story, start=None)
    publish(Article.objects.get(pk=story.pk), by=cast.budi)

    press(desk, flagged, "reword", words=LAVROV.replace("tidak ", ""))

    assert not Statement.objects.get(pk=flagged.pk).is_adrift


@pytest.mark.parametrize(
    "fields",
    [
        {"day": "kemarin"},
        {"kind": "shouted"},
        {"same_as": "999999"},
        {"same_as": "x"},
        {"speaker_name": "x" * 300},
        {"day": "0000-00-00"},
    ],
)
def test_bad_input_is_told_and_changes_nothing(fields: dict[str, str], desk, cast: Cast) -> None:
    statement = said_by(a_draft(cast.nasional), "Sergey Lavrov")

    answer = press(desk, statement, "confirm", **fields)

    assert answer.status_code == 200
    assert b"error" in answer.content
    assert Statement.objects.get(pk=statement.pk).state == State.FOUND


def test_what_went_with_its_text_is_told_of(desk, cast: Cast) -> None:
    story = a_draft(cast.nasional)
    statement = said_by(story, "Sergey Lavrov")
    Statement.objects.filter(pk=statement.pk).delete()

    answer = press(desk, statement, "confirm")

    assert answer.status_code == 200
    assert len(answer.context["told"]) == 1


def test_ticks_of_another_story_are_not_taken(desk, cast: Cast) -> None:
    story, other = a_draft(cast.nasional), a_draft(cast.ekonomi)
    chief = Client()
    chief.force_login(cast.dewi)
    theirs = tickets(chief, other)

    desk.post(review(story), {"do": "confirm", "ticked": [*theirs, "x", "9" * 30]}, headers=PANEL)

    assert len(theirs) == 2
    assert said_by(other, "Sergey Lavrov").state == State.FOUND


def test_what_changed_since_somebody_looked_is_not_confirmed_unseen(desk, cast: Cast) -> None:
    story = a_record(cast.nasional, by=cast.budi, owner=cast.ani)
    rewrite(story, f"{TEXT}<p>“Kami menunggu,” ujar Presiden Rusia Vladimir Putin.</p>")
    publish(Article.objects.get(pk=story.pk), by=cast.budi)
    new = confirm(said_by(story, "Vladimir Putin"), by=cast.ani)
    form = {"do": "confirm", "ticked": tickets(desk, story)}
    other = Details(None, "Jens Stoltenberg", new.kind, "", "", None)
    confirm(new, by=cast.ani, details=other)

    page = desk.post(review(story), form, headers=PANEL)

    assert "sejak Anda melihatnya" in page.context["told"][0]
    assert Statement.objects.get(pk=new.pk).waits_for_editor


@pytest.mark.parametrize(("name", "status"), [("ani", 200), ("budi", 200), ("eko", 302)])
def test_who_may_edit_the_story_may_review_it(name, status, client, cast: Cast) -> None:
    story = a_draft(cast.nasional, owner=cast.ani)
    client.force_login(getattr(cast, name))

    assert client.get(review(story)).status_code == status


def test_another_desk_may_neither_look_nor_decide(client, cast: Cast) -> None:
    statement = said_by(a_draft(cast.nasional, owner=cast.ani), "Sergey Lavrov")
    client.force_login(cast.citra)

    looked = client.get(review(statement.article))
    decided = press(client, statement, "confirm")

    assert (looked.status_code, decided.status_code) == (302, 403)
    assert Statement.objects.get(pk=statement.pk).state == State.FOUND


def test_a_forged_form_is_refused(cast: Cast) -> None:
    statement = said_by(a_draft(cast.nasional), "Sergey Lavrov")
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(cast.budi)

    assert press(strict, statement, "confirm").status_code == 403


def test_speakers_are_found_while_a_name_is_typed(desk, cast: Cast) -> None:
    enter("Sergey Lavrov")
    enter("Anies Baswedan", aliases=["Anies Rasyid"])

    names = [
        [one["name"] for one in desk.get(reverse("find_speakers"), {"q": words}).json()["speakers"]]
        for words in ("lav", "rasyid", "baswedan anies", "", "\x00", "%")
    ]

    assert names == [["Sergey Lavrov"], ["Anies Baswedan"], ["Anies Baswedan"], [], [], []]


def test_the_editor_has_the_panel(desk, cast: Cast) -> None:
    story = a_draft(cast.nasional)

    page = desk.get(reverse("wagtailsnippets_articles_article:edit", args=[story.pk]))

    assert f'data-url="{review(story)}"' in page.content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_review_costs_the_same(number, desk, cast: Cast, django_assert_num_queries) -> None:
    text = "".join(TEXT.replace("Sergey", f"Sergey{n}") for n in range(number))
    story = a_draft(cast.nasional, text=text)
    enter("Sergei Lavrov")

    with django_assert_num_queries(19):
        desk.get(review(story), headers=PANEL)


def test_what_only_an_editor_may_change_is_not_ticked_and_holds_up_nothing(
    client: Client, cast: Cast, settings: Any
) -> None:
    settings.CONFIG = replace(settings.CONFIG, automatic_statements="show")
    for name in ("Sergey Lavrov", "Jens Stoltenberg", "Vladimir Putin"):
        enter(name)
    story = a_draft(cast.nasional, owner=cast.ani)
    publish(Article.objects.get(pk=story.pk), by=cast.budi)
    read_due()
    rewrite(story, f"{TEXT}<p>“Kami menunggu jawaban,” ujar Presiden Rusia Vladimir Putin.</p>")
    client.force_login(cast.budi)
    every = tickets(client, story)
    client.force_login(cast.ani)
    own = tickets(client, story)
    url = reverse("article_statements", args=[story.pk])

    answer = client.post(url, {"do": "confirm", "ticked": every}, headers=PANEL)

    assert (len(every), len(own)) == (3, 1)
    assert said_by(story, "Vladimir Putin").state == State.CONFIRMED
    assert said_by(story, "Sergey Lavrov").state == State.FOUND
    assert "hanya orang yang boleh menerbitkan" in answer.content.decode()


def test_what_is_gone_or_decided_leaves_room_for_what_is_new(
    desk: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("redaksi.statements.desk.review.MOST", 2)
    story = a_draft(cast.nasional, text="<p>Kosong.</p>")
    gone = {"article": story, "kind": "direct", "words": "hilang", "state": State.REJECTED}
    Statement.objects.bulk_create([Statement(**gone, start=None) for _number in range(3)])
    rewrite(story, TEXT)
    url = reverse("article_statements", args=[story.pk])

    both = desk.get(url).content.decode()
    rewrite(story, f"{TEXT}<p>“Kami menunggu jawaban,” ujar Presiden Rusia Vladimir Putin.</p>")
    first = desk.get(url).content.decode()
    reject(said_by(story, "Jens Stoltenberg"), by=cast.budi)
    later = desk.get(url).content.decode()

    assert LAVROV in both
    assert "2 pernyataan pertama" not in both
    assert "2 pernyataan pertama" in first
    assert "Kami menunggu jawaban" not in first
    assert "Kami menunggu jawaban" in later


def test_a_button_that_there_is_not_does_nothing(desk: Client, cast: Cast) -> None:
    statement = said_by(a_draft(cast.nasional), "Sergey Lavrov")

    assert press(desk, statement, "zzz").status_code == 400

    statement.refresh_from_db()
    assert statement.state == State.FOUND
