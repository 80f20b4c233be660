"""The blocks a front is laid out with: one for each kind of slot."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy
from taggit.models import Tag
from wagtail import blocks

from redaksi.articles.blocks import ParagraphBlock, PictureChooser, RelatedBlock
from redaksi.newsroom.models import Section

MOST_OF_A_SLOT = 12
HEADINGS_LENGTH = 60


class StoryChooser(RelatedBlock):
    """Chooses a story; a draft may be put on a front ahead of time and shows when it is live."""

    class Meta:
        label = gettext_lazy("Story")
        icon = "doc-full-inverse"


class TagChooser(blocks.ChooserBlock):
    """Chooses a tag."""

    target_model = Tag

    @cached_property
    def widget(self) -> Any:
        """The dialog, which belongs to the newsroom's screens."""
        from redaksi.fronts.desk.tags import tag_chooser

        return tag_chooser.widget_class()


def sections() -> list[tuple[str, str]]:
    """Return every section as a choice."""
    return [(str(section.pk), section.name) for section in Section.objects.all()]


class PinBlock(blocks.StructBlock):
    """A story put into a slot by hand."""

    story = StoryChooser("articles.Article")
    headline = blocks.CharBlock(
        label=gettext_lazy("Headline here"),
        required=False,
        max_length=160,
        help_text=gettext_lazy("On this front only; empty = the story's own."),
    )
    picture = PictureChooser(
        label=gettext_lazy("Picture here"),
        required=False,
        help_text=gettext_lazy("On this front only; empty = the story's own."),
    )

    class Meta:
        label = gettext_lazy("Story")
        icon = "thumbtack"

    def clean(self, value: Any) -> Any:
        """Refuse a picture that lacks the words which readers need.

        Raises:
            StructBlockValidationError: naming what is missing.
        """
        cleaned = super().clean(value)
        picture = cleaned.get("picture")
        if picture is not None and picture.missing_words:
            error = ValidationError(_("This picture lacks a credit line or alternative text."))
            raise blocks.StructBlockValidationError(block_errors={"picture": error})
        return cleaned


class SlotBlock(blocks.StructBlock):
    """A place on a front: stories put there by hand, then those of its rule."""

    def __init__(self, *, pins: int = MOST_OF_A_SLOT, number: int = 0, heading: bool = True,
                 may_repeat: bool | None = False, **kwargs: Any) -> None:  # fmt: skip
        """Take at most so many ``pins``; ``number`` is how many stories there are to begin with.

        ``may_repeat`` is how its tick stands to begin with; without one, there is none.
        """
        fields: list[tuple[str, blocks.Block]] = []
        if heading:
            fields.append(("heading", _heading()))
        fields += kwargs.pop("local_blocks", [])
        if number:
            fields.append(("number", _number(number)))
        fields.append(("pins", _pins(pins)))
        if may_repeat is not None:
            fields.append(("may_repeat", _may_repeat(may_repeat)))
        super().__init__(fields, **kwargs)


def _heading() -> blocks.Block:
    return blocks.CharBlock(
        label=gettext_lazy("Heading"),
        required=False,
        max_length=HEADINGS_LENGTH,
        help_text=gettext_lazy("Empty = the usual one."),
    )


def _number(start: int) -> blocks.Block:
    return blocks.IntegerBlock(
        label=gettext_lazy("How many stories"),
        min_value=1,
        max_value=MOST_OF_A_SLOT,
        default=start,
        help_text=gettext_lazy("The rule fills up what you leave free."),
    )


def _pins(most: int) -> blocks.Block:
    return blocks.ListBlock(
        PinBlock(), label=gettext_lazy("By hand"), max_num=most, default=[], collapsed=False
    )


def _may_repeat(start: bool) -> blocks.Block:
    return blocks.BooleanBlock(
        label=gettext_lazy("May repeat what stands elsewhere on this front"),
        required=False,
        default=start,
    )


class TopicBlock(SlotBlock):
    """The newest stories that carry a tag, or those of a section."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("number", 4)
        kwargs["local_blocks"] = [
            ("tag", TagChooser(label=gettext_lazy("Tag"), required=False)),
            (
                "section",
                blocks.ChoiceBlock(choices=sections, label=gettext_lazy("Section"), required=False),
            ),
        ]
        super().__init__(**kwargs)

    def clean(self, value: Any) -> Any:
        """Ask for one of the two.

        Raises:
            StructBlockValidationError: if both are chosen, or none.
        """
        cleaned = super().clean(value)
        if bool(cleaned.get("tag")) == bool(cleaned.get("section")):
            error = ValidationError(_("Choose either a tag or a section."))
            raise blocks.StructBlockValidationError(block_errors={"tag": error})
        return cleaned


class NoticeBlock(blocks.StructBlock):
    """Free text among the stories."""

    heading = _heading()
    text = ParagraphBlock(label=gettext_lazy("Text"), template=None)

    class Meta:
        label = gettext_lazy("Notice")
        icon = "info-circle"


class SlotsBlock(blocks.StreamBlock):
    """Everything that may stand on a front, in the order in which it stands there."""

    lead = SlotBlock(
        pins=1, heading=False, may_repeat=None, label=gettext_lazy("Lead"), icon="title"
    )
    seconds = SlotBlock(
        number=2, heading=False, may_repeat=None, label=gettext_lazy("Seconds"), icon="grip"
    )
    live = SlotBlock(pins=3, label=gettext_lazy("Live strip"), icon="radio-full", may_repeat=True)
    opinion = SlotBlock(number=4, label=gettext_lazy("Opinion"), icon="openquote")
    photo = SlotBlock(number=4, label=gettext_lazy("Photo"), icon="image")
    topic = TopicBlock(label=gettext_lazy("Topic"), icon="tag")
    most_read = SlotBlock(
        number=5, may_repeat=True, label=gettext_lazy("Most read"), icon="list-ol"
    )
    latest = SlotBlock(
        number=6, may_repeat=True, label=pgettext_lazy("stories", "Latest"), icon="time"
    )
    notice = NoticeBlock()
    river = SlotBlock(
        may_repeat=None, label=gettext_lazy("River: all other new stories"), icon="list-ul"
    )

    class Meta:
        block_counts = {"lead": {"max_num": 1}, "river": {"max_num": 1}}
