"""The example newspaper is complete, and everything in it that refers to something finds it."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest
from PIL import Image

from redaksi.articles.kinds import Kind
from redaksi.articles.vocabularies.reading import read_agencies, read_media_topics
from redaksi.example.pieces import (
    Article,
    Block,
    DocumentLink,
    Gallery,
    Newspaper,
    Person,
    Picture,
    PictureShown,
    Related,
)
from redaksi.example.reading import DOCUMENTS, PICTURES, read_article, read_newspaper

PAPER = read_newspaper()

every_article = pytest.mark.parametrize("article", PAPER.articles, ids=lambda article: article.slug)
every_person = pytest.mark.parametrize("person", PAPER.people, ids=lambda person: person.slug)
every_picture = pytest.mark.parametrize("picture", PAPER.pictures, ids=lambda picture: picture.name)


def test_the_paper_has_its_parts() -> None:
    top = [section.slug for section in PAPER.sections if not section.parent]

    assert top == ["nasional", "internasional", "ekonomi", "olahraga", "budaya", "pemilu"]
    assert len([story for story in PAPER.articles if story.language == "id"]) == 21
    assert len([story for story in PAPER.articles if story.language == "en"]) == 4
    assert {story.kind for story in PAPER.articles} == set(Kind.values)
    assert {type(block) for story in PAPER.articles for block in story.body} == set(get_args(Block))


def test_every_section_has_stories() -> None:
    used = {story.section for story in PAPER.articles}

    assert used == {section.slug for section in PAPER.sections}


@every_article
def test_what_a_story_refers_to_is_there(article: Article) -> None:
    assert article.section in {section.slug for section in PAPER.sections}
    assert set(article.authors) <= {person.slug for person in PAPER.people}
    assert set(article.subjects) <= {topic.qcode for topic in read_media_topics()}
    assert {article.agency} <= {"", *PAPER.agencies}
    assert article.language in {"id", "en"}
    for block in article.body:
        if isinstance(block, Related):
            assert block.article in PAPER.article_by_slug
        if isinstance(block, DocumentLink):
            assert block.document in {document.name for document in PAPER.documents}


@every_article
def test_a_story_shows_pictures_of_its_language(article: Article) -> None:
    by_name = {picture.name: picture for picture in PAPER.pictures}

    languages = {by_name[name].language for name in _shown(article)}

    assert languages == {article.language}


@every_article
def test_a_translation_appears_after_its_original(article: Article) -> None:
    if not article.translation_of:
        return
    original = PAPER.article_by_slug[article.translation_of]

    assert original.language != article.language
    assert PAPER.articles.index(original) < PAPER.articles.index(article)


@every_article
def test_a_story_names_its_source(article: Article) -> None:
    unsigned = article.kind in {Kind.EDITORIAL, Kind.ADVERTORIAL}

    assert bool(article.authors or article.agency) is not unsigned


@every_picture
def test_a_picture_is_ready_to_be_published(picture: Picture) -> None:
    words = (picture.title, picture.caption, picture.alt_text, picture.credit_line)

    assert all(text.strip() for text in (*words, picture.copyright_notice, picture.usage_terms))
    assert all(0 <= part <= 1 for part in picture.focal_point)
    with Image.open(PICTURES / picture.file) as image:
        assert (image.format, image.mode) == ("JPEG", "RGB")
        assert min(image.size) >= 800
        assert dict(image.getexif()) == {}


def test_files_and_entries_agree() -> None:
    assert {path.name for path in PICTURES.iterdir()} == {item.file for item in PAPER.pictures}
    assert {path.name for path in DOCUMENTS.iterdir()} == {item.file for item in PAPER.documents}
    assert sum(path.stat().st_size for path in PICTURES.iterdir()) <= 4_000_000


def test_no_picture_is_left_unused() -> None:
    shown = {name for story in PAPER.articles for name in _shown(story)}

    assert shown | {person.portrait for person in PAPER.people} == {
        picture.name for picture in PAPER.pictures
    }


@every_person
def test_a_person_is_introduced(person: Person) -> None:
    assert person.biography.count(".") == 2
    assert person.email.endswith("@contoh.example")
    assert bool(person.initials) is (person.kind == "staff")


def test_desks_know_their_sections_and_people() -> None:
    top = {section.slug for section in PAPER.sections if not section.parent}
    people = {person.slug for person in PAPER.people}

    assert {slug for desk in PAPER.desks for slug in desk.sections} == top
    assert {slug for desk in PAPER.desks for slug in (*desk.editors, *desk.reporters)} <= people


def test_agencies_are_on_the_kept_list() -> None:
    assert set(PAPER.agencies) <= {agency.code for agency in read_agencies()}
    assert {story.agency for story in PAPER.articles if story.agency} == set(PAPER.agencies)


@pytest.mark.parametrize(
    ("text", "error"),
    [('headline = "A"\nbody = [{ poem = "B" }]', KeyError), ('colour = "A"\nbody = []', TypeError)],
)
def test_an_unknown_block_or_field_is_refused(
    tmp_path: Path, text: str, error: type[Exception]
) -> None:
    path = tmp_path / "story.toml"
    path.write_text(text, encoding="utf-8")

    with pytest.raises(error):
        read_article(path)


def _shown(article: Article) -> set[str]:
    names = {article.lead_picture}
    for block in article.body:
        if isinstance(block, PictureShown):
            names.add(block.picture)
        if isinstance(block, Gallery):
            names |= {shown.picture for shown in block.pictures}
    return names


def test_the_reader_gives_the_same_twice() -> None:
    again: Newspaper = read_newspaper()

    assert again == PAPER
