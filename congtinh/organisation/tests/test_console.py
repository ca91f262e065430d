import io

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import get_language

from congtinh.organisation import permissions
from congtinh.organisation.console import language_of
from congtinh.organisation.models import Person, Portal, Unit
from congtinh.organisation.roles import Capability
from congtinh.organisation.tests.factories import PortalFactory

POST = {
    "portal": "so-moi", "role": "head", "mandate": "1/QĐ", "issuer": "Sở", "signed": "2026-03-02",
}  # fmt: skip


@pytest.mark.parametrize(
    ("arguments", "environment", "expected"),
    [
        ([], {}, "vi"),
        ([], {"LANG": "C.UTF-8"}, "vi"),
        ([], {"LANG": "en_US.UTF-8"}, "en"),
        ([], {"LANG": "en_US.UTF-8", "LC_ALL": "vi_VN"}, "vi"),
        (["--language", "en"], {"LANG": "vi_VN"}, "en"),
        (["--language=vi"], {"LANG": "en_GB"}, "vi"),
        (["--language"], {"LANG": "en_GB"}, "vi"),
    ],
)
def test_language_of_prefers_what_was_asked_for(arguments, environment, expected):
    assert language_of(arguments, environment) == expected


def create_portal(**more):
    out = io.StringIO()
    call_command(
        "portal", "create", "so-moi", name="Sở Mới", hosts=["so-moi.example"], stdout=out, **more
    )
    return out.getvalue()


def create_person(username="truong-moi", **more):
    out = io.StringIO()
    options = [f"--{name}={value}" for name, value in {**POST, **more}.items()]
    call_command(
        "person", "create", username, "--name=Trần Văn Mới", "--generate", *options, stdout=out
    )
    return out.getvalue()


@pytest.mark.django_db
def test_portal_create_founds_the_portal_and_its_unit():
    assert "so-moi.example" in create_portal(unit_name="Sở Mới")
    portal = Portal.objects.get(code="so-moi")
    assert portal.unit == Unit.objects.get(code="so-moi")
    assert portal.sections.count() == 8


@pytest.mark.django_db
def test_portal_create_refuses_what_is_there_or_lacks_a_unit():
    with pytest.raises(CommandError, match="--unit-name"):
        create_portal()
    create_portal(unit_name="Sở Mới")
    with pytest.raises(CommandError, match="Đã có"):
        create_portal()


@pytest.mark.django_db
def test_portal_create_tells_a_refusal_in_one_line():
    PortalFactory(hosts=["so-moi.example"])
    with pytest.raises(CommandError, match="đã thuộc về"):
        create_portal(unit_name="Sở Mới")
    assert not Portal.objects.filter(code="so-moi").exists()


@pytest.mark.django_db
def test_person_create_gives_role_and_password():
    create_portal(unit_name="Sở Mới")
    out = create_person()
    person = Person.objects.get(username="truong-moi")
    assert (person.last_name, person.first_name) == ("Trần Văn", "Mới")
    assert person.check_password(out.strip().rsplit(" ", 1)[1])
    assert permissions.may(person, Capability.APPROVE, Portal.objects.get(code="so-moi"))


@pytest.mark.django_db
def test_person_create_refuses_a_taken_name_and_leaves_nothing():
    create_portal(unit_name="Sở Mới")
    create_person()
    with pytest.raises(CommandError, match="đã có người dùng"):
        create_person()
    with pytest.raises(CommandError, match="Không có cổng"):
        create_person("khác", portal="không-có")
    assert Person.objects.count() == 1


@pytest.mark.django_db
def test_commands_leave_the_language_as_it_was():
    before = get_language()
    create_portal(unit_name="Sở Mới", language="en")
    assert get_language() == before
