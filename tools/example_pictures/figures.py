"""Small figures that stand in several scenes: people, gulls, trees."""

from __future__ import annotations

from collections.abc import Iterable

from tools.example_pictures.kit import INK, SKINS, disc, group, line, path, rect

#: Where the feet stand (x, y), the height, the colour of the upper and of the lower garment.
Standing = tuple[float, float, float, str, str]


def people(crowd: Iterable[Standing]) -> str:
    """Return standing people, seen from behind, skin and head-dress taking turns."""
    return "".join(
        _person(standing, skin=SKINS[number % len(SKINS)], veiled=number % 3 == 1)
        for number, standing in enumerate(crowd)
    )


def _person(standing: Standing, *, skin: str, veiled: bool) -> str:
    x, y, height, upper, lower = standing
    legs = path("M-17,-92 H17 L14,0 H3 L0,-60 L-3,0 H-14Z", lower)
    trunk = path("M-15,-164 C-27,-160 -27,-120 -22,-84 H22 C27,-120 27,-160 15,-164Z", upper)
    arms = line("M-20,-148 L-25,-104 M20,-148 L25,-104", upper, 10)
    hands = disc(-25, -96, 5, skin) + disc(25, -96, 5, skin)
    neck = rect(-5, -174, 10, 14, skin)
    hair = path("M-14,-172 C-19,-206 19,-206 14,-172 Q0,-166 -14,-172Z", INK)
    veil = path("M-19,-146 C-24,-208 24,-208 19,-146 Q0,-134 -19,-146Z", lower)
    return group(legs, trunk, arms, hands, neck, veil if veiled else hair,
                 at=(x, y), scale=height / 200)  # fmt: skip


def gulls(places: Iterable[tuple[float, float, float]], colour: str) -> str:
    """Return gulls at (x, y, size)."""
    wings = "M-34,-8 Q-16,-22 0,0 Q16,-22 34,-8"
    return "".join(group(line(wings, colour, 6), at=(x, y), scale=size) for x, y, size in places)


def palm(x: float, y: float, height: float, trunk: str, leaf: str, *, lean: float = 20) -> str:
    """Return a coconut palm whose foot stands at (x, y)."""
    top = height
    stem = path(
        f"M-9,0 Q{lean * 0.2},{-top / 2} {lean - 5},{-top} h10 Q{lean * 0.5},{-top / 2} 11,0Z",
        trunk,
    )
    spread = "".join(
        f"M0,0 Q{reach * 0.55},{-rise} {reach},{drop} Q{reach * 0.5},{-rise * 0.35} 0,8Z "
        for reach, rise, drop in (
            (112, 66, 6), (96, 34, 62), (58, 16, 92), (70, 110, -62), (-108, 62, 10),
            (-92, 30, 66), (-52, 14, 96), (-74, 108, -54), (8, 70, -96),
        )
    )  # fmt: skip
    fronds = group(
        path(spread, leaf), disc(-8, 8, 9, trunk), disc(10, 10, 9, trunk), at=(lean, -top)
    )
    return group(stem, fronds, at=(x, y))
