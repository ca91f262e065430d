"""The words of public addresses: chosen once, from titles, free of all that was ever published."""

from collections.abc import Collection, Iterable

from congtinh.publishing.models import Content, Publication
from congtinh.vietnamese import slugs

_AT_ONCE = 10


def folder_of(content: Content) -> str:
    """What stands before the address word: «/tin-tuc/», «/en/tin-tuc/»."""
    prefix = "" if content.language == "vi" else f"/{content.language}"
    return f"{prefix}/{content.section.slug}/"


def wanted_for(content: Content) -> str:
    return slugs.slug(content.title) or "bai"


def choose(content: Content, *, also_taken: Collection[str] = ()) -> str:
    """An address word that no other text of the section has or had.

    Asks for whole words, a few numbered ones at a time: what begins alike is not served by an
    index, and a portal's log may be long.
    """
    wanted, taken = wanted_for(content), set(also_taken)
    while True:
        tried: list[str] = []
        for _turn in range(_AT_ONCE):
            tried.append(slugs.unique(wanted, {*taken, *tried}))
        occupied = _occupied(content, tried)
        free = [word for word in tried if word not in occupied]
        if free:
            return free[0]
        taken.update(tried)


def _occupied(content: Content, words: list[str]) -> set[str]:
    others = type(content)._base_manager.filter(
        portal=content.portal, section=content.section, language=content.language,
        slug__in=words,
    ).exclude(pk=content.pk)  # fmt: skip
    folder = folder_of(content)
    published = Publication.objects.filter(
        portal=content.portal.code, path__in=[folder + word for word in words]
    ).exclude(item=content.item)
    return {
        *others.values_list("slug", flat=True),
        *(path.removeprefix(folder) for path in published.values_list("path", flat=True)),
    }


def choose_many(contents: Iterable[Content]) -> None:
    """Give an address word to each text that has none, as `choose` would one by one."""
    folders: dict[tuple[int, int, str, str], list[Content]] = {}
    for content in contents:
        key = (content.portal_id, content.section_id, content.language, content.portal.code)
        folders.setdefault(key, []).append(content)
    for (portal, section, language, code), texts in folders.items():
        words = {content.slug or wanted_for(content) for content in texts}
        folder = folder_of(texts[0])
        rows = type(texts[0])._base_manager.filter(
            portal=portal, section=section, language=language, slug__in=words
        )
        paths = Publication.objects.filter(portal=code, path__in=[folder + word for word in words])
        taken = {
            *rows.values_list("slug", flat=True),
            *(path.removeprefix(folder) for path in paths.values_list("path", flat=True)),
        }
        given = {content.slug for content in texts if content.slug}
        for content in texts:
            if content.slug:
                continue
            word = wanted_for(content)
            if word in taken or word in given:
                word = choose(content, also_taken=given)
            content.slug = word
            given.add(word)
