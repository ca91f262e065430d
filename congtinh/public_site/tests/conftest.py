"""Readers: a client of the reader process, with its addresses and its middleware."""

from typing import Any

import pytest
from django.test import Client

from congtinh.settings import reader as reader_settings


class Reader(Client):
    """Asks as an anonymous person would, by host name."""

    def open(self, path: str, *, host: str = "tinh.example", **more: Any) -> Any:
        return self.get(path, headers={"host": host}, **more)


@pytest.fixture
def reader(settings: Any) -> Reader:
    settings.ROOT_URLCONF = reader_settings.ROOT_URLCONF
    settings.MIDDLEWARE = reader_settings.MIDDLEWARE
    return Reader()
