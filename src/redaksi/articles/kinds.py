"""The kinds of article and the grounds on which one is withdrawn."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """What sort of piece an article is."""

    NEWS = "news", _("News")
    ANALYSIS = "analysis", _("Analysis")
    OPINION = "opinion", _("Opinion")
    EDITORIAL = "editorial", _("Editorial")
    INTERVIEW = "interview", _("Interview")
    FEATURE = "feature", _("Feature")
    PHOTO_STORY = "photo_story", _("Photo story")
    ADVERTORIAL = "advertorial", _("Advertorial")


#: Kinds that somebody paid for: their label can never be left off.
PAID = frozenset({Kind.ADVERTORIAL})

#: Kinds whose label readers see; plain news needs none.
LABELLED = frozenset(set(Kind) - {Kind.NEWS, Kind.FEATURE})


class WithdrawalGround(TextChoices):
    """Why a story is taken back for good (Pedoman Pemberitaan Media Siber, point 5)."""

    SARA = "sara", _("Ethnic, religious or racial hatred")
    DECENCY = "decency", _("Decency")
    CHILD = "child", _("The future of a child")
    TRAUMA = "trauma", _("A victim's trauma")
    COUNCIL = "council", _("A decision of the press council")
    COURT = "court", _("A court order")
    SOURCE = "source", _("Withdrawn by the agency it came from")
    FALSE = "false", _("The story is false as a whole")
