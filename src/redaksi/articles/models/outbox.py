"""The outbox: what must be made again for readers, promised with the change itself."""

from __future__ import annotations

from django.db import models


class OutboxEntry(models.Model):
    """A promise, written in the transaction of a change, to make the pages that show it.

    The press fulfils it and deletes it; whatever is here after a crash is still to be done.
    """

    first = models.JSONField(default=list, help_text="Addresses that cannot wait.")
    addresses = models.JSONField(default=list, help_text="Addresses that may be new or gone.")
    tags = models.JSONField(default=list, help_text="Every page that carries one of them.")
    everything = models.BooleanField(default=False, help_text="Every page of the paper.")
    created_at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return f"{self.pk}: {' '.join([*self.first, *self.addresses, *self.tags])}"
