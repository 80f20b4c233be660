"""Reads what the head and the marked-up parts of a page say of its article."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator

from redaksi.formats.page.dates import dates_in
from redaksi.formats.page.furniture import is_menu_of_sections
from redaksi.formats.page.guesses import Dated, Guess, Hints
from redaksi.formats.page.lines import tidy
from redaksi.formats.page.markup.structured import Structured
from redaksi.formats.page.markup.titles import choose_title
from redaksi.formats.page.markup.trees import Tree, elements, text_of
from redaksi.formats.page.people import is_somebody, names_in, people_line
from redaksi.formats.page.stars import out_of_five

_MOST_FOUND = 50
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}")
_HOME = frozenset({"home", "beranda", "homepage", "index", "news", "berita"})
_BREADCRUMBS = (
    "//*[@itemtype='http://schema.org/BreadcrumbList' or @itemtype='https://schema.org/BreadcrumbList']//a"
    " | //*[contains(@class,'breadcrumb') or contains(@id,'breadcrumb')]//a"
)
_HEADINGS = (
    "//*[contains(@class,'item-page')]//h2 | //*[contains(@class,'itemTitle')]"
    " | //td[contains(@class,'contentheading')] | //*[contains(@class,'entry-title')]"
)
_SECTION_PLACES = (
    ("//dd[contains(@class,'category-name')]", "category_line", 0.9),
    ("//*[contains(@class,'itemCategory')]//a", "category_line", 0.9),
    ("//*[@itemprop='articleSection']", "item_property", 0.9),
    ("//*[@rel='category tag' or @rel='category']", "category_link", 0.75),
)
_AUTHOR_PLACES = (
    "//*[@itemprop='author']//*[@itemprop='name']",
    "//*[@itemprop='author' and not(.//*[@itemprop])]",
    "//a[@rel='author']",
    "//dd[contains(@class,'createdby')]",
    "//*[contains(@class,'itemAuthor')]//a",
)
_PUBLISHED_META = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date",
    "dc.date.issued",
    "pubdate",
    "publishdate",
    "publish-date",
    "sailthru.date",
    "parsely-pub-date",
    "content_publishdate",
    "date_published",
    "publication_date",
)
_PUBLISHED_PLACES = (
    "//*[@itemprop='datePublished']",
    "//*[contains(@class,'published') or contains(@class,'create')]//time[@datetime]",
    "//article//time[@pubdate]",
)
_LABEL = re.compile(r"^(?:parent category|category|kategori|rubrik)\s?:\s?", re.IGNORECASE)


class PageHead:
    """The markup's own statements about the article on a page."""

    def __init__(self, tree: Tree, data: Structured) -> None:
        self._tree, self._data = tree, data
        self._meta = _meta_values(tree)

    def hints(self, now: datetime.date) -> Hints:
        """All that the markup tells, as hints for reading the text."""
        rating, no_votes = self._rating()
        return Hints(
            headline=self.headline(),
            section=self._section(),
            byline=self._byline(),
            published=self._published(now),
            language=self._language(),
            rating=rating,
            no_votes=no_votes,
        )

    @property
    def about(self) -> str:
        """The words of headline and description."""
        headline = self.headline()
        description = self._meta.get("og:description") or self._meta.get("description") or ""
        return f"{headline.text if headline else ''} {description}"

    def headline(self) -> Guess | None:
        """The headline, best the one in the page that agrees with what the head says."""
        named = [
            ("json_ld", self._data.headline),
            ("og_title", self._meta.get("og:title", "")),
            ("twitter_title", self._meta.get("twitter:title", "")),
            ("title", self._text_of("//head/title | //title")),
        ]
        headings = [("item_property", t) for t in self._texts("//*[@itemprop='headline']")]
        headings += [("h1", text) for text in self._texts("//h1")]
        headings += [("heading", text) for text in self._texts(_HEADINGS)]
        return choose_title(headings, named, self._site_names())

    def _section(self) -> Guess | None:
        if self._data.section:
            return Guess(tidy(self._data.section), "json_ld", 0.9)
        if self._meta.get("article:section"):
            return Guess(self._meta["article:section"], "meta", 0.9)
        for places, source, sure in _SECTION_PLACES:
            texts = [_LABEL.sub("", text) for text in self._texts(places)]
            if texts and 0 < len(texts[-1]) <= 60:
                return Guess(texts[-1], source, sure)
        return self._breadcrumb()

    def _breadcrumb(self) -> Guess | None:
        headline = self.headline()
        title = headline.text if headline else ""
        for path in (self._data.path, tuple(self._texts(_BREADCRUMBS))):
            steps = [step for step in path if step.lower() not in _HOME and step != title]
            steps = [step for step in steps if len(step) <= 40 and step not in self._site_names()]
            if steps:
                return Guess(tidy(steps[-1]), "breadcrumb", 0.75)
        return None

    def _byline(self) -> Guess | None:
        publisher = {name.lower() for name in self._site_names()}
        for source, names in self._author_lists():
            people = [n for n in _separate(names) if is_somebody(n) and n.lower() not in publisher]
            if people:
                return Guess(", ".join(dict.fromkeys(people)), source, 0.85)
        return None

    def _author_lists(self) -> Iterator[tuple[str, list[str]]]:
        yield "json_ld", list(self._data.authors)
        for places in _AUTHOR_PLACES:
            yield "author_mark", self._texts(places)
        for name in ("author", "article:author", "dc.creator", "parsely-author"):
            value = self._meta.get(name, "")
            yield "meta", [] if value.startswith("http") else [value]

    def _published(self, now: datetime.date) -> Dated | None:
        for source, text in self._published_texts():
            day = _day(text)
            if day and day <= now:
                return Dated(day, source, 0.92)
        return None

    def _published_texts(self) -> Iterator[tuple[str, str]]:
        yield "json_ld", self._data.published
        for name in _PUBLISHED_META:
            yield "meta", self._meta.get(name, "")
        for places in _PUBLISHED_PLACES:
            for element in self._found(places):
                given = element.get("datetime") or element.get("content")
                yield "time_tag", given or tidy(text_of(element))

    def _language(self) -> str | None:
        root = self._tree.get("lang") or self._tree.get(
            "{http://www.w3.org/XML/1998/namespace}lang"
        )
        return root or self._data.language or self._meta.get("og:locale") or None

    def _rating(self) -> tuple[float | None, bool]:
        value, votes = self._data.rating, self._data.votes
        if value is None:
            value, votes = self._marked_rating()
        if value is None or votes == 0:
            return None, votes == 0
        return out_of_five(*value), False

    def _marked_rating(self) -> tuple[tuple[float, float] | None, int | None]:
        numbers = {
            name: _number_of(self._found(f"//*[@itemprop='{name}']"))
            for name in ("ratingValue", "bestRating", "ratingCount")
        }
        votes = numbers["ratingCount"]
        value = numbers["ratingValue"]
        found = None if value is None else (value, numbers["bestRating"] or 5.0)
        return found, None if votes is None else int(votes)

    def _site_names(self) -> set[str]:
        names = {self._meta.get("og:site_name", ""), self._data.publisher}
        names.add(self._meta.get("application-name", ""))
        return {name for name in names if name}

    def _found(self, places: str) -> list[Tree]:
        return elements(self._tree, places)[:_MOST_FOUND]

    def _texts(self, places: str) -> list[str]:
        texts = (tidy(text_of(element)) for element in self._found(places))
        return [text for text in texts if text and len(text) <= 400]

    def _text_of(self, places: str) -> str:
        return next(iter(self._texts(places)), "")


def _meta_values(tree: Tree) -> dict[str, str]:
    values: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        content = tidy(meta.get("content") or "")
        if name and content and len(content) <= 1000:
            values.setdefault(name.lower(), content)
    return values


def _separate(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        line = people_line(name)
        if line and line.writers:
            yield from line.writers
        elif name and not is_menu_of_sections(name):
            yield from names_in(name) or ((name,) if len(name) <= 80 else ())


def _day(text: str) -> datetime.date | None:
    iso = _ISO.match(text)
    if iso:
        try:
            return datetime.date.fromisoformat(iso[0])
        except ValueError:
            return None
    return next((m.date for m in dates_in(text) if m.date), None)


def _number_of(elements: list[Tree]) -> float | None:
    for element in elements:
        text = element.get("content") or tidy(text_of(element))
        match = re.fullmatch(r"\d{1,9}(?:[.,]\d{1,4})?", text)
        if match:
            return float(match[0].replace(",", "."))
    return None
