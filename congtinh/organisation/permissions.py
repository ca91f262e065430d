"""Who may do what, and why: the one module that answers, from appointments and delegations."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from congtinh.organisation import rules
from congtinh.organisation.models import Appointment, Delegation, Person, Portal
from congtinh.organisation.refusal import NotAllowed, Reason
from congtinh.organisation.roles import CAPABILITY_LABELS, Capability, Role
from congtinh.organisation.rules import Ground, Post, Power, Standing

PROVINCE = ""
"""The target of capabilities that belong to no single portal."""


class Owned(Protocol):
    """Anything that belongs to a portal; `area` is its policy area or None."""

    @property
    def portal(self) -> Any: ...


@dataclass(frozen=True, slots=True)
class Answer:
    """Yes with its ground, or no with reasons."""

    ground: Ground | None
    reasons: tuple[Reason, ...] = ()

    def __bool__(self) -> bool:
        return self.ground is not None

    @property
    def capacity(self) -> str:
        """In which capacity the person acts, in words that go on record."""
        return describe(self.ground) if self.ground else ""


def may(
    person: Any,
    capability: Capability,
    target: Owned | Portal | str,
    *,
    at: datetime | None = None,
) -> Answer:
    """Answer whether `person` holds `capability` for `target` at that moment, and why."""
    if not isinstance(person, Person) or not person.is_active:
        return Answer(None, (gettext_lazy("Cần đăng nhập bằng tài khoản đang hoạt động."),))
    portal, area = _place(target)
    moment = at or timezone.now()
    standing = standing_of(person)
    found = rules.ground(standing, capability, portal=portal, area=area, at=moment)
    if found:
        return Answer(found)
    return Answer(None, (_why_not(standing, capability, portal, moment),))


def require(
    person: Any,
    capability: Capability,
    target: Owned | Portal | str,
    *,
    at: datetime | None = None,
    fresh: bool = False,
) -> Answer:
    """Like `may`, but raises `NotAllowed` with the reasons when the answer is no.

    With `fresh`, posts are read anew: a decision counts what holds while it is taken, not what
    held when its request began.
    """
    if fresh and isinstance(person, Person):
        forget(person)
    answer = may(person, capability, target, at=at)
    if not answer:
        raise NotAllowed(*answer.reasons)
    return answer


def portals(person: Any, capability: Capability, *, at: datetime | None = None) -> QuerySet[Portal]:
    """The portals on which the person can hold a capability now."""
    if not isinstance(person, Person) or not person.is_active:
        return Portal.objects.none()
    codes = rules.portals_with(standing_of(person), capability, at or timezone.now())
    return Portal.objects.all() if codes is None else Portal.objects.filter(code__in=codes)


def portal_codes(
    person: Any, capability: Capability, *, at: datetime | None = None
) -> frozenset[str] | None:
    """As `portals`, as codes; None means every portal."""
    if not isinstance(person, Person) or not person.is_active:
        return frozenset()
    return rules.portals_with(standing_of(person), capability, at or timezone.now())


def holds_anywhere(person: Any, capability: Capability) -> bool:
    """Whether there is any portal on which the person holds the capability now."""
    codes = portal_codes(person, capability)
    return codes is None or bool(codes)


def is_staff(person: Any) -> bool:
    """Whether the person has any current post, and so a place in the staff area."""
    if not isinstance(person, Person) or not person.is_active:
        return False
    return bool(rules.current_posts(standing_of(person), timezone.now()))


def holders(
    capability: Capability,
    portal: Portal,
    *,
    area: str = "",
    at: datetime | None = None,
) -> list[Person]:
    """The people who hold a capability on a portal for an area now, to be told of work."""
    moment = at or timezone.now()
    appointed = Appointment.objects.filter(portal=portal).in_force(moment).values("person")
    people = Person.objects.filter(pk__in=appointed, is_active=True)
    standings = _standings(list(people.values_list("pk", flat=True)))
    return [
        person
        for person in people.order_by("first_name", "last_name", "pk")
        if rules.ground(
            standings.get(person.pk, Standing()),
            capability,
            portal=portal.code,
            area=area,
            at=moment,
        )
    ]


def roles_on(person: Any, portal: Portal | str, *, at: datetime | None = None) -> frozenset[Role]:
    """The roles in which a person stands on a portal now: held there, or reaching everywhere."""
    if not isinstance(person, Person) or not person.is_active:
        return frozenset()
    code = portal if isinstance(portal, str) else portal.code
    return frozenset(
        Role(post.role)
        for post in rules.current_posts(standing_of(person), at or timezone.now())
        if post.portal == code or post.entitlement.everywhere
    )


def grantable(person: Any, portal: Portal) -> list[Role]:
    """The roles a person may give on a portal now, in the order of the roles."""
    if not may(person, Capability.MANAGE_PEOPLE, portal):
        return []
    held = roles_on(person, portal)
    return [role for role in Role if rules.may_grant(held, role)]


def why_not_grant(person: Any, role: Role, portal: Portal) -> tuple[Reason, ...]:
    """Why a person may not give or end that role on that portal; empty when they may."""
    answer = may(person, Capability.MANAGE_PEOPLE, portal)
    if not answer:
        return answer.reasons
    if rules.may_grant(roles_on(person, portal), role):
        return ()
    given = ", ".join(str(one.label) for one in grantable(person, portal))
    return (
        gettext_lazy(
            "Với vai trò hiện có tại cổng này, quý vị chỉ phân công được: %(roles)s. "
            "Vai trò %(role)s do cấp trên hoặc Trung tâm CNTT&TT phân công."
        )
        % {"roles": given, "role": Role(role).label},
    )


def why_not_appoint(person: Any, other: Person) -> tuple[Reason, ...]:
    """Why a person may not appoint that other one at all; empty when they may.

    People of units one does not manage are appointed by the ICT centre; whoever has had no post
    yet is free.
    """
    if person.pk == other.pk:
        return (gettext_lazy("Không ai tự phân công cho chính mình."),)
    posts = standing_of(other).posts
    codes = portal_codes(person, Capability.MANAGE_PEOPLE)
    if not posts or codes is None or any(post.portal in codes for post in posts):
        return ()
    return (
        gettext_lazy(
            "Người này thuộc cổng khác. Nhờ Trung tâm CNTT&TT phân công thêm tại cổng này."
        ),
    )


def why_not_keep(person: Any, other: Person) -> tuple[Reason, ...]:
    """Why a person may not change the other's account; empty when they may (Đ8.3, Đ16.5).

    All posts of the other count, those to come as well: whoever may lock an account or set its
    password holds everything the account holds.
    """
    if person.pk == other.pk:
        return (gettext_lazy("Tài khoản của chính mình: đổi ở trang Tài khoản."),)
    today = timezone.localdate()
    for post in standing_of(other).posts:
        if rules.last_day(post) < today or (post.revoked_at and post.revoked_at <= timezone.now()):
            continue
        if not rules.may_answer_for(roles_on(person, post.portal), post.role):
            return (
                gettext_lazy(
                    "Người này còn giữ phân công mà quý vị không quản trị hoặc cao hơn vai trò của "
                    "quý vị. Nhờ Trung tâm CNTT&TT thực hiện."
                ),
            )
    return ()


def standing_of(person: Person) -> Standing:
    """Appointments and delegations of a person, read once for the life of the object."""
    if person._standing is None:
        person._standing = _standings([person.pk]).get(person.pk, Standing())
    standing: Standing = person._standing
    return standing


def forget(person: Person) -> None:
    """Drop what was read, after an appointment or delegation changed in the same request."""
    person._standing = None


def describe(ground: Ground) -> str:
    """The capacity in words: «Phó ban, theo ủy nhiệm số 12/UN ngày 1/2/2009»."""
    role = Role(ground.post.role).label
    if ground.power:
        return _("%(role)s, theo ủy nhiệm %(mandate)s") % {
            "role": role,
            "mandate": ground.power.mandate,
        }
    return _("%(role)s, theo văn bản %(mandate)s") % {
        "role": role,
        "mandate": ground.post.mandate,
    }


def _place(target: Owned | Portal | str) -> tuple[str, str]:
    if isinstance(target, str):
        return target, ""
    if isinstance(target, Portal):
        return target.code, ""
    area = getattr(target, "area", None)
    return target.portal.code, area.code if area else ""


def _why_not(standing: Standing, capability: Capability, portal: str, moment: datetime) -> Reason:
    what = str(CAPABILITY_LABELS[capability]).lower()
    if rules.lacks_only_delegation(standing, capability, portal=portal, at=moment):
        return _(
            "Phó ban chỉ được %(what)s trong lĩnh vực và thời gian được Trưởng ban ủy nhiệm; "
            "hôm nay không có ủy nhiệm nào cho lĩnh vực của nội dung này (Đ5.2)."
        ) % {"what": what}
    ended = rules.ended_post(standing, portal=portal, at=moment)
    if ended and not any(post.portal == portal for post in rules.current_posts(standing, moment)):
        return _("Phân công %(role)s của quý vị tại cổng này đã kết thúc ngày %(date)s.") % {
            "role": Role(ended.role).label,
            "date": f"{rules.last_day(ended):%d/%m/%Y}",
        }
    roles = ", ".join(
        str(Role(post.role).label)
        for post in rules.current_posts(standing, moment)
        if post.portal == portal
    )
    if roles:
        return _("Vai trò hiện có tại cổng này (%(roles)s) không gồm quyền %(what)s.") % {
            "roles": roles,
            "what": what,
        }
    return _("Quý vị không được phân công tại cổng này.")


def _standings(people: list[int]) -> dict[int, Standing]:
    posts: dict[int, list[Post]] = {}
    appointments = Appointment.objects.filter(person__in=people).order_by("pk")
    for row in appointments.select_related("portal", "mandate"):
        posts.setdefault(row.person_id, []).append(
            Post(
                row.pk, Role(row.role), row.portal.code, row.portal.is_general,
                row.starts_on, row.ends_on, row.revoked_at, str(row.mandate),
            )
        )  # fmt: skip
    powers: dict[int, list[Power]] = {}
    delegations = Delegation.objects.filter(holder__in=people).order_by("pk")
    for given in delegations.select_related("portal", "mandate").prefetch_related("areas"):
        powers.setdefault(given.holder_id, []).append(
            Power(
                given.pk, given.portal.code, frozenset(area.code for area in given.areas.all()),
                given.starts_on, given.ends_on, given.revoked_at, str(given.mandate),
            )
        )  # fmt: skip
    return {
        person: Standing(tuple(posts.get(person, ())), tuple(powers.get(person, ())))
        for person in {*posts, *powers}
    }
