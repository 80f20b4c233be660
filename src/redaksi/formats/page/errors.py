"""What can be wrong with a page, as facts: the caller puts them into a sentence for a person."""

from enum import StrEnum

SIZE_LIMIT = 2_000_000
"""The most bytes of text and markup that are read (2 MB), not counting scripts and data."""

SIZE_LIMIT_WITH_SCRIPTS = 8_000_000
"""The largest saved page that is opened at all, in bytes (8 MB)."""

UNKNOWN = "unknown"
"""The kind of a binary file that has no name."""


class Reason(StrEnum):
    """Why a readable page holds no article."""

    NO_TEXT = "no_text"  # tags, scripts or blanks only
    ONLY_CHROME = "only_chrome"  # menus, dates, ratings and the like, nothing else
    TOO_SHORT = "too_short"  # words, but no sentence long enough to be a paragraph
    LISTING = "listing"  # a list of links to stories, not a story


class PageError(Exception):
    """Something that keeps a page from being read as an article."""


class EmptyPage(PageError):
    """Nothing was given: no bytes, or blanks only."""


class PageTooLarge(PageError):
    """The page has more than `limit` bytes; `size` may be a lower bound or leave scripts out."""

    def __init__(self, size: int, limit: int = SIZE_LIMIT) -> None:
        super().__init__(f"{size} bytes, the limit is {limit}")
        self.size, self.limit = size, limit


class BinaryFile(PageError):
    """The bytes are a file of another kind: `kind` is a short name such as "pdf" or "png"."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class NoArticleFound(PageError):
    """The page was read but holds no article, because of `reason`."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(str(reason))
        self.reason = reason
