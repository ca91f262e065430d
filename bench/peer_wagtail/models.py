"""Home page, section and article as a stock Wagtail site has them."""

from typing import Any

from django.core.paginator import Paginator
from django.db import models
from wagtail.fields import RichTextField
from wagtail.models import Page, Site


class HomePage(Page):
    """The root of a portal, which is a Wagtail site."""

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        articles = ArticlePage.objects.live().descendant_of(self).order_by("-date", "-pk")
        context["top"] = articles[:5]
        sections = self.get_children().live().type(SectionPage)
        context["sections"] = [
            (section, ArticlePage.objects.live().child_of(section).order_by("-date", "-pk")[:4])
            for section in sections
        ]
        # The other portals are only named: their newest articles would cost a query each.
        if self.slug == "tong-hop":
            context["portals"] = Site.objects.exclude(root_page=self).select_related("root_page")
        return context


class SectionPage(Page):
    """A list of articles, page by page."""

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        articles = ArticlePage.objects.live().child_of(self).order_by("-date", "-pk")
        context["articles"] = Paginator(articles, 20).get_page(request.GET.get("page"))
        return context


class ArticlePage(Page):
    """A news item."""

    date = models.DateTimeField(db_index=True)
    lead = models.TextField()
    body = RichTextField()

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        context: dict[str, Any] = super().get_context(request, *args, **kwargs)
        siblings = ArticlePage.objects.live().sibling_of(self, inclusive=False)
        context["related"] = siblings.order_by("-date", "-pk")[:4]
        return context
