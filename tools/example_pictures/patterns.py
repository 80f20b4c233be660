"""Batik patterns of our own drawing, after old families of ornament: tiles to fill cloth with."""

from __future__ import annotations

import math

from tools.example_pictures.kit import disc, group, line, path, rect


def fill(name: str, tile: str, size: tuple[float, float], turn: float = 0) -> str:
    """Return the definition of a pattern; a shape uses it as fill ``url(#name)``."""
    width, height = size
    return (
        f'<pattern id="{name}" width="{width}" height="{height}" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate({turn})">{tile}</pattern>'
    )


def kawung(ground: str, petal: str, mark: str) -> str:
    """Return a 120 by 120 tile: four petals meet in the middle, dots between them."""
    petals = "".join(
        group(
            path("M0,-8 C30,-26 30,-50 0,-62 C-30,-50 -30,-26 0,-8Z", petal),
            line("M0,-22 V-48", mark, 5),
            at=(x, y),
            turn=turn,
        )
        for x, y in ((60, 60),)
        for turn in (45, 135, 225, 315)
    )
    crosses = "".join(
        disc(x, y, 6, mark) for x, y in ((60, 60), (0, 0), (120, 0), (0, 120), (120, 120))
    )
    seeds = "".join(disc(x, y, 4, petal) for x, y in ((60, 10), (60, 110), (10, 60), (110, 60)))
    return rect(0, 0, 120, 120, ground) + petals + crosses + seeds


def parang(ground: str, blade: str, mark: str) -> str:
    """Return a 64 by 128 tile: a row of blades, each the shape of a breaking wave."""
    knife = "M2,100 C40,104 62,78 46,52 C36,36 46,24 66,22 C36,6 6,24 20,54 C30,76 18,92 2,100Z"
    row = "".join(
        group(path(knife, blade), line("M24,40 q-2,14 8,26", mark, 4), at=(x, 0))
        for x in (-64, 0, 64)
    )
    seeds = path("M52,72 l9,14 l-9,14 l-9,-14Z", mark)
    rule = line("M0,8 H64 M0,114 H64", mark, 5) + path(
        "M32,116 l8,7 l-8,7 l-8,-7Z M32,-12 l8,7 l-8,7 l-8,-7Z", blade
    )
    return rect(0, 0, 64, 128, ground) + row + seeds + rule


def clouds(ground: str, bands: tuple[str, ...]) -> str:
    """Return a 260 by 150 tile: layered clouds, one band inside the other."""
    parts = [rect(0, 0, 260, 150, ground)]
    for shift_x, shift_y in ((0, 0), (-130, 75), (130, 75), (-130, -75), (130, -75)):
        for step, colour in enumerate(bands):
            parts.append(
                group(path(_cloud(1 - 0.2 * step), colour), at=(130 + shift_x, 84 + shift_y))
            )
    return "".join(parts)


def _cloud(size: float) -> str:
    s = 1.12 * size
    return (
        f"M{-100 * s},{30 * s} C{-130 * s},{0} {-90 * s},{-34 * s} {-60 * s},{-16 * s} "
        f"C{-50 * s},{-56 * s} {30 * s},{-60 * s} {36 * s},{-18 * s} "
        f"C{70 * s},{-40 * s} {116 * s},{0} {96 * s},{30 * s} Q0,{44 * s} {-100 * s},{30 * s}Z"
    )


def flower(x: float, y: float, size: float, petal: str, heart: str, *, petals: int = 8) -> str:
    """Return one round flower."""
    leaves = "".join(
        group(path("M0,0 C26,-20 22,-62 0,-74 C-22,-62 -26,-20 0,0Z", petal), turn=360 * n / petals)
        for n in range(petals)
    )
    dots = "".join(
        disc(
            40 * math.cos(2 * math.pi * n / petals),
            40 * math.sin(2 * math.pi * n / petals),
            5,
            heart,
        )
        for n in range(petals)
    )
    return group(leaves, dots, disc(0, 0, 17, heart), at=(x, y), scale=size)
