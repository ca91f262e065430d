"""Registers the news app."""

from django.apps import AppConfig


class NewsConfig(AppConfig):
    name = "congtinh.news"
    label = "news"
    verbose_name = "Tin, bài"

    def ready(self) -> None:
        # registry: kinds enrol once models are loaded
        from wagtail.permissions import register_permission_policy

        from congtinh.media.policies import PortalOwnedPolicy
        from congtinh.news.kind import ArticleKind
        from congtinh.news.models import Article
        from congtinh.publishing import kinds

        kinds.enrol(ArticleKind())
        register_permission_policy(Article, PortalOwnedPolicy(Article))
