"""What each role is for, its clause, and the capabilities it carries."""

from dataclasses import dataclass
from enum import StrEnum, unique

from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


@unique
class Capability(StrEnum):
    """Everything a person can be entitled to, each asked for by name at the server."""

    READ = "read"
    WRITE = "write"
    MODERATE = "moderate"
    APPROVE = "approve"
    WITHDRAW = "withdraw"
    HAND_OVER = "hand_over"
    TAKE_UP = "take_up"
    DELEGATE = "delegate"
    MANAGE_PORTAL = "manage_portal"
    MANAGE_PEOPLE = "manage_people"
    ESTABLISH = "establish"
    READ_AUDIT = "read_audit"
    OPERATE = "operate"


CAPABILITY_LABELS: dict[Capability, str | Promise] = {
    Capability.READ: _("Xem nội dung đang soạn"),
    Capability.WRITE: _("Viết và trình bài"),
    Capability.MODERATE: _("Kiểm duyệt, trả lại"),
    Capability.APPROVE: _("Duyệt đăng"),
    Capability.WITHDRAW: _("Gỡ bài"),
    Capability.HAND_OVER: _("Chuyển bài lên Cổng tỉnh"),
    Capability.TAKE_UP: _("Tiếp nhận bài chuyển lên"),
    Capability.DELEGATE: _("Ủy nhiệm cho phó ban"),
    Capability.MANAGE_PORTAL: _("Quản trị chuyên mục và thông tin cổng"),
    Capability.MANAGE_PEOPLE: _("Quản trị người và phân quyền"),
    Capability.ESTABLISH: _("Lập cổng, đơn vị, lĩnh vực"),
    Capability.READ_AUDIT: _("Xem nhật ký thao tác"),
    Capability.OPERATE: _("Vận hành kỹ thuật"),
}


class Role(TextChoices):
    """Board roles (Đ3.1), access levels (Đ8.3) and the ICT centre's technician (Đ3.4)."""

    HEAD = "head", _("Trưởng ban")
    DEPUTY = "deputy", _("Phó ban")
    MEMBER = "member", _("Ủy viên")
    ASSISTANT = "assistant", _("Chuyên viên giúp việc")
    ADMINISTER = "administer", _("Quản trị")
    MODERATE = "moderate", _("Kiểm duyệt")
    UPDATE = "update", pgettext_lazy("mức truy cập", "Cập nhật")
    TECHNICIAN = "technician", _("Kỹ thuật viên")


BOARD_ROLES = frozenset({Role.HEAD, Role.DEPUTY, Role.MEMBER, Role.ASSISTANT})
ACCESS_LEVELS = frozenset({Role.ADMINISTER, Role.MODERATE, Role.UPDATE})


@dataclass(frozen=True, slots=True)
class Entitlement:
    """What a role carries on its own portal, and on every portal of the province."""

    describes: str | Promise
    clause: str
    here: frozenset[Capability]
    everywhere: frozenset[Capability] = frozenset()
    #: Capabilities held only for the areas and days of a delegation (Đ5.2).
    by_delegation: frozenset[Capability] = frozenset()


_C = Capability
_DECIDING = frozenset({_C.APPROVE, _C.WITHDRAW})
_GUIDING = frozenset({_C.READ, _C.MODERATE, _C.HAND_OVER, _C.TAKE_UP, _C.READ_AUDIT})

GENERAL: dict[Role, Entitlement] = {
    Role.HEAD: Entitlement(
        _("Quyết định nội dung đưa lên Cổng tổng hợp, kể cả bài của cổng thành phần."),
        "Đ5.1",
        _GUIDING | _DECIDING | {_C.DELEGATE, _C.MANAGE_PEOPLE, _C.MANAGE_PORTAL},
    ),
    Role.DEPUTY: Entitlement(
        _("Giúp Trưởng ban; quyết định trong lĩnh vực và thời gian được ủy nhiệm."),
        "Đ5.2",
        _GUIDING,
        by_delegation=_DECIDING,
    ),
    Role.MEMBER: Entitlement(
        _("Theo dõi, đôn đốc việc cung cấp thông tin theo lĩnh vực được phân công."),
        "Đ5.3",
        frozenset({_C.READ, _C.MODERATE}),
    ),
    Role.ASSISTANT: Entitlement(
        _("Theo dõi, tổng hợp, kiểm tra chế độ cập nhật và lưu giữ thông tin."),
        "Đ5.4",
        frozenset({_C.READ, _C.READ_AUDIT}),
    ),
    Role.ADMINISTER: Entitlement(
        _("Quản trị cổng: chuyên mục, thông tin cổng, người và mức truy cập."),
        "Đ8.3",
        frozenset({_C.READ, _C.MANAGE_PORTAL, _C.MANAGE_PEOPLE, _C.READ_AUDIT}),
    ),
    Role.MODERATE: Entitlement(
        _("Kiểm duyệt: đọc bài trình, trả lại kèm ý kiến, tiếp nhận bài của cổng thành phần."),
        "Đ8.3",
        frozenset({_C.WRITE}) | _GUIDING,
    ),
    Role.UPDATE: Entitlement(
        _("Cập nhật: viết bài, tải ảnh và tệp, trình duyệt."),
        "Đ8.3",
        frozenset({_C.READ, _C.WRITE}),
    ),
    Role.TECHNICIAN: Entitlement(
        _("Vận hành kỹ thuật toàn hệ thống, lập cổng; không có quyền biên tập."),
        "Đ3.4",
        frozenset({_C.OPERATE, _C.ESTABLISH, _C.READ_AUDIT}),
        everywhere=frozenset({_C.OPERATE, _C.ESTABLISH, _C.MANAGE_PEOPLE, _C.MANAGE_PORTAL}),
    ),
}

#: On a component portal its board answers for the content (Đ3.2), so whoever moderates decides
#: there (Đ8.3, Đ10.4), and nothing is taken up from elsewhere.
COMPONENT: dict[Role, Entitlement] = {
    role: Entitlement(
        entitlement.describes, entitlement.clause, entitlement.here - {_C.TAKE_UP},
        entitlement.everywhere, entitlement.by_delegation,
    )
    for role, entitlement in GENERAL.items()
}  # fmt: skip
COMPONENT[Role.HEAD] = Entitlement(
    _("Chịu trách nhiệm nội dung cổng của đơn vị, duyệt đăng, gỡ bài."),
    "Đ3.2",
    GENERAL[Role.HEAD].here - {_C.TAKE_UP},
)
COMPONENT[Role.MODERATE] = Entitlement(
    _("Kiểm duyệt: đọc bài trình, trả lại kèm ý kiến, duyệt đăng, chuyển bài lên Cổng tỉnh."),
    "Đ8.3",
    frozenset({_C.WRITE, _C.APPROVE, _C.WITHDRAW}) | (_GUIDING - {_C.TAKE_UP}),
)
