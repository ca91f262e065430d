"""The lists of working copies: order, pages, and a number of queries that never grows."""

import pytest
from django.core.paginator import EmptyPage
from django.test import Client
from django.urls import reverse

from congtinh.news.models import Article
from congtinh.news.tests.factories import ArticleFactory
from congtinh.organisation.roles import Role
from congtinh.organisation.tests.factories import PortalFactory, post
from congtinh.publishing.viewsets import NarrowPaginator

pytestmark = pytest.mark.django_db


def test_paginate_keeps_order_and_rows_of_each_page():
    portal = PortalFactory(component=True)
    made = [ArticleFactory(portal=portal).pk for _number in range(5)]
    rows = Article.objects.order_by("-updated_at", "-pk").select_related("portal")
    pages = NarrowPaginator(rows, 2)

    found = [[row.pk for row in pages.page(number)] for number in (1, 2, 3)]

    assert found == [[made[4], made[3]], [made[2], made[1]], [made[0]]]
    with pytest.raises(EmptyPage):
        pages.page(4)


@pytest.mark.parametrize("count", [1, 3])
def test_list_articles_under_one_number_of_queries(count, django_assert_num_queries):
    portal = PortalFactory(component=True)
    writer = post(portal, Role.UPDATE)
    for _number in range(count):
        ArticleFactory(portal=portal, created_by=writer)
    client = Client(headers={"host": "localhost"})
    client.force_login(writer)
    client.get(reverse("article:list"))

    with django_assert_num_queries(15):
        answer = client.get(reverse("article:list"))

    assert answer.status_code == 200
