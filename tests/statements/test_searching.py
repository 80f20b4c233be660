"""The desk finds statements by all it knows of them, takes them away as files, and looks back."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from redaksi.statements.deciding import confirm
from redaksi.statements.models import Statement
from tests.cast import Cast
from tests.statements.telling import (
    LAVROV,
    STOLTENBERG,
    TEXT,
    a_draft,
    a_record,
    rewrite,
    said_by,
)

pytestmark = pytest.mark.django_db

PANEL = {"x-requested-with": "XMLHttpRequest"}


@pytest.fixture
def desk(client: Client, cast: Cast) -> Client:
    a_record(cast.nasional, by=cast.budi)
    client.force_login(cast.budi)
    return client


def found(client: Client, **asked: Any) -> list[str]:
    page = client.get(reverse("search_statements"), asked)
    return [statement.words for statement in page.context["found"].statements]


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        ({}, [LAVROV, STOLTENBERG]),
        ({"words": "perang eropa"}, [LAVROV]),
        ({"who": "lavrov"}, [LAVROV]),
        ({"who": "stoltenberg", "words": "perang"}, []),
        ({"since": "2022-01-31"}, [LAVROV]),
        ({"until": "2022-01-30"}, [STOLTENBERG]),
        ({"kind": "indirect"}, []),
        ({"state": "confirmed"}, [LAVROV, STOLTENBERG]),
        ({"state": "found"}, []),
        ({"words": "%"}, []),
    ],
)
def test_statements_are_found(asked: dict[str, str], words: list[str], desk: Client) -> None:
    assert found(desk, **asked) == words


def test_a_section_holds_its_sub_sections(desk: Client, cast: Cast) -> None:
    a_record(cast.daerah, by=cast.budi)

    assert len(found(desk, section=cast.nasional.pk)) == 4
    assert len(found(desk, section=cast.daerah.pk)) == 2


@pytest.mark.parametrize(
    "asked",
    [{"since": "kemarin"}, {"kind": "x"}, {"section": "999999"}, {"before": "-1"},
     {"words": "\x00"}, {"before": "9" * 40}],
)  # fmt: skip
def test_bad_questions_are_answered_with_a_page(asked: dict[str, str], desk: Client) -> None:
    assert desk.get(reverse("search_statements"), asked).status_code == 200


def test_what_is_found_leaves_as_a_file(desk: Client) -> None:
    asked = {"words": "perang", "format": "json"}

    answer = desk.get(reverse("search_statements"), asked)
    table = desk.get(reverse("search_statements"), {**asked, "format": "csv"})

    assert [one["words"] for one in json.loads(answer.getvalue())["statements"]] == [LAVROV]
    assert table.getvalue().decode().count(LAVROV) == 1
    assert table["Content-Disposition"] == 'attachment; filename="pernyataan.csv"'


@pytest.mark.parametrize("rows", [1, 2, 3])
def test_a_file_has_everything_however_little_is_read_at_once(
    rows: int, desk: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("redaksi.statements.desk.searching.FOR_A_FILE", rows)

    answer = desk.get(reverse("search_statements"), {"format": "json"})

    keys = [one["id"] for one in json.loads(answer.getvalue())["statements"]]
    assert keys == list(Statement.objects.order_by("-pk").values_list("pk", flat=True))
    assert len(keys) > 1


def test_drafts_of_other_desks_are_not_found(client: Client, cast: Cast) -> None:
    a_draft(cast.nasional, owner=cast.ani)
    client.force_login(cast.citra)

    assert found(client) == []


def test_technicians_find_nothing(client: Client, cast: Cast) -> None:
    client.force_login(cast.eko)

    assert client.get(reverse("search_statements")).status_code == 302


def test_what_people_in_a_draft_said_before(desk: Client, cast: Cast) -> None:
    draft = a_draft(cast.nasional)
    confirm(said_by(draft, "Sergey Lavrov"), by=cast.budi)
    address = reverse("article_said_before", args=[draft.pk])

    every = desk.get(address, headers=PANEL).content.decode()
    some = desk.get(address, {"q": "pasukan"}, headers=PANEL).content.decode()
    screen = desk.get(address).content.decode()

    assert LAVROV in every
    assert STOLTENBERG in every
    assert (LAVROV in some, STOLTENBERG in some) == (False, True)
    assert LAVROV in screen


def test_somebody_the_draft_names_and_does_not_quote_has_a_record(desk: Client, cast: Cast) -> None:
    a_record(cast.nasional, by=cast.budi)
    draft = a_draft(cast.nasional, text="<p>Sergey Lavrov tiba di Jakarta pada Senin.</p>")

    lines = desk.get(reverse("article_said_before", args=[draft.pk]), headers=PANEL)

    assert LAVROV in lines.content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_the_search_costs_the_same(number, desk, cast, django_assert_num_queries) -> None:
    for place in range(number):
        a_record(cast.nasional, by=cast.budi, headline=f"Berita {place}")
    desk.get(reverse("search_statements"))

    with django_assert_num_queries(13):
        found(desk)


def test_unpublished_words_of_another_desk_s_live_story_are_not_found(
    client: Client, cast: Cast
) -> None:
    story = a_record(cast.ekonomi, by=cast.dewi)
    client.force_login(cast.ani)
    assert found(client) == [LAVROV, STOLTENBERG]

    rewrite(story, f"{TEXT}<p>“Bank itu akan ditutup besok,” ujar Hartono Rahasia.</p>")

    assert found(client) == [LAVROV, STOLTENBERG]
    client.force_login(cast.dewi)
    assert len(found(client)) == 3
