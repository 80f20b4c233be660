"""Paste a page, get a story: the screens, on a page in the shape of the old portals."""

from __future__ import annotations

import datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from redaksi.articles.models import Agency, Article
from redaksi.articles.publishing import publish
from tests.cast import Cast
from tests.samples import shared_file

pytestmark = pytest.mark.django_db

PAGE = """PEMILU
Thursday, 19 September 2024
Previous Next

Serikat Pelaut Menolak Jam Jaga Malam yang Baru

Star InactiveStar InactiveStar InactiveStar InactiveStar Inactive
\u00a0

Ambon - Serikat Pelaut Banda menolak jam jaga malam yang baru di kapal-kapal feri antarpulau.

"Kami tidak akan berlayar dengan awak yang belum tidur," kata Ketua Serikat Salmon Rehata \
kepada Radio Laut, Minggu, 30 Januari 2022.

“Keselamatan penumpang lebih dulu.”

REUTERS"""


def propose(client, **data):
    return client.post(reverse("article_paste"), data)


def answers_of(form) -> dict[str, object]:
    values = {name: form.initial.get(name) for name in form.fields}
    return {
        name: getattr(value, "pk", value) for name, value in values.items() if value is not None
    }


def test_a_pasted_page_becomes_a_draft_and_then_the_readers_page(cast: Cast, client):
    client.force_login(cast.budi)

    proposal = propose(client, text=PAGE).context["form"]
    client.post(reverse("article_review_paste"), answers_of(proposal))
    article = Article.objects.get()

    assert article.headline == "Serikat Pelaut Menolak Jam Jaga Malam yang Baru"
    assert article.dateline == "Ambon"
    assert article.story_date == datetime.date(2022, 1, 30)
    assert article.source == Agency.objects.get(code="reuters")
    assert article.live is False
    publish(article, by=cast.budi)
    article.refresh_from_db()
    page = client.get(article.path).content.decode()
    assert "Minggu, 30 Januari 2022" in page
    assert "“Keselamatan penumpang lebih dulu.”" in page
    assert "REUTERS" in page
    chrome = ("Star Inactive", "Previous Next", "September 2024")
    assert [word for word in chrome if word in page] == []


def test_the_doubtful_section_is_marked(cast: Cast, client):
    client.force_login(cast.budi)

    answer = propose(client, text=PAGE)

    section = answer.context["form"].fields["section"]
    assert section.widget.attrs["data-doubtful"] == "true"
    assert "PEMILU" in str(section.help_text)
    assert "2024" in answer.content.decode()


def test_a_section_of_that_name_is_proposed(cast: Cast, client):
    cast.nasional.name = "Pemilu"
    cast.nasional.save()
    client.force_login(cast.budi)

    form = propose(client, text=PAGE).context["form"]

    assert form.initial["section"] == cast.nasional
    assert form.fields["section"].widget.attrs["data-doubtful"] == "true"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ({"text": ""}, "Tidak ada yang ditempel|Nothing was pasted"),
        ({"text": "x" * 2_000_001}, "2 MB"),
        ({"text": "Beranda\nMasuk\nDaftar"}, "artikel|article"),
        ({"file": SimpleUploadedFile("a.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 64)}, "png|PNG"),
    ],
)
def test_bad_input_is_named_and_makes_nothing(data, told, cast: Cast, client):
    client.force_login(cast.budi)

    answer = propose(client, **data)

    text = str(answer.context["form"].non_field_errors())
    assert any(word in text for word in told.split("|")), text
    assert Article.objects.exists() is False


def test_a_saved_page_in_windows_1252_is_read(cast: Cast, client):
    client.force_login(cast.budi)
    html = f"<html><meta charset=windows-1252><pre>{PAGE}</pre></html>".encode("cp1252")

    form = propose(client, file=SimpleUploadedFile("a.html", html)).context["form"]

    assert "“Keselamatan penumpang lebih dulu.”" in form.initial["text"]


def test_a_draft_in_a_foreign_section_is_refused(cast: Cast, client):
    client.force_login(cast.ani)
    answers = {
        "section": cast.ekonomi.pk, "language": "id", "headline": "Judul", "text": "Isi berita.",
    }  # fmt: skip

    client.post(reverse("article_review_paste"), answers)

    assert Article.objects.exists() is False


def test_markup_in_a_pasted_text_stays_text(cast: Cast, client):
    client.force_login(cast.budi)
    answers = {
        "section": cast.nasional.pk, "language": "id", "headline": "Judul",
        "text": "Kata <script>alert(1)</script> & kawan-kawan.",
    }  # fmt: skip

    client.post(reverse("article_review_paste"), answers)

    html = str(Article.objects.get().body[0].value)
    assert "<script" not in html
    assert "&lt;script&gt;" in html


def test_the_seed_itself_becomes_a_story(cast: Cast, client):
    seed = shared_file("seed", "nato-article.txt")
    if seed is None:
        pytest.skip("the seed page is not here; it is not part of the project")
    client.force_login(cast.budi)

    proposal = propose(client, text=seed.read_text()).context["form"]
    client.post(reverse("article_review_paste"), answers_of(proposal))
    article = Article.objects.get()

    assert article.headline == "NATO Tak Akan Kirim Pasukan jika Rusia Serang Ukraina"
    assert str(article.body[0].value).count("<p") == 12
    assert (article.dateline, article.shown_credit_line) == ("Jakarta", "REUTERS")


def test_the_review_refuses_a_day_before_there_were_newspapers(cast: Cast, client):
    client.force_login(cast.budi)
    answers = answers_of(propose(client, text=PAGE).context["form"])

    answer = client.post(reverse("article_review_paste"), {**answers, "story_date": "0001-01-01"})

    assert "story_date" in answer.context["form"].errors
    assert Article.objects.count() == 0


@pytest.mark.parametrize(
    "day", [datetime.date.max, timezone.localdate() + datetime.timedelta(days=1)]
)
def test_the_review_refuses_a_day_to_come(day, cast: Cast, client):
    client.force_login(cast.budi)
    answers = answers_of(propose(client, text=PAGE).context["form"])

    answer = client.post(reverse("article_review_paste"), {**answers, "story_date": day})

    (sentence,) = answer.context["form"].errors["story_date"]
    assert "belum" in sentence or "to come" in sentence
    assert Article.objects.count() == 0


def test_a_file_of_no_known_kind_is_refused_without_a_foreign_word(cast: Cast, client):
    client.force_login(cast.budi)

    page = propose(client, file=SimpleUploadedFile("a.bin", bytes(range(256)) * 50))

    (sentence,) = page.context["form"].non_field_errors()
    assert "unknown" not in sentence
