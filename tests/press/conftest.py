"""A small paper of which every kind of thing is shown somewhere, pressed in full."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from wagtail.documents.models import Document
from wagtail.models import Locale

from redaksi.articles.models import Agency, Article, ArticleAuthor
from redaksi.articles.publishing import publish
from redaksi.fronts.models import HomePage
from redaksi.newsroom.models import Person
from redaksi.pagestore.store import PageStore
from redaksi.pictures.models import Picture
from redaksi.press.checking import differences
from redaksi.press.draining import drain
from redaksi.press.pressing import Pressed, press_wanted
from redaksi.press.starting import make_ready
from redaksi.website.models import StaticPage
from tests.cast import Cast
from tests.factories import TEXT, add_test_picture, write_draft


@dataclass
class Paper:
    """The paper's things by name, and its page store."""

    store: PageStore
    cast: Cast
    stories: list[Article]
    person: Person
    picture: Picture
    portrait: Picture
    agency: Agency
    document: Document
    page: StaticPage

    @property
    def english(self) -> Locale:
        """The other language."""
        return Locale.objects.get(language_code="en")

    def press(self) -> Pressed:
        """Do what the worker does until nothing is left to do."""
        done = Pressed()
        while drain(self.store):
            pass
        while self.store.index.wanted_count():
            done.add(press_wanted(self.store, seconds=60))
        return done

    def faults(self) -> list[str]:
        """Every page of the store that is not what a full fresh rendering gives."""
        return [f"{found.address} {found.kind}" for found in differences(self.store)]


@pytest.fixture
def paper(cast: Cast, short_pages: None, tmp_path: Path) -> Paper:
    """Eight stories in two sections; the fourth shows one of everything."""
    picture, portrait = add_test_picture("Utama"), add_test_picture("Potret")
    person = Person.objects.create(name="Sari", slug="sari", portrait=portrait)
    agency = Agency.objects.create(code="kbu", name="Kantor Berita Uji", credit_text="KBU")
    document = Document(title="Putusan", file=ContentFile(b"isi", "putusan.pdf"), file_size=3)
    document.save()
    page = StaticPage(title="Pedoman", slug="pedoman-kami", text="<p>Isi.</p>", show_in_menus=True)
    HomePage.objects.get().add_child(instance=page)
    stories: list[Article] = []
    for number in range(8):
        section = cast.nasional if number % 2 else cast.ekonomi
        story = write_draft(section=section, headline=f"Berita {number}")
        if number == 5:
            show_everything(story, stories[0], person, picture, agency, document)
        publish(story)
        story.refresh_from_db()
        stories.append(story)
    store = PageStore(tmp_path / "pages")
    make_ready(store)
    paper = Paper(store, cast, stories, person, picture, portrait, agency, document, page)
    paper.press()
    assert paper.faults() == []
    return paper


def show_everything(
    story: Article, other: Article, person: Any, picture: Any, agency: Any, document: Any
) -> None:
    """Give the story an author, a picture, an agency, a tag, a document and a related story."""
    story.article_authors = [ArticleAuthor(person=person)]
    story.lead_picture, story.source = picture, agency
    story.tags.add("laut")
    story.body = [
        ("paragraph", TEXT),
        ("related", other),
        ("document", {"document": document, "title": ""}),
    ]
    story.save()
    story.save_revision()
