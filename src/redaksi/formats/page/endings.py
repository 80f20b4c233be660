"""Finds whom a text comes from at its end: "REUTERS", "(ant/xx)", "Sumber: Antara"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from redaksi.formats.page.guesses import Guess

AGENCIES = (
    r"reuters|antara(?: ?news)?|afp|ap|associated press|dpa|xinhua|kyodo|bernama|anadolu"
    r"(?: agency)?|aa|upi|tass|efe|ansa|yonhap|bbc(?: indonesia)?|cnn(?: indonesia)?|voa"
    r"(?: indonesia)?|dw|al ?jazeera|bloomberg|the guardian|guardian|the new york times"
    r"|washington post|abc|nhk|kcna|pti|irna|wafa|rri|tempo|kompas|detik"
)
_KNOWN_AGENCY = re.compile(rf"(?:{AGENCIES})(?:\s?[/|,&-]\s?(?:{AGENCIES}))*", re.IGNORECASE)
_NAMED = re.compile(
    r"\(?(?:sumber(?: berita| artikel)?|source|kredit|credit|dikutip dari|disadur dari)\s?:\s?"
    r"(?P<who>[^()]{2,80}?)\)?\.?",
    re.IGNORECASE,
)
_INITIALS = r"[a-zA-Z]{2,12}(?:[./-][a-zA-Z]{1,12}){0,4}\d?"
_BRACKETED = re.compile(rf"[(\[](?P<who>{_INITIALS})[)\]]")
_AT_THE_END = re.compile(rf"\s?[(\[](?P<who>{_INITIALS})[)\]]\s?[.*]?$")
_CAPITALS = re.compile(r"[(\[]?(?P<who>[A-Z][A-Z0-9 .&/|,-]{1,38}[A-Z])[)\]]?")
_END_MARK = re.compile(
    r"[*#•_=~. -]{1,9}|-?\s?(?:30|0)\s?-|(?:selesai|tamat|habis|end|the end)\.?", re.IGNORECASE
)
_MOST_WORDS = 5
_LONGEST = 120


def credit_line(line: str) -> Guess | None:
    """The credit that makes up this whole line."""
    if len(line) > _LONGEST:
        return None
    named = _NAMED.fullmatch(line)
    if named:
        return Guess(named["who"].strip(), "source_label", 0.9)
    bare = line.strip(" ()[].*-–—")
    if _KNOWN_AGENCY.fullmatch(bare):
        return Guess(bare, "last_line", 0.95)
    initials = _BRACKETED.fullmatch(line)
    if initials:
        return Guess(initials["who"], "initials", 0.7)
    capitals = _CAPITALS.fullmatch(line)
    if capitals and len(line.split()) <= _MOST_WORDS:
        return Guess(capitals["who"].strip(), "last_line", 0.6)
    return None


def credit_after(paragraph: str) -> Guess | None:
    """The bracketed initials or agency that end this paragraph."""
    match = _AT_THE_END.search(paragraph[-60:])
    if not match or match[0] == paragraph or not _may_be_initials(match["who"]):
        return None
    sure = 0.8 if _KNOWN_AGENCY.fullmatch(match["who"]) else 0.6
    return Guess(match["who"], "end_of_text", sure)


def is_end_mark(line: str) -> bool:
    """Whether a line only says that the text is over: "***", "-30-", "SELESAI"."""
    return bool(_END_MARK.fullmatch(line))


def without_credit(paragraphs: Sequence[str], credit: str | None) -> tuple[str, ...]:
    """The paragraphs with the credit taken off the end of the last one."""
    texts = list(paragraphs)
    found = credit_after(texts[-1]) if texts else None
    if found and found.text == credit:
        texts[-1] = texts[-1][: texts[-1].rindex(found.text) - 1].rstrip()
    return tuple(texts)


def _may_be_initials(who: str) -> bool:
    """Not a plain abbreviation such as "(KPK)", which explains a name in the sentence."""
    return "/" in who or "-" in who or who.islower() or bool(_KNOWN_AGENCY.fullmatch(who))
