"""Registers the editor of standing pages."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.snippets.models import register_snippet

from congtinh.pages.models import StandingPage
from congtinh.publishing.forms import TITLE, ContentForm
from congtinh.publishing.viewsets import PortalViewSet


class StandingPageViewSet(PortalViewSet):
    """Standing pages: introduction, guides, rules."""

    model = StandingPage
    icon = "doc-empty-inverse"
    menu_label = _("Trang giới thiệu")
    admin_url_namespace = "page"
    base_url_path = "trang"
    base_form_class = ContentForm
    panels = [
        FieldPanel("title", classname="title", widget=TITLE),
        FieldPanel("lead"),
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldPanel("portal"),
                FieldRowPanel([FieldPanel("section"), FieldPanel("area")]),
                FieldRowPanel([FieldPanel("language"), FieldPanel("slug")]),
            ],
            heading=_("Thông tin về trang"),
        ),
    ]


register_snippet(StandingPageViewSet)
