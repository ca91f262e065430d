"""Taking a text over from whoever has it open, and letting it go."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST

from congtinh.organisation import permissions
from congtinh.organisation.refusal import Refused
from congtinh.organisation.roles import Capability
from congtinh.publishing import actions as publishing
from congtinh.publishing import kinds
from congtinh.publishing.models import Content
from congtinh.publishing.views import answers
from congtinh.publishing.views.wall import content_or_404, person_of


@require_POST
def hold(request: HttpRequest, item: UUID) -> HttpResponse:
    """Go on with a text in place of whoever has it open."""
    content = content_or_404(request, item)
    try:
        publishing.hold(content, by=person_of(request))
    except Refused as refusal:
        answers.tell_refusal(request, refusal)
    else:
        # No «success»: with that the browser forgets what it keeps for an editor's form.
        messages.info(request, _("Đã nhận sửa tiếp bài này. Người đang mở bài đã được báo."))
    return _back(request, content)


@require_POST
def let_go(request: HttpRequest, item: UUID) -> HttpResponse:
    """Let others save the text again."""
    content = content_or_404(request, item)
    try:
        publishing.let_go(content, by=person_of(request))
    except Refused as refusal:
        answers.tell_refusal(request, refusal)
    else:
        messages.info(request, _("Đã mở khóa. Mọi người viết của cổng lưu được bài này."))
    return _back(request, content)


def _back(request: HttpRequest, content: Content) -> HttpResponse:
    """To the editor, or for those who do not write there to what became of the text."""
    if permissions.may(request.user, Capability.WRITE, content.portal):
        return redirect(kinds.of(content).edit_url(content))
    return redirect("publishing_item", content.item)
