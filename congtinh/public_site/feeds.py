"""Feeds and site maps, from the same reads as the pages."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.feedgenerator import Rss201rev2Feed
from django.utils.xmlutils import SimplerXMLGenerator

from congtinh.public_site import fronts, queries
from congtinh.public_site.fronts import Site

_XMLNS = "http://www.sitemaps.org/schemas/sitemap/0.9"


def rss(request: HttpRequest, language: str, section: str = "") -> HttpResponse:
    """The newest publications of a portal or section as RSS 2.0."""
    site: Site = request.site
    one = site.section(section) if section else None
    if language not in site.languages or (section and one is None):
        raise Http404
    name = site.structure["names"][language]
    prefix = fronts.home(language)
    feed = Rss201rev2Feed(
        title=f"{one['names'][language]} | {name}" if one else name,
        link=site.address(f"{prefix}{section}"),
        description=(one["descriptions"].get(language) if one else "") or name,
        language=language,
        feed_url=site.address(request.path_info),
    )
    for item in queries.feed(site.code, language, section):
        feed.add_item(
            title=item.title,
            link=site.address(item.path),
            description=item.summary,
            pubdate=item.first_published_at,
            updateddate=item.published_at,
            unique_id=f"urn:uuid:{item.item}",
            unique_id_is_permalink=False,
        )
    return HttpResponse(feed.writeString("utf-8"), content_type=feed.content_type)


def site_map_index(request: HttpRequest) -> HttpResponse:
    """The list of site map files, one for each stretch of the log."""
    site: Site = request.site
    entries = [
        (site.address(f"/sitemap-{span}.xml"), None) for span in queries.map_spans(site.code)
    ]
    return _xml("sitemapindex", "sitemap", entries)


def site_map_file(request: HttpRequest, span: int) -> HttpResponse:
    """One file of the site map; search engines see each page once, at its canonical address."""
    site: Site = request.site
    entries = [
        (site.address(path), at.date().isoformat())
        for path, at in queries.map_entries(site.code, span)
    ]
    return _xml("urlset", "url", entries)


def robots(request: HttpRequest) -> HttpResponse:
    site: Site = request.site
    body = f"User-agent: *\nAllow: /\n\nSitemap: {site.address('/sitemap.xml')}\n"
    return HttpResponse(body, content_type="text/plain; charset=utf-8")


def _xml(root: str, element: str, entries: list[tuple[str, str | None]]) -> HttpResponse:
    response = HttpResponse(content_type="application/xml; charset=utf-8")
    writer = SimplerXMLGenerator(response, "utf-8")
    writer.startDocument()
    writer.startElement(root, {"xmlns": _XMLNS})
    for address, changed in entries:
        writer.startElement(element, {})
        writer.addQuickElement("loc", address)
        if changed:
            writer.addQuickElement("lastmod", changed)
        writer.endElement(element)
    writer.endElement(root)
    writer.endDocument()
    return response
