"""The page for a failure of ours: static, asking nothing of the database."""

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string


def failure(request: HttpRequest) -> HttpResponse:
    return HttpResponse(render_to_string("public_site/failure.html"), status=500)
