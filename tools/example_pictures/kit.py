"""The drawing kit: the palette, a few shapes as SVG text, and the printed look of a sheet."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import dataclass

PAPER, SAND = "#f4ead7", "#e6d3b1"
INK, NIGHT = "#17223b", "#2b3d61"
SEA, LAGOON, MIST = "#1d6670", "#4d9f9d", "#aed0c6"
SUN, GLOW = "#e6a03a", "#f5cf86"
BRICK, WINE = "#c9492f", "#86302b"
LEAF, MOSS, LIME = "#4f7336", "#2f4d33", "#9cae52"
BLUSH = "#e8ab8d"
SKINS = ("#7c4c33", "#9c6644", "#bd8660", "#d6a57f")

Point = tuple[float, float]


@dataclass(frozen=True)
class Sheet:
    """One finished drawing: its size in pixels and the SVG text of what is on it."""

    width: int
    height: int
    drawing: str

    def svg(self) -> str:
        """Return the whole document, with the grain of the paper on top."""
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{self.width}" height="{self.height}" '
            f'viewBox="0 0 {self.width} {self.height}">{DEFS}{self.drawing}'
            f'<rect width="100%" height="100%" filter="url(#paper)" opacity=".22"/></svg>'
        )


def landscape(*parts: str) -> Sheet:
    """Return a sheet in the usual 3:2."""
    return Sheet(1600, 1067, "".join(parts))


def upright(*parts: str) -> Sheet:
    """Return a sheet in 4:5."""
    return Sheet(1200, 1500, "".join(parts))


def square(*parts: str) -> Sheet:
    """Return a sheet for a portrait."""
    return Sheet(800, 800, "".join(parts))


def rect(x: float, y: float, w: float, h: float, fill: str, *, r: float = 0, more: str = "") -> str:
    """Return a rectangle, its corners rounded by ``r``."""
    return (
        f'<rect x="{x:.1f}" y="{y:.1f}" width="{w:.1f}" height="{h:.1f}" rx="{r}" '
        f'fill="{fill}" {more}/>'
    )


def disc(
    x: float, y: float, r: float, fill: str, *, ry: float | None = None, more: str = ""
) -> str:
    """Return a circle, or an ellipse with the vertical radius ``ry``."""
    return (
        f'<ellipse cx="{x:.1f}" cy="{y:.1f}" rx="{r:.1f}" ry="{ry or r:.1f}" fill="{fill}" {more}/>'
    )


def path(d: str, fill: str, *, more: str = "") -> str:
    """Return a filled path."""
    return f'<path d="{d}" fill="{fill}" {more}/>'


def line(d: str, colour: str, width: float, *, more: str = "") -> str:
    """Return a stroked path with round ends."""
    return (
        f'<path d="{d}" fill="none" stroke="{colour}" stroke-width="{width}" '
        f'stroke-linecap="round" stroke-linejoin="round" {more}/>'
    )


def poly(points: Iterable[Point], fill: str, *, more: str = "") -> str:
    """Return a filled polygon."""
    return path("M" + " L".join(f"{x:.1f},{y:.1f}" for x, y in points) + "Z", fill, more=more)


def group(
    *parts: str, at: Point = (0, 0), scale: float = 1, turn: float = 0, more: str = ""
) -> str:
    """Return the parts moved, turned (degrees) and scaled together."""
    x, y = at
    transform = f"translate({x:.1f} {y:.1f}) rotate({turn}) scale({scale})"
    return f'<g transform="{transform}" {more}>{"".join(parts)}</g>'


def mirrored(*parts: str, axis: float) -> str:
    """Return the parts as seen in a mirror standing at x = ``axis``."""
    return f'<g transform="translate({2 * axis} 0) scale(-1 1)">{"".join(parts)}</g>'


def shade(shape: str, toward: str = "down") -> str:
    """Return a shape that dissolves into dots: dense at the end named, gone at the other."""
    return f'<g filter="url(#dots)"><g mask="url(#fade-{toward})">{shape}</g></g>'


def soft(shape: str, toward: str = "down", *, strength: float = 0.35) -> str:
    """Return a shape that fades away smoothly, for shadows on busy patterns."""
    return f'<g mask="url(#fade-{toward})"><g opacity="{strength}">{shape}</g></g>'


def clipped(name: str, shape: str, *parts: str) -> str:
    """Return the parts as far as they lie inside the shape; ``name`` is unique on the sheet."""
    return (
        f'<clipPath id="{name}">{shape}</clipPath><g clip-path="url(#{name})">{"".join(parts)}</g>'
    )


def wave(y: float, *, width: float, height: float, length: float, depth: float) -> str:
    """Return a path with a wavy upper edge at ``y`` that is closed at ``depth``."""
    d = f"M{-length},{y:.1f} q{length / 4},{-height} {length / 2},0"
    d += f" t{length / 2},0" * (2 * int(width / length) + 4)
    return f"{d} V{depth} H{-length} Z"


def ripples(
    box: tuple[float, float, float, float], colour: str, *, count: int, seed: int, thin: float = 3
) -> str:
    """Return horizontal strokes on water, shorter and thinner towards the top of the box."""
    left, top, right, bottom = box
    chance = random.Random(seed)  # noqa: S311
    strokes = []
    for _ in range(count):
        near = chance.random() ** 0.7
        length = (40 + 160 * chance.random()) * (0.25 + near)
        x, y = chance.uniform(left, right), top + near * (bottom - top)
        strokes.append(f"M{x - length / 2:.0f},{y:.0f} h{length:.0f}")
    return line(" ".join(strokes), colour, thin)


def sky(width: float, horizon: float, upper: str, lower: str) -> str:
    """Return a plain sky that gathers dots of another colour above the horizon."""
    low = shade(rect(0, horizon * 0.45, width, horizon * 0.55, lower), "down")
    return rect(0, 0, width, horizon, upper) + low


def water(left: float, top: float, right: float, bottom: float, upper: str, lower: str) -> str:
    """Return plain water that gathers dots of another colour towards the viewer."""
    depth = bottom - top
    near = shade(rect(left, top + depth * 0.35, right - left, depth * 0.65, lower), "down")
    return rect(left, top, right - left, depth, upper) + near


_FADES = {
    "down": "x1='0' y1='0' x2='0' y2='1'",
    "up": "x1='0' y1='1' x2='0' y2='0'",
    "right": "x1='0' y1='0' x2='1' y2='0'",
    "left": "x1='1' y1='0' x2='0' y2='0'",
}


def _fade(name: str, ends: str) -> str:
    stops = '<stop offset="0" stop-color="#000"/><stop offset="1" stop-color="#fff"/>'
    return (
        f'<linearGradient id="g-{name}" {ends}>{stops}</linearGradient>'
        f'<mask id="fade-{name}" maskContentUnits="objectBoundingBox">'
        f'<rect width="1" height="1" fill="url(#g-{name})"/></mask>'
    )


DEFS = (
    "<defs>"
    + "".join(_fade(name, ends) for name, ends in _FADES.items())
    + """
<radialGradient id="g-out"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="#000"/>
</radialGradient>
<mask id="fade-out" maskContentUnits="objectBoundingBox">
<rect width="1" height="1" fill="url(#g-out)"/></mask>
<filter id="dots" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB">
<feTurbulence type="fractalNoise" baseFrequency=".2" numOctaves="2" seed="7"/>
<feColorMatrix values="0 0 0 0 0  0 0 0 0 0  0 0 0 0 0  2.6 0 0 0 -.8" result="noise"/>
<feComposite in="SourceAlpha" in2="noise" operator="arithmetic" k2="1" k3="1" k4="-.88"/>
<feComponentTransfer result="dots"><feFuncA type="linear" slope="3.4"/></feComponentTransfer>
<feColorMatrix in="SourceGraphic" values="1 0 0 0 0  0 1 0 0 0  0 0 1 0 0  0 0 0 60 0"/>
<feComposite in2="dots" operator="in"/>
</filter>
<filter id="paper" x="0" y="0" width="1" height="1" color-interpolation-filters="sRGB">
<feTurbulence type="fractalNoise" baseFrequency=".35 .5" numOctaves="2" seed="3"/>
<feColorMatrix values="0 0 0 0 .28  0 0 0 0 .2  0 0 0 0 .12  1.1 0 0 0 -.47"/>
</filter>
<filter id="water" x="0" y="0" width="1" height="1">
<feTurbulence type="fractalNoise" baseFrequency=".004 .045" numOctaves="2" seed="5"/>
<feDisplacementMap in="SourceGraphic" scale="46" xChannelSelector="R" yChannelSelector="G"/>
</filter>
</defs>"""
)
