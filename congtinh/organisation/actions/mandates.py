"""Enter the documents on which boards, appointments and delegations rest (Đ3, Đ5.2)."""

import hashlib
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.core.files import File
from django.utils.translation import gettext_lazy as _

from congtinh.audit import actions as audit
from congtinh.organisation import queries
from congtinh.organisation.models import Mandate, Person
from congtinh.organisation.refusal import Refused

#: What a scanned decision needs at most; more is a mistake or an attack.
FILE_LIMIT = 10 * 1024 * 1024
_PDF = b"%PDF-"


@dataclass(frozen=True, slots=True)
class NewMandate:
    """A document as its paper states it, not entered yet."""

    number: str
    signed_on: date
    issuer: str
    about: str = ""
    file: File[Any] | None = None


def enter_mandate(wanted: Mandate | NewMandate, *, by: Person | None, portal: str) -> Mandate:
    """The document as a row, inside the deed that rests on it; the same paper is entered once.

    Refuses a file that is no PDF or too large, and a document that another portal has entered
    with its file: whoever names its number must not get to see it.
    """
    if isinstance(wanted, Mandate):
        if by is not None and not queries.mandates_of(by).filter(pk=wanted.pk).exists():
            raise Refused(_("Hãy chọn văn bản trong danh sách, hoặc nhập văn bản mới."))
        return wanted
    _check_file(wanted.file)
    same = Mandate.objects.filter(
        number=wanted.number, issuer=wanted.issuer, signed_on=wanted.signed_on
    )
    found = same.first()
    if found is None:
        return _entered(wanted, by=by, portal=portal)
    known = by is None or queries.mandates_of(by).filter(pk=found.pk).exists()
    if found.file and not known:
        raise Refused(
            _(
                "Văn bản này đã được một cổng khác nhập kèm tệp. Nhờ Trung tâm CNTT&TT thực hiện "
                "phân công theo văn bản đó."
            )
        )
    return found


def attach_file(paper: Mandate, wanted: Mandate | NewMandate) -> None:
    """Keep the file of a document, as the last step of the deed: a refusal leaves no file behind.

    A file that is there already stays.
    """
    if isinstance(wanted, NewMandate) and wanted.file and not paper.file:
        paper.file.save(f"{paper.pk}-{paper.signed_on:%Y-%m-%d}.pdf", wanted.file, save=False)
        paper.save(update_fields=["file"])


def _entered(wanted: NewMandate, *, by: Person | None, portal: str) -> Mandate:
    made = Mandate(
        number=wanted.number, signed_on=wanted.signed_on, issuer=wanted.issuer, about=wanted.about
    )
    try:
        made.full_clean()
    except ValidationError as invalid:
        raise Refused(*invalid.messages) from invalid
    made.save()
    audit.record(
        "mandate.enter", by=by, portal=portal, kind="mandate", id=made.pk, label=str(made),
        after={"issuer": made.issuer, "about": made.about, "sha256": _sha256(wanted.file)},
    )  # fmt: skip
    return made


def _sha256(file: File[Any] | None) -> str:
    if file is None:
        return ""
    digest = hashlib.sha256()
    for chunk in file.chunks():
        digest.update(chunk)
    file.seek(0)
    return digest.hexdigest()


def _check_file(file: File[Any] | None) -> None:
    if file is None:
        return
    if file.size > FILE_LIMIT:
        raise Refused(_("Tệp lớn hơn 10 MB. Hãy quét lại với độ phân giải thấp hơn."))
    file.seek(0)
    head = file.read(len(_PDF))
    file.seek(0)
    if head != _PDF:
        raise Refused(_("Tệp văn bản phải là PDF."))
