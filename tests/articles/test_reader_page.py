"""The page that readers, search engines and sharing sites get."""

from __future__ import annotations

import datetime
import json
import re

import pytest
from django.utils import timezone
from lxml import html
from wagtail.models import Locale

from redaksi.articles.kinds import WithdrawalGround
from redaksi.articles.models import Agency, Article, ArticleAuthor
from redaksi.articles.publishing import publish
from redaksi.articles.withdrawing import withdraw
from redaksi.newsroom.models import Person
from tests.cast import Cast
from tests.factories import write_draft, write_live

pytestmark = pytest.mark.django_db


def page_of(client, article: Article) -> html.HtmlElement:
    answer = client.get(article.path)
    assert answer.status_code == 200
    return html.fromstring(answer.content.decode())


def words_of(page: html.HtmlElement) -> str:
    return re.sub(r"\s+", " ", page.text_content())


def structured(page: html.HtmlElement) -> dict[str, object]:
    return json.loads(page.xpath("//script[@type='application/ld+json']")[0].text)


def add_person(name: str = "Ratna Lestari") -> Person:
    slug = name.lower().replace(" ", "-")
    return Person.objects.create(
        name=name, slug=slug, email="rahasia@contoh.example", job_title="Wartawan"
    )


def test_the_page_speaks_the_storys_language(cast: Cast, client):
    english = Locale.objects.get(language_code="en")
    article = write_live(section=cast.nasional, locale=english, headline="Bridge opens")

    page = page_of(client, article)

    assert page.get("lang") == "en"
    assert "No ratings yet" in words_of(page)


def test_nobody_has_voted_is_said_in_words(cast: Cast, client):
    page = page_of(client, write_live(section=cast.nasional))

    assert "Belum ada penilaian" in words_of(page)
    assert "aggregateRating" not in structured(page)


def test_the_date_is_the_storys_own_in_words(cast: Cast, client):
    article = write_live(section=cast.nasional, story_date=datetime.date(2022, 1, 30))

    page = page_of(client, article)

    assert "Minggu, 30 Januari 2022" in words_of(page)
    assert structured(page)["datePublished"] == "2022-01-30"
    assert "2022-01-30" in page.xpath("//time/@datetime")


def test_the_hour_is_shown_in_the_newspapers_zone(cast: Cast, client):
    article = write_live(section=cast.nasional)
    moment = datetime.datetime(2026, 1, 30, 7, 5, tzinfo=datetime.UTC)
    Article.objects.filter(pk=article.pk).update(
        published_at=moment, first_published_at=moment, last_published_at=moment,
        published_on=datetime.date(2026, 1, 30),
    )  # fmt: skip

    page = page_of(client, Article.objects.get(pk=article.pk))

    assert "Jumat, 30 Januari 2026, 14.05 WIB" in words_of(page)
    assert structured(page)["datePublished"] == "2026-01-30T14:05:00+07:00"


def test_byline_in_order_with_guests_and_no_address(cast: Cast, client):
    article = write_live(section=cast.nasional, guest_byline="Hasnah L., Tamu Dua")
    for place, name in enumerate(("Zed Akhir", "Ada Awal")):
        ArticleAuthor.objects.create(article=article, person=add_person(name), sort_order=place)

    page = page_of(client, article)

    assert "Zed Akhir, Ada Awal, Hasnah L., Tamu Dua" in words_of(page)
    assert "rahasia@contoh.example" not in client.get(article.path).content.decode()
    names = [author["name"] for author in structured(page)["author"]]
    assert names == ["Zed Akhir", "Ada Awal", "Hasnah L.", "Tamu Dua"]


def test_credit_line_is_the_agencys_unless_the_story_has_its_own(cast: Cast, client):
    reuters = Agency.objects.get(code="reuters")
    usual = write_live(section=cast.nasional, source=reuters)
    own = write_live(section=cast.nasional, source=reuters, credit_line="Reuters/Antara")

    assert "REUTERS" in words_of(page_of(client, usual))
    assert structured(page_of(client, own))["creditText"] == "Reuters/Antara"


def test_a_paid_piece_always_shows_its_label(cast: Cast, client):
    page = page_of(client, write_live(section=cast.nasional, kind="advertorial"))

    assert "Advertorial" in words_of(page)
    assert structured(page)["@type"] == "AdvertiserContentArticle"
    assert "Advertorial" in words_of(html.fromstring(client.get("/nasional/").content.decode()))


def test_awaiting_verification_is_said_in_italics_and_brackets(cast: Cast, client):
    page = page_of(client, write_live(section=cast.nasional, awaiting_verification=True))

    notice = page.xpath("//em[contains(., 'verifikasi')]")
    assert len(notice) == 1
    assert notice[0].text_content().strip().startswith("(")


def test_notes_to_editors_are_never_shown(cast: Cast, client):
    article = write_live(section=cast.nasional, ed_note="Jangan sebut nama anak.", slugline="RHS")

    page = client.get(article.path).content.decode()

    assert "Jangan sebut nama anak." not in page
    assert "RHS" not in page


def test_translations_are_linked_both_ways(cast: Cast, client):
    first = write_live(section=cast.nasional)
    english = Locale.objects.get(language_code="en")
    second = write_live(
        section=cast.nasional, headline="Bridge", locale=english,
        translation_key=first.translation_key,
    )  # fmt: skip

    assert page_of(client, first).xpath("//link[@hreflang='en']/@href")[0].endswith(second.path)
    assert page_of(client, second).xpath("//link[@hreflang='id']/@href")[0].endswith(first.path)


def test_previous_and_next_carry_headlines(cast: Cast, client):
    older = write_live(section=cast.nasional, headline="Lebih lama")
    middle = write_live(section=cast.nasional, headline="Tengah")
    write_live(section=cast.nasional, headline="Lebih baru")

    words = words_of(page_of(client, middle))

    assert "Lebih lama" in words
    assert "Lebih baru" in words
    assert "Lebih lama" not in words_of(page_of(client, older).xpath("//nav")[-2])


def test_a_withdrawn_story_says_when_and_why(cast: Cast, client):
    article = write_live(section=cast.nasional)
    withdraw(
        article, ground=WithdrawalGround.CHILD, note="Menyangkut masa depan anak.", by=cast.dewi
    )

    answer = client.get(article.path)

    page = answer.content.decode()
    assert answer.status_code == 410
    assert "Menyangkut masa depan anak." in page
    assert "Jembatan Sungai Rawa Dibuka" not in page
    assert str(timezone.localdate().year) in page


def test_nothing_of_a_draft_is_reachable(cast: Cast, client):
    draft = write_draft(section=cast.nasional, headline="Rahasia sampai besok")

    assert client.get(draft.path).status_code == 404
    lists = client.get("/").content + client.get("/nasional/").content
    assert b"Rahasia sampai besok" not in lists


def test_the_policy_allows_nothing_but_the_paper_itself(cast: Cast, client):
    answer = client.get(write_live(section=cast.nasional).path)

    rules = dict(
        rule.strip().split(" ", 1) for rule in answer["Content-Security-Policy"].split(";")
    )
    assert rules["default-src"] == "'none'"
    assert set(rules.values()) == {"'none'", "'self'"}
    assert "Set-Cookie" not in answer


def test_markup_in_a_headline_stays_text(cast: Cast, client):
    article = write_live(section=cast.nasional, headline="</script><script>alert(1)</script>")

    page = client.get(article.path).content.decode()

    assert "<script>alert" not in page
    assert structured(page_of(client, article))["headline"] == article.headline


@pytest.mark.parametrize(
    "hostile",
    [
        "<p>a</p><script>alert(1)</script>",
        '<p onclick="alert(1)">a</p>',
        '<p><a href="javascript:alert(1)">a</a></p>',
        '<p><img src="https://lain.example/x.png" onerror="alert(1)">a</p>',
        '<iframe src="https://lain.example"></iframe><p>a</p>',
        '<p style="position:fixed">a</p><style>*{display:none}</style>',
        "<svg><script>alert(1)</script></svg><p>a</p>",
    ],
)
def test_hostile_html_in_the_text_comes_out_harmless(hostile, cast: Cast, client):
    article = write_live(section=cast.nasional, body=[("paragraph", hostile)])

    text = page_of(client, article).xpath("//div[contains(@class,'article-text')]")[0]

    tags = {element.tag for element in text.iter()} - {"div", "p", "a", "span"}
    risky = text.xpath(".//@onclick|.//@onerror|.//@style|.//@src|.//a[starts-with(@href,'java')]")
    assert (tags, risky) == (set(), [])


def test_hostile_query_strings_and_hosts_change_nothing(cast: Cast, client):
    article = write_live(section=cast.nasional)
    plain = client.get(article.path).content

    asked = client.get(
        article.path + "?utm=<script>&lang=en", HTTP_X_FORWARDED_HOST="jahat.example"
    )

    assert asked.content == plain


def test_an_unknown_host_is_refused(cast: Cast, client):
    assert client.get("/", HTTP_HOST="jahat.example").status_code == 400


def test_breadcrumbs_lead_from_the_home_page_over_both_sections(cast: Cast, client):
    story = write_live(section=cast.daerah)

    page = html.fromstring(client.get(story.path).content.decode())

    links = page.cssselect(".breadcrumbs a")
    assert [(link.get("href"), link.text_content()) for link in links] == [
        ("/", "Beranda"), ("/nasional/", "Nasional"), ("/daerah/", "Daerah"),
    ]  # fmt: skip


def test_translations_name_each_other_and_themselves(cast: Cast, client, settings):
    story = write_live(section=cast.nasional)
    english = Locale.objects.get(language_code="en")
    other = write_draft(section=cast.nasional, headline="Bridge opens", locale=english,
                        translation_key=story.translation_key)  # fmt: skip
    publish(other)
    other.refresh_from_db()
    base = settings.WAGTAILADMIN_BASE_URL

    def languages(path: str) -> dict[str, str]:
        page = html.fromstring(client.get(path).content.decode())
        links = page.xpath("//link[@rel='alternate'][@hreflang]")
        return {link.get("hreflang"): link.get("href") for link in links}

    both = {"id": f"{base}{story.path}", "en": f"{base}{other.path}"}
    assert languages(story.path) == languages(other.path) == both


def test_paragraphs_of_one_block_stay_apart_in_the_description(cast: Cast, client):
    body = [("paragraph", "<p>Kapal bersandar.</p><p>Tepung &amp; beras turun.</p>")]
    story = write_live(section=cast.nasional, body=body, standfirst="")

    page = page_of(client, story)

    told = "Kapal bersandar. Tepung & beras turun."
    assert page.xpath("//meta[@name='description']/@content") == [told]
    assert structured(page)["description"] == told
    assert structured(page)["wordCount"] == 6
