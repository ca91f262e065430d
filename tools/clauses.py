"""Lists the clauses of the regulation with the tests that prove them, and those without any."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from congtinh.regulation.clauses import CLAUSES

ROOT = Path(__file__).resolve().parents[1]


def main() -> int:
    proofs = _collected()
    width = max(map(len, CLAUSES))
    for code, clause in CLAUSES.items():
        tests = proofs.get(code, [])
        print(f"{code:<{width}}  {len(tests) or '–':>3}  {clause.asks}")
        for test in tests:
            print(f"{'':<{width}}       {test}")
    proven = sum(code in proofs for code in CLAUSES)
    print(f"\n{proven} of {len(CLAUSES)} clauses are proven by tests.")
    return 0


def _collected() -> dict[str, list[str]]:
    """Which tests bear which clause, asked of pytest; a clause nobody knows fails there."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "clauses.json"
        command = [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:randomly"]
        done = subprocess.run(
            [*command, "--clauses-to", str(path)],
            cwd=ROOT, capture_output=True, text=True, check=False,
        )  # fmt: skip
        if done.returncode or not path.exists():
            sys.exit(done.stdout[-2000:] + done.stderr[-2000:])
        found: dict[str, list[str]] = json.loads(path.read_text("utf-8"))
        return found


if __name__ == "__main__":
    sys.exit(main())
