"""Cleans rich text to the few tags that the editor knows, so that no paste breaks a story."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

import nh3
from wagtail.fields import RichTextField

#: Tags and attributes that Wagtail's editor itself writes for our inline features.
TAGS = {"p", "b", "strong", "i", "em", "a", "ol", "ul", "li", "br", "sup", "sub"}
ATTRIBUTES: dict[str, set[str]] = {"a": {"href", "linktype", "id"}, "*": set()}
HEADINGS = {"h2", "h3"}
#: Tags that the editor does not know and that end a line all the same; cells stand beside others.
LINES = frozenset(
    """address article aside blockquote caption center dd details div dl dt fieldset figcaption
    figure footer form h1 h2 h3 h4 h5 h6 header hr main nav pre section summary table tbody tfoot
    thead tr""".split()  # noqa: SIM905
)
CELLS = frozenset({"td", "th"})
BETWEEN_CELLS = re.compile(r"</t[dh]>\s*<t[dh]>")
#: A private sign of Unicode for the end of a line, which no text has a use for.
LINE = "\ue000"
EDGE = re.compile(r"</?(?:p|ol|ul|li|h2|h3)>|<br>")
LINE_AFTER_EDGE = re.compile(rf"({EDGE.pattern})\s*{LINE}")
LINE_BEFORE_EDGE = re.compile(rf"{LINE}(?={EDGE.pattern})")
#: In cleaned HTML the sign stands for nothing but the beginning of a tag.
TAG = re.compile(r"""</?[a-zA-Z][^<>"]*(?:"[^"]*"[^<>"]*)*>""")
#: Where one stretch of words ends and another begins.
ENDING = re.compile(r"</(?:p|li|h[1-6]|blockquote)>|<br\s*/?>")
SCHEMES = {"http", "https", "mailto", "tel"}


def _tags(names: frozenset[str]) -> re.Pattern[str]:
    return re.compile(rf"(?:</?(?:{'|'.join(sorted(names))})>\s*)+")


UNKNOWN = _tags(LINES | CELLS)
UNKNOWN_BESIDE_HEADINGS = _tags((LINES | CELLS) - HEADINGS)


def clean_rich_text(html: str, *, headings: bool = False) -> str:
    """Return the HTML with everything dropped that is not on the list; headings if asked for.

    Text inside unknown tags stays, on lines of its own where they have lines; scripts and styles go
    with their content. Cleaning twice gives the same as cleaning once.
    """
    kept = TAGS | HEADINGS if headings else TAGS
    cleaned = nh3.clean(
        html,
        tags=kept | LINES | CELLS,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel=None,
    )
    return _in_lines(cleaned, UNKNOWN_BESIDE_HEADINGS if headings else UNKNOWN)


def _in_lines(html: str, unknown: re.Pattern[str]) -> str:
    """Put line breaks where unknown tags keep words apart, and drop the tags."""
    told = unknown.sub(LINE, BETWEEN_CELLS.sub(" | ", html))
    if told == html:
        return html
    told = LINE_AFTER_EDGE.sub(r"\1", told.strip(f"{LINE} \r\n\t"))
    told = LINE_BEFORE_EDGE.sub("", told)
    is_bare = told and not EDGE.search(told)
    told = told.replace(LINE, "<br>")
    return f"<p>{told}</p>" if is_bare else told


def words_of(html: str) -> str:
    """Return what is left of cleaned HTML without tags and signs like ``&amp;``.

    A paragraph ends its line. Django's ``strip_tags``, which reads any HTML, takes ten times as
    long and glues paragraphs together.
    """
    return unescape(TAG.sub("", ENDING.sub("\n", html)))


class CleanRichTextField(RichTextField):
    """Rich text that is cleaned whenever it is saved, whichever way it came."""

    def pre_save(self, model_instance: Any, add: bool) -> Any:
        """Clean the text on the instance too, so that what is shown is what is kept."""
        text = getattr(model_instance, self.attname)
        cleaned = clean_rich_text(text or "", headings="h2" in (self.features or ()))
        setattr(model_instance, self.attname, cleaned)
        return cleaned

    def deconstruct(self) -> Any:
        """Look like Wagtail's field to migrations: the column is the same."""
        name, _path, args, kwargs = super().deconstruct()
        return name, "wagtail.fields.RichTextField", args, kwargs
