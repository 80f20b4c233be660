"""Our catalogues: what each has to hold, what it holds now, and what is wrong with it."""

from __future__ import annotations

import argparse
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import write_po

from tools.message_sources import extracted, read, shipped

ROOT = Path(__file__).resolve().parent.parent
HOUSE = ROOT / "src" / "redaksi"
LANGUAGE = "id"
SHIPPED_WITH = (
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.contrib.simple_translation",
    "wagtail.contrib.typed_table_block",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.locales",
    "wagtail.admin",
    "wagtail",
    "taggit",
    "axes",
)
"""Installed packages whose own Indonesian is incomplete or clumsy; ours goes before it."""
STANDARD = "Python's own command line"
"""Marks messages of argparse: they differ between Python versions, so none is ever too many."""
PLACEHOLDER = re.compile(r"%\(\w+\)[a-z]|%[a-z]|%%|\{[^{}]*\}|</?[a-zA-Z][^<>]*>")

Key = tuple[str, str | None]


class HouseCatalog(Catalog):
    """A catalogue whose header says nothing that changes from day to day."""

    num_plurals = 1
    plural_expr = "0"

    def __init__(self, messages: Iterable[Message]) -> None:
        note = "# Indonesian. Written by translators, kept in order by tools/messages.py."
        super().__init__(locale=LANGUAGE, header_comment=note, fuzzy=False)
        for message in messages:
            self.add(
                message.id,
                message.string if is_translated(message) else "",
                flags={"fuzzy"} if message.fuzzy else set(),
                auto_comments=sorted(set(message.auto_comments)),
                user_comments=message.user_comments,
                context=message.context,
            )

    @property
    def mime_headers(self) -> list[tuple[str, str]]:
        """The header lines that gettext needs, and no others."""
        return [
            ("Project-Id-Version", "redaksi"),
            ("Language", LANGUAGE),
            ("MIME-Version", "1.0"),
            ("Content-Type", "text/plain; charset=utf-8"),
            ("Content-Transfer-Encoding", "8bit"),
            ("Plural-Forms", f"nplurals={self.num_plurals}; plural={self.plural_expr};"),
        ]


@dataclass(frozen=True)
class Book:
    """One catalogue of ours: where it is kept and where its messages come from."""

    folder: Path
    domain: str
    sources: tuple[Path, ...] = ()
    packages: tuple[str, ...] = ()
    has_standard: bool = False

    @property
    def po(self) -> Path:
        """The file that translators edit."""
        return self.folder / LANGUAGE / "LC_MESSAGES" / f"{self.domain}.po"

    @property
    def mo(self) -> Path:
        """The compiled file that the program reads."""
        return self.po.with_suffix(".mo")

    def kept(self) -> list[Message]:
        """The messages in the .po file as it is now; none if there is no file."""
        return read(self.po) if self.po.is_file() else []

    def wanted(self) -> list[Message]:
        """The messages that this catalogue must translate."""
        missing = [m for package in self.packages for m in missing_in(package, self.domain)]
        return missing + [m for path in self.sources for m in extracted(path, self.domain)]

    def offered(self) -> list[Message]:
        """The messages that this catalogue may translate as well: those of others."""
        offered = [m for package in self.packages for m in shipped(package, self.domain, "en")]
        if self.has_standard:
            offered += [m for m in self.kept() if STANDARD in m.auto_comments]
        return offered


def books() -> list[Book]:
    """Every catalogue of the house: one for each app, one for the plain rooms, one above all."""
    rooms = sorted(path.parent for path in HOUSE.glob("*/__init__.py"))
    apps = [room for room in rooms if (room / "apps.py").exists()]
    plain = tuple(room for room in rooms if room not in apps)
    return [
        Book(HOUSE / "locale", "django", tuple(sorted(HOUSE.glob("*.py"))), SHIPPED_WITH),
        Book(HOUSE / "locale", "djangojs", packages=SHIPPED_WITH),
        Book(HOUSE / "instance" / "locale", "redaksi", plain, has_standard=True),
        *(
            Book(app / "locale", domain, (app,))
            for app in apps
            for domain in ("django", "djangojs")
        ),
    ]


def missing_in(package: str, domain: str) -> Iterator[Message]:
    """The package's messages that its own Indonesian leaves out or is unsure of."""
    ready = filter(is_translated, shipped(package, domain, LANGUAGE))
    done = {key(message) for message in ready if not message.fuzzy}
    for message in shipped(package, domain, "en"):
        if key(message) not in done:
            yield Message(message.id, context=message.context, auto_comments=message.auto_comments)


def standard_messages() -> Iterator[Message]:
    """What argparse of the running Python says."""
    for message in extracted(Path(argparse.__file__), "redaksi"):
        yield Message(message.id, context=message.context, auto_comments=[STANDARD])


def key(message: Message) -> Key:
    """What gettext looks a message up by: its (first) English form and its context."""
    return forms(message.id)[0], message.context


def forms(text: str | tuple[str, ...] | list[str]) -> list[str]:
    """The one or more forms of a message or translation."""
    return [text] if isinstance(text, str) else list(text)


def is_translated(message: Message) -> bool:
    """Whether each form of the message has a translation."""
    return all(forms(message.string))


def merged(book: Book) -> HouseCatalog:
    """The catalogue as it should be: all that is wanted, with the translations we have."""
    kept = {key(message): message for message in book.kept()}
    wanted = {key(message): message for message in book.wanted()}
    may_stay = {key(message) for message in book.offered()}
    if book.has_standard:
        wanted = {key(message): message for message in standard_messages()} | wanted
    for place, message in wanted.items():
        old = kept.get(place)
        if old is not None and old.pluralizable == message.pluralizable:
            message.string, message.flags = old.string, old.flags
            message.user_comments = old.user_comments
    ours = [message for place, message in kept.items() if place in may_stay - wanted.keys()]
    return HouseCatalog([*wanted.values(), *ours])


def as_po(catalog: HouseCatalog) -> bytes:
    """The text of the .po file: the same words always give the same bytes."""
    buffer = io.BytesIO()
    write_po(buffer, catalog, no_location=True, sort_output=True, width=96)
    return buffer.getvalue()


def as_mo(messages: Iterable[Message]) -> bytes:
    """The bytes of the .mo file; what is not translated stays out of it."""
    buffer = io.BytesIO()
    write_mo(buffer, HouseCatalog(filter(is_translated, messages)))
    return buffer.getvalue()


def faults(book: Book) -> list[str]:
    """One sentence for everything that keeps this catalogue from being complete."""
    kept = {key(message): message for message in book.kept()}
    wanted = {key(message) for message in book.wanted()}
    may_stay = wanted | {key(message) for message in book.offered()}
    found = [f"not in the catalogue: {place[0]!r}" for place in wanted - kept.keys()]
    found += [f"no longer used: {place[0]!r}" for place in kept.keys() - may_stay]
    for place, message in kept.items():
        found += [f"{fault}: {place[0]!r}" for fault in faults_of(message)]
    if kept and not found and book.po.read_bytes() != as_po(merged(book)):
        found.append("the .po file is not in order: run 'python -m tools.messages update'")
    if kept and not (book.mo.is_file() and book.mo.read_bytes() == as_mo(kept.values())):
        found.append("the .mo file is stale: run 'python -m tools.messages compile'")
    return sorted(found)


def faults_of(message: Message) -> Iterator[str]:
    """What is wrong with one translation."""
    if not is_translated(message):
        yield "not translated"
    elif message.fuzzy:
        yield "marked fuzzy"
    elif any(shape(string) != shape(forms(message.id)[-1]) for string in forms(message.string)):
        yield "placeholders, tags or outer spaces differ"


def shape(text: str) -> tuple[Counter[str], str, str]:
    """What a translation must not change: placeholders, tags, spaces around the text."""
    core = text.strip()
    lead, _, tail = text.partition(core) if core else (text, "", "")
    return Counter(PLACEHOLDER.findall(text)), lead, tail


def disagreements() -> list[str]:
    """Messages that two of our catalogues translate differently although Django joins them."""
    said: dict[tuple[str, Key], tuple[Book, str]] = {}
    found = []
    for book in books():
        for message in filter(is_translated, book.kept()):
            string = forms(message.string)[0]
            first, before = said.setdefault((book.domain, key(message)), (book, string))
            if before != string:
                found.append(
                    f"{key(message)[0]!r} is {string!r} in {book.po.relative_to(ROOT)}"
                    f" but {before!r} in {first.po.relative_to(ROOT)}:"
                    " use one word, or tell the two apart with pgettext"
                )
    return found
