"""The words an engine of one language knows, read from files that a newsroom can add to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from redaksi.extraction.lexicon.flags import (
    AFTER,
    BY_SECTION,
    CLITIC,
    PASSIVE,
    ROLE,
    SOURCE,
    STRONG,
)
from redaksi.extraction.lexicon.reading import LexiconError, Sections, read_sections

__all__ = ["LANGUAGES", "Lexicon", "LexiconError", "load"]

LANGUAGES = ("id", "en")
_HOME = Path(__file__).parent

Phrase = tuple[tuple[str, ...], int]


@dataclass(frozen=True)
class Lexicon:
    """Flags by word; longer phrases by their first word, the longest first."""

    language: str
    words: Mapping[str, int]
    phrases: Mapping[str, tuple[Phrase, ...]]
    speaks_for: Mapping[str, str] = field(default_factory=dict)
    """A capital and the country it stands for."""
    _by_flag: dict[int, frozenset[str]] = field(default_factory=dict, repr=False)

    def flags_of(self, words: str) -> int:
        """What a word or a fixed phrase can be."""
        parts = tuple(words.lower().split())
        for phrase, flags in self.phrases.get(parts[0], ()) if len(parts) > 1 else ():
            if phrase == parts:
                return flags
        return self.words.get(" ".join(parts), 0)

    def with_flag(self, flag: int) -> frozenset[str]:
        """The single words that can be what `flag` says."""
        if flag not in self._by_flag:
            self._by_flag[flag] = frozenset(w for w, flags in self.words.items() if flags & flag)
        return self._by_flag[flag]


def load(language: str, extra: Iterable[Path] = ()) -> Lexicon:
    """The words of a language with those of the newsroom's own files.

    `extra` are files in the same form; their sections add to ours. Raises LexiconError for a
    file that cannot be read and for a language we have no words for.
    """
    return _load(language, tuple(extra))


@lru_cache(maxsize=8)
def _load(language: str, extra: tuple[Path, ...]) -> Lexicon:
    if language not in LANGUAGES:
        raise LexiconError(f"No words for the language {language!r}: use {' or '.join(LANGUAGES)}.")
    sections: Sections = {}
    foreign = [_HOME / "en" / "names.txt"] if language != "en" else []
    for path in [*foreign, *sorted((_HOME / language).glob("*.txt")), *extra]:
        read_sections(path, sections)
    return _compile(language, sections)


def _compile(language: str, sections: Sections) -> Lexicon:
    words: dict[str, int] = {}
    phrases: dict[tuple[str, ...], int] = {}
    for section, flag in BY_SECTION.items():
        for entry in sections.get(section, ()):
            parts = tuple(entry.split())
            if len(parts) > 1:
                clitic = CLITIC if flag == SOURCE and parts[-1].endswith("nya") else 0
                phrases[parts] = phrases.get(parts, 0) | flag | clitic
            else:
                words[entry] = words.get(entry, 0) | flag
    if language == "id":
        _add_clitics(words)
    longest_first: dict[str, tuple[Phrase, ...]] = {}
    for parts in sorted(phrases, key=len, reverse=True):
        longest_first[parts[0]] = (*longest_first.get(parts[0], ()), (parts, phrases[parts]))
    pairs = (entry.split(" = ", 1) for entry in sections.get("speaks_for", ()))
    return Lexicon(language, words, longest_first, dict(pair for pair in pairs if len(pair) == 2))


def _add_clitics(words: dict[str, int]) -> None:
    """Add "katanya", "menurutnya", "editornya": the cue or the role with its "-nya"."""
    for word, flags in [*words.items()]:
        if flags & ROLE and not word.endswith("nya"):
            words.setdefault(word + "nya", ROLE)
        cue = flags & (AFTER | SOURCE | PASSIVE | STRONG)
        if flags & (AFTER | SOURCE | PASSIVE) and not word.endswith("nya"):
            words[word + "nya"] = words.get(word + "nya", 0) | cue | CLITIC
