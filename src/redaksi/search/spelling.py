"""Knows the words of the paper's headlines and which of them somebody may have meant.

Every word is kept under itself and under each form that lacks one letter. What was mistyped is
looked up the same way, so one letter too many, too few, changed or swapped is found at once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import Any

from django.db import connection

from redaksi.search.rows import in_list
from redaksi.search.words import words_of

SHORTEST, LONGEST = 4, 30
#: From so many letters on, two mistakes are forgiven.
LONG = 7
#: Words looked at for one that was mistyped.
CANDIDATES = 60
#: Rows in one statement.
AT_ONCE = 300

_TABLES = {
    "search_word": "word VARCHAR(64) NOT NULL PRIMARY KEY, uses INTEGER NOT NULL",
    "search_near": "near VARCHAR(64) NOT NULL, word VARCHAR(64) NOT NULL, PRIMARY KEY (near, word)",
}


def create() -> None:
    """Make the tables where they are not there."""
    with connection.cursor() as cursor:
        for table, columns in _TABLES.items():
            cursor.execute(f"CREATE TABLE IF NOT EXISTS {table} ({columns})")


def drop() -> None:
    """Take the tables away."""
    with connection.cursor() as cursor:
        for table in _TABLES:
            cursor.execute(f"DROP TABLE IF EXISTS {table}")


def forget() -> None:
    """Forget every word, before all stories are read anew."""
    with connection.cursor() as cursor:
        for table in _TABLES:
            cursor.execute(f"DELETE FROM {table}")


def learn(texts: Iterable[str]) -> None:
    """Take down the words of headlines and standfirsts that readers see."""
    uses = Counter(
        word
        for text in texts
        for word in words_of(text)
        if word.isalpha() and SHORTEST <= len(word) <= LONGEST
    )
    # In one order everywhere, so that two who publish do not wait for each other.
    words = sorted(uses)
    for start in range(0, len(words), AT_ONCE):
        _learn_some({word: uses[word] for word in words[start : start + AT_ONCE]})


def alike(word: str) -> list[str]:
    """Return words of the paper that are nearly the same, the likeliest first."""
    if not SHORTEST <= len(word) <= LONGEST:
        return []
    near = sorted(_without(word, 2 if len(word) >= LONG else 1))
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT w.word, w.uses FROM search_near n JOIN search_word w"
            f" ON w.word = n.word WHERE n.near IN ({in_list(near)})"
            " ORDER BY w.uses DESC, w.word LIMIT %s",
            [*near, CANDIDATES],
        )
        found = [(_mistakes(word, other), -uses, other) for other, uses in cursor.fetchall()]
    most = 2 if len(word) >= LONG else 1
    return [other for mistakes, _uses, other in sorted(found) if 0 < mistakes <= most]


def _learn_some(uses: dict[str, int]) -> None:
    with connection.cursor() as cursor:
        known = _known(cursor, list(uses))
        cursor.executemany(
            "INSERT INTO search_word (word, uses) VALUES (%s, %s)"
            " ON CONFLICT (word) DO UPDATE SET uses = search_word.uses + excluded.uses",
            list(uses.items()),
        )
        new = [(near, word) for word in uses if word not in known for near in _without(word, 1)]
        cursor.executemany(
            "INSERT INTO search_near (near, word) VALUES (%s, %s) ON CONFLICT DO NOTHING",
            sorted(new),
        )


def _known(cursor: Any, words: Sequence[str]) -> set[str]:
    statement = f"SELECT word FROM search_word WHERE word IN ({in_list(words)})"
    cursor.execute(statement, words)
    return {word for (word,) in cursor.fetchall()}


def _without(word: str, most: int) -> set[str]:
    """Return the word itself and what is left when up to so many letters are left out."""
    return {
        "".join(letter for at, letter in enumerate(word) if at not in gone)
        for number in range(most + 1)
        for gone in combinations(range(len(word)), number)
    }


def _mistakes(one: str, other: str) -> int:
    """Count letters added, left out, changed or swapped (optimal string alignment)."""
    earlier: list[int] = []
    last = list(range(len(other) + 1))
    for at, letter in enumerate(one):
        row = [at + 1]
        for place, wanted in enumerate(other):
            cost = min(last[place + 1] + 1, row[-1] + 1, last[place] + (letter != wanted))
            if at and place and (letter, one[at - 1]) == (other[place - 1], wanted):
                cost = min(cost, earlier[place - 1] + 1)
            row.append(cost)
        earlier, last = last, row
    return last[-1]
