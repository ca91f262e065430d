"""What this app's recorded actions are called."""

from django.utils.translation import gettext_lazy as _

DEEDS = {
    "media.add": _("Tải lên ảnh, tệp"),
}
