"""Notes, embargo, withdrawal and the home of the newsroom."""

from __future__ import annotations

import datetime

import pytest
from django.contrib.messages import get_messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.urls import reverse
from django.utils import timezone
from wagtail.models import Revision

from redaksi.articles.desk.home import LENGTH
from redaksi.articles.embargoing import embargo
from redaksi.articles.kinds import WithdrawalGround
from redaksi.articles.models import Article, EditorialNote
from redaksi.articles.noting import write_note
from redaksi.articles.withdrawing import withdraw
from tests.cast import Cast
from tests.factories import write_draft, write_live

pytestmark = pytest.mark.django_db


def test_a_note_reaches_whom_it_mentions(cast: Cast, client):
    article = write_draft(section=cast.nasional, owner=cast.ani)
    client.force_login(cast.budi)
    client.post(
        reverse("article_notes", args=[article.pk]), {"text": "@ani, siapa narasumber kedua?"}
    )

    client.force_login(cast.ani)
    home = client.get(reverse("wagtailadmin_home")).content.decode()

    assert "siapa narasumber kedua?" in home


def test_a_resolved_note_leaves_the_home_and_can_come_back(cast: Cast, client):
    article = write_draft(section=cast.nasional, owner=cast.ani)
    note = write_note(article, text="Tolong @ani cek angka.", by=cast.budi).note
    client.force_login(cast.ani)
    url = reverse("article_settle_note", args=[article.pk, note.pk])

    client.post(url)
    assert "cek angka" not in client.get(reverse("wagtailadmin_home")).content.decode()
    note.refresh_from_db()
    assert note.resolved_by == cast.ani

    client.post(url)
    assert "cek angka" in client.get(reverse("wagtailadmin_home")).content.decode()


def test_mentions_are_of_existing_active_users(cast: Cast):
    article = write_draft(section=cast.nasional, owner=cast.ani)

    text = "@ani. @budi, ani@contoh.example @hantu"
    written = write_note(article, text=text, by=cast.dewi)

    mentioned = written.note.mentioned.values_list("username", flat=True)
    assert set(mentioned) == {"ani", "budi"}
    assert written.unknown == ["hantu"]


def test_a_call_for_nobody_is_told(cast: Cast, client):
    article = write_draft(section=cast.nasional, owner=cast.ani)
    client.force_login(cast.dewi)

    url = reverse("article_notes", args=[article.pk])
    page = client.post(url, {"text": "@hantu tolong"}, follow=True).content.decode()

    assert "tidak ada nama pengguna “hantu”" in page


def test_a_note_tells_nobody_who_may_not_open_the_story(cast: Cast, client):
    article = write_draft(section=cast.nasional, owner=cast.budi, headline="Sangat rahasia")
    client.force_login(cast.budi)
    url = reverse("article_notes", args=[article.pk])

    answer = client.post(url, {"text": "@ani @dewi lihat ini"})

    assert list(EditorialNote.objects.get().mentioned.all()) == [cast.dewi]
    said = [str(message) for message in get_messages(answer.wsgi_request)]
    assert ["ani" in sentence for sentence in said] == [True, False]


def test_a_note_leaves_the_home_with_the_story(cast: Cast, client):
    article = write_draft(section=cast.nasional, owner=cast.ani, headline="Sangat rahasia")
    write_note(article, text="@ani lihat ini", by=cast.budi)
    Article.objects.filter(pk=article.pk).update(section=cast.ekonomi)
    client.force_login(cast.ani)

    panel = client.get(reverse("wagtailadmin_home")).content.decode()

    assert "lihat ini" not in panel


def test_the_home_tells_what_goes_out_next_on_the_own_desk(cast: Cast, client):
    soon = timezone.now() + datetime.timedelta(hours=1)
    for number in range(2 * LENGTH + 1):
        write_draft(section=cast.nasional, headline=f"Nasional {number}")
    write_draft(section=cast.ekonomi, headline="Milik Ekonomi")
    Revision.objects.update(approved_go_live_at=soon)
    Revision.objects.filter(object_str="Milik Ekonomi").update(
        approved_go_live_at=soon + datetime.timedelta(hours=1)
    )
    client.force_login(cast.citra)

    panel = next(panel for panel in panels_for_client(client) if panel.order == 40)

    assert [line.article.headline for line in panel.lines] == ["Milik Ekonomi"]


def panels_for_client(client):
    """Return the lists on the home of whoever is signed in."""
    return client.get(reverse("wagtailadmin_home")).context["panels"]


def test_an_empty_note_is_refused(cast: Cast):
    with pytest.raises(ValidationError):
        write_note(write_draft(section=cast.nasional), text="  ", by=cast.budi)
    assert EditorialNote.objects.exists() is False


def test_an_embargo_is_set_and_lifted_on_its_screen(cast: Cast, client):
    article = write_draft(section=cast.nasional)
    client.force_login(cast.budi)
    url = reverse("article_embargo", args=[article.pk])

    client.post(url, {"until": "2099-01-01 08:00"})
    article.refresh_from_db()
    assert timezone.localtime(article.embargoed_until).hour == 8

    client.post(url, {"until": ""})
    article.refresh_from_db()
    assert article.embargoed_until is None


def test_a_live_story_cannot_be_put_under_embargo(cast: Cast):
    article = write_live(section=cast.nasional)

    with pytest.raises(ValidationError):
        embargo(article, until=timezone.now() + datetime.timedelta(days=1), by=cast.budi)


def test_withdrawal_is_for_chiefs_and_once(cast: Cast):
    article = write_live(section=cast.nasional)
    taking_back = {"ground": WithdrawalGround.COURT, "note": "Putusan."}

    with pytest.raises(PermissionDenied):
        withdraw(article, **taking_back, by=cast.budi)
    withdraw(article, **taking_back, by=cast.dewi)
    with pytest.raises(ValidationError):
        withdraw(article, **taking_back, by=cast.dewi)


def test_a_draft_is_not_withdrawn(cast: Cast):
    article = write_draft(section=cast.nasional)

    with pytest.raises(ValidationError):
        withdraw(article, ground=WithdrawalGround.COURT, note="x", by=cast.dewi)


def test_withdrawal_asks_for_certainty(cast: Cast, client):
    article = write_live(section=cast.nasional)
    client.force_login(cast.dewi)
    url = reverse("article_withdraw", args=[article.pk])

    client.post(url, {"ground": "court", "note": "Putusan."})
    assert Article.objects.get(pk=article.pk).live is True

    client.post(url, {"ground": "court", "note": "Putusan.", "sure": "on"})
    assert Article.objects.get(pk=article.pk).withdrawn_at is not None


def test_an_embargo_of_the_first_century_is_refused(cast: Cast, client):
    article = write_draft(section=cast.nasional)
    client.force_login(cast.budi)

    answer = client.post(
        reverse("article_embargo", args=[article.pk]), {"until": "0001-01-01 00:00"}
    )

    assert "until" in answer.context["form"].errors
    assert Article.objects.get(pk=article.pk).embargoed_until is None


def test_the_home_shows_what_waits_for_the_editor(cast: Cast, client):
    article = write_draft(section=cast.nasional, owner=cast.ani, headline="Menunggu redaktur")
    article.get_workflow().start(article, cast.ani)
    elsewhere = write_draft(section=cast.ekonomi, owner=cast.citra, headline="Desk lain menunggu")
    elsewhere.get_workflow().start(elsewhere, cast.citra)
    client.force_login(cast.budi)

    home = client.get(reverse("wagtailadmin_home")).content.decode()

    assert "Menunggu redaktur" in home
    assert "Desk lain menunggu" not in home


def test_every_screen_speaks_the_persons_language(cast: Cast, client):
    from wagtail.users.models import UserProfile

    article = write_draft(section=cast.nasional)
    client.force_login(cast.budi)
    url = reverse("article_embargo", args=[article.pk])
    profile = UserProfile.get_for_user(cast.budi)

    profile.preferred_language = "en"
    profile.save()
    assert "Back to the story" in client.get(url).content.decode()

    profile.preferred_language = "id"
    profile.save()
    assert "Back to the story" not in client.get(url).content.decode()
