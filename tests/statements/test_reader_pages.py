"""Readers' pages of the record: timelines, one statement, files, feeds, and marks in the story."""

from __future__ import annotations

import csv
import io
import json
from typing import Any
from urllib.parse import urlencode

import feedparser
import pytest
from django.conf import settings
from django.test import Client

from redaksi.articles.kinds import WithdrawalGround
from redaksi.articles.models import Article
from redaksi.articles.publishing import unpublish
from redaksi.articles.withdrawing import withdraw
from redaksi.statements.deciding import confirm
from redaksi.statements.models import Speaker, SpeakerRole, Statement
from redaksi.statements.register import enter
from tests.cast import Cast
from tests.statements.telling import LAVROV, TEXT, a_record, said_by

pytestmark = pytest.mark.django_db

START = "/tokoh/sergey-lavrov/"


@pytest.fixture
def story(cast: Cast) -> Article:
    return a_record(cast.nasional, by=cast.budi, headline="Perang & damai")


def text_of(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return answer.content.decode()


def ld_of(page: str) -> Any:
    return json.loads(
        page.partition('<script type="application/ld+json">')[2].split("</script>")[0]
    )


def test_a_speakers_page_leads_to_the_place_in_the_story(client, story: Article) -> None:
    key = said_by(story, "Sergey Lavrov").pk

    page = text_of(client, START)

    assert LAVROV in page
    assert f'href="{story.path}#pernyataan-{key}"' in page
    assert 'href="/tokoh/sergey-lavrov/2022/"' in page
    assert "televisi pemerintah" in page
    assert "Jens Stoltenberg" not in page


def test_a_year_has_its_own_page(client, story: Article) -> None:
    assert LAVROV in text_of(client, f"{START}2022/")
    assert client.get(f"{START}2021/").status_code == 404
    assert client.get(f"{START}99999999/").status_code == 404


def test_the_story_leads_from_the_words_to_the_speaker(client, story: Article) -> None:
    key = said_by(story, "Sergey Lavrov").pk

    page = text_of(client, story.path)

    assert (
        f'“<a id="pernyataan-{key}" class="said" href="{START}" '
        f'title="Dikatakan oleh Sergey Lavrov, Menteri Luar Negeri Rusia">{LAVROV}</a>,”'
    ) in page


def test_a_denial_is_never_shown_as_what_was_said(client, story: Article) -> None:
    statement = said_by(story, "Sergey Lavrov")
    Statement.objects.filter(pk=statement.pk).update(kind="indirect", cue="membantah")

    own = text_of(client, statement.url)
    record = text_of(client, START)
    table = client.get(f"{START}pernyataan.csv").content.decode()

    assert all('<span class="said-cue">membantah:</span>' in page for page in (own, record))
    assert ld_of(own)["@type"] == "Claim"
    assert ld_of(own)["text"] == f"membantah: {LAVROV}"
    assert "membantah" in table


def test_the_paper_s_own_words_are_not_put_in_quotation_marks(client, story: Article) -> None:
    statement = said_by(story, "Sergey Lavrov")
    verbatim = text_of(client, statement.url)
    Statement.objects.filter(pk=statement.pk).update(kind="partial")

    assert f"“{LAVROV}”." in verbatim
    assert f"“{LAVROV}”." not in text_of(client, statement.url)


def test_a_statement_can_be_cited(client, story: Article) -> None:
    statement = said_by(story, "Sergey Lavrov")

    page = text_of(client, statement.url)

    assert LAVROV in page
    assert ld_of(page) == {
        "@context": "https://schema.org",
        "@type": "Quotation",
        "url": f"{settings.WAGTAILADMIN_BASE_URL}{statement.url}",
        "text": LAVROV,
        "inLanguage": "id",
        "isPartOf": {
            "@type": "NewsArticle",
            "headline": "Perang & damai",
            "url": f"{settings.WAGTAILADMIN_BASE_URL}{story.path}#pernyataan-{statement.pk}",
        },
        "dateCreated": "2022-01-31",
        "datePublished": str(story.published_on),
        "spokenByCharacter": {
            "@type": "Person",
            "name": "Sergey Lavrov",
            "url": f"{settings.WAGTAILADMIN_BASE_URL}{START}",
        },
    }


def test_the_record_is_there_as_files(client, story: Article) -> None:
    speaker = Speaker.objects.get(name="Sergey Lavrov")
    SpeakerRole.objects.create(speaker=speaker, role="=Menteri", since=2004)

    data = json.loads(text_of(client, f"{START}pernyataan.json"))
    Statement.objects.filter(speaker=speaker).update(role="=HYPERLINK(1)")
    rows = list(csv.DictReader(io.StringIO(text_of(client, f"{START}pernyataan.csv"))))

    assert data["speaker"]["roles"] == [
        {"role": "=Menteri", "since": 2004, "until": None},
        {"role": "Menteri Luar Negeri Rusia", "since": None, "until": None},
    ]
    assert [one["words"] for one in data["statements"]] == [LAVROV]
    assert data["total"] == 1
    assert data["years"] == {"2022": f"{settings.WAGTAILADMIN_BASE_URL}{START}2022/pernyataan.json"}
    assert rows[0]["words"] == LAVROV
    assert rows[0]["role"] == "'=HYPERLINK(1)"


def test_what_is_older_than_the_newest_stands_in_the_files_of_its_year(
    client, story: Article, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_record(cast.nasional, by=cast.budi, headline="Dulu", text=TEXT.replace("2022", "2019"))
    monkeypatch.setattr("redaksi.statements.views.AT_MOST", 1)

    newest = json.loads(text_of(client, f"{START}pernyataan.json"))
    year = json.loads(text_of(client, f"{START}2019/pernyataan.json"))
    table = list(csv.DictReader(io.StringIO(text_of(client, f"{START}2019/pernyataan.csv"))))

    assert [one["said_on"] for one in newest["statements"]] == ["2022-01-31"]
    assert newest["total"] == 2
    assert list(newest["years"]) == ["2022", "2019"]
    assert [one["said_on"] for one in year["statements"]] == ["2019-01-31"]
    assert (year["year"], year["total"]) == (2019, 1)
    assert [row["headline"] for row in table] == ["Dulu"]
    assert "Berkas 1 yang terbaru" in text_of(client, START)
    assert f'href="{START}2019/pernyataan.csv"' in text_of(client, f"{START}2019/")
    for rest in ("2018/pernyataan.csv", "0/pernyataan.json", "99999/pernyataan.csv"):
        assert client.get(f"{START}{rest}").status_code == 404


def test_the_files_of_a_year_have_all_that_its_page_leaves_out(
    client, story: Article, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_record(cast.nasional, by=cast.budi, headline="Lagi", text=TEXT)
    monkeypatch.setattr("redaksi.statements.views.AT_MOST", 1)

    page = text_of(client, f"{START}2022/")
    data = json.loads(text_of(client, f"{START}2022/pernyataan.json"))

    assert page.count('class="record-statement ') == 1
    assert "2 pernyataan" in page
    assert "seluruhnya ada di dalam berkas" in page
    assert len(data["statements"]) == data["total"] == 2


@pytest.mark.parametrize("name", ["umpan.xml", "umpan.atom", "umpan.json"])
def test_the_record_has_feeds(name: str, client, story: Article) -> None:
    document = text_of(client, f"{START}{name}")

    assert LAVROV in document
    if not name.endswith("json"):
        assert len(feedparser.parse(document).entries) == 1
    assert client.get(f"{START}umpan-lengkap.xml").status_code == 404


@pytest.mark.parametrize(
    "rest", ["", "2022/", "pernyataan.json", "2022/pernyataan.csv", "umpan.xml"]
)
def test_a_changed_slug_redirects(rest: str, client, story: Article) -> None:
    speaker = Speaker.objects.get(name="Sergey Lavrov")
    speaker.slug = "lavrov"
    speaker.save()

    answer = client.get(f"{START}{rest}")

    assert (answer.status_code, answer["Location"]) == (301, f"/tokoh/lavrov/{rest}")


@pytest.mark.parametrize(
    "rest", ["", "2022/", "pernyataan.csv", "2022/pernyataan.json", "umpan.atom"]
)
def test_a_private_person_has_no_page(rest: str, client, story: Article) -> None:
    Speaker.objects.filter(name="Sergey Lavrov").update(is_private=True)

    assert client.get(f"{START}{rest}").status_code == 404
    assert f'href="{START}"' not in text_of(client, story.path)
    assert f'href="{START}"' not in text_of(client, said_by(story, "Sergey Lavrov").url)


def test_an_entry_is_hidden_from_search_engines(client, story: Article) -> None:
    Speaker.objects.filter(name="Sergey Lavrov").update(is_hidden=True)

    for path in (START, said_by(story, "Sergey Lavrov").url):
        assert '<meta name="robots" content="noindex">' in text_of(client, path)


def test_a_story_offline_takes_its_statements_along(client, story: Article) -> None:
    key = said_by(story, "Sergey Lavrov").url
    unpublish(Article.objects.get(pk=story.pk))

    assert [client.get(path).status_code for path in (START, key)] == [404, 404]


def test_a_withdrawn_story_says_so_at_its_statements(client, story: Article, cast: Cast) -> None:
    url = said_by(story, "Sergey Lavrov").url
    row = Article.objects.get(pk=story.pk)
    withdraw(row, ground=WithdrawalGround.FALSE, note="Sumbernya keliru.", by=cast.dewi)

    answer = client.get(url)

    assert answer.status_code == 410
    assert "Sumbernya keliru." in answer.content.decode()


@pytest.mark.parametrize("path", ["/tokoh/tidak-ada/", "/pernyataan/999999/", "/pernyataan/x/"])
def test_what_is_not_there(path: str, client, story: Article) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_pages_cost_the_same(number, client, cast: Cast, django_assert_num_queries) -> None:
    for place in range(number):
        story = a_record(cast.nasional, by=cast.budi, headline=f"Berita {place}", text=TEXT)

    for path, queries in [(START, 9), (f"{START}pernyataan.json", 6),
                          (said_by(story, "Sergey Lavrov").url, 4), ("/tokoh/", 6)]:  # fmt: skip
        client.get(path)
        with django_assert_num_queries(queries):
            client.get(path)


def test_words_are_looked_for_in_what_one_speaker_said(client, story: Article) -> None:
    found = text_of(client, f"{START}cari/?q={LAVROV.split()[0].lower()}+{LAVROV.split()[-1]}")
    nothing = text_of(client, f"{START}cari/?q=stoltenberg")

    assert LAVROV in found
    assert 'role="search"' in text_of(client, START)
    assert LAVROV not in nothing
    assert "Tidak ada pernyataan" in nothing


def test_words_are_looked_for_in_one_year(client, story: Article) -> None:
    assert LAVROV in text_of(client, f"{START}cari/?tahun=2022")
    assert client.get(f"{START}cari/?tahun=1999").status_code == 400
    assert client.get(f"{START}cari/?tahun=x&q=a").status_code == 400
    assert client.get(f"{START}cari/?q={'a' * 200}").status_code == 400


def test_nobody_looks_for_the_words_of_a_private_person(client, story: Article) -> None:
    Speaker.objects.filter(slug="sergey-lavrov").update(is_private=True)

    assert client.get(f"{START}cari/?q=a").status_code == 404


@pytest.mark.parametrize(
    ("kept_from", "on_the_page", "by_name"),
    [({}, True, True), ({"is_hidden": True}, False, True), ({"is_private": True}, False, False)],
)
def test_the_register_names_who_is_on_record(
    kept_from: dict[str, bool], on_the_page: bool, by_name: bool, client, story: Article
) -> None:
    Speaker.objects.filter(slug="sergey-lavrov").update(**kept_from)
    lavrov = Speaker.objects.get(slug="sergey-lavrov")
    SpeakerRole.objects.create(speaker=lavrov, role="Menlu", since=2020)

    page, found = text_of(client, "/tokoh/"), text_of(client, "/cari/tokoh/?nama=LAVROV+serg")

    assert [f'href="{START}"' in page, "Menlu" in page] == [on_the_page] * 2
    assert [f'href="{START}"' in found, "Menlu" in found] == [by_name] * 2
    assert 'href="/tokoh/jens-stoltenberg/"' in page
    assert 'href="/tokoh/jens-stoltenberg/"' not in found
    assert 'href="/tokoh/"' in text_of(client, "/")


def test_whose_record_changed_last_stands_first(client, story: Article, cast: Cast) -> None:
    confirmed = confirm(said_by(story, "Jens Stoltenberg"), by=cast.budi)

    page = text_of(client, "/tokoh/")

    assert confirmed.speaker is not None
    assert page.index(confirmed.speaker.url) < page.index(START)


@pytest.mark.parametrize("query", ["", "?nama=", "?nama=%00", f"?nama={'a' * 200}"])
def test_no_name_is_no_search(query: str, client, story: Article) -> None:
    assert client.get(f"/cari/tokoh/{query}").status_code == 400


@pytest.mark.parametrize("name", ["tidak ada", "!!!", "\u2603", "%' OR 1=1 --"])
def test_a_name_nobody_has(name: str, client, story: Article) -> None:
    assert "Tidak ada nama ini" in text_of(client, f"/cari/tokoh/?{urlencode({'nama': name})}")


def test_without_statements_the_register_says_so(client, cast: Cast) -> None:
    enter("Orang yang belum berkata apa-apa")

    assert "Belum ada yang dikutip." in text_of(client, "/tokoh/")


@pytest.mark.parametrize("role", ["=1+1", "+1", "-1", "@x", "\t=1", "\n=1", " =1", "＝1"])
def test_no_cell_of_a_table_is_a_formula(role: str, client, story: Article) -> None:
    Statement.objects.filter(article=story).update(role=role)

    rows = list(csv.DictReader(io.StringIO(text_of(client, f"{START}pernyataan.csv"))))

    assert rows[0]["role"] == f"'{role}"


def test_a_year_s_file_has_nothing_that_changes_with_other_years(client, story: Article) -> None:
    speaker = json.loads(text_of(client, f"{START}2022/pernyataan.json"))["speaker"]

    assert set(speaker) == {"name", "kind", "url", "wikidata"}
