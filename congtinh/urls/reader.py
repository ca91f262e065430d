"""Addresses of the reader process."""

from django.urls import include, path

urlpatterns = [path("", include("congtinh.public_site.urls"))]

handler500 = "congtinh.public_site.errors.failure"
