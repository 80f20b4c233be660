"""A small paper of which every kind of thing is shown somewhere, pressed in full."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.db import transaction
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
from tests.conftest import shorten_pages
from tests.factories import TEXT, add_test_picture, write_draft
from tests.fronts.laying import lay_out, pin


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
        return [f"{found.address} {found.kind.value}" for found in differences(self.store)]


def save(thing: object, **fields: object) -> None:
    """Give the thing these values and save it."""
    for name, value in fields.items():
        setattr(thing, name, value)
    thing.save()  # type: ignore[attr-defined]


@dataclass(frozen=True)
class PressedOnce:
    """Where the paper that all tests of a module start from can be found."""

    pages: Path
    keys: dict[str, int]
    stories: list[int]


@pytest.fixture(scope="module")
def pressed_once(
    django_db_setup: None, django_db_blocker: Any, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[PressedOnce]:
    """Eight stories in two sections; the sixth shows one of everything. All is taken back later."""
    pages = tmp_path_factory.mktemp("paper") / "pages"
    with (
        django_db_blocker.unblock(),
        pytest.MonkeyPatch.context() as patch,
        transaction.atomic(),
    ):
        shorten_pages(patch)
        yield _write_and_press(pages)
        transaction.set_rollback(True)


def _write_and_press(pages: Path) -> PressedOnce:
    cast = Cast.called()
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
        stories.append(story)
    lay_fronts_out(cast, stories)
    things = {
        "person": person, "picture": picture, "portrait": portrait, "agency": agency,
        "document": document, "page": page,
    }  # fmt: skip
    keys = {name: thing.pk for name, thing in things.items()}
    once = PressedOnce(pages, keys, [story.pk for story in stories])
    store = PageStore(pages)
    make_ready(store)
    paper = _paper(once, store)
    paper.press()
    assert paper.faults() == []
    store.close()
    return once


@pytest.fixture
def paper(pressed_once: PressedOnce, db: None, short_pages: None, tmp_path: Path) -> Paper:
    """The module's paper with a page store of its own; what a test changes is taken back."""
    shutil.copytree(pressed_once.pages, tmp_path / "pages", copy_function=shutil.copy2)
    return _paper(pressed_once, PageStore(tmp_path / "pages"))


def _paper(once: PressedOnce, store: PageStore) -> Paper:
    kinds = {
        "person": Person, "picture": Picture, "portrait": Picture, "agency": Agency,
        "document": Document, "page": StaticPage,
    }  # fmt: skip
    things = {name: kind.objects.get(pk=once.keys[name]) for name, kind in kinds.items()}
    stories = [Article.objects.get(pk=key) for key in once.stories]
    return Paper(store=store, cast=Cast.called(), stories=stories, **things)


def lay_fronts_out(cast: Cast, stories: list[Article]) -> None:
    """Give the home page and a section a front with slots of every rule."""
    laut = stories[5].tags.get(name="laut")
    slots = [
        ("lead", {"pins": [pin(stories[5], "Judul di muka")]}),
        ("opinion", {"number": 3}),
        ("topic", {"number": 2, "tag": laut, "may_repeat": True}),
        ("topic", {"number": 2, "section": str(cast.daerah.pk)}),
        ("latest", {"number": 3, "may_repeat": True}),
    ]
    lay_out(None, slots)
    lay_out(cast.ekonomi, [("lead", {"pins": [pin(stories[1])]}), ("photo", {"number": 2})])


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
