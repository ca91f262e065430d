"""Runs the suite: on SQLite, then on a PostgreSQL server of its own; installs what is missing."""

import argparse
import contextlib
import os
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
#: Debian's package → what shows that it is there.
NEEDED = {"chromium": "chromium", "postgresql": "/usr/lib/postgresql/*/bin/initdb"}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--fast", action="store_true", help="quick tests, SQLite only")
    which.add_argument("--long", action="store_true", help="long tests, SQLite only")
    which.add_argument("--screenshots", action="store_true", help="write docs/images")
    options, rest = parser.parse_known_args()
    if options.fast:
        return pytest("not slow and not browser and not long", *rest)
    if options.long:
        return pytest("long", "--long", *rest)
    install_missing()
    if options.screenshots:
        return pytest("browser", "--screenshots", *rest, processes=0)
    print("SQLite", flush=True)
    # A failure ends here, so that the closing line is the one that tells of it.
    if failed := pytest("not long and not browser", *rest):
        return failed
    print("Browser", flush=True)
    # Apart, in one process: the browser's driver keeps an event loop, which Django's ORM refuses.
    if failed := pytest("browser", *rest, processes=0):
        return failed
    with postgresql() as address:
        print("PostgreSQL", flush=True)
        return pytest("not long and not browser", *rest, database=address)


def pytest(markers: str, *arguments: str, database: str = "", processes: int = 2) -> int:
    spread = ["-n", str(processes), "--dist", "loadgroup"] if processes else []
    command = [sys.executable, "-m", "pytest", "-q", *spread]
    environment = {**os.environ, "CONGTINH_DATABASE": database}
    return subprocess.run(
        [*command, "-m", markers, *arguments], cwd=ROOT, env=environment, check=False
    ).returncode


def install_missing() -> None:
    """Install Debian's packages where that is allowed; otherwise say which are wanted and stop."""
    missing = [package for package, sign in NEEDED.items() if not _is_there(sign)]
    if not missing:
        return
    sudo = _sudo()
    if sudo is None or not shutil.which("apt-get"):
        sys.exit(f"Please install: {' '.join(missing)}. (`make test-fast` does without.)")
    print(f"Installing {', '.join(missing)}…", flush=True)
    quiet = {"stdout": subprocess.DEVNULL, "stdin": subprocess.DEVNULL}
    apt = [*sudo, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    subprocess.run([*apt, "update"], check=True, **quiet)  # type: ignore[call-overload]  # a dict
    install = [*apt, "install", "-y", "--no-install-recommends", *missing]
    subprocess.run(install, check=True, **quiet)  # type: ignore[call-overload]  # the same


def _is_there(sign: str) -> bool:
    if sign.startswith("/"):
        return any(Path("/").glob(sign.lstrip("/")))
    return shutil.which(sign) is not None


def _sudo() -> list[str] | None:
    """What to put before a command that needs root; None when that is not to be had."""
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") and not subprocess.run(["sudo", "-n", "true"], check=False).returncode:
        return ["sudo", "-n"]
    return None


@contextlib.contextmanager
def postgresql() -> Iterator[str]:
    """A PostgreSQL server on a free port of this machine, in a folder that goes with it."""
    programs = max(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda p: int(p.parent.name))
    folder = Path(tempfile.mkdtemp(prefix="congtinh-pg-"))
    port = _free_port()
    # PostgreSQL refuses to run as root; Debian's package brings a user for it.
    as_user = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    if as_user:
        shutil.chown(folder, "postgres")
    control = [*as_user, str(programs / "pg_ctl"), "-s", "-D", str(folder / "data")]
    # The data of a test need not survive a power cut.
    options = (
        f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off "
        "-c synchronous_commit=off -c full_page_writes=off"
    )
    initdb = [*as_user, str(programs / "initdb"), "-D", str(folder / "data"), "--no-sync"]
    try:
        subprocess.run(
            [*initdb, "-U", "congtinh", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"],
            check=True, stdout=subprocess.DEVNULL, cwd="/",
        )  # fmt: skip
        log = str(folder / "log")
        subprocess.run([*control, "-l", log, "-o", options, "-w", "start"], check=True, cwd="/")
        yield f"postgresql://congtinh@127.0.0.1:{port}/congtinh"
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], check=False, cwd="/")
        shutil.rmtree(folder, ignore_errors=True)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


if __name__ == "__main__":
    sys.exit(main())
