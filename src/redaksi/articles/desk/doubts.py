"""Says in words where a proposed field came from and how sure the reader of the page is."""

from __future__ import annotations

from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from redaksi.formats.page.errors import (
    UNKNOWN,
    BinaryFile,
    EmptyPage,
    NoArticleFound,
    PageError,
    PageTooLarge,
    Reason,
)
from redaksi.formats.page.reading import PageReading

SURE = 0.75
#: Fields that one looks for where the page does not have them; most pages have no byline.
MISSED = {"section", "headline", "story_date"}

PLACES = {
    "article_mark": gettext_lazy("the page's mark for the story"),
    "author_mark": gettext_lazy("the page's mark for the author"),
    "bare_name": gettext_lazy("a name that stands alone"),
    "breadcrumb": gettext_lazy("the page's path of links"),
    "category_line": gettext_lazy("the page's category line"),
    "category_link": gettext_lazy("a link to the category"),
    "date_line": gettext_lazy("a line with a date"),
    "declared": gettext_lazy("what the page says of itself"),
    "end_of_text": gettext_lazy("the end of the text"),
    "first_words": gettext_lazy("the first words of the text"),
    "h1": gettext_lazy("the page's main heading"),
    "initials": gettext_lazy("the initials at the end"),
    "item_property": gettext_lazy("the page's own marks"),
    "json_ld": gettext_lazy("the page's data for search engines"),
    "landmarks": gettext_lazy("the page's mark for the story"),
    "last_line": gettext_lazy("the last line"),
    "line": gettext_lazy("the first line that looks like a headline"),
    "lines": gettext_lazy("the lines of the text"),
    "meta": gettext_lazy("the page's description"),
    "og_title": gettext_lazy("the page's description for sharing"),
    "people_line": gettext_lazy("a line with names"),
    "prose": gettext_lazy("the text itself"),
    "published_line": gettext_lazy("a line that says when the page was published"),
    "readability": gettext_lazy("the text itself"),
    "section_line": gettext_lazy("a line above the headline"),
    "source_label": gettext_lazy("a line that names the source"),
    "text": gettext_lazy("the text itself"),
    "time_tag": gettext_lazy("the page's mark for the time"),
    "title": gettext_lazy("the title of the page"),
    "trafilatura": gettext_lazy("the text itself"),
    "twitter_title": gettext_lazy("the page's description for sharing"),
    "two_voices": gettext_lazy("the text that two readers agreed on"),
    "updated_line": gettext_lazy("a line that says when the page was updated"),
    "words": gettext_lazy("the words of the text"),
}

WHY_DROPPED = {
    "navigation": gettext_lazy("navigation"),
    "date": gettext_lazy("the date of the visit"),
    "rating": gettext_lazy("reader rating"),
    "share": gettext_lazy("share links"),
    "related": gettext_lazy("links to other stories"),
    "people": gettext_lazy("names of the makers"),
    "counter": gettext_lazy("a counter"),
    "advertisement": gettext_lazy("advertisement"),
    "caption": gettext_lazy("a caption"),
    "copyright": gettext_lazy("copyright line"),
    "comments": gettext_lazy("comments"),
    "tags": gettext_lazy("tags"),
    "subscribe": gettext_lazy("an invitation to subscribe"),
    "category": gettext_lazy("the category"),
    "headline": gettext_lazy("the headline once more"),
    "end_mark": gettext_lazy("a mark at the end"),
    "before_body": gettext_lazy("before the story"),
    "after_end": gettext_lazy("after the story"),
    "outside_article": gettext_lazy("outside the story"),
}

NO_ARTICLE = {
    Reason.NO_TEXT: gettext_lazy("it holds no text"),
    Reason.ONLY_CHROME: gettext_lazy("it holds only menus, dates and the like"),
    Reason.TOO_SHORT: gettext_lazy("no sentence is long enough to be a paragraph"),
    Reason.LISTING: gettext_lazy("it is a list of links, not a story"),
}


def doubt_about(field: str, reading: PageReading) -> str:
    """Return the remark for a proposed field: where it came from, and whether to look twice."""
    sure = reading.confidence.get(field)
    if sure is None:
        return _("Not found on the page.")
    source = reading.sources.get(field, "")
    place = PLACES.get(source, source.replace("_", " "))
    if sure < SURE:
        return str(format_lazy(_("Unsure ({percent} %): taken from {place}. Please check."),
                               percent=round(sure * 100), place=place))  # fmt: skip
    return str(format_lazy(_("Taken from {place}."), place=place))


def is_doubtful(field: str, reading: PageReading) -> bool:
    """Return whether the field is to be marked: found without certainty, or missed."""
    return reading.confidence.get(field, 0.0 if field in MISSED else 1.0) < SURE


def sentence_of(error: PageError) -> str:
    """Return what to tell somebody whose page could not be read."""
    if isinstance(error, EmptyPage):
        return _("Nothing was pasted: paste a text or choose a file.")
    if isinstance(error, PageTooLarge):
        limit = error.limit // 1_000_000
        return _("The page is larger than %d MB: paste only the story.") % limit
    if isinstance(error, BinaryFile) and error.kind == UNKNOWN:
        return _("This is no text and no page: save the page as HTML or copy its text.")
    if isinstance(error, BinaryFile):
        return _("This is a %s file, not a page: save the page as HTML or copy its text.") % (
            error.kind
        )
    assert isinstance(error, NoArticleFound)
    return _("No article found, because %s.") % NO_ARTICLE[error.reason]
