"""Registers the newsroom app with Django and its rules for pictures and documents."""

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NewsroomConfig(AppConfig):
    """People, sections, desks and roles."""

    name = "redaksi.newsroom"
    label = "newsroom"
    verbose_name = _("Newsroom")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let desks decide about media, and change what Wagtail has no setting for."""
        from wagtail.documents import get_document_model
        from wagtail.images import get_image_model
        from wagtail.permissions import register_permission_policy

        from redaksi.newsroom.choosers import start_choosers_from_data, word_choosers_for_who_looks
        from redaksi.newsroom.labels import name_what_wagtail_left_unnamed
        from redaksi.newsroom.media import MediaPolicy
        from redaksi.newsroom.names import let_people_have_one_name

        start_choosers_from_data()
        word_choosers_for_who_looks()
        let_people_have_one_name()
        name_what_wagtail_left_unnamed()
        for model in (get_image_model(), get_document_model()):
            policy = MediaPolicy(model, owner_field_name="uploaded_by_user")
            register_permission_policy(model, policy, exact_class=True)
