"""Registers the public site."""

from django.apps import AppConfig


class PublicSiteConfig(AppConfig):
    name = "congtinh.public_site"
    label = "public_site"
    verbose_name = "Trang công khai"
