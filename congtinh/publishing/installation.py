"""Whether an installation is sound: each finding says what is so, and what to do if it is not."""

import os
import shutil
import smtplib
import stat
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

from congtinh.audit.chain import ChainHead, Link
from congtinh.audit.models import Entry
from congtinh.publishing.models import Publication

_LEAST_SPACE = 2 * 1024**3
_ZONE = "Asia/Ho_Chi_Minh"
_FULL = 2


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at; `remedy` is empty when all is well."""

    what: str
    remedy: str = ""


def findings() -> Iterator[Finding]:
    """Everything looked at, in the order in which one would put it right."""
    yield from _database()
    yield from _migrations()
    yield from _folders()
    yield _disk()
    yield _secret()
    yield _mail()
    yield _zone()
    yield from _chains()


def _found(what: str, well: bool, remedy: str) -> Finding:
    return Finding(what, "" if well else remedy)


def _database() -> Iterator[Finding]:
    if connection.vendor != "sqlite":
        level = _setting("SHOW synchronous_commit")
        yield _found(
            f"PostgreSQL, synchronous_commit={level}", level != "off",
            _("Đặt synchronous_commit = on, để bài đã duyệt không mất khi mất điện."),
        )  # fmt: skip
        return
    journal, level = _setting("PRAGMA journal_mode"), _setting("PRAGMA synchronous")
    mode = settings.DATABASES["default"]["OPTIONS"].get("transaction_mode")
    yield _found(
        f"SQLite, journal_mode={journal}", journal == "wal",
        _("Chạy: PRAGMA journal_mode=WAL, để người đọc không phải chờ người viết."),
    )  # fmt: skip
    yield _found(
        f"SQLite, synchronous={level}", level == str(_FULL),
        _("Đặt synchronous=FULL, để bài đã duyệt không mất khi mất điện."),
    )  # fmt: skip
    yield _found(
        f"SQLite, transaction_mode={mode}", mode == "IMMEDIATE",
        _("Đặt transaction_mode=IMMEDIATE trong cấu hình cơ sở dữ liệu."),
    )  # fmt: skip


def _setting(statement: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return str(cursor.fetchone()[0])


def _migrations() -> Iterator[Finding]:
    executor = MigrationExecutor(connection)
    waiting = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    yield _found(
        _("Cấu trúc dữ liệu: %(count)d bước chưa áp dụng") % {"count": waiting}, waiting == 0,
        _("Chạy: congtinh migrate"),
    )  # fmt: skip


def _folders() -> Iterator[Finding]:
    home = Path(settings.HOME)
    for folder in (home, home / "private", home / "public"):
        yield _found(
            _("Thư mục %(folder)s ghi được") % {"folder": folder}, _is_writable(folder),
            _("Tạo thư mục này và cho tài khoản chạy congtinh quyền ghi."),
        )  # fmt: skip


def _is_writable(folder: Path) -> bool:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _disk() -> Finding:
    free = shutil.disk_usage(settings.HOME).free
    return _found(
        _("Đĩa còn trống %(size).1f GB") % {"size": free / 1024**3}, free >= _LEAST_SPACE,
        _("Dọn đĩa hoặc chuyển CONGTINH_HOME sang đĩa khác: cần ít nhất 2 GB."),
    )  # fmt: skip


def _secret() -> Finding:
    place = Path(settings.HOME) / "secret-key"
    if os.environ.get("CONGTINH_SECRET_KEY"):
        return Finding(_("Khóa bí mật lấy từ môi trường"))
    closed = place.exists() and not place.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)
    return _found(
        _("Khóa bí mật %(place)s chỉ chủ tài khoản đọc được") % {"place": place}, closed,
        _("Chạy: chmod 600 %(place)s") % {"place": place},
    )  # fmt: skip


def _mail() -> Finding:
    host = settings.EMAIL_HOST
    if not host:
        return Finding(_("Chưa đặt máy chủ thư: thông báo chỉ hiện trong khu vực biên tập"))
    try:
        with smtplib.SMTP(host, settings.EMAIL_PORT, timeout=5) as server:
            server.noop()
        well = True
    except (OSError, smtplib.SMTPException):
        well = False
    return _found(
        _("Máy chủ thư %(host)s:%(port)d trả lời") % {"host": host, "port": settings.EMAIL_PORT},
        well, _("Xem lại CONGTINH_SMTP_HOST, CONGTINH_SMTP_PORT và tường lửa."),
    )  # fmt: skip


def _zone() -> Finding:
    return _found(
        _("Múi giờ %(zone)s") % {"zone": settings.TIME_ZONE},
        settings.TIME_ZONE == _ZONE,
        _("Đặt TIME_ZONE = %(zone)s: thời hạn và giờ đăng tính theo giờ Việt Nam.")
        % {"zone": _ZONE},
    )


def _chains() -> Iterator[Finding]:
    tables = connection.introspection.table_names()
    chains: tuple[type[Link], ...] = (Entry, Publication)
    for model in chains:
        name = _("nhật ký thao tác") if model is Entry else _("nhật ký phát hành")
        if model._meta.db_table not in tables:
            continue
        head = ChainHead.objects.filter(pk=model._meta.label_lower).first()
        last = model._base_manager.order_by("-seq").values_list("seq", flat=True).first() or 0
        yield _found(
            _("Đầu chuỗi của %(chain)s: mục %(seq)d") % {"chain": name, "seq": last},
            (head.seq if head else 0) == last,
            _("Chạy: congtinh verify, rồi phục hồi từ bản sao lưu gần nhất."),
        )
