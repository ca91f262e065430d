import email
import socket
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from email import policy
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from django.test import override_settings

from congtinh.audit.tests.commits import together
from congtinh.news.tests.factories import ArticleFactory, decider, submitted
from congtinh.organisation.models import Person
from congtinh.organisation.tests.factories import PersonFactory
from congtinh.publishing import mail, notices
from congtinh.publishing.models import Notice

NOW = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


class Postbox:
    """What a real SMTP server received; it refuses the addresses it is told to."""

    def __init__(self) -> None:
        self.letters: list[Any] = []
        self.refused: set[str] = set()

    async def handle_RCPT(
        self, server: Any, session: Any, envelope: Any, address: str, options: Any
    ) -> str:
        if address in self.refused:
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        self.letters.append(email.message_from_bytes(envelope.content, policy=policy.default))
        return "250 OK"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def port() -> Iterator[int]:
    number = free_port()
    with override_settings(
        EMAIL_BACKEND="django.core.mail.backends.smtp.EmailBackend", EMAIL_HOST="127.0.0.1",
        EMAIL_PORT=number, EMAIL_TIMEOUT=5, DEFAULT_FROM_EMAIL="Cổng tỉnh <cong@tinh.example>",
    ):  # fmt: skip
        yield number


@pytest.fixture
def server(port: int) -> Iterator[Controller]:
    controller = Controller(Postbox(), hostname="127.0.0.1", port=port)
    controller.start()
    yield controller
    controller.stop()


def tell(person: Person, number: int = 1) -> None:
    notices.tell(
        [person], "publication.published", at=NOW, title=f"Cầu mới số {number}", url="/admin/bai/1/"
    )


@pytest.mark.slow
@pytest.mark.django_db
def test_send_due_brings_the_notice_in_the_persons_language(server: Controller) -> None:
    article = ArticleFactory(title="Khánh thành cầu Bãi Cháy")
    moderator = decider(article.portal)
    submitted(article, assignee=moderator)

    assert mail.send_due(at=NOW) == 1
    assert mail.send_due(at=NOW) == 0

    letter = server.handler.letters[0]
    notice = Notice.objects.get()
    assert letter["Subject"].strip() == f"{article.created_by} trình bài «Khánh thành cầu Bãi Cháy»"
    assert letter["To"] == moderator.email
    assert letter["Message-ID"] == f"<notice-{notice.pk}@tinh.example>"
    assert "http" in letter.get_content()
    assert notice.mailed_at == NOW


@pytest.mark.slow
@pytest.mark.django_db
def test_send_due_loses_nothing_while_the_server_is_away(port: int) -> None:
    person = PersonFactory()
    for number in range(3):
        tell(person, number)

    assert mail.send_due(at=NOW) == 0
    assert list(Notice.objects.order_by("pk").values_list("attempts", "mailed_at")) == [
        (1, None), (0, None), (0, None),
    ]  # fmt: skip
    assert Notice.objects.order_by("pk")[0].next_attempt_at == NOW + MINUTE

    controller = Controller(Postbox(), hostname="127.0.0.1", port=port)
    controller.start()
    try:
        assert mail.send_due(at=NOW) == 2
        assert mail.send_due(at=NOW + MINUTE) == 1
        assert mail.send_due(at=NOW + 600 * MINUTE) == 0
    finally:
        controller.stop()
    assert len({letter["Message-ID"] for letter in controller.handler.letters}) == 3
    assert len(controller.handler.letters) == 3


@pytest.mark.slow
@pytest.mark.django_db
def test_send_due_tries_a_refused_address_ever_more_rarely(server: Controller) -> None:
    person, other = PersonFactory(), PersonFactory()
    server.handler.refused.add(person.email)
    tell(person)
    tell(other)

    assert mail.send_due(at=NOW) == 1
    waits, moment = [], NOW
    for _round in range(8):
        refused = Notice.objects.get(person=person)
        waits.append((refused.next_attempt_at - moment) // MINUTE)
        moment = refused.next_attempt_at
        assert mail.send_due(at=moment - timedelta(seconds=1)) == 0
        assert mail.send_due(at=moment) == 0

    assert waits == [1, 2, 4, 8, 16, 32, 60, 60]
    assert [letter["To"] for letter in server.handler.letters] == [other.email]


@pytest.mark.slow
@pytest.mark.django_db
def test_send_due_is_not_held_up_by_an_address_that_cannot_be_written(server: Controller) -> None:
    broken = PersonFactory()
    Person.objects.filter(pk=broken.pk).update(email="a@b\nBcc: c@d.example")
    tell(Person.objects.get(pk=broken.pk))
    tell(PersonFactory())

    assert mail.send_due(at=NOW) == 1


@pytest.mark.slow
def test_send_due_by_two_processes_sends_each_once(
    committed_db: object, server: Controller
) -> None:
    person = PersonFactory()
    for number in range(20):
        tell(person, number)

    sent = together(*[lambda: mail.send_due(at=NOW)] * 3)

    assert sum(sent) == 20
    assert len(server.handler.letters) == 20


@pytest.mark.django_db
def test_send_due_does_nothing_while_no_server_is_set() -> None:
    tell(PersonFactory())

    with override_settings(EMAIL_HOST=""):
        assert mail.send_due(at=NOW) == 0
    assert Notice.objects.get().attempts == 0


@pytest.mark.django_db
def test_send_due_leaves_people_without_an_address_to_the_screen(settings: Any) -> None:
    settings.EMAIL_HOST = "127.0.0.1"
    tell(PersonFactory(email=""))

    assert mail.send_due(at=NOW) == 0


@pytest.mark.django_db
def test_words_of_every_notice_can_be_said() -> None:
    person = PersonFactory()
    notices.tell([person, person, None], "review.submitted", at=NOW, who="Lan", title="Bài")

    assert notices.words(Notice.objects.get()) == "Lan trình bài «Bài»"
    for about in notices.NOTICES:
        assert notices.words(Notice(about=about, params={"title": "Bài"}))
