"""What readers get, asked by host and address as they would."""

import pytest

from congtinh.news.tests.factories import ArticleFactory, decider, edited, published
from congtinh.organisation.models import Portal
from congtinh.organisation.roles import Role
from congtinh.organisation.tests.factories import PortalFactory, post
from congtinh.pages.tests.factories import StandingPageFactory
from congtinh.publishing import actions as publishing

pytestmark = pytest.mark.django_db


@pytest.fixture
def general() -> Portal:
    return PortalFactory(general=True)


@pytest.fixture
def component(general: Portal) -> Portal:
    return PortalFactory(component=True)


def host(portal: Portal) -> str:
    return portal.hosts.get(canonical=True).host


@pytest.mark.clause("Đ2.1")
def test_open_home_by_each_host_name_of_the_general_portal(reader, general):
    published(ArticleFactory(portal=general, title="Tin của tỉnh"))

    for name in ("tinh.example", "localhost"):
        answer = reader.open("/", host=name)
        assert answer.status_code == 200
        assert "Tin của tỉnh" in answer.content.decode()
        assert 'rel="canonical" href="http://tinh.example' in answer.content.decode()


def test_open_unknown_host_gets_421_and_nothing_else(reader, general):
    answer = reader.open("/", host="la.example")

    assert answer.status_code == 421
    assert "<html" not in answer.content.decode()


@pytest.mark.clause("Đ2.2")
def test_open_component_portal_shows_its_own_texts_only(reader, general, component):
    published(ArticleFactory(portal=component, title="Tin của sở"))
    published(ArticleFactory(portal=general, title="Tin của tỉnh"))

    text = reader.open("/", host=host(component)).content.decode()

    assert "Tin của sở" in text
    assert "Tin của tỉnh" not in text


@pytest.mark.clause("Đ13.1")
def test_open_article_names_who_decided_and_in_which_capacity(reader, general):
    head = post(general, Role.HEAD)
    entry = published(ArticleFactory(portal=general), by=head)

    text = reader.open(entry.path).content.decode()

    assert head.get_full_name() in text
    assert "Trưởng ban" in text


@pytest.mark.clause("Đ10.4")
def test_open_text_that_nobody_approved_is_not_found(reader, general):
    article = ArticleFactory(portal=general, title="Chưa ai duyệt", slug="chua-ai-duyet")
    publishing.submit(article, by=article.created_by)

    assert reader.open("/tin-tuc/chua-ai-duyet").status_code == 404
    assert "Chưa ai duyệt" not in reader.open("/").content.decode()
    assert "Chưa ai duyệt" not in reader.open("/tin-tuc").content.decode()


def test_open_edited_text_shows_the_approved_version(reader, general):
    article = ArticleFactory(portal=general, title="Bản đã duyệt")
    entry = published(article)
    edited(article, title="Bản mới chưa duyệt")

    text = reader.open(entry.path).content.decode()

    assert "Bản đã duyệt" in text
    assert "Bản mới chưa duyệt" not in text


def test_open_withdrawn_text_says_so_with_410(reader, general):
    head = decider(general)
    entry = published(ArticleFactory(portal=general, title="Tin sai"), by=head)
    publishing.withdraw(entry.item, by=head, reason="Số liệu không đúng")

    answer = reader.open(entry.path)

    assert answer.status_code == 410
    assert "Số liệu không đúng" in answer.content.decode()
    assert "Tin sai" not in reader.open("/tin-tuc").content.decode()


def test_open_corrected_text_says_what_was_corrected(reader, general):
    head = decider(general)
    article = ArticleFactory(portal=general)
    published(article, by=head)
    edited(article, lead="Bảy trạm, không phải sáu.")
    entry = published(article, by=head, correction="Số trạm là bảy")

    text = reader.open(entry.path).content.decode()

    assert "Số trạm là bảy" in text


@pytest.mark.clause("Đ2.1")
def test_switch_language_leads_to_the_same_item(reader, general):
    vietnamese = ArticleFactory(portal=general)
    entry = published(vietnamese)
    english = ArticleFactory(
        portal=general, english=True, title="Bridge opened",
        translation_key=vietnamese.translation_key,
    )  # fmt: skip
    translated = published(english)

    assert f'href="{translated.path}"' in reader.open(entry.path).content.decode()
    assert f'href="{entry.path}"' in reader.open(translated.path).content.decode()
    assert reader.open("/en" + entry.path).headers["Location"] == translated.path


@pytest.mark.clause("Đ2.1")
def test_switch_language_says_plainly_when_there_is_no_translation(reader, general):
    entry = published(ArticleFactory(portal=general, title="Chỉ có tiếng Việt"))

    answer = reader.open("/en" + entry.path)

    assert answer.status_code == 404
    assert "Chỉ có tiếng Việt" in answer.content.decode()
    assert f'href="{entry.path}"' in answer.content.decode()


@pytest.mark.parametrize("kind", range(1, 9))
@pytest.mark.clause(
    "Đ11.1", "Đ11.2", "Đ11.3", "Đ11.4", "Đ11.5", "Đ11.6", "Đ11.7", "Đ11.8"
)  # fmt: skip
def test_open_section_of_each_kind_shows_its_standing_page(reader, component, kind):
    section = component.sections.get(kind=kind)
    page = StandingPageFactory(portal=component, section=section, title=f"Trang loại {kind}")
    entry = published(page)

    assert f"Trang loại {kind}" in reader.open(f"/{section.slug}", host=host(component)).text
    assert reader.open(entry.path, host=host(component)).status_code == 200


def test_page_through_section_by_position(reader, general):
    section = general.sections.get(slug="tin-tuc")
    head, writer = decider(general), post(general, Role.UPDATE)
    for number in range(25):
        published(
            ArticleFactory(
                portal=general, section=section, created_by=writer, title=f"Tin số {number:02}"
            ),
            by=head,
        )

    first = reader.open("/tin-tuc").content.decode()
    older = first.split("?truoc=")[1].split('"')[0]
    second = reader.open(f"/tin-tuc?truoc={older}").content.decode()
    newer = second.split("?sau=")[1].split('"')[0]

    assert "Tin số 24" in first and "Tin số 05" in first and "Tin số 04" not in first
    assert "Tin số 04" in second and "Tin số 00" in second and "Tin số 05" not in second
    assert "Tin số 24" in reader.open(f"/tin-tuc?sau={newer}").content.decode()


@pytest.mark.parametrize("value", ["x", "-1", "9" * 30, "1 OR 1=1"])
def test_page_through_section_refuses_a_strange_position(reader, general, value):
    assert reader.open("/tin-tuc", query_params={"truoc": value}).status_code == 404


@pytest.mark.parametrize("count", [1, 3])
def test_count_queries_of_public_pages(
    reader, general, component, count, django_assert_num_queries
):
    section = general.sections.get(slug="tin-tuc")
    head, writer = decider(general), post(general, Role.UPDATE)
    for _number in range(count):
        entry = published(
            ArticleFactory(portal=general, section=section, created_by=writer), by=head
        )
        published(ArticleFactory(portal=component))

    name = host(component)
    # What portals announced is read once in the life of a process.
    reader.open("/")
    with django_assert_num_queries(4):
        reader.open("/")
    with django_assert_num_queries(2):
        reader.open("/tin-tuc")
    with django_assert_num_queries(3):
        reader.open(entry.path)
    with django_assert_num_queries(3):
        reader.open("/", host=name)


def test_answer_carries_no_cookie_and_strict_headers(reader, general):
    entry = published(ArticleFactory(portal=general))

    for path in ("/", "/tin-tuc", entry.path, "/khong-co", "/rss.xml"):
        answer = reader.open(path)
        assert not answer.cookies
        assert "unsafe-inline" not in answer.headers["Content-Security-Policy"]
        assert answer.headers["X-Content-Type-Options"] == "nosniff"
        assert "Cookie" not in answer.headers.get("Vary", "")


def test_answer_not_modified_when_the_reader_has_it(reader, general):
    first = reader.open("/")

    again = reader.get("/", headers={"host": "tinh.example", "if-none-match": first["ETag"]})

    assert again.status_code == 304


def test_read_feeds_of_portal_and_section(reader, general):
    entry = published(ArticleFactory(portal=general, title="Tin trong nguồn"))

    for path in ("/rss.xml", "/tin-tuc/rss.xml"):
        text = reader.open(path).content.decode()
        assert "Tin trong nguồn" in text
        assert f"http://tinh.example:8000{entry.path}" in text
    assert reader.open("/khong-co/rss.xml").status_code == 404


def test_read_site_map_names_each_page_once(reader, general):
    entry = published(ArticleFactory(portal=general))

    index = reader.open("/sitemap.xml", host="localhost").content.decode()
    file = reader.open("/sitemap-0.xml", host="localhost").content.decode()

    assert "http://tinh.example:8000/sitemap-0.xml" in index
    assert file.count(entry.path) == 1


def test_print_view_has_the_text_alone(reader, general):
    entry = published(ArticleFactory(portal=general, title="Để in"))

    assert "Để in" in reader.open(f"{entry.path}/in").content.decode()


def test_fetch_public_picture_for_ever(reader, general):
    entry = published(ArticleFactory(portal=general, illustrated=True))
    text = reader.open(entry.path).content.decode()
    address = "/tep/" + text.split('src="/tep/')[1].split('"')[0]

    answer = reader.open(address)

    assert answer.getvalue()[:2] == b"\xff\xd8"
    assert "immutable" in answer.headers["Cache-Control"]
    assert reader.open("/tep/../secret-key").status_code == 404


def test_address_with_a_slash_at_the_end_leads_to_the_one_form(reader, general):
    assert reader.open("/tin-tuc/").headers["Location"] == "/tin-tuc"
    forged = reader.open("/", PATH_INFO="//evil.example/")
    assert forged.headers["Location"] == "/evil.example"


def test_component_portal_without_english_has_none(reader, general):
    portal = PortalFactory(component=True, bilingual=False)

    assert reader.open("/en/", host=host(portal)).status_code == 404


@pytest.mark.clause("Đ6.1")
def test_open_re_edited_text_names_its_source(reader, general, component):
    moderator = decider(component)
    entry = published(ArticleFactory(portal=component, title="Bài của sở"), by=moderator)
    office = post(general, Role.MODERATE)
    article = publishing.take_up(
        publishing.offer(entry.item, by=moderator),
        section=general.sections.get(slug="tin-tuc"), by=office,
    )  # fmt: skip
    ours = published(article, by=post(general, Role.HEAD))

    text = reader.open(ours.path).content.decode()

    assert f"http://{host(component)}:8000{entry.path}" in text
