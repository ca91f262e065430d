"""A large province for measuring: many portals and publications, through the checks of imports."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from uuid import UUID, uuid5

from django.utils import timezone
from django.utils.translation import gettext as _

from congtinh.demo.calendar import chance
from congtinh.demo.founding import PASSWORD
from congtinh.demo.generated import text
from congtinh.demo.texts import ZONE, province
from congtinh.news.models import Article
from congtinh.organisation import actions as organisation
from congtinh.organisation.models import Area, Mandate, Person, Portal, Unit
from congtinh.organisation.roles import Role
from congtinh.public_site.page import HUES
from congtinh.publishing import actions as publishing
from congtinh.publishing.models import Decision, Publication

Progress = Callable[[int, int, str], None]

#: Names every generated text for ever, so that a second run goes on where the first one ended.
_NAMESPACE = UUID("0f2b3f0e-9a55-5d0e-8f0f-6a1c1f4f7c21")
_BATCH = 500
_YEARS = 10
_BEGIN = date(2008, 11, 4)


def load_large(portals: int, publications: int, progress: Progress) -> int:
    """Bring the province up to so many portals and texts; returns how many texts were added.

    Each batch is a transaction of its own; what an earlier run wrote is left as it is.
    """
    areas = _areas()
    places = [_place(number) for number in range(portals)]
    share, rest = divmod(publications, portals)
    done = added = 0
    for number, (portal, head) in enumerate(places):
        wanted = share + (1 if number < rest else 0)
        decision: Decision | None = None
        for keys in _batches(number, wanted):
            known = set(
                Publication.objects.filter(item__in=keys.values()).values_list("item", flat=True)
            )
            missing = {key: item for key, item in keys.items() if item not in known}
            if missing:
                decision = decision or publishing.decide_import(
                    portal, by=head, reason=_("Dữ liệu sinh ra để đo")
                )
                records = _records(missing, portal, areas, wanted)
                made = publishing.publish_many(records, by=head, decision=decision)
                added += len(made.publications)
            done += len(keys)
            progress(done, publications, portal.name)
    return added


def _batches(number: int, wanted: int) -> Iterator[dict[int, UUID]]:
    for start in range(0, wanted, _BATCH):
        indices = range(start, min(start + _BATCH, wanted))
        yield {index: uuid5(_NAMESPACE, f"{number}/{index}") for index in indices}


def _records(
    items: dict[int, UUID], portal: Portal, areas: dict[str, Area], wanted: int
) -> list[publishing.Record]:
    """Oldest first, spread over ten years, so that lists read as if they had grown."""
    section = portal.sections.get(slug="tin-tuc")
    now = timezone.now()
    records = []
    for index, item in items.items():
        told = text(chance(f"{portal.code} {index}", 2**31))
        at = now - timedelta(days=365 * _YEARS) * ((wanted - index) / wanted)
        content = Article(
            item=item, translation_key=item, portal=portal, section=section,
            area=areas[told.area], title=told.title, lead=told.lead,
            body=[("text", told.body)], event_on=at.astimezone(ZONE).date(),
            source=portal.name,
        )  # fmt: skip
        records.append(publishing.Record(content, at))
    return records


def _areas() -> dict[str, Area]:
    known = {area.code: area for area in Area.objects.all()}
    for order, area in enumerate(province()["areas"]):
        if area["slug"] not in known:
            known[area["slug"]] = organisation.add_area(
                by=None, code=area["slug"], name=area["vi"], name_en=area["en"], order=order
            )
    return known


def _place(number: int) -> tuple[Portal, Person]:
    """A commune with its portal and the head of its board, founded unless it is there."""
    code = f"xa-{number + 1:03}"
    portal = Portal.objects.filter(code=code).first()
    if portal is None:
        unit = Unit.objects.filter(code=code).first() or organisation.add_unit(
            by=None, code=code, kind=Unit.Kind.COMMUNE, name=f"Xã Mẫu số {number + 1}",
            name_en=f"Sample Commune No. {number + 1}",
        )  # fmt: skip
        portal = organisation.establish_portal(
            unit, by=None, code=code, hosts=[f"{code}.localhost"], name=unit.name,
            name_en=unit.name_en, hue=HUES[number % len(HUES)],
        )  # fmt: skip
    username = f"truong-ban-{code}"
    head = Person.objects.filter(username=username).first()
    if head is None:
        head = organisation.enrol_person(
            username=username, password=PASSWORD, portal=portal, by=None,
            last_name="Trưởng ban", first_name=f"Xã Mẫu {number + 1}",
        )  # fmt: skip
    if not head.appointments.exists():
        mandate, _created = Mandate.objects.get_or_create(
            number="3528/QĐ-UBND", issuer="UBND tỉnh", signed_on=_BEGIN
        )
        organisation.appoint(head, portal, Role.HEAD, mandate=mandate, starts_on=_BEGIN, by=None)
    return portal, head
