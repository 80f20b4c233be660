"""Registers the articles app with Django."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class ArticlesConfig(AppConfig):
    """Articles, their vocabularies and their review."""

    name = "redaksi.articles"
    label = "articles"
    verbose_name = _("Articles")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Hand every question of permission about articles to the desks; index what is large."""
        from django.db.models.signals import post_migrate
        from wagtail.permissions import register_permission_policy

        from redaksi.articles import keeping  # noqa: F401
        from redaksi.articles.indexing import make_indexes
        from redaksi.articles.models import Article
        from redaksi.articles.permissions import ArticlePolicy

        register_permission_policy(Article, ArticlePolicy(Article))
        post_migrate.connect(make_indexes, sender=self)
