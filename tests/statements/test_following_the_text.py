"""What a story no longer tells, its record does not either: words, names, roles, channels, days."""

from __future__ import annotations

import datetime
import html
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from redaksi.articles.models import Article
from redaksi.articles.publishing import publish, unpublish
from redaksi.articles.scheduling import publish_due
from redaksi.statements.deciding import (
    Details,
    SimilarNames,
    add_by_hand,
    confirm,
    reject,
    take_new_words,
)
from redaksi.statements.models import Speaker, State, Statement
from redaksi.statements.reading import read_due
from redaksi.statements.register import enter
from tests.cast import Cast
from tests.statements.telling import (
    LAVROV,
    TEXT,
    a_draft,
    a_record,
    rewrite,
    said_by,
    schedule,
)

pytestmark = pytest.mark.django_db

HARTONO = "<p>“Kami siap bekerja sama,” kata Hartono Wijaya.</p>"
MARIA = "<p>“Kami siap bekerja sama,” kata Maria Lestari.</p>"
BARE = "<p>“Uang itu mengalir ke atas,” kata Hartono Rahasia.</p>"
FULL = (
    "<p>“Uang itu mengalir ke atas,” kata Menteri Hartono Rahasia kepada Komisi Gelap, "
    "Senin (31/1/2022).</p>"
)
UNNAMED = "<p>Hartono Rahasia datang. “Uang itu mengalir ke atas,” kata seorang pejabat.</p>"


def publish_newest(story: Article, by: object) -> None:
    publish(Article.objects.get(pk=story.pk), by=by)
    read_due()


def names_on_record(story: Article) -> list[str]:
    rows = Statement.objects.filter(article=story, live_start__isnull=False)
    return sorted(rows.values_list("speaker_name", flat=True))


@pytest.mark.parametrize("text", [HARTONO + MARIA, MARIA + HARTONO])
def test_words_of_one_never_become_another_s_who_said_the_same(text: str, cast: Cast) -> None:
    story = a_record(cast.nasional, by=cast.budi, text=text)
    assert names_on_record(story) == ["Hartono Wijaya", "Maria Lestari"]

    rewrite(story, MARIA)
    publish_newest(story, cast.budi)

    assert names_on_record(story) == ["Maria Lestari"]
    assert said_by(story, "Hartono Wijaya").is_adrift


def test_words_said_twice_and_once_deleted_are_on_record_once(cast: Cast) -> None:
    story = a_record(cast.nasional, by=cast.budi, text=f"{HARTONO}<p>Hari berganti.</p>{HARTONO}")
    assert len(names_on_record(story)) == 2

    rewrite(story, f"<p>Hari berganti.</p>{HARTONO}")
    publish_newest(story, cast.budi)

    assert names_on_record(story) == ["Hartono Wijaya"]


@pytest.mark.parametrize("decide", [confirm, reject])
def test_who_said_the_same_is_still_found_when_the_other_goes(decide, cast: Cast) -> None:
    story = a_draft(cast.nasional, text=HARTONO + MARIA)
    decide(said_by(story, "Hartono Wijaya"), by=cast.budi)

    rewrite(story, MARIA)

    assert said_by(story, "Maria Lestari").state == State.FOUND
    assert not said_by(story, "Maria Lestari").is_adrift


def test_rejected_words_given_to_another_are_offered_again(cast: Cast) -> None:
    story = a_draft(cast.nasional, text=HARTONO)
    reject(said_by(story, "Hartono Wijaya"), by=cast.budi)

    rewrite(story, MARIA)

    assert said_by(story, "Maria Lestari").state == State.FOUND


def test_role_channel_and_day_that_an_abandoned_draft_told_are_not_told(cast: Cast) -> None:
    story = a_draft(cast.nasional, text=BARE, owner=cast.ani)
    publish_newest(story, cast.budi)
    rewrite(story, FULL)
    statement = confirm(story.statements.get(), by=cast.budi)
    assert (statement.role, statement.channel) == ("Menteri", "Komisi Gelap")
    assert statement.day == datetime.date(2022, 1, 31)

    rewrite(story, BARE)

    statement.refresh_from_db()
    page = Client().get(statement.url).content.decode()
    record = Client().get("/tokoh/hartono-rahasia/").content.decode()
    assert "mengalir ke atas" in page
    assert not any(words in page + record for words in ("Menteri", "Komisi Gelap", "Januari 2022"))
    assert not Speaker.objects.get(name="Hartono Rahasia").roles.exists()


def test_a_corrected_role_goes_from_the_record_with_the_text(cast: Cast) -> None:
    story = a_record(cast.nasional, by=cast.budi, text=FULL)
    url = story.statements.get().url
    assert "Komisi Gelap" in Client().get(url).content.decode()

    rewrite(story, BARE)
    assert "Komisi Gelap" in Client().get(url).content.decode()
    publish_newest(story, cast.budi)

    assert "Komisi Gelap" not in Client().get(url).content.decode()


def test_what_an_editor_wrote_in_stays_though_no_text_has_it(cast: Cast) -> None:
    story = a_draft(cast.nasional, text=BARE)
    statement = story.statements.get()
    told = Details(None, "Hartono Rahasia", "direct", "Bendahara", "Radio", timezone.localdate())
    confirm(statement, by=cast.budi, details=told)

    publish_newest(story, cast.budi)
    rewrite(story, f"{BARE}<p>Satu alinea.</p>")
    publish_newest(story, cast.budi)

    statement.refresh_from_db()
    assert (statement.role, statement.channel) == ("Bendahara", "Radio")
    assert statement.day == timezone.localdate()


def test_a_name_given_by_hand_goes_with_the_text(cast: Cast) -> None:
    words = "Dana itu sudah dibagi tiga bulan lalu di kantor pusat."
    story = a_draft(cast.nasional, text=f"<p>Hartono Rahasia. {words} Begitu ceritanya.</p>")
    by_hand = add_by_hand(Article.objects.get(pk=story.pk), words=words, by=cast.ani)
    told = Details(None, "Hartono Rahasia", "indirect", "", "", None)
    confirm(by_hand, by=cast.ani, details=told)

    rewrite(story, f"<p>{words} Begitu ceritanya.</p>")
    publish_newest(story, cast.budi)
    assert Client().get("/tokoh/hartono-rahasia/").status_code == 404

    rewrite(story, f"<p>Hartono Rahasia. {words} Begitu ceritanya.</p>")
    publish_newest(story, cast.budi)
    assert Client().get("/tokoh/hartono-rahasia/").status_code == 200


def test_a_name_that_the_draft_had_elsewhere_goes_with_it(cast: Cast) -> None:
    story = a_draft(cast.nasional, text=UNNAMED, owner=cast.ani)
    statement = story.statements.get()
    told = Details(None, "Hartono Rahasia", statement.kind, "", "", None)
    confirm(statement, by=cast.ani, details=told)

    rewrite(story, UNNAMED.replace("Hartono Rahasia datang. ", ""))
    publish_newest(story, cast.budi)

    assert Client().get("/tokoh/hartono-rahasia/").status_code == 404


@pytest.mark.parametrize(
    ("speaker", "role", "channel"),
    [("Hartono Rahasia", "", ""), ("", "Menteri", ""), ("", "", "Komisi Gelap")],
)
def test_a_correction_tells_nothing_that_only_the_draft_has(
    speaker: str, role: str, channel: str, cast: Cast
) -> None:
    story = a_record(cast.nasional, by=cast.budi, text=HARTONO)
    rewrite(story, HARTONO + FULL)
    statement = said_by(story, "Hartono Wijaya")
    entry = enter(speaker) if speaker else statement.speaker
    told = Details(entry, statement.speaker_name, statement.kind, role, channel, None)

    with pytest.raises(ValidationError, match="Hanya naskah"):
        confirm(statement, by=cast.budi, details=told)


def test_a_published_correction_of_the_source_corrects_the_record(cast: Cast) -> None:
    story = a_record(cast.nasional, by=cast.budi)
    corrected = TEXT.replace("Menteri Luar Negeri Rusia Sergey Lavrov", "Surya Wijaya")

    rewrite(story, corrected)
    assert LAVROV in Client().get("/tokoh/sergey-lavrov/").content.decode()
    publish_newest(story, cast.budi)
    assert Client().get("/tokoh/sergey-lavrov/").status_code == 404

    unpublish(Article.objects.get(pk=story.pk))
    publish_newest(story, cast.budi)
    assert Client().get("/tokoh/sergey-lavrov/").status_code == 404


def test_a_name_told_shorter_or_longer_stays_the_same_person(cast: Cast) -> None:
    story = a_record(cast.nasional, by=cast.budi)

    rewrite(story, TEXT.replace("Sergey Lavrov", "Sergey Viktorovich Lavrov"))
    publish_newest(story, cast.budi)

    assert said_by(story, "Sergey Lavrov").is_public


def test_a_scheduled_version_brings_what_was_cleared_for_it(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = a_draft(cast.nasional, owner=cast.ani)
    confirm(said_by(story, "Sergey Lavrov"), by=cast.ani)
    confirm(said_by(story, "Jens Stoltenberg"), by=cast.budi)
    due = schedule(story, by=cast.budi, is_read=True)
    rewrite(story, f"{TEXT}<p>Satu alinea lagi.</p>")
    monkeypatch.setattr(timezone, "now", lambda: due)

    assert publish_due().published == 1

    assert names_on_record(story) == ["Jens Stoltenberg", "Sergey Lavrov"]


def test_a_scheduled_version_brings_nothing_of_a_newer_draft(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = a_draft(cast.nasional, text=UNNAMED, owner=cast.ani)
    due = schedule(story, by=cast.budi)
    rewrite(story, BARE)
    confirm(story.statements.get(), by=cast.budi)
    monkeypatch.setattr(timezone, "now", lambda: due)

    assert publish_due().published == 1

    assert names_on_record(story) == []


TEXTS = Path(__file__).parents[1] / "extraction" / "texts" / "id.jsonl"
HARMLESS = {
    "other quotation marks": lambda text: text.replace("“", '"').replace("”", '"'),
    "emphasis": lambda text: text.replace("<p>", "<p><b>", 1).replace("</p>", "</b></p>", 1),
    "a paragraph": lambda text: f"{text}<p>Sampai sore hari jalan itu masih ditutup.</p>",
}


def on_record(story: Article) -> dict[int, tuple[object, ...]]:
    rows = Statement.objects.filter(article=story, live_start__isnull=False)
    facts = ("speaker", "speaker_name", "role", "channel", "day", "named_now")
    return {key: tuple(rest) for key, *rest in rows.values_list("pk", *facts)}


@pytest.mark.parametrize("change", HARMLESS.values(), ids=HARMLESS)
def test_a_harmless_edit_takes_nothing_from_the_record(
    change: Callable[[str], str], cast: Cast
) -> None:
    for line in TEXTS.read_text().splitlines()[:50:7]:
        paragraphs = json.loads(line)["text"].split("\n\n")
        text = "".join(f"<p>{html.escape(one, quote=False)}</p>" for one in paragraphs)
        story = a_draft(cast.nasional, text=text)
        for statement in story.statements.all():
            try:
                confirm(statement, by=cast.budi)
            except SimilarNames:
                confirm(statement, by=cast.budi, is_new=True)
        publish_newest(story, cast.budi)
        before = on_record(story)
        assert len(before) == story.statements.count()

        rewrite(story, change(text))
        publish_newest(story, cast.budi)

        assert on_record(story) == before


AMIN = "<p>“Kami akan pulang ke desa,” kata Wakil Presiden Ma'ruf Amin, Senin (31/1/2022).</p>"


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("Ma'ruf", "Ma’ruf"),
        ("Ma'ruf", "Maruf"),
        ("Amin", "Aminn"),
        ("Senin (31/1/2022)", "Senin (31/01/2022)"),
        ("Senin (31/1/2022)", "Senin, 31 Januari 2022"),
    ],
)
def test_spelling_takes_nothing_from_the_record(was: str, now: str, cast: Cast) -> None:
    story = a_record(cast.nasional, by=cast.budi, text=AMIN)

    rewrite(story, AMIN.replace(was, now))
    publish_newest(story, cast.budi)

    statement = story.statements.get()
    assert statement.is_public
    assert statement.role == "Wakil Presiden"
    assert statement.day == datetime.date(2022, 1, 31)


def test_a_role_comes_back_with_the_text_and_the_desk_is_told_meanwhile(
    cast: Cast, client: Client
) -> None:
    story = a_record(cast.nasional, by=cast.budi, text=AMIN)
    client.force_login(cast.budi)
    panel = reverse("article_statements", args=[story.pk])

    rewrite(story, AMIN.replace("Wakil Presiden ", ""))
    publish_newest(story, cast.budi)
    assert story.statements.get().role == ""
    assert "Teks tidak lagi menyebut: Wakil Presiden" in client.get(panel).content.decode()

    rewrite(story, AMIN)
    publish_newest(story, cast.budi)
    assert story.statements.get().role == "Wakil Presiden"
    assert Speaker.objects.get(name="Ma'ruf Amin").roles.get().role == "Wakil Presiden"
    assert "Teks tidak lagi menyebut" not in client.get(panel).content.decode()


def test_a_day_comes_back_with_the_text(cast: Cast) -> None:
    story = a_record(cast.nasional, by=cast.budi, text=AMIN)
    rewrite(story, AMIN.replace(", Senin (31/1/2022)", ""))
    publish_newest(story, cast.budi)
    assert story.statements.get().day is None

    rewrite(story, AMIN)
    publish_newest(story, cast.budi)

    assert story.statements.get().day == datetime.date(2022, 1, 31)


def test_confirming_again_does_not_keep_what_an_earlier_draft_told(cast: Cast) -> None:
    story = a_draft(cast.nasional, text=FULL, owner=cast.ani)
    confirm(story.statements.get(), by=cast.ani)
    rewrite(story, BARE)

    confirm(story.statements.get(), by=cast.budi)
    publish_newest(story, cast.budi)

    statement = story.statements.get()
    assert (statement.role, statement.channel, statement.day) == ("", "", None)


def test_new_words_do_not_keep_what_the_former_text_told(cast: Cast) -> None:
    story = a_record(cast.nasional, by=cast.budi, text=FULL)
    rewrite(story, BARE.replace("mengalir ke atas", "lenyap entah ke mana dan tidak kembali"))
    publish_newest(story, cast.budi)
    words = "Uang itu lenyap entah ke mana dan tidak kembali"

    take_new_words(story.statements.get(channel="Komisi Gelap"), words=words, by=cast.budi)

    statement = story.statements.get(state=State.CONFIRMED)
    assert statement.is_public
    assert (statement.role, statement.channel) == ("", "")


def test_a_relative_day_confirmed_the_day_after_is_the_text_s(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "<p>“Kami akan pulang ke desa,” kata Ma'ruf Amin kemarin.</p>"
    story = a_draft(cast.nasional, text=text)
    day = story.statements.get().day
    tomorrow = timezone.localdate() + datetime.timedelta(days=1)
    monkeypatch.setattr(timezone, "localdate", lambda: tomorrow)

    confirm(story.statements.get(), by=cast.budi)

    assert day is not None
    assert "day" in story.statements.get().from_text


def test_words_that_are_copied_and_then_deleted_where_they_stood_stay_confirmed(
    cast: Cast,
) -> None:
    others = [f"<p>Alinea {number} tentang hal lain sama sekali.</p>" for number in range(3)]
    story = a_record(cast.nasional, by=cast.budi, text=AMIN + "".join(others))

    rewrite(story, AMIN + "".join(others[:2]) + AMIN + others[2])
    rewrite(story, "".join(others[:2]) + AMIN + others[2])
    publish_newest(story, cast.budi)

    statement = story.statements.get()
    assert statement.state == State.CONFIRMED
    assert statement.is_public


def test_a_correction_tells_no_day_that_only_the_draft_has(cast: Cast) -> None:
    story = a_record(cast.nasional, by=cast.budi, text=HARTONO)
    rewrite(story, HARTONO.replace("Wijaya.", "Wijaya, Senin (31/1/2022)."))
    statement = story.statements.get()
    day = datetime.date(2022, 1, 31)
    told = Details(statement.speaker, statement.speaker_name, statement.kind, "", "", day)

    with pytest.raises(ValidationError, match="Hanya naskah"):
        confirm(statement, by=cast.budi, details=told)


def test_what_is_saved_and_scheduled_in_one_press_is_cleared_for_it(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = a_draft(cast.nasional, owner=cast.ani)
    confirm(said_by(story, "Sergey Lavrov"), by=cast.ani)
    due = schedule(story, by=cast.budi)
    rewrite(story, f"{TEXT}<p>Satu alinea lagi.</p>")
    monkeypatch.setattr(timezone, "now", lambda: due)

    publish_due()

    assert names_on_record(story) == ["Sergey Lavrov"]


def test_of_two_confirmed_and_one_copy_one_takes_its_place(cast: Cast) -> None:
    others = "".join(f"<p>Alinea {number} tentang hal lain sama sekali.</p>" for number in range(3))
    story = a_record(cast.nasional, by=cast.budi, text=AMIN + others + AMIN)

    rewrite(story, AMIN + others + AMIN + others + AMIN)
    rewrite(story, others + others + AMIN)
    publish_newest(story, cast.budi)

    shown = [row.live_start for row in story.statements.filter(live_start__isnull=False)]
    assert len(shown) == 1
