"""What readers learn of a speaker beside statements: nothing that only a draft has told.

The register learns names and roles from every confirmed statement, for the engine and the desk.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import QuerySet

from redaksi.statements.models import Speaker, SpeakerRole, Statement
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


def shown_names(speaker: Speaker) -> list[str]:
    """Return the other names of a speaker that readers see; as with roles."""
    others = list(speaker.other_names.all())
    if not any(other.is_learnt for other in others):
        return [other.name for other in others]
    told = _public([speaker.pk]).values_list("speaker_name", "aliases").distinct()
    keys = {name_key(name) for main, aliases in told for name in (main, *aliases)}
    return [other.name for other in others if not other.is_learnt or other.key in keys]


def change_what_is_known(statements: Iterable[Statement]) -> set[int]:
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


def _public(speakers: Iterable[int]) -> QuerySet[Statement]:
    rows = Statement.objects.filter(speaker__in=set(speakers), live_start__isnull=False)
    return rows.order_by()
