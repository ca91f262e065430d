"""Makes articles that can be submitted, small real pictures, and articles published for real."""

import io
from datetime import date, datetime
from typing import Any

import factory
from django.core.files.base import ContentFile
from PIL import Image

from congtinh.media.models import PortalImage
from congtinh.news.models import Article
from congtinh.organisation.models import Person
from congtinh.organisation.roles import Role
from congtinh.organisation.tests.factories import AreaFactory, PortalFactory, post
from congtinh.publishing import actions as publishing
from congtinh.publishing.models import Content, Publication, Review


def picture_file(
    *, width: int = 64, height: int = 48, colour: tuple[int, int, int] = (20, 90, 140)
) -> ContentFile:
    """A real picture, as a file to be taken in; another colour gives other bytes."""
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(buffer, "PNG")
    return ContentFile(buffer.getvalue(), name="anh.png")


class ImageFactory(factory.django.DjangoModelFactory):
    """A picture of a portal."""

    class Meta:
        model = PortalImage

    portal = factory.SubFactory(PortalFactory)
    title = factory.Sequence(lambda n: f"Ảnh {n}")
    description = "Cầu bắc qua vịnh"
    file = factory.LazyFunction(picture_file)


class ArticleFactory(factory.django.DjangoModelFactory):
    """An article complete enough to be submitted, with its first revision.

    `illustrated=True` adds a picture, `english=True` makes it English.
    """

    class Meta:
        model = Article
        skip_postgeneration_save = True

    class Params:
        illustrated = factory.Trait(
            picture=factory.SubFactory(ImageFactory, portal=factory.SelfAttribute("..portal")),
            picture_alt="Cầu mới nhìn từ phía biển",
        )
        english = factory.Trait(
            language="en", title=factory.Sequence(lambda n: f"New bridge number {n} opened")
        )

    portal = factory.SubFactory(PortalFactory)
    section = factory.LazyAttribute(lambda made: made.portal.sections.get(slug="tin-tuc"))
    area = factory.SubFactory(AreaFactory)
    created_by = factory.LazyAttribute(lambda made: post(made.portal, Role.UPDATE))
    title = factory.Sequence(lambda n: f"Khánh thành cây cầu số {n}")
    lead = "Cây cầu nối hai bờ vịnh thông xe sáng nay."
    event_on = date(2026, 3, 2)
    body = factory.LazyFunction(
        lambda: [("text", "<p>Cầu dài <b>hai cây số</b>, xây trong ba năm.</p>")]
    )

    @factory.post_generation
    def revision(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        if create:
            self.save_revision(user=self.created_by)


def edited(content: Content, **values: Any) -> Content:
    """The working copy changed and saved with a new revision, as the editor does it."""
    for name, value in values.items():
        setattr(content, name, value)
    content.save()
    content.save_revision(user=content.created_by)
    return content


def submitted(content: Content, *, at: datetime | None = None, **values: Any) -> Review:
    """A review of the working copy as it stands, submitted by its writer."""
    by = values.pop("by", None) or content.created_by
    return publishing.submit(content, by=by, at=at, **values)


def decider(portal: Any) -> Person:
    """Somebody who decides on that portal: the head, or on a component portal a moderator."""
    return post(portal, Role.HEAD if portal.is_general else Role.MODERATE)


def published(
    content: Content,
    *,
    by: Person | None = None,
    at: datetime | None = None,
    expires_at: datetime | None = None,
    **values: Any,
) -> Publication:
    """The text published the whole real way: submitted by its writer, approved by a decider.

    `values` go to `submit` (`correction`, `message` …).
    """
    review = submitted(content, at=at, **values)
    made = publishing.approve(
        review, seen=review.content_hash, by=by or decider(content.portal), at=at,
        expires_at=expires_at,
    )  # fmt: skip
    assert made is not None
    content.refresh_from_db()
    return made
