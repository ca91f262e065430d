"""Refusals and failures, said so that people know what is safe and what to do."""

from typing import Any

from django.http import HttpRequest, HttpResponse
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


def stale_form(request: HttpRequest, reason: str = "", **kwargs: Any) -> HttpResponse:
    """A form from before the last sign-in: what was typed is still in the browser."""
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
