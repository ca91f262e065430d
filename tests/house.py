"""The source read once, for the tests of the house."""

import ast
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "congtinh"


@cache
def sources() -> tuple[tuple[str, str, ast.Module], ...]:
    """(name, text, tree) of every module that is no test and no migration."""
    return tuple(
        (name, path.read_text("utf-8"), ast.parse(path.read_text("utf-8")))
        for path in sorted(PACKAGE.rglob("*.py"))
        for name in [path.relative_to(ROOT).as_posix()]
        if not {"tests", "migrations"} & set(path.parts)
    )


@cache
def floors() -> dict[str, int]:
    """The floor of each app, counted from the top as in pyproject.toml."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    layers = next(contract["layers"] for contract in contracts if contract["type"] == "layers")
    return {
        name.strip().removeprefix("congtinh."): floor
        for floor, names in enumerate(layers)
        for name in names.split("|")
    }


def calls(tree: ast.Module) -> Iterator[tuple[str, ast.Call]]:
    """(dotted name as written, call) of every call."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            yield ast.unparse(node.func), node
