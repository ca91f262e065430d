"""Registers the editor of articles."""

from typing import Any

from django.urls import path, reverse
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.admin.staticfiles import versioned_static
from wagtail.admin.widgets.button import HeaderButton
from wagtail.snippets.models import register_snippet

from congtinh.news import views
from congtinh.news.models import Article
from congtinh.publishing.forms import TITLE, ContentForm
from congtinh.publishing.viewsets import PortalCreateView, PortalEditView, PortalViewSet


class WithWord:
    """The way from a Word file into the text, in the editor's header."""

    def get_header_buttons(self) -> list[Any]:
        address = reverse("news_word")
        article = getattr(self, "object", None)
        if article is not None and article.pk:
            address += f"?article={article.pk}"
        attrs = {
            "data-ct-word": True,
            "data-ct-word-busy": _("Đang đọc tệp Word…"),
            "data-ct-word-replace": _(
                "Bài đã có nội dung. Thay bằng nội dung của tệp Word? "
                "Nội dung đã lưu vẫn còn trong «Lịch sử»."
            ),
            "data-ct-word-failed": _(
                "Chưa đọc được tệp Word. Nội dung đang viết vẫn còn ở đây. Hãy thử lại."
            ),
        }
        button = HeaderButton(_("Lấy từ tệp Word…"), url=address, icon_name="doc-full", attrs=attrs)
        return [button, *super().get_header_buttons()]


class ArticleCreateView(WithWord, PortalCreateView):
    """Writing a new article."""


class ArticleEditView(WithWord, PortalEditView):
    """Working on an article."""


class ArticleViewSet(PortalViewSet):
    """Articles: what a clerk opens to write."""

    model = Article
    add_view_class = ArticleCreateView
    edit_view_class = ArticleEditView
    icon = "doc-full-inverse"
    menu_label = _("Tin, bài")
    admin_url_namespace = "article"
    base_url_path = "tin-bai"
    base_form_class = ContentForm
    panels = [
        FieldPanel("title", classname="title", widget=TITLE),
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


@hooks.register("register_admin_urls")
def register_urls() -> list[Any]:
    return [path("tin-bai/tu-word/", views.word, name="news_word")]


@hooks.register("insert_editor_js")
def editor_script() -> str:
    return format_html('<script type="module" src="{}"></script>', versioned_static("news/word.js"))
