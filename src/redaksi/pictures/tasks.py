"""What the worker does for pictures while nobody waits."""

from __future__ import annotations

from django_tasks import task

from redaksi.pictures.rendering import make_renditions


@task
def make_renditions_later(picture_id: int) -> None:
    """Make the readers' sizes of a picture, unless it was deleted in the meantime."""
    from redaksi.pictures.models import Picture  # models enqueue this task

    picture = Picture.objects.filter(pk=picture_id).first()
    if picture is not None:
        make_renditions(picture)
