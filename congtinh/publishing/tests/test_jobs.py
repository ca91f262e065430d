import signal
import subprocess
import sys
import time

import pytest
from django.core.management import call_command

from congtinh.publishing import followers, jobs


@pytest.fixture
def alone(monkeypatch):
    """No other step than those of the test."""
    monkeypatch.setattr(jobs, "_STEPS", {})
    monkeypatch.setattr(jobs, "steps", lambda: dict(jobs._STEPS))


def test_steps_hold_the_path_of_publishing_and_each_follower():
    names = set(jobs.steps())
    assert {"release", "expire", "mail"} <= names
    assert {f"follow {name}" for name in followers.names()} <= names


def test_run_round_counts_what_was_done(alone):
    jobs.enrol("one", lambda: 2)
    jobs.enrol("two", lambda: None)
    assert jobs.run_round() == 2


@pytest.mark.django_db
def test_run_round_goes_on_after_a_step_that_fails(alone, caplog):
    done = []

    def fail():
        raise RuntimeError("hỏng")

    jobs.enrol("bad", fail)
    jobs.enrol("good", lambda: done.append(1))
    jobs.run_round()
    assert done == [1]
    assert "background step failed: bad" in caplog.text


@pytest.mark.django_db
def test_held_alone_lets_one_process_work():
    with jobs.held_alone() as first:
        assert first
        if jobs.connection.vendor == "sqlite":
            with jobs.held_alone() as second:
                assert not second
    with jobs.held_alone() as again:
        assert again


@pytest.mark.django_db
def test_work_once_goes_on_until_nothing_is_left(alone):
    left = [3, 2, 0, 5]
    jobs.enrol("some", lambda: left.pop(0))
    call_command("work", once=True)
    assert left == [5]


@pytest.mark.slow
def test_work_ends_cleanly_when_told_to(tmp_path):
    home = {"CONGTINH_HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "LANG": "vi_VN.UTF-8"}
    command = [sys.executable, "-u", "-m", "congtinh"]
    subprocess.run([*command, "migrate", "-v0"], env=home, check=True)
    worker = subprocess.Popen([*command, "work"], env=home, stdout=subprocess.PIPE, text=True)
    try:
        assert "đang chạy" in worker.stdout.readline()
        time.sleep(0.5)
        worker.send_signal(signal.SIGTERM)
        assert worker.wait(timeout=20) == 0
        assert "đã dừng" in worker.stdout.read()
    finally:
        worker.kill()
        worker.stdout.close()
