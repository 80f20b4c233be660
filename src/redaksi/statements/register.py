"""Finds speakers in the register by name, makes new ones, and hands the engine whom it may meet."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q, QuerySet

from redaksi.extraction import KnownPerson
from redaksi.statements.models import (
    Speaker,
    SpeakerName,
    SpeakerRole,
    SpeakerType,
    State,
    Statement,
)
from redaksi.statements.names import are_similar, name_key, parts_of_name
from redaksi.statements.showing import shown_names, shown_roles

LONGEST_NAME = 5  # words
MOST_SUGGESTED = 8
#: Entries looked at for similar names.
MOST_COMPARED = 500
#: A word of a name is looked for by its beginning, because its end may be spelt otherwise.
SHORTEST_STEM = 3
CAPITALISED = re.compile(r"\b[^\W\d_a-z][\w'’.-]*(?:\s+[^\W\d_a-z][\w'’.-]*)*")


def speakers_called(names: Iterable[str], *, as_readers: bool = False) -> dict[str, list[Speaker]]:
    """Return the speakers with these names, main or other, by the names' keys.

    ``as_readers`` leaves out the names that only a draft has told until now.
    """
    keys = {name_key(name) for name in names} - {""}
    if not keys:
        return {}
    found: dict[str, dict[int, Speaker]] = defaultdict(dict)
    for speaker in Speaker.objects.filter(key__in=keys):
        found[speaker.key][speaker.pk] = speaker
    others = SpeakerName.objects.filter(key__in=keys).select_related("speaker")
    seen = (
        shown_names({one.speaker_id: one.speaker for one in others}.values()) if as_readers else {}
    )
    for other in others:
        if not as_readers or other in seen[other.speaker_id]:
            found[other.key][other.speaker_id] = other.speaker
    return {key: list(speakers.values()) for key, speakers in found.items()}


def the_speaker_called(name: str) -> Speaker | None:
    """Return the only speaker with a name; None if there is none, or more than one."""
    found = speakers_called([name]).get(name_key(name), [])
    return found[0] if len(found) == 1 else None


def suggestions(words: str) -> list[Speaker]:
    """Return the first speakers whose names hold all the words."""
    return list(named_with(words)[:MOST_SUGGESTED])


def named_with(words: str) -> QuerySet[Speaker]:
    """Return speakers whose names hold all the words, in the order of their names."""
    parts = name_key(words).split()
    none: QuerySet[Speaker] = Speaker.objects.none()
    if not parts:
        return none
    wanted = Q()
    for part in parts:
        wanted &= Q(key__contains=part) | Q(other_names__key__contains=part)
    found: QuerySet[Speaker] = Speaker.objects.filter(wanted).distinct()
    return found.prefetch_related("roles").order_by("name", "pk")


def similar_speakers(name: str) -> list[Speaker]:
    """Return speakers whose names look like a name, the same one included, for a warning."""
    return similar_to_each([name])[name]


def similar_to_each(names: Iterable[str]) -> dict[str, list[Speaker]]:
    """Return the speakers with similar names for each name; asked for all names at once."""
    names = list(names)
    known = [(speaker, _keys(speaker)) for speaker in _near(map(name_key, names))]
    return {
        name: [
            speaker for speaker, keys in known if any(are_similar(name_key(name), k) for k in keys)
        ][:MOST_SUGGESTED]
        for name in names
    }


def _near(keys: Iterable[str]) -> list[Speaker]:
    """Return speakers with a name in which a word begins like one of the keys'."""
    near = Q()
    for part in {part for key in keys for part in parts_of_name(key)}:
        stem = part[: max(SHORTEST_STEM, len(part) - 2)]
        near |= Q(key__contains=stem) | Q(other_names__key__contains=stem)
    if not near:
        return []
    others = Speaker.objects.filter(near).distinct().prefetch_related("other_names", "roles")
    return list(others.order_by("name", "pk")[:MOST_COMPARED])


def enter(name: str, *, kind: str = SpeakerType.PERSON, aliases: Iterable[str] = ()) -> Speaker:
    """Make a new entry; a type that is no kind of entry becomes a group."""
    is_kind = kind in Speaker.Kind.values
    speaker: Speaker = Speaker.objects.create(
        name=" ".join(name.split())[:200], kind=kind if is_kind else Speaker.Kind.GROUP
    )
    learn_names(speaker, aliases)
    return speaker


def learn_names(speaker: Speaker, names: Iterable[str]) -> None:
    """Add names of stories to an entry that it does not have yet; another's are left to it."""
    known = set(_keys(speaker))
    taken = speakers_called(names)
    for name in names:
        key = name_key(name)
        if not key or key in known or taken.get(key):
            continue
        known.add(key)
        SpeakerName.objects.create(
            speaker=speaker, name=" ".join(name.split())[:200], is_learnt=True
        )


def learn_role(speaker: Speaker, role: str) -> None:
    """Add a role to a person's entry that does not have it yet; since when is not known."""
    is_person = speaker.kind == Speaker.Kind.PERSON
    if role and is_person and not speaker.roles.filter(role__iexact=role).exists():
        SpeakerRole.objects.create(speaker=speaker, role=role, is_learnt=True)


def unlearn_roles(speaker: Speaker) -> None:
    """Take roles from an entry that came with statements, if it has none with them any more."""
    held = Statement.objects.filter(speaker=speaker, state=State.CONFIRMED).order_by()
    roles = {role.lower() for role in held.values_list("role", flat=True).distinct()}
    for learnt in SpeakerRole.objects.filter(speaker=speaker, is_learnt=True):
        if learnt.role.lower() not in roles:
            learnt.delete()


def speakers_in(text: str) -> set[int]:
    """Return the keys of the entries whose names, main or other, stand in a text."""
    found = speakers_called(_names_in(text))
    return {speaker.pk for several in found.values() for speaker in several}


def known_people(text: str) -> list[KnownPerson]:
    """Return what the register knows of those whose names stand in a text."""
    found = speakers_called(_names_in(text))
    speakers = {one.pk: one for several in found.values() for one in several}
    people = Speaker.objects.filter(pk__in=speakers, kind=Speaker.Kind.PERSON)
    rows = list(people.prefetch_related("other_names", "roles").order_by("pk"))
    # What only a draft told must not come into another story by way of the engine.
    roles, names = shown_roles(rows), shown_names(rows)
    return [
        KnownPerson(
            name=speaker.name,
            aliases=tuple(other.name for other in names[speaker.pk]),
            roles=tuple(role.role for role in roles[speaker.pk]),
        )
        for speaker in rows
    ]


def describe(speaker: Speaker) -> str:
    """Return the name with the newest role, to tell one from another: "Budi (Menteri)"."""
    role = next((role.role for role in speaker.newest_roles), "")
    return f"{speaker.name} ({role or speaker.get_kind_display()})"


def _keys(speaker: Speaker) -> list[str]:
    return [speaker.key, *(other.key for other in speaker.other_names.all())]


def _names_in(text: str) -> set[str]:
    """Return every run of up to five words in capitals, and the runs inside it."""
    names: set[str] = set()
    for run in CAPITALISED.findall(text):
        words = run.split()
        for start in range(len(words)):
            for end in range(start + 1, min(len(words), start + LONGEST_NAME) + 1):
                names.add(" ".join(words[start:end]))
    return names
