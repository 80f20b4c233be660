"""Text with its typography levelled, and the way back to where each character stood.

Editors turn straight quotation marks into curly ones and spaces into non-breaking ones without
changing what anybody said, so words are looked for in levelled text.
"""

from __future__ import annotations

from dataclasses import dataclass

LEVELLED = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛‹›′", "'"),
        **dict.fromkeys("‐‑‒–—―", "-"),
        "\u200b": None,
        "\ufeff": None,
        "\u00ad": None,
    }
)


@dataclass(frozen=True)
class Folded:
    """Levelled text; ``origin`` has the offset in the original of each of its characters."""

    text: str
    origin: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where characters ``start`` to ``end`` (without) stood in the original."""
        return self.origin[start], self.origin[end - 1] + 1


def fold(text: str) -> Folded:
    """Level the text: one space for each run of white space, plain marks, no invisible signs."""
    out: list[str] = []
    origin: list[int] = []
    for at, sign in enumerate(text):
        level = " " if sign.isspace() else sign.translate(LEVELLED)
        if not level or (level == " " and out and out[-1] == " "):
            continue
        out.append(level)
        origin.append(at)
    return Folded("".join(out), tuple(origin))
