"""Registers the media app."""

from django.apps import AppConfig


class MediaConfig(AppConfig):
    name = "congtinh.media"
    label = "media"
    verbose_name = "Hình ảnh và tệp"
