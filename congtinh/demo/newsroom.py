"""Plays the newsroom of two years: who wrote, submitted, decided, handed over and withdrew what."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

from wagtail.log_actions import log
from wagtail.models import Revision

from congtinh.audit import actions as audit
from congtinh.demo.album import Album
from congtinh.demo.bodies import blocks
from congtinh.demo.calendar import Calendar, chance
from congtinh.demo.founding import Event, Province
from congtinh.demo.texts import GENERAL, as_first_published
from congtinh.news.models import Article, Genre
from congtinh.organisation import permissions
from congtinh.organisation.models import Person
from congtinh.organisation.roles import Capability
from congtinh.pages.models import StandingPage
from congtinh.publishing import actions as publishing
from congtinh.publishing import followers, queries
from congtinh.publishing.kinds import CONFIRM
from congtinh.publishing.models import Content, Handover, Review

Entry = dict[str, Any]

#: Minutes from one step to the next, for each state that a text ended in.
_STEPS = {
    "draft": ("write",), "submitted": ("write", "submit"),
    "sent_back": ("write", "submit", "send_back"), "declined": ("write", "submit", "decline"),
    "scheduled": ("write", "submit", "schedule"), "published": ("write", "submit", "approve"),
    "corrected": ("write", "submit", "approve"), "withdrawn": ("write", "submit", "approve"),
    "revising": ("write", "submit", "approve"),
}  # fmt: skip
_HANDOVER_STEPS = {
    "none": (), "offered": ("offer",), "taken_up": ("offer", "take_up"),
    "declined": ("offer", "decline_handover"),
    "published": ("offer", "take_up", "re_edit", "submit_taken_up", "approve_taken_up"),
}  # fmt: skip
_HANDOVER_STEPS["source_changed"] = _HANDOVER_STEPS["published"]
_HANDOVER_STEPS["source_withdrawn"] = _HANDOVER_STEPS["published"]
_AFTERWARDS = {
    "corrected": ("change", "submit_change", "approve"), "withdrawn": ("withdraw",),
    "revising": ("change",),
}  # fmt: skip
_MINUTES = {
    "write": 20, "submit": 50, "approve": 40, "send_back": 60, "decline": 60, "schedule": 30,
    "offer": 45, "take_up": 50, "re_edit": 12, "decline_handover": 70, "submit_taken_up": 35,
    "approve_taken_up": 30, "change": 900, "submit_change": 20, "withdraw": 900,
}  # fmt: skip
#: Where the office puts what it takes up, by policy area.
_PLACES = {
    "kinh-te": "kinh-te", "giao-thong": "kinh-te", "nong-nghiep": "kinh-te",
    "moi-truong": "kinh-te", "y-te": "van-hoa-xa-hoi", "giao-duc": "van-hoa-xa-hoi",
    "van-hoa": "van-hoa-xa-hoi", "xa-hoi": "van-hoa-xa-hoi", "chinh-quyen": "chinh-tri",
    "an-ninh": "chinh-tri", "cong-nghe": "chinh-tri",
}  # fmt: skip


class Story:
    """One text on its way, from the first line to where it stands today."""

    def __init__(self, entry: Entry, province: Province, album: Album) -> None:
        self.entry, self.province, self.album = entry, province, album
        self.content: Any = None
        self.writer: Person
        self.review: Review
        self.handover: Handover
        self.taken_up: Any = None
        self.translates: Story | None = None

    def events(self, calendar: Calendar, *, after: datetime | None = None) -> Iterator[Event]:
        """Every step with its moment; a translation begins `after` its original was public."""
        entry, name = self.entry, self.entry["id"]
        state = entry.get("state", "published")
        steps = [
            *_STEPS[state],
            *_HANDOVER_STEPS[entry.get("handover", "none")],
            *_AFTERWARDS.get(state, ()),
        ]
        start = calendar.morning(entry["days_ago"], name)
        start = max(start, after) if after else start
        moments = calendar.moments(start, [_MINUTES[step] for step in steps], name)
        for step, moment in zip(steps, moments, strict=True):
            yield moment, getattr(self, step)

    def write(self, at: datetime) -> None:
        entry, code = as_first_published(self.entry), self.entry["portal"]
        self.writer = self.province.holder(code, "UPDATE", at, self.entry["id"])
        self.content = self._new_content(entry, at)
        self._fill(self.content, entry, at)
        self.content.save()
        _save_revision(self.content, by=self.writer, at=at, deed="content.write")

    def change(self, at: datetime) -> None:
        """Bring the working copy to the text as it reads today."""
        self.writer = self.province.holder(self.entry["portal"], "UPDATE", at, self.entry["id"])
        self._fill(self.content, self.entry, at)
        self.content.save()
        _save_revision(self.content, by=self.writer, at=at, deed="content.edit")

    def submit(self, at: datetime) -> None:
        self.review = publishing.submit(self.content, by=self.writer, at=at)
        if self.entry.get("state") == "submitted" and chance(self.entry["id"], 2):
            moderator = self._decider(at)
            publishing.assign(
                self.review, assignee=moderator, by=moderator, at=at,
                due_on=(at + timedelta(days=2)).date(),
            )  # fmt: skip

    def submit_change(self, at: datetime) -> None:
        self.review = publishing.submit(
            self.content, by=self.writer, correction=self.entry["state_note"], at=at
        )

    def approve(self, at: datetime) -> None:
        _approve(self.review, by=self._decider(at), at=at)

    def schedule(self, at: datetime) -> None:
        calendar = self.province.calendar
        days = 1 + chance(self.entry["id"], 2)
        release = calendar.at(0, 0) + timedelta(days=days, hours=7)
        _approve(self.review, by=self._decider(at), at=at, release_at=release)

    def send_back(self, at: datetime) -> None:
        reason = self.entry["state_note"]
        publishing.send_back(self.review, by=self._decider(at), reason=reason, at=at)

    def decline(self, at: datetime) -> None:
        reason = self.entry["state_note"]
        publishing.decline(self.review, by=self._decider(at), reason=reason, at=at)

    def withdraw(self, at: datetime) -> None:
        reason = self.entry["state_note"]
        publishing.withdraw(self.content.item, by=self._decider(at), reason=reason, at=at)
        followers.run_all()

    def offer(self, at: datetime) -> None:
        """Most texts are offered by the unit; some the office chooses itself."""
        if chance(self.entry["id"], 3):
            by = self.province.holder(self.entry["portal"], "MODERATE", at)
            self.handover = publishing.offer(self.content.item, by=by, at=at)
        else:
            self.handover = publishing.choose(self.content.item, by=self._editor(at), at=at)

    def take_up(self, at: datetime) -> None:
        editor = self._editor(at)
        section = self.province.sections[GENERAL, _PLACES[self.entry["area"]]]
        self.taken_up = publishing.take_up(self.handover, section=section, by=editor, at=at)
        _date_back(self.taken_up, at, created=True)

    def re_edit(self, at: datetime) -> None:
        """The office re-edits: at the least it finds a title of its own."""
        self.taken_up.title = self.entry["handover_title"]
        self.taken_up.save()
        _save_revision(self.taken_up, by=self._editor(at), at=at, deed="content.edit")

    def decline_handover(self, at: datetime) -> None:
        publishing.decline_handover(
            self.handover, by=self._editor(at), reason=self.entry["handover_note"], at=at
        )

    def submit_taken_up(self, at: datetime) -> None:
        self.review = publishing.submit(self.taken_up, by=self._editor(at), at=at)

    def approve_taken_up(self, at: datetime) -> None:
        _approve(self.review, by=self.province.decider(GENERAL, self.entry["area"], at), at=at)

    def _decider(self, at: datetime) -> Person:
        return self.province.decider(self.entry["portal"], self.entry["area"], at)

    def _editor(self, at: datetime) -> Person:
        return self.province.holder(GENERAL, "MODERATE", at, self.entry["id"])

    def _new_content(self, entry: Entry, at: datetime) -> Any:
        model = Article if "genre" in entry else StandingPage
        content = model(
            portal=self.province.portals[entry["portal"]],
            section=self.province.sections[entry["portal"], entry["section"]],
            area=self.province.areas[entry["area"]], language=entry["language"],
            slug=entry.get("slug", ""), created_by=self.writer,
        )  # fmt: skip
        if self.translates:
            content.translation_key = self.translates.content.translation_key
        return content

    def _fill(self, content: Any, entry: Entry, at: datetime) -> None:
        content.title = entry["title"]
        body = blocks(entry["body"], lambda picture: self._image(picture, at))
        content.body = content._meta.get_field("body").to_python(body)
        content.lead = entry.get("lead", "")
        if "genre" not in entry:
            return
        content.genre = Genre[entry["genre"]]
        content.source = entry["source"]
        calendar = self.province.calendar
        content.event_on = min(calendar.day(entry["days_ago"]), calendar.today)
        if entry.get("picture"):
            picture = entry["picture"]
            content.picture_id = self._image(picture, at)
            content.picture_alt, content.picture_caption = picture["alt"], picture["caption"]
            content.picture_credit = picture.get("credit", "")

    def _image(self, picture: Entry, at: datetime) -> int:
        portal = self.province.portals[self.entry["portal"]]
        record = self.album.record(picture, portal, by=self.writer, at=at, name=picture["name"])
        return int(record.pk)


def stories(
    articles: tuple[Entry, ...], pages: tuple[Entry, ...], province: Province, album: Album
) -> Iterator[Event]:
    """The steps of all texts; standing pages came first, soon after their portal was founded."""
    dated = [*articles, *(_dated(page) for page in pages)]
    told: dict[str, Story] = {}
    ends: dict[str, datetime] = {}
    for entry in sorted(dated, key=lambda one: one["language"] != "vi"):
        original = entry.get("translation_of")
        story = Story(entry, province, album)
        story.translates = told.get(original or "")
        told[entry["id"]] = story
        after = ends[original] + timedelta(minutes=15) if original else None
        steps = list(story.events(province.calendar, after=after))
        ends[entry["id"]] = steps[-1][0]
        yield from steps


def _dated(page: Entry) -> Entry:
    first, last = (748, 768) if page["portal"] == GENERAL else (732, 743)
    return {**page, "days_ago": first + chance(page["id"], last - first)}


def _approve(
    review: Review, *, by: Person, at: datetime, release_at: datetime | None = None
) -> None:
    """As a moderator does: look at what the checks point at, then decide on what was read."""
    for issue in queries.issues_of(review):
        if issue.severity == CONFIRM:
            publishing.confirm(review, issue.key, by=by, at=at)
    publishing.approve(review, seen=review.content_hash, by=by, release_at=release_at, at=at)
    followers.run_all()


def _save_revision(content: Content, *, by: Person, at: datetime, deed: str) -> None:
    """What saving in the editor leaves behind, dated as it was."""
    revision = content.save_revision(user=by)
    action = "wagtail.create" if deed == "content.write" else "wagtail.edit"
    log(content, action, user=by, revision=revision, content_changed=True, timestamp=at)
    audit.record(
        deed, by=by, portal=content.portal.code, kind=content._meta.model_name or "",
        id=content.item, label=str(content), after={"revision": revision.pk}, at=at,
        capacity=permissions.require(by, Capability.WRITE, content, at=at).capacity,
    )  # fmt: skip
    _date_back(content, at, created=deed == "content.write")


def _date_back(content: Content, at: datetime, *, created: bool) -> None:
    dates = {"updated_at": at} | ({"created_at": at} if created else {})
    type(content)._base_manager.filter(pk=content.pk).update(**dates)
    Revision.objects.filter(pk=content.latest_revision_id).update(created_at=at)
    content.refresh_from_db(fields=list(dates))
