"""Reads the passive: "Hal itu disampaikan Budi", "Dikatakan Budi, ..." and "Dikutip dari ..."."""

from __future__ import annotations

from collections.abc import Sequence

from redaksi.extraction.closers import tail_end
from redaksi.extraction.findings import Attribution, Frame
from redaksi.extraction.lexicon.flags import CLITIC, OPENER, POINTING, THING
from redaksi.extraction.mentions import Mention, Source, read_mention
from redaksi.extraction.naming import Usage
from redaksi.extraction.tokens import MARK, WORD, Token

_SAME = frozenset({"senada", "serupa", "sama"})
_BY = frozenset({"oleh", "langsung", "sendiri", "kembali", "pula", "juga"})
_SITE = frozenset(
    {"situs", "laman", "akun", "kantor", "berita", "media", "dari", "resmi", "web", "website"}
)
Passive = tuple[Frame, Attribution, int]


def read_passive(
    tokens: Sequence[Token], first: int, cue: int, last: int, usage: Usage
) -> Passive | None:
    """The frame, the attribution and where the words told begin; None when nobody is named."""
    points = _points_back(tokens, first, cue)
    if points is None:
        return None
    index = cue + 1
    if tokens[cue].flags & CLITIC:
        found = Attribution(cue, index, cue, None, True)
    else:
        while index < last and tokens[index].lower in _BY:
            index += 1
        mention = read_mention(tokens, index, last, usage)
        if mention is None or (mention.source is Source.GROUP and index == cue + 1):
            return None
        if mention.source is Source.DESCRIPTION and not mention.role:
            return None
        tail = tail_end(tokens, mention.last, last)
        found = Attribution(cue, tail, cue, mention, False, ((mention.last, tail),))
    if points:
        return Frame.POINTER, found, last
    if found.mention and found.last >= last:
        return _told_after(tokens, found, last)
    return Frame.PASSIVE, found, found.last


def _told_after(tokens: Sequence[Token], found: Attribution, last: int) -> Passive | None:
    assert found.mention
    for index in range(found.mention.last, last):
        if tokens[index].text == ",":
            return Frame.PASSIVE, found, index + 1
    return None


def _points_back(tokens: Sequence[Token], first: int, cue: int) -> bool | None:
    """True for "Hal itu ...", False when the cue opens the sentence, None for anything else."""
    words = [
        token
        for token in tokens[first:cue]
        if token.kind is WORD and not (token.flags & OPENER and not token.flags & THING)
    ]
    if not words:
        return None if tokens[cue].lower == "disebut" else False
    if any(token.lower in _SAME for token in words):
        return None
    said = words[0].lower in (
        "hal",
        "demikian",
        "itu",
        "ini",
        "pernyataan",
        "informasi",
        "kabar",
        "keterangan",
        "penegasan",
        "ungkapan",
        "harapan",
        "imbauan",
        "permintaan",
        "ajakan",
        "kepastian",
        "kritik",
        "pesan",
    )
    closed = words[0].lower == "demikian" or any(token.flags & POINTING for token in words)
    return True if said and closed and len(words) <= 4 else None


def read_relay(
    tokens: Sequence[Token], first: int, cue: int, last: int, usage: Usage
) -> Attribution | None:
    """The medium that is quoted at the head of a sentence."""
    if any(
        t.kind is WORD and not t.flags & OPENER and t.lower != "seperti" for t in tokens[first:cue]
    ):
        return None
    index = cue + 1
    while index < last and tokens[index].lower in _SITE:
        index += 1
    if index < last and "." in tokens[index].text and tokens[index].kind is WORD:
        mention = Mention(index, index + 1, Source.BODY)
    else:
        named = read_mention(tokens, index, last, usage)
        if named is None:
            return None
        mention = named
    end = mention.last
    while end < last and tokens[end].kind is not MARK:
        end += 1
    comma = end
    while comma < last and tokens[comma].text != ",":
        comma += 1
    return Attribution(cue, comma if comma < last else end, cue, mention, False, ((cue + 1, end),))


def read_agent(tokens: Sequence[Token], cue: int, usage: Usage) -> Mention | None:
    """Who is named behind a passive: "Tudingan ini dibantah (oleh) Lukas"."""
    index = cue + 1
    while index < len(tokens) and tokens[index].lower in _BY:
        index += 1
    return read_mention(tokens, index, len(tokens), usage)
