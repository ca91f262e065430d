"""Checks how the database carries out each statement of the public pages: no scan, no sort."""

import json
from pathlib import Path
from typing import Any

from django.core.wsgi import get_wsgi_application
from django.db import connection

from bench.measuring import Wsgi
from bench.pages import pages

#: On PostgreSQL a table of so few rows is read whole, rightly.
SMALL = 500


def main(place: str) -> None:
    Path(place).write_text(json.dumps(plans(), ensure_ascii=False, indent=1), "utf-8")


def plans() -> list[dict[str, Any]]:
    """Each statement of each page with its plan and what is wrong with it."""
    wsgi = Wsgi(get_wsgi_application())
    found: dict[str, dict[str, Any]] = {}
    for page in pages():
        wsgi.get(page.host, page.address)
        asked: list[tuple[str, Any]] = []

        def note(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
            asked.append((sql, params))  # noqa: B023 (used only inside this round)
            return execute(sql, params, many, context)

        with connection.execute_wrapper(note):
            wsgi.get(page.host, page.address)
        for sql, params in asked:
            if sql not in found:
                explain = on_sqlite if connection.vendor == "sqlite" else on_postgresql
                lines, faults = explain(sql, params)
                found[sql] = {"page": page.name, "sql": sql, "plan": lines, "faults": faults}
    return list(found.values())


def on_sqlite(sql: str, params: Any) -> tuple[list[str], list[str]]:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}", params)
        lines = [row[3] for row in cursor.fetchall()]
    # «SCAN s0» reads what the subquery of that name gave, which has its LIMIT.
    tables = [line for line in lines if line.startswith("SCAN") and not _is_subquery(line)]
    faults = [line for line in tables if "USING" not in line]
    return lines, [*faults, *(line for line in lines if "TEMP B-TREE" in line)]


def _is_subquery(line: str) -> bool:
    name = line.split()[1]
    return name.startswith(("(", "s")) and name[1:].isdigit()


def on_postgresql(sql: str, params: Any) -> tuple[list[str], list[str]]:
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN (ANALYZE, FORMAT JSON) {sql}", params)
        answer = cursor.fetchone()[0]
    plan = (json.loads(answer) if isinstance(answer, str) else answer)[0]
    lines: list[str] = []
    faults: list[str] = []
    _walk(plan["Plan"], 0, lines, faults)
    return lines, faults


def _walk(node: dict[str, Any], depth: int, lines: list[str], faults: list[str]) -> None:
    kind, rows = node["Node Type"], node["Actual Rows"]
    index = node.get("Index Name", node.get("Relation Name", ""))
    removed = node.get("Rows Removed by Filter", 0)
    line = f"{'  ' * depth}{kind} {index} rows={rows:g} loops={node['Actual Loops']}"
    lines.append(f"{line} removed={removed}" if removed else line)
    reads_all = kind in {"Seq Scan", "Sort", "Incremental Sort"}
    if removed > SMALL or (reads_all and rows > SMALL):
        faults.append(lines[-1].strip())
    for child in node.get("Plans", ()):
        _walk(child, depth + 1, lines, faults)
