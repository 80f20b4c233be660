"""Takes the page out of a web archive of one file (MHTML, RFC 2557) as browsers save it."""

from __future__ import annotations

import email
import email.policy
import re

from redaksi.formats.page.decoding import decode

_OPENING = re.compile(
    rb"\s*(?:From|MIME-Version|Snapshot-Content-Location|Subject|Date)\s?:", re.IGNORECASE
)
_LOOK = 3000


def unpacked(data: bytes) -> str | None:
    """The first HTML part of an MHTML file, None when these bytes are no such file."""
    start = data[:_LOOK]
    if not _OPENING.match(start) or b"multipart/related" not in start.lower():
        return None
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                return decode(payload, part.get("Content-Type"))
    return None
