"""Whatever changes, the store holds what a full fresh rendering gives, and no more was made."""

from __future__ import annotations

import datetime
from collections.abc import Callable

import pytest
from django.utils import timezone
from taggit.models import Tag
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, PageViewRestriction, Revision

from redaksi.articles.kinds import WithdrawalGround
from redaksi.articles.models import Article
from redaksi.articles.moving import move
from redaksi.articles.publishing import publish, unpublish
from redaksi.articles.scheduling import publish_due
from redaksi.articles.withdrawing import withdraw
from redaksi.newsroom.models import Person, Section
from redaksi.pictures.rendering import make_renditions
from redaksi.press.addresses import every_address
from tests.factories import write_draft, write_live
from tests.press.conftest import Paper, save

pytestmark = pytest.mark.django_db


def edit(article: Article, **fields: object) -> None:
    """Change fields in a new version, and publish it."""
    draft = Article.objects.get(pk=article.pk).get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(draft, name, value)
    draft.save_revision()
    publish(Article.objects.get(pk=article.pk))


def a_new_story(paper: Paper) -> None:
    write_live(section=paper.cast.nasional, headline="Baru")


def a_story_of_an_earlier_day(paper: Paper) -> None:
    moment = paper.stories[3].published_at - datetime.timedelta(microseconds=1)
    write_live(section=paper.cast.nasional, headline="Lama", first_published_at=moment)


def a_story_with_an_author(paper: Paper) -> None:
    story = write_draft(section=paper.cast.daerah, headline="Tulisan Sari")
    story.article_authors.create(person=paper.person)
    story.save_revision()
    publish(story)


def a_story_related_to_another(paper: Paper) -> None:
    story = write_draft(section=paper.cast.daerah, headline="Tentang laut juga")
    story.tags.add("laut")
    story.save()
    story.save_revision()
    publish(story)


def a_related_story_offline(paper: Paper) -> None:
    a_story_related_to_another(paper)
    paper.press()
    unpublish(Article.objects.get(headline="Tentang laut juga"))


def many_new_stories(paper: Paper) -> None:
    for number in range(9):
        write_live(section=paper.cast.nasional, headline=f"Baru {number}")


def a_text(paper: Paper) -> None:
    edit(paper.stories[5], body=[("paragraph", "<p>Teks yang baru.</p>")])


def a_headline(paper: Paper) -> None:
    edit(paper.stories[0], headline="Judul yang baru")


def a_standfirst(paper: Paper) -> None:
    edit(paper.stories[3], standfirst="Ringkasan yang baru.")


def a_slug(paper: Paper) -> None:
    edit(paper.stories[3], slug="alamat-baru")


def a_slug_there_and_back(paper: Paper) -> None:
    edit(paper.stories[3], slug="alamat-baru")
    paper.press()
    edit(paper.stories[3], slug="berita-3")


def an_author(paper: Paper) -> None:
    draft = paper.stories[5].get_latest_revision_as_object()
    draft.article_authors = []
    draft.save_revision()
    publish(Article.objects.get(pk=draft.pk))


def a_section_of_a_story(paper: Paper) -> None:
    move(paper.stories[5], to=paper.cast.ekonomi, by=paper.cast.dewi)


def offline(paper: Paper) -> None:
    unpublish(Article.objects.get(pk=paper.stories[5].pk))


def offline_and_again(paper: Paper) -> None:
    offline(paper)
    paper.press()
    publish(Article.objects.get(pk=paper.stories[5].pk))


def a_slug_changed_while_offline(paper: Paper) -> None:
    offline(paper)
    paper.press()
    draft = Article.objects.get(pk=paper.stories[5].pk).get_latest_revision_as_object()
    draft.slug = "rahasia"
    draft.save()


def moved_and_offline_and_again(paper: Paper) -> None:
    a_section_of_a_story(paper)
    paper.press()
    offline_and_again(paper)


def moved_and_offline(paper: Paper) -> None:
    a_section_of_a_story(paper)
    paper.press()
    offline(paper)


def moved_out_of_a_renamed_section(paper: Paper) -> None:
    a_sections_address(paper)
    paper.press()
    a_section_of_a_story(paper)


def a_slug_in_a_renamed_section(paper: Paper) -> None:
    a_sections_address(paper)
    paper.press()
    a_slug(paper)


def most_of_it_offline(paper: Paper) -> None:
    for story in paper.stories[2:]:
        unpublish(Article.objects.get(pk=story.pk))


def a_withdrawal(paper: Paper) -> None:
    story = Article.objects.get(pk=paper.stories[5].pk)
    withdraw(story, ground=WithdrawalGround.FALSE, note="Keliru.", by=paper.cast.dewi)


def a_withdrawal_of_what_was_offline(paper: Paper) -> None:
    offline(paper)
    paper.press()
    a_withdrawal(paper)


def expiry(paper: Paper) -> None:
    past = timezone.now() - datetime.timedelta(minutes=1)
    Article.objects.filter(pk=paper.stories[2].pk).update(expire_at=past)
    publish_due()


def a_scheduled_story(paper: Paper) -> None:
    draft = write_draft(section=paper.cast.daerah, headline="Terjadwal")
    past = timezone.now() - datetime.timedelta(minutes=1)
    Revision.objects.filter(pk=draft.latest_revision_id).update(approved_go_live_at=past)
    publish_due()


def a_deleted_story(paper: Paper) -> None:
    edit(paper.stories[4], slug="dahulu")
    paper.press()
    Article.objects.get(pk=paper.stories[4].pk).delete()


def a_persons_name(paper: Paper) -> None:
    save(paper.person, name="Sari Dewi")


def a_persons_address(paper: Paper) -> None:
    save(paper.person, slug="sari-dewi")


def a_persons_mail_that_nobody_sees(paper: Paper) -> None:
    save(paper.person, email="sari@contoh.id")


def a_new_person(paper: Paper) -> None:
    Person.objects.create(name="Tuti", slug="tuti")


def a_caption(paper: Paper) -> None:
    save(paper.picture, caption="Kapal di pelabuhan.")


def renditions(paper: Paper) -> None:
    make_renditions(paper.picture)


def a_portraits_words(paper: Paper) -> None:
    save(paper.portrait, usage_terms="Hanya untuk halaman penulis.")


def an_agencys_credit(paper: Paper) -> None:
    save(paper.agency, credit_text="KBU/uji")


def a_tags_name(paper: Paper) -> None:
    save(Tag.objects.get(name="laut"), name="samudra")


def a_documents_title(paper: Paper) -> None:
    save(paper.document, title="Putusan lengkap")


def a_pages_text(paper: Paper) -> None:
    save(paper.page, text="<p>Teks lain.</p>")


def a_pages_title_in_the_menu(paper: Paper) -> None:
    save(paper.page, title="Pedoman media")


def a_page_offline(paper: Paper) -> None:
    paper.page.unpublish()


def a_page_for_staff_alone(paper: Paper) -> None:
    restrict(paper.page)


def the_whole_site_for_staff_alone(paper: Paper) -> None:
    restrict(paper.page.get_parent())


def for_staff_and_for_all_again(paper: Paper) -> None:
    restrict(paper.page.get_parent())
    paper.press()
    PageViewRestriction.objects.get().delete()


def restrict(page: Page) -> None:
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)


def a_sections_description(paper: Paper) -> None:
    save(paper.cast.nasional, description="Berita dari seluruh negeri.")


def a_sections_name(paper: Paper) -> None:
    save(paper.cast.nasional, name="Negeri")


def a_sections_address(paper: Paper) -> None:
    save(paper.cast.nasional, slug="negeri")


def a_sections_address_twice(paper: Paper) -> None:
    save(paper.cast.nasional, slug="negeri")
    paper.press()
    save(paper.cast.nasional, slug="tanah-air")


def a_sections_place(paper: Paper) -> None:
    save(paper.cast.daerah, parent=paper.cast.ekonomi)


def a_new_section(paper: Paper) -> None:
    Section.objects.create(name="Budaya", slug="budaya")


def a_redirect(paper: Paper) -> None:
    Redirect.add_redirect("/kabar-lama/", "/nasional/")


def a_redirect_to_a_place_in_a_page(paper: Paper) -> None:
    Redirect.add_redirect("/promo/", "/nasional/#isi")
    Redirect.add_redirect("/lama/", "/cari/?q=banjir")


def a_draft_that_nobody_sees(paper: Paper) -> None:
    draft = paper.stories[5].get_latest_revision_as_object()
    draft.headline = "Belum terbit"
    draft.save_revision()
    write_draft(section=paper.cast.nasional, headline="Naskah")


EVERYTHING = {
    a_pages_title_in_the_menu, a_page_offline, a_sections_name, a_sections_address,
    a_sections_address_twice, a_sections_place, a_new_section,
}  # fmt: skip
UNSEEN = {a_persons_mail_that_nobody_sees, a_draft_that_nobody_sees}
CHANGES = [
    a_story_related_to_another, a_related_story_offline,
    a_new_story, a_story_of_an_earlier_day, a_story_with_an_author, many_new_stories, a_text,
    a_headline, a_standfirst, a_slug, a_slug_there_and_back, an_author, a_section_of_a_story,
    offline, offline_and_again, a_slug_changed_while_offline, moved_and_offline,
    moved_and_offline_and_again, moved_out_of_a_renamed_section, a_slug_in_a_renamed_section,
    most_of_it_offline, a_withdrawal, a_withdrawal_of_what_was_offline,
    expiry, a_scheduled_story, a_deleted_story, a_persons_name, a_persons_address,
    a_persons_mail_that_nobody_sees, a_new_person, a_caption, renditions, a_portraits_words,
    an_agencys_credit, a_tags_name, a_documents_title, a_pages_text, a_pages_title_in_the_menu,
    a_page_offline, a_page_for_staff_alone, the_whole_site_for_staff_alone,
    for_staff_and_for_all_again, a_sections_description, a_sections_name, a_sections_address,
    a_sections_address_twice, a_sections_place, a_new_section, a_redirect,
    a_redirect_to_a_place_in_a_page,
    a_draft_that_nobody_sees,
]  # fmt: skip


@pytest.mark.parametrize("change", CHANGES)
def test_no_stale_byte_and_no_page_too_many(change: Callable[[Paper], None], paper: Paper) -> None:
    change(paper)

    done = paper.press()

    assert paper.faults() == []
    vain = set(done.made) - set(done.changed) - set(done.gone)
    print(f"{change.__name__}: {len(done.made)} made, 0 stale, {len(vain)} in vain {sorted(vain)}")
    if change not in EVERYTHING:
        assert vain <= FEW.get(change, set()), vain
    if change in UNSEEN:
        assert done.made == []


#: Whether a redirect is kept shows when it is made.
FEW: dict[Callable[[Paper], None], set[str]] = {
    a_redirect_to_a_place_in_a_page: {"/promo/", "/lama/"},
}


def test_a_redirect_is_among_the_pages_that_are_made_from_nothing(paper: Paper) -> None:
    a_redirect(paper)
    paper.press()
    made = set(paper.store.addresses())

    assert "/kabar-lama/" in made
    assert made <= set(every_address())
