"""Creates the example newspaper *Harian Contoh* in an empty, founded database."""

from __future__ import annotations

from collections.abc import Iterator

from django.core.files import File
from django.utils import timezone
from wagtail.documents.models import Document
from wagtail.models import Locale

from redaksi.articles.models import Agency, Article, ArticleAuthor, Subject
from redaksi.articles.publishing import publish
from redaksi.example import pieces
from redaksi.example.building import Shelf, body_of
from redaksi.example.days import moment_of, told_on
from redaksi.example.quoting import put_on_record
from redaksi.example.reading import DOCUMENTS, PICTURES, read_newspaper
from redaksi.instance.language import gettext as _
from redaksi.newsroom.models import Desk, DeskMembership, Person, Section, User
from redaksi.pictures.adding import add_picture
from redaksi.pictures.models import Picture
from redaksi.statements.models import Speaker

#: The share of a picture's shorter side that its focal point takes in.
FOCUS = 0.4


def load_example() -> Iterator[str]:
    """Create sections, people, desks, pictures and stories; yield a line for each step."""
    paper = read_newspaper()
    _make_sections(paper)
    yield _("Sections: {n}").format(n=len(paper.sections))
    pictures = {picture.name: _add(picture) for picture in paper.pictures}
    yield _("Pictures: {n}").format(n=len(pictures))
    documents = {document.name: _keep(document) for document in paper.documents}
    _make_people(paper, pictures)
    _make_desks(paper)
    yield _("People: {n}").format(n=len(paper.people))
    shelf = Shelf(pictures, documents, articles := {})
    for article in paper.articles:
        articles[article.slug] = _write(article, shelf)
    yield _("Stories: {n}").format(n=len(articles))
    for article in Article.objects.filter(live=True).order_by("published_at"):
        put_on_record(article, paper.on_record, by=_editor_of(article.section))
    yield _("People and organisations on record: {n}").format(n=Speaker.objects.count())


def _editor_of(section: Section) -> User:
    """Return an editor of the desk that answers for the section."""
    editors = DeskMembership.objects.filter(role=DeskMembership.Role.EDITOR)
    at_desk = editors.filter(desk__sections__in={section.pk, section.parent_id or section.pk})
    return at_desk.select_related("user")[0].user


def _make_sections(paper: pieces.Newspaper) -> None:
    made: dict[str, Section] = {}
    for order, section in enumerate(paper.sections, start=1):
        made[section.slug] = Section.objects.create(
            name=section.name,
            slug=section.slug,
            description=section.description,
            parent=made.get(section.parent),
            order=order,
        )


def _add(picture: pieces.Picture) -> Picture:
    with (PICTURES / picture.file).open("rb") as file:
        added = add_picture(
            file=file,
            file_name=picture.file,
            title=picture.title,
            caption=picture.caption,
            alt_text=picture.alt_text,
            credit_line=picture.credit_line,
            copyright_notice=picture.copyright_notice,
            usage_terms=picture.usage_terms,
        )
    _focus(added, *picture.focal_point)
    return added


def _focus(picture: Picture, x: float, y: float) -> None:
    side = round(min(picture.width, picture.height) * FOCUS)
    picture.focal_point_x = round(picture.width * x)
    picture.focal_point_y = round(picture.height * y)
    picture.focal_point_width = picture.focal_point_height = side
    picture.save()


def _keep(document: pieces.Document) -> Document:
    with (DOCUMENTS / document.file).open("rb") as file:
        kept: Document = Document.objects.create(
            title=document.title, file=File(file, document.file)
        )
    return kept


def _make_people(paper: pieces.Newspaper, pictures: dict[str, Picture]) -> None:
    for person in paper.people:
        Person.objects.create(
            name=person.name,
            slug=person.slug,
            kind=person.kind,
            job_title=person.job_title,
            initials=person.initials,
            biography=f"<p>{person.biography}</p>",
            email=person.email,
            portrait=pictures.get(person.portrait),
        )


def _make_desks(paper: pieces.Newspaper) -> None:
    for desk in paper.desks:
        made = Desk.objects.create(name=desk.name)
        made.sections.set(Section.objects.filter(slug__in=desk.sections))
        made.save()
        _seat(made, desk.editors, DeskMembership.Role.EDITOR)
        _seat(made, desk.reporters, DeskMembership.Role.REPORTER)


def _seat(desk: Desk, slugs: tuple[str, ...], role: str) -> None:
    for person in Person.objects.filter(slug__in=slugs):
        DeskMembership.objects.create(desk=desk, user=_account_of(person), role=role)


def _account_of(person: Person) -> User:
    """Return the person's account; it has no password, ``redaksi sign-in`` lets one try it."""
    if person.user is None:
        name = person.slug.split("-")[0]
        person.user = User.objects.create_user(name, person.email, password=None)
        person.save()
    return person.user


def _write(story: pieces.Article, shelf: Shelf) -> Article:
    now = timezone.localtime()
    moment = moment_of(story, now)
    told = told_on(story, moment.date())
    article: Article = Article.objects.create(**_fields(told, shelf), first_published_at=None)
    _describe(article, told)
    article.save_revision()
    if not story.draft:
        _publish_at(article, story, moment)
    return article


def _fields(story: pieces.Article, shelf: Shelf) -> dict[str, object]:
    copied = (
        "slug", "kind", "kicker", "headline", "front_headline", "standfirst", "dateline",
        "guest_byline", "initials_line", "credit_line", "slugline", "urgency", "ed_note",
        "story_date", "awaiting_verification",
    )  # fmt: skip
    fields: dict[str, object] = {name: getattr(story, name) for name in copied}
    fields["section"] = Section.objects.get(slug=story.section)
    fields["locale"] = Locale.objects.get(language_code=story.language)
    fields["lead_picture"] = shelf.pictures.get(story.lead_picture)
    fields["source"] = Agency.objects.get(code=story.agency) if story.agency else None
    fields["body"] = body_of(story, shelf)
    if story.translation_of:
        fields["translation_key"] = shelf.articles[story.translation_of].translation_key
    return fields


def _describe(article: Article, story: pieces.Article) -> None:
    people = {person.slug: person for person in Person.objects.filter(slug__in=story.authors)}
    article.article_authors = [
        ArticleAuthor(person=people[slug], sort_order=place)
        for place, slug in enumerate(story.authors)
    ]
    article.subjects = Subject.objects.filter(qcode__in=story.subjects)
    article.tags.add(*story.tags)
    article.save()


def _publish_at(article: Article, story: pieces.Article, moment: object) -> None:
    if story.story_date is None:
        Article.objects.filter(pk=article.pk).update(first_published_at=moment)
    publish(Article.objects.get(pk=article.pk))
    if story.story_date is None:
        Article.objects.filter(pk=article.pk).update(last_published_at=moment)
