"""What readers learn of a speaker beside statements: nothing that only a draft has told.

The register learns names and roles from every confirmed statement, for the engine and the desk.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import QuerySet

from redaksi.statements.models import CONFIRMED, Speaker, SpeakerName, SpeakerRole, Statement
from redaksi.statements.names import name_key


def shown_roles(speakers: Iterable[Speaker]) -> dict[int, list[SpeakerRole]]:
    """Return the roles of each speaker that readers see, newest first, by the speaker's key.

    A role that came with statements is among them as long as readers see one that has it.
    """
    roles = {speaker.pk: speaker.newest_roles for speaker in speakers}
    learnt = [key for key, several in roles.items() if any(role.is_learnt for role in several)]
    told = _roles_told(learnt)
    return {
        key: [role for role in several if not role.is_learnt or role.role.lower() in told[key]]
        for key, several in roles.items()
    }


def shown_names(speakers: Iterable[Speaker]) -> dict[int, list[SpeakerName]]:
    """Return the other names of each speaker that readers see, by its key; as with roles."""
    names = {speaker.pk: list(speaker.other_names.all()) for speaker in speakers}
    learnt = [key for key, several in names.items() if any(name.is_learnt for name in several)]
    told = _names_told(learnt)
    return {
        key: [name for name in several if not name.is_learnt or name.key in told[key]]
        for key, several in names.items()
    }


def is_shown(learnt: SpeakerName | SpeakerRole) -> bool:
    """Whether readers see what a statement has just brought: another one told it before."""
    if isinstance(learnt, SpeakerName):
        return learnt.key in _names_told([learnt.speaker_id])[learnt.speaker_id]
    return learnt.role.lower() in _roles_told([learnt.speaker_id])[learnt.speaker_id]


def whose_roles_changed(statements: Iterable[Statement]) -> set[int]:
    """Return the keys of speakers of whom readers see a role more or less, with these statements.

    To be asked when the statements have just appeared or gone.
    """
    changed = list(statements)
    keys = {statement.pk for statement in changed}
    roles = {(one.speaker_id, one.role.lower()) for one in changed if one.speaker_id and one.role}
    known = SpeakerRole.objects.filter(speaker__in={key for key, _role in roles}, is_learnt=True)
    learnt = {(role.speaker_id, role.role.lower()) for role in known} & roles
    told = _roles_told({key for key, _role in learnt}, besides=keys)
    return {key for key, role in learnt if role not in told[key]}


def _roles_told(speakers: Iterable[int], *, besides: Iterable[int] = ()) -> dict[int, set[str]]:
    told: dict[int, set[str]] = defaultdict(set)
    speakers = set(speakers)
    if speakers:
        rows = _public(speakers).exclude(pk__in=set(besides)).values_list("speaker", "role")
        for key, role in rows.distinct():
            told[key].add(role.lower())
    return told


def _names_told(speakers: Iterable[int]) -> dict[int, set[str]]:
    told: dict[int, set[str]] = defaultdict(set)
    speakers = set(speakers)
    if speakers:
        rows = _public(speakers).values_list("speaker", "speaker_name", "aliases")
        for key, main, aliases in rows.distinct():
            told[key].update(name_key(name) for name in (main, *aliases))
    return told


def _public(speakers: Iterable[int]) -> QuerySet[Statement]:
    # What nobody has confirmed teaches the register nothing, so it brings out nothing either.
    rows = Statement.objects.filter(CONFIRMED, live_start__isnull=False)
    return rows.filter(speaker__in=set(speakers)).order_by()
