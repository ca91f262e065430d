"""Addresses of the staff process."""

from django.urls import include, path
from django.views.generic import RedirectView
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.admin.auth import require_admin_access
from wagtail.admin.views.chooser import ExternalLinkView

from congtinh.media import views as media
from congtinh.staff.views.account import OwnAccountView
from congtinh.staff.views.my_work import MyWorkView
from congtinh.theme import views as theme

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="wagtailadmin_home"), name="root"),
    path("anh/<int:number>/", media.image, name="media_image"),
    path("tep-rieng/<int:number>/", media.file, name="media_file"),
    path("_theme/", theme.gallery, name="theme_gallery"),
    # Ours stand before Wagtail's of the same name and address.
    path("admin/", require_admin_access(MyWorkView.as_view()), name="wagtailadmin_home"),
    path(
        "admin/account/",
        require_admin_access(OwnAccountView.as_view()),
        name="wagtailadmin_account",
    ),
    # The editor's dialogue for links opens at addresses elsewhere: there is no page tree.
    path(
        "admin/choose-page/",
        require_admin_access(ExternalLinkView.as_view()),
        name="staff_choose_link",
    ),
    path("admin/", include(wagtailadmin_urls)),
]

handler404 = "congtinh.staff.views.errors.missing"
handler500 = "congtinh.staff.views.errors.failed"
