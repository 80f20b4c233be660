"""A reader writes to the desk: form, mail with a link, last click, and the desk's clock."""

from __future__ import annotations

import datetime
import re

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone

from redaksi.articles.kinds import WithdrawalGround
from redaksi.articles.withdrawing import withdraw
from redaksi.readers.complaining import forget_unconfirmed, send_link
from redaksi.readers.complaint import Complaint
from tests.cast import Cast
from tests.factories import write_draft, write_live

pytestmark = pytest.mark.django_db
OURS = {"HTTP_SEC_FETCH_SITE": "same-origin"}
LETTER = {
    "kind": "correction",
    "name": "Pembaca",
    "email": "pembaca@contoh.example",
    "text": "Angkanya keliru: 12, bukan 21.",
    "evidence": "https://contoh.example/data",
}


def send(client, story, *, headers=OURS, **fields):
    return client.post(
        f"/koreksi/{story.pk}/",
        data="&".join(f"{name}={value}" for name, value in {**LETTER, **fields}.items()),
        content_type="application/x-www-form-urlencoded",
        **headers,
    )


def link_in_mail() -> str:
    send_link.call(Complaint.objects.latest("pk").pk)
    found = re.search(r"https?://[^/]+(/koreksi/sahkan/\S+)", mail.outbox[-1].body)
    assert found is not None
    return found.group(1)


def test_a_letter_reaches_the_desk_after_its_link_was_opened(cast: Cast, client):
    story = write_live(section=cast.nasional, headline="Jumlah Korban 21")
    client.force_login(cast.budi)
    sent = send(client, story)
    link = link_in_mail()
    before = client.get(reverse("complaints")).content.decode()

    looked = client.get(link).content.decode()
    confirmed_by_looking = Complaint.objects.get().confirmed_at
    client.post(link, **OURS)

    desk = client.get(reverse("complaints")).content.decode()
    letter = Complaint.objects.get()
    assert "pembaca@contoh.example" in sent.content.decode()
    assert mail.outbox[0].to == ["pembaca@contoh.example"]
    assert "Jumlah Korban 21" in mail.outbox[0].body
    assert letter.name not in mail.outbox[0].body
    assert "12, bukan 21" in looked
    assert confirmed_by_looking is None
    assert "12, bukan 21" not in before
    assert "12, bukan 21" in desk
    assert letter.due_at == letter.confirmed_at + datetime.timedelta(hours=48)


def test_the_page_of_a_story_leads_to_the_form(cast: Cast, client):
    story = write_live(section=cast.nasional)

    assert f'href="/koreksi/{story.pk}/"' in client.get(story.path).content.decode()
    assert client.get(f"/koreksi/{story.pk}/").status_code == 200


@pytest.mark.parametrize(
    ("fields", "status"),
    [
        ({"email": "bukan surel"}, 400),
        ({"text": ""}, 400),
        ({"kind": "lain"}, 400),
        ({"name": "x" * 200}, 400),
        ({"text": "x" * 4001}, 400),
        ({"text": "x" * 70_000}, 413),
        ({"name": "%00"}, 400),
        ({"email": "a@b.example%0aBcc:c@d.example"}, 400),
    ],
)
def test_bad_letters_are_refused_with_a_sentence(fields, status, cast: Cast, client):
    story = write_live(section=cast.nasional)

    assert send(client, story, **fields).status_code == status
    assert not Complaint.objects.exists()


def test_another_site_cannot_write(cast: Cast, client):
    story = write_live(section=cast.nasional)

    assert send(client, story, headers={"HTTP_SEC_FETCH_SITE": "cross-site"}).status_code == 403
    assert not Complaint.objects.exists()


def test_nobodys_mailbox_is_flooded(cast: Cast, client):
    story = write_live(section=cast.nasional)

    statuses = [send(client, story, text=f"Surat {n}").status_code for n in range(5)]

    assert statuses == [200, 200, 200, 429, 429]


def test_one_network_writes_so_often_and_no_more(cast: Cast, client):
    story = write_live(section=cast.nasional)

    sent = [send(client, story, email=f"a{n}@contoh.example").status_code for n in range(12)]

    assert sent == [200] * 10 + [429] * 2


def test_only_stories_that_readers_see_have_a_form(cast: Cast, client):
    draft = write_draft(section=cast.nasional)
    gone = write_live(section=cast.nasional, headline="Ditarik")
    withdraw(gone, ground=WithdrawalGround.FALSE, note="Keliru.", by=cast.dewi)

    paths = [f"/koreksi/{key}/" for key in (draft.pk, gone.pk, 999_999)]
    assert [client.get(path).status_code for path in paths] == [404, 410, 404]


@pytest.mark.parametrize("token", ["x", "a:b:c", "%00", "x" * 900])
def test_a_forged_link_is_none(token, db, client):
    assert client.get(f"/koreksi/sahkan/{token}/").status_code == 404


def test_letters_are_for_the_editors_of_the_section(cast: Cast, client):
    story = write_live(section=cast.nasional)
    send(client, story)
    client.post(link_in_mail(), **OURS)

    seen = {}
    for name in ("budi", "citra", "dewi"):
        client.force_login(getattr(cast, name))
        seen[name] = "12, bukan 21" in client.get(reverse("complaints")).content.decode()

    assert seen == {"budi": True, "citra": False, "dewi": True}


def test_what_nobody_confirmed_is_thrown_away(cast: Cast, client):
    story = write_live(section=cast.nasional)
    send(client, story)
    Complaint.objects.update(sent_at=timezone.now() - datetime.timedelta(days=8))

    assert forget_unconfirmed() == 1
