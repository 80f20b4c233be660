"""What every writer does: drops what no format can hold, and writes times, XML and JSON."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Mapping
from typing import Any

from lxml import etree

#: Everything that XML 1.0 has no place for; lone surrogates have none in UTF-8 either.
UNWRITABLE = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def clean(text: str) -> str:
    """Return the text without the characters that no document can hold."""
    return UNWRITABLE.sub("", text)


def stamp(moment: datetime.datetime) -> str:
    """Write an aware moment as RFC 3339 has it, to the microsecond if there are any."""
    return moment.isoformat()


def add(
    parent: etree._Element,
    name: str,
    text: str = "",
    attributes: Mapping[str, str] | None = None,
) -> etree._Element:
    """Append an element with a text and attributes."""
    cleaned = {key: clean(value) for key, value in attributes.items()} if attributes else None
    element = etree.SubElement(parent, name, cleaned)
    if text:
        element.text = clean(text)
    return element


def written(root: etree._Element) -> bytes:
    """Return the document in UTF-8 with its declaration."""
    return etree.tostring(root, encoding="utf-8", xml_declaration=True)


def filled(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return the facts without those that say nothing."""
    return {name: fact for name, fact in facts.items() if fact not in ("", [], {}, None)}


def json_document(facts: Mapping[str, Any]) -> bytes:
    """Return the facts as JSON in UTF-8."""
    return json.dumps(_cleaned(facts), ensure_ascii=False).encode()


def _cleaned(fact: Any) -> Any:
    if isinstance(fact, str):
        return clean(fact)
    if isinstance(fact, Mapping):
        return {name: _cleaned(value) for name, value in fact.items()}
    return [_cleaned(value) for value in fact] if isinstance(fact, list) else fact
