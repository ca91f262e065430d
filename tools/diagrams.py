"""Writes docs/reference/states from the tables of states; `--check` fails when they are stale."""

import sys
from pathlib import Path

import django

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "docs" / "reference" / "states"


def pages() -> dict[Path, str]:
    """What each page has to say, by its path."""
    # slow: the tables speak of translated words, so Django has to stand first
    from congtinh.publishing import states

    return {
        FOLDER / "review.md": _page(
            "A review", states.ReviewState, states.REVIEW_STEPS, states.REVIEW_OWNER,
            begins=states.ReviewState.OPEN,
        ),
        FOLDER / "handover.md": _page(
            "A hand-over", states.HandoverState, states.HANDOVER_STEPS, states.HANDOVER_OWNER,
            begins=states.HandoverState.OFFERED,
        ),
    }  # fmt: skip


def _page(title, states, steps, owners, *, begins) -> str:
    arrows = [
        f"    {source} --> {step.target}: {verb}"
        for verb, step in steps.items()
        for source in sorted(step.source)
    ]
    left = {source for step in steps.values() for source in step.source}
    ends = [f"    {state} --> [*]" for state in states if state not in left]
    names = [f"    {state}: {state.label}" for state in states]
    rows = [
        f"| `{verb}` | {', '.join(f'`{source}`' for source in sorted(step.source))} "
        f"| `{step.target}` | {_who(step.capability)} | `{step.deed}` |"
        for verb, step in steps.items()
    ]
    owned = [f"| `{state}` | {state.label} | {owners[state]} |" for state in states]
    return "\n".join([
        f"# {title}: its states",
        "",
        "Written by `make diagrams` from `congtinh/publishing/states.py`.",
        "",
        "```mermaid", "stateDiagram-v2", *names, f"    [*] --> {begins}", *arrows, *ends, "```",
        "",
        "| verb | from | to | capability | on record as |",
        "| --- | --- | --- | --- | --- |",
        *rows,
        "",
        "| state | on screens | whose turn |",
        "| --- | --- | --- |",
        *owned,
        "",
    ])  # fmt: skip


def _who(capability) -> str:
    return f"`{capability}`" if capability else "nobody: it follows from something else"


def stale() -> list[Path]:
    return [
        path
        for path, text in pages().items()
        if not path.exists() or path.read_text("utf-8") != text
    ]


def main(arguments: list[str]) -> int:
    django.setup()
    if "--check" in arguments:
        for path in stale():
            print(f"{path.relative_to(ROOT)} is stale: make diagrams")
        return 1 if stale() else 0
    FOLDER.mkdir(parents=True, exist_ok=True)
    for path, text in pages().items():
        path.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
