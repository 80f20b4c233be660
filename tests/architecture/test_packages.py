"""What `pip install .` needs can be installed by the pip that Debian 12 brings along."""

from __future__ import annotations

from collections import defaultdict
from importlib.metadata import PackageNotFoundError, requires

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


def test_every_extra_is_spelled_one_way() -> None:
    """Pip 23.2 and older end with a traceback when two packages write an extra differently."""
    spelled: dict[tuple[str, str], set[str]] = defaultdict(set)
    seen, left = set(), ["redaksi"]
    while left:
        for line in _requirements(left.pop()):
            needed = Requirement(line)
            if needed.marker is not None and not needed.marker.evaluate({"extra": ""}):
                continue
            name = canonicalize_name(needed.name)
            for extra in needed.extras:
                spelled[name, canonicalize_name(extra)].add(extra)
            if name not in seen:
                seen.add(name)
                left.append(name)

    assert {"django", "wagtail", "lxml"} <= seen
    assert {key: ways for key, ways in spelled.items() if len(ways) > 1} == {}


def _requirements(name: str) -> list[str]:
    try:
        return requires(name) or []
    except PackageNotFoundError:
        return []
