"""The hues a portal may bear; the theme holds their colours, each checked for contrast."""

from django.utils.translation import gettext_lazy as _

HUES = (
    ("bay", _("Xanh vịnh")),
    ("pine", _("Xanh thông")),
    ("moss", _("Xanh rêu")),
    ("brass", _("Vàng đồng")),
    ("clay", _("Nâu đất")),
    ("rose", _("Hồng sẫm")),
    ("plum", _("Tím mận")),
    ("indigo", _("Chàm")),
    ("slate", _("Xám đá")),
)
