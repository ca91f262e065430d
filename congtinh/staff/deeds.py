"""What this app's recorded actions are called, and which of all actions are technical."""

from django.utils.translation import gettext_lazy as _

DEEDS = {
    "audit.export": _("Xuất nhật ký"),
    "audit.verify": _("Kiểm tra chuỗi nhật ký"),
}

#: What a technician sees of the audit: the system and the organisation, never editorial work.
TECHNICAL = (
    "portal.", "host.", "section.", "unit.", "area.", "person.", "board.", "appointment.",
    "delegation.", "audit.", "structure.",
)  # fmt: skip
