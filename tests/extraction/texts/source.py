"""Read one annotated article from its source file."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

OPEN, CLOSE = "⟦", "⟧"
KINDS = {"d": "direct", "i": "indirect", "p": "partial"}
TYPES = {"person", "organisation", "group", "unnamed"}
Statement = dict[str, object]


class SourceError(ValueError):
    """A source file that does not follow the format of README.md."""


@dataclass(frozen=True)
class Speaker:
    """One source of statements in an article."""

    kind: str
    name: str
    role: str | None
    aliases: list[str]


@dataclass(frozen=True)
class Article:
    """An article, what its head says of it, and its statements in text order."""

    head: dict[str, str]
    text: str
    statements: list[Statement]

    def as_record(self) -> dict[str, object]:
        """Return the article in the shape of the gold files."""
        about = "; ".join(f"{key}: {self.head[key]}" for key in ("style", "genre", "marks"))
        source = f"invented, CC0-1.0 ({about})"
        return {
            "id": self.head["id"],
            "source": source,
            "text": self.text,
            "statements": self.statements,
        }


def read(path: Path) -> Article:
    """Parse the head, the marked text and the annotations of a source file."""
    parts = path.read_text(encoding="utf-8").split("\n=====\n")
    if len(parts) != 3:
        raise SourceError(f"{path.name}: write head, text and annotations, divided by '====='.")
    head = dict(line.split(": ", 1) for line in parts[0].strip().splitlines())
    text, spans = unmark(parts[1].strip("\n") + "\n")
    speakers, lines = _annotations(parts[2])
    if len(lines) != len(spans):
        raise SourceError(f"{path.name}: {len(spans)} spans but {len(lines)} statement lines.")
    pairs = zip(lines, spans, strict=True)
    return Article(head, text, [_statement(line, speakers, text, span) for line, span in pairs])


def unmark(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """Return the text without its span marks, and the spans in code points."""
    text, spans, begun = "", [], -1
    for char in marked:
        if char == OPEN and begun < 0:
            begun = len(text)
        elif char == CLOSE and begun >= 0:
            spans.append((begun, len(text)))
            begun = -1
        elif char in (OPEN, CLOSE):
            raise SourceError(f"Span marks do not pair near {text[-40:]!r}.")
        else:
            text += char
    return text, spans


def _annotations(block: str) -> tuple[dict[str, Speaker], list[str]]:
    speakers: dict[str, Speaker] = {}
    lines: list[str] = []
    for line in filter(None, block.splitlines()):
        key, _, rest = line.partition(" = ")
        if rest:
            kind, name, role, aliases = _cells(rest, 4)
            others = [alias.strip() for alias in (aliases or "").split(";") if alias.strip()]
            speakers[key] = Speaker(kind or "", name or "", role, others)
        else:
            lines.append(line)
    return speakers, lines


def _cells(line: str, count: int) -> list[str | None]:
    cells = [cell.strip() for cell in line.split("|")]
    if len(cells) > count:
        raise SourceError(f"Too many cells: {line!r}.")
    cells += ["-"] * (count - len(cells))
    return [None if cell == "-" else cell for cell in cells]


def _statement(
    line: str, speakers: dict[str, Speaker], text: str, span: tuple[int, int]
) -> Statement:
    code, cue, mention, channel, when = _cells(line, 5)
    kind, key = (code or "").split()
    speaker = speakers[key]
    return {
        "kind": KINDS[kind],
        "quote": text[span[0] : span[1]],
        "start": span[0],
        "end": span[1],
        "cue": cue,
        "speaker_mention": mention,
        "speaker": speaker.name,
        "speaker_type": speaker.kind,
        "role": speaker.role,
        "addressee_or_channel": channel,
        "when": when,
        **({"aliases": speaker.aliases} if speaker.aliases else {}),
    }
