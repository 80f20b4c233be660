"""Pages of the record follow decisions, stories and the register, and no page is made in vain."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.utils import timezone

from redaksi.articles.kinds import WithdrawalGround
from redaksi.articles.models import Article
from redaksi.articles.publishing import publish, unpublish
from redaksi.articles.withdrawing import withdraw
from redaksi.statements.deciding import Details, confirm, reject
from redaksi.statements.merging import merge, split
from redaksi.statements.models import Speaker, SpeakerName, SpeakerRole, Statement
from redaksi.statements.register import enter, the_speaker_called
from tests.press.conftest import Paper, save
from tests.statements.telling import TEXT, a_draft, a_record, rewrite, said_by

pytestmark = pytest.mark.django_db


@pytest.fixture
def story(paper: Paper) -> Article:
    """A live story with a record; everything is pressed."""
    story = a_record(paper.cast.nasional, by=paper.cast.budi, headline="Perang dan damai")
    paper.press()
    return story


def lavrov() -> Speaker:
    return Speaker.objects.get(name="Sergey Lavrov")


def a_rejection(paper: Paper, story: Article) -> None:
    reject(said_by(story, "Sergey Lavrov"), by=paper.cast.budi)


def another_speaker(paper: Paper, story: Article) -> None:
    statement = said_by(story, "Sergey Lavrov")
    other = the_speaker_called("Maria Zakharova") or enter("Maria Zakharova")
    details = Details(other, "Maria Zakharova", "direct", "Juru bicara", "", statement.day)
    confirm(statement, by=paper.cast.budi, details=details)


def another_day(paper: Paper, story: Article) -> None:
    statement = said_by(story, "Sergey Lavrov")
    assert statement.day is not None
    day = statement.day.replace(year=2021)
    details = Details(statement.speaker, statement.speaker_name, "direct", "", "BBC", day)
    confirm(statement, by=paper.cast.budi, details=details)


def a_second_story(paper: Paper, story: Article) -> None:
    a_record(paper.cast.ekonomi, by=paper.cast.dewi, headline="Kedua")


def in_another_year(paper: Paper, story: Article) -> None:
    text = TEXT.replace("2022", "2019")
    a_record(paper.cast.ekonomi, by=paper.cast.dewi, headline="Tiga tahun sebelumnya", text=text)


def in_a_year_that_others_leave_alone(paper: Paper, story: Article) -> None:
    in_another_year(paper, story)
    paper.press()
    text = TEXT.replace("2022", "2019").replace("perang", "konflik")
    a_record(paper.cast.ekonomi, by=paper.cast.dewi, headline="Lagi", text=text)


def gone_from_a_year(paper: Paper, story: Article) -> None:
    in_another_year(paper, story)
    paper.press()
    offline(paper, story)


def from_a_year_to_another(paper: Paper, story: Article) -> None:
    in_another_year(paper, story)
    paper.press()
    statement = said_by(story, "Sergey Lavrov")
    assert statement.day is not None
    day = statement.day.replace(year=2019)
    details = Details(statement.speaker, statement.speaker_name, "direct", "", "BBC", day)
    confirm(statement, by=paper.cast.budi, details=details)


def words_changed(paper: Paper, story: Article) -> None:
    rewrite(story, TEXT.replace("tidak menginginkan", "menginginkan"))
    publish(Article.objects.get(pk=story.pk))


def words_moved(paper: Paper, story: Article) -> None:
    rewrite(story, f"<p>Satu alinea lagi.</p>{TEXT}")
    publish(Article.objects.get(pk=story.pk))


def an_unpublished_edit(paper: Paper, story: Article) -> None:
    rewrite(story, TEXT.replace("tidak menginginkan", "menginginkan"))


def a_headline(paper: Paper, story: Article) -> None:
    draft = story.get_latest_revision_as_object()
    draft.headline, draft.slug = "Judul baru", "judul-baru"
    draft.save_revision()
    publish(Article.objects.get(pk=story.pk))


def offline(paper: Paper, story: Article) -> None:
    unpublish(Article.objects.get(pk=story.pk))


def offline_and_again(paper: Paper, story: Article) -> None:
    offline(paper, story)
    paper.press()
    publish(Article.objects.get(pk=story.pk))


def a_withdrawal(paper: Paper, story: Article) -> None:
    row = Article.objects.get(pk=story.pk)
    withdraw(row, ground=WithdrawalGround.FALSE, note="Keliru.", by=paper.cast.dewi)


def a_deleted_story(paper: Paper, story: Article) -> None:
    Article.objects.get(pk=story.pk).delete()


def a_name(paper: Paper, story: Article) -> None:
    save(lavrov(), name="Sergei Lavrov")


def an_address(paper: Paper, story: Article) -> None:
    save(lavrov(), slug="lavrov")


def a_role(paper: Paper, story: Article) -> None:
    SpeakerRole.objects.create(speaker=lavrov(), role="Menteri Luar Negeri", since=2004)


def a_private_person(paper: Paper, story: Article) -> None:
    save(lavrov(), is_private=True)


def hidden_from_search(paper: Paper, story: Article) -> None:
    save(lavrov(), is_hidden=True)


def an_address_then_private_and_not(paper: Paper, story: Article) -> None:
    an_address(paper, story)
    paper.press()
    a_private_person(paper, story)
    paper.press()
    assert "/tokoh/sergey-lavrov/" not in set(paper.store.addresses())
    save(lavrov(), is_private=False)


def an_address_then_offline(paper: Paper, story: Article) -> None:
    an_address(paper, story)
    paper.press()
    assert "/tokoh/sergey-lavrov/" in set(paper.store.addresses())
    offline(paper, story)


def an_address_then_offline_and_again(paper: Paper, story: Article) -> None:
    an_address_then_offline(paper, story)
    paper.press()
    publish(Article.objects.get(pk=story.pk))


def found_again_by_search(paper: Paper, story: Article) -> None:
    hidden_from_search(paper, story)
    paper.press()
    save(lavrov(), is_hidden=False)


def a_draft_that_nobody_sees(paper: Paper, story: Article) -> None:
    other = a_draft(paper.cast.ekonomi, headline="Naskah")
    for statement in other.statements.all():
        confirm(statement, by=paper.cast.budi)


def a_draft_that_teaches_the_register(paper: Paper, story: Article) -> None:
    text = "<p>“Kami mundur,” ujar Wakil Presiden Sergey Lavrov alias Seryozha.</p>"
    other = a_draft(paper.cast.nasional, headline="Naskah", text=text)
    statement = other.statements.get()
    statement.aliases = ["Seryozha"]
    statement.save()
    confirm(statement, by=paper.cast.budi)
    assert lavrov().roles.filter(role="Wakil Presiden", is_learnt=True).exists()
    assert lavrov().other_names.filter(name="Seryozha", is_learnt=True).exists()


def a_draft_that_taught_the_register_goes_live(paper: Paper, story: Article) -> None:
    a_draft_that_teaches_the_register(paper, story)
    publish(Article.objects.get(headline="Naskah"))


def another_role_than_a_draft_has(paper: Paper, story: Article) -> None:
    other = a_draft(paper.cast.nasional, headline="Naskah")
    for statement in other.statements.all():
        confirm(statement, by=paper.cast.budi)
    statement = said_by(story, "Sergey Lavrov")
    details = Details(lavrov(), "Sergey Lavrov", "direct", "Duta Besar", "", statement.day)
    confirm(statement, by=paper.cast.budi, details=details)


def a_reporter_confirms(paper: Paper, story: Article) -> None:
    rewrite(story, f"{TEXT}<p>“Kami menunggu,” ujar Presiden Rusia Vladimir Putin.</p>")
    publish(Article.objects.get(pk=story.pk))
    paper.press()
    confirm(said_by(story, "Vladimir Putin"), by=paper.cast.ani)


def offline_and_back_with_other_words(paper: Paper, story: Article) -> None:
    offline(paper, story)
    paper.press()
    words_changed(paper, story)


def words_changed_then_offline(paper: Paper, story: Article) -> None:
    words_changed(paper, story)
    paper.press()
    offline(paper, story)


def words_changed_then_a_headline(paper: Paper, story: Article) -> None:
    words_changed(paper, story)
    paper.press()
    a_headline(paper, Article.objects.get(pk=story.pk))


def offline_then_withdrawn(paper: Paper, story: Article) -> None:
    offline(paper, story)
    paper.press()
    a_withdrawal(paper, story)


def words_changed_then_deleted(paper: Paper, story: Article) -> None:
    words_changed(paper, story)
    paper.press()
    a_deleted_story(paper, story)


def a_role_that_only_a_draft_has_now(paper: Paper, story: Article) -> None:
    plain = "<p>“Baik sekali semua itu,” ujar {}.</p>"
    for name in ("Sergey Lavrov", "Maria Zakharova"):
        other = a_draft(paper.cast.ekonomi, headline=name, text=plain.format(name))
        confirm(
            other.statements.get(),
            by=paper.cast.dewi,
            details=Details(None, name, "direct", "", "", None),
        )
        publish(Article.objects.get(pk=other.pk), by=paper.cast.dewi)
    confirm(said_by(a_draft(paper.cast.nasional), "Sergey Lavrov"), by=paper.cast.budi)
    paper.press()
    another_speaker(paper, story)


def a_role_that_the_text_drops(paper: Paper, story: Article) -> None:
    rewrite(story, TEXT.replace("Menteri Luar Negeri Rusia ", ""))
    publish(Article.objects.get(pk=story.pk))


def another_source_that_the_text_names(paper: Paper, story: Article) -> None:
    rewrite(story, TEXT.replace("Menteri Luar Negeri Rusia Sergey Lavrov", "Surya Wijaya"))
    publish(Article.objects.get(pk=story.pk))


def a_merger(paper: Paper, story: Article) -> None:
    merge(lavrov(), into=enter("Sergei Lavrow"), by=paper.cast.budi)


def a_merger_with_what_an_editor_wrote(paper: Paper, story: Article) -> None:
    a_draft_that_teaches_the_register(paper, story)
    other = enter("Sergei Lavrow")
    SpeakerName.objects.create(speaker=other, name="Seryozha")
    SpeakerRole.objects.create(speaker=other, role="Wakil Presiden")
    paper.press()
    merge(other, into=lavrov(), by=paper.cast.budi)


def a_split(paper: Paper, story: Article) -> None:
    statement = said_by(story, "Sergey Lavrov")
    split(lavrov(), [statement], name="Maria Zakharova", by=paper.cast.budi)


CHANGES = [
    a_rejection, another_speaker, another_day, a_second_story, in_another_year,
    in_a_year_that_others_leave_alone, gone_from_a_year, from_a_year_to_another, words_changed,
    words_moved, an_unpublished_edit, a_headline, offline, offline_and_again, a_withdrawal,
    a_deleted_story,
    a_name, an_address, a_role, a_private_person, hidden_from_search, found_again_by_search,
    an_address_then_private_and_not, an_address_then_offline, an_address_then_offline_and_again,
    a_draft_that_nobody_sees, a_draft_that_teaches_the_register,
    a_draft_that_taught_the_register_goes_live, another_role_than_a_draft_has, a_reporter_confirms,
    offline_and_back_with_other_words, words_changed_then_offline, words_changed_then_a_headline,
    words_changed_then_deleted, offline_then_withdrawn, a_merger,
    a_merger_with_what_an_editor_wrote, a_split, a_role_that_only_a_draft_has_now,
    a_role_that_the_text_drops, another_source_that_the_text_names,
]  # fmt: skip
UNSEEN = {
    an_unpublished_edit, a_draft_that_nobody_sees, a_draft_that_teaches_the_register,
    a_reporter_confirms,
}  # fmt: skip
#: Whether another speaker of the sitemap changed last is not looked up for these, nor whether a
#: role is the first that is shown of a speaker.
SITEMAPS = {"/sitemap.xml"}
#: Where a speaker gets a year more or less, all years are made again: their pages name each other.
YEARS = {
    f"/tokoh/{speaker}/{year}/pernyataan.{ending}"
    for speaker in ("sergey-lavrov", "jens-stoltenberg")
    for year in (2019, 2022, timezone.localdate().year)
    for ending in ("csv", "json")
}
FEW: dict[Callable[[Paper, Article], None], set[str]] = {
    a_private_person: SITEMAPS,
    an_address_then_private_and_not: SITEMAPS,
    hidden_from_search: SITEMAPS,
    found_again_by_search: SITEMAPS,
    a_merger: SITEMAPS,
    a_draft_that_taught_the_register_goes_live: {"/tokoh/"} | YEARS,
    in_another_year: YEARS,
    gone_from_a_year: YEARS,
    from_a_year_to_another: {"/tokoh/"} | YEARS,
    a_role_that_only_a_draft_has_now: YEARS
    | {
        f"/tokoh/maria-zakharova/{timezone.localdate().year}/pernyataan.{ending}"
        for ending in ("csv", "json")
    },
    # Feeds tell no role, and are made with the record.
    a_role_that_the_text_drops: {
        f"/tokoh/sergey-lavrov/umpan.{ending}" for ending in ("atom", "json", "xml")
    },
    a_merger_with_what_an_editor_wrote: {"/tokoh/"},
}


@pytest.mark.parametrize("change", CHANGES)
def test_no_stale_byte_and_no_page_too_many(
    change: Callable[[Paper, Article], None], paper: Paper, story: Article
) -> None:
    change(paper, story)

    done = paper.press()

    assert paper.faults() == []
    vain = set(done.made) - set(done.changed) - set(done.gone)
    assert vain <= FEW.get(change, set()), vain
    if change in UNSEEN:
        assert done.made == []


def test_pages_of_the_record_are_among_the_pressed(paper: Paper, story: Article) -> None:
    pressed = set(paper.store.addresses())

    start = "/tokoh/sergey-lavrov/"
    key = said_by(story, "Sergey Lavrov").pk
    assert {
        start, f"{start}2022/", f"{start}pernyataan.json", f"{start}pernyataan.csv",
        f"{start}2022/pernyataan.json", f"{start}2022/pernyataan.csv", f"{start}umpan.xml",
        f"/pernyataan/{key}/",
    } <= pressed  # fmt: skip


def test_a_withdrawal_takes_everything_away_at_once(paper: Paper, story: Article) -> None:
    a_withdrawal(paper, story)
    paper.press()

    left = {address for address in paper.store.addresses() if address.startswith("/tokoh/")}
    assert left == {"/tokoh/"}
    register = paper.store.read("/tokoh/")
    assert register is not None
    assert b"lavrov" not in register.body.lower()
    assert Statement.objects.filter(live_start__isnull=False).count() == 0
