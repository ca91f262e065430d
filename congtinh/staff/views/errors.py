"""Refusals and failures, said so that people know what is safe and what to do."""

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _


def missing(request: HttpRequest, exception: Exception) -> HttpResponse:
    """404, also for what lies in portals one has no post in."""
    return _page(
        request, 404, _("Không có trang này"),
        _("Địa chỉ này không có, hoặc không thuộc các cổng quý vị được phân công."),
    )  # fmt: skip


def failed(request: HttpRequest) -> HttpResponse:
    """500: something broke, so this page leans on nothing."""
    context = {
        "language": get_language(),
        "heading": _("Hệ thống gặp lỗi"),
        "words": _(
            "Việc vừa làm có thể chưa được lưu. Những gì đã lưu trước đó vẫn nguyên vẹn. "
            "Hãy thử lại sau ít phút; nếu còn lỗi, báo Trung tâm CNTT&TT."
        ),
        "back": reverse("wagtailadmin_home"),
        "back_words": _("Về Việc của tôi"),
    }
    return HttpResponse(render_to_string("staff/failed.html", context), status=500)


def is_script(request: HttpRequest) -> bool:
    """Whether an editor's autosave asks, which reads JSON and no pages."""
    return request.accepts("application/json") and not request.accepts("text/html")


def signed_out() -> HttpResponse:
    """For an autosave whose session is over; the editor shows the words beside its form."""
    words = _(
        "Phiên làm việc đã hết, nên chưa lưu được. Nội dung vừa gõ vẫn còn trên máy này: bấm "
        "«Lưu» để đăng nhập lại, rồi bấm «Lưu nội dung này»."
    )
    body = {"success": False, "error_code": "signed_out", "error_message": words}
    return JsonResponse(body, status=403)


def stale_form(request: HttpRequest, reason: str = "", **kwargs: Any) -> HttpResponse:
    """A form from before the last sign-in: what was typed is still in the browser."""
    if is_script(request):
        return signed_out()
    return _page(
        request, 403, _("Phiên làm việc đã thay đổi"),
        _(
            "Trang vừa gửi được mở từ trước lần đăng nhập mới nhất, nên chưa được nhận. Nội dung "
            "vừa gõ trong trình soạn thảo vẫn còn trên máy này: mở lại trang rồi bấm "
            "«Lưu nội dung này»."
        ),
        back=request.get_full_path(), back_words=_("Mở lại trang"),
    )  # fmt: skip


def _page(
    request: HttpRequest, status: int, heading: str, words: str, *,
    back: str = "", back_words: str = "",
) -> HttpResponse:  # fmt: skip
    context = {
        "heading": heading, "words": words, "back": back or reverse("wagtailadmin_home"),
        "back_words": back_words or _("Về Việc của tôi"),
    }  # fmt: skip
    return render(request, "staff/plain.html", context, status=status)
