"""How the staff area writes moments and names."""

from datetime import date, datetime

from django import template
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from congtinh.vietnamese import dates

register = template.Library()


@register.filter
def said(moment: datetime | None) -> str:
    """«hôm nay 14:05», «today 14:05»; a plain date when it is longer ago."""
    if not moment:
        return ""
    if get_language() != "en":
        return dates.relative(moment, timezone.now())
    local, today = timezone.localtime(moment), timezone.localdate()
    days = (local.date() - today).days
    near = {0: _("hôm nay"), -1: _("hôm qua"), 1: _("ngày mai")}.get(days)
    return f"{near} {local:%H:%M}" if near else f"{date_format(local, 'j F Y')} {local:%H:%M}"


@register.filter(expects_localtime=True)
def dated(day: date | None) -> str:
    """«6/10/2024», «6 October 2024»."""
    return date_format(day, "j F Y" if get_language() == "en" else "j/n/Y") if day else ""
