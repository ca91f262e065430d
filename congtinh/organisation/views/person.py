"""One person: account, posts, rights and their grounds, lock, password."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from congtinh.organisation import actions, passwords, permissions, queries
from congtinh.organisation.forms import AccountPart, Part, ReasonPart, account_of
from congtinh.organisation.models import Person, Portal
from congtinh.organisation.refusal import NotAllowed
from congtinh.organisation.roles import Capability
from congtinh.organisation.views import answers
from congtinh.organisation.views.wall import person_of, person_or_404, walled


@require_safe
def person(request: HttpRequest, number: int) -> HttpResponse:
    """What the account is, what it held and holds, and what follows from it."""
    by = person_of(request)
    found = person_or_404(request, number)
    posts = list(
        queries.posts_visible_to(by).filter(person=found)
        .prefetch_related("areas").order_by("-starts_on", "-pk")
    )  # fmt: skip
    now, today = timezone.now(), timezone.localdate()
    for post in posts:
        post.stage = _stage(post, now, today)
    places = {post.portal_id: post.portal for post in posts if post.stage == "now"}
    return render(
        request,
        "organisation/person.html",
        {
            "person": found,
            "posts": posts,
            "rights": queries.rights(found, places.values()),
            "why_not": permissions.why_not_keep(by, found),
            "self": by.pk == found.pk,
        },
    )


@require_http_methods(["GET", "POST"])
@walled
def change(request: HttpRequest, number: int) -> HttpResponse:
    found = _keepable(request, number)
    by = person_of(request)
    data, _files = answers.bound(request)
    part = AccountPart(data, initial=account_of(found))
    portal = _on_behalf(by, found)
    if data is not None and answers.deed(
        [part], lambda: actions.change_person(found, portal=portal, by=by, **part.cleaned_data)
    ):
        return answers.done(request, _("Đã lưu tài khoản."), "organisation_person", number)
    return _sheet(request, [part], found, title=_("Sửa tài khoản"), verb=_("Lưu"))


@require_http_methods(["GET", "POST"])
@walled
def lock(request: HttpRequest, number: int) -> HttpResponse:
    """Lock an account or open it again; whoever is signed in with it is out at once."""
    found = _keepable(request, number)
    by = person_of(request)
    opening = not found.is_active
    data, _files = answers.bound(request)
    part = ReasonPart(data)
    portal = _on_behalf(by, found)
    if data is not None and answers.deed(
        [part],
        lambda: actions.change_person(
            found, portal=portal, by=by, is_active=opening, reason=part.cleaned_data["reason"]
        ),
    ):
        words = _("Đã mở lại tài khoản.") if opening else _("Đã khóa tài khoản.")
        return answers.done(request, words, "organisation_person", number)
    title = _("Mở lại tài khoản") if opening else _("Khóa tài khoản")
    about = (
        _("%(person)s đăng nhập lại được ngay khi bấm nút.")
        if opening
        else _(
            "%(person)s bị đăng xuất và không đăng nhập được nữa. Bài viết, phân công giữ nguyên."
        )
    )
    return _sheet(request, [part], found, title=title, verb=title, about=about % {"person": found})


@require_http_methods(["GET", "POST"])
@walled
def password(request: HttpRequest, number: int) -> HttpResponse:
    """A new password, generated and shown once."""
    found = _keepable(request, number)
    by = person_of(request)
    title = _("Cấp mật khẩu mới")
    part = Part(*answers.bound(request))
    new = passwords.generate()
    portal = _on_behalf(by, found)
    if part.is_bound and answers.deed(
        [part], lambda: actions.give_password(found, new, portal=portal, by=by)
    ):
        back = reverse("organisation_person", args=[number])
        return answers.passwords(request, _("Đã cấp mật khẩu mới."), [(found, new)], back=back)
    about = _(
        "Mật khẩu cũ của %(person)s hết hiệu lực, mọi phiên đang đăng nhập kết thúc. Mật khẩu mới "
        "chỉ hiện một lần, và phải đổi ngay khi đăng nhập."
    )
    return _sheet(request, [part], found, title=title, verb=title, about=about % {"person": found})


def _keepable(request: HttpRequest, number: int) -> Person:
    found = person_or_404(request, number)
    reasons = permissions.why_not_keep(person_of(request), found)
    if reasons:
        raise NotAllowed(*reasons)
    return found


def _on_behalf(by: Any, found: Person) -> Portal | None:
    """The portal in whose name the account is kept; None is the ICT centre's whole province."""
    if permissions.portal_codes(by, Capability.MANAGE_PEOPLE) is None:
        return None
    post = queries.posts_visible_to(by).filter(person=found).order_by("-starts_on", "-pk").first()
    return post.portal if post else None


def _sheet(request: HttpRequest, parts: list[Part], found: Person, **words: Any) -> HttpResponse:
    back = reverse("organisation_person", args=[found.pk])
    return answers.sheet(request, parts, back=back, person=found, **words)


def _stage(post: Any, now: Any, today: Any) -> str:
    if post.revoked_at and post.revoked_at <= now:
        return "past"
    if post.ends_on and post.ends_on < today:
        return "past"
    return "coming" if post.starts_on > today else "now"
