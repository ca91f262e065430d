"""The first follower of the log: it tells authors what was published and the office what moved."""

from congtinh.publishing import actions, followers, notices, queries
from congtinh.publishing.models import Publication


def follow(publication: Publication) -> None:
    """Notices and hand-overs that a publication calls for."""
    # Nothing was ever handed over before its first publication.
    if publication.version > 1:
        actions.source_moved(publication)
    if publication.verb != Publication.Verb.PUBLISH:
        return
    author = queries.author_of(publication.kind, publication.item)
    if author:
        notices.tell(
            [author], "publication.published", at=publication.published_at,
            title=publication.title, url=queries.content_url(publication.kind, publication.item),
        )  # fmt: skip


followers.enrol("notices", follow)
