"""Writes figures as Markdown tables, each beside its limit and beside the stock site."""

from collections.abc import Iterable, Sequence
from typing import Any

from bench import limits
from bench.measuring import Figure

Measured = dict[int, list[Figure]]


def pages(engine: str, ours: Measured, stock: Measured) -> str:
    """CPU milliseconds of each page at each size: median (p95), shares of the limit, growth."""
    sizes = list(ours)
    few, many = sizes[0], sizes[-1]
    head = [
        "page", "limit", *(f"at {size:,}" for size in sizes), "of limit", "growth", "queries",
        *(f"stock Wagtail at {size:,}" for size in stock), "times stock", "KB",
    ]  # fmt: skip
    rows = []
    for number, last in enumerate(ours[many]):
        limit = limits.PAGES[last.name]
        peers = [_named(stock[size], last.name) for size in stock]
        growth = last.undisturbed / ours[few][number].undisturbed
        rows.append(
            [
                last.name, f"{limit.cpu:g} ms, {limit.queries} queries",
                *(_times(ours[size][number]) for size in sizes),
                _against(last.median / limit.cpu, 1), _against(growth, limits.GROWTH),
                _against(last.queries, limit.queries, "d"),
                *(f"{_times(peer)}, {peer.queries} q" if peer else "" for peer in peers),
                f"{peers[-1].median / last.median:.1f}" if peers and peers[-1] else "",
                f"{last.bytes / 1000:.0f}",
            ]
        )  # fmt: skip
    notes = {figure.note for size in sizes for figure in ours[size] if figure.note}
    table = _table(f"Pages, {engine}: CPU ms, median (p95)", head, rows)
    return table + "".join(f"\n{note} at the smaller size.\n" for note in sorted(notes))


def staff(engine: str, measured: Measured) -> str:
    """Wall and CPU of each screen; the limit is on the wall."""
    many = max(measured)
    rows = [
        [
            one.name, *(_times(measured[size][number]) for size in measured),
            f"{one.p95 / limits.STAFF_WALL:.2f}", f"{one.wall_p95:.0f}",
            _against(one.wall_p95 / limits.STAFF_WALL, 1), str(one.queries),
        ]
        for number, one in enumerate(measured[many])
    ]  # fmt: skip
    head = [
        "screen", *(f"CPU at {size:,}" for size in measured), "CPU p95 of 250 ms",
        "wall p95, ms", "of limit", "queries",
    ]  # fmt: skip
    return _table(f"Staff, {engine}: CPU ms, median (p95)", head, rows)


def publish(engine: str, measured: Measured) -> str:
    rows = [
        [
            one.name,
            f"{size:,}",
            _times(one),
            f"{one.wall_p95:.0f}",
            str(one.queries or ""),
            one.note,
        ]
        for size, figures in measured.items()
        for one in figures
    ]
    head = ["what", "publications", "CPU ms, median (p95)", "wall p95, ms", "queries", ""]
    return _table(f"Decisions, {engine}", head, rows)


def plans(engine: str, found: list[dict[str, Any]]) -> str:
    rows = [
        [one["page"], one["sql"][:70].replace("|", "\\|"), "; ".join(one["faults"]) or "good"]
        for one in found
    ]
    return _table(f"Plans, {engine}", ["page", "statement", "scans and sorts"], rows)


def _named(figures: Iterable[Figure], name: str) -> Figure | None:
    return next((one for one in figures if one.name == name), None)


def _times(figure: Figure) -> str:
    if not figure.cpu:
        return ""
    if len(figure.cpu) == 1:
        return f"{figure.cpu[0]:,.0f}"
    return f"{figure.median:.2f} ({figure.p95:.2f})"


def _against(value: float, limit: float, form: str = ".2f") -> str:
    """A figure, marked where it is over its limit."""
    return f"{value:{form}}" if value <= limit else f"**{value:{form}}**"


def _table(title: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return f"\n### {title}\n\n" + "".join(f"| {' | '.join(line)} |\n" for line in lines)
