"""What only a draft says stays in the newsroom, whoever decides what about it."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from redaksi.articles.models import Article
from redaksi.articles.publishing import publish
from redaksi.statements.deciding import Details, confirm, reject
from redaksi.statements.merging import merge
from redaksi.statements.models import Speaker, SpeakerName, SpeakerRole, Statement
from redaksi.statements.reading import read_due
from redaksi.statements.register import enter
from tests.cast import Cast
from tests.editor import form_of
from tests.statements.telling import LAVROV, TEXT, a_draft, a_record, rewrite, said_by, tickets

pytestmark = pytest.mark.django_db

UNNAMED = "<p>“Uang itu mengalir ke atas,” kata seorang pejabat yang tidak mau disebut namanya.</p>"
NAMED = "<p>“Uang itu mengalir ke atas,” kata Direktur Pelabuhan Hartono Rahasia.</p>"
LONGER = f"{TEXT}<p>“Kami menunggu jawaban,” ujar Presiden Rusia Vladimir Putin.</p>"


def public(story: Article) -> dict[str, int | None]:
    rows = Statement.objects.filter(article=story, live_start__isnull=False)
    return dict(rows.values_list("speaker_name", "live_start"))


def newest(story: Article) -> Article:
    return Article.objects.get(pk=story.pk)


@pytest.fixture
def live(cast: Cast) -> Article:
    return a_record(cast.nasional, by=cast.budi, owner=cast.ani)


@pytest.fixture
def anonymous(cast: Cast) -> Article:
    """A live story with a source whom it does not name."""
    story = a_draft(cast.nasional, text=UNNAMED, owner=cast.ani)
    publish(story, by=cast.budi)
    enter("Hartono Rahasia")
    return newest(story)


def schedule(story: Article, *, by: Any) -> None:
    draft = newest(story).get_latest_revision_as_object()
    draft.go_live_at = timezone.now() + datetime.timedelta(days=1)
    draft.save_revision()
    publish(newest(story), by=by)


def test_a_scheduled_version_changes_nothing_for_readers(live: Article, cast: Cast) -> None:
    before = public(live)
    rewrite(live, f"<p>Satu alinea lagi.</p>{LONGER}".replace(LAVROV, "Rusia belum mau perang"))
    confirm(said_by(live, "Vladimir Putin"), by=cast.ani)

    schedule(live, by=cast.budi)

    assert said_by(live, "Vladimir Putin").is_cleared
    assert public(live) == before


def test_scheduling_warns_of_nothing_that_only_waits(
    live: Article, cast: Cast, client: Client
) -> None:
    rewrite(live, LONGER)
    confirm(said_by(live, "Vladimir Putin"), by=cast.budi)
    client.force_login(cast.budi)
    edit = reverse("wagtailsnippets_articles_article:edit", args=[live.pk])
    later = timezone.localtime() + datetime.timedelta(days=1)
    form = form_of(newest(live).get_latest_revision_as_object())
    form |= {"go_live_at": later.strftime("%Y-%m-%d %H:%M"), "action-publish": "1"}

    answer = client.post(edit, form, follow=True)

    assert "tidak lagi tercatat" not in answer.content.decode()
    assert "Vladimir Putin" not in public(live)


@pytest.mark.parametrize("automatic", ["hide", "show"])
def test_a_source_whom_only_a_draft_names_is_not_named(
    automatic: str, anonymous: Article, cast: Cast, client: Client, settings: Any
) -> None:
    settings.CONFIG = replace(settings.CONFIG, automatic_statements=automatic)
    rewrite(anonymous, NAMED)
    client.force_login(cast.budi)
    url = reverse("article_statements", args=[anonymous.pk])

    client.post(url, {"do": "confirm", "ticked": tickets(client, anonymous)})
    read_due()

    assert said_by(anonymous, "Hartono Rahasia").is_cleared
    assert "bila versi ini terbit" in client.get(url).content.decode()
    assert "Hartono" not in Client().get(anonymous.path).content.decode()
    assert Client().get("/tokoh/hartono-rahasia/").status_code == 404

    publish(newest(anonymous), by=cast.budi)

    assert "Hartono" in Client().get(anonymous.path).content.decode()
    assert Client().get("/tokoh/hartono-rahasia/").status_code == 200


def test_names_that_only_a_draft_tells_lead_readers_nowhere(live: Article, cast: Cast) -> None:
    draft = a_draft(cast.nasional, text="<p>“Kami mundur,” ujar Sergey Lavrov.</p>")
    statement = draft.statements.get()
    statement.aliases = ["Seryozha"]
    statement.save()
    confirm(statement, by=cast.budi)
    url = reverse("speaker_names")

    before = Client().get(url, {"nama": "seryozha"}).content.decode()
    publish(newest(draft), by=cast.budi)
    after = Client().get(url, {"nama": "seryozha"}).content.decode()

    assert "Sergey Lavrov" not in before
    assert "Sergey Lavrov" in after


def test_a_new_speaker_takes_no_name_that_an_editor_wrote(live: Article, cast: Cast) -> None:
    lavrov = Speaker.objects.get(name="Sergey Lavrov")
    SpeakerName.objects.create(speaker=lavrov, name="Seryozha")
    draft = a_draft(cast.nasional, text="<p>“Kami mundur,” ujar Sergey Lavrov.</p>", owner=cast.ani)
    statement = confirm(draft.statements.get(), by=cast.ani)
    told = Details(None, "Seryozha", statement.kind, "", "", None)

    confirm(statement, by=cast.ani, details=told, is_new=True)

    assert "Seryozha" in Client().get("/tokoh/sergey-lavrov/pernyataan.json").content.decode()


@pytest.mark.parametrize(
    "change", [{"role": "Menteri Luar Negeri Federasi Rusia"}, {"since": 2004}]
)
def test_a_role_that_an_editor_changed_is_the_editors(
    change: dict[str, Any], live: Article, cast: Cast
) -> None:
    role = SpeakerRole.objects.get(speaker__name="Sergey Lavrov")
    for name, value in change.items():
        setattr(role, name, value)
    role.save()

    shown = Client().get("/tokoh/sergey-lavrov/pernyataan.json").content
    reject(said_by(live, "Sergey Lavrov"), by=cast.budi)

    assert {one["role"] for one in json.loads(shown)["speaker"]["roles"]} == {role.role}
    assert SpeakerRole.objects.filter(pk=role.pk, is_learnt=False).exists()


def test_a_merger_keeps_a_role_that_an_editor_wrote(live: Article, cast: Cast) -> None:
    other = enter("Sergei Lavrov")
    SpeakerRole.objects.create(speaker=other, role="Menteri Luar Negeri Rusia")

    merge(other, into=Speaker.objects.get(name="Sergey Lavrov"), by=cast.budi)
    reject(said_by(live, "Sergey Lavrov"), by=cast.budi)

    kept = SpeakerRole.objects.get(speaker__name="Sergey Lavrov")
    assert (kept.role, kept.is_learnt) == ("Menteri Luar Negeri Rusia", False)
