"""Addresses of the public site: Vietnamese at the root, English under /en/."""

from django.urls import include, path, re_path

from congtinh.public_site import feeds, views

_PAGES = [
    path("", views.home, name="home"),
    path("rss.xml", feeds.rss, name="rss"),
    path("so-do", views.site_map, name="site_map_page"),
    path("don-vi", views.units, name="units"),
    path("<slug:section>", views.section, name="section"),
    path("<slug:section>/rss.xml", feeds.rss, name="section_rss"),
    path("<slug:section>/<slug:slug>", views.publication, name="publication"),
    path("<slug:section>/<slug:slug>/in", views.publication, {"template": "print"}, name="print"),
]

urlpatterns = [
    path("robots.txt", feeds.robots, name="robots"),
    path("sitemap.xml", feeds.site_map_index, name="site_map"),
    path("sitemap-<int:span>.xml", feeds.site_map_file, name="site_map_file"),
    re_path(
        r"^tep/(?P<folder>[0-9a-f]{2})/(?P<name>[0-9a-f]{64}\.[a-z0-9]{1,10})$",
        views.public_file, name="public_file",
    ),
    path("en/", include((_PAGES, "public"), namespace="en"), {"language": "en"}),
    path("en", views.without_slash, {"path": "en/"}),
    path("", include((_PAGES, "public"), namespace="vi"), {"language": "vi"}),
    re_path(r"^(?P<path>.+)/$", views.without_slash),
]  # fmt: skip
