"""Decides which votes of a story count: the same log and rulings always give the same answer.

The log is looked at in windows of ten minutes, the oldest first. Votes are set aside, never
deleted; whoever has many addresses and much patience can still move a figure, so it is no poll.
"""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from statistics import median
from typing import NamedTuple

from redaksi.readers.models import Reason

WINDOW = datetime.timedelta(minutes=10)
#: Readers of one network, a household or an office, that may rate one story in ten minutes.
MOST_OF_A_NETWORK = 3
#: A pace is a burst when it is this many votes, times the usual, and times the busiest before.
LEAST_FOR_A_BURST = 30
TIMES_THE_USUAL = 10
TIMES_THE_BUSIEST = 2
#: Windows after which a story has a usual pace.
WINDOWS_TO_KNOW_THE_PACE = 6
#: Votes that are outliers together, and the votes and the distance in stars that show it.
LEAST_FOR_OUTLIERS = 20
VOTES_TO_KNOW_THE_MEAN = 30
STARS_APART = 1.5

_EPOCH = datetime.datetime(1970, 1, 1, tzinfo=datetime.UTC)


class Given(NamedTuple):
    """What a reader gave, as the log has it."""

    voter: str
    network: str
    stars: int
    at: datetime.datetime


Key = tuple[datetime.datetime, str]
"""A window's start and a reason: what a ruling is about."""


@dataclass(frozen=True)
class Case:
    """Votes of one window that are doubtful for one reason."""

    start: datetime.datetime
    reason: Reason
    votes: tuple[Given, ...]

    @property
    def key(self) -> Key:
        """What a ruling names it by."""
        return self.start, str(self.reason)

    @property
    def sum(self) -> int:
        """All stars together."""
        return sum(given.stars for given in self.votes)

    @property
    def networks(self) -> int:
        """How many networks the votes came from."""
        return len({given.network for given in self.votes})


@dataclass
class Judgement:
    """What counts, and the doubtful cases, those that an editor lets count included."""

    sum: int = 0
    count: int = 0
    cases: list[Case] = field(default_factory=list)
    crowd: frozenset[Given] = frozenset()
    """The votes of networks with more readers than a household has."""

    sizes: list[int] = field(default_factory=list)
    """How many votes counted in each window that had any."""

    def take(self, votes: Collection[Given]) -> None:
        """Let the votes of a window count."""
        if votes:
            self.sum += sum(given.stars for given in votes)
            self.count += len(votes)
            self.sizes.append(len(votes))


def judge(log: Iterable[Given], let_in: Collection[Key] = frozenset()) -> Judgement:
    """Return what counts of a story's log, oldest line first, given what editors let count.

    The last vote of each reader is the one.
    """
    last = sorted({given.voter: given for given in log}.values(), key=_order)
    judgement = Judgement(crowd=_crowd(last))
    for start, votes in _windows(last):
        plain, allowed = votes, list[Given]()
        for reason, find in RULES:
            doubtful = find(plain, judgement)
            if not doubtful:
                continue
            case = Case(start, reason, tuple(doubtful))
            judgement.cases.append(case)
            if case.key in let_in:
                allowed += doubtful
            gone = set(doubtful)
            plain = [given for given in plain if given not in gone]
        judgement.take(plain + allowed)
    return judgement


def _windows(votes: Iterable[Given]) -> Iterator[tuple[datetime.datetime, list[Given]]]:
    for start, group in groupby(votes, key=lambda given: _start(given.at)):
        yield start, list(group)


def _order(given: Given) -> tuple[datetime.datetime, str]:
    return given.at, given.voter


def _start(at: datetime.datetime) -> datetime.datetime:
    return at - (at - _EPOCH) % WINDOW


def _crowd(votes: Iterable[Given]) -> frozenset[Given]:
    """Return every vote that is one of too many which a network gave in any ten minutes.

    Windows would not do here: a burst across their border would begin with a few in the first.
    """
    networks: dict[str, list[Given]] = defaultdict(list)
    for given in votes:
        networks[given.network].append(given)
    crowd: set[Given] = set()
    for of_one in networks.values():
        for place, end in enumerate(of_one[MOST_OF_A_NETWORK:]):
            if end.at - of_one[place].at < WINDOW:
                crowd.update(of_one[place : place + MOST_OF_A_NETWORK + 1])
    return frozenset(crowd)


def _crowded(votes: list[Given], before: Judgement) -> list[Given]:
    """Return the votes that are part of the crowd."""
    return [given for given in votes if given in before.crowd]


def _hasty(votes: list[Given], before: Judgement) -> list[Given]:
    """Return all votes if they are far more than the story usually gets."""
    if len(before.sizes) < WINDOWS_TO_KNOW_THE_PACE:
        return []
    usual, busiest = median(before.sizes), max(before.sizes)
    limit = max(LEAST_FOR_A_BURST, TIMES_THE_USUAL * usual, TIMES_THE_BUSIEST * busiest)
    return votes if len(votes) > limit else []


def _outlying(votes: list[Given], before: Judgement) -> list[Given]:
    """Return all votes if together they say something quite other than all before."""
    if len(votes) < LEAST_FOR_OUTLIERS or before.count < VOTES_TO_KNOW_THE_MEAN:
        return []
    mean = sum(given.stars for given in votes) / len(votes)
    return votes if abs(mean - before.sum / before.count) > STARS_APART else []


RULES: tuple[tuple[Reason, Callable[[list[Given], Judgement], list[Given]]], ...] = (
    (Reason.NETWORK, _crowded),
    (Reason.PACE, _hasty),
    (Reason.OUTLIERS, _outlying),
)
"""Asked one after the other; each sees only what the ones before left."""
