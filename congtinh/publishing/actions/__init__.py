"""The verbs of the publishing path."""

from congtinh.publishing.actions.announce import announce
from congtinh.publishing.actions.approve import approve, release_due
from congtinh.publishing.actions.bulk import (
    Outcome,
    Record,
    decide_import,
    examine,
    publish_many,
)
from congtinh.publishing.actions.handover import (
    choose,
    close_for,
    decline_handover,
    keep,
    offer,
    published,
    source_moved,
    take_over,
    take_up,
)
from congtinh.publishing.actions.hold import hold, let_go
from congtinh.publishing.actions.review import (
    assign,
    cancel_schedule,
    confirm,
    decline,
    note,
    recall,
    send_back,
)
from congtinh.publishing.actions.submit import submit
from congtinh.publishing.actions.translate import translate
from congtinh.publishing.actions.withdraw import expire_due, withdraw

__all__ = [
    "Outcome",
    "Record",
    "announce",
    "approve",
    "assign",
    "cancel_schedule",
    "choose",
    "close_for",
    "confirm",
    "decide_import",
    "decline",
    "decline_handover",
    "examine",
    "expire_due",
    "hold",
    "keep",
    "let_go",
    "note",
    "offer",
    "publish_many",
    "published",
    "recall",
    "release_due",
    "send_back",
    "source_moved",
    "submit",
    "take_over",
    "take_up",
    "translate",
    "withdraw",
]
