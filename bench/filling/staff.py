"""Opens sections and desks, and hires the people who measure: a chief, editors, a reporter."""

from __future__ import annotations

from django.contrib.auth.models import Group
from django.db import models
from taggit.models import Tag

from redaksi.newsroom.models import Desk, DeskMembership, Person, Section, User
from redaksi.newsroom.roles import CHIEF_GROUP

#: Slug, slug of the parent, share of the stories.
SECTIONS = [
    ("nasional", None, 20.0),
    ("hukum", "nasional", 6.0),
    ("daerah", "nasional", 5.0),
    ("ekonomi", None, 14.0),
    ("pasar", "ekonomi", 5.0),
    ("dunia", None, 14.0),
    ("olahraga", None, 8.0),
    ("sepak-bola", "olahraga", 7.0),
    ("budaya", None, 6.0),
    ("film", "budaya", 3.0),
    ("teknologi", None, 5.0),
    ("gaya-hidup", None, 3.7),
    ("opini", None, 3.0),
    ("otomotif", None, 0.3),
]
AUTHORS = 60
TAGS = 800


def open_sections() -> dict[str, Section]:
    """Open the sections; return them by slug."""
    sections: dict[str, Section] = {}
    for place, (slug, parent, _share) in enumerate(SECTIONS):
        name = slug.replace("-", " ").title()
        sections[slug] = Section.objects.create(
            slug=slug, name=name, parent=sections.get(parent or ""), order=place
        )
    return sections


def hire(sections: dict[str, Section]) -> None:
    """Hire Dewi (chief), Budi (edits Nasional), Rini (edits the rare Otomotif), Ani (reports)."""
    User.objects.create_user("dewi").groups.add(Group.objects.get(name=CHIEF_GROUP))
    _desk("Nasional", sections["nasional"], {"budi": "editor", "ani": "reporter"})
    _desk("Otomotif", sections["otomotif"], {"rini": "editor"})
    Person.objects.bulk_create(
        Person(name=f"Penulis {n}", slug=f"penulis-{n}", initials=f"p{n}")
        for n in range(1, AUTHORS + 1)
    )
    Tag.objects.bulk_create(Tag(name=f"topik {n}", slug=f"topik-{n}") for n in range(1, TAGS + 1))


def _desk(name: str, section: Section, members: dict[str, str]) -> None:
    desk = Desk.objects.create(name=name)
    desk.sections.add(section)
    desk.save()
    for username, role in members.items():
        user = User.objects.create_user(username)
        DeskMembership.objects.create(desk=desk, user=user, role=role)


def keys(model: type[models.Model]) -> list[int]:
    """Return the primary keys of a small table, in order."""
    return list(model._default_manager.order_by("pk").values_list("pk", flat=True))
