"""The people of all tests: Ani reports, Budi edits, Citra is outside, Dewi chief, Eko technician.

Ani and Budi are on the Nasional desk (section ``nasional`` and its sub-section ``daerah``).
Citra edits Ekonomi and reports for Nasional: the one in whom a muddle of desks shows.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from django.conf import settings
from django.contrib.auth.models import Group

from redaksi.newsroom.models import Desk, DeskMembership, Section, User
from redaksi.newsroom.roles import CHIEF_GROUP, TECHNICIAN_GROUP


@dataclass(frozen=True)
class Cast:
    """Everybody, fetched fresh for each test."""

    ani: User
    budi: User
    citra: User
    dewi: User
    eko: User
    nasional: Section
    daerah: Section
    ekonomi: Section

    @classmethod
    def called(cls) -> Cast:
        """Fetch everybody."""
        people = {user.username: user for user in User.objects.all()}
        sections = {section.slug: section for section in Section.objects.all()}
        return cls(**{field.name: (people | sections)[field.name] for field in fields(cls)})


def hire() -> None:
    """Found the newspaper and make the cast, unless it is there already."""
    from redaksi.founding import found

    if User.objects.filter(username="ani").exists():
        return
    found(config=settings.CONFIG, administrator="pendiri")
    nasional = Section.objects.create(name="Nasional", slug="nasional", order=1)
    Section.objects.create(name="Daerah", slug="daerah", parent=nasional, order=2)
    ekonomi = Section.objects.create(name="Ekonomi", slug="ekonomi", order=3)
    _desk("Nasional", nasional, reporter=["ani", "citra"], editor=["budi"])
    _desk("Ekonomi", ekonomi, reporter=[], editor=["citra"])
    _user("dewi").groups.add(Group.objects.get(name=CHIEF_GROUP))
    _user("eko").groups.add(Group.objects.get(name=TECHNICIAN_GROUP))


def _desk(name: str, section: Section, *, reporter: list[str], editor: list[str]) -> None:
    desk = Desk.objects.create(name=name)
    desk.sections.add(section)
    desk.save()
    for role, names in (("reporter", reporter), ("editor", editor)):
        for username in names:
            DeskMembership.objects.create(desk=desk, user=_user(username), role=role)


def _user(username: str) -> User:
    user, created = User.objects.get_or_create(
        username=username, defaults={"email": f"{username}@contoh.example"}
    )
    if created:
        user.set_unusable_password()
        user.save()
    return user
