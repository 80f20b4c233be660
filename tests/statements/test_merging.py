"""Entries are merged and split, and no statement, name or address is lost."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.urls import reverse

from redaksi.articles.models import Article
from redaksi.articles.publishing import publish
from redaksi.statements.deciding import Details, confirm
from redaksi.statements.merging import merge, split
from redaksi.statements.models import Speaker, SpeakerRole, State, Statement
from redaksi.statements.reading import read_due
from redaksi.statements.register import enter
from tests.cast import Cast
from tests.statements.telling import TEXT, a_draft, a_record, rewrite, said_by

pytestmark = pytest.mark.django_db


def names(speaker: Speaker) -> set[str]:
    return {speaker.name, *speaker.other_names.values_list("name", flat=True)}


def test_all_of_one_entry_moves_to_the_other(cast: Cast, client) -> None:
    statement = said_by(a_record(cast.nasional, by=cast.budi), "Sergey Lavrov")
    one, other = statement.speaker, enter("Sergei Lawrow", aliases=["Lawrow"])
    SpeakerRole.objects.create(speaker=one, role="Menteri", since=2004)

    merge(one, into=other, by=cast.budi)

    other = Speaker.objects.get(pk=other.pk)
    assert Statement.objects.get(pk=statement.pk).speaker == other
    assert {"Sergei Lawrow", "Lawrow", "Sergey Lavrov"} <= names(other)
    roles = {role.role for role in other.roles.all()}
    assert roles == {"Menteri", "Menteri Luar Negeri Rusia"}
    assert not Speaker.objects.filter(pk=one.pk).exists()
    answer = client.get("/tokoh/sergey-lavrov/")
    assert (answer.status_code, answer["Location"]) == (301, "/tokoh/sergei-lawrow/")


def test_addresses_live_through_two_mergers(cast: Cast, client) -> None:
    statement = said_by(a_record(cast.nasional, by=cast.budi), "Sergey Lavrov")
    second, third = enter("Sergei Lawrow"), enter("S Lawrow")

    merge(statement.speaker, into=second, by=cast.budi)
    merge(second, into=third, by=cast.budi)

    assert client.get("/tokoh/sergey-lavrov/")["Location"] == "/tokoh/s-lawrow/"


def test_what_is_private_stays_private(cast: Cast) -> None:
    one, other = enter("Budi Santoso"), enter("Budi Susanto")
    Speaker.objects.filter(pk=one.pk).update(is_private=True, wikidata="Q1")

    merge(one, into=other, by=cast.budi)

    other = Speaker.objects.get(pk=other.pk)
    assert (other.is_private, other.wikidata) == (True, "Q1")


def test_an_entry_is_not_merged_with_itself(cast: Cast) -> None:
    one = enter("Budi Santoso")

    with pytest.raises(ValidationError):
        merge(one, into=one, by=cast.budi)


def test_some_statements_become_somebody_elses(cast: Cast) -> None:
    first = said_by(a_record(cast.nasional, by=cast.budi), "Sergey Lavrov")
    second = said_by(a_record(cast.ekonomi, by=cast.budi), "Sergey Lavrov")
    assert first.speaker == second.speaker

    other = split(first.speaker, [second], name="Sergey Lavrov", by=cast.budi)

    assert Statement.objects.get(pk=first.pk).speaker == first.speaker
    assert Statement.objects.get(pk=second.pk).speaker == other != first.speaker
    assert other.slug == "sergey-lavrov-2"


def test_who_is_split_out_of_a_private_entry_stays_private_and_has_the_old_address(
    cast: Cast, client
) -> None:
    statement = said_by(a_record(cast.nasional, by=cast.budi), "Sergey Lavrov")
    private, other = statement.speaker, enter("Guntur Alam")
    Speaker.objects.filter(pk=private.pk).update(is_private=True, is_hidden=True)
    merge(private, into=other, by=cast.budi)
    other = Speaker.objects.get(pk=other.pk)

    statement = Statement.objects.get(pk=statement.pk)
    again = split(other, [statement], name="Sergey Lavrov", by=cast.budi)

    again = Speaker.objects.get(pk=again.pk)
    assert (again.is_private, again.is_hidden, again.slug) == (True, True, "sergey-lavrov")
    assert client.get("/tokoh/sergey-lavrov/").status_code == 404


@pytest.mark.parametrize("name", ["", "  ", "!"])
def test_a_split_needs_a_name(name: str, cast: Cast) -> None:
    statement = said_by(a_record(cast.nasional, by=cast.budi), "Sergey Lavrov")

    with pytest.raises(ValidationError):
        split(statement.speaker, [statement], name=name, by=cast.budi)


def test_a_split_needs_statements_of_the_entry(cast: Cast) -> None:
    statement = said_by(a_record(cast.nasional, by=cast.budi), "Sergey Lavrov")

    with pytest.raises(ValidationError):
        split(enter("Orang Lain"), [statement], name="Siapa", by=cast.budi)


def test_the_screens_merge_and_split(cast: Cast, client) -> None:
    statement = said_by(a_record(cast.nasional, by=cast.budi), "Sergey Lavrov")
    one, other = statement.speaker, enter("Sergei Lavrov")
    client.force_login(cast.budi)

    offered = client.get(reverse("merge_speaker", args=[other.pk])).content.decode()
    client.post(reverse("merge_speaker", args=[other.pk]), {"similar": one.pk})
    merged = Statement.objects.get(pk=statement.pk).speaker
    refused = client.post(reverse("split_speaker", args=[other.pk]), {"name": "Siapa"})
    form = {"statements": [statement.pk], "name": "Maria Zakharova"}
    client.post(reverse("split_speaker", args=[other.pk]), form)

    assert f'value="{one.pk}"' in offered
    assert merged == other
    assert len(refused.context["form"].non_field_errors()) == 1
    assert Statement.objects.get(pk=statement.pk).speaker.name == "Maria Zakharova"


def test_of_many_statements_the_newest_are_listed_and_older_ones_found(
    cast: Cast, client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("redaksi.statements.desk.merging.MOST_LISTED", 2)
    texts = [
        f"<p>“Rencana {name} sudah siap,” kata Sri Wahyuni.</p>" for name in ("A1", "B2", "C3")
    ]
    found = [
        said_by(a_record(cast.nasional, by=cast.budi, text=text), "Sri Wahyuni") for text in texts
    ]
    client.force_login(cast.budi)
    url = reverse("split_speaker", args=[found[0].speaker.pk])

    listed, searched = client.get(url), client.get(url, {"q": "a1 rencana"})
    form = {"statements": [found[0].pk], "name": "Sri Hartati"}
    client.post(f"{url}?q=a1", form)

    assert [f'value="{one.pk}"' in listed.content.decode() for one in found] == [False, True, True]
    assert "Yang didaftar ialah 2 pernyataan terbaru" in listed.content.decode()
    assert f'value="{found[0].pk}"' in searched.content.decode()
    assert f'value="{found[2].pk}"' not in searched.content.decode()
    assert Statement.objects.get(pk=found[0].pk).speaker.name == "Sri Hartati"


@pytest.mark.parametrize(
    "form", [{}, {"name": "tidak ada"}, {"similar": "999999"}, {"name": "\x00"}]
)
def test_a_merger_that_names_nobody_is_told(form: dict[str, str], cast: Cast, client) -> None:
    one = enter("Budi Santoso")
    client.force_login(cast.budi)

    answer = client.post(reverse("merge_speaker", args=[one.pk]), form)

    assert answer.status_code == 200
    assert answer.context["form"].errors


def test_reporters_keep_the_register_and_do_not_merge(cast: Cast, client) -> None:
    one = enter("Budi Santoso")
    client.force_login(cast.ani)

    kept = client.get(reverse("wagtailsnippets_statements_speaker:edit", args=[one.pk]))
    merged = client.get(reverse("merge_speaker", args=[one.pk]))

    assert (kept.status_code, merged.status_code) == (200, 302)


def test_who_has_spoken_is_not_deleted_and_says_why(cast: Cast, client) -> None:
    speaker = said_by(a_record(cast.nasional, by=cast.budi), "Sergey Lavrov").speaker
    client.force_login(cast.dewi)

    client.post(reverse("wagtailsnippets_statements_speaker:delete", args=[speaker.pk]))

    assert Speaker.objects.filter(pk=speaker.pk).exists()


def test_similar_names_are_warned_of_when_an_entry_is_made(cast: Cast, client) -> None:
    enter("Sergei Lavrov")
    client.force_login(cast.budi)
    empty = {"TOTAL_FORMS": 0, "INITIAL_FORMS": 0, "MIN_NUM_FORMS": 0, "MAX_NUM_FORMS": 99}
    parts = {f"{kind}-{name}": n for kind in ("other_names", "roles") for name, n in empty.items()}
    form = {"name": "Sergey Lavrov", "kind": "person", "slug": "", "wikidata": "", **parts}

    address = reverse("wagtailsnippets_statements_speaker:add")
    page = client.post(address, form, follow=True).content.decode()

    assert Speaker.objects.filter(name="Sergey Lavrov", slug="sergey-lavrov").exists()
    assert "Sergei Lavrov (" in page


def test_an_entry_of_two_roles_is_saved_and_the_newest_role_comes_first(cast: Cast, client) -> None:
    speaker = said_by(a_record(cast.nasional, by=cast.budi), "Sergey Lavrov").speaker
    learnt = SpeakerRole.objects.get(speaker=speaker)
    old = SpeakerRole.objects.create(speaker=speaker, role="Duta Besar", since=1994, until=2004)
    client.force_login(cast.budi)
    rows = [(old.pk, old.role, 1994, 2004), (learnt.pk, learnt.role, 2004, "")]
    form = {"name": speaker.name, "kind": "person", "slug": speaker.slug, "wikidata": "",
            "is_private": "on"}  # fmt: skip
    form |= {f"{kind}-{name}": number for kind, there in (("other_names", 0), ("roles", 2))
             for name, number in (("TOTAL_FORMS", there), ("INITIAL_FORMS", there),
                                  ("MIN_NUM_FORMS", 0), ("MAX_NUM_FORMS", 99))}  # fmt: skip
    for place, (key, role, since, until) in enumerate(rows):
        named = {"id": key, "role": role, "since": since, "until": until, "ORDER": place + 1}
        form |= {f"roles-{place}-{name}": value for name, value in named.items()}

    address = reverse("wagtailsnippets_statements_speaker:edit", args=[speaker.pk])
    answer = client.post(address, form)

    assert answer.status_code == 302
    kept = Speaker.objects.get(pk=speaker.pk)
    assert kept.is_private
    assert [role.role for role in kept.newest_roles] == [learnt.role, "Duta Besar"]


def test_a_split_takes_the_roles_of_its_statements_along(cast: Cast) -> None:
    first = said_by(a_record(cast.nasional, by=cast.budi), "Jens Stoltenberg")
    second = said_by(a_record(cast.ekonomi, by=cast.budi), "Sergey Lavrov")
    merge(second.speaker, into=first.speaker, by=cast.budi)
    SpeakerRole.objects.create(speaker=first.speaker, role="Perdana Menteri")

    theirs = Statement.objects.filter(speaker_name="Sergey Lavrov")
    other = split(first.speaker, theirs, name="Sergey Lavrov", by=cast.budi)

    rows = SpeakerRole.objects.all()
    roles = [{role.role for role in rows if role.speaker_id == one.pk}
             for one in (first.speaker, other)]  # fmt: skip
    assert roles == [
        {"Sekretaris Jenderal NATO", "Perdana Menteri"}, {"Menteri Luar Negeri Rusia"},
    ]  # fmt: skip


def shown_unconfirmed(section: Any, *, by: Any) -> Statement:
    """What readers see of Lavrov's, marked as automatic."""
    enter("Sergey Lavrov")
    story = a_draft(section)
    publish(Article.objects.get(pk=story.pk), by=by)
    read_due()
    return said_by(story, "Sergey Lavrov")


def test_what_is_split_off_undecided_is_confirmed_and_stays(cast: Cast, settings: Any) -> None:
    settings.CONFIG = replace(settings.CONFIG, automatic_statements="show")
    found = shown_unconfirmed(cast.nasional, by=cast.budi)
    assert found.is_public
    assert found.is_automatic

    other = split(found.speaker, [found], name="Sergey Lavrov Muda", by=cast.budi)
    rewrite(found.article, f"{TEXT}<p>Satu alinea.</p>")

    found.refresh_from_db()
    assert (found.speaker, found.state, found.is_public) == (other, State.CONFIRMED, True)


def test_nobody_splits_off_what_readers_see_undecided_in_another_desk_s_story(
    cast: Cast, settings: Any
) -> None:
    settings.CONFIG = replace(settings.CONFIG, automatic_statements="show")
    found = shown_unconfirmed(cast.ekonomi, by=cast.dewi)

    with pytest.raises(ValidationError, match="menerbitkan"):
        split(found.speaker, [found], name="Sergey Lavrov Muda", by=cast.budi)

    assert not Speaker.objects.filter(name="Sergey Lavrov Muda").exists()


@pytest.mark.parametrize("key", ["9" * 30, "x", "\x00", "-1", ""])
def test_a_key_that_nothing_has_is_told(key: str, cast: Cast, client) -> None:
    speaker = said_by(a_record(cast.nasional, by=cast.budi), "Sergey Lavrov").speaker
    client.force_login(cast.budi)
    form = {"statements": [key], "name": "Maria"}

    answer = client.post(reverse("split_speaker", args=[speaker.pk]), form)

    assert answer.status_code == 200
    assert not Speaker.objects.filter(name="Maria").exists()


def test_an_entry_that_was_merged_meanwhile_is_told(cast: Cast) -> None:
    statement = said_by(a_draft(cast.nasional), "Sergey Lavrov")
    entry = enter("Sergei Lavrow")
    told = Details(entry, "Sergey Lavrov", "direct", "", "", None)
    merge(Speaker.objects.get(pk=entry.pk), into=enter("S. Lavrov"), by=cast.budi)

    with pytest.raises(ValidationError, match="sudah tidak ada di daftar"):
        confirm(statement, by=cast.budi, details=told)
