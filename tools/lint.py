"""Runs every check of the source, all of them even when one fails; `--fix` mends what it can."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PYTHON = sys.executable
BIN = Path(PYTHON).parent

CHECKS = {
    "style": [str(BIN / "ruff"), "check", "--quiet", "."],
    "format": [str(BIN / "ruff"), "format", "--check", "--quiet", "."],
    "floors": [str(BIN / "lint-imports"), "--no-logo"],
    "types": [str(BIN / "mypy"), "--no-error-summary"],
    "templates": [str(BIN / "djlint"), "congtinh", "--lint", "--quiet"],
    "migrations": [PYTHON, "-m", "congtinh", "makemigrations", "--check", "--dry-run"],
    "system checks": [PYTHON, "-m", "congtinh", "check", "--fail-level", "WARNING"],
    "translations": [PYTHON, "tools/translations.py"],
    "words of Wagtail": [PYTHON, "-m", "congtinh.staff.wagtail_words.collect"],
    "diagrams": [PYTHON, "tools/diagrams.py", "--check"],
    "bundle": [PYTHON, "-m", "congtinh.theme.bundle", "--check"],
}
FIXES = {
    "style": [str(BIN / "ruff"), "check", "--quiet", "--fix", "."],
    "format": [str(BIN / "ruff"), "format", "--quiet", "."],
    "diagrams": [PYTHON, "tools/diagrams.py"],
    "bundle": [PYTHON, "-m", "congtinh.theme.bundle"],
    "translations": [PYTHON, "tools/translations.py", "--update", "--compile"],
    "words of Wagtail": [PYTHON, "-m", "congtinh.staff.wagtail_words.collect", "--compile"],
}


def main() -> int:
    commands = FIXES if "--fix" in sys.argv[1:] else CHECKS
    failed = []
    with tempfile.TemporaryDirectory(prefix="congtinh-lint-") as home:
        environment = {
            **os.environ,
            "CONGTINH_HOME": home,
            "CONGTINH_DATABASE": "",
            "DJANGO_SETTINGS_MODULE": "congtinh.settings.staff",
            "PYTHONPATH": str(ROOT),
        }
        for name, command in commands.items():
            began = time.monotonic()
            done = subprocess.run(
                command, cwd=ROOT, env=environment, check=False, text=True,
                stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            )  # fmt: skip
            took = time.monotonic() - began
            print(f"{'fails' if done.returncode else 'ok':<6} {name} ({took:.1f} s)", flush=True)
            if done.returncode:
                failed.append(name)
                print(done.stdout, flush=True)
    if failed:
        print(f"To mend: {', '.join(failed)}. `make fix` may do part of it.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
