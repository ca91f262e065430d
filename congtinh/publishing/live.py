"""`Live`, `LiveHost` and `Rendering`: what is public now, written and rebuilt from the log."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any
from uuid import UUID

import orjson
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from congtinh.audit import actions as audit
from congtinh.organisation.models.portals import GENERAL_CODE
from congtinh.organisation.refusal import Refused
from congtinh.publishing import kinds, sealing
from congtinh.publishing.models import Live, LiveHost, Publication, Rendering
from congtinh.publishing.models.public import position_of

_TAKEN = _("Đường dẫn %(path)s đã có bài khác.")

#: The general portal, as the log names it.
GENERAL = GENERAL_CODE


def project(publication: Publication, *, first: Publication) -> None:
    """Make one publication visible, or a withdrawn item invisible, in the log's transaction.

    Raises `Refused` when the address is another item's.
    """
    Live.objects.filter(item=publication.item).delete()
    if publication.verb == Publication.Verb.WITHDRAW:
        LiveHost.objects.filter(publication__item=publication.item).delete()
        return
    if Live.objects.filter(portal=publication.portal, path=publication.path).exists():
        raise Refused(_TAKEN % {"path": publication.path})
    rendition = render(publication)
    Rendering.objects.update_or_create(
        publication=publication,
        defaults={
            "body": rendition.body,
            "card": rendition.card,
            "data": rendition.data,
        },
    )
    _live(publication, first).save(force_insert=True)
    _lead_hosts(publication, rendition)


def project_many(
    publications: list[Publication],
    *,
    first: Mapping[Any, Publication] = MappingProxyType({}),
) -> None:
    """As `project`, for publications of items that readers do not see yet.

    `first` gives the first publication of items that were public before.
    """
    paths = [publication.path for publication in publications]
    taken = set(Live.objects.filter(path__in=paths).values_list("portal", "path"))
    for publication in publications:
        if (publication.portal, publication.path) in taken:
            raise Refused(_TAKEN % {"path": publication.path})
    renditions = [render(publication) for publication in publications]
    Rendering.objects.bulk_create(
        Rendering(
            publication=publication, body=rendition.body, card=rendition.card, data=rendition.data
        )
        for publication, rendition in zip(publications, renditions, strict=True)
    )  # fmt: skip
    Live.objects.bulk_create(
        _live(publication, first.get(publication.item, publication)) for publication in publications
    )
    for publication, rendition in zip(publications, renditions, strict=True):
        _lead_hosts(publication, rendition)


def _live(publication: Publication, first: Publication) -> Live:
    return Live(
        publication=publication, portal=publication.portal, path=publication.path,
        section=publication.section, kind=publication.kind, language=publication.language,
        item=publication.item, translation_key=publication.translation_key,
        area=publication.area, general=publication.portal == GENERAL,
        listed=kinds.get(publication.kind).listed, first_published_at=first.published_at,
        position=position_of(first.published_at, first.seq), expires_at=publication.expires_at,
    )  # fmt: skip


def _lead_hosts(publication: Publication, rendition: kinds.Rendition) -> None:
    if not rendition.hosts:
        return
    LiveHost.objects.filter(portal=publication.portal).delete()
    LiveHost.objects.bulk_create(
        LiveHost(
            host=host,
            portal=publication.portal,
            canonical=canonical,
            publication=publication,
        )
        for host, canonical in rendition.hosts
    )


def render(publication: Publication) -> kinds.Rendition:
    """Ready HTML of a publication, from its sealed content and files alone."""
    kind = kinds.get(publication.kind)
    files = orjson.loads(publication.files) if publication.files else {}
    with override(publication.language):
        return kind.render(sealing.unseal(publication.content), files, url=publication.path)


def rebuild(progress: Callable[[int], None] = lambda done: None) -> int:
    """Throw away what is derived and replay the log; returns how many entries were read."""
    with audit.recording():
        # Nobody publishes meanwhile: a text withdrawn after the log was read would come back.
        LiveHost.objects.all().delete()
        Live.objects.all().delete()
        Rendering.objects.all().delete()
        newest: dict[UUID, int] = {}
        first: dict[UUID, int] = {}
        done = 0
        rows = Publication.objects.order_by("seq").values_list("seq", "item", "verb")
        for seq, item, verb in rows.iterator(chunk_size=5000):
            newest[item] = seq
            if verb == Publication.Verb.PUBLISH:
                first.setdefault(item, seq)
            done += 1
            if done % 1000 == 0:
                progress(done)
        standing = sorted(newest.values())
        for start in range(0, len(standing), 500):
            _project_all(standing[start : start + 500], first)
            progress(min(start + 500, len(standing)))
        return done


def _project_all(numbers: list[int], first: dict[UUID, int]) -> None:
    publications = Publication.objects.in_bulk(numbers)
    firsts = Publication.objects.in_bulk(
        [first[publication.item] for publication in publications.values()
         if publication.item in first]
    )  # fmt: skip
    shown = [
        publications[number]
        for number in numbers
        if publications[number].verb == Publication.Verb.PUBLISH
    ]
    project_many(
        shown,
        first={one.item: firsts[first[one.item]] for one in shown},
    )
