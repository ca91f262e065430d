"""Addresses of the staff process."""

from django.urls import include, path
from django.views.generic import RedirectView
from wagtail.admin import urls as wagtailadmin_urls

from congtinh.media import views as media
from congtinh.theme import views as theme

urlpatterns = [
    path("", RedirectView.as_view(pattern_name="wagtailadmin_home"), name="root"),
    path("anh/<int:number>/", media.image, name="media_image"),
    path("tep-rieng/<int:number>/", media.file, name="media_file"),
    path("_theme/", theme.gallery, name="theme_gallery"),
    path("admin/", include(wagtailadmin_urls)),
]
