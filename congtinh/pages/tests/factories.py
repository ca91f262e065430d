"""Makes standing pages that can be submitted."""

from typing import Any

import factory

from congtinh.organisation.roles import Role
from congtinh.organisation.tests.factories import AreaFactory, PortalFactory, post
from congtinh.pages.models import StandingPage


class StandingPageFactory(factory.django.DjangoModelFactory):
    """A standing page in the introduction, complete enough to be submitted.

    Publish it with `congtinh.news.tests.factories.published`.
    """

    class Meta:
        model = StandingPage
        skip_postgeneration_save = True

    portal = factory.SubFactory(PortalFactory)
    section = factory.LazyAttribute(lambda made: made.portal.sections.get(slug="gioi-thieu"))
    area = factory.SubFactory(AreaFactory)
    created_by = factory.LazyAttribute(lambda made: post(made.portal, Role.UPDATE))
    title = factory.Sequence(lambda n: f"Chức năng, nhiệm vụ {n}")
    lead = "Đơn vị làm gì cho người dân."
    body = factory.LazyFunction(lambda: [("text", "<p>Tham mưu, quản lý nhà nước.</p>")])

    @factory.post_generation
    def revision(self, create: bool, extracted: Any, **kwargs: Any) -> None:
        if create:
            self.save_revision(user=self.created_by)
