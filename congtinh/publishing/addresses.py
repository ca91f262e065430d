"""The public addresses of what is published, for links from the staff area to readers' pages."""

from django.conf import settings

from congtinh.publishing.models import LiveHost


def public_origin(portal: str) -> str:
    """Scheme, host and port on which readers find a portal; empty before it is announced."""
    row = LiveHost.objects.filter(portal=portal).order_by("-canonical", "host").first()
    if row is None:
        return ""
    port = settings.READER_PORT_SHOWN
    return f"{settings.READER_SCHEME}://{row.host}" + (f":{port}" if port else "")


def public_url(portal: str, path: str) -> str:
    """The address of a publication as readers type it; empty when the portal has no host."""
    origin = public_origin(portal)
    return f"{origin}{path}" if origin else ""
