"""Registers the news app."""

from django.apps import AppConfig


class NewsConfig(AppConfig):
    name = "congtinh.news"
    label = "news"
    verbose_name = "Tin, bài"

    def ready(self) -> None:
        # registry: kinds enrol once models are loaded
        from congtinh.news.kind import ArticleKind
        from congtinh.publishing import kinds

        kinds.enrol(ArticleKind())
