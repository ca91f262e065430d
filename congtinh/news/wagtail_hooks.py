"""Registers the editor of articles."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, TitleFieldPanel
from wagtail.snippets.models import register_snippet

from congtinh.news.models import Article
from congtinh.publishing.forms import ContentForm
from congtinh.publishing.viewsets import PortalViewSet


class ArticleViewSet(PortalViewSet):
    """Articles: what a clerk opens to write."""

    model = Article
    icon = "doc-full-inverse"
    menu_label = _("Tin, bài")
    admin_url_namespace = "article"
    base_url_path = "tin-bai"
    base_form_class = ContentForm
    panels = [
        TitleFieldPanel("title", placeholder=_("Tiêu đề"), targets=[]),
        FieldPanel("lead"),
        MultiFieldPanel(
            [
                FieldPanel("picture"),
                FieldPanel("picture_alt"),
                FieldRowPanel([FieldPanel("picture_caption"), FieldPanel("picture_credit")]),
            ],
            heading=_("Ảnh chính"),
        ),
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldPanel("portal"),
                FieldRowPanel([FieldPanel("section"), FieldPanel("area")]),
                FieldRowPanel([FieldPanel("genre"), FieldPanel("event_on")]),
                FieldPanel("source"),
                FieldPanel("credits"),
                FieldRowPanel([FieldPanel("language"), FieldPanel("slug")]),
            ],
            heading=_("Thông tin về bài"),
        ),
    ]


register_snippet(ArticleViewSet)
