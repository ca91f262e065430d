"""Puts our own screens before Wagtail's where those ask too little."""

from typing import Any

from django.urls import path
from wagtail import hooks

from congtinh.media import uploads, views


@hooks.register("register_admin_urls", order=-1)
def register_urls() -> list[Any]:
    return [
        path("images/multiple/add/", uploads.AddImagesView.as_view(), name="media_add_images"),
        path("documents/multiple/add/", uploads.AddFilesView.as_view(), name="media_add_files"),
        path("anh-nho/<int:number>/", views.rendition, name="media_rendition"),
    ]
