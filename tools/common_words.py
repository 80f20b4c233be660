"""Counts the common Indonesian words for the extraction room.

Usage: python -m tools.common_words DATASET
DATASET is `dataset_postag.txt` of the package nlp-id (MIT): a word and its tag a line, with a tab.
Writes src/redaksi/extraction/lexicon/id/words.txt.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

LEXICON = Path(__file__).resolve().parent.parent / "src/redaksi/extraction/lexicon/id"
FEWEST = 3
NAME_SHARE = 0.2
HEAD = """\
# Common words, in small letters: a word with a capital that is not here may be a name.
# Counted by tools/common_words.py in the sentences that nlp-id ships (MIT, see ../NOTICE).

[word]
"""


def common_words(lines: list[str], places: frozenset[str]) -> list[str]:
    """The words that are written small often, and not mostly used as a name."""
    small: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for line in lines:
        word, _, tag = line.partition("\t")
        if word.isalpha() and word.islower():
            small[word] += 1
        elif word.isalpha() and tag == "NNP":
            names[word.lower()] += 1
    return sorted(
        word
        for word, count in small.items()
        if count >= FEWEST
        and len(word) > 1
        and count > names[word] * NAME_SHARE
        and word not in places
    )


def main() -> None:
    """Write the list."""
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    places = frozenset((LEXICON / "places.txt").read_text(encoding="utf-8").splitlines())
    words = common_words(lines, places)
    (LEXICON / "words.txt").write_text(HEAD + "\n".join(words) + "\n", encoding="utf-8")
    print(f"{len(words)} words")


if __name__ == "__main__":
    main()
