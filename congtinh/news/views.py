"""A Word file becomes an article."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods
from wagtail.admin import messages

from congtinh.news import actions
from congtinh.news.forms import WordForm
from congtinh.news.models import Article
from congtinh.organisation import permissions
from congtinh.organisation.refusal import Reason, Refused
from congtinh.organisation.roles import Capability


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def word(request: HttpRequest) -> HttpResponse:
    """Take a Word file into a new article, or into the one that `article` names.

    The editor's own script asks for JSON, so that what was typed stays when the file is refused.
    """
    article = _article(request)
    posted = [request.POST, request.FILES] if request.method == "POST" else []
    initial = {"section": request.GET["section"]} if request.GET.get("section") else None
    form = WordForm(*posted, by=request.user, article=article, initial=initial)
    if form.is_bound and form.is_valid():
        try:
            article, lost = _taken(request, form)
        except Refused as refusal:
            form.add_error("document", [str(reason) for reason in refusal.reasons])
        else:
            return _done(request, article, lost)
    return _shown(request, form)


def _article(request: HttpRequest) -> Article | None:
    number = request.GET.get("article")
    if number is None:
        if not permissions.holds_anywhere(request.user, Capability.WRITE):
            raise Http404
        return None
    rows = Article.objects.select_related("portal", "section", "area")
    found = rows.filter(pk=number).first() if number.isdecimal() and len(number) < 16 else None
    if found is None or not permissions.may(request.user, Capability.WRITE, found):
        raise Http404
    # What the editor shows is the newest revision.
    article: Article = found.get_latest_revision_as_object()
    return article


def _taken(request: HttpRequest, form: WordForm) -> tuple[Article, list[Reason]]:
    document, by = form.cleaned_data["document"], request.user
    if form.article:
        return form.article, actions.fill_from_word(form.article, document=document, by=by)
    section = form.section_chosen
    if section is None:
        raise Refused(_("Chưa có chuyên mục nào để viết bài."))
    return actions.from_word(section.portal, section, document=document, by=by)


def _done(request: HttpRequest, article: Article, lost: list[Reason]) -> HttpResponse:
    messages.success(request, _("Đã đưa nội dung tệp Word vào bài. Hãy đọc lại trước khi trình."))
    for line in lost:
        messages.warning(request, str(line))
    address = reverse("article:edit", args=[article.pk])
    if _wants_json(request):
        return JsonResponse({"url": address})
    return HttpResponse(status=302, headers={"Location": address})


def _shown(request: HttpRequest, form: WordForm) -> HttpResponse:
    status = 422 if form.is_bound else 200
    if form.is_bound and _wants_json(request):
        said = [str(message) for lines in form.errors.values() for message in lines]
        codes = [error.code for errors in form.errors.as_data().values() for error in errors]
        return JsonResponse({"errors": said, "replace": codes == ["replace"]}, status=status)
    context: dict[str, Any] = {"form": form, "article": form.article}
    return render(request, "news/word.html", context, status=status)


def _wants_json(request: HttpRequest) -> bool:
    return "application/json" in request.headers.get("Accept", "")
