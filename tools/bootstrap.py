"""Brings a bare machine (Python, make, git) to a working `.venv`; needs nothing but Python.

Finds `uv`, or fetches it with pip, or without pip from the package index; then `uv sync --locked`.
`--dev` adds what tests and checks need. Written so that an old Python can still say it is too old.
"""

import hashlib
import json
import os
import platform
import re
import shutil
import ssl
import subprocess
import sys
import urllib.error
import urllib.request
import zipfile
from pathlib import Path
from urllib.parse import urljoin

ROOT = Path(__file__).resolve().parents[1]
TOOLS = ROOT / ".venv-tools"
VENV = ROOT / ".venv"
STAMP = VENV / "synced"
OLDEST = (3, 11)
NEWEST_TRIED = 15
NEEDED_BYTES = 700 * 1024 * 1024

ENGLISH = next(
    (os.environ[n] for n in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(n)), ""
).startswith("en")


class Stopped(Exception):
    """Why the machine cannot be made ready, in one line."""


def say(vietnamese, english):
    return english if ENGLISH else vietnamese


def no_network():
    return Stopped(
        say(
            "Không tải được gói phần mềm: máy không có mạng, hoặc kho gói không trả lời. "
            "Hãy kiểm tra mạng (máy chủ proxy: biến HTTPS_PROXY) rồi chạy lại.",
            "Cannot fetch packages: no network, or the package index does not answer. "
            "Check the network (a proxy: HTTPS_PROXY) and run again.",
        )
    )


def full_disk():
    return Stopped(
        say(
            f"Hết chỗ trên đĩa chứa {ROOT}: cần khoảng 700 MB trống.",
            f"The disk that holds {ROOT} is full: about 700 MB are needed.",
        )
    )


def require_python():
    """Go on with a newer Python of this machine when the one that runs is too old."""
    if sys.version_info[:2] >= OLDEST:
        return
    for minor in range(NEWEST_TRIED, OLDEST[1] - 1, -1):
        newer = shutil.which(f"python3.{minor}")
        if newer:
            os.execv(newer, [newer, *sys.argv])  # noqa: S606 (a Python found on the PATH)
    raise Stopped(
        say(
            f"Cần Python 3.11 trở lên; máy này có Python {platform.python_version()}. "
            "Hãy cài bản mới hơn (Debian, Ubuntu: apt install python3).",
            f"Python 3.11 or later is needed; this machine has {platform.python_version()}. "
            "Install a newer one (Debian, Ubuntu: apt install python3).",
        )
    )


def find_uv():
    """The path of `uv`: our own copy, the machine's, or a freshly fetched one."""
    ours = TOOLS / "bin" / "uv"
    for found in (str(ours) if ours.exists() else None, shutil.which("uv")):
        if found and _runs([found, "--version"]):
            return found
    print(say("Đang tải công cụ cài đặt uv…", "Fetching the installer uv…"), flush=True)
    if not _uv_by_pip():
        _uv_by_index(ours)
    if not ours.exists():
        raise no_network()
    return str(ours)


def _uv_by_pip():
    pip = [sys.executable, "-m", "pip"]
    install = [*pip, "install", "--quiet", "--upgrade", "--target", str(TOOLS), "uv"]
    return _runs([*pip, "--version"]) and _runs(install)


def _runs(command):
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def _uv_by_index(target):
    url, digest = _newest_wheel(index_address())
    wheel = _read(url)
    if hashlib.sha256(wheel).hexdigest() != digest:
        raise Stopped(
            say(
                "Tệp uv tải về không khớp mã kiểm tra; không dùng. Hãy chạy lại.",
                "The fetched uv does not match its checksum and is not used. Run again.",
            )
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    archive = target.parent / "uv.whl"
    archive.write_bytes(wheel)
    with zipfile.ZipFile(archive) as files:
        name = next(n for n in files.namelist() if n.endswith(".data/scripts/uv"))
        target.write_bytes(files.read(name))
    archive.unlink()
    target.chmod(0o755)


def index_address():
    """The package index that pip or uv are told to use, otherwise the one the lock file names."""
    for name in ("UV_DEFAULT_INDEX", "UV_INDEX_URL", "PIP_INDEX_URL"):
        if os.environ.get(name):
            return os.environ[name]
    lock = (ROOT / "uv.lock").read_text("utf-8")
    return re.search(r'registry = "([^"]+)"', lock).group(1)


def _newest_wheel(index):
    """(address, sha256) of the newest released wheel of uv for this machine."""
    page = json.loads(
        _read(index.rstrip("/") + "/uv/", accept="application/vnd.pypi.simple.v1+json")
    )
    tag = _platform_tag()
    wheels = [
        (tuple(map(int, match.group(1).split("."))), file)
        for file in page["files"]
        for match in [re.fullmatch(r"uv-([\d.]+)-py3-none-(.+)\.whl", file["filename"])]
        if match and tag.fullmatch(match.group(2)) and not file.get("yanked")
    ]
    if not wheels:
        raise Stopped(
            say(
                f"Kho gói không có uv cho máy này ({platform.machine()}); hãy tự cài uv.",
                f"The index has no uv for this machine ({platform.machine()}); install uv by hand.",
            )
        )
    newest = max(wheels, key=lambda pair: pair[0])[1]
    return urljoin(index.rstrip("/") + "/uv/", newest["url"]), newest["hashes"]["sha256"]


def _platform_tag():
    machine = {"arm64": "aarch64", "AMD64": "x86_64"}.get(platform.machine(), platform.machine())
    if sys.platform == "darwin":
        return re.compile("macosx_.*_" + machine.replace("aarch64", "arm64"))
    libc = "manylinux" if platform.libc_ver()[0] == "glibc" else "musllinux"
    return re.compile(f"(.*\\.)?{libc}_[0-9_]+_{machine}(\\..*)?")


def _read(url, accept="*/*"):
    certificates = os.environ.get("SSL_CERT_FILE") or os.environ.get("PIP_CERT")
    context = ssl.create_default_context(cafile=certificates or None)
    request = urllib.request.Request(url, headers={"Accept": accept})  # noqa: S310 (the index)
    with urllib.request.urlopen(request, timeout=60, context=context) as answer:  # noqa: S310
        return answer.read()


def sync(uv, *, dev):
    """Install what the lock file names, unless that was done before."""
    wanted = _fingerprint()
    done = STAMP.read_text("utf-8").split() if STAMP.exists() else []
    if done[:1] == [wanted] and (not dev or "dev" in done):
        return
    if shutil.disk_usage(ROOT).free < NEEDED_BYTES:
        raise full_disk()
    print(
        say(
            "Đang cài các gói phần mềm (lần đầu mất vài phút)…",
            "Installing packages (a few minutes the first time)…",
        ),
        flush=True,
    )
    command = [uv, "sync", "--locked", "--inexact", "--quiet", "--python", sys.executable]
    environment = {**os.environ, "UV_PYTHON_DOWNLOADS": "never"}
    environment.pop("VIRTUAL_ENV", None)
    if Path("/etc/ssl/certs/ca-certificates.crt").exists():
        # The machine's own list knows an office's proxy; uv's own list does not.
        environment.setdefault("UV_NATIVE_TLS", "1")
    result = subprocess.run(
        [*command, "--group" if dev else "--no-group", "dev"],
        cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if result.returncode:
        raise _cause(result.stderr)
    STAMP.write_text(wanted + (" dev" if dev else ""), "utf-8")


def _fingerprint():
    parts = [(ROOT / name).read_bytes() for name in ("uv.lock", "pyproject.toml")]
    return hashlib.sha256(b"".join([*parts, sys.version.encode()])).hexdigest()


def _cause(words):
    if re.search(r"No space left|os error 28", words):
        return full_disk()
    if re.search(r"error sending request|dns error|[Ff]ailed to fetch|[Cc]onnect|timed out", words):
        return no_network()
    return Stopped(
        say("Không cài được các gói phần mềm:", "Packages could not be installed:")
        + "\n" + words.strip()
    )  # fmt: skip


def main(arguments):
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="replace")
    try:
        require_python()
        sync(find_uv(), dev="--dev" in arguments)
    except Stopped as problem:
        sys.exit(str(problem))
    except OSError as problem:
        # 28: no space left on the device
        sys.exit(str(full_disk() if problem.errno == 28 else no_network()))


if __name__ == "__main__":
    main(sys.argv[1:])
