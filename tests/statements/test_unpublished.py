"""What only a draft says stays in the newsroom, whoever decides what about it."""

from __future__ import annotations

import datetime
import json
from dataclasses import replace
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from redaksi.articles.models import Article
from redaksi.articles.publishing import publish
from redaksi.statements.deciding import Details, confirm, reject, reopen
from redaksi.statements.merging import merge
from redaksi.statements.models import Speaker, SpeakerName, SpeakerRole, Statement
from redaksi.statements.reading import read_due
from redaksi.statements.register import enter
from tests.cast import Cast
from tests.editor import form_of
from tests.statements.telling import LAVROV, TEXT, a_draft, a_record, rewrite, said_by, tickets

pytestmark = pytest.mark.django_db

UNNAMED = "<p>“Uang itu mengalir ke atas,” kata seorang pejabat yang tidak mau disebut namanya.</p>"
NAMED = "<p>“Uang itu mengalir ke atas,” kata Menteri Hartono Rahasia.</p>"
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


def test_a_name_that_an_abandoned_draft_told_is_not_told_by_its_successor(
    cast: Cast, client: Client
) -> None:
    draft = a_draft(cast.nasional, text=NAMED, owner=cast.ani)
    confirm(said_by(draft, "Hartono Rahasia"), by=cast.ani)
    rewrite(draft, UNNAMED)

    publish(newest(draft), by=cast.budi)
    read_due()
    client.force_login(cast.budi)
    url = reverse("article_statements", args=[draft.pk])
    panel = client.get(url, HTTP_X_REQUESTED_WITH="XMLHttpRequest").content.decode()

    assert public(draft) == {}
    assert "Hartono" not in Client().get(newest(draft).path).content.decode()
    assert 'data-open="1"' in panel
    assert "tidak lagi menyebut" in panel


def test_a_draft_that_is_taken_back_leaves_its_name_behind(anonymous: Article, cast: Cast) -> None:
    rewrite(anonymous, NAMED)
    confirm(said_by(anonymous, "Hartono Rahasia"), by=cast.budi)

    rewrite(anonymous, UNNAMED)
    publish(newest(anonymous), by=cast.budi)
    read_due()

    assert public(anonymous) == {}


def test_a_published_story_that_names_its_source_no_longer_does_so_on_record(
    cast: Cast, client: Client
) -> None:
    story = a_record(cast.nasional, by=cast.budi, text=NAMED)
    assert set(public(story)) == {"Hartono Rahasia"}

    rewrite(story, UNNAMED)
    publish(newest(story), by=cast.budi)
    read_due()

    assert public(story) == {}
    assert client.get("/tokoh/hartono-rahasia/").status_code == 404

    confirm(said_by(story, "Hartono Rahasia"), by=cast.budi)
    rewrite(story, f"{UNNAMED}<p>Satu alinea lagi.</p>")
    publish(newest(story), by=cast.budi)
    read_due()

    assert set(public(story)) == {"Hartono Rahasia"}


def test_a_correction_tells_no_name_that_only_the_draft_has(live: Article, cast: Cast) -> None:
    rewrite(live, TEXT.replace("Menteri Luar Negeri Rusia Sergey Lavrov", "Hartono Rahasia"))
    statement = said_by(live, "Sergey Lavrov")
    told = Details(None, "Hartono Rahasia", statement.kind, "", "", None)

    with pytest.raises(ValidationError, match="Hanya naskah"):
        confirm(statement, by=cast.budi, details=told)
    publish(newest(live), by=cast.budi)
    confirm(statement, by=cast.budi, details=told)

    assert Client().get("/tokoh/hartono-rahasia/").status_code == 200


def test_new_statements_wait_until_the_published_text_is_read(live: Article, cast: Cast) -> None:
    rewrite(live, LONGER)
    confirm(said_by(live, "Vladimir Putin"), by=cast.budi)
    rewrite(live, f"{LONGER}<p>Satu alinea lagi.</p>", is_read=False)

    publish(newest(live), by=cast.budi)
    before = set(public(live))
    read_due()

    assert "Vladimir Putin" not in before
    assert "Vladimir Putin" in public(live)


def test_a_statement_that_was_reopened_keeps_its_address(live: Article, cast: Cast) -> None:
    statement = reopen(said_by(live, "Sergey Lavrov"), by=cast.budi)

    rewrite(live, "<p>Sebuah teks lain.</p>")

    assert Client().get(statement.url).status_code == 410


def test_a_new_speaker_takes_no_name_that_readers_see(live: Article, cast: Cast) -> None:
    other = a_record(cast.nasional, by=cast.budi, text="<p>“Baik,” ujar Sergey Lavrov.</p>")
    shown = other.statements.get()
    Statement.objects.filter(pk=shown.pk).update(aliases=["Seryozha"])
    SpeakerName.objects.create(speaker=shown.speaker, name="Seryozha", is_learnt=True)
    draft = a_draft(cast.nasional, text="<p>“Kami mundur,” ujar Sergey Lavrov.</p>", owner=cast.ani)
    statement = confirm(draft.statements.get(), by=cast.ani)

    told = Details(None, "Seryozha", statement.kind, "", "", None)
    confirm(statement, by=cast.ani, details=told, is_new=True)

    assert "Seryozha" in Client().get("/tokoh/sergey-lavrov/pernyataan.json").content.decode()


def test_words_that_nobody_says_any_more_bring_no_name_of_a_draft(cast: Cast) -> None:
    text = "<p>{}uang itu mengalir ke atas selama tiga tahun.</p>"
    draft = a_draft(cast.nasional, text=text.format("Menteri Hartono Rahasia mengatakan "))
    confirm(draft.statements.get(), by=cast.budi)

    rewrite(draft, text.format("Menurut catatan, "))
    publish(newest(draft), by=cast.budi)
    read_due()

    assert public(draft) == {}


def test_an_automatic_statement_goes_with_its_attribution(
    cast: Cast, settings: Any, client: Client
) -> None:
    settings.CONFIG = replace(settings.CONFIG, automatic_statements="show")
    enter("Hartono Rahasia")
    text = "<p>{}uang itu mengalir ke atas selama tiga tahun.</p>"
    story = a_draft(cast.nasional, text=text.format("Hartono Rahasia mengatakan bahwa "))
    publish(story, by=cast.budi)
    read_due()
    assert set(public(story)) == {"Hartono Rahasia"}

    rewrite(story, text.format("Menurut catatan, "))
    publish(newest(story), by=cast.budi)
    read_due()

    assert "Hartono Rahasia" not in public(story)
    assert client.get("/tokoh/hartono-rahasia/").status_code == 404


def test_a_role_that_only_a_draft_told_does_not_come_into_another_story(cast: Cast) -> None:
    draft = a_draft(cast.nasional, text="<p>“Kami siap,” ujar Menteri Hartono Rahasia.</p>")
    confirm(draft.statements.get(), by=cast.budi)

    other = a_draft(cast.nasional, text="<p>“Kami datang,” ujar Hartono Rahasia.</p>")

    assert other.statements.get().role == ""
