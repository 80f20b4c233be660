"""The reasons why a piece of a page is no part of the article."""

from enum import StrEnum


class Why(StrEnum):
    """Why a piece of text is no part of the article."""

    NAVIGATION = "navigation"
    DATE = "date"
    RATING = "rating"
    SHARE = "share"
    RELATED = "related"
    PEOPLE = "people"
    COUNTER = "counter"
    ADVERTISEMENT = "advertisement"
    CAPTION = "caption"
    COPYRIGHT = "copyright"
    COMMENTS = "comments"
    TAGS = "tags"
    SUBSCRIBE = "subscribe"
    CATEGORY = "category"
    HEADLINE = "headline"
    END_MARK = "end_mark"
    BEFORE_BODY = "before_body"
    AFTER_END = "after_end"
    OUTSIDE = "outside_article"
