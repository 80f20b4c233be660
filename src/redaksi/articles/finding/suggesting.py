"""Says what somebody may have meant whose words are found nowhere."""

from __future__ import annotations

import re
from dataclasses import replace

from redaksi.search import spelling
from redaksi.search.choosing import engine
from redaksi.search.engine import Wanted
from redaksi.search.query import NotAQuery, Query, Term, read_query

#: Words that are tried for each one that is found nowhere.
TRIED = 5


def suggestion(text: str, wanted: Wanted) -> str:
    """Return the text with mistyped words put right; empty when that finds nothing either."""
    better = text
    for term in read_query(text).wanted:
        for word in term.words:
            if not _finds(Query((Term((word,)),)), wanted):
                better = _put_right(better, word, wanted)
    if better == text:
        return ""
    try:
        query = read_query(better)
    except NotAQuery:
        return ""
    return better if _finds(query, wanted) else ""


def _put_right(text: str, word: str, wanted: Wanted) -> str:
    for other in spelling.alike(word)[:TRIED]:
        if _finds(Query((Term((other,)),)), wanted):
            return re.sub(rf"(?<!\w){re.escape(word)}(?!\w)", other, text, flags=re.IGNORECASE)
    return text


def _finds(query: Query, wanted: Wanted) -> bool:
    """Whether there is a story with these words, narrowed as the search is."""
    marks = tuple(group for group in wanted.all_of if group[0].tokens[0].startswith("#"))
    asked = replace(wanted, all_of=query.groups() + marks, none_of=query.refused)
    return bool(engine().newest(asked, most=1))
