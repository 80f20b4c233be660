"""Takes letters from readers, sends the link that confirms them, and confirms."""

from __future__ import annotations

import datetime

from django.conf import settings
from django.core import signing
from django.core.mail import send_mail
from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from django_tasks import task

from redaksi.readers.complaint import Complaint
from redaksi.readers.voting import TooMany

SALT = "redaksi.readers.complaining"
HOUR = datetime.timedelta(hours=1)
#: Letters taken within an hour from one network, and for one mail address.
MOST_OF_A_NETWORK, MOST_OF_AN_ADDRESS = 10, 3
#: How long a link confirms; unconfirmed letters are thrown away after that.
VALID = datetime.timedelta(days=7)


def complain(complaint: Complaint) -> None:
    """Keep the letter, unconfirmed, and send its writer the link.

    Raises:
        TooMany: if so many came from the network, or would go to the address, within an hour.
    """
    recent = Complaint.objects.filter(sent_at__gt=timezone.now() - HOUR)
    if recent.filter(network=complaint.network).count() >= MOST_OF_A_NETWORK:
        raise TooMany
    if recent.filter(email__iexact=complaint.email).count() >= MOST_OF_AN_ADDRESS:
        raise TooMany
    with transaction.atomic():
        complaint.save()
        send_link.enqueue(complaint.pk)


@task()
def send_link(complaint: int) -> None:
    """Send the mail with the link; a letter that is gone meanwhile gets none."""
    letter = Complaint.objects.select_related("article__locale").filter(pk=complaint).first()
    if letter is None:
        return
    with override(letter.article.language):
        link = f"{settings.WAGTAILADMIN_BASE_URL}{link_of(letter)}"
        # No word of the letter goes to an address that may be somebody else's.
        body = _(
            "Good day,\n\n"
            "somebody, probably you, wrote to us about this story:\n%(headline)s\n\n"
            "Open this link to send the letter to the desk. It works for seven days:\n%(link)s\n\n"
            "If it was not you, do nothing: the letter is thrown away.\n\n%(paper)s"
        ) % {
            "headline": letter.article.headline,
            "link": link,
            "paper": settings.CONFIG.name,
        }
        subject = _("Confirm your letter to the desk")
    send_mail(settings.EMAIL_SUBJECT_PREFIX + subject, body, None, [letter.email])


def link_of(letter: Complaint) -> str:
    """Return the address that confirms the letter."""
    return reverse("confirm_complaint", args=[signing.dumps(letter.pk, salt=SALT)])


def letter_behind(token: str) -> Complaint | None:
    """Return the letter of a link; ``None`` if the link is forged, too old or its letter gone."""
    try:
        key = signing.loads(token, salt=SALT, max_age=VALID)
    except signing.BadSignature:
        return None
    letters = Complaint.objects.select_related("article__section", "article__locale")
    return letters.filter(pk=key).first()


def confirm(letter: Complaint) -> None:
    """Let the desk see the letter and start its clock; once is enough."""
    Complaint.objects.filter(pk=letter.pk, confirmed_at=None).update(confirmed_at=timezone.now())


def forget_unconfirmed() -> int:
    """Throw away the letters that nobody confirmed in time; return how many."""
    old = Complaint.objects.filter(confirmed_at=None, sent_at__lt=timezone.now() - VALID)
    number, _kinds = old.delete()
    return number
