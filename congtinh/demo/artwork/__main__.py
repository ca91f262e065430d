"""`python -m congtinh.demo.artwork OUTDIR` draws all the demo's pictures into a folder."""

import argparse
from pathlib import Path

from congtinh.demo.artwork.album import write_all


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--scale", type=float, default=1, help="1 draws 1600 pixels wide")
    options = parser.parse_args()
    for path in write_all(options.folder, options.scale):
        print(f"{path}  {path.stat().st_size // 1000} kB")


if __name__ == "__main__":
    main()
