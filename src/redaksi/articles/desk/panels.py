"""The article form, in the order in which a story is written; what is rare stands behind a tab."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    PublishingPanel,
    TabbedInterface,
    TitleFieldPanel,
)
from wagtail.admin.widgets.slug import SlugInput

from redaksi.articles.desk.forms import ArticleForm

STORY = [
    FieldRowPanel(
        [
            # Few lines: a plain choice is quicker than Wagtail's chooser.
            FieldPanel("section", widget=forms.Select),
            FieldPanel("kind"),
            FieldPanel("language"),
        ]
    ),
    FieldPanel("kicker"),
    TitleFieldPanel("headline", placeholder=_("Headline")),
    FieldPanel("standfirst"),
    MultiFieldPanel(
        [
            InlinePanel("article_authors", label=_("author"), heading=_("Authors")),
            FieldRowPanel([FieldPanel("guest_byline"), FieldPanel("initials_line")]),
        ],
        heading=_("Byline"),
    ),
    FieldPanel("dateline"),
    FieldPanel("body"),
    MultiFieldPanel(
        [FieldRowPanel([FieldPanel("source", widget=forms.Select), FieldPanel("credit_line")])],
        heading=_("Agency and credit"),
    ),
    FieldPanel("lead_picture"),
    FieldPanel("awaiting_verification"),
]

DETAILS = [
    FieldPanel("front_headline"),
    FieldPanel("slug", widget=SlugInput),
    FieldPanel("story_date"),
    FieldPanel("tags"),
    FieldPanel("subjects"),
    FieldRowPanel([FieldPanel("slugline"), FieldPanel("urgency")]),
    FieldPanel("ed_note"),
    PublishingPanel(),
]

edit_handler = TabbedInterface(
    [
        ObjectList(STORY, heading=_("Story")),
        ObjectList(DETAILS, heading=_("Details")),
    ],
    base_form_class=ArticleForm,
)
