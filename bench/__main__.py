"""`make bench`: measures pages, staff screens, decisions and plans; tables come on stdout."""

import argparse
import contextlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from bench import tables
from bench.measuring import Figure, read
from bench.stages import PEER, READER, RESULTS, STAFF, Stage
from tools.test import install_missing, postgresql

MEASURES = ("pages", "staff", "publish", "plans")
SETTINGS = {"pages": READER, "peer": PEER, "staff": STAFF, "publish": STAFF}
#: Sizes are measured in turns, so that both meet the same moods of the machine.
TURNS = 3


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", nargs="*", choices=[*MEASURES, []], help="all, unless named")
    parser.add_argument("--sizes", default="1000,100000", help="numbers of publications")
    parser.add_argument("--engines", default="sqlite,postgresql")
    parser.add_argument("--no-peer", action="store_true", help="leave out the stock site")
    options = parser.parse_args()
    what = options.what or list(MEASURES)
    sizes = [int(size) for size in options.sizes.split(",")]
    RESULTS.mkdir(parents=True, exist_ok=True)
    faults = 0
    for engine in options.engines.split(","):
        with server(engine) as address:
            stages = [Stage(engine, size, address) for size in sizes]
            peers = [Stage(engine, size, address, peer=True) for size in sizes]
            for stage in [*stages, *([] if options.no_peer or "pages" not in what else peers)]:
                stage.prepare(say)
            if "pages" in what:
                pages(engine, stages, [] if options.no_peer else peers)
            if "plans" in what:
                faults += plans(stages[-1])
            if "staff" in what:
                measured = {stage.size: once("staff", stage) for stage in stages}
                print(tables.staff(engine, measured))
            if "publish" in what:
                print(tables.publish(engine, {stage.size: on_copy(stage) for stage in stages}))
    return 1 if faults else 0


@contextlib.contextmanager
def server(engine: str) -> Iterator[str]:
    """The address of a PostgreSQL server that goes with the run; nothing for SQLite."""
    if engine == "sqlite":
        yield ""
        return
    install_missing()
    with postgresql() as address:
        yield address


def pages(engine: str, stages: list[Stage], peers: list[Stage]) -> None:
    ours: dict[int, list[Figure]] = {}
    stock: dict[int, list[Figure]] = {}
    for _turn in range(TURNS):
        for stage in stages:
            ours[stage.size] = merged(ours.get(stage.size), once("pages", stage))
        for stage in peers:
            stock[stage.size] = merged(stock.get(stage.size), once("peer", stage))
    print(tables.pages(engine, ours, stock))


def plans(stage: Stage) -> int:
    place = RESULTS / f"plans-{stage.engine}-{stage.size}.json"
    stage.run(READER, "plans", str(place))
    found = json.loads(place.read_text("utf-8"))
    print(tables.plans(stage.engine, found))
    return sum(bool(plan["faults"]) for plan in found)


def once(measure: str, stage: Stage) -> list[Figure]:
    say(f"measuring {measure} on {stage.name}")
    place = place_of(measure, stage)
    stage.run(SETTINGS[measure], measure, str(place))
    return read(place)


def on_copy(stage: Stage) -> list[Figure]:
    twin = stage.copy()
    try:
        return once("publish", twin)
    finally:
        twin.drop()


def merged(before: list[Figure] | None, now: list[Figure]) -> list[Figure]:
    for old, new in zip(before or [], now, strict=bool(before)):
        new.cpu, new.wall = old.cpu + new.cpu, old.wall + new.wall
        new.server = min(old.server, new.server)
    return now


def place_of(measure: str, stage: Stage) -> Path:
    return RESULTS / f"{measure}-{stage.engine}-{stage.size}.json"


def say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
