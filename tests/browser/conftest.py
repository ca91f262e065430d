"""One demo province for all browser tests: its servers, a browser, and people who sign in."""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from congtinh.demo.founding import PASSWORD

ROOT = Path(__file__).resolve().parents[2]
IMAGES = ROOT / "docs" / "images"
PHONE, DESKTOP = {"width": 360, "height": 780}, {"width": 1280, "height": 900}
_ARGUMENTS = [
    "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run",
    "--host-resolver-rules=MAP *.localhost 127.0.0.1",
]  # fmt: skip
_WAIT = 480


@dataclass(frozen=True)
class Province:
    """Where the running demo answers."""

    port: int
    home: Path

    def reader(self, path: str = "/", portal: str = "") -> str:
        host = f"{portal}.localhost" if portal else "localhost"
        return f"http://{host}:{self.port}{path}"

    def staff(self, path: str = "/admin/") -> str:
        return f"http://localhost:{self.port + 1}{path}"

    def command(self, *words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "congtinh", *words], cwd=ROOT, env=_environment(self),
            capture_output=True, text=True, check=False,
        )  # fmt: skip


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if ROOT / "tests" / "browser" in item.path.parents:
            item.add_marker(pytest.mark.browser)
            # One province serves them all, so they run after each other in one process.
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture(scope="session")
def province(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Province]:
    running = Province(_two_free_ports(), tmp_path_factory.mktemp("province"))
    log = (running.home / "log").open("w")
    process = subprocess.Popen(
        [sys.executable, "-m", "congtinh", "start", "--demo"], cwd=ROOT, stdout=log, stderr=log,
        env=_environment(running), start_new_session=True,
    )  # fmt: skip
    try:
        for address in (running.reader(), running.staff("/admin/login/")):
            _wait_for(address, process, running.home / "log")
        yield running
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGTERM)
        process.wait(20)
        log.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    if not chromium:
        pytest.fail("Chromium is missing; `make test` installs it")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=_ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture
def reader(browser: Browser) -> Iterator[Page]:
    """An anonymous reader; ends with proof that nothing was kept about them."""
    context = browser.new_context(viewport=DESKTOP, locale="vi-VN")
    yield context.new_page()
    assert context.cookies() == []
    context.close()


@dataclass
class Staff:
    """Signs people in, each in a browser of their own."""

    province: Province
    browser: Browser
    contexts: list[BrowserContext]

    def sign_in(self, username: str, *, viewport: dict[str, int] = DESKTOP) -> Page:
        context = self.browser.new_context(viewport=viewport, locale="vi-VN")
        self.contexts.append(context)
        page = context.new_page()
        page.goto(self.province.staff("/admin/login/"))
        page.fill("input[name=username]", username)
        page.fill("input[name=password]", PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url(self.province.staff("/admin/"))
        return page


@pytest.fixture
def staff(province: Province, browser: Browser) -> Iterator[Staff]:
    people = Staff(province, browser, [])
    yield people
    for context in people.contexts:
        context.close()


@pytest.fixture
def picture(request: pytest.FixtureRequest):
    """Takes a picture for the documentation when the suite was asked for pictures."""

    def take(page: Page, name: str) -> None:
        if request.config.getoption("--screenshots"):
            IMAGES.mkdir(parents=True, exist_ok=True)
            page.evaluate("document.activeElement?.blur()")
            page.screenshot(path=IMAGES / f"{name}.png")

    return take


def _environment(running: Province) -> dict[str, str]:
    kept = {
        name: value for name, value in os.environ.items()
        if not name.startswith("CONGTINH_") and name != "DJANGO_SETTINGS_MODULE"
    }  # fmt: skip
    return kept | {
        "CONGTINH_HOME": str(running.home / "home"), "CONGTINH_PORT": str(running.port),
        "LANG": "C.UTF-8",
    }  # fmt: skip


def _two_free_ports() -> int:
    while True:
        with socket.socket() as first, socket.socket() as second:
            first.bind(("127.0.0.1", 0))
            port: int = first.getsockname()[1]
            with contextlib.suppress(OSError, OverflowError):
                second.bind(("127.0.0.1", port + 1))
                return port


def _wait_for(address: str, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + _WAIT
    while time.monotonic() < end:
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.5)
    pytest.fail(f"the province did not start:\n{log.read_text()[-3000:]}")
