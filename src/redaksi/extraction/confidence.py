"""Rates how sure each field of a statement is."""

from __future__ import annotations

from redaksi.extraction.findings import Finding, Frame
from redaksi.extraction.lexicon.flags import ASKING, DENYING, STRONG
from redaksi.extraction.speakers import Speaker
from redaksi.extraction.statement import Confidence, Kind

_SPAN = {
    Frame.AFTER_QUOTE: 0.99,
    Frame.BEFORE_QUOTE: 0.97,
    Frame.UNSIGNED: 0.85,
    Frame.SUBJECT: 0.87,
    Frame.SOURCE: 0.93,
    Frame.IN_COMMAS: 0.93,
    Frame.PASSIVE: 0.88,
    Frame.POINTER: 0.75,
    Frame.NOUN: 0.75,
    Frame.RELAY: 0.6,
    Frame.SAME: 0.86,
}
_KIND = {Kind.DIRECT: 0.98, Kind.INDIRECT: 0.95, Kind.PARTIAL: 0.75}
_TO_BE_READ = 0.75
"""Denials and questions: alone, the words would say what the source does not say."""

_ROLE = 0.85
_AROUND = 0.7
_ENGLISH = 0.955
"""Names and pronouns are followed less surely in English."""
_FROM_BEFORE = 0.88
_STRONG = 0.94
_ENGLISH_WEAK = 0.8
"""In English a mere noun may follow most words of saying: "promised refunds"."""


def _is_named(finding: Finding) -> bool:
    """Whether a name stands beside the words, and not a pronoun or a description."""
    return finding.mention is not None and finding.mention.name is not None


def rate(
    finding: Finding,
    speaker: Speaker,
    cue: int,
    channel: str | None,
    when: str | None,
    *,
    english: bool,
    marked: bool = False,
) -> Confidence:
    """The confidence of each field; of a field that was not found, that it is not there.

    `marked` when "bahwa" or a comma stands between the word of saying and the words told.
    """
    certainty = speaker.certainty * (_ENGLISH if english and not _is_named(finding) else 1.0)
    span = _SPAN[finding.frame]
    if finding.frame is Frame.SUBJECT and (cue & STRONG or marked):
        span = _STRONG
    if finding.frame is Frame.UNSIGNED and speaker.certainty > _FROM_BEFORE:
        span = 0.95
    if finding.frame is Frame.SUBJECT and english and span < _STRONG:
        span = _ENGLISH_WEAK
    if finding.request:
        span = min(span, _ENGLISH_WEAK if english else 0.89)
    if finding.kind is not Kind.DIRECT and cue & (DENYING | ASKING):
        span = min(span, _TO_BE_READ)
    return Confidence(
        span=span,
        kind=_KIND[finding.kind],
        speaker=round(max(0.0, min(1.0, certainty)), 3),
        role=_ROLE if speaker.role else 0.6,
        addressee_or_channel=_AROUND if channel else 0.6,
        when=0.9 if when else 0.7,
    )
