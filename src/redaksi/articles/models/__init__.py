"""The tables of the articles room."""

from redaksi.articles.models.addresses import FormerAddress
from redaksi.articles.models.archive_parts import ArchivePart
from redaksi.articles.models.article import Article
from redaksi.articles.models.listed import ListedStory
from redaksi.articles.models.notes import EditorialNote
from redaksi.articles.models.outbox import OutboxEntry
from redaksi.articles.models.parts import ArticleAuthor, ArticleTag
from redaksi.articles.models.record import PublicationRecord
from redaksi.articles.models.related import RelatedStory
from redaksi.articles.models.review import DeskReview
from redaksi.articles.models.stretches import StretchEnd
from redaksi.articles.models.vocabularies import Agency, Subject

__all__ = [
    "Agency",
    "ArchivePart",
    "Article",
    "ArticleAuthor",
    "ArticleTag",
    "DeskReview",
    "EditorialNote",
    "FormerAddress",
    "ListedStory",
    "OutboxEntry",
    "PublicationRecord",
    "RelatedStory",
    "StretchEnd",
    "Subject",
]
