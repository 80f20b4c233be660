"""Fronts and breaking news in the newsroom: who may lay out what, versions, schedule."""

from __future__ import annotations

import datetime

import pytest
from django.urls import reverse
from django.utils import timezone
from wagtail.permissions import policy_registry

from redaksi.articles.scheduling import publish_due
from redaksi.fronts.breaking import raise_strip, standing
from redaksi.fronts.models import BreakingNews, Front
from tests.cast import Cast
from tests.factories import add_test_picture, write_draft, write_live
from tests.fronts.laying import lay_out, pin

pytestmark = pytest.mark.django_db
LIST = "wagtailsnippets_fronts_front"
BREAKING = reverse("breaking_news")


def address(name: str, *args: object) -> str:
    return reverse(f"{LIST}:{name}", args=args)


def is_refused(answer) -> bool:
    home = reverse("wagtailadmin_home")
    return answer.status_code == 403 or (answer.status_code == 302 and answer["Location"] == home)


def form_with(story, **fields: str) -> dict[str, str]:
    """What a browser sends of a lead with one pin."""
    item = "slots-0-value-pins-0"
    return {
        "slots-count": "1",
        "slots-0-type": "lead",
        "slots-0-order": "0",
        "slots-0-deleted": "",
        "slots-0-id": "",
        "slots-0-value-pins-count": "1",
        f"{item}-deleted": "",
        f"{item}-order": "0",
        f"{item}-id": "",
        f"{item}-value-story": str(story.pk),
        f"{item}-value-headline": "Judul muka",
        f"{item}-value-picture": "",
        "go_live_at": "",
        **fields,
    }


def test_the_editor_of_a_section_lays_out_its_front(cast: Cast, client):
    story = write_live(section=cast.ekonomi, headline="Satu")
    client.force_login(cast.citra)
    form = form_with(story, section=str(cast.ekonomi.pk))

    client.post(address("add"), {**form, "action-publish": "x"})

    assert b"Judul muka" in client.get("/ekonomi/").content
    assert Front.objects.get().live_revision.user == cast.citra


def test_the_home_page_is_for_chiefs(cast: Cast, client):
    story = write_live(section=cast.ekonomi)
    client.force_login(cast.citra)
    client.post(address("add"), {**form_with(story, section=""), "action-publish": "x"})
    by_an_editor = Front.objects.count()
    client.force_login(cast.dewi)

    client.post(address("add"), {**form_with(story, section=""), "action-publish": "x"})

    assert (by_an_editor, Front.objects.get().section) == (0, None)


@pytest.mark.parametrize("who", ["citra", "ani", "eko"])
def test_no_screen_of_a_foreign_front_opens(who, cast: Cast, client):
    front = lay_out(cast.nasional, [])
    revision = front.live_revision_id
    client.force_login(getattr(cast, who))
    screens = [
        address("edit", front.pk),
        address("history", front.pk),
        address("usage", front.pk),
        address("delete", front.pk),
        address("unpublish", front.pk),
        address("preview_on_edit", front.pk),
        address("revisions_view", front.pk, revision),
        address("revisions_revert", front.pk, revision),
        address("revisions_compare", front.pk, "earliest", "latest"),
        reverse("front_versions", args=[front.pk]),
    ]

    assert [url for url in screens if not is_refused(client.get(url))] == []
    assert is_refused(client.post(address("edit", front.pk), {"action-publish": "x"}))


def test_the_policy_follows_the_desks(cast: Cast):
    home, nasional = lay_out(None, []), lay_out(cast.nasional, [])
    policy = policy_registry.get_by_type(Front)

    def may_lay_out(name: str) -> list[bool]:
        user = getattr(cast, name)
        fronts = [home, nasional]
        return [policy.user_has_permission_for_instance(user, "publish", one) for one in fronts]

    assert {name: may_lay_out(name) for name in ("ani", "budi", "citra", "dewi", "eko")} == {
        "ani": [False, False],
        "budi": [False, True],
        "citra": [False, False],
        "dewi": [True, True],
        "eko": [False, False],
    }


@pytest.mark.parametrize("number", [1, 3])
def test_the_list_shows_what_one_may_lay_out(number, cast: Cast, client, django_assert_num_queries):
    lay_out(None, [])
    for section in (cast.nasional, cast.daerah, cast.ekonomi)[:number]:
        lay_out(section, [])
    client.force_login(cast.dewi)
    client.get(address("list"))

    with django_assert_num_queries(12):
        page = client.get(address("list"))

    assert len(page.context["object_list"]) == number + 1


def test_a_front_stays_on_its_page(cast: Cast, client):
    front = lay_out(cast.ekonomi, [])
    story = write_live(section=cast.ekonomi)
    client.force_login(cast.dewi)

    form = form_with(story, section=str(cast.nasional.pk))
    client.post(address("edit", front.pk), {**form, "action-publish": "x"})

    front.refresh_from_db()
    assert (front.section, len(front.slots)) == (cast.ekonomi, 1)


def test_a_picture_without_its_words_is_refused(cast: Cast, client):
    story, picture = write_live(section=cast.ekonomi), add_test_picture(credit_line="")
    client.force_login(cast.citra)
    form = form_with(story, section=str(cast.ekonomi.pk))
    form["slots-0-value-pins-0-value-picture"] = str(picture.pk)

    page = client.post(address("add"), {**form, "action-publish": "x"})

    assert "belum punya kredit" in page.content.decode()
    assert not Front.objects.filter(live=True).exists()


def test_the_preview_shows_the_layout_in_hand(cast: Cast, client):
    front = lay_out(cast.ekonomi, [])
    story = write_live(section=cast.ekonomi)
    client.force_login(cast.citra)
    url = address("preview_on_edit", front.pk)

    answer = client.post(url, form_with(story, section=str(cast.ekonomi.pk)))
    shown = client.get(url + "?in_preview_panel=true")

    assert answer.json()["is_valid"]
    assert "Judul muka" in shown.content.decode()
    assert "Judul muka" not in client.get("/ekonomi/").content.decode()


def test_one_click_puts_a_version_back(cast: Cast, client):
    one, two = (write_live(section=cast.ekonomi, headline=name) for name in ("Satu", "Dua"))
    front = lay_out(cast.ekonomi, [("lead", {"pins": [pin(one)]})], by=cast.citra)
    first = front.live_revision
    lay_out(cast.ekonomi, [("lead", {"pins": [pin(two)]})], by=cast.citra)
    client.force_login(cast.citra)
    versions = reverse("front_versions", args=[front.pk])

    page = client.get(versions).content.decode()
    client.post(versions, {"version": first.pk})

    front.refresh_from_db()
    assert "Satu" in page
    assert "Dua" in page
    assert front.live_revision.user == cast.citra
    assert [found.story for found in front.read_slots()[0].pins] == [one.pk]
    assert front.revisions.count() == 3


@pytest.mark.parametrize("version", ["", "x", "0", "99999999999999999999"])
def test_a_version_that_is_none_is_not_put_back(version, cast: Cast, client):
    front = lay_out(cast.ekonomi, [])
    client.force_login(cast.citra)

    answer = client.post(reverse("front_versions", args=[front.pk]), {"version": version})

    assert answer.status_code == 404


def test_a_layout_waits_for_its_hour(cast: Cast, client):
    story = write_live(section=cast.ekonomi, headline="Satu")
    write_live(section=cast.ekonomi, headline="Dua")
    front = lay_out(cast.ekonomi, [])
    front.slots = [("lead", {"pins": [pin(story, "Judul muka")]})]
    front.go_live_at = timezone.now() + datetime.timedelta(hours=1)
    front.save_revision(user=cast.citra).publish(user=cast.citra)
    before = client.get("/ekonomi/").content.decode()
    revisions = front.revisions.filter(approved_go_live_at__isnull=False)
    revisions.update(approved_go_live_at=timezone.now() - datetime.timedelta(seconds=1))
    content = revisions.get().content
    content["go_live_at"] = (timezone.now() - datetime.timedelta(seconds=1)).isoformat()
    revisions.update(content=content)

    outcome = publish_due()

    assert "Judul muka" not in before
    assert outcome.published == 1
    assert "Judul muka" in client.get("/ekonomi/").content.decode()


def test_a_chief_raises_and_takes_down_in_two_clicks(cast: Cast, client):
    story = write_live(section=cast.ekonomi)
    client.force_login(cast.dewi)
    client.post(BREAKING, {"text": "Gempa di Sumba", "story": story.pk})
    raised = [client.get(path).content.decode() for path in ("/", "/ekonomi/", story.path)]

    client.post(BREAKING, {"take_down": ""})

    assert ["Gempa di Sumba" in page for page in raised] == [True, True, False]
    assert "Gempa di Sumba" not in client.get("/").content.decode()
    strip = BreakingNews.objects.get()
    assert (strip.raised_by, strip.taken_down_by) == (cast.dewi, cast.dewi)


def test_another_strip_takes_the_place_of_the_first(cast: Cast, client):
    raise_strip(text="Satu", story=None, by=cast.dewi)
    client.force_login(cast.dewi)

    client.post(BREAKING, {"text": "Dua", "story": ""})

    assert standing().text == "Dua"
    assert BreakingNews.objects.filter(taken_down_at=None).count() == 1


def test_breaking_news_is_for_chiefs_and_about_what_readers_may_see(cast: Cast, client):
    draft = write_draft(section=cast.ekonomi)
    client.force_login(cast.citra)
    refused = client.post(BREAKING, {"text": "Gempa"})
    client.force_login(cast.dewi)
    page = client.post(BREAKING, {"text": "Gempa", "story": draft.pk})

    assert is_refused(refused)
    assert "Pilih berita yang sudah dapat dilihat pembaca." in page.content.decode()
    assert not BreakingNews.objects.exists()


def test_the_chooser_finds_tags_by_their_words(cast: Cast, client):
    story = write_live(section=cast.ekonomi)
    story.tags.add("harga beras", "cuaca")
    story.save()
    client.force_login(cast.citra)

    found = client.get(reverse("tag_chooser:choose_results"), {"q": "beras"}).content.decode()

    assert "harga beras" in found
    assert "cuaca" not in found
