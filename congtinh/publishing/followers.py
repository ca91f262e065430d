"""Followers of the log: each reads on from its own number, never skips, never repeats."""

from collections.abc import Callable

from django.db import transaction

from congtinh.publishing.models import Cursor, Publication

Handler = Callable[[Publication], None]
_FOLLOWERS: dict[str, Handler] = {}


def enrol(name: str, handler: Handler) -> None:
    """Register a follower. Its work must be in the database, in the caller's transaction."""
    _FOLLOWERS[name] = handler


def names() -> list[str]:
    return list(_FOLLOWERS)


def run(name: str, *, limit: int = 100) -> int:
    """Deal with up to `limit` further publications; returns how many.

    The cursor moves in the transaction of the work, so a follower killed at any point goes on
    exactly where it was. Two runs at once wait for each other at the cursor's row.
    """
    Cursor.objects.get_or_create(follower=name)
    with transaction.atomic():
        cursor = Cursor.objects.select_for_update(of=("self",)).get(follower=name)
        following = Publication.objects.filter(seq__gt=cursor.seq).order_by("seq")[:limit]
        done = 0
        for publication in following:
            _FOLLOWERS[name](publication)
            cursor.seq = publication.seq
            done += 1
        if done:
            cursor.save(update_fields=["seq", "updated_at"])
        return done


def run_all() -> int:
    """One round of every follower; returns how many publications were dealt with.

    One follower that fails never holds up the others; what failed is raised at the end.
    """
    done, failures = 0, []
    for name in names():
        try:
            done += run(name)
        except Exception as failure:  # noqa: BLE001 (raised below, with all the others)
            failure.add_note(f"follower {name}")
            failures.append(failure)
    if failures:
        raise ExceptionGroup("followers that could not go on", failures)
    return done
